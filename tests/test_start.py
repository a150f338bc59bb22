"""A new municipality: one command makes a site that checks, builds and says what is still to be filled in."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from goldens import write_files
from sites import ROOT, VANDAAG, Site, broken_links, build_again
from sociale_kaart.cli import main
from sociale_kaart.settings import read_settings
from sociale_kaart.starting_site.writing import requirement, write_site

HOF = ["--naam", "Hof van Twente", "--kernen", "Goor, Delden", "--loket-telefoon", "026 000 00 00"]
GITHUB = ["--repo-url", "https://github.com/hof/kaart"]


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SOCIALE_KAART_VANDAAG", VANDAAG)
    monkeypatch.chdir(tmp_path)


def started(*more: str, folder: str = "kaart") -> set[str]:
    """The files that one call makes."""
    assert main(["start", folder, *(more or HOF)]) == 0
    return {path.relative_to(folder).as_posix() for path in Path(folder).rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("hof") / "kaart"
    with pytest.MonkeyPatch.context() as patch:  # it is made before a test's own day
        patch.setenv("SOCIALE_KAART_VANDAAG", VANDAAG)
        assert main(["start", str(folder), *HOF, "--redactie-email", "kaart@hof.example", *GITHUB]) == 0
    return build_again(folder)


def test_it_builds_without_a_warning_and_no_link_is_broken(built: Site) -> None:
    assert built.warnings == []
    assert broken_links(built, "/kaart/") == []


def test_home_shows_the_municipality_its_kernen_and_whom_to_call(built: Site) -> None:
    home = built.pages["index.html"]
    assert home.title == "Sociale kaart Hof van Twente"
    assert home.canonical == "https://hof.github.io/kaart/"
    assert {"tel:+31260000000", "./goor/", "./delden/"} <= set(home.links)
    assert "Deze kaart is nog nieuw" in home.text


def test_its_menu_has_every_page_that_the_menu_of_the_demonstration_has() -> None:
    """Those that the program makes; the texts in docs/ are each site's own."""

    def made(path: Path) -> set[str]:
        return set(re.findall(r": ([a-z-]+/index\.md|formaat\.md)$", path.read_text("utf-8"), re.MULTILINE))

    started()
    assert made(ROOT / "mkdocs.yml") - made(Path("kaart/mkdocs.yml")) == set()


def test_the_example_is_labelled_as_one(built: Site) -> None:
    assert "verzonnen voorbeeld" in built.pages["goor/voorbeeld-koffieochtend/index.html"].text.casefold()


def test_the_texts_that_a_site_must_have_are_there(built: Site) -> None:
    assert "kaart@hof.example" in built.pages["privacy/index.html"].text
    assert "Vul in:" in built.pages["privacy/index.html"].text
    assert "WCAG 2.2" in built.pages["toegankelijkheid/index.html"].text


def test_check_has_nothing_to_say_not_even_a_hint(capsys: pytest.CaptureFixture[str]) -> None:
    started()
    capsys.readouterr()
    assert main(["check", "--strict", "--config-file", "kaart/mkdocs.yml"]) == 0
    assert capsys.readouterr().out == "5 bestanden gelezen: alles klopt.\n"


def test_once_everything_is_filled_in_it_is_right_too() -> None:
    """What stands there as a comment to fill in is right without its comment sign."""
    started("--naam", "Hof", "--kernen", "Goor")
    for path in Path("kaart/initiatives").rglob("*.yml"):
        text = re.sub(r"^( *)# ((?:  )?[a-z_]+:)", r"\1\2", path.read_text("utf-8"), flags=re.MULTILINE)
        path.write_text(text, "utf-8")
    assert "\n  telefoon: 026 123 45 67\n" in Path("kaart/initiatives/gemeente.yml").read_text("utf-8")
    assert main(["check", "--strict", "--config-file", "kaart/mkdocs.yml"]) == 0


def test_the_first_file_of_an_organiser_can_be_made_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    started()
    assert main(["nieuw", "Goor", "Koffie", "--config-file", "kaart/mkdocs.yml"]) == 0
    assert Path("kaart/initiatives/goor/koffie.yml").is_file()


def test_each_forge_gets_its_own_files_and_another_none(capsys: pytest.CaptureFixture[str]) -> None:
    github = started(*HOF, *GITHUB, folder="a")
    gitlab = started(*HOF, "--repo-url", "https://gitlab.hof.example/kaarten/kaart", folder="b")
    codeberg = started(*HOF, "--repo-url", "https://codeberg.org/hof/kaart", folder="c")
    assert "alleen voor GitHub en GitLab" in capsys.readouterr().out
    nowhere = started(folder="d")
    assert {name for name in github - nowhere if not name.startswith(".github/")} == set()
    assert ".github/workflows/kaart.yml" in github
    assert gitlab - nowhere == {".gitlab-ci.yml"}
    assert codeberg == nowhere
    assert read_settings(Path("b/mkdocs.yml")).site_url == ""


def test_an_own_page_of_github_has_no_path() -> None:
    started(*HOF, "--repo-url", "https://github.com/Hof/hof.github.io.git")
    assert read_settings(Path("kaart/mkdocs.yml")).site_url == "https://hof.github.io/"


