"""What there is to go to and when: every activity and every opening, each as one rhythm or one date.

The agenda pages and the calendar files are both made from these, so that they tell the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from .folders import kebab
from .format.herhaling import Eenmalig, Ritme
from .format.initiatief import Initiatief
from .format.onderdelen import Activiteit
from .format.openingstijden import Openingstijden
from .format.tijden import Tijdvak, som_op
from .kaart import SocialeKaart

# What is open on more days is a place to walk in, not something that happens.
MAX_DAGEN = 3
# As far as dates are worked out; a rhythm without exceptions needs no end.
VOORUIT = timedelta(days=2 * 365)
ALLES = "alles"


def calendar_path(id: str) -> str:
    """Where the calendar file of an initiative, a kern or the whole map (`ALLES`) stands on the site."""
    return f"data/agenda/{id}.ics"


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing to go to. `activiteit` is None for opening hours; `alleen_open`: nothing special happens then.

    `id` is the same from one build to the next. `van`: not before this day. `bezet`: dates on which an activity
    stands for these opening hours.
    """

    id: str
    initiatief: Initiatief
    activiteit: Activiteit | None
    wanneer: Ritme | Eenmalig
    van: date
    alleen_open: bool = False
    bezet: frozenset[date] = frozenset()

    @property
    def naam(self) -> str:
        return self.activiteit.naam if self.activiteit else self.initiatief.naam

    @property
    def onzeker(self) -> bool:
        """Whether it is after a closure, so that nobody knows for sure."""
        return self.initiatief.status == "tijdelijk-gesloten"

    def datums(self, kaart: SocialeKaart, tot: date) -> Iterator[date]:
        """Every day from `van` up to and including `tot`."""
        found = self.wanneer.datums(self.van, tot, kaart.kalender)
        return (day for day in found if day not in self.bezet) if self.bezet else found


def momenten(kaart: SocialeKaart, initiatief: Initiatief) -> list[Moment]:
    """All of an initiative that still comes; nothing of what is closed without a known end."""
    if initiatief.gestopt or (initiatief.status == "tijdelijk-gesloten" and not initiatief.gesloten_tot):
        return []
    van = max(kaart.vandaag, initiatief.gesloten_tot or kaart.vandaag)
    activities = initiatief.activiteiten
    ids = _ids(initiatief.id, [one.naam for one in activities])
    found = [Moment(id, initiatief, one, one.wanneer, van) for id, one in zip(ids, activities, strict=True)]
    found += _openings(kaart, initiatief, van, found)
    tot = kaart.vandaag + VOORUIT
    return [one for one in found if next(one.datums(kaart, tot), None)]


def _ids(initiatief_id: str, names: Iterable[str]) -> Iterator[str]:
    """From names, not from places in a list: what is added beside it changes nothing."""
    seen: Counter[str] = Counter()
    for name in names:
        id = f"{initiatief_id}/{kebab(name) or 'activiteit'}"
        seen[id] += 1
        yield id if seen[id] == 1 else f"{id}-{seen[id]}"


def _openings(
    kaart: SocialeKaart, initiatief: Initiatief, van: date, activities: list[Moment]
) -> Iterator[Moment]:
    hours = initiatief.openingstijden
    if not hours:
        return
    often = hours.dagen_per_week > MAX_DAGEN
    tot = kaart.vandaag + VOORUIT
    rhythms = list(ritmes(hours))
    ids = _ids(initiatief.id, ["open"] * len(rhythms))
    for id, rhythm in zip(ids, rhythms, strict=True):
        same = [
            one
            for one in activities
            if one.wanneer.tijd and rhythm.tijd and one.wanneer.tijd.begin == rhythm.tijd.begin
        ]
        named = frozenset(day for one in same for day in one.datums(kaart, tot))
        yield Moment(id, initiatief, None, rhythm, van, alleen_open=often, bezet=named)


