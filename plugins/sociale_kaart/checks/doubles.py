"""Which initiatives are probably one and the same: by their name, and by where they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator
from difflib import SequenceMatcher

from ..format.afstand import metres
from ..format.initiatief import Initiatief
from ..format.problems import Level
from ..loading import Loaded
from .finding import Finding

SAME_PLACE_METRES = 100
_CROWD = 20  # so many at one place are compared at most

Pair = tuple[Initiatief, Initiatief]


def doubles(loaded: Loaded) -> Iterator[Finding]:
    remedy = "Is het hetzelfde? Houd dan één bestand over. Zo niet: maak duidelijk wat het verschil is."
    for first, second in _same_names(loaded):
        level: Level = "warning" if first.kern == second.kern else "hint"
        message = f"`{first.id}` heet ook “{second.naam}”."
        yield Finding(second.id, ("naam",), level, "double", message, remedy)
    for first, second in _alike_nearby(loaded):
        message = f"“{second.naam}” lijkt op “{first.naam}” (`{first.id}`), op dezelfde plek of vlakbij."
        yield Finding(second.id, ("naam",), "warning", "double", message, remedy)


def _same_names(loaded: Loaded) -> Iterator[Pair]:
    """Those with the name of an earlier one, in the same kern if there is one there."""
    names: defaultdict[str, dict[str, Initiatief]] = defaultdict(dict)
    for initiatief in _going_on(loaded):
        by_kern = names[initiatief.naam.casefold()]
        first = by_kern.get(initiatief.kern) or next(iter(by_kern.values()), None)
        if first:
            yield first, initiatief
        by_kern.setdefault(initiatief.kern, initiatief)


def _alike_nearby(loaded: Loaded) -> Iterator[Pair]:
    """Those with a name like an earlier one's, at the same address or within 100 metres."""
    nearby: defaultdict[Hashable, list[Initiatief]] = defaultdict(list)
    for initiatief in _going_on(loaded):
        address, cells = _address(loaded, initiatief), _cells(initiatief)
        near = [other for key in (address, *cells) for other in nearby.get(key, [])[-_CROWD:]]
        for other in {other.id: other for other in near}.values():
            same_place = address == _address(loaded, other) or _within_reach(initiatief, other)
            if same_place and _alike(initiatief.naam, other.naam):
                yield other, initiatief
        for key in (address, *cells[:1]):
            nearby[key].append(initiatief)


def _going_on(loaded: Loaded) -> Iterator[Initiatief]:
    return (initiatief for initiatief in loaded.initiatieven.values() if not initiatief.gestopt)


def _address(loaded: Loaded, initiatief: Initiatief) -> tuple[str, ...]:
    """Street, number and town, to compare; without a number its own id, which no other has."""
    adres = initiatief.adres
    if adres is None or not adres.huisnummer:
        return (initiatief.id,)
    town = adres.plaats or loaded.kernen[initiatief.kern].naam
    return (adres.straat.casefold(), adres.huisnummer.casefold(), town.casefold())


def _cells(initiatief: Initiatief) -> list[tuple[int, int]]:
    """The cell of its point, and those around it; a cell is some 111 by 114 metres at 52° north."""
    if initiatief.adres is None or initiatief.adres.punt is None:
        return []
    row, column = int(initiatief.adres.punt.lat * 1000), int(initiatief.adres.punt.lon * 600)
    around = [(row + r, column + c) for r in (-1, 0, 1) for c in (-1, 0, 1)]
    return sorted(around, key=lambda cell: cell != (row, column))


def _within_reach(one: Initiatief, other: Initiatief) -> bool:
    points = [adres.punt for adres in (one.adres, other.adres) if adres and adres.punt]
    return len(points) == 2 and metres(*points) <= SAME_PLACE_METRES


def _alike(one: str, other: str) -> bool:
    one, other = one.casefold(), other.casefold()
    if one == other:
        return False  # told already, as the same name
    match = SequenceMatcher(None, one, other)
    return match.quick_ratio() > 0.8 and match.ratio() > 0.8