def test_names_that_yaml_reads_as_something_else() -> None:
    kernen = "Nee, 's-Gravenmoer, Bergen (L.)"
    files = started("--naam", "'s-Hertogenbosch", "--kernen", kernen, *GITHUB)
    assert {
        "initiatives/nee/kern.yml",
        "initiatives/s-gravenmoer/kern.yml",
        "initiatives/bergen-l/kern.yml",
    } <= files
    assert main(["check", "--strict", "--config-file", "kaart/mkdocs.yml"]) == 0
    form = "kaart/.github/ISSUE_TEMPLATE/nieuw-initiatief.yml"
    command = [
        sys.executable,
        "-m",
        "check_jsonschema",
        "--builtin-schema",
        "vendor.github-issue-forms",
        form,
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def run(*arguments: str, answers: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sociale_kaart.cli", *arguments]
    return subprocess.run(command, input=answers, capture_output=True, encoding="utf-8", check=False)


def test_it_asks_what_it_must_know_and_asks_again() -> None:
    done = run("start", "kaart", answers="\nProefdorp\nzoeken\nOost, West\n12\n026 123 45 67\n\n\n")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Hoe heet de gemeente?\n> Dit is geen naam.")
    assert "Een kern kan niet `zoeken` heten: die naam gebruikt het programma zelf." in done.stdout
    assert "`12` is geen volledig telefoonnummer." in done.stdout
    assert "telefoon: 026 123 45 67" in Path("kaart/initiatives/gemeente.yml").read_text("utf-8")


def test_whoever_stops_answering_gets_nothing() -> None:
    done = run("start", "kaart", answers="Proefdorp\n")
    assert (done.returncode, done.stderr.splitlines()[-1]) == (2, "Afgebroken.")
    assert not Path("kaart").exists()


@pytest.mark.parametrize(
    ("option", "value", "sentence"),
    [
        ("--naam", " ", "Bij `--naam`: Dit is geen naam."),
        ("--naam", "Hof\n## x: {{", "Bij `--naam`: Deze naam kan niet."),
        ("--kernen", "Goor, goor", "Bij `--kernen`: De kern `goor` staat er twee keer."),
        ("--kernen", ",", "Bij `--kernen`: Er is geen kern genoemd."),
        ("--kernen", "\u4e2d\u6587", "daar is geen mapnaam van te maken."),
        ("--loket-telefoon", "bel maar", "`bel maar` is geen telefoonnummer."),
        ("--redactie-email", "kaart", "`kaart` is geen e-mailadres."),
        ("--repo-url", "https://github.com/hof", "Dit is geen adres van een project."),
        ("--repo-url", "https://github.com/hof/kaart)[x](javascript:", "Dit is geen adres van een project."),
    ],
)
def test_what_cannot_be_is_told(
    capsys: pytest.CaptureFixture[str], option: str, value: str, sentence: str
) -> None:
    assert main(["start", "kaart", *HOF, option, value]) == 2
    assert sentence in capsys.readouterr().err
    assert not Path("kaart").exists()


def test_nothing_is_written_over_what_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    write_files(Path("kaart"), {"mkdocs.yml": "site_name: Van ons\n"})
    assert main(["start", "kaart", *HOF]) == 2
    assert capsys.readouterr().err == "`kaart` is niet leeg. Noem een map die er nog niet is, of een lege.\n"
    assert os.listdir("kaart") == ["mkdocs.yml"]
    assert main(["start", "kaart/mkdocs.yml", *HOF]) == 2


def test_the_empty_checkout_of_a_new_repository_is_fine() -> None:
    write_files(Path("kaart"), {".git/config": ""})
    assert "mkdocs.yml" in started()


def test_what_breaks_off_leaves_nothing() -> None:
    with pytest.raises(OSError):
        write_site(Path("kaart"), {"docs/index.md": "Welkom", f"{'x' * 300}.md": "te lang", "mkdocs.yml": ""})
    assert not Path("kaart").exists()


def test_a_start_that_was_killed_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    write_files(Path("kaart"), {".begin-1f.tmp/docs/index.md": "Welkom"})
    assert main(["start", "kaart", *HOF]) == 2
    assert "heeft een begin dat is afgebroken" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("origin", "line"),
    [
        (None, "sociale-kaart==9.9"),
        (
            {"url": "https://forge.example/sk.git", "vcs_info": {"vcs": "git", "commit_id": "f00"}},
            "sociale-kaart @ git+https://forge.example/sk.git@f00",
        ),
        ({"url": "https://x.example/sk.whl", "archive_info": {}}, "sociale-kaart @ https://x.example/sk.whl"),
    ],
)
def test_a_site_uses_the_program_that_made_it(
    monkeypatch: pytest.MonkeyPatch, origin: dict[str, object] | None, line: str
) -> None:
    """As pip writes it down where a package is installed."""
    files = {"METADATA": "Metadata-Version: 2.1\nName: sociale-kaart\nVersion: 9.9\n"}
    files |= {"direct_url.json": json.dumps(origin)} if origin else {}
    write_files(Path("libraries/sociale_kaart-9.9.dist-info"), files)
    monkeypatch.syspath_prepend(str(Path("libraries").absolute()))
    assert requirement() == (line, True)
