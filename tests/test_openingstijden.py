"""Opening hours as organisers write them: what is understood, what is said, and when it is open."""

from __future__ import annotations

from datetime import date

import pytest

from sociale_kaart.format.herhaling import Keer
from sociale_kaart.format.kalender import kalender
from sociale_kaart.format.openingstijden import (
    OnbegrepenBij,
    OnbegrepenDelen,
    Openingstijden,
    dagen_zin,
    lees_openingstijden,
)

MIDDEN = kalender("midden")


def fouten(data: object) -> dict[tuple[str | int, ...], OnbegrepenBij]:
    with pytest.raises(OnbegrepenDelen) as gevangen:
        lees_openingstijden(data)
    return {fout.pad: fout for fout in gevangen.value.delen}


@pytest.mark.parametrize(
    ("data", "zinnen"),
    [
        ({"maandag": "10:00-12:00"}, ["maandag van 10.00 tot 12.00 uur"]),
        (
            {"maandag-woensdag": "10:00-12:00", "donderdag": "10:00-12:00, 13:30-16:00"},
            [
                "maandag tot en met woensdag van 10.00 tot 12.00 uur",
                "donderdag van 10.00 tot 12.00 uur en van 13.30 tot 16.00 uur",
            ],
        ),
        (
            {"donderdag": ["10-12", "13.30-16"]},
            ["donderdag van 10.00 tot 12.00 uur en van 13.30 tot 16.00 uur"],
        ),
        ({"dagelijks": "9-17 uur"}, ["elke dag van 9.00 tot 17.00 uur"]),
        ({"Werkdagen": "9-17 uur"}, ["op werkdagen van 9.00 tot 17.00 uur"]),
        (
            {"woensdag": "13-16", "maandag": "10-12", "vrijdag": "13.00-16.00"},
            ["maandag van 10.00 tot 12.00 uur", "woensdag en vrijdag van 13.00 tot 16.00 uur"],
        ),
        ({"maandag": "10-12", "dinsdag": "10-12"}, ["maandag en dinsdag van 10.00 tot 12.00 uur"]),
        (
            {"maandag": "10-12", "donderdag": "op afspraak"},
            ["maandag van 10.00 tot 12.00 uur", "donderdag op afspraak"],
        ),
        ({"vrijdag": "vanaf 20:00"}, ["vrijdag vanaf 20.00 uur"]),
        ("op afspraak", ["op afspraak"]),
        ("Alleen op afspraak", ["op afspraak"]),
        ([{"maandag": "10-12"}], ["maandag van 10.00 tot 12.00 uur"]),
    ],
)
def test_opening_hours_are_said(data: object, zinnen: list[str]) -> None:
    assert lees_openingstijden(data).zinnen() == zinnen


def test_closed_is_said_when_the_rest_of_the_working_week_is_open() -> None:
    openingstijden = lees_openingstijden({"maandag-donderdag": "10-12", "vrijdag": "gesloten"})
    assert openingstijden.zinnen() == [
        "maandag tot en met donderdag van 10.00 tot 12.00 uur",
        "vrijdag gesloten",
    ]


def test_closed_is_left_out_when_more_days_are_closed() -> None:
    openingstijden = lees_openingstijden({"maandag": "10-12", "vrijdag": "gesloten"})
    assert openingstijden.zinnen() == ["maandag van 10.00 tot 12.00 uur"]
    assert openingstijden.regels() == [("maandag", "10.00–12.00"), ("vrijdag", "gesloten")]


def test_closed_is_closed_in_the_holidays_too() -> None:
    openingstijden = lees_openingstijden(
        {"maandag-donderdag": "10-12", "vrijdag": "gesloten", "niet_in": "schoolvakanties"}
    )
    assert openingstijden.zinnen() == [
        "maandag tot en met donderdag van 10.00 tot 12.00 uur, niet in de schoolvakanties",
        "vrijdag gesloten",
    ]


SEIZOENEN = [
    {"seizoen": "april-oktober", "maandag-vrijdag": "9-17", "niet_in": ["feestdagen"]},
    {"seizoen": "november-maart", "woensdag": "10-12", "opmerking": "Bel even als u voor het eerst komt"},
]


