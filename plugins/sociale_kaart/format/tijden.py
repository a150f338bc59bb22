"""Times, days, dates and seasons: read as a person writes them, said as a person says them."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from itertools import pairwise

from sociale_kaart.format.problems import Onbegrepen

DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip

HELE_WEEK = (0, 1, 2, 3, 4, 5, 6)
WERKDAGEN = (0, 1, 2, 3, 4)
MIDDERNACHT = 24 * 60
UITERSTE_EINDE = MIDDERNACHT + 6 * 60
MIDDAG = 12 * 60

_GROEPEN = {
    **dict.fromkeys(("dagelijks", "dag", "dagen", "alle dagen", "hele week"), HELE_WEEK),
    **dict.fromkeys(("werkdag", "werkdagen", "doordeweeks"), WERKDAGEN),
    **dict.fromkeys(("weekend", "weekends", "weekenden"), (5, 6)),
}
_DAGNUMMERS = {
    vorm: nummer
    for nummer, dag in enumerate(DAGEN)
    for vorm in (dag, dag + "s", dag + "en", dag[:2], dag[:2] + ".")
}
# Every way to write one day or one group of days.
DAGWOORDEN = (*_DAGNUMMERS, *_GROEPEN)
_MAANDNUMMERS = {
    vorm: nummer for nummer, maand in enumerate(MAANDEN, 1) for vorm in (maand, maand[:3], maand[:3] + ".")
} | {"mrt": 3, "mrt.": 3, "sept": 9, "sept.": 9}

_DAG_HULP = "Schrijf een dag voluit, zoals `maandag`, of `maandag-woensdag`, `werkdagen` of `dagelijks`."
_TIJD_HULP = "Schrijf de begintijd en de eindtijd, bijvoorbeeld `10:00-12:00`."
_DATUM_HULP = "Schrijf een datum zo: `3-7-2027` of `3 juli 2027`."
_SEIZOEN_HULP = "Schrijf hele maanden, bijvoorbeeld `april-oktober`."


def normalise(text: str) -> str:
    """Lower case, one kind of space, one kind of dash; "t/m" and "tot en met" are a dash too."""
    text = re.sub(r"[‐‑‒–—―−]", "-", text.casefold())
    text = re.sub(r"\bt\s*/\s*m\b|\btot en met\b", "-", text)
    return " ".join(text.split())


def nearest(word: str, known: Iterable[str]) -> str | None:
    return next(iter(get_close_matches(word, list(known), n=1, cutoff=0.7)), None)


def quoted(text: str) -> str:
    """What somebody wrote, inside a message: on one line and not endless."""
    text = " ".join(text.split())
    if not text:
        return "Een lege plek"
    return f"`{text if len(text) <= 60 else text[:59] + '…'}`"


def meant(word: str, known: Iterable[str], otherwise: str) -> str:
    found = nearest(word, known)
    return f"Bedoelt u `{found}`?" if found and found != word else otherwise


def som_op(woorden: Sequence[str]) -> str:
    """maandag, dinsdag en vrijdag"""
    if len(woorden) < 2:
        return "".join(woorden)
    return f"{', '.join(woorden[:-1])} en {woorden[-1]}"


def datum_zin(datum: date, jaar: bool = False, dag: bool = True) -> str:
    """dinsdag 24 november 2026, with the year and the day of the week as asked."""
    delen = [DAGEN[datum.weekday()]] if dag else []
    delen += [str(datum.day), MAANDEN[datum.month - 1]]
    return " ".join([*delen, str(datum.year)] if jaar else delen)


def klok(minuten: int, teken: str = ".") -> str:
    if minuten > MIDDERNACHT:
        minuten -= MIDDERNACHT
    return f"{minuten // 60}{teken}{minuten % 60:02}"


@dataclass(frozen=True, slots=True)
class Tijdvak:
    """From `begin` to `einde`, in minutes since midnight: over 1440 is past midnight, None is an open end."""

    begin: int
    einde: int | None

    def zin(self) -> str:
        if self.einde is None:
            return f"vanaf {klok(self.begin)} uur"
        return f"van {klok(self.begin)} tot {klok(self.einde)} uur"

    def kort(self) -> str:
        if self.einde is None:
            return f"vanaf {klok(self.begin)}"
        return f"{klok(self.begin)}–{klok(self.einde)}"


@dataclass(frozen=True, slots=True)
class Seizoen:
    """Whole months, 1 to 12, both included; `van` after `tot` runs over the new year."""

    van: int
    tot: int

    def maanden(self) -> frozenset[int]:
        return frozenset((self.van - 1 + n) % 12 + 1 for n in range((self.tot - self.van) % 12 + 1))

    def bevat(self, datum: date) -> bool:
        return (datum.month - self.van) % 12 <= (self.tot - self.van) % 12

    def zin(self) -> str:
        if self.van == self.tot:
            return f"in {MAANDEN[self.van - 1]}"
        return f"van {MAANDEN[self.van - 1]} tot en met {MAANDEN[self.tot - 1]}"


def _lees_tijd(text: str) -> int:
    gevonden = re.fullmatch(r"(\d{1,2})(?:\s*[:.u]\s*(\d{2}))?\s*(?:uur|u|h)?\.?", text)
    if not gevonden:
        raise _geen_tijd(text)
    uur, minuut = int(gevonden[1]), int(gevonden[2] or 0)
    if minuut > 59:
        fout, hulp = "een uur heeft 60 minuten", "Schrijf de minuten van `00` tot en met `59`."
        raise Onbegrepen(f"{quoted(text)} is geen tijd: {fout}.", hulp, "tijd")
    if uur * 60 + minuut > MIDDERNACHT:
        fout, hulp = "een dag heeft 24 uur", "Schrijf een tijd van `0:00` tot en met `24:00`."
        raise Onbegrepen(f"{quoted(text)} is geen tijd: {fout}.", hulp, "tijd")
    return uur * 60 + minuut


def _geen_tijd(text: str) -> Onbegrepen:
    if re.fullmatch(r"\d{3,4}", text) and int(text) < MIDDERNACHT:
        bedoeld = klok(int(text), ":")
        verklaring = f"Soms maakt een programma van `{bedoeld}` het getal {text}."
        return Onbegrepen(f"`{text}` is geen tijd. {verklaring}", _TIJD_HULP, "tijd")
    return Onbegrepen(f"{quoted(text)} is geen tijd.", _TIJD_HULP, "tijd")


@lru_cache(maxsize=4096)
def lees_tijdvak(text: str) -> Tijdvak:
    """`10:00-12:00`, `9-12 uur`, `van 9 tot 12 uur`, `vanaf 20:00`, `20:30-01:00`."""
    schoon = normalise(text)
    bereik = re.fullmatch(r"(?:van(?:af)? )?(.+?)\s*(?:-|\btot\b)\s*(.+)", schoon)
    if bereik:
        return _bereik(text, _lees_tijd(bereik[1]), _lees_tijd(bereik[2]))
    if schoon.startswith("vanaf "):
        begin = _lees_tijd(schoon.removeprefix("vanaf "))
        if begin == MIDDERNACHT:
            raise Onbegrepen("Om `24:00` is de dag voorbij.", "Schrijf `0:00` bij de dag erna.", "tijd")
        return Tijdvak(begin, None)
    begin = _lees_tijd(schoon.removesuffix("-").strip())
    eerst, later = klok(begin, ":"), klok(begin + 120, ":")
    raise Onbegrepen(
        f"{quoted(text)} is één tijd: tot hoe laat duurt het?",
        f"Schrijf ook het einde, bijvoorbeeld `{eerst}-{later}`, of `vanaf {eerst}`.",
        "tijd",
    )


def _bereik(text: str, begin: int, einde: int) -> Tijdvak:
    if begin == einde:
        raise Onbegrepen(f"Begin en einde zijn gelijk in {quoted(text)}.", _TIJD_HULP, "tijd")
    if begin < einde:
        return Tijdvak(begin, einde)
    # Past midnight only for what starts in the afternoon or evening: 10:00-05:00 is a slip, not a long day.
    # Midnight itself, written as 0:00, can end any day.
    if begin < MIDDERNACHT and (einde == 0 or (begin >= MIDDAG and einde + MIDDERNACHT <= UITERSTE_EINDE)):
        return Tijdvak(begin, einde + MIDDERNACHT)
    bedoeld = ""
    if einde < begin < MIDDAG:
        bedoeld = f"Bedoelt u `{klok(begin, ':')}-{klok(einde + MIDDAG, ':')}`? "
    raise Onbegrepen(
        f"Het einde ligt voor het begin in {quoted(text)}.",
        f"{bedoeld}Over middernacht heen mag alleen van `12:00` of later tot uiterlijk `06:00`.",
        "tijd",
    )


@lru_cache(maxsize=4096)
def lees_tijdvakken(text: str) -> tuple[Tijdvak, ...]:
    """One or more, with a comma or "en" between them; in the order of the day."""
    delen = re.split(r"[,;]|\ben\b", normalise(text))
    tijdvakken = sorted((lees_tijdvak(d.strip()) for d in delen if d.strip()), key=lambda t: t.begin)
    if not tijdvakken:
        raise _geen_tijd(text)
    for eerder, later in pairwise(tijdvakken):
        if eerder.einde is None or eerder.einde > later.begin:
            raise Onbegrepen(
                f"Twee tijden overlappen: {eerder.kort()} en {later.kort()}.",
                "Maak er één tijd van, of verander het begin of het einde.",
                "tijd",
            )
    return tuple(tijdvakken)


@lru_cache(maxsize=4096)
def lees_dagen(text: str) -> tuple[int, ...]:
    """Days as numbers, 0 is maandag, in the order of the week: `ma t/m wo`, `di en vr`, `werkdagen`."""
    delen = [deel.strip() for deel in re.split(r"[,;/&]|\ben\b", normalise(text))]
    dagen = {dag for deel in delen if deel for dag in _dagen_van(deel)}
    if not dagen:
        raise Onbegrepen("Er staat geen dag.", _DAG_HULP, "dag")
    return tuple(sorted(dagen))


def _dagen_van(deel: str) -> tuple[int, ...]:
    deel = re.sub(r"^(?:elke|iedere|op|in het|van) ", "", deel)
    if deel in _GROEPEN:
        return _GROEPEN[deel]
    eerste, streep, laatste = (stuk.strip() for stuk in deel.partition("-"))
    begin = _dagnummer(eerste)
    if not streep:
        return (begin,)
    return tuple((begin + n) % 7 for n in range((_dagnummer(laatste) - begin) % 7 + 1))


def _dagnummer(woord: str) -> int:
    if woord not in _DAGNUMMERS:
        bekend = (*DAGEN, "dagelijks", "werkdagen", "weekend")
        raise Onbegrepen(f"{quoted(woord)} is geen dag.", meant(woord, bekend, _DAG_HULP), "dag")
    return _DAGNUMMERS[woord]


@lru_cache(maxsize=4096)
def lees_datum(text: str) -> date:
    """`2027-07-03`, `3-7-2027`, `03/07/2027`, `3 juli 2027`, `zaterdag 3 jul 2027`."""
    schoon = normalise(text)
    if iso := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", schoon):
        return _datum(text, int(iso[1]), int(iso[2]), int(iso[3]))
    if cijfers := re.fullmatch(r"(\d{1,2})([-/.])(\d{1,2})\2(\d+)", schoon):
        return _datum(text, _jaar(text, cijfers[4]), int(cijfers[3]), int(cijfers[1]))
    if woorden := re.fullmatch(r"(?:([a-z]+\.?) )?(\d{1,2}) ([a-z]+\.?)(?: ('?\d+))?", schoon):
        maand = _maand(woorden[3], "datum")
        datum = _datum(text, _jaar(text, woorden[4] or ""), maand, int(woorden[2]))
        if woorden[1] and _dagnummer(woorden[1]) != datum.weekday():
            raise Onbegrepen(
                f"{datum_zin(datum, jaar=True, dag=False)} is geen {DAGEN[_dagnummer(woorden[1])]}.",
                f"Die datum is een {DAGEN[datum.weekday()]}: verander de dag of de datum.",
                "datum",
            )
        return datum
    raise Onbegrepen(f"{quoted(text)} is geen datum.", _DATUM_HULP, "datum")


def _jaar(text: str, jaar: str) -> int:
    if len(jaar) != 4:
        raise Onbegrepen(
            f"Het jaar is niet volledig in {quoted(text)}.",
            "Schrijf het jaar met vier cijfers, bijvoorbeeld `3 juli 2027`.",
            "datum",
        )
    return int(jaar)


def _datum(text: str, jaar: int, maand: int, dag: int) -> date:
    if not 1900 <= jaar <= 2199:
        raise Onbegrepen(f"Het jaar {jaar} kan niet kloppen in {quoted(text)}.", _DATUM_HULP, "datum")
    if not 1 <= maand <= 12:
        raise Onbegrepen(f"Maand {maand} bestaat niet in {quoted(text)}.", _DATUM_HULP, "datum")
    laatste = monthrange(jaar, maand)[1]
    if not 1 <= dag <= laatste:
        naam = MAANDEN[maand - 1]
        raise Onbegrepen(
            f"{dag} {naam} {jaar} bestaat niet: {naam} heeft dan {laatste} dagen.",
            f"Kies een dag van 1 tot en met {laatste}.",
            "datum",
        )
    return date(jaar, maand, dag)


def _maand(woord: str, rule: str) -> int:
    if woord not in _MAANDNUMMERS:
        hulp = _SEIZOEN_HULP if rule == "seizoen" else _DATUM_HULP
        raise Onbegrepen(f"{quoted(woord)} is geen maand.", meant(woord, MAANDEN, hulp), rule)
    return _MAANDNUMMERS[woord]


@lru_cache(maxsize=256)
def lees_seizoen(text: str) -> Seizoen:
    """`april-oktober`, `van nov. t/m mrt`, `juli`."""
    schoon = re.sub(r"^(?:van|in) ", "", normalise(text))
    van, streep, tot = (stuk.strip() for stuk in re.sub(r"\btot\b", "-", schoon).partition("-"))
    if re.search(r"\d", schoon):
        raise Onbegrepen(f"Een seizoen telt in hele maanden, niet {quoted(text)}.", _SEIZOEN_HULP, "seizoen")
    begin = _maand(van, "seizoen")
    return Seizoen(begin, _maand(tot, "seizoen") if streep else begin)
