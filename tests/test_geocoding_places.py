"""The lock joined with the map: which addresses get a point, and a hint for those that have none."""

from __future__ import annotations

from pathlib import Path

import pytest

from goldens import AROUND, VANDAAG, write_files
from sociale_kaart.format.waarden import Punt
from sociale_kaart.geocoding.lock import Entry, Lock, read_lock, write_lock
from sociale_kaart.geocoding.places import lock_path, lock_problems, places, with_points
from sociale_kaart.kaart import SocialeKaart, make_kaart
from sociale_kaart.loading import Loaded, load

HERE = Punt(51.995123, 5.973875)
KEY = "Voorbeeldstraat 12A, 6881AB Velp"
ADRES = "adres:\n  straat: Voorbeeldstraat\n  huisnummer: 12a\n  postcode: 6881 AB\n"


def site(folder: Path, more: str = ADRES, toestemming: str = "ja") -> Loaded:
    entry = f"naam: Koffieochtend\nsoort: buurthuis\nkort: Samen koffie drinken.\ncontact: loket\n{more}"
    beheer = f"beheer:\n  gecontroleerd: 2026-10-01\n  toestemming: {toestemming}\n"
    loaded = load(write_files(folder, {**AROUND, "velp/koffie.yml": entry + beheer}))
    assert loaded.problems == []
    return loaded


def lock(folder: Path, key: str = KEY) -> Lock:
    write_lock(lock_path(folder), [Entry(key, HERE, "pdok", key, "", "2026-11-22")])
    return read_lock(lock_path(folder))


def kaart(loaded: Loaded, lock: Lock) -> SocialeKaart:
    return make_kaart(with_points(loaded, lock), [], VANDAAG)


def punt(kaart: SocialeKaart, id: str = "velp/koffie") -> Punt | None:
    return kaart.punt(kaart.initiatieven[id])


@pytest.mark.parametrize("key", [KEY, KEY.upper()])
def test_an_address_gets_its_point_from_the_lock(tmp_path: Path, key: str) -> None:
    assert punt(kaart(site(tmp_path), lock(tmp_path, key))) == HERE


def test_a_point_by_hand_wins(tmp_path: Path) -> None:
    loaded = site(tmp_path, ADRES + "  punt: [51.99, 5.97]\n")
    assert punt(kaart(loaded, lock(tmp_path))) == Punt(51.99, 5.97)
    assert places(loaded) == {}


def test_without_an_entry_there_is_an_address_and_no_pin(tmp_path: Path) -> None:
    made = kaart(site(tmp_path), Lock())
    adres = made.adres(made.initiatieven["velp/koffie"])
    assert punt(made) is None
    assert adres and adres.straat == "Voorbeeldstraat"


def test_a_street_without_number_stays_an_area(tmp_path: Path) -> None:
    made = kaart(
        site(tmp_path, "adres:\n  straat: Voorbeeldstraat\n"), lock(tmp_path, "Voorbeeldstraat, Velp")
    )
    adres = made.adres(made.initiatieven["velp/koffie"])
    assert adres and adres.punt == HERE
    assert adres.als_gebied


def test_who_meets_in_a_building_is_where_the_building_is(tmp_path: Path) -> None:
    loaded = site(tmp_path)
    guest = "naam: Eten\nsoort: buurthuis\nkort: Samen eten.\nplek: velp/koffie\n"
    loaded = load(write_files(tmp_path, {"velp/eten.yml": guest}))
    assert punt(kaart(loaded, lock(tmp_path)), "velp/eten") == HERE


def test_an_address_that_is_not_in_the_lock_is_a_hint_that_says_what_to_do(tmp_path: Path) -> None:
    loaded = site(tmp_path)
    (hint,) = lock_problems(loaded, Lock())
    assert (Path(hint.path).name, hint.line, hint.level, hint.key) == ("koffie.yml", 6, "hint", "adres")
    assert hint.remedy == "Draai `sociale-kaart geocode`. Of zet er met de hand een `punt` bij."
    assert lock_problems(loaded, lock(tmp_path)) == []


@pytest.mark.parametrize(
    ("more", "toestemming"),
    [
        ("adres:\n  plaats: Velp\n", "ja"),
        ("adres: op aanvraag\n", "ja"),
        (ADRES + "  punt: [51.99, 5.97]\n", "ja"),
        (ADRES + "status: gestopt\n", "ja"),
        (ADRES, "nee"),
    ],
)
def test_what_gets_no_pin_anyway_gets_no_hint(tmp_path: Path, more: str, toestemming: str) -> None:
    assert lock_problems(site(tmp_path, more, toestemming), Lock()) == []


def test_a_lock_with_a_conflict_is_a_warning_and_its_points_are_used(tmp_path: Path) -> None:
    loaded = site(tmp_path)
    line = Entry(KEY, HERE, "pdok", KEY, "", "2026-11-22").line
    lock_path(tmp_path).write_text(f"{{\n<<<<<<< HEAD\n=======\n{line}\n>>>>>>> tak\n}}\n", encoding="utf-8")
    conflict = read_lock(lock_path(tmp_path))
    assert [(one.level, one.line) for one in lock_problems(loaded, conflict)] == [("warning", 2)]
    assert punt(kaart(loaded, conflict)) == HERE


def test_who_has_a_werkgebied_may_be_just_over_the_border(tmp_path: Path) -> None:
    (alone,) = places(site(tmp_path)).values()
    (serving,) = places(site(tmp_path, ADRES + "werkgebied: [velp, dieren]\n")).values()
    assert (alone.serves, serving.serves) == (False, True)
