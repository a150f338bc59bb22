"""A whole folder: which files are read, what is said of the others, and that one never takes another down."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from goldens import AROUND, write_files
from sociale_kaart.format.problems import Problem
from sociale_kaart.loading import kebab, load

ENTRY = "naam: {}\nsoort: buurthuis\nkort: Samen koffie drinken.\ncontact: loket\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small municipality that is right."""
    return write_files(tmp_path / "initiatives", AROUND)


def told(folder: Path) -> list[str]:
    """Each problem as "place level rule"."""
    return [f"{_place(problem, folder)} {problem.level} {problem.rule}" for problem in load(folder).problems]


def _place(problem: Problem, folder: Path) -> str:
    return Path(problem.path).relative_to(folder).as_posix()


def test_a_right_folder(folder: Path) -> None:
    loaded = load(folder)
    assert loaded.problems == []
    assert list(loaded.initiatieven) == ["velp/de-poort"]
    assert {id: kern.gemeentebreed for id, kern in loaded.kernen.items()} == {
        "dieren": False,
        "overal": True,
        "velp": False,
    }
    assert loaded.gemeente.naam == "Rheden"
    assert loaded.files == len(AROUND)


def test_paths_are_shown_from_where_one_stands(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(folder, {"velp/fout.yml": "naam: Fout\n"})
    for where, shown in [(folder.parent, "initiatives/velp/fout.yml"), (folder, "velp/fout.yml")]:
        monkeypatch.chdir(where)
        loaded = load(Path(os.path.relpath(folder)))
        assert {problem.path for problem in loaded.problems} == {shown}
        assert loaded.shown("velp/fout") == loaded.document("velp/fout").path == shown


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("velp/los.yaml", "velp/los.yaml warning not-read"),
        ("velp/LOS.YML", "velp/LOS.YML warning not-read"),
        ("velp/los.yml.txt", "velp/los.yml.txt warning not-read"),
        ("velp/diep/los.yml", "velp/diep/los.yml warning not-read"),
        ("velp/diep/dieper/los.yaml", "velp/diep/dieper/los.yaml warning not-read"),
        ("los.yml", "los.yml warning not-read"),
        ("gemeente.yaml", "gemeente.yaml warning not-read"),
        ("velp/index.yml", "velp/index.yml error reserved-name"),
        ("velp/agenda.yml", "velp/agenda.yml error reserved-name"),
        ("velp/Mijn Groep.yml", "velp/Mijn Groep.yml error file-name"),
        ("velp/café.yml", "velp/café.yml error file-name"),
        ("velp/-.yml", "velp/-.yml error file-name"),
        ("zoeken/groep.yml", "zoeken error reserved-name"),
        ("data/groep.yml", "data error reserved-name"),
        ("De Steeg/groep.yml", "De Steeg error file-name"),
        ("rheden/groep.yml", "rheden/kern.yml error missing-file"),
    ],
)
def test_a_file_in_the_wrong_place_is_told(folder: Path, name: str, expected: str) -> None:
    write_files(folder, {name: ENTRY.format("Groep")})
    assert told(folder) == [expected]
    assert "velp/de-poort" in load(folder).initiatieven


@pytest.mark.parametrize(
    "name", ["velp/.los.yml", ".git/los.yml", "_oud/los.yml", "velp/foto.jpg", "velp/LEESMIJ.md"]
)
def test_what_is_no_file_of_ours_is_left_alone(folder: Path, name: str) -> None:
    write_files(folder, {name: "x"})
    assert told(folder) == []


def test_a_better_name_is_proposed(folder: Path) -> None:
    write_files(
        folder,
        {"velp/'t Huis aan de Überweg.yml": ENTRY.format("Huis"), "velp/日本.yml": ENTRY.format("Japan")},
    )
    first, second = load(folder).problems
    assert "`t-huis-aan-de-uberweg.yml`" in first.remedy
    assert second.remedy == "Gebruik kleine letters, cijfers en streepjes."
    assert kebab("Café De Zon & Zo") == "cafe-de-zon-zo"


def test_a_kern_without_kern_yml_still_shows_its_initiatives(folder: Path) -> None:
    write_files(folder, {"de-steeg/groep.yml": ENTRY.format("Groep")})
    loaded = load(folder)
    assert loaded.kernen["de-steeg"].naam == "De Steeg"
    assert "de-steeg/groep" in loaded.initiatieven


def test_the_wide_folder_needs_no_kern_yml(folder: Path) -> None:
    (folder / "overal" / "kern.yml").unlink()
    write_files(folder, {"overal/groep.yml": ENTRY.format("Groep")})
    loaded = load(folder)
    assert loaded.problems == []
    assert loaded.kernen["overal"].naam == "Heel Rheden" and loaded.kernen["overal"].gemeentebreed


