"""What repeats: as it is written, as it is said, and the dates that follow."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

import pytest
from dateutil.rrule import MONTHLY, WEEKLY, YEARLY, rrule, weekday

from sociale_kaart.format.herhaling import Eenmalig, Herhaling, Keer, Ritme, lees_herhaling
from sociale_kaart.format.kalender import feestdagen, kalender
from sociale_kaart.format.problems import Onbegrepen
from sociale_kaart.format.tijden import Seizoen, Tijdvak, lees_dagen, lees_seizoen, lees_tijdvak

MIDDEN = kalender("midden")
OCHTEND = Tijdvak(10 * 60, 12 * 60)
DINSDAG = (1,)


def datums(keren: Iterable[Keer]) -> str:
    return " ".join(keer.datum.isoformat() for keer in keren)


@pytest.mark.parametrize(
    ("geschreven", "dagen", "zin"),
    [
        ("elke week", "dinsdag", "elke dinsdag"),
        ("wekelijks", "dinsdag, donderdag", "elke dinsdag en donderdag"),
        ("elke week", "dagelijks", "elke dag"),
        ("elke week", "werkdagen", "op werkdagen"),
        ("Elke week", "weekend", "elke zaterdag en zondag"),
        ("even weken", "dinsdag", "dinsdag in de even weken"),
        ("oneven weken", "dinsdag, vrijdag", "dinsdag en vrijdag in de oneven weken"),
        ("1e van de maand", "dinsdag", "elke eerste dinsdag van de maand"),
        ("1e en 3e van de maand", "dinsdag", "elke eerste en derde dinsdag van de maand"),
        ("3e en 1e van de maand", "dinsdag", "elke eerste en derde dinsdag van de maand"),
        ("eerste en derde van de maand", "dinsdag", "elke eerste en derde dinsdag van de maand"),
        ("2de van de maand", "dinsdag", "elke tweede dinsdag van de maand"),
        ("elke 1ste van de maand", "dinsdag", "elke eerste dinsdag van de maand"),
        ("5e van de maand", "dinsdag", "elke vijfde dinsdag van de maand"),
        ("laatste van de maand", "vrijdag", "elke laatste vrijdag van de maand"),
        ("laatste en 2e van de maand", "vrijdag", "elke tweede en laatste vrijdag van de maand"),
    ],
)
def test_repetition_is_read_and_said(geschreven: str, dagen: str, zin: str) -> None:
    assert lees_herhaling(geschreven).zin(lees_dagen(dagen)) == zin


@pytest.mark.parametrize(
    "geschreven",
    ["om de week", "om de andere week", "tweewekelijks", "14-daags", "elke 2 weken", "om de 14 dagen"],
)
def test_every_other_week_is_asked_about(geschreven: str) -> None:
    with pytest.raises(Onbegrepen) as gevangen:
        lees_herhaling(geschreven)
    assert gevangen.value.message == "Zijn dat de even of de oneven weken?"
    assert gevangen.value.remedy == "Schrijf `even weken` of `oneven weken`."


@pytest.mark.parametrize(
    ("geschreven", "wat_is_er", "wat_dan"),
    [
        ("maandelijks", "De hoeveelste keer in de maand", "`1e van de maand`"),
        ("eens per maand", "De hoeveelste keer in de maand", "`laatste van de maand`"),
        ("2e dinsdag van de maand", "die staat al bij `dag`", "Schrijf `2e van de maand`."),
        ("elke dinsdag", "De dag hoort niet in de herhaling", "Schrijf de dag bij `dag`"),
        ("6e van de maand", "`6e` bestaat niet", "Kies van `1e` tot en met `5e`, of `laatste`."),
        ("eerst van de maand", "`eerst` is geen plaats in de maand", "Bedoelt u `eerste van de maand`?"),
        ("begin van de maand", "`begin` is geen plaats in de maand", "Kies uit"),
        ("elke 3 weken", "kennen we niet", "een eigen activiteit met `datum`"),
        ("evn weken", "`evn weken` is geen herhaling", "Bedoelt u `even weken`?"),
        ("soms", "`soms` is geen herhaling", "Kies uit `elke week`, `even weken`"),
    ],
)
def test_repetition_that_is_not_understood(geschreven: str, wat_is_er: str, wat_dan: str) -> None:
    with pytest.raises(Onbegrepen) as gevangen:
        lees_herhaling(geschreven)
    assert wat_is_er in gevangen.value.message
    assert wat_dan in gevangen.value.remedy
    assert gevangen.value.rule == "herhaling"


@pytest.mark.parametrize(
    ("ritme", "zin"),
    [
        (Ritme(DINSDAG), "elke dinsdag"),
        (
            Ritme(DINSDAG, OCHTEND, niet_in=("schoolvakanties",)),
            "elke dinsdag van 10.00 tot 12.00 uur, niet in de schoolvakanties",
        ),
        (
            Ritme(DINSDAG, lees_tijdvak("vanaf 20:00"), seizoen=lees_seizoen("april-oktober")),
            "elke dinsdag vanaf 20.00 uur, van april tot en met oktober",
        ),
        (Ritme(DINSDAG, begin=date(2026, 9, 1)), "elke dinsdag, vanaf 1 september 2026"),
        (Ritme(DINSDAG, eind=date(2026, 12, 15)), "elke dinsdag, tot en met 15 december 2026"),
        (
            Ritme(DINSDAG, begin=date(2026, 9, 1), eind=date(2026, 12, 15)),
            "elke dinsdag, van 1 september 2026 tot en met 15 december 2026",
        ),
        (
            Ritme(
                DINSDAG,
                OCHTEND,
                lees_herhaling("1e en 3e van de maand"),
                niet_in=("zomervakantie", "feestdagen"),
            ),
            "elke eerste en derde dinsdag van de maand van 10.00 tot 12.00 uur, "
            "niet in de zomervakantie en niet op feestdagen",
        ),
        (
            Ritme(DINSDAG, OCHTEND, lees_herhaling("even weken"), seizoen=Seizoen(7, 7)),
            "dinsdag in de even weken van 10.00 tot 12.00 uur, in juli",
        ),
    ],
)
def test_a_rhythm_is_said(ritme: Ritme, zin: str) -> None:
    assert ritme.zin() == zin


@pytest.mark.parametrize(
    ("herhaling", "wisselt"),
    [
        ("elke week", False),
        ("even weken", True),
        ("1e van de maand", True),
    ],
)
def test_whether_the_sentence_tells_the_dates(herhaling: str, wisselt: bool) -> None:
    assert Ritme(DINSDAG, herhaling=lees_herhaling(herhaling)).wisselt is wisselt


def test_every_week_with_both_ends_included() -> None:
    keren = list(Ritme(DINSDAG, OCHTEND).keren(date(2026, 11, 24), date(2026, 12, 8), MIDDEN))
    assert datums(keren) == "2026-11-24 2026-12-01 2026-12-08"
    assert keren[0] == Keer(date(2026, 11, 24), 600, 720)


def test_without_a_time_there_is_still_a_date() -> None:
    een_dag = date(2026, 11, 24)
    assert list(Ritme(DINSDAG).keren(een_dag, een_dag, MIDDEN)) == [Keer(een_dag, None, None)]


def test_past_midnight_belongs_to_the_day_it_began() -> None:
    vrijdag, zaterdag = date(2026, 11, 27), date(2026, 11, 28)
    ritme = Ritme((4,), lees_tijdvak("20:30-01:00"))
    assert list(ritme.keren(vrijdag, zaterdag, MIDDEN)) == [Keer(vrijdag, 1230, 1500)]


def test_week_53_and_week_1_are_both_odd() -> None:
    """2026 has 53 weeks: the dinsdagen 29 December 2026 and 5 January 2027 follow each other."""
    rond_nieuwjaar = (date(2026, 12, 15), date(2027, 1, 19), MIDDEN)
    oneven = Ritme(DINSDAG, herhaling=lees_herhaling("oneven weken"))
    even = Ritme(DINSDAG, herhaling=lees_herhaling("even weken"))
    assert datums(oneven.keren(*rond_nieuwjaar)) == "2026-12-15 2026-12-29 2027-01-05 2027-01-19"
    assert datums(even.keren(*rond_nieuwjaar)) == "2026-12-22 2027-01-12"


def test_the_sunday_belongs_to_the_week_before_the_monday() -> None:
    ritme = Ritme((0, 6), herhaling=lees_herhaling("even weken"))
    assert datums(ritme.keren(date(2026, 11, 22), date(2026, 11, 30), MIDDEN)) == "2026-11-23 2026-11-29"


@pytest.mark.parametrize(
    ("herhaling", "verwacht"),
    [
        ("1e van de maand", "2026-12-01 2027-01-05 2027-02-02 2027-03-02"),
        (
            "2e en 4e van de maand",
            "2026-12-08 2026-12-22 2027-01-12 2027-01-26 2027-02-09 2027-02-23 2027-03-09 2027-03-23",
        ),
        ("5e van de maand", "2026-12-29 2027-03-30"),
        ("laatste van de maand", "2026-12-29 2027-01-26 2027-02-23 2027-03-30"),
        ("4e en laatste van de maand", "2026-12-22 2026-12-29 2027-01-26 2027-02-23 2027-03-23 2027-03-30"),
    ],
)
def test_a_place_in_the_month(herhaling: str, verwacht: str) -> None:
    ritme = Ritme(DINSDAG, herhaling=lees_herhaling(herhaling))
    assert datums(ritme.keren(date(2026, 12, 1), date(2027, 3, 31), MIDDEN)) == verwacht


def test_the_clock_change_moves_no_times() -> None:
    """Times are as on the wall: Sunday 28 March 2027 has 23 hours, and the walk is at ten all the same."""
    zondagen = Ritme((6,), OCHTEND).keren(date(2027, 3, 21), date(2027, 4, 4), MIDDEN)
    assert [(keer.begin, keer.einde) for keer in zondagen] == [(600, 720)] * 3


def test_a_course_has_a_beginning_and_an_end() -> None:
    cursus = Ritme(DINSDAG, begin=date(2026, 12, 2), eind=date(2026, 12, 22))
    keren = cursus.keren(date(2026, 11, 1), date(2027, 6, 1), MIDDEN)
    assert datums(keren) == "2026-12-08 2026-12-15 2026-12-22"


def test_a_season_over_the_new_year() -> None:
    winter = Ritme(DINSDAG, None, lees_herhaling("1e van de maand"), seizoen=lees_seizoen("nov-februari"))
    verwacht = "2026-11-03 2026-12-01 2027-01-05 2027-02-02 2027-11-02"
    assert datums(winter.keren(date(2026, 10, 1), date(2027, 11, 30), MIDDEN)) == verwacht


def test_not_in_the_school_holidays_and_not_on_public_holidays() -> None:
    """29 March is tweede paasdag, 26 April is in the meivakantie, 17 May is tweede pinksterdag."""
    ritme = Ritme((0,), niet_in=("schoolvakanties", "feestdagen"))
    assert (
        datums(ritme.keren(date(2027, 3, 22), date(2027, 5, 24), MIDDEN))
        == "2027-03-22 2027-04-05 2027-04-12 2027-04-19 2027-05-03 2027-05-10 2027-05-24"
    )


def test_past_the_end_of_the_table_there_are_no_dates() -> None:
    ver_weg = (date(2029, 8, 14), date(2029, 9, 11), MIDDEN)
    assert datums(Ritme(DINSDAG, niet_in=("schoolvakanties",)).keren(*ver_weg)) == ""
    assert datums(Ritme(DINSDAG, niet_in=("feestdagen",)).keren(*ver_weg)).endswith("2029-09-11")


def test_without_a_region_there_is_the_sentence_but_no_dates() -> None:
    ritme = Ritme(DINSDAG, niet_in=("schoolvakanties",))
    assert list(ritme.keren(date(2026, 11, 1), date(2027, 5, 1), kalender(None))) == []


@pytest.mark.parametrize(
    ("eenmalig", "zin"),
    [
        (Eenmalig(date(2027, 7, 3)), "zaterdag 3 juli 2027"),
        (Eenmalig(date(2027, 7, 3), None, OCHTEND), "zaterdag 3 juli 2027 van 10.00 tot 12.00 uur"),
        (Eenmalig(date(2027, 7, 2), date(2027, 7, 4)), "van vrijdag 2 juli tot en met zondag 4 juli 2027"),
        (
            Eenmalig(date(2027, 7, 2), date(2027, 7, 4), lees_tijdvak("vanaf 10")),
            "van vrijdag 2 juli tot en met zondag 4 juli 2027, vanaf 10.00 uur",
        ),
        (
            Eenmalig(date(2026, 12, 31), date(2027, 1, 1)),
            "van donderdag 31 december 2026 tot en met vrijdag 1 januari 2027",
        ),
    ],
)
def test_what_happens_once_is_said(eenmalig: Eenmalig, zin: str) -> None:
    assert eenmalig.zin() == zin


def test_what_lasts_several_days_is_there_every_day() -> None:
    feest = Eenmalig(date(2027, 7, 2), date(2027, 7, 4), OCHTEND)
    na_afloop = date(2027, 12, 31)
    assert datums(feest.keren(date(2027, 1, 1), na_afloop, MIDDEN)) == "2027-07-02 2027-07-03 2027-07-04"
    assert datums(feest.keren(date(2027, 7, 3), date(2027, 7, 3), MIDDEN)) == "2027-07-03"
    assert datums(feest.keren(date(2027, 7, 5), na_afloop, MIDDEN)) == ""


def willekeurig_ritme(dobbel: Random) -> Ritme:
    in_de_maand = Herhaling("maand", tuple(dobbel.sample([1, 2, 3, 4, 5, -1], dobbel.randint(1, 3))))
    begin = date(2025, 11, 1) + timedelta(days=dobbel.randrange(700))
    return Ritme(
        tuple(sorted(dobbel.sample(range(7), dobbel.randint(1, 4)))),
        OCHTEND,
        dobbel.choice([Herhaling(), Herhaling("even"), Herhaling("oneven"), in_de_maand]),
        dobbel.choice([None, begin]),
        dobbel.choice([None, begin + timedelta(days=dobbel.randrange(500))]),
        dobbel.choice([None, Seizoen(dobbel.randint(1, 12), dobbel.randint(1, 12))]),
        tuple(dobbel.sample(["schoolvakanties", "zomervakantie", "feestdagen"], dobbel.randint(0, 2))),
    )


def volgens_dateutil(ritme: Ritme, van: date, tot: date) -> list[date]:
    """The same dates through the recurrence rules of iCalendar, and the table read day by day."""
    middernacht = time()
    grenzen: dict[str, Any] = {
        "dtstart": datetime.combine(max(van, ritme.begin or van), middernacht),
        "until": datetime.combine(min(tot, ritme.eind or tot), middernacht),
    }
    if ritme.seizoen:
        grenzen["bymonth"] = sorted(ritme.seizoen.maanden())
    weken = {"even": range(2, 54, 2), "oneven": range(1, 54, 2)}
    if ritme.herhaling.soort == "maand":
        plaatsen = [weekday(dag)(n) for dag in ritme.dagen for n in ritme.herhaling.nummers]
        regel = rrule(MONTHLY, byweekday=plaatsen, **grenzen)
    elif ritme.herhaling.soort == "week":
        regel = rrule(WEEKLY, byweekday=ritme.dagen, **grenzen)
    else:
        regel = rrule(YEARLY, byweekday=ritme.dagen, byweekno=weken[ritme.herhaling.soort], **grenzen)
    return [moment.date() for moment in regel if not vrij(moment.date(), ritme.niet_in)]


def vrij(datum: date, niet_in: tuple[str, ...]) -> bool:
    if "feestdagen" in niet_in and datum in feestdagen(datum.year):
        return True
    vakanties = [v.naam for v in MIDDEN.schoolvakanties if v.begin <= datum <= v.einde]
    return bool(vakanties) and (
        "schoolvakanties" in niet_in or ("zomervakantie" in niet_in and "zomervakantie" in vakanties)
    )


@pytest.mark.parametrize("zaad", range(300))
def test_dates_agree_with_the_recurrence_rules_of_dateutil(zaad: int) -> None:
    dobbel = Random(zaad)
    ritme = willekeurig_ritme(dobbel)
    van = date(2025, 12, 1) + timedelta(days=dobbel.randrange(500))
    tot = van + timedelta(days=dobbel.randrange(600))
    assert [keer.datum for keer in ritme.keren(van, tot, MIDDEN)] == volgens_dateutil(ritme, van, tot)
