"""Repetition: what is written, the sentence that says it, and the dates that follow from it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

from sociale_kaart.format.kalender import Kalender, niet_in_zin
from sociale_kaart.format.problems import Onbegrepen
from sociale_kaart.format.tijden import (
    DAGEN,
    HELE_WEEK,
    WERKDAGEN,
    Seizoen,
    Tijdvak,
    datum_zin,
    meant,
    nearest,
    normalise,
    quoted,
    som_op,
)

Soort = Literal["week", "even", "oneven", "maand"]

LAATSTE = -1
_RANGTELWOORDEN = {1: "eerste", 2: "tweede", 3: "derde", 4: "vierde", 5: "vijfde", LAATSTE: "laatste"}
_NUMMERS = {woord: nummer for nummer, woord in _RANGTELWOORDEN.items()}
_WEKEN: dict[str, Soort] = {
    **dict.fromkeys(("elke week", "iedere week", "wekelijks"), "week"),
    **dict.fromkeys(("even weken", "even week", "elke even week", "in de even weken"), "even"),
    **dict.fromkeys(("oneven weken", "oneven week", "elke oneven week", "in de oneven weken"), "oneven"),
}
_HULP = "Kies uit `elke week`, `even weken`, `oneven weken`, `1e van de maand` of `laatste van de maand`."
_OM_DE_WEEK = re.compile(
    r"om de (andere |twee |2 )?(week|weken)|om de (14|veertien) dagen|(twee|2)[- ]?wekelijks|"
    r"(14|veertien)[- ]?daags|(elke|iedere|(eens|één keer|1x|1 keer) (per|in de)) (twee|2) weken"
)
_MAANDELIJKS = re.compile(r"maandelijks|(elke|iedere) maand|((eens|één keer|1x|1 keer) )?per maand")


class Keer(NamedTuple):
    """One occurrence; the times are minutes since midnight, as in Tijdvak."""

    datum: date
    begin: int | None
    einde: int | None


@dataclass(frozen=True, slots=True)
class Herhaling:
    """Every week, in the even or odd ISO weeks, or on the `nummers`-th such weekday of the month."""

    soort: Soort = "week"
    nummers: tuple[int, ...] = ()

    def zin(self, dagen: Sequence[int]) -> str:
        dagen = tuple(dagen)
        namen = som_op([DAGEN[dag] for dag in dagen])
        if self.soort == "week":
            return {HELE_WEEK: "elke dag", WERKDAGEN: "op werkdagen"}.get(dagen, f"elke {namen}")
        if self.soort == "maand":
            return f"elke {som_op([_RANGTELWOORDEN[n] for n in self.nummers])} {namen} van de maand"
        return f"{namen} in de {self.soort} weken"


@lru_cache(maxsize=1024)
def lees_herhaling(text: str) -> Herhaling:
    schoon = normalise(text)
    if schoon in _WEKEN:
        return Herhaling(_WEKEN[schoon])
    maand = re.fullmatch(
        r"(?:(?:op )?(?:de|elke|iedere) )?(.+?)(?: (?:van|in) (?:de|elke|iedere) maand)", schoon
    )
    if maand:
        return Herhaling("maand", _nummers(maand[1]))
    if _OM_DE_WEEK.fullmatch(schoon):
        raise Onbegrepen(
            "Zijn dat de even of de oneven weken?",
            "Schrijf `even weken` of `oneven weken`.",
            "herhaling",
        )
    if _MAANDELIJKS.fullmatch(schoon):
        raise Onbegrepen(
            "De hoeveelste keer in de maand is dat?",
            "Schrijf bijvoorbeeld `1e van de maand` of `laatste van de maand`.",
            "herhaling",
        )
    if any(dag in schoon for dag in (*DAGEN, "dagelijks", "elke dag")):
        raise Onbegrepen(
            f"De dag hoort niet in de herhaling {quoted(text)}.",
            "Schrijf de dag bij `dag` en hier bijvoorbeeld `elke week`.",
            "herhaling",
        )
    if re.search(r"\b(\d+|drie|vier|vijf|zes|acht) (weken|maanden)", schoon):
        raise Onbegrepen(
            f"De herhaling {quoted(text)} kennen we niet.",
            "Schrijf elke keer op als een eigen activiteit met `datum`.",
            "herhaling",
        )
    bekend = (
        "elke week",
        "wekelijks",
        "even weken",
        "oneven weken",
        "1e van de maand",
        "laatste van de maand",
    )
    raise Onbegrepen(f"{quoted(text)} is geen herhaling.", meant(schoon, bekend, _HULP), "herhaling")


def _nummers(text: str) -> tuple[int, ...]:
    zonder_dag = " ".join(woord for woord in text.split() if woord not in DAGEN)
    if zonder_dag != text:
        raise Onbegrepen(
            f"De dag hoort niet in de herhaling {quoted(text)}: die staat al bij `dag`.",
            f"Schrijf `{zonder_dag} van de maand`.",
            "herhaling",
        )
    nummers = {_nummer(deel.strip()) for deel in re.split(r",|\ben\b", text) if deel.strip()}
    return tuple(sorted(nummers, key=lambda nummer: (nummer == LAATSTE, nummer)))


def _nummer(woord: str) -> int:
    if woord in _NUMMERS:
        return _NUMMERS[woord]
    cijfer = re.fullmatch(r"(\d+)(?:e|de|ste)?", woord)
    if not cijfer:
        bedoeld = nearest(woord, _NUMMERS)
        hulp = f"Bedoelt u `{bedoeld} van de maand`?" if bedoeld else _HULP
        raise Onbegrepen(f"{quoted(woord)} is geen plaats in de maand.", hulp, "herhaling")
    if not 1 <= int(cijfer[1]) <= 5:
        raise Onbegrepen(
            f"{quoted(woord)} bestaat niet: een dag komt hoogstens vijf keer voor in een maand.",
            "Kies van `1e` tot en met `5e`, of `laatste`.",
            "herhaling",
        )
    return int(cijfer[1])


@dataclass(frozen=True, slots=True)
class Ritme:
    """An activity that repeats. Who makes one sees to it that `begin` is not after `eind`."""

    dagen: tuple[int, ...]
    tijd: Tijdvak | None = None
    herhaling: Herhaling = Herhaling()
    begin: date | None = None
    eind: date | None = None
    seizoen: Seizoen | None = None
    niet_in: tuple[str, ...] = ()

    @property
    def wisselt(self) -> bool:
        """Whether the sentence alone does not tell the dates, so that a page must list them."""
        return self.herhaling.soort != "week"

    def zin(self) -> str:
        wanneer = self.herhaling.zin(self.dagen)
        if self.tijd:
            wanneer += f" {self.tijd.zin()}"
        delen = [
            wanneer,
            self.seizoen.zin() if self.seizoen else "",
            _looptijd(self.begin, self.eind),
            niet_in_zin(self.niet_in),
        ]
        return ", ".join(deel for deel in delen if deel)

    def keren(self, van: date, tot: date, kalender: Kalender) -> Iterator[Keer]:
        """Every time from `van` up to and including `tot`, as far as the calendar knows."""
        return _op_tijd(self.datums(van, tot, kalender), self.tijd)

    def datums(self, van: date, tot: date, kalender: Kalender) -> Iterator[date]:
        """The days of those."""
        van = max(van, self.begin or van)
        tot = min(tot, self.eind or tot, kalender.bekend_tot(self.niet_in) or tot)
        if self.herhaling.soort == "maand":
            alle = in_maanden(van, tot, self.dagen, self.herhaling.nummers)
        else:
            alle = in_weken(van, tot, self.dagen, self.herhaling.soort)
        vrij = kalender.vrije_dagen(self.niet_in, van, tot) if self.niet_in else frozenset[date]()
        return zonder(alle, vrij, self.seizoen)


@dataclass(frozen=True, slots=True)
class Eenmalig:
    """An activity on one date, or on each day up to and including `einddatum`."""

    datum: date
    einddatum: date | None = None
    tijd: Tijdvak | None = None

    def zin(self) -> str:
        if not self.einddatum or self.einddatum == self.datum:
            wanneer = datum_zin(self.datum, jaar=True)
            return f"{wanneer} {self.tijd.zin()}" if self.tijd else wanneer
        begin = datum_zin(self.datum, jaar=self.datum.year != self.einddatum.year)
        wanneer = f"van {begin} tot en met {datum_zin(self.einddatum, jaar=True)}"
        return f"{wanneer}, {self.tijd.zin()}" if self.tijd else wanneer

    def keren(self, van: date, tot: date, kalender: Kalender) -> Iterator[Keer]:
        """One a day. A date that somebody wrote stands, whatever the calendar says."""
        return _op_tijd(self.datums(van, tot, kalender), self.tijd)

    def datums(self, van: date, tot: date, kalender: Kalender) -> Iterator[date]:
        """The days of those."""
        return in_weken(max(van, self.datum), min(tot, self.einddatum or self.datum), HELE_WEEK)


def _op_tijd(datums: Iterable[date], tijd: Tijdvak | None) -> Iterator[Keer]:
    begin, einde = (tijd.begin, tijd.einde) if tijd else (None, None)
    return (Keer(datum, begin, einde) for datum in datums)


def in_weken(van: date, tot: date, dagen: Sequence[int], soort: Soort = "week") -> Iterator[date]:
    """The dates on these days of the week, of every week or of the even or odd ISO weeks."""
    eerste, laatste = van.toordinal(), tot.toordinal()
    for maandag in range(eerste - van.weekday(), laatste + 1, 7):
        if soort != "week" and (soort == "even") == bool(date.fromordinal(maandag).isocalendar().week % 2):
            continue
        for dag in dagen:
            if eerste <= maandag + dag <= laatste:
                yield date.fromordinal(maandag + dag)


def zonder(datums: Iterable[date], vrij: frozenset[date], seizoen: Seizoen | None) -> Iterator[date]:
    """The dates that are not excluded and fall in the season."""
    if not vrij and not seizoen:
        return iter(datums)
    return (datum for datum in datums if datum not in vrij and (not seizoen or seizoen.bevat(datum)))


def in_maanden(van: date, tot: date, dagen: Sequence[int], nummers: Sequence[int]) -> Iterator[date]:
    """The dates that are the first, third, last … such weekday of their month."""
    maand = van.replace(day=1)
    while maand <= tot:
        volgende = (maand + timedelta(days=31)).replace(day=1)
        gevonden = {_zoveelste(maand, volgende, dag, nummer) for dag in dagen for nummer in nummers}
        yield from sorted(datum for datum in gevonden if datum and van <= datum <= tot)
        maand = volgende


def _zoveelste(maand: date, volgende: date, dag: int, nummer: int) -> date | None:
    if nummer == LAATSTE:
        return volgende - timedelta(days=(volgende.weekday() - dag - 1) % 7 + 1)
    datum = maand + timedelta(days=(dag - maand.weekday()) % 7 + 7 * (nummer - 1))
    return datum if datum < volgende else None


def _looptijd(begin: date | None, eind: date | None) -> str:
    delen = []
    if begin:
        delen.append(f"{'van' if eind else 'vanaf'} {datum_zin(begin, jaar=True, dag=False)}")
    if eind:
        delen.append(f"tot en met {datum_zin(eind, jaar=True, dag=False)}")
    return " ".join(delen)
