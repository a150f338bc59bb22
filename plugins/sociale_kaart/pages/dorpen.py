"""What there is for who lives in each kern: of its own, from another kern, and otherwise what is nearest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nsmallest
from itertools import groupby

from ..format.afstand import afstand_zin, metres
from ..format.begrippen import Begrip
from ..format.gebied import Kern
from ..format.initiatief import Initiatief
from ..format.waarden import Punt
from ..kaart import SocialeKaart
from .cirkels import nummer

ENOUGH = 3  # with so many of its own, what others have need not be named
NEAREST = 2
FAR = 5_000  # metres: further than this only where there is nothing else


@dataclass(frozen=True, slots=True)
class Dorp:
    """One kern: what stands in it, who comes to it from another kern, and what is near (with how far)."""

    kern: Kern
    hier: list[Initiatief]
    van_elders: list[Initiatief]
    nabij: list[tuple[Initiatief, str]]

    @property
    def iets(self) -> bool:
        return bool(self.hier or self.van_elders)


def per_dorp(kaart: SocialeKaart, initiatieven: Iterable[Initiatief]) -> list[Dorp]:
    """Each kern by name. What stands in the folder for the whole municipality is left out: `voor_heel`."""
    those = [one for one in initiatieven if not kaart.kernen[one.kern].gemeentebreed]
    here: defaultdict[str, list[Initiatief]] = defaultdict(list)
    coming: defaultdict[str, list[Initiatief]] = defaultdict(list)
    for one in nearest_circle_first(kaart, those):
        here[one.kern].append(one)
        for kern in kaart.bedient(one):
            if kern != one.kern:
                coming[kern].append(one)
    return [
        Dorp(kern, here[kern.id], coming[kern.id], _near(kaart, kern, those, here[kern.id], coming[kern.id]))
        for kern in kaart.dorpen
    ]


def voor_heel(kaart: SocialeKaart, initiatieven: Iterable[Initiatief]) -> list[Initiatief]:
    """What stands in the folder for the whole municipality."""
    return nearest_circle_first(kaart, (one for one in initiatieven if kaart.kernen[one.kern].gemeentebreed))


def nearest_circle_first(kaart: SocialeKaart, initiatieven: Iterable[Initiatief]) -> list[Initiatief]:
    """Neighbours before volunteers before professionals; then by name."""
    return sorted(initiatieven, key=lambda one: (nummer(kaart, one), one.naam.casefold(), one.id))


def per_cirkel(kaart: SocialeKaart, initiatieven: list[Initiatief]) -> list[tuple[Begrip, list[Initiatief]]]:
    """Those in the order of `nearest_circle_first`, a group for each circle."""
    groups = groupby(initiatieven, key=lambda one: kaart.cirkel(one).id)
    return [(kaart.begrippen["cirkels"][id], list(found)) for id, found in groups]


def keuzes(kaart: SocialeKaart) -> list[tuple[Kern, str]]:
    """The kernen to choose from, each with the ids of the others, the nearest first."""
    return [(kern, " ".join(_others(kaart, kern))) for kern in kaart.dorpen]


def _others(kaart: SocialeKaart, kern: Kern) -> list[str]:
    return [
        other.id
        for other in sorted(kaart.dorpen, key=lambda other: _metres(kern.middelpunt, other.middelpunt))
        if other is not kern
    ]


def _near(
    kaart: SocialeKaart,
    kern: Kern,
    those: list[Initiatief],
    here: list[Initiatief],
    coming: list[Initiatief],
) -> list[tuple[Initiatief, str]]:
    """The nearest in other kernen, where its own are few: places to go to, that are open."""
    if len(here) + len(coming) >= ENOUGH:
        return []
    told = {one.id for one in (*here, *coming)}
    others = (
        (_metres(kern.middelpunt, place), one.id, kaart.punt(one) is not None)
        for one in those
        if one.id not in told
        and kaart.adres(one)
        and (not one.waar or "op-locatie" in one.waar)
        and one.status != "tijdelijk-gesloten"
        and (place := kaart.punt(one) or kaart.kernen[one.kern].middelpunt)
    )
    return [
        (kaart.initiatieven[id], afstand_zin(far) if exact and far < float("inf") else "")
        for far, id, exact in nsmallest(NEAREST, others)
        if far <= FAR or not told
    ]


def _metres(one: Punt | None, other: Punt | None) -> float:
    return metres(one, other) if one and other else float("inf")
