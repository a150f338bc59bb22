"""The continuous line: from each initiative one circle back (lighter) and one circle further (more help).

The rules, in the order in which they are applied. `docs/verder-of-terug.md` tells them to professionals.

1. What somebody wrote under `lichter` or `zwaarder` comes first.
2. Then what stands in the next circle, is near, and is about the same: a shared thema or doelgroep. What is rare
   weighs more than what is common, to be for `iedereen` weighs nothing, and what holds for one activity weighs
   half. Neighbours and a loket help with whatever it is, so the best one of them may stand there with nothing
   in common.
3. Near is: it serves the kern, or it is a place that anyone may visit within NEAR metres of that kern. A place
   for the whole municipality has to be within NEAR too, unless it is formal care, of which there is little.
   The nearer the better, and who comes to your home is nearest. From what is for the whole municipality: the
   more kernen it serves, the better.
4. What is for another age is left out. For other people, or closed for now: half the weight.
5. At most MOST. Is nothing near: the nearest elsewhere.

An index by circle, place and term keeps it at n·log n: from a long list only the WINDOW nearest by latitude
are looked at, which in a list of that length or shorter is all of it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import nsmallest
from math import log

from .format.afstand import metres
from .format.begrippen import Begrip
from .format.initiatief import Initiatief
from .format.waarden import Punt
from .kaart import SocialeKaart, all_doelgroepen, all_themas

CIRKELS = ("rood", "oranje", "geel", "groen", "blauw")  # from the inside out
MOST = 3
NEAR = 4_000
WINDOW = 48
HALF = 0.5
ENOUGH = 0.5  # less in common than this is no reason: the least a shared thema weighs is 0.7
GENERAL = 0.5  # what neighbours and a loket add, of one's own kern
GENERAL_WIDE = 0.25
FAR_AS_THREE_KM = 3_000  # at this distance something weighs half of what it weighs next door
SOMEWHERE_IN_KERN = 1_000  # the distance to what is in the kern, nobody knows where
ELSEWHERE = 2_500  # to what serves the kern from nobody knows where

IEDEREEN = "iedereen"
# Groups that are an age: first and last year.
AGES = {"kinderen": (0, 12), "jongeren": (12, 25), "jonge-mantelzorgers": (5, 25), "ouderen": (55, 120)}
ADULT = (25, 120)
_OVERAL, _BREED, _ERGENS = "*", "*breed", "*ergens"  # places in the index that are no kern

Term = tuple[str, str]  # ("themas", "bewegen") or ("doelgroepen", "ouderen")


@dataclass(frozen=True, slots=True)
class Stap:
    """One proposal, and why: what it shares (rarest first), and how far it is where that is known."""

    initiatief: Initiatief
    deelt: tuple[Term, ...] = ()
    afstand: float | None = None
    gekozen: bool = False


@dataclass(frozen=True, slots=True)
class Kant:
    """One direction of the line. `cirkel` is the next one, None past the last; `elders` when nothing is near."""

    cirkel: Begrip | None
    dichtbij: tuple[Stap, ...] = ()
    elders: Stap | None = None


@dataclass(frozen=True, slots=True)
class _Feiten:
    """What the rules look at, worked out once for each initiative."""

    initiatief: Initiatief
    cirkel: int
    termen: dict[Term, float]
    groepen: frozenset[str]
    leeftijd: tuple[int, int]
    punt: Punt | None  # its own, else the middle of its kern
    precies: bool  # whether `punt` is its own
    komt: bool  # comes to your home, or helps by telephone or online
    bedient: frozenset[str]
    overal: bool  # serves all kernen
    breed: bool  # stands in the folder for the whole municipality
    algemeen: bool
    dicht: bool


class Lijn:
    """The line through one `SocialeKaart`."""

    def __init__(self, kaart: SocialeKaart) -> None:
        self.kaart = kaart
        self._feiten = {one.id: self._facts(one) for one in kaart.initiatieven.values()}
        self._weegt = self._weights()
        self._middens = sorted((one.middelpunt.lat, one.id) for one in kaart.dorpen if one.middelpunt)
        self._index = self._make_index()

    def lichter(self, initiatief: Initiatief) -> Kant:
        return self._kant(self._feiten[initiatief.id], -1, initiatief.lichter)

    def verder(self, initiatief: Initiatief) -> Kant:
        return self._kant(self._feiten[initiatief.id], +1, initiatief.zwaarder)

    def _kant(self, van: _Feiten, step: int, ids: Iterable[str]) -> Kant:
        chosen = [
            Stap(one, self._shared(van, self._feiten[one.id]), self._told_distance(van, self._feiten[one.id]), True)
            for one in self.kaart.all_of(dict.fromkeys(ids))
            if one is not van.initiatief
        ][:MOST]  # fmt: skip
        number = van.cirkel + step
        if not 0 < number < len(CIRKELS):  # rood is the resident's own: no initiative is in it
            cirkel = self.kaart.begrippen["cirkels"][CIRKELS[0]] if number == 0 else None
            return Kant(cirkel, tuple(chosen))
        told = {stap.initiatief.id for stap in chosen}
        near = [stap for stap in self._best(van, number) if stap.initiatief.id not in told]
        near = [*chosen, *near][:MOST]
        elders = None if near else self._elsewhere(van, number)
        return Kant(self.kaart.begrippen["cirkels"][CIRKELS[number]], tuple(near), elders)

    def _best(self, van: _Feiten, number: int) -> list[Stap]:
        """The best near by, best first; enough for what was chosen by hand to be left out."""
        places = (_BREED,) if van.breed else (van.initiatief.kern, _OVERAL)
        found = [one for one in self._found(van, number, places) if self._near_enough(van, one)]
        best = nsmallest(4 * MOST, ((-self._score(van, one), one.initiatief.id) for one in found))
        steps = [self._stap(van, self._feiten[id]) for score, id in best if score < 0]
        general = [stap for stap in steps if not stap.deelt]
        return [stap for stap in steps if stap.deelt or stap is general[0]]

    def _near_enough(self, van: _Feiten, naar: _Feiten) -> bool:
        named = not naar.overal or naar.komt or van.breed or naar.cirkel == len(CIRKELS) - 1
        return named or not naar.precies or _distance(van, naar) <= NEAR

    def _elsewhere(self, van: _Feiten, number: int) -> Stap | None:
        if van.breed:
            return None  # it looked everywhere
        found = self._found(van, number, (_ERGENS,))
        fitting = [one for one in found if one.punt and self._score(van, one) > 0]
        nearest = min(fitting, key=lambda one: (_distance(van, one), one.initiatief.id), default=None)
        return self._stap(van, nearest) if nearest else None

    def _stap(self, van: _Feiten, naar: _Feiten) -> Stap:
        return Stap(naar.initiatief, self._shared(van, naar), self._told_distance(van, naar))

    # What is looked at

    def _found(self, van: _Feiten, number: int, places: Iterable[str]) -> Iterator[_Feiten]:
        """Each one once that has a term in common, or is general."""
        terms = [*(term for term in van.termen if term[1] != IEDEREEN), None]
        at = van.punt.lat if van.punt else 0.0
        seen = {van.initiatief.id}
        for place in places:
            for term in terms:
                for _, id in _window(self._index.get((number, place, term), []), at):
                    if id not in seen:
                        seen.add(id)
                        yield self._feiten[id]

    def _make_index(self) -> dict[tuple[int, str, Term | None], list[tuple[float, str]]]:
        """circle, place and term (None: general) → latitude and id, sorted."""
        index: defaultdict[tuple[int, str, Term | None], list[tuple[float, str]]] = defaultdict(list)
        for id, one in self._feiten.items():
            near = [_OVERAL] if one.overal else self._near(one)
            terms = [*one.termen, *([None] if one.algemeen else [])]
            for term in terms:
                for place in near:
                    index[one.cirkel, place, term].append((one.punt.lat if one.punt else 0.0, id))
                index[one.cirkel, _ERGENS, term].append((one.punt.lat if one.punt else 0.0, id))
                index[one.cirkel, _BREED, term].append((-len(one.bedient), id))
        for (_, place, _), rows in index.items():
            rows.sort()
            if place == _BREED:
                del rows[WINDOW:]
        return index

    def _near(self, one: _Feiten) -> list[str]:
        """The kernen that it serves, and the nearest whose people may come to it."""
        initiatief = one.initiatief
        open_to_all = one.precies and not initiatief.werkgebied and not one.algemeen
        if not open_to_all or (initiatief.waar and "op-locatie" not in initiatief.waar):
            return sorted(one.bedient)
        around = nsmallest(MOST + 1, self._kernen_around(one.punt))
        return sorted({*one.bedient, *(id for far, id in around if far <= NEAR)})

    def _kernen_around(self, punt: Punt | None) -> Iterator[tuple[float, str]]:
        """How far each is whose middle is not more than NEAR to the north or south."""
        if punt:
            degrees = NEAR / 111_000
            first = bisect_left(self._middens, (punt.lat - degrees, ""))
            last = bisect_left(self._middens, (punt.lat + degrees, ""))
            for _, id in self._middens[first:last]:
                if middle := self.kaart.kernen[id].middelpunt:
                    yield metres(punt, middle), id

    # How well it fits

    def _score(self, van: _Feiten, naar: _Feiten) -> float:
        """How well `naar` suits who comes from `van`; 0 for not at all."""
        if naar.leeftijd[0] >= van.leeftijd[1] or naar.leeftijd[1] <= van.leeftijd[0]:
            return 0
        fit = sum(
            self._weegt[term] * min(share, van.termen[term])
            for term, share in naar.termen.items()
            if term in van.termen
        )
        if fit < ENOUGH and not naar.algemeen:
            return 0
        if naar.groepen and not naar.groepen & van.groepen:
            fit *= HALF
        if naar.algemeen:
            fit += GENERAL_WIDE if naar.overal else GENERAL
        return fit * self._nearness(van, naar) * (HALF if naar.dicht else 1)

    def _nearness(self, van: _Feiten, naar: _Feiten) -> float:
        if van.breed:
            return (1 + len(naar.bedient)) / (1 + len(self.kaart.dorpen))
        return FAR_AS_THREE_KM / (FAR_AS_THREE_KM + _distance(van, naar))

    def _shared(self, van: _Feiten, naar: _Feiten) -> tuple[Term, ...]:
        both = [term for term in naar.termen if term in van.termen and term[1] != IEDEREEN]
        return tuple(sorted(both, key=lambda term: (-self._weegt[term] * naar.termen[term], term)))

    def _told_distance(self, van: _Feiten, naar: _Feiten) -> float | None:
        """Only from door to door: the middle of a kern is nobody's door, and nobody lives in all kernen."""
        if not (van.precies and naar.precies and van.punt and naar.punt) or van.breed:
            return None
        return metres(van.punt, naar.punt)

    # What is known of each

    def _facts(self, one: Initiatief) -> _Feiten:
        soort, own = self.kaart.soort(one), self.kaart.punt(one)
        terms = {("themas", id): 1.0 if id in one.themas else HALF for id in all_themas(one)}
        terms |= {("doelgroepen", id): 1.0 if id in one.doelgroepen else HALF for id in all_doelgroepen(one)}
        cirkel, served = self.kaart.cirkel(one).id, frozenset(self.kaart.bedient(one))
        return _Feiten(
            initiatief=one,
            cirkel=CIRKELS.index(cirkel) if cirkel in CIRKELS else len(CIRKELS) * 2,  # of the municipality's own
            termen=terms,
            groepen=frozenset() if IEDEREEN in one.doelgroepen else frozenset(one.doelgroepen),
            leeftijd=_ages(one),
            punt=own or self.kaart.kernen[one.kern].middelpunt,
            precies=own is not None,
            komt=bool(one.waar) and "op-locatie" not in one.waar,
            bedient=served,
            overal=len(served) == len(self.kaart.dorpen),
            breed=self.kaart.kernen[one.kern].gemeentebreed,
            algemeen=soort.hoofdlijn == "buurtnetwerk" or soort.id == "loket",
            dicht=one.status == "tijdelijk-gesloten",
        )  # fmt: skip

    def _weights(self) -> dict[Term, float]:
        """The rarer, the heavier: 0.7 for what all have, 3 for what one in twenty has. To be for all is nothing."""
        counts = Counter(term for one in self._feiten.values() for term in one.termen)
        total = len(self._feiten)
        return {t: 0.0 if t[1] == IEDEREEN else log(1 + total / count) for t, count in counts.items()}