def test_without_gemeente_yml(folder: Path) -> None:
    (folder / "gemeente.yml").unlink()
    assert told(folder) == ["gemeente.yml error missing-file"]
    assert "velp/de-poort" in load(folder).initiatieven


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    loaded = load(tmp_path / "nergens")
    assert [problem.rule for problem in loaded.problems] == ["missing-folder"]
    assert loaded.initiatieven == {} and loaded.files == 0


def test_an_empty_folder(tmp_path: Path) -> None:
    assert told(tmp_path) == ["gemeente.yml error missing-file"]


@pytest.mark.parametrize("wrong", ["gemeente.yml", "begrippen.yml", "velp/kern.yml", "velp/fout.yml"])
@pytest.mark.parametrize("text", ["a: b: c\n", "", "- x\n", "naam: [\n", "onbekend: x\n"])
def test_a_wrong_file_never_takes_others_down(folder: Path, wrong: str, text: str) -> None:
    write_files(folder, {wrong: text})
    loaded = load(folder)
    assert {_place(problem, folder) for problem in loaded.problems} == {wrong}
    assert "velp/de-poort" in loaded.initiatieven
    assert set(loaded.kernen) == {"velp", "dieren", "overal"}


def test_a_wrong_file_is_known_to_exist(folder: Path) -> None:
    write_files(folder, {"velp/fout.yml": "naam: [\n"})
    loaded = load(folder)
    assert "velp/fout" in loaded.ids and "velp/fout" not in loaded.initiatieven


def test_own_begrippen_are_used(folder: Path) -> None:
    own = "themas:\n  - {id: dijk, label: Wonen aan de dijk}\nsoorten:\n"
    own += "  - {id: winkel, label: Winkel, cirkel: geel, hoofdlijn: overig}\n"
    write_files(folder, {"begrippen.yml": own, "velp/winkel.yml": ENTRY.format("Winkel") + "themas: dijk\n"})
    assert told(folder) == []
    assert load(folder).begrippen["soorten"]["winkel"].cirkel == "geel"


def test_links_that_lead_elsewhere_are_not_followed(folder: Path, tmp_path: Path) -> None:
    secret = write_files(
        tmp_path / "elders", {"geheim.yml": ENTRY.format("Geheim"), "kern.yml": "naam: Elders\n"}
    )
    (folder / "velp" / "geheim.yml").symlink_to(secret / "geheim.yml")
    (folder / "velp" / "weg.yml").symlink_to(secret / "weg.yml")
    (folder / "velp" / "eindeloos.yml").symlink_to("/dev/zero")
    (folder / "elders").symlink_to(secret)
    assert told(folder) == [
        "elders error not-read",
        "velp/eindeloos.yml error unreadable",
        "velp/geheim.yml error unreadable",
        "velp/weg.yml error unreadable",
    ]
    assert list(load(folder).initiatieven) == ["velp/de-poort"]


@pytest.fixture
def ordinary_user() -> Iterator[Path]:
    """A folder, while the tests do not run as the administrator, who may read everything."""
    parent = Path(tempfile.mkdtemp())
    parent.chmod(0o755)
    user = os.geteuid()
    yield parent
    os.seteuid(user)
    for path in parent.rglob("*"):
        path.chmod(0o700)
    shutil.rmtree(parent)


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="no such users here")
def test_what_may_not_be_read_is_told(ordinary_user: Path) -> None:
    folder = write_files(ordinary_user / "initiatives", {**AROUND, "velp/dicht.yml": ENTRY.format("Dicht")})
    for path in (folder / "velp" / "dicht.yml", folder / "dieren"):
        path.chmod(0)
    if os.geteuid() == 0:
        os.seteuid(65_534)
    loaded = load(folder)
    assert {_place(problem, folder) for problem in loaded.problems if problem.rule == "unreadable"} == {
        "velp/dicht.yml",
        "dieren",
    }
    assert "velp/de-poort" in loaded.initiatieven


@pytest.mark.parametrize("wrong", ["themaas: x\n", "  - id: [\n", "  - id: zonder-label\n"])
def test_a_wrong_begrippen_file_does_not_take_what_uses_its_words_down(folder: Path, wrong: str) -> None:
    begrippen = "themas:\n  - {id: rivierdijk, label: Wonen aan de dijk}\n" + wrong
    entry = ENTRY.format("Dijkhuis") + "themas: rivierdijk\n"
    loaded = load(write_files(folder, {"begrippen.yml": begrippen, "velp/dijkhuis.yml": entry}))
    assert {_place(problem, folder) for problem in loaded.problems} == {"begrippen.yml"}
    assert loaded.initiatieven["velp/dijkhuis"].themas == ("rivierdijk",)
    assert loaded.begrippen["themas"]["rivierdijk"].label == "Rivierdijk"
