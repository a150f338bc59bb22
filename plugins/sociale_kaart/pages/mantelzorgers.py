"""The page for who cares for somebody: the eight functions of support in plain words, kern by kern."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..format.begrippen import Begrip
from ..format.gebied import Kern
from ..format.initiatief import Initiatief
from ..format.waarden import Telefoon
from ..kaart import SocialeKaart, all_doelgroepen
from .antwoorden import bellen
from .dorpen import Dorp, nearest_circle_first, per_dorp, voor_heel
from .page import Page

GROEP = "mantelzorgers"
ADVIES = "advies-en-begeleiding"
# In the order in which who is tired asks for them; what a municipality added comes after.
VOLGORDE = (
    "respijtzorg",
    "emotionele-steun",
    "praktische-hulp",
    ADVIES,
    "financiele-tegemoetkoming",
    "materiele-hulp",
    "educatie",
    "informatie",
)
OOK_VOOR = ("jonge-mantelzorgers", "werkende-mantelzorgers")


@dataclass(frozen=True, slots=True)
class Hulp:
    """One function: its words, what there is for the whole municipality, and what in each kern."""

    begrip: Begrip
    aantal: int
    breed: list[Initiatief]
    dorpen: list[Dorp]

    @property
    def titel(self) -> str:
        return self.begrip.gewoon or self.begrip.label

    def zin(self, dorp: Dorp) -> str:
        """How it stands in a kern, in a few words for who chose it."""
        if dorp.hier:
            return f"{len(dorp.hier)} in {dorp.kern.naam}."
        if dorp.van_elders:
            return f"Niet in {dorp.kern.naam} zelf, wel van dichtbij."
        return f"Niet in {dorp.kern.naam}{', wel voor de hele gemeente' if self.breed else ''}."


def mantelzorgers(kaart: SocialeKaart, page: Page) -> Page:
    """`page`, the one of the group, made richer."""
    found = {one.id: one for one in kaart.initiatieven.values() if one.mantelzorg}
    rest = [one for one in kaart.voor_doelgroep.get(GROEP, []) if one.id not in found]
    groepen = [kaart.begrippen["doelgroepen"][id] for id in OOK_VOOR if id in kaart.voor_doelgroep]
    hulp = [_hulp(kaart, begrip) for begrip in _functions(kaart)]
    return replace(page, template="mantelzorgers.html", context={
        **page.context, "hulp": hulp, "ontbreekt": missing(kaart, hulp),
        "eerst": first_to_call(kaart), "verder": nearest_circle_first(kaart, rest), "groepen": groepen,
    })  # fmt: skip


def first_to_call(kaart: SocialeKaart) -> tuple[Initiatief, Telefoon] | None:
    """Who advises carers in every kern and can be called: a steunpunt for them before others. None: the loket."""
    wide = (
        one
        for one in kaart.initiatieven.values()
        if ADVIES in one.mantelzorg and len(kaart.bedient(one)) == len(kaart.dorpen)
    )
    best = min(
        (one for one in wide if bellen(kaart, one)),
        key=lambda one: (GROEP not in all_doelgroepen(one), one.soort != "steunpunt", one.id),
        default=None,
    )
    number = bellen(kaart, best) if best else None
    return (best, number) if best and number else None


def missing(kaart: SocialeKaart, hulp: list[Hulp]) -> list[tuple[Kern, list[Hulp], list[Hulp]]]:
    """For each kern that lacks something: what there is not at all, and what only the whole municipality has."""
    rows = []
    for number, kern in enumerate(kaart.dorpen):
        lacks = [one for one in hulp if not one.dorpen[number].iets]
        if lacks:
            rows.append((kern, [one for one in lacks if not one.breed], [one for one in lacks if one.breed]))
    return rows


def _functions(kaart: SocialeKaart) -> list[Begrip]:
    begrippen = kaart.begrippen["mantelzorg"]
    return [begrippen[id] for id in dict.fromkeys((*VOLGORDE, *begrippen)) if id in begrippen]


def _hulp(kaart: SocialeKaart, begrip: Begrip) -> Hulp:
    found = [one for one in kaart.initiatieven.values() if begrip.id in one.mantelzorg]
    return Hulp(begrip, len(found), voor_heel(kaart, found), per_dorp(kaart, found))
