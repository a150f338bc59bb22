"""Calendar files (iCalendar, RFC 5545): one for each initiative, each kern and the whole map."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from ..agenda import ALLES, Agenda, Moment, aanmelden, calendar_path, kosten, voorwaarden
from ..folders import kebab
from ..format.tijden import datum_zin, som_op
from .reeksen import Reeks, reeksen

HERE = ZoneInfo("Europe/Amsterdam")

# The rule of the European Union since 1996, in the shortest form that all calendars read.
TIMEZONE = """\
BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
""".replace("\n", "\r\n")

PageAddress = Callable[[str], str]


def files(agenda: Agenda, page_address: PageAddress) -> Iterator[tuple[str, str]]:
    """Every calendar: address on the site and text. `page_address` gives an id's full address, or ""."""
    kaart = agenda.kaart
    events: dict[str, str] = {}  # by the id of the moment: it stands in several calendars and is written once
    for id, those in agenda.momenten.items():
        events.update((one.id, _events(agenda, one, page_address)) for one in those)
        yield calendar_path(id), _calendar(kaart.initiatieven[id].naam, (events[one.id] for one in those))
    for kern in kaart.dorpen:
        there = agenda.in_kern.get(kern.id, ())
        yield calendar_path(kern.id), _calendar(f"Agenda {kern.naam}", _happens(there, events))
    everything = (one for those in agenda.momenten.values() for one in those)
    yield calendar_path(ALLES), _calendar(f"Agenda {kaart.gemeente.naam}", _happens(everything, events))


def _happens(moments: Iterable[Moment], events: Mapping[str, str]) -> Iterator[str]:
    """Without what is merely open: a dorpshuis that is open every day would fill the calendar of its village."""
    return (events[one.id] for one in moments if not one.alleen_open)


def _calendar(name: str, events: Iterable[str]) -> str:
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//sociale-kaart//NL",
        f"NAME:{_text(name)}",
        f"X-WR-CALNAME:{_text(name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
    ]
    return "".join((_written(lines), TIMEZONE, *events, "END:VCALENDAR\r\n"))


def _events(agenda: Agenda, moment: Moment, page_address: PageAddress) -> str:
    """The events of one moment, as text: more than one where no single rule says its days."""
    host = f"{kebab(agenda.kaart.gemeente.naam)}.sociale-kaart"
    return "".join(
        _event(agenda, moment, one, f"{moment.id}{one.naam}@{host}", page_address)
        for one in reeksen(agenda.kaart, moment)
    )


def _event(agenda: Agenda, moment: Moment, reeks: Reeks, uid: str, page_address: PageAddress) -> str:
    """Line by line: there are thousands, and a library that knows all of iCalendar takes three times as long."""
    address = page_address(moment.initiatief.id)
    place, until = agenda.plaats(moment), _until(moment, reeks)
    lines = [
        "BEGIN:VEVENT",
        f"UID:{_text(uid)}",
        f"DTSTAMP:{agenda.kaart.vandaag:%Y%m%d}T000000Z",
        f"SUMMARY:{_text(_summary(moment))}",
        f"DTSTART{_when(moment, [_start(moment, reeks.eerste)])}",
        f"DTEND{_when(moment, [end])}" if (end := _end(moment, reeks)) else "",
        f"RRULE:{_rule({**reeks.regel, **until})}" if reeks.regel else "",
        f"EXDATE{_when(moment, [_start(moment, day) for day in reeks.behalve])}" if reeks.behalve else "",
        f"LOCATION:{_text(', '.join(place.delen))}" if place.delen else "",
        f"DESCRIPTION:{_text(chr(10).join(_description(moment, reeks, address)))}",
        f"URL:{address}" if address else "",
        "STATUS:TENTATIVE" if moment.onzeker else "",
        "TRANSP:TRANSPARENT",  # somebody who follows a village's calendar is not busy all week
        "END:VEVENT",
    ]
    return _written(lines)


