"""What only shows across files. The messages and places themselves are in the goldens."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from goldens import AROUND, VANDAAG, write_files
from sociale_kaart.checks import check_all
from sociale_kaart.checks.places import MAX_FOTO_BYTES
from sociale_kaart.format.afstand import metres
from sociale_kaart.format.problems import Problem
from sociale_kaart.format.waarden import Punt
from sociale_kaart.loading import load

CHECKED = "beheer:\n  gecontroleerd: 2026-10-01\n  toestemming: ja\n"


def entry(naam: str = "Koffieochtend", more: str = "") -> str:
    contact = "" if "contact:" in more else "contact: loket\n"
    return f"naam: {naam}\nsoort: buurthuis\nkort: Samen koffie drinken.\n{contact}{more}{CHECKED}"


def check(folder: Path, files: Mapping[str, str | bytes]) -> list[Problem]:
    loaded = load(write_files(folder, {**AROUND, **files}))
    assert loaded.problems == []
    return check_all(loaded, VANDAAG)


def told(folder: Path, files: Mapping[str, str | bytes]) -> list[str]:
    """Each problem as "file key level rule"."""
    return [
        f"{Path(one.path).relative_to(folder).as_posix()} {one.key} {one.level} {one.rule}"
        for one in check(folder, files)
    ]


def test_a_right_folder_has_no_problems(tmp_path: Path) -> None:
    assert (
        told(tmp_path, {"velp/koffie.yml": entry(more="plek: velp/de-poort\nwerkgebied: [velp, dieren]\n")})
        == []
    )


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("velp/de-port", "velp/de-poort"),
        ("dieren/de-poort", "velp/de-poort"),
        ("vellp/de-poort", "velp/de-poort"),
        ("velp/soos-in-schuur", "velp/soos-in-de-schuur"),
    ],
)
def test_the_nearest_reference_is_named(tmp_path: Path, written: str, meant: str) -> None:
    files = {
        "velp/koffie.yml": entry(more=f"lichter: {written}\n"),
        "velp/soos-in-de-schuur.yml": entry("Soos"),
    }
    (problem,) = check(tmp_path, files)
    assert problem.message == f"`{written}` bestaat niet."
    assert problem.remedy == f"Bedoelt u `{meant}`?"


def test_the_same_name_in_the_own_kern_is_nearer(tmp_path: Path) -> None:
    files = {
        "dieren/de-poort.yml": entry("Poort"),
        "dieren/koffie.yml": entry(more="plek: rheden/de-poort\n"),
    }
    (problem,) = check(tmp_path, files)
    assert problem.remedy == "Bedoelt u `dieren/de-poort`?"


def test_a_reference_like_nothing_gets_no_wild_guess(tmp_path: Path) -> None:
    (problem,) = check(tmp_path, {"velp/koffie.yml": entry(more="lichter: velp/zwemclub\n")})
    assert problem.remedy == "Schrijf de map en de naam van een bestand dat er is."


@pytest.mark.parametrize("key", ["plek", "onderdeel_van", "samen_met", "lichter", "zwaarder"])
def test_every_reference_is_looked_up(tmp_path: Path, key: str) -> None:
    assert told(tmp_path, {"velp/koffie.yml": entry(more=f"{key}: velp/zzz\n")})[0].endswith(
        "error reference"
    )


def test_references_of_a_stopped_one_and_of_an_activity(tmp_path: Path) -> None:
    stopped = (
        "status: gestopt\nopvolger: velp/zzz\nactiviteiten:\n  - {naam: Eten, dag: ma, plek: velp/yyy}\n"
    )
    assert told(tmp_path, {"velp/koffie.yml": entry(more=stopped)}) == [
        "velp/koffie.yml opvolger error reference",
        "velp/koffie.yml activiteiten[1].plek error reference",
    ]


def test_a_reference_to_a_wrong_file_is_no_error_of_the_referrer(tmp_path: Path) -> None:
    files = {"velp/koffie.yml": entry(more="plek: velp/fout\n"), "velp/fout.yml": "naam: Fout\n"}
    loaded = load(write_files(tmp_path, {**AROUND, **files}))
    assert {Path(problem.path).name for problem in loaded.problems} == {"fout.yml"}
    assert check_all(loaded, VANDAAG) == []


def test_a_reference_to_one_without_consent_is_no_error(tmp_path: Path) -> None:
    private = entry("Stil").replace("toestemming: ja", "toestemming: nee")
    assert (
        told(tmp_path, {"velp/koffie.yml": entry(more="lichter: velp/stil\n"), "velp/stil.yml": private})
        == []
    )


def test_a_building_has_an_address_itself(tmp_path: Path) -> None:
    files = {
        "velp/kamer.yml": entry("Kamer", "plek: velp/de-poort\n"),
        "velp/thee.yml": entry("Thee", "plek: velp/kamer\n"),
    }
    assert told(tmp_path, files) == ["velp/thee.yml plek error reference"]


def test_points_lie_inside_the_municipality(tmp_path: Path) -> None:
    outside = "adres:\n  punt: [52.2, 6.0]\n"
    assert told(tmp_path, {"velp/koffie.yml": entry(more=outside)}) == [
        "velp/koffie.yml adres.punt error point"
    ]
    no_bounds = AROUND["gemeente.yml"].replace("grenzen", "# grenzen")
    assert told(tmp_path, {"velp/koffie.yml": entry(more=outside), "gemeente.yml": no_bounds}) == []


def test_an_address_in_the_wide_folder_says_where(tmp_path: Path) -> None:
    files = {
        "overal/zonder.yml": entry("Zonder", "adres:\n  straat: Dorpsstraat\n"),
        "overal/met.yml": entry("Met", "adres:\n  straat: Dorpsstraat\n  plaats: Velp\n"),
        "overal/geheim.yml": entry("Geheim", "adres: op aanvraag\n"),
    }
    assert told(tmp_path, files) == ["overal/zonder.yml adres error missing-key"]


PHOTO = "foto: deur.jpg\nfoto_tekst: De voordeur\n"


def test_photos(tmp_path: Path) -> None:
    koffie = {"velp/koffie.yml": entry(more=PHOTO)}
    wrong = ["velp/koffie.yml foto error photo"]
    assert told(tmp_path, koffie) == wrong, "not there"
    assert told(tmp_path, {**koffie, "dieren/deur.jpg": b"x"}) == wrong, "in another folder"
    assert told(tmp_path, {**koffie, "velp/deur.jpg": b"x" * MAX_FOTO_BYTES}) == []
    assert told(tmp_path, {**koffie, "velp/deur.jpg": b"x" * (MAX_FOTO_BYTES + 1)}) == wrong, "too big"
    (tmp_path / "velp" / "deur.jpg").unlink()
    (tmp_path / "velp" / "deur.jpg").symlink_to(tmp_path / "dieren" / "deur.jpg")
    assert told(tmp_path, koffie) == wrong, "a link to elsewhere"


def test_contact_through_a_loket_that_is_not_known(tmp_path: Path) -> None:
    nobody = {
        "gemeente.yml": "naam: Rheden\n",
        "velp/de-poort.yml": entry("De Poort", "adres: op aanvraag\n"),
    }
    assert told(tmp_path, nobody) == ["velp/de-poort.yml contact warning no-contact"]
    loket = {"velp/kern.yml": "naam: Velp\nloket: velp/de-poort\n"}
    assert told(tmp_path, {**nobody, **loket}) == []


def test_a_group_can_be_reached_through_its_building(tmp_path: Path) -> None:
    group = entry(more="plek: velp/de-poort\n").replace("contact: loket\n", "")
    assert told(tmp_path, {"velp/koffie.yml": group}) == []


def points(*names_and_points: tuple[str, float, float]) -> dict[str, str | bytes]:
    return {
        f"velp/nummer-{number}.yml": entry(naam, f"adres:\n  punt: [{lat}, {lon}]\n")
        for number, (naam, lat, lon) in enumerate(names_and_points)
    }


def test_doubles_have_the_same_name(tmp_path: Path) -> None:
    assert told(tmp_path, {"velp/een.yml": entry("Soos"), "velp/twee.yml": entry("SOOS")}) == [
        "velp/twee.yml naam warning double"
    ]


def test_the_same_name_in_another_kern_is_only_a_hint(tmp_path: Path) -> None:
    assert told(tmp_path, {"dieren/soos.yml": entry("Soos"), "velp/soos.yml": entry("Soos")}) == [
        "velp/soos.yml naam hint double"
    ]


@pytest.mark.parametrize(
    ("second", "double"),
    [
        (("Koffie-ochtend", 52.0008, 5.98), True),  # 89 metres
        (("Koffie-ochtend", 52.0010, 5.98), False),  # 111 metres
        (("Koffie-ochtend", 52.0, 5.9814), True),  # 96 metres
        (("Koffie-ochtend", 52.0, 5.9816), False),  # 110 metres
        (("Theekransje", 52.0, 5.98), False),
    ],
)
def test_doubles_are_alike_and_nearby(tmp_path: Path, second: tuple[str, float, float], double: bool) -> None:
    found = told(tmp_path, points(("Koffieochtend", 52.0, 5.98), second))
    assert found == (["velp/nummer-1.yml naam warning double"] if double else [])


def test_doubles_at_one_address(tmp_path: Path) -> None:
    address = "adres:\n  straat: Dorpsstraat\n  huisnummer: {}\n"
    files = {
        "velp/een.yml": entry("Koffieochtend", address.format(5)),
        "velp/twee.yml": entry("Koffie-ochtend", address.format(5) + "  plaats: Velp\n"),
        "velp/drie.yml": entry("Koffie ochtend", address.format(7)),
        "dieren/vier.yml": entry("De koffieochtend", address.format(5)),
    }
    assert told(tmp_path, files) == ["velp/twee.yml naam warning double"]


def test_what_stopped_is_no_double(tmp_path: Path) -> None:
    stopped = entry("Soos", "status: gestopt\n")
    assert told(tmp_path, {"velp/een.yml": stopped, "velp/twee.yml": entry("Soos")}) == []


def test_metres() -> None:
    assert metres(Punt(52.0, 6.0), Punt(52.01, 6.0)) == pytest.approx(1113, abs=2)
    assert metres(Punt(52.0, 6.0), Punt(52.0, 6.01)) == pytest.approx(685, abs=2)


def test_all_that_is_wrong_across_files_is_told_in_the_order_of_the_files(tmp_path: Path) -> None:
    more = "samen_met: velp/zzz\nwerkgebied: velpp\nbuurt: Zuid\nfoto: x.jpg\nfoto_tekst: x\n"
    found = check(tmp_path, {"velp/a.yml": entry("A", more), "dieren/b.yml": entry("B", more)})
    assert [(Path(one.path).name, one.line) for one in found] == [
        (name, line) for name in ("b.yml", "a.yml") for line in (5, 6, 7, 8)
    ]


def test_checking_needs_nothing_that_is_slow_to_import() -> None:
    heavy = "{'folium', 'mkdocs', 'geopy', 'jinja2'}"
    code = f"import sys, sociale_kaart.checks, sociale_kaart.kaart; sys.exit(len({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
