"""Who looks for volunteers: every task, kern by kern, with what it asks and gives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ..format.gebied import Kern
from ..format.initiatief import Initiatief
from ..format.onderdelen import Vacature
from ..format.waarden import Telefoon
from ..kaart import SocialeKaart
from .antwoorden import bellen
from .dorpen import keuzes
from .page import Page, by_name

PAD = "vrijwilligers"
# What a visitor can tick; how many have it is counted, and what nobody has is not offered.
WENSEN = {
    "begeleiding": "Past ook als u zelf steun nodig hebt",
    "zonder-vog": "Geen VOG nodig",
    "leren": "U leert het daar",
}


@dataclass(frozen=True, slots=True)
class Oproep:
    """One task that somebody looks for a volunteer for."""

    initiatief: Initiatief
    vacature: Vacature
    wensen: tuple[str, ...]
    telefoon: Telefoon | None

    @property
    def contact(self) -> str:
        asked = self.initiatief.vrijwilligers
        return asked.contact if asked else ""


def pages(kaart: SocialeKaart) -> Iterator[Page]:
    groups = oproepen(kaart)
    every = [one for _, those in groups for one in those]
    counts = {wens: sum(wens in one.wensen for one in every) for wens in WENSEN}
    name = kaart.gemeente.naam
    yield Page(PAD, "Vrijwilliger worden", f"Wie in de gemeente {name} vrijwilligers zoekt, en waarvoor.", "vrijwilligers.html", {
        "groepen": groups, "aantal": len(every), "dorp_keuzes": keuzes(kaart),
        "wensen": [(wens, label, counts[wens]) for wens, label in WENSEN.items() if counts[wens]],
        "helpt_kiezen": by_name(kaart.voor_doelgroep.get("vrijwilligers", [])),
    }, frozenset({"dorpen", "vrijwilligers"}))  # fmt: skip


def oproepen(kaart: SocialeKaart) -> list[tuple[Kern, list[Oproep]]]:
    """Each kern by name, also without any; what is for the whole municipality last, where there is any."""
    found: defaultdict[str, list[Oproep]] = defaultdict(list)
    for one in by_name(kaart.initiatieven.values()):
        for vacature in one.vrijwilligers.gezocht if one.vrijwilligers else ():
            found[one.kern].append(Oproep(one, vacature, _wensen(vacature), bellen(kaart, one)))
    return [(kern, found[kern.id]) for kern in kaart.alle_kernen if found[kern.id] or not kern.gemeentebreed]


def _wensen(vacature: Vacature) -> tuple[str, ...]:
    has = {
        "begeleiding": vacature.begeleiding is True,
        "zonder-vog": vacature.vog is False,
        "leren": bool(vacature.scholing),
    }
    return tuple(wens for wens in WENSEN if has[wens])
