"""What is known of holidays, and until when."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from sociale_kaart.format.kalender import (
    REGIOS,
    Kalender,
    Vakantie,
    feestdagen,
    feesten,
    kalender,
    lees_niet_in,
    niet_in_zin,
)
from sociale_kaart.format.problems import Onbegrepen


@pytest.mark.parametrize(
    ("jaar", "dagen"),
    [
        (
            2025,  # 27 April is a Sunday
            [
                "01-01",
                "04-18",
                "04-20",
                "04-21",
                "04-26",
                "05-05",
                "05-29",
                "06-08",
                "06-09",
                "12-25",
                "12-26",
            ],
        ),
        (
            2027,
            [
                "01-01",
                "03-26",
                "03-28",
                "03-29",
                "04-27",
                "05-05",
                "05-06",
                "05-16",
                "05-17",
                "12-25",
                "12-26",
            ],
        ),
    ],
)
def test_public_holidays(jaar: int, dagen: list[str]) -> None:
    assert sorted(feestdagen(jaar)) == [date.fromisoformat(f"{jaar}-{dag}") for dag in dagen]


def test_koningsdag_is_on_saturday_when_the_27th_is_a_sunday() -> None:
    assert date(2031, 4, 26) in feestdagen(2031)
    assert date(2031, 4, 27) not in feestdagen(2031)
    assert feesten(date(2031, 1, 1), date(2031, 6, 1))["koningsdag"] == date(2031, 4, 26)


@pytest.mark.parametrize(
    ("naam", "dag"),
    [
        ("eerste kerstdag", date(2026, 12, 25)),
        ("nieuwjaarsdag", date(2027, 1, 1)),
        ("tweede paasdag", date(2027, 3, 29)),
        ("hemelvaartsdag", date(2027, 5, 6)),
    ],
)
def test_a_feast_that_people_name_is_the_next_one(naam: str, dag: date) -> None:
    found = feesten(date(2026, 11, 22), date(2027, 5, 23))
    assert found[naam] == dag
    assert "dodenherdenking" in found
    assert "goede vrijdag" not in feesten(date(2026, 3, 28), date(2026, 4, 2))  # it is on the 3rd


@pytest.mark.parametrize(
    ("regio", "eerste_dag", "laatste_dag"),
    [
        ("noord", date(2027, 7, 10), date(2027, 8, 22)),
        ("midden", date(2027, 7, 17), date(2027, 8, 29)),
        ("zuid", date(2027, 7, 24), date(2027, 9, 5)),
    ],
)
def test_the_summer_holiday_has_its_first_and_last_day(
    regio: str, eerste_dag: date, laatste_dag: date
) -> None:
    een_dag = timedelta(days=1)
    for woord in ("zomervakantie", "schoolvakanties"):
        assert kalender(regio).uitgesloten(eerste_dag, (woord,))
        assert kalender(regio).uitgesloten(laatste_dag, (woord,))
        assert not kalender(regio).uitgesloten(eerste_dag - een_dag, (woord,))
        assert not kalender(regio).uitgesloten(laatste_dag + een_dag, (woord,))


def test_christmas_is_a_school_holiday_but_no_summer_holiday() -> None:
    assert kalender("midden").uitgesloten(date(2026, 12, 22), ("schoolvakanties",))
    assert not kalender("midden").uitgesloten(date(2026, 12, 22), ("zomervakantie",))


def test_several_words_together() -> None:
    tweede_paasdag = date(2027, 3, 29)
    assert not kalender("midden").uitgesloten(tweede_paasdag, ("schoolvakanties",))
    assert kalender("midden").uitgesloten(tweede_paasdag, ("schoolvakanties", "feestdagen"))
    assert not kalender("midden").uitgesloten(tweede_paasdag, ())


@pytest.mark.parametrize("regio", REGIOS)
def test_the_table_is_five_holidays_a_year_from_saturday_to_sunday(regio: str) -> None:
    vakanties = kalender(regio).schoolvakanties
    namen = ["herfstvakantie", "kerstvakantie", "voorjaarsvakantie", "meivakantie", "zomervakantie"]
    weken = {"kerstvakantie": 2, "zomervakantie": 6}
    assert [v.naam for v in vakanties] == namen * (len(vakanties) // 5)
    assert [v.begin for v in vakanties] == sorted(v.begin for v in vakanties)
    for vakantie in vakanties:
        lengte = (vakantie.einde - vakantie.begin).days + 1
        assert vakantie.begin.weekday() == 5
        assert lengte == 7 * weken.get(vakantie.naam, 1) + 2


def test_regions_spread_their_summers_over_two_weeks() -> None:
    for jaar in range(2026, 2030):
        zomers = sorted(
            vakantie.begin
            for regio in REGIOS
            for vakantie in kalender(regio).schoolvakanties
            if vakantie.naam == "zomervakantie" and vakantie.begin.year == jaar
        )
        assert [(begin - zomers[0]).days for begin in zomers] == [0, 7, 14]


def test_what_is_known_ends_with_the_table() -> None:
    midden = kalender("midden")
    assert midden.bekend_tot(("schoolvakanties",)) == date(2029, 8, 19)
    assert midden.bekend_tot(("zomervakantie", "feestdagen")) == date(2029, 8, 19)
    assert midden.bekend_tot(("bouwvak", "schoolvakanties")) == midden.bouwvak_tot


def test_public_holidays_are_known_for_ever() -> None:
    assert kalender("midden").bekend_tot(("feestdagen",)) is None
    assert kalender(None).bekend_tot(()) is None


def test_without_a_region_school_holidays_are_never_known() -> None:
    assert kalender(None).bekend_tot(("schoolvakanties",)) == date.min
    assert kalender(None).bekend_tot(("bouwvak",)) == date.min
    assert kalender(None).uitgesloten(date(2027, 1, 1), ("feestdagen",))


def test_the_bouwvak_is_excluded_when_it_is_in_the_table() -> None:
    drie_weken = Vakantie("bouwvak", date(2024, 7, 29), date(2024, 8, 16))
    eigen = Kalender(bouwvak=(drie_weken,), bouwvak_tot=date(2025, 6, 30))
    assert eigen.uitgesloten(date(2024, 8, 16), ("bouwvak",))
    assert not eigen.uitgesloten(date(2024, 8, 17), ("bouwvak",))
    assert eigen.bekend_tot(("bouwvak",)) == date(2025, 6, 30)


def test_a_region_that_does_not_exist() -> None:
    with pytest.raises(Onbegrepen, match="`oost` is geen regio") as gevangen:
        kalender("oost")
    assert gevangen.value.remedy == "Schrijf `noord`, `midden` of `zuid`."


@pytest.mark.parametrize(
    ("geschreven", "woord"),
    [
        ("schoolvakanties", "schoolvakanties"),
        ("Schoolvakantie", "schoolvakanties"),
        ("bouwvakantie", "bouwvak"),
        (" feestdagen ", "feestdagen"),
    ],
)
def test_a_word_of_niet_in(geschreven: str, woord: str) -> None:
    assert lees_niet_in(geschreven) == woord


@pytest.mark.parametrize(
    ("geschreven", "wat_dan"),
    [
        ("zomervakntie", "Bedoelt u `zomervakantie`?"),
        ("kerst", "Kies uit `schoolvakanties`, `zomervakantie`, `bouwvak` en `feestdagen`."),
    ],
)
def test_a_word_of_niet_in_that_is_not_understood(geschreven: str, wat_dan: str) -> None:
    with pytest.raises(Onbegrepen, match="kan niet bij `niet_in`") as gevangen:
        lees_niet_in(geschreven)
    assert gevangen.value.remedy == wat_dan


@pytest.mark.parametrize(
    ("niet_in", "zin"),
    [
        ((), ""),
        (("zomervakantie",), "niet in de zomervakantie"),
        (("bouwvak",), "niet in de bouwvak"),
        (("schoolvakanties", "feestdagen"), "niet in de schoolvakanties en niet op feestdagen"),
    ],
)
def test_niet_in_is_said(niet_in: tuple[str, ...], zin: str) -> None:
    assert niet_in_zin(niet_in) == zin