def ritmes(hours: Openingstijden) -> Iterator[Ritme]:
    """Opening hours as rhythms: one for each time of day that a block has."""
    for blok in hours.blokken:
        days: dict[Tijdvak, list[int]] = {}
        for day, times in enumerate(blok.dagen):
            for time in times or ():
                days.setdefault(time, []).append(day)
        for time, those in sorted(days.items(), key=lambda row: (row[0].begin, row[0].einde or 0)):
            yield Ritme(tuple(those), time, seizoen=blok.seizoen, niet_in=blok.niet_in)


@dataclass(frozen=True, slots=True)
class Plaats:
    """Where something is: the name on the door or the building, the street, the village. "" is not known."""

    naam: str = ""
    straat: str = ""
    dorp: str = ""

    @property
    def delen(self) -> list[str]:
        return [part for part in (self.naam, self.straat, self.dorp) if part]


@dataclass(frozen=True)
class Agenda:
    """The moments of a whole map, each worked out once."""

    kaart: SocialeKaart

    @cached_property
    def momenten(self) -> Mapping[str, list[Moment]]:
        """initiative → its moments; only those that have any."""
        found = {id: momenten(self.kaart, one) for id, one in self.kaart.initiatieven.items()}
        return {id: those for id, those in found.items() if those}

    @cached_property
    def in_kern(self) -> Mapping[str, list[Moment]]:
        """kern → what is there, what somebody from there does elsewhere, and what is for the whole municipality."""
        found: defaultdict[str, list[Moment]] = defaultdict(list)
        for those in self.momenten.values():
            for one in those:
                for kern in self._kernen(one):
                    found[kern].append(one)
        return found

    def gebouw(self, moment: Moment) -> Initiatief | None:
        """The entry of the building where it is, if it is in one."""
        own = moment.activiteit.plek if moment.activiteit else ""
        return self.kaart.initiatieven.get(own or moment.initiatief.plek)

    def plaats(self, moment: Moment) -> Plaats:
        """Where it is, as precisely as was written."""
        building, host = self.gebouw(moment), moment.initiatief
        if moment.activiteit and moment.activiteit.plek and not building:
            return Plaats()  # in a building that is not on the map: certainly not at the group's own address
        adres = (building or host).adres
        if adres is None:
            ways = [self.kaart.begrippen["waar"][id].label for id in host.waar if id != "op-locatie"]
            return Plaats(naam=som_op(ways))
        if adres.op_aanvraag:
            return Plaats(naam="adres op aanvraag")
        kern = self.kaart.kernen[(building or host).kern]
        return Plaats(
            naam=building.naam if building else adres.locatie,
            straat=f"{adres.straat} {adres.huisnummer}".strip(),
            dorp=adres.plaats or ("" if kern.gemeentebreed else kern.naam),
        )

    def _kernen(self, moment: Moment) -> list[str]:
        own, building = moment.initiatief.kern, self.gebouw(moment)
        those = self.kaart.bedient(moment.initiatief) if self.kaart.kernen[own].gemeentebreed else [own]
        return list(dict.fromkeys((*those, *([building.kern] if building else []))))


def kosten(moment: Moment) -> str:
    own = moment.activiteit.kosten if moment.activiteit else ""
    toegang = moment.initiatief.toegang
    return own or (toegang.kosten if toegang else "")


def aanmelden(moment: Moment) -> bool | str | None:
    own = moment.activiteit.aanmelden if moment.activiteit else None
    toegang = moment.initiatief.toegang
    return own if own is not None else toegang.aanmelden if toegang else None


def voorwaarden(moment: Moment) -> list[str]:
    """What else somebody has to have or be."""
    toegang = moment.initiatief.toegang
    age = (moment.activiteit and moment.activiteit.leeftijd) or moment.initiatief.leeftijd
    found = [
        "met indicatie" if toegang and toegang.indicatie is True else "",
        "met verwijzing" if toegang and toegang.verwijzing is True else "",
        age.zin() if age else "",
    ]
    return [one for one in found if one]
