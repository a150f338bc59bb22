"""The five circles: the page about the model, a list for each circle, and the numbers of one kern."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ..format.begrippen import Begrip
from ..format.initiatief import Initiatief
from ..kaart import SocialeKaart
from ..lijn import CIRKELS
from .page import Lijst, Page, by_name
from .tekst import meervoud

MODEL = "model"
EIGEN = CIRKELS[0]  # the resident's own circle has no initiatives


@dataclass(frozen=True, slots=True)
class Ring:
    """One circle as it is drawn. `getal` stands in the ring; `pad`: the list that it leads to, "" for none."""

    cirkel: Begrip
    getal: str = ""
    tekst: str = ""
    zin: str = ""
    pad: str = ""
    anker: str = ""


def pages(kaart: SocialeKaart) -> Iterator[Page]:
    yield Page(MODEL, "Vijf cirkels om u heen", "Hulp zo dicht mogelijk bij huis: van uw eigen mensen tot zorg van beroepskrachten.", "model.html", {
        "ringen": list(model_rings(kaart)),
    }, frozenset({"lijn"}))  # fmt: skip
    for number, id in enumerate(CIRKELS[1:], start=2):
        cirkel = kaart.begrippen["cirkels"][id]
        found = [one for one in kaart.initiatieven.values() if kaart.cirkel(one).id == id]
        lists = [
            Lijst(kern.naam, by_name(one for one in found if one.kern == kern.id), kern.id)
            for kern in kaart.alle_kernen
        ]
        yield Page(f"{MODEL}/{id}", cirkel.label, cirkel.zin, "cirkel.html", {
            "cirkel": cirkel, "nummer": number, "aantal": len(found),
            "lijsten": [one for one in lists if one.initiatieven],
        })  # fmt: skip


def nummer(kaart: SocialeKaart, initiatief: Initiatief) -> int:
    """Which circle it is in, 0 being the inner one."""
    id = kaart.cirkel(initiatief).id
    return CIRKELS.index(id) if id in CIRKELS else len(CIRKELS) - 1


def model_rings(kaart: SocialeKaart) -> Iterator[Ring]:
    """All of the municipality, with what each circle is."""
    count = Counter(kaart.cirkel(one).id for one in kaart.initiatieven.values())
    for number, id in enumerate(CIRKELS, start=1):
        cirkel = kaart.begrippen["cirkels"][id]
        text = "" if id == EIGEN else meervoud(count[id], "plek", "plekken")
        yield Ring(cirkel, str(number), text, cirkel.zin, f"{MODEL}/{id}" if count[id] else "")


def kern_rings(kaart: SocialeKaart, kern_id: str) -> Iterator[Ring]:
    """How many stand in one kern itself, by circle."""
    count = Counter(kaart.cirkel(one).id for one in kaart.in_kern.get(kern_id, ()))
    for id in CIRKELS:
        cirkel = kaart.begrippen["cirkels"][id]
        if id == EIGEN:
            yield Ring(cirkel, "u")
        else:
            text = meervoud(count[id], "plek", "plekken") if count[id] else "nog geen plek"
            yield Ring(cirkel, str(count[id]), text, "", f"{MODEL}/{id}" if count[id] else "", kern_id)
