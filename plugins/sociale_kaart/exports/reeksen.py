"""Rhythms as iCalendar says them: a first day, a rule (RRULE), its last day and the days left out (EXDATE).

Which days they are is worked out in one place only, `Ritme.keren`; a rule here has to give the same days.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count

from ..agenda import VOORUIT, Moment
from ..format.herhaling import Eenmalig, Ritme
from ..kaart import SocialeKaart

_DAGEN = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class Reeks:
    """`laatste` is None when it goes on. `open_einde`: more may follow, but those days are not known yet.

    `naam` tells stretches of one moment apart, and is the same from one build to the next.
    """

    eerste: date
    regel: Mapping[str, str | int | list[str] | list[int]]
    laatste: date | None = None
    behalve: tuple[date, ...] = ()
    open_einde: bool = False
    naam: str = ""


def reeksen(kaart: SocialeKaart, moment: Moment) -> Iterator[Reeks]:
    """One, or for even and odd weeks one for each stretch of years in which "every two weeks" is right."""
    if isinstance(moment.wanneer, Eenmalig):
        yield from _days(kaart, moment, moment.wanneer)
        return
    limit = _limit(kaart, moment, moment.wanneer)
    begin = max(moment.van, moment.wanneer.begin or moment.van)
    for van, tot in _stretches(moment.wanneer, begin, limit, kaart.vandaag + VOORUIT):
        if found := _reeks(kaart, replace(moment, van=van), moment.wanneer, tot):
            more = tot is not None and tot == limit != moment.wanneer.eind
            yield replace(found, open_einde=more, naam=_name(moment.wanneer, van))


def _days(kaart: SocialeKaart, moment: Moment, dates: Eenmalig) -> Iterator[Reeks]:
    last = dates.einddatum or dates.datum
    first = next(moment.datums(kaart, last), None)
    if first is None:
        return
    if dates.tijd is None or first == last:
        yield Reeks(first, {}, last)
    else:
        yield Reeks(first, {"FREQ": "DAILY"}, last)


def _limit(kaart: SocialeKaart, moment: Moment, rhythm: Ritme) -> date | None:
    """The last day for which the rule is sure; None when it always is."""
    ends = [rhythm.eind, kaart.kalender.bekend_tot(rhythm.niet_in)]
    if rhythm.niet_in or moment.bezet:
        ends.append(kaart.vandaag + VOORUIT)
    return min((end for end in ends if end), default=None)


def _stretches(
    rhythm: Ritme, van: date, limit: date | None, ahead: date
) -> Iterator[tuple[date, date | None]]:
    if rhythm.herhaling.soort not in ("even", "oneven"):
        yield van, limit
        return
    # After a year with 53 weeks two odd weeks follow each other.
    while van <= (limit or ahead):
        tot = _end_of_long_year(van)
        yield van, min(tot, limit or tot)
        van = tot + timedelta(days=1)


def _name(rhythm: Ritme, van: date) -> str:
    return (
        f".{_end_of_long_year(van).isocalendar().year}"
        if rhythm.herhaling.soort in ("even", "oneven")
        else ""
    )


def _end_of_long_year(day: date) -> date:
    """The Sunday of the first ISO week 53 from this day on."""
    years = (date(year, 12, 28).isocalendar() for year in count(day.isocalendar().year))
    year = next(last.year for last in years if last.week == 53)
    return date.fromisocalendar(year, 53, 7)


def _reeks(kaart: SocialeKaart, moment: Moment, rhythm: Ritme, tot: date | None) -> Reeks | None:
    there = moment.datums(kaart, tot or kaart.vandaag + VOORUIT)
    first = next(there, None)
    if first is None or tot is None:
        return Reeks(first, _rule(rhythm)) if first else None
    dates = {first, *there}
    last = max(dates)
    every = replace(rhythm, niet_in=()).datums(first, last, kaart.kalender)
    left_out = tuple(day for day in every if day not in dates)
    rule = _rule(rhythm) if len(dates) > 1 else {}
    return Reeks(first, rule, last, left_out if rule else ())


def _rule(rhythm: Ritme) -> dict[str, str | int | list[str] | list[int]]:
    months = sorted(rhythm.seizoen.maanden()) if rhythm.seizoen else []
    season: dict[str, list[int]] = {"BYMONTH": months} if 0 < len(months) < 12 else {}
    days = [_DAGEN[day] for day in rhythm.dagen]
    if rhythm.herhaling.soort == "maand":
        days = [f"{number}{day}" for number in rhythm.herhaling.nummers for day in days]
        return {"FREQ": "MONTHLY", "BYDAY": days, **season}
    every_two = {"INTERVAL": 2} if rhythm.herhaling.soort != "week" else {}
    return {"FREQ": "WEEKLY", **every_two, "BYDAY": days, **season}