def test_seasons_come_with_every_sentence() -> None:
    openingstijden = lees_openingstijden(SEIZOENEN)
    assert openingstijden.zinnen() == [
        "op werkdagen van 9.00 tot 17.00 uur, van april tot en met oktober, niet op feestdagen",
        "woensdag van 10.00 tot 12.00 uur, van november tot en met maart",
    ]
    assert openingstijden.regels() == [
        ("op werkdagen (van april tot en met oktober)", "9.00–17.00"),
        ("woensdag (van november tot en met maart)", "10.00–12.00"),
    ]
    assert openingstijden.blokken[0].wanneer() == "van april tot en met oktober, niet op feestdagen"
    assert openingstijden.blokken[1].opmerking == "Bel even als u voor het eerst komt"
    assert openingstijden.dagen_per_week == 5


def test_rows_for_a_table() -> None:
    openingstijden = lees_openingstijden(
        {"maandag-woensdag": "10-12", "donderdag": "10-12, 13:30-16:00", "zaterdag": "na afspraak"}
    )
    assert openingstijden.regels() == [
        ("maandag tot en met woensdag", "10.00–12.00"),
        ("donderdag", "10.00–12.00 en 13.30–16.00"),
        ("zaterdag", "op afspraak"),
    ]


def test_days_by_appointment_are_not_open_days() -> None:
    openingstijden = lees_openingstijden({"maandag": "10-12", "donderdag": "op afspraak"})
    assert openingstijden.dagen_per_week == 1
    assert [
        keer.datum.day for keer in openingstijden.keren(date(2026, 11, 23), date(2026, 11, 29), MIDDEN)
    ] == [23]


def test_all_by_appointment_has_no_dates() -> None:
    op_afspraak = lees_openingstijden("op afspraak")
    assert op_afspraak == Openingstijden(op_afspraak=True)
    assert op_afspraak.dagen_per_week == 0
    assert list(op_afspraak.keren(date(2026, 1, 1), date(2026, 12, 31), MIDDEN)) == []


def test_each_time_of_a_day_is_an_opening() -> None:
    openingstijden = lees_openingstijden({"maandag": "10-12", "donderdag": "10-12, 13:30-16:00"})
    assert list(openingstijden.keren(date(2026, 11, 24), date(2026, 11, 30), MIDDEN)) == [
        Keer(date(2026, 11, 26), 600, 720),
        Keer(date(2026, 11, 26), 810, 960),
        Keer(date(2026, 11, 30), 600, 720),
    ]


def test_seasons_follow_each_other() -> None:
    openingstijden = lees_openingstijden(SEIZOENEN)
    assert [
        keer.datum.isoformat() for keer in openingstijden.keren(date(2027, 3, 24), date(2027, 4, 2), MIDDEN)
    ] == [
        "2027-03-24",
        "2027-03-31",
        "2027-04-01",
        "2027-04-02",
    ]


def test_not_open_in_the_holidays() -> None:
    openingstijden = lees_openingstijden({"dinsdag": "10-12", "niet_in": "schoolvakanties en feestdagen"})
    keren = openingstijden.keren(date(2026, 12, 15), date(2027, 1, 5), MIDDEN)
    assert [keer.datum.isoformat() for keer in keren] == ["2026-12-15", "2027-01-05"]


def test_past_the_end_of_the_table_there_are_no_openings() -> None:
    ver_weg = (date(2029, 9, 1), date(2029, 9, 30), MIDDEN)
    assert list(lees_openingstijden({"dinsdag": "10-12", "niet_in": "schoolvakanties"}).keren(*ver_weg)) == []
    assert len(list(lees_openingstijden({"dinsdag": "10-12"}).keren(*ver_weg))) == 4


