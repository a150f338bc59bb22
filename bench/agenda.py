"""Whether every date that the site and its calendar files tell is right, as two other programs see it.

    python bench/agenda.py [N] [--seed S]

For everything in the demonstration and N made-up activities, over two years: the dates on the site, those that
dateutil makes of the same rhythm, and those that vobject and icalendar read in the calendar files; the last two
to the minute. Exit status 1 when any differ.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import vobject
from dateutil.rrule import DAILY, MONTHLY, WEEKLY, YEARLY, rrule, rrulestr, weekday
from icalendar import Calendar

from made_up import DEMONSTRATION
from sociale_kaart.agenda import VOORUIT, Agenda, Moment
from sociale_kaart.exports import ics
from sociale_kaart.format.herhaling import Eenmalig, Ritme
from sociale_kaart.format.tijden import DAGEN, MAANDEN
from sociale_kaart.kaart import SocialeKaart, make_kaart
from sociale_kaart.loading import load
from sociale_kaart.pages.keren import WEKEN, occurrences

VANDAAG = date(2026, 11, 22)
TOT = VANDAAG + VOORUIT
HERE = ZoneInfo("Europe/Amsterdam")
PER_FILE = 100
TIMES = ("9:00-10:30", "vanaf 20 uur", "20:30-01:00", "22:00-03:00", "23:00-24:00", "0:30-02:30", "1:30-3:30")
REPEATS = ("elke week", "even weken", "oneven weken", "1e van de maand", "2e en 4e van de maand", "5e van de maand",
           "laatste van de maand", "3e en laatste van de maand")  # fmt: skip
FREE = (
    ["schoolvakanties"],
    ["feestdagen"],
    ["zomervakantie"],
    ["bouwvak"],
    ["schoolvakanties", "feestdagen"],
)

Times = set[tuple[datetime, datetime | None]]


def main() -> int:
    parser = argparse.ArgumentParser(description="Whether every date of the agenda is right.")
    parser.add_argument("number", nargs="?", type=int, default=2_000, help="how many made-up activities")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), arguments.number, random.Random(arguments.seed))
        wrong = [*compare("demonstration", read(DEMONSTRATION)), *compare("made up", read(Path(folder)))]
    for line in wrong[:20]:
        print(line)
    return int(bool(wrong))


def write(folder: Path, number: int, dice: random.Random) -> None:
    (folder / "velp").mkdir()
    (folder / "gemeente.yml").write_text("naam: Proef\nschoolvakanties: midden\n", "utf-8")
    (folder / "velp" / "kern.yml").write_text("naam: Velp\n", "utf-8")
    for first in range(0, number, PER_FILE):
        rows = [activity(f"Nummer {first + at}", dice) for at in range(min(PER_FILE, number - first))]
        data = {"naam": f"Proef {first}", "soort": "vereniging", "kort": "Om te tellen.", "contact": "loket"}
        text = json.dumps({**data, "activiteiten": rows})  # which is YAML too
        (folder / "velp" / f"proef-{first}.yml").write_text(text, "utf-8")


def activity(name: str, dice: random.Random) -> dict[str, object]:
    """Any that the format allows and that is not over."""
    found: dict[str, object] = {"naam": name}
    if dice.random() < 0.8:
        found["tijd"] = dice.choice(TIMES)
    start = VANDAAG + timedelta(days=dice.randrange(-300, 400))
    if dice.random() < 0.1:
        last = start + timedelta(days=dice.randrange(5))
        return {**found, "datum": start.isoformat(), "einddatum": last.isoformat()}
    found |= {"dag": dice.sample(DAGEN, dice.randint(1, 3)), "herhaling": dice.choice(REPEATS)}
    if dice.random() < 0.3:
        found["begin"] = start.isoformat()
    if dice.random() < 0.3:
        found["eind"] = (start + timedelta(days=dice.randrange(7, 500))).isoformat()
    if dice.random() < 0.3:
        found["seizoen"] = "-".join(dice.choices(MAANDEN, k=2))
    if dice.random() < 0.3:
        found["niet_in"] = dice.choice(FREE)
    return found


def read(folder: Path) -> SocialeKaart:
    loaded = load(folder)
    errors = [str(problem) for problem in loaded.problems if problem.level == "error"]
    if errors:
        raise SystemExit("\n".join(errors[:5]))
    return make_kaart(loaded, loaded.problems, VANDAAG)


def compare(name: str, kaart: SocialeKaart) -> list[str]:
    """Prints how many were compared; a line for each that differs."""
    agenda, wrong, count, total = Agenda(kaart), [], 0, 0
    files = dict(ics.files(agenda, lambda id: f"https://x.example/{id}/"))
    for id, moments in agenda.momenten.items():
        text = files[f"data/agenda/{id}.ics"]
        by_vobject, by_icalendar = read_by_vobject(text), read_by_icalendar(text)
        if not next_is_right(kaart, moments):
            wrong.append(f"{id}: dateutil has another next date")
        for moment in moments:
            site = set(moment.datums(kaart, TOT))
            expected = {one for one in dateutil_dates(kaart, moment) if one not in moment.bezet}
            times = {moment_of(moment, day) for day in site}
            count, total = count + 1, total + len(site)
            for who, same in (
                ("dateutil", expected == site),
                ("vobject", by_vobject.get(moment.id) == times),
                ("icalendar", by_icalendar.get(moment.id) == times),
            ):
                if not same:
                    wrong.append(f"{moment.id}: {who} has other dates ({moment.wanneer.zin()})")
    print(f"{name}: {count} rhythms, {total} times, {len(wrong)} differences")
    return wrong


def next_is_right(kaart: SocialeKaart, moments: list[Moment]) -> bool:
    """Whether the next date on its page is the first that dateutil has: of its opening hours, else of what it does."""
    initiatief = moments[0].initiatief
    hours = initiatief.openingstijden and not initiatief.openingstijden.op_afspraak
    those = [one for one in moments if (one.activiteit is None) == bool(hours)]
    limit = VANDAAG + timedelta(weeks=WEKEN)
    dates = {day for one in those for day in dateutil_dates(kaart, one) if day <= limit}
    shown = (keer.datum for keer in occurrences(kaart, initiatief) if keer.datum >= VANDAAG)
    return next(shown, None) == min(dates, default=None)


def dateutil_dates(kaart: SocialeKaart, moment: Moment) -> set[date]:
    """What dateutil makes of it: the holidays are ours, the rest of the reckoning is not."""
    when = moment.wanneer
    if isinstance(when, Eenmalig):
        days = rrule(DAILY, dtstart=at(when.datum), until=at(min(when.einddatum or when.datum, TOT)))
        return {day.date() for day in days if day.date() >= moment.van}
    begin, end = max(moment.van, when.begin or moment.van), min(TOT, when.eind or TOT)
    end = min(end, kaart.kalender.bekend_tot(when.niet_in) or end)
    months = sorted(when.seizoen.maanden()) if when.seizoen else None
    found = {day.date() for day in rule(when, begin, end, months)} if begin <= end else set()
    return {day for day in found if not kaart.kalender.uitgesloten(day, when.niet_in)}


def rule(when: Ritme, begin: date, end: date, months: list[int] | None) -> rrule:
    bounds: dict[str, Any] = {"dtstart": at(begin), "until": at(end), "bymonth": months}
    if when.herhaling.soort == "maand":
        days = [weekday(day, number) for day in when.dagen for number in when.herhaling.nummers]
        return rrule(MONTHLY, byweekday=days, **bounds)
    if when.herhaling.soort == "week":
        return rrule(WEEKLY, byweekday=when.dagen, **bounds)
    weeks = range(2 if when.herhaling.soort == "even" else 1, 54, 2)
    return rrule(YEARLY, byweekno=list(weeks), byweekday=when.dagen, **bounds)


def at(day: date) -> datetime:
    return datetime.combine(day, time())


def moment_of(moment: Moment, day: date) -> tuple[datetime, datetime | None]:
    """When it begins, in UTC, and what the clock on the wall says at its end; of whole days the midnights."""
    tijd = moment.wanneer.tijd
    if tijd is None:
        return at(day), at(day + timedelta(days=1))
    begin = datetime.combine(day, time(), HERE) + timedelta(minutes=tijd.begin)
    end = None if tijd.einde is None else at(day) + timedelta(minutes=tijd.einde)
    return begin.astimezone(UTC), end


def read_by_vobject(text: str) -> dict[str, Times]:
    found: dict[str, Times] = {}
    for event in getattr(vobject.readOne(text), "vevent_list", []):
        start, end = event.dtstart.value, event.dtend.value if hasattr(event, "dtend") else None
        days = event.getrruleset(addRDate=True) or [start]
        for day in takewhile(lambda one: date(one.year, one.month, one.day) <= TOT, days):
            add(found, event.uid.value, day, end and end - start, start)
    return found


def read_by_icalendar(text: str) -> dict[str, Times]:
    found: dict[str, Times] = {}
    calendar: Any = Calendar.from_ical(text)
    if problems := [error for event in calendar.walk() for error in getattr(event, "errors", [])]:
        raise SystemExit(f"icalendar: {problems}")
    for event in calendar.walk("VEVENT"):
        start, end = event["DTSTART"].dt, event["DTEND"].dt if "DTEND" in event else None
        for day in days_by_icalendar(event, start):
            add(found, str(event["UID"]), day, end and end - start, start)
    return found


def days_by_icalendar(event: Any, start: date) -> list[datetime]:
    """The rule and the days left out as icalendar read them; dateutil does the reckoning."""
    first = start if isinstance(start, datetime) else at(start)
    if "RRULE" not in event:
        return [first]
    left_out = event.get("EXDATE", [])
    lists = left_out if isinstance(left_out, list) else [left_out]
    without = {one.dt if isinstance(one.dt, datetime) else at(one.dt) for found in lists for one in found.dts}
    rhythm = rrulestr(event["RRULE"].to_ical().decode(), dtstart=first)
    days = takewhile(lambda one: one.date() <= TOT, rhythm)
    return [day for day in days if day not in without]


def add(found: dict[str, Times], uid: str, day: date, lasts: timedelta | None, first: date) -> None:
    """One time of the event with this UID; whole days apart, and the stretches of even and odd weeks together."""
    id = uid.partition("@")[0].partition(".")[0]
    times = found.setdefault(id, set())
    if isinstance(first, datetime):
        assert isinstance(day, datetime)
        start = day if day.tzinfo else day.replace(tzinfo=first.tzinfo)
        if VANDAAG <= start.date() <= TOT:
            times.add((start.astimezone(UTC), (start + lasts).replace(tzinfo=None) if lasts else None))
    else:
        for number in range((lasts or timedelta(days=1)).days):
            one = at(date(day.year, day.month, day.day) + timedelta(days=number))
            if VANDAAG <= one.date() <= TOT:
                times.add((one, one + timedelta(days=1)))


if __name__ == "__main__":
    sys.exit(main())
