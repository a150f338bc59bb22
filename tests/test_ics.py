"""Calendar files: what is in them, and what calendar programs read there. See also bench/agenda.py."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
import vobject
from icalendar import Calendar

from sites import KLEIN, read_kaart
from sociale_kaart.agenda import Agenda
from sociale_kaart.exports import ics

ROOT = Path(__file__).parent.parent
GEMEENTE = KLEIN["gemeente.yml"] + "schoolvakanties: midden\n"

Read = Callable[[str], Any]


def read(text: str) -> list[Any]:
    """The events of a calendar."""
    return list(Calendar.from_ical(text).events)


def make(folder: Path, files: dict[str, str]) -> dict[str, str]:
    """Every calendar of a small municipality: path → text."""
    kaart = read_kaart(folder, {**KLEIN, "gemeente.yml": GEMEENTE, **files})
    return dict(ics.files(Agenda(kaart), lambda id: f"https://x.example/{id}/"))


@pytest.fixture
def event(tmp_path: Path) -> Read:
    """The event of one activity, given as it is written in the file."""

    def event(activity: str) -> Any:
        group = f"naam: Groep\nsoort: vereniging\nkort: Een club.\ncontact: loket\nactiviteiten: [{{{activity}}}]\n"
        text = make(tmp_path, {"velp/groep.yml": group})["data/agenda/velp/groep.ics"]
        return read(text)[0]

    return event


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("dag: dinsdag", "FREQ=WEEKLY;BYDAY=TU"),
        ("dag: dinsdag en vrijdag, begin: 2027-01-01, eind: 2027-02-01", "FREQ=WEEKLY;UNTIL=20270129;BYDAY=TU,FR"),
        ("dag: zondag, herhaling: laatste van de maand", "FREQ=MONTHLY;BYDAY=-1SU"),
        ("dag: ma, herhaling: 1e en 3e van de maand", "FREQ=MONTHLY;BYDAY=1MO,3MO"),
        ("dag: ma, seizoen: november-februari", "FREQ=WEEKLY;BYDAY=MO;BYMONTH=1,2,11,12"),
        ("datum: 2027-07-03, einddatum: 2027-07-05, tijd: 14-18 uur", "FREQ=DAILY;UNTIL=20270705T120000Z"),
    ],
)  # fmt: skip
def test_a_rhythm_becomes_a_rule(event: Read, words: str, rule: str) -> None:
    assert event(f"naam: Iets, {words}")["RRULE"].to_ical().decode() == rule


def test_it_is_at_the_time_on_the_clock_in_the_netherlands_in_summer_and_in_winter(event: Read) -> None:
    found = vobject.readOne(
        _calendar_with(event("naam: Iets, dag: dinsdag, tijd: 19-21 uur, herhaling: 1e van de maand"))
    )
    times = [one.astimezone(UTC) for one in islice(found.vevent.getrruleset(addRDate=True), 6)]
    assert [(one.month, one.hour) for one in times] == [(12, 18), (1, 18), (2, 18), (3, 18), (4, 17), (5, 17)]


def _calendar_with(event: Any) -> str:
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{ics.TIMEZONE}{event.to_ical().decode()}END:VCALENDAR\r\n"


def test_an_evening_that_runs_past_midnight_ends_the_next_day(event: Read) -> None:
    found = event("naam: Dansen, datum: 2026-12-05, tijd: '20:30-01:00'")
    assert (found["DTSTART"].dt.isoformat(), found["DTEND"].dt.isoformat()) == (
        "2026-12-05T20:30:00+01:00",
        "2026-12-06T01:00:00+01:00",
    )


def test_without_a_time_it_takes_whole_days(event: Read) -> None:
    found = event("naam: Kamp, datum: 2027-07-03, einddatum: 2027-07-05")
    assert (found["DTSTART"].dt, found["DTEND"].dt) == (date(2027, 7, 3), date(2027, 7, 6))
    assert "RRULE" not in found


def test_without_an_end_there_is_none(event: Read) -> None:
    found = event("naam: Borrel, dag: vrijdag, tijd: vanaf 17 uur")
    assert found["DTSTART"].dt.hour == 17
    assert "DTEND" not in found


def test_odd_weeks_after_a_year_with_53_weeks(tmp_path: Path) -> None:
    files = {"velp/groep.yml": "naam: Groep\nsoort: vereniging\nkort: Een club.\ncontact: loket\n"
             "activiteiten: [{naam: Kaarten, dag: ma, herhaling: oneven weken}]\n"}  # fmt: skip
    events = read(make(tmp_path, files)["data/agenda/velp/groep.ics"])

    rules = [(str(one["UID"]).split("@")[0], one["RRULE"].to_ical().decode()) for one in events]
    # Week 49, and week 1, which follows week 53.
    assert [str(one["DTSTART"].dt) for one in events] == ["2026-11-30", "2027-01-04"]
    assert rules == [
        ("velp/groep/kaarten.2026", "FREQ=WEEKLY;UNTIL=20261228;INTERVAL=2;BYDAY=MO"),
        ("velp/groep/kaarten.2032", "FREQ=WEEKLY;UNTIL=20321227;INTERVAL=2;BYDAY=MO"),
    ]


def test_days_on_which_it_is_not_are_left_out_as_far_as_they_are_known(event: Read) -> None:
    found = event("naam: Gym, dag: woensdag, niet_in: zomervakantie")
    left_out = [one.dt for one in found["EXDATE"].dts]

    assert (min(left_out), len(left_out)) == (date(2027, 7, 21), 12)
    assert found["RRULE"]["UNTIL"] == [date(2028, 11, 15)]
    assert "Na woensdag 15 november 2028 zijn de dagen nog niet bekend." in found["DESCRIPTION"]


def test_what_is_written_cannot_become_another_property(event: Read) -> None:
    name = "Soep; brood, ëë \\\\n \\rX-KWAAD:ja " + "é" * 90
    found = event(f'naam: "{name.replace(chr(92) + "r", "")}", dag: ma, kosten: "€ 1; \\"x\\", y"')
    assert str(found["SUMMARY"]) == "Soep; brood, ëë \\n X-KWAAD:ja " + "é" * 90
    assert 'Kosten: € 1; "x", y' in found["DESCRIPTION"]
    assert "X-KWAAD" not in found


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    head = (
        "soort: vereniging\nkort: Een club.\nplek: velp/de-poort\nactiviteiten: [{naam: Zingen, dag: ma}]\n"
    )
    return make(tmp_path_factory.mktemp("kaart"), {
        "velp/koor.yml": f"naam: Koor\n{head}voorbeeld: ja\n",
        "velp/weg.yml": f"naam: Weg\n{head}status: gestopt\n",
        "velp/geheim.yml": f"naam: Geheim\n{head}beheer: {{toestemming: nee}}\n",
        "velp/dicht.yml": f"naam: Dicht\n{head}status: tijdelijk-gesloten\n",
        "velp/straks.yml": f"naam: Straks\n{head}status: tijdelijk-gesloten\ngesloten_tot: 2027-01-05\n",
        "velp/voorbij.yml": f"naam: Voorbij\n{head.replace('dag: ma', 'datum: 2026-11-01')}",
        "velp/inloop.yml": "naam: Inloop\nsoort: inloophuis\nkort: Binnen.\ncontact: loket\nopeningstijden: {di: 9-12 uur, do: '9-12 uur, 13-15 uur'}\n",
        "overal/eetclub.yml": f"naam: Eetclub\n{head}",
        "dieren/kern.yml": "naam: Dieren\n",
    })  # fmt: skip


def events(text: str) -> list[tuple[str, str]]:
    return [(str(one["SUMMARY"]), one["DTSTART"].to_ical().decode()) for one in read(text)]


def test_there_is_one_for_each_that_comes_each_kern_and_all(files: dict[str, str]) -> None:
    assert files.keys() == {
        f"data/agenda/{id}.ics"
        for id in ("velp/de-poort", "velp/koor", "velp/straks", "velp/inloop", "overal/eetclub", "velp", "dieren", "alles")
    }  # fmt: skip


def test_the_calendar_of_a_kern_has_what_happens_there_and_not_what_is_merely_open(
    files: dict[str, str],
) -> None:
    assert events(files["data/agenda/velp.ics"]) == [
        ("Zingen", "20261123"),
        ("Samen eten", "20261124T173000"),
        ("Inloop", "20261124T090000"),
        ("Inloop", "20261126T130000"),
        ("Zingen (voorbeeld)", "20261123"),
        ("Zingen", "20270111"),
    ]
    assert events(files["data/agenda/dieren.ics"]) == [("Zingen", "20261123")]
    assert ("De Poort open", "20261123T090000") in events(files["data/agenda/velp/de-poort.ics"])


def test_what_opens_again_is_not_certain(files: dict[str, str]) -> None:
    [event] = read(files["data/agenda/velp/straks.ics"])
    assert event["STATUS"] == "TENTATIVE"
    assert "Zou vanaf dinsdag 5 januari 2027 weer open zijn." in event["DESCRIPTION"]


def test_a_file_says_what_it_is_and_where_its_events_are(files: dict[str, str]) -> None:
    text = files["data/agenda/velp/koor.ics"]
    calendar: Any = Calendar.from_ical(text)
    [event] = calendar.events

    assert calendar["X-WR-CALNAME"] == "Koor"
    assert event["UID"] == "velp/koor/zingen@proefdorp.sociale-kaart"
    assert event["DTSTAMP"].dt == datetime(2026, 11, 22, tzinfo=UTC)
    assert (event["LOCATION"], event["URL"]) == (
        "De Poort, Dorpsplein 1, Velp",
        "https://x.example/velp/koor/",
    )
    assert event["DESCRIPTION"].startswith("Dit is een verzonnen voorbeeld.\nKoor\nEen club.")


def test_lines_are_as_short_as_the_standard_asks(files: dict[str, str]) -> None:
    lines = "".join(files.values()).encode().split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert b"\n" not in b"".join(lines)


def test_two_other_programs_and_dateutil_have_the_same_dates() -> None:
    """All of the demonstration and some made-up ones, over two years; the bench does the same with more."""
    command: list[Any] = [sys.executable, ROOT / "bench" / "agenda.py", "60", "--seed", "22"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout.count(" 0 differences")) == (0, 2), run.stdout + run.stderr
