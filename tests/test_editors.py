"""What somebody sees who fills in a file with an editor: tried with the real yaml-language-server."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from goldens import write_files
from sociale_kaart.cli import main
from sociale_kaart.format.begrippen import built_in
from sociale_kaart.format.editor_schema import schema_text
from taalserver import Editor, editor

MODELINE = "# yaml-language-server: $schema=../initiatief.schema.json\n"
KOFFIE = "naam: Koffie\nsoort: ontmoetingsplek\nkort: Koffie voor de buurt.\ncontact: loket\n"
ENGLISH = re.compile(r"\b(value|property|expected|string|type|missing|allowed|object)\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def vscode(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Iterator[Editor]:
    cache = pytestconfig.rootpath / ".venv" / "editors"
    with editor(cache if cache.parent.is_dir() else tmp_path_factory.mktemp("editors")) as running:
        yield running


@pytest.fixture
def velp(tmp_path: Path) -> Path:
    return write_files(tmp_path, {"initiatief.schema.json": schema_text("initiatief", built_in())}) / "velp"


def wrote(velp: Path, text: str) -> Path:
    return write_files(velp, {"koffie.yml": MODELINE + text}) / "koffie.yml"


def test_a_right_file_has_no_problem(vscode: Editor, velp: Path) -> None:
    assert vscode.problems(wrote(velp, KOFFIE)) == []


# What is written below those four lines (without the one with the same key), and the line that is wrong: the
# first is the modeline.
WRONG = {
    "themass: [ontmoeting]": (6, "Dit hoort hier niet. Kijk of het woord goed is geschreven"),
    "themas: [ontmoetingg]": (6, "Dit staat niet in de lijst."),
    "status: open": (6, "Dit staat niet in de lijst. Kies uit: actief, tijdelijk-gesloten, gestopt."),
    "contact:\n  telefoon: bel ons": (6, "Dit is geen telefoonnummer. Schrijf alleen het nummer"),
    "contact: bellen": (5, "Schrijf `loket`, of zet eronder ingesprongen regels"),
    "kort: [a, b]": (5, "Vul hier één gewone tekst in."),
    "naam:": (5, "Vul hier één gewone tekst in."),
    "adres:\n  postcode: 6881": (7, "Dit is geen postcode. Schrijf vier cijfers en twee letters"),
    "openingstijden:\n  dinsdga: 9-12 uur": (7, "Schrijf `op afspraak`, of zet eronder"),
    "openingstijden:\n  dinsdag: 10": (7, "Dit is geen tijd. Schrijf de begintijd en de eindtijd"),
    "activiteiten:\n  - naam: Eten": (7, "Er staat geen `dag` en geen `datum`."),
    "activiteiten:\n  - dag: dinsdag": (7, "`naam` ontbreekt. Voeg een regel toe"),
    "foto: deur.jpg": (6, "Bij een foto hoort `foto_tekst`."),
    "reden: Verbouwing": (6, "`reden` hoort bij `status: tijdelijk-gesloten`"),
}


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_is_underlined_with_a_dutch_sentence(vscode: Editor, velp: Path, text: str) -> None:
    line, sentence = WRONG[text]
    key = text.partition(":")[0]
    around = "".join(f"{one}\n" for one in KOFFIE.splitlines() if not one.startswith(f"{key}:"))
    ((where, said),) = vscode.problems(wrote(velp, around + text + "\n"))
    assert (where, said[: len(sentence)]) == (line, sentence)
    assert ENGLISH.findall(said) == []


def test_the_keys_that_can_be_written_are_offered_with_what_they_mean(vscode: Editor, velp: Path) -> None:
    offered = vscode.offered(wrote(velp, KOFFIE + "open\n"), 6, 5)
    assert offered["openingstijden"] == "Per dag, of `op afspraak`."
    assert "naam" not in offered  # it is there already


def test_keys_inside_a_block_are_offered(vscode: Editor, velp: Path) -> None:
    offered = vscode.offered(wrote(velp, KOFFIE.replace("contact: loket", "contact:\n  te")), 6, 5)
    assert set(offered) == {"telefoon", "whatsapp", "email", "website", "wie", "bereikbaar"}


def test_the_words_of_a_list_are_offered_with_a_sentence(vscode: Editor, velp: Path) -> None:
    offered = vscode.offered(wrote(velp, "naam: Koffie\nsoort: d\n"), 3, 9)
    assert offered["dorpshuis"].startswith("**Dorpshuis** Een gebouw van en voor het hele dorp")
    assert set(built_in()["soorten"]) <= set(offered)


def test_the_words_of_a_row_are_offered(vscode: Editor, velp: Path) -> None:
    offered = vscode.offered(wrote(velp, KOFFIE + "themas:\n  - ontm\n"), 7, 9)
    assert offered["ontmoeting"].startswith("**Ontmoeting** ")


def test_pointing_at_a_word_explains_it(vscode: Editor, velp: Path) -> None:
    told = vscode.explained(wrote(velp, KOFFIE), 4, 2)
    assert "In één zin" in told and "Wat is het, en voor wie?" in told


def test_every_file_of_a_new_site_finds_its_schema(
    vscode: Editor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["start", "kaart", "--naam", "Hof", "--kernen", "Goor, Delden"]) == 0
    assert main(["nieuw", "Goor", "Koffie", "--config-file", "kaart/mkdocs.yml"]) == 0
    found = {
        path.relative_to("kaart/initiatives").as_posix(): vscode.problems(path)
        for path in sorted(Path("kaart/initiatives").rglob("*.yml"))
    }
    empty = [said for _, said in found.pop("goor/koffie.yml")]
    assert len(empty) == 2  # soort and kort are still to be filled in
    assert {name: said for name, said in found.items() if said} == {}
    assert len(found) == 5


def test_every_file_that_names_a_schema_is_helped_by_it(vscode: Editor, tmp_path: Path) -> None:
    """No schema at all would be silence, too: a slip in each kind of file is told."""
    files = {
        f"{kind}.schema.json": schema_text(kind, built_in()) for kind in ("gemeente", "kern", "initiatief")
    }
    files["gemeente.yml"] = "# yaml-language-server: $schema=gemeente.schema.json\nnam: Hof\n"
    files["velp/kern.yml"] = "# yaml-language-server: $schema=../kern.schema.json\nnam: Velp\n"
    write_files(tmp_path, files)
    for name in ("gemeente.yml", "velp/kern.yml"):
        said = dict(reversed(vscode.problems(tmp_path / name)))
        assert said.keys() == {2}