def _written(lines: Iterable[str]) -> str:
    return "".join(f"{_folded(line)}\r\n" for line in lines if line)


def _rule(parts: Mapping[str, object]) -> str:
    """FREQ=WEEKLY;BYDAY=TU,TH."""
    lists = ((name, value if isinstance(value, list) else [value]) for name, value in parts.items())
    return ";".join(f"{name}={','.join(map(str, values))}" for name, values in lists)


def _text(text: str) -> str:
    """As TEXT is written (RFC 5545, 3.3.11)."""
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\r\n", "\\n").replace("\n", "\\n")


def _when(moment: Moment, dates: Sequence[date]) -> str:
    """What stands after the name of a property that holds dates, with its parameter."""
    if moment.wanneer.tijd:
        return f";TZID={HERE.key}:{','.join(f'{one:%Y%m%dT%H%M%S}' for one in dates)}"
    return f";VALUE=DATE:{','.join(f'{one:%Y%m%d}' for one in dates)}"


def _folded(line: str) -> str:
    """At most 75 bytes a line, never cut within a letter."""
    raw = line.encode()
    if len(raw) <= 75:
        return line
    parts: list[str] = []
    while len(raw) > 75 - bool(parts):
        end = 75 - bool(parts)
        while raw[end] & 0xC0 == 0x80:
            end -= 1
        parts.append(raw[:end].decode())
        raw = raw[end:]
    return "\r\n ".join([*parts, raw.decode()])


def _start(moment: Moment, day: date) -> date | datetime:
    return _at(day, moment.wanneer.tijd.begin) if moment.wanneer.tijd else day


def _end(moment: Moment, reeks: Reeks) -> date | datetime | None:
    """None when nobody wrote it. Of whole days it is the day after the last, as the standard has it."""
    tijd = moment.wanneer.tijd
    if tijd:
        return None if tijd.einde is None else _at(reeks.eerste, tijd.einde)
    last = reeks.eerste if reeks.regel else reeks.laatste or reeks.eerste
    return last + timedelta(days=1)


def _until(moment: Moment, reeks: Reeks) -> dict[str, str]:
    """Inclusive; of what has a time in UTC."""
    if reeks.laatste is None:
        return {}
    start = _start(moment, reeks.laatste)
    if isinstance(start, datetime):
        return {"UNTIL": f"{start.astimezone(UTC):%Y%m%dT%H%M%SZ}"}
    return {"UNTIL": f"{start:%Y%m%d}"}


def _at(day: date, minutes: int) -> datetime:
    """What the clock says then, also on a night when it changes and past midnight."""
    return datetime.combine(day, time(), HERE) + timedelta(minutes=minutes)


def _summary(moment: Moment) -> str:
    name = f"{moment.naam} open" if moment.alleen_open else moment.naam
    return f"{name} (voorbeeld)" if moment.initiatief.voorbeeld else name


def _description(moment: Moment, reeks: Reeks, address: str) -> Iterator[str]:
    initiatief = moment.initiatief
    if initiatief.voorbeeld:
        yield "Dit is een verzonnen voorbeeld."
    if moment.onzeker and initiatief.gesloten_tot:
        yield f"Zou vanaf {datum_zin(initiatief.gesloten_tot, jaar=True)} weer open zijn. Bel even voor u gaat."
    if moment.activiteit:
        yield initiatief.naam
    yield initiatief.kort
    if costs := kosten(moment):
        yield f"Kosten: {costs}"
    if (sign_up := aanmelden(moment)) is not None:
        yield f"Aanmelden: {sign_up if isinstance(sign_up, str) else 'ja, vooraf' if sign_up else 'niet nodig'}"
    if needed := voorwaarden(moment):
        yield f"Voor wie: {som_op(needed)}"
    if reeks.open_einde and reeks.laatste:
        yield f"Na {datum_zin(reeks.laatste, jaar=True)} zijn de dagen nog niet bekend."
    if address:
        yield address
