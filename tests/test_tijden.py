"""Times, days, dates and seasons as people write them, and what they hear when it cannot be read."""

from __future__ import annotations

from datetime import date

import pytest

from sociale_kaart.format.problems import Onbegrepen
from sociale_kaart.format.tijden import (
    Seizoen,
    Tijdvak,
    datum_zin,
    lees_dagen,
    lees_datum,
    lees_seizoen,
    lees_tijdvak,
    lees_tijdvakken,
    som_op,
)


@pytest.mark.parametrize(
    ("geschreven", "zin"),
    [
        ("10:00-12:00", "van 10.00 tot 12.00 uur"),
        ("10.00 - 12.00", "van 10.00 tot 12.00 uur"),
        ("10:00–12:00", "van 10.00 tot 12.00 uur"),
        ("10:00 — 12:00", "van 10.00 tot 12.00 uur"),
        ("9-12 uur", "van 9.00 tot 12.00 uur"),
        ("9 - 12", "van 9.00 tot 12.00 uur"),
        ("van 9 tot 12 uur", "van 9.00 tot 12.00 uur"),
        ("9 tot 12", "van 9.00 tot 12.00 uur"),
        ("Van 9 uur tot 12 uur", "van 9.00 tot 12.00 uur"),
        ("9 t/m 12", "van 9.00 tot 12.00 uur"),
        ("9.30u-12u", "van 9.30 tot 12.00 uur"),
        ("09:30-12:00", "van 9.30 tot 12.00 uur"),
        ("vanaf 20:00", "vanaf 20.00 uur"),
        ("vanaf 9.30 uur", "vanaf 9.30 uur"),
        ("20:30-01:00", "van 20.30 tot 1.00 uur"),
        ("18:00-06:00", "van 18.00 tot 6.00 uur"),
        ("20:00-24:00", "van 20.00 tot 24.00 uur"),
        ("20:00-00:00", "van 20.00 tot 24.00 uur"),
        ("10:00-0:00", "van 10.00 tot 24.00 uur"),
        ("0:00-24:00", "van 0.00 tot 24.00 uur"),
    ],
)
def test_a_time_is_read_and_said(geschreven: str, zin: str) -> None:
    assert lees_tijdvak(geschreven).zin() == zin


def test_past_midnight_counts_on() -> None:
    assert lees_tijdvak("20:30-01:00") == Tijdvak(20 * 60 + 30, 25 * 60)


@pytest.mark.parametrize(
    ("geschreven", "kort"),
    [("9:30-12", "9.30–12.00"), ("vanaf 20:00", "vanaf 20.00"), ("22-1", "22.00–1.00")],
)
def test_a_time_is_short_in_a_table(geschreven: str, kort: str) -> None:
    assert lees_tijdvak(geschreven).kort() == kort


@pytest.mark.parametrize(
    ("geschreven", "wat_is_er", "wat_dan"),
    [
        ("10:00", "`10:00` is één tijd", "`10:00-12:00`, of `vanaf 10:00`"),
        ("10:00-", "`10:00-` is één tijd", "`10:00-12:00`"),
        ("22:30 uur", "één tijd", "`22:30-0:30`, of `vanaf 22:30`"),
        ("12:00-10:00", "Het einde ligt voor het begin", "tot uiterlijk `06:00`"),
        ("10:00-5:00", "Het einde ligt voor het begin", "Bedoelt u `10:00-17:00`?"),
        ("18:00-07:00", "Het einde ligt voor het begin", "tot uiterlijk `06:00`"),
        ("24:00-02:00", "Het einde ligt voor het begin", "tot uiterlijk `06:00`"),
        ("10-10 uur", "Begin en einde zijn gelijk", "`10:00-12:00`"),
        ("25:00-26:00", "`25:00` is geen tijd: een dag heeft 24 uur", "tot en met `24:00`"),
        ("20:00-24:30", "`24:30` is geen tijd: een dag heeft 24 uur", "tot en met `24:00`"),
        ("10:75-11:00", "`10:75` is geen tijd: een uur heeft 60 minuten", "`59`"),
        ("600", "Soms maakt een programma van `10:00` het getal 600", "`10:00-12:00`"),
        ("600-720", "Soms maakt een programma van `10:00` het getal 600", "`10:00-12:00`"),
        ("vanaf 24:00", "Om `24:00` is de dag voorbij", "`0:00` bij de dag erna"),
        ("tien uur", "`tien uur` is geen tijd", "`10:00-12:00`"),
        ("in de ochtend", "`in de ochtend` is geen tijd", "`10:00-12:00`"),
        ("", "Een lege plek is geen tijd", "`10:00-12:00`"),
    ],
)
def test_a_time_that_is_not_understood(geschreven: str, wat_is_er: str, wat_dan: str) -> None:
    with pytest.raises(Onbegrepen) as gevangen:
        lees_tijdvak(geschreven)
    assert wat_is_er in gevangen.value.message
    assert wat_dan in gevangen.value.remedy
    assert gevangen.value.rule == "tijd"