@pytest.mark.parametrize(
    ("data", "pad", "wat_is_er", "wat_dan"),
    [
        ("dagelijks 10-12", (), "is geen openingstijd", "`maandag: 10:00-12:00`"),
        ({}, (), "Er staat geen dag", "`maandag: 10:00-12:00`"),
        ([], (), "Er staan geen openingstijden", "`maandag: 10:00-12:00`"),
        ({"opmerking": "Bel even"}, (), "Er staat geen dag", "`maandag: 10:00-12:00`"),
        ([{"maandag": "10-12"}, {"seizoen": "juli"}], (1,), "Er staat geen dag", "`maandag: 10:00-12:00`"),
        ([{"maandag": "10-12"}, "dicht"], (1,), "`dicht` is geen openingstijd", "`maandag: 10:00-12:00`"),
        ({"dinsdah": "10-12"}, ("dinsdah",), "`dinsdah` is geen dag", "Bedoelt u `dinsdag`?"),
        (
            {"maandag-woensdg": "10-12"},
            ("maandag-woensdg",),
            "`woensdg` is geen dag",
            "Bedoelt u `woensdag`?",
        ),
        (
            {"opmerkingen": "x", "maandag": "10-12"},
            ("opmerkingen",),
            "kennen we hier niet",
            "Bedoelt u `opmerking`?",
        ),
        (
            {"Seizoen": "juli", "maandag": "10-12"},
            ("Seizoen",),
            "kennen we hier niet",
            "Bedoelt u `seizoen`?",
        ),
        (
            {"begin": "2026-09-01", "maandag": "10-12"},
            ("begin",),
            "kan niet bij openingstijden",
            "Gebruik `seizoen`",
        ),
        ({"maandag": "10:00"}, ("maandag",), "`10:00` is één tijd", "`vanaf 10:00`"),
        ({"maandag": "geslten"}, ("maandag",), "`geslten` is geen tijd", "Bedoelt u `gesloten`?"),
        ({"maandag": ["10-12", "gesloten"]}, ("maandag",), "`gesloten` is geen tijd", "`10:00-12:00`"),
        ({"maandag": ["10-12", "11-13"]}, ("maandag",), "Twee tijden overlappen", "Maak er één tijd van"),
        ({"maandag": {"van": "10"}}, ("maandag",), "Hier hoort tekst", "op één regel"),
        ({"maandag": "10-12", "seizoen": "zomer"}, ("seizoen",), "`zomer` is geen maand", "`april-oktober`"),
        (
            [{"maandag": "10-12", "niet_in": ["feestdage"]}],
            (0, "niet_in"),
            "`niet_in`",
            "Bedoelt u `feestdagen`?",
        ),
        (
            {"maandag-woensdag": "10-12", "dinsdag": "13-14"},
            ("dinsdag",),
            "Dubbel genoemd: dinsdag, bij `maandag-woensdag` en bij `dinsdag`",
            "Schrijf elke dag één keer",
        ),
        (
            [{"maandag": "10-12"}, {"ma": "13-14"}],
            (1, "ma"),
            "noemen maandag: bij `maandag` en bij `ma`",
            "Geef elk blok een eigen `seizoen`",
        ),
        (
            [
                {"seizoen": "april-oktober", "maandag": "10-12"},
                {"seizoen": "oktober-maart", "maandag": "13-14"},
            ],
            (1, "maandag"),
            "noemen maandag",
            "zonder overlap",
        ),
        (
            [{"seizoen": "april-oktober", "maandag": "10-12"}, {"maandag": "13-14"}],
            (1, "maandag"),
            "noemen maandag",
            "zonder overlap",
        ),
    ],
)
def test_opening_hours_that_are_not_understood(
    data: object, pad: tuple[str | int, ...], wat_is_er: str, wat_dan: str
) -> None:
    gevonden = fouten(data)
    assert set(gevonden) == {pad}
    assert wat_is_er in gevonden[pad].message
    assert wat_dan in gevonden[pad].remedy


def test_all_that_is_wrong_is_told_at_once() -> None:
    gevonden = fouten([{"maandag": "10:00", "seizoen": "zomer"}, {"dinsdah": "10-12", "vrijdag": "25-26"}])
    assert set(gevonden) == {(0, "maandag"), (0, "seizoen"), (1, "dinsdah"), (1, "vrijdag")}


def test_a_season_that_is_wrong_is_no_day_that_is_double() -> None:
    gevonden = fouten(
        [{"maandag": "10-12", "seizoen": "zomer"}, {"maandag": "10-12", "seizoen": "november-maart"}]
    )
    assert set(gevonden) == {(0, "seizoen")}


def test_blocks_on_other_days_need_no_season() -> None:
    openingstijden = lees_openingstijden([{"maandag": "10-12", "niet_in": "bouwvak"}, {"dinsdag": "10-12"}])
    assert [len(blok.open_dagen()) for blok in openingstijden.blokken] == [1, 1]


def test_an_empty_value_is_as_if_it_were_left_out() -> None:
    assert lees_openingstijden({"maandag": "10-12", "seizoen": None, "dinsdag": None}) == lees_openingstijden(
        {"maandag": "10-12"}
    )


@pytest.mark.parametrize(
    ("dagen", "zin"),
    [
        ((0,), "maandag"),
        ((0, 1), "maandag en dinsdag"),
        ((0, 1, 2), "maandag tot en met woensdag"),
        ((0, 2, 4), "maandag, woensdag en vrijdag"),
        ((0, 1, 2, 5), "maandag tot en met woensdag en zaterdag"),
        ((0, 1, 2, 3, 4), "op werkdagen"),
        ((0, 1, 2, 3, 4, 5, 6), "elke dag"),
    ],
)
def test_days_are_said(dagen: tuple[int, ...], zin: str) -> None:
    assert dagen_zin(dagen) == zin