def _distance(van: _Feiten, naar: _Feiten) -> float:
    if naar.komt and van.initiatief.kern in naar.bedient:
        return 0
    same = van.initiatief.kern == naar.initiatief.kern
    if van.punt is None or naar.punt is None or (not naar.precies and same):
        return SOMEWHERE_IN_KERN if same else ELSEWHERE
    return metres(van.punt, naar.punt)


def _window(rows: list[tuple[float, str]], at: float) -> list[tuple[float, str]]:
    """The WINDOW rows around `at`."""
    if len(rows) <= WINDOW:
        return rows
    first = bisect_left(rows, (at, "")) - WINDOW // 2
    first = max(0, min(first, len(rows) - WINDOW))
    return rows[first : first + WINDOW]


def _ages(one: Initiatief) -> tuple[int, int]:
    """For which ages it is: as written, or as its groups say. Beside a group that is an age, others are adults."""
    if one.leeftijd:
        low, high = one.leeftijd.vanaf, one.leeftijd.tot_en_met
        return (low or 0, 120 if high is None else high)
    if not any(id in AGES for id in one.doelgroepen) or IEDEREEN in one.doelgroepen:
        return (0, 120)
    ages = [AGES.get(id, ADULT) for id in one.doelgroepen]
    return (min(low for low, _ in ages), max(high for _, high in ages))