@pytest.mark.parametrize(
    "geschreven",
    ["10:00-12:00, 13:30-16:00", "10-12 en 13.30-16", "13:30-16:00, 10:00-12:00", "10-12; 13.30-16 uur,"],
)
def test_several_times_come_in_the_order_of_the_day(geschreven: str) -> None:
    assert [t.kort() for t in lees_tijdvakken(geschreven)] == ["10.00–12.00", "13.30–16.00"]


def test_times_may_touch() -> None:
    assert len(lees_tijdvakken("10-12, 12-14")) == 2


@pytest.mark.parametrize("geschreven", ["10-12, 11-13", "vanaf 10, 13-14", "10-12, 10-12", "9-17, 10-11"])
def test_times_that_overlap(geschreven: str) -> None:
    with pytest.raises(Onbegrepen, match="Twee tijden overlappen") as gevangen:
        lees_tijdvakken(geschreven)
    assert "Maak er één tijd van" in gevangen.value.remedy


def test_no_times_at_all() -> None:
    with pytest.raises(Onbegrepen, match="geen tijd"):
        lees_tijdvakken(" , ")


MA, DI, WO, DO, VR, ZA, ZO = range(7)


@pytest.mark.parametrize(
    ("geschreven", "dagen"),
    [
        ("dinsdag", (DI,)),
        ("Dinsdag", (DI,)),
        ("di", (DI,)),
        ("di.", (DI,)),
        ("dinsdags", (DI,)),
        ("elke dinsdag", (DI,)),
        ("dinsdagen", (DI,)),
        ("maandag-woensdag", (MA, DI, WO)),
        ("maandag – woensdag", (MA, DI, WO)),
        ("ma t/m vr", (MA, DI, WO, DO, VR)),
        ("maandag tot en met vrijdag", (MA, DI, WO, DO, VR)),
        ("vrijdag-maandag", (MA, VR, ZA, ZO)),
        ("maandag, woensdag en vrijdag", (MA, WO, VR)),
        ("vrijdag en dinsdag", (DI, VR)),
        ("za/zo", (ZA, ZO)),
        ("maandag-dinsdag, donderdag", (MA, DI, DO)),
        ("dagelijks", (MA, DI, WO, DO, VR, ZA, ZO)),
        ("elke dag", (MA, DI, WO, DO, VR, ZA, ZO)),
        ("werkdagen", (MA, DI, WO, DO, VR)),
        ("op werkdagen", (MA, DI, WO, DO, VR)),
        ("weekend", (ZA, ZO)),
        ("in het weekend", (ZA, ZO)),
    ],
)
def test_days_are_read_in_the_order_of_the_week(geschreven: str, dagen: tuple[int, ...]) -> None:
    assert lees_dagen(geschreven) == dagen


@pytest.mark.parametrize(
    ("geschreven", "wat_is_er", "wat_dan"),
    [
        ("dinsdah", "`dinsdah` is geen dag", "Bedoelt u `dinsdag`?"),
        ("maandag-woensdg", "`woensdg` is geen dag", "Bedoelt u `woensdag`?"),
        ("dagelijk", "`dagelijk` is geen dag", "Bedoelt u `dagelijks`?"),
        ("monday", "`monday` is geen dag", "Schrijf een dag voluit"),
        ("maandag-weekend", "`weekend` is geen dag", "Schrijf een dag voluit"),
        ("maandag-", "Een lege plek is geen dag", "Schrijf een dag voluit"),
        ("", "Er staat geen dag", "Schrijf een dag voluit"),
    ],
)
def test_a_day_that_is_not_understood(geschreven: str, wat_is_er: str, wat_dan: str) -> None:
    with pytest.raises(Onbegrepen) as gevangen:
        lees_dagen(geschreven)
    assert wat_is_er in gevangen.value.message
    assert wat_dan in gevangen.value.remedy


@pytest.mark.parametrize(
    "geschreven",
    [
        "2027-07-03",
        "2027-7-3",
        "3-7-2027",
        "03/07/2027",
        "3.7.2027",
        "3 juli 2027",
        "3 Jul. 2027",
        "zaterdag 3 juli 2027",
        "za 3 jul 2027",
    ],
)
def test_a_date_is_read(geschreven: str) -> None:
    assert lees_datum(geschreven) == date(2027, 7, 3)


