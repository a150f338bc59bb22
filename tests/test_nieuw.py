"""A first file: made for somebody who then fills it in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from goldens import write_files
from sociale_kaart.cli import main
from sociale_kaart.format.begrippen import Begrip, built_in
from sociale_kaart.format.document import read_document
from sociale_kaart.format.initiatief import InitiatiefTekst
from sociale_kaart.loading import load
from sociale_kaart.nieuw import NameRefused, first_text, write_first_file

SITE = {
    "gemeente.yml": "naam: Rheden\nloket:\n  naam: Meldpunt\n",
    "velp/kern.yml": "naam: Velp\n",
    "velp/de-poort.yml": "naam: De Poort\nsoort: buurthuis\nkort: Buurthuis.\ncontact: loket\nadres:\n  straat: Laan\n",
    "de-steeg/kern.yml": "naam: De Steeg\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_files(tmp_path, SITE)


def write(folder: Path, kern: str, naam: str) -> Path:
    return write_first_file(load(folder), kern, naam)


def wrong(folder: Path) -> list[str]:
    return [problem.key for problem in load(folder).problems if problem.level != "hint"]


def fill_in(text: str) -> str:
    for key, value in {
        "soort": "buurthuis",
        "kort": "Koffie met buren.",
        "  telefoon": "026 123 45 67",
    }.items():
        text = re.sub(rf"^{key}:$", f"{key}: {value}", text, flags=re.MULTILINE)
    return text


def test_what_must_still_be_filled_in_is_told(folder: Path) -> None:
    path = write(folder, "velp", "Koffie op dinsdag")
    assert path == folder / "velp" / "koffie-op-dinsdag.yml"
    assert wrong(folder) == ["soort", "kort"]


def test_once_filled_in_it_is_right(folder: Path) -> None:
    path = write(folder, "velp", "Koffie op dinsdag")
    path.write_text(fill_in(path.read_text(encoding="utf-8")), encoding="utf-8")
    loaded = load(folder)
    assert loaded.problems == []
    assert loaded.initiatieven["velp/koffie-op-dinsdag"].naam == "Koffie op dinsdag"


def commented_parts(text: str) -> list[str]:
    """Each key that stands there as a comment, with what is under it."""
    return re.findall(r"(?:^#[a-z_]+:.*\n)(?:^# .*\n)*", text, flags=re.MULTILINE)


@pytest.mark.parametrize("part", commented_parts(first_text("Koffie", built_in())))
def test_each_example_is_right_without_its_comment_sign(folder: Path, part: str) -> None:
    path = write(folder, "velp", "Koffie")
    bare = "".join(line[1:] for line in part.splitlines(keepends=True))
    path.write_text(fill_in(path.read_text(encoding="utf-8")).replace(part, bare), encoding="utf-8")
    assert wrong(folder) == []


def test_the_usual_fields_are_offered() -> None:
    keys = {part.split(":")[0].strip("#") for part in commented_parts(first_text("Koffie", built_in()))}
    assert {"themas", "adres", "openingstijden", "activiteiten", "toegang", "beheer"} <= keys
    assert keys <= set(InitiatiefTekst.model_fields)


def test_own_words_are_offered_too() -> None:
    begrippen = built_in().extended({"waar": [Begrip(id="op-de-dijk", label="Op de dijk")]}, {})
    assert "op-de-dijk" in first_text("Koffie", begrippen)


@pytest.mark.parametrize(
    "naam",
    [
        "'t Huis",
        "Koffie: elke dag",
        '"Samen" eten',
        "Huis # 3",
        "2027",
        "ja",
        "- streepje",
        "{haak} [haak]",
        "a \\ b",
    ],
)
def test_a_name_is_read_as_it_was_given(naam: str) -> None:
    assert read_document("x.yml", first_text(naam, built_in()).encode()).value["naam"] == naam


def test_an_editor_finds_the_schema_that_stands_beside_gemeente_yml(folder: Path) -> None:
    path = write(folder, "velp", "Koffie")
    modeline = path.read_text(encoding="utf-8").splitlines()[0]
    assert modeline.startswith("# yaml-language-server: $schema=")
    schema = path.parent / modeline.partition("=")[2]
    assert "rivierdijk" not in schema.read_text(encoding="utf-8")
    write_files(folder, {"begrippen.yml": "themas:\n  - id: rivierdijk\n    label: De dijk\n"})
    write(folder, "velp", "Thee")
    assert "rivierdijk" in schema.read_text(encoding="utf-8")


@pytest.mark.parametrize("kern", ["de-steeg", "De Steeg", "DE STEEG", "de-steeg/"])
def test_a_kern_can_be_named_as_people_do(folder: Path, kern: str) -> None:
    assert write(folder, kern, "Koffie").parent == folder / "de-steeg"


@pytest.mark.parametrize(
    ("kern", "naam", "sentence"),
    [
        ("de steg", "Koffie", "De kern `de steg` bestaat niet. Bedoelt u `de-steeg`?"),
        ("../elders", "Koffie", "De kern `../elders` bestaat niet. Kies uit: de-steeg, velp."),
        ("velp", "!?", "Van de naam `!?` is geen bestandsnaam te maken. Gebruik letters of cijfers."),
        ("velp", "Agenda", "Een initiatief kan niet `agenda` heten: die naam gebruikt het programma zelf."),
        ("velp", "Koffie\udcff", "In de naam staat een teken dat niet te lezen is. Typ de naam opnieuw."),
    ],
)
def test_what_cannot_be_is_refused(folder: Path, kern: str, naam: str, sentence: str) -> None:
    with pytest.raises(NameRefused, match=f"^{re.escape(sentence)}$"):
        write(folder, kern, naam)
    assert sorted(path.name for path in folder.rglob("*.yml")) == [
        "de-poort.yml",
        "gemeente.yml",
        "kern.yml",
        "kern.yml",
    ]


def test_a_name_with_a_hidden_sign_is_refused(folder: Path) -> None:
    with pytest.raises(NameRefused, match=r"U\+202E"):
        write(folder, "velp", "Kof\u202efie")


def test_a_file_that_exists_is_left_alone(folder: Path) -> None:
    with pytest.raises(NameRefused, match="bestaat al"):
        write(folder, "velp", "De Poort!")
    assert (folder / "velp" / "de-poort.yml").read_text(encoding="utf-8") == SITE["velp/de-poort.yml"]
    assert sorted(path.name for path in (folder / "velp").iterdir()) == ["de-poort.yml", "kern.yml"]


def test_the_command_says_what_to_do_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_files(tmp_path / "initiatives", SITE)
    monkeypatch.chdir(tmp_path)
    assert main(["nieuw", "Velp", "Ons", "Huis"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Gemaakt: initiatives/velp/ons-huis.yml"
    assert lines[-1].strip() == "sociale-kaart check initiatives/velp/ons-huis.yml"
