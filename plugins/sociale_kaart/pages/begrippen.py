"""A page for each onderwerp and each group of people: what there is, kern by kern."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ..format.begrippen import Begrip
from ..format.initiatief import Initiatief
from ..kaart import ERVARINGSDESKUNDIGEN, SocialeKaart
from .dorpen import keuzes, per_cirkel, per_dorp, voor_heel
from .mantelzorgers import mantelzorgers
from .page import Page

# So many a visitor reads at a glance: then nothing is folded.
FEW = 6
# Who is not a group of people to be helped, but is looked for: the people who went through it themselves.
ZELF_MEEGEMAAKT = "zelf-meegemaakt"


def onderwerpen(kaart: SocialeKaart) -> Iterator[Page]:
    description = f"Alle onderwerpen op de sociale kaart van {kaart.gemeente.naam}."
    themas = list(kaart.begrippen["themas"].values())
    yield _index("onderwerp", "Onderwerpen", description, themas, kaart.bij_thema)
    for thema in themas:
        found = kaart.bij_thema.get(thema.id, [])
        yield _page(kaart, "onderwerp", thema, found, ("Onderwerpen", "onderwerp"))


def voor_wie(kaart: SocialeKaart) -> Iterator[Page]:
    description = f"Voor wie er iets is in {kaart.gemeente.naam}."
    groepen = list(kaart.begrippen["doelgroepen"].values())
    ervaring = [one for one in kaart.initiatieven.values() if ERVARINGSDESKUNDIGEN in one.wie_helpt]
    own = kaart.begrippen["wie_helpt"][ERVARINGSDESKUNDIGEN]
    extra = (
        [replace(own, id=ZELF_MEEGEMAAKT)] if ZELF_MEEGEMAAKT not in kaart.begrippen["doelgroepen"] else []
    )
    found = {**kaart.voor_doelgroep, **{begrip.id: ervaring for begrip in extra}}
    yield _index("voor", "Voor wie", description, [*groepen, *extra], found)
    for begrip in (*groepen, *extra):
        page = _page(kaart, "voor", begrip, found.get(begrip.id, []), ("Voor wie", "voor"))
        yield mantelzorgers(kaart, page) if begrip.id == "mantelzorgers" else page


def _index(
    folder: str, title: str, description: str, begrippen: Sequence[Begrip], found: Mapping[str, Any]
) -> Page:
    rows = [(begrip, len(found.get(begrip.id, []))) for begrip in begrippen]
    return Page(folder, title, description, "begrippen.html", {"rijen": rows, "map_naam": folder})


def _page(
    kaart: SocialeKaart, folder: str, begrip: Begrip, found: list[Initiatief], back: tuple[str, str]
) -> Page:
    wide = voor_heel(kaart, found)
    return Page(f"{folder}/{begrip.id}", begrip.label, begrip.zin or begrip.label, "begrip.html", {
        "begrip": begrip, "terug": back, "aantal": len(found), "open": len(found) <= FEW,
        "dorpen_lijst": per_dorp(kaart, found) if found else [], "breed": wide,
        "per_cirkel": lambda those: per_cirkel(kaart, those), "dorp_keuzes": keuzes(kaart),
    }, frozenset({"dorpen"}))  # fmt: skip
