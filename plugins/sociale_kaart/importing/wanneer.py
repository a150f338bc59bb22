"""When something is, in people's own notation: `ma t/m vr 9-17u`, `elke 1e woensdag v/d maand 14.00-16.00 uur`.

Only what can be read from beginning to end counts. Half of it understood would be a wrong time on the site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..format.openingstijden import OP_AFSPRAAK, OP_AFSPRAAK_WOORDEN
from ..format.problems import Onbegrepen
from ..format.tijden import DAGEN, HELE_WEEK, klok, lees_tijdvakken, normalise

Dagen = tuple[int, ...]

_SHORT = {"maa": 0, "din": 1, "woe": 2, "woens": 2, "don": 3, "vrij": 4, "vrijd": 4, "zat": 5, "zon": 6}
_NUMBERS = _SHORT | {form: number for number, day in enumerate(DAGEN) for form in (day, day[:2])}
_GROUPS: dict[str, Dagen] = {
    **dict.fromkeys(
        ("dagelijks", "elke dag", "iedere dag", "alle dagen", "hele week", "7 dagen per week"), HELE_WEEK
    ),
    **dict.fromkeys(("werkdagen", "werkdag", "doordeweeks", "doordeweekse dagen"), HELE_WEEK[:5]),
    **dict.fromkeys(("weekend", "het weekend", "in het weekend", "weekenden"), HELE_WEEK[5:]),
}
_ORDINALS = {
    **{f"{n}{end}": f"{n}e" for n in range(1, 6) for end in ("e", "ste", "de")},
    "eerste": "1e", "tweede": "2e", "derde": "3e", "vierde": "4e", "vijfde": "5e", "laatste": "laatste",
}  # fmt: skip
_AND = r"\s*(?:,|&|\+|/|\ben\b)\s*(?:de )?"


def _one_of(words: object) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))  # type: ignore[call-overload]


_T = r"\d{1,2}(?:\s?[:.u]\s?\d{2})?(?!\d)(?:\s?(?:uur|u|h)\b\.?)?"
_RANGE = rf"(?:(?:van(?:af)?\s)?{_T}\s?(?:-|\btot\b)\s?{_T}|vanaf\s{_T})"
_CLOSED = rf"gesloten|dicht|{_one_of(OP_AFSPRAAK_WOORDEN)}"
_TIMES = rf"(?:{_RANGE}(?:{_AND}{_RANGE})*|{_CLOSED})"
_PART_OF_DAY = r"\s?(?:ochtend|morgen|middag|avond)(?:en|s)?"
_DAY = rf"(?:(?:{_one_of(_NUMBERS)})(?:en|s)?(?:{_PART_OF_DAY})?\b\.?)"
_DAYS = rf"(?:{_DAY}(?:(?:\s?-\s?|{_AND}|\s){_DAY})*|(?:{_one_of(_GROUPS)})\b)"
_ORD = rf"(?:{_one_of(_ORDINALS)})"
_EVERY = r"(?:(?:op|elke|iedere|de|alle)\s)*"
_MONTHLY = rf"(?P<nth>{_ORD}(?:{_AND}{_ORD})*)\s(?P<nth_days>{_DAYS})\s?(?:van|in)\s(?:de|elke|iedere)\smaand"
_WEEKS = r"[(\s]*(?:in\s)?(?:de\s)?(?P<weeks>(?:on)?even)\s?we(?:e)?k(?:en)?\b\)?"
_PART = re.compile(
    rf"{_EVERY}(?:{_MONTHLY}|(?P<days>{_DAYS}))(?:{_WEEKS})?\s*[:,=]?\s*(?:om\s(?P<from>{_T})|(?:om\s)?(?P<times>{_TIMES}))?"
    rf"(?:{_WEEKS.replace('weeks', 'weeks_after')})?"
)
_TURNED = re.compile(rf"({_TIMES}),?\s?(?:uur\s)?({_EVERY}{_DAYS})")
_NOT_IN = re.compile(
    r"[(]?(?:niet|gesloten|behalve|m\.u\.v\.?|dicht)\s(?:in\s|tijdens\s|op\s)?(?:de\s)?(?P<not_in>schoolvakanties|schoolvakantie|zomervakantie|bouwvak|feestdagen)[)]?"
)
_BETWEEN = re.compile(r"[\s,;.|/]*(?:en\b\s*)?")


@dataclass(frozen=True)
class Wanneer:
    """As the format writes it: `openingstijden` a block or `op afspraak`, activities without their name."""

    openingstijden: dict[str, str] | str = field(default_factory=dict)
    activiteiten: tuple[dict[str, str], ...] = ()


@dataclass(frozen=True)
class _Part:
    days: Dagen
    times: str = ""  # ranges as the format writes them, or `gesloten`, or `op afspraak`
    repeat: str = ""


def read_wanneer(text: str) -> Wanneer | None:
    """All of the text, or None when some of it is not certain."""
    plain = _plain(text)
    if plain in OP_AFSPRAAK_WOORDEN:
        return Wanneer(OP_AFSPRAAK)
    if plain in ("24/7", "24 uur per dag", "dag en nacht", "altijd", "altijd open"):
        return Wanneer({"dagelijks": "0:00-24:00"})
    try:
        parts, not_in = _parts(_TURNED.sub(r"\2 \1", plain) if _TURNED.fullmatch(plain) else plain)
        return _joined(parts, not_in)
    except Onbegrepen:
        return None


def _plain(text: str) -> str:
    plain = normalise(re.sub(r"\s*\n\s*", "; ", text.strip()))
    plain = re.sub(r"\bv\.?/?d\.?(?=\s)|\bvd\b", "van de", plain)
    plain = re.sub(r"\btussen ([\d.:u]+)(?: uur)? en ([\d.:u]+)", r"\1-\2", plain)
    plain = re.sub(
        r"\b([01]\d|2[0-4])([0-5]\d)(?=\s?-|\s?u|$)|(?<=-)([01]\d|2[0-4])([0-5]\d)\b", _colon, plain
    )
    plain = re.sub(r"(?<![\d,])(\d{1,2}),(00|15|30|45)(?=\s?-|\s?u|$|;)", r"\1:\2", plain)
    plain = re.sub(r"(?<=\d)\.-", "-", plain)  # "9.- 12."
    plain = re.sub(r"^(?:geopend|open|openingstijden|inloop|tijden)\s?(?:op\s|van\s)?:?\s?", "", plain)
    return plain.strip(" .;,")


def _colon(match: re.Match[str]) -> str:
    return f"{match[1] or match[3]}:{match[2] or match[4]}"


def _parts(text: str) -> tuple[list[_Part], list[str]]:
    parts: list[_Part] = []
    not_in: list[str] = []
    place = 0
    while place < len(text):
        if excluded := _NOT_IN.match(text, place):
            not_in.append("schoolvakanties" if excluded["not_in"] == "schoolvakantie" else excluded["not_in"])
            place = excluded.end()
        elif found := _PART.match(text, place):
            parts.append(_part(found))
            place = found.end()
        else:
            raise Onbegrepen(text[place:])
        place = _BETWEEN.match(text, place).end()  # type: ignore[union-attr]
    if not parts:
        raise Onbegrepen(text)
    return parts, not_in


def _part(found: re.Match[str]) -> _Part:
    weeks = found["weeks"] or found["weeks_after"]
    repeat = f"{weeks} weken" if weeks else ""
    if found["nth"]:
        nth = list(dict.fromkeys(_ORDINALS[one] for one in re.findall(_ORD, found["nth"])))
        repeat = f"{' en '.join(nth)} van de maand"
    if re.search(_PART_OF_DAY, found.group()) and not (found["from"] or found["times"]):
        raise Onbegrepen(found.group())  # which hours are an afternoon?
    times = f"vanaf {found['from']}" if found["from"] else found["times"] or ""
    return _Part(_days(found["nth_days"] or found["days"]), _times(times), repeat)


def _days(text: str) -> Dagen:
    if text in _GROUPS:
        return _GROUPS[text]
    days: list[int] = []
    tokens = re.findall(rf"({_one_of(_NUMBERS)})\w*|(-)", text)
    for number, (word, _) in enumerate(tokens):
        if not word:
            continue
        day = _NUMBERS[word]
        if number and tokens[number - 1][1]:
            days += [(days[-1] + step) % 7 for step in range(1, (day - days[-1]) % 7)]
        days.append(day)
    return tuple(dict.fromkeys(days))


def _times(text: str) -> str:
    if not text or (not text[-1:].isdigit() and re.fullmatch(_CLOSED, text)):
        return (
            text if text in ("", "gesloten", OP_AFSPRAAK) else "gesloten" if text == "dicht" else OP_AFSPRAAK
        )
    ranges = lees_tijdvakken(re.sub(_AND, ", ", text))
    return ", ".join(
        f"{klok(one.begin, ':')}-{klok(one.einde, ':')}"
        if one.einde is not None
        else f"vanaf {klok(one.begin, ':')}"
        for one in ranges
    )


def _joined(parts: list[_Part], not_in: list[str]) -> Wanneer:
    """Every week with an end is an opening hour; what repeats otherwise, or has no times, an activity."""
    week: dict[int, list[str]] = {}
    activities: list[dict[str, str]] = []
    for part in parts:
        if part.repeat or not part.times:
            activities += _activities(part)
        else:
            for day in part.days:
                week.setdefault(day, []).append(part.times)
    joined = {day: ", ".join(times) for day, times in week.items()}
    for times in joined.values():
        if any(char.isdigit() for char in times):
            lees_tijdvakken(times)  # two that overlap are not certain
    hours = dict(_rows(joined))
    if hours and not_in:
        hours["niet_in"] = ", ".join(not_in)
    elif not_in and len(activities) > 0:
        activities = [one | {"niet_in": ", ".join(not_in)} for one in activities]
    return Wanneer(hours, tuple(activities))


def _activities(part: _Part) -> Iterator[dict[str, str]]:
    if part.times in ("gesloten", OP_AFSPRAAK):
        raise Onbegrepen(part.times)
    for time in part.times.split(", "):
        row = {"dag": ", ".join(DAGEN[day] for day in part.days), "tijd": time, "herhaling": part.repeat}
        yield {key: value for key, value in row.items() if value}


def _rows(week: dict[int, str]) -> Iterator[tuple[str, str]]:
    """Three days or more in a row with the same times are one line."""
    days = sorted(week)
    while days:
        run = [days.pop(0)]
        while days and days[0] == run[-1] + 1 and week[days[0]] == week[run[0]]:
            run.append(days.pop(0))
        if len(run) > 2:
            yield f"{DAGEN[run[0]]}-{DAGEN[run[-1]]}", week[run[0]]
        else:
            yield from ((DAGEN[day], week[day]) for day in run)