@pytest.mark.parametrize(
    ("geschreven", "wat_is_er", "wat_dan"),
    [
        ("31 juni 2027", "31 juni 2027 bestaat niet: juni heeft dan 30 dagen", "1 tot en met 30"),
        ("29-2-2027", "29 februari 2027 bestaat niet: februari heeft dan 28 dagen", "1 tot en met 28"),
        ("2027-06-00", "0 juni 2027 bestaat niet", "1 tot en met 30"),
        ("07/13/2027", "Maand 13 bestaat niet", "`3-7-2027`"),
        ("3-7-27", "Het jaar is niet volledig in `3-7-27`", "vier cijfers"),
        ("3 juli '27", "Het jaar is niet volledig", "vier cijfers"),
        ("3 juli", "Het jaar is niet volledig", "vier cijfers"),
        ("3-7-0207", "Het jaar 207 kan niet kloppen", "`3-7-2027`"),
        ("zondag 3 juli 2027", "3 juli 2027 is geen zondag", "Die datum is een zaterdag"),
        ("3 augutus 2027", "`augutus` is geen maand", "Bedoelt u `augustus`?"),
        ("morgen", "`morgen` is geen datum", "`3 juli 2027`"),
    ],
)
def test_a_date_that_is_not_understood(geschreven: str, wat_is_er: str, wat_dan: str) -> None:
    with pytest.raises(Onbegrepen) as gevangen:
        lees_datum(geschreven)
    assert wat_is_er in gevangen.value.message
    assert wat_dan in gevangen.value.remedy


def test_the_leap_day_exists_in_a_leap_year() -> None:
    assert lees_datum("29-2-2028") == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("geschreven", "zin"),
    [
        ("april-oktober", "van april tot en met oktober"),
        ("april t/m okt.", "van april tot en met oktober"),
        ("van april tot oktober", "van april tot en met oktober"),
        ("apr – okt", "van april tot en met oktober"),
        ("november-mrt", "van november tot en met maart"),
        ("juli", "in juli"),
        ("in juli", "in juli"),
    ],
)
def test_a_season_is_read_and_said(geschreven: str, zin: str) -> None:
    assert lees_seizoen(geschreven).zin() == zin


@pytest.mark.parametrize(
    ("geschreven", "in_het_seizoen", "erbuiten"),
    [
        ("april-oktober", [date(2027, 4, 1), date(2027, 10, 31)], [date(2027, 3, 31), date(2027, 11, 1)]),
        ("november-maart", [date(2026, 12, 31), date(2027, 1, 1)], [date(2027, 4, 1), date(2027, 10, 31)]),
        ("juli", [date(2027, 7, 1), date(2027, 7, 31)], [date(2027, 6, 30), date(2027, 8, 1)]),
    ],
)
def test_a_season_has_whole_months(geschreven: str, in_het_seizoen: list[date], erbuiten: list[date]) -> None:
    seizoen = lees_seizoen(geschreven)
    assert all(seizoen.bevat(dag) for dag in in_het_seizoen)
    assert not any(seizoen.bevat(dag) for dag in erbuiten)


def test_the_months_of_a_season_over_the_new_year() -> None:
    assert Seizoen(11, 2).maanden() == {11, 12, 1, 2}


@pytest.mark.parametrize(
    ("geschreven", "wat_is_er", "wat_dan"),
    [
        ("zomer", "`zomer` is geen maand", "`april-oktober`"),
        ("apryl-oktober", "`apryl` is geen maand", "Bedoelt u `april`?"),
        ("1 april - 1 oktober", "Een seizoen telt in hele maanden", "`april-oktober`"),
        ("april-", "Een lege plek is geen maand", "`april-oktober`"),
    ],
)
def test_a_season_that_is_not_understood(geschreven: str, wat_is_er: str, wat_dan: str) -> None:
    with pytest.raises(Onbegrepen) as gevangen:
        lees_seizoen(geschreven)
    assert wat_is_er in gevangen.value.message
    assert wat_dan in gevangen.value.remedy
    assert gevangen.value.rule == "seizoen"


@pytest.mark.parametrize(
    ("jaar", "dag", "zin"),
    [
        (False, True, "dinsdag 24 november"),
        (True, True, "dinsdag 24 november 2026"),
        (True, False, "24 november 2026"),
    ],
)
def test_a_date_is_said(jaar: bool, dag: bool, zin: str) -> None:
    assert datum_zin(date(2026, 11, 24), jaar=jaar, dag=dag) == zin


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        ([], ""),
        (["maandag"], "maandag"),
        (["maandag", "dinsdag"], "maandag en dinsdag"),
        (["maandag", "dinsdag", "vrijdag"], "maandag, dinsdag en vrijdag"),
    ],
)
def test_words_are_summed_up(woorden: list[str], zin: str) -> None:
    assert som_op(woorden) == zin
