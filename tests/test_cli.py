"""The commands as somebody in a terminal meets them: what is printed, and the exit status."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from goldens import write_files
from sociale_kaart.cli import main
from sociale_kaart.format.problems import Problem
from sociale_kaart.reporting import github_lines, json_lines, summary, text_lines

GOLDENS = Path(__file__).parent / "golden" / "cli"

RIGHT = """\
naam: De Poort
soort: buurthuis
kort: Buurthuis in Velp.
contact: loket
beheer:
  gecontroleerd: 2026-10-01
  toestemming: ja
"""
SITE = {
    "initiatives/gemeente.yml": "naam: Rheden\nloket:\n  naam: Meldpunt\n  telefoon: 026 000 00 00\n",
    "initiatives/velp/kern.yml": "naam: Velp\n",
    "initiatives/velp/de-poort.yml": RIGHT,
}
FAULTS = {
    "initiatives/dieren/kern.yml": "naam: Dieren\n",
    "initiatives/dieren/koffie.yml": RIGHT.replace("De Poort", "Koffie").replace("2026-10-01", "2025-10-01"),
    "initiatives/velp/eten.yml": "naam: Samen eten\nsoort: buurtuis\nkort: Eten met buren.\ncontact: loket\nthema: x\n",
    "initiatives/velp/tuin.yml": RIGHT.replace("De Poort", "Tuin").replace(
        "toestemming: ja", "toestemming: yes"
    ),
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small map without faults, in the working directory, on 22 November 2026."""
    monkeypatch.chdir(write_files(tmp_path, SITE))
    monkeypatch.setenv("SOCIALE_KAART_VANDAAG", "2026-11-22")
    return tmp_path


def golden(name: str, text: str) -> None:
    path = GOLDENS / name
    if os.environ.get("UPDATE_GOLDENS"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def run(
    *args: str, cwd: Path, stdout: int = subprocess.PIPE, **environ: str
) -> subprocess.CompletedProcess[str]:
    """The command as a program of its own."""
    command = [sys.executable, "-W", "error", "-m", "sociale_kaart.cli", *args]
    plugins = str(Path(__file__).parent.parent / "plugins")
    return subprocess.run(
        command, cwd=cwd, stdout=stdout, stderr=subprocess.PIPE, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONPATH": plugins, **environ},
    )  # fmt: skip


def test_all_is_well(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert capsys.readouterr().out == "3 bestanden gelezen: alles klopt.\n"


def test_everything_that_is_wrong_is_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(site, FAULTS)
    assert main(["check"]) == 1
    golden("check.txt", capsys.readouterr().out)


def test_problems_for_a_program(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(site, FAULTS)
    assert main(["check", "--json"]) == 1
    printed = capsys.readouterr()
    golden("check.jsonl", printed.out)
    assert set(json.loads(printed.out.splitlines()[0])) == {
        "path", "line", "column", "level", "rule", "key", "message", "remedy",
    }  # fmt: skip
    assert printed.err == "7 bestanden gelezen: 2 fouten, 1 waarschuwing, 1 tip.\n"


def test_problems_for_github(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(site, FAULTS)
    assert main(["check", "--annotations", "github"]) == 1
    golden("check-github.txt", capsys.readouterr().out)


def test_a_warning_fails_only_when_strict(site: Path) -> None:
    write_files(site, {name: FAULTS[name] for name in FAULTS if "tuin" in name})
    assert main(["check"]) == 0
    assert main(["check", "--strict"]) == 1


def test_a_hint_never_fails(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(site, {name: FAULTS[name] for name in FAULTS if "dieren" in name})
    assert main(["check", "--strict"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "5 bestanden gelezen: alles klopt; 1 tip."


@pytest.mark.parametrize("path", ["initiatives/dieren", "initiatives/velp/../dieren/koffie.yml"])
def test_only_what_was_named_is_told(site: Path, capsys: pytest.CaptureFixture[str], path: str) -> None:
    write_files(site, FAULTS)
    assert main(["check", path]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("initiatives/dieren/koffie.yml:6:")
    assert lines[-1] == "7 bestanden gelezen: alles klopt in de bestanden die u noemde; 1 tip."


def test_the_whole_folder_can_be_named_too(site: Path) -> None:
    write_files(site, FAULTS)
    assert main(["check", "."]) == main(["check", str(site / "initiatives")]) == 1


def test_initiatives_may_stand_anywhere(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(
        site, {"kaarten/mkdocs.yml": "plugins: [{sociale-kaart: {initiatives: ../initiatives}}]\n", **FAULTS}
    )
    assert main(["check", "--config-file", "kaarten/mkdocs.yml", "initiatives/velp/eten.yml"]) == 1
    assert "velp/eten.yml:2:8  fout  " in capsys.readouterr().out


CALLS = {
    ("chek",): "De opdracht `chek` bestaat niet. Bedoelt u `check`?",
    ("check", "--jsno"): "De optie `--jsno` bestaat niet. Bedoelt u `--json`?",
    ("check", "--json=1"): "Bij `--json` hoort geen waarde.",
    ("check", "--config-file"): "Bij `--config-file` hoort een waarde.",
    ("check", "--config-file", "nee.yml"): "`nee.yml` bestaat niet.",
    ("check", "--annotations", "gihub"): "`gihub` kan niet bij `--annotations`. Bedoelt u `github`?",
    ("check", "--json", "--annotations", "github"): "`--json` en `--annotations` gaan niet samen. Kies er één.",
    ("check", "initiatives/velpp"): "`initiatives/velpp` bestaat niet.",
    ("check", "a\x1b[31mb"): "`a\ufffd[31mb` bestaat niet.",
    ("check", "/bin"): "`/bin` staat niet in de map `initiatives`.",
    ("nieuw", "velp"): "Er ontbreekt NAAM. Schrijf: `sociale-kaart nieuw [OPTIES] KERN NAAM`.",
    ("nieuw", "Velpp", "Koffie"): "De kern `Velpp` bestaat niet. Bedoelt u `velp`?",
    ("nieuw", "velp", "De", "Poort"): "`initiatives/velp/de-poort.yml` bestaat al. Verander dat bestand, of kies een andere naam.",
    ("schema", "--van", "kerk"): "`kerk` kan niet bij `--van`. Bedoelt u `kern`?",
    ("schema", "velp"): "Er staat te veel achter de opdracht. Schrijf: `sociale-kaart schema [OPTIES]`.",
}  # fmt: skip


@pytest.mark.parametrize(("call", "sentence"), CALLS.items())
def test_a_wrong_call_gets_a_dutch_sentence(
    site: Path, capsys: pytest.CaptureFixture[str], call: tuple[str, ...], sentence: str
) -> None:
    assert main(call) == 2
    assert capsys.readouterr() == ("", f"{sentence}\n")


@pytest.mark.parametrize("command", ["", "check", "nieuw", "schema"])
def test_help_is_dutch(site: Path, capsys: pytest.CaptureFixture[str], command: str) -> None:
    assert main([*command.split(), "--help"]) == 0
    text = capsys.readouterr().out
    assert text.startswith("Gebruik: sociale-kaart")
    assert re.findall(r"(?i)\b(usage|options|commands|show this|default|required)\b", text) == []


def test_without_a_command_there_is_help(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "  check " in capsys.readouterr().out


def test_a_file_that_is_not_read_is_not_called_right(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(site, {"initiatives/velp/koffie.txt": RIGHT})
    assert main(["check", "initiatives/velp/koffie.txt"]) == 2
    assert "eindigt op `.yml`" in capsys.readouterr().err


def test_a_folder_without_a_map_is_a_wrong_call(tmp_path: Path) -> None:
    done = run("check", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("De map `initiatives` bestaat niet.")


@pytest.mark.parametrize(
    ("name", "value"),
    [("SOCIALE_KAART_VANDAAG", "gisteren"), ("SOURCE_DATE_EPOCH", "9" * 20), ("SOURCE_DATE_EPOCH", "x")],
)
def test_a_day_that_is_no_day_is_told(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.delenv("SOCIALE_KAART_VANDAAG")
    monkeypatch.setenv(name, value)
    assert main(["check"]) == 2
    assert f"In de omgevingsvariabele {name} staat geen dag." in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("command", ["check", "schema"])
def test_a_full_disk_is_told(site: Path, command: str) -> None:
    with open("/dev/full", "w") as full:
        done = run(command, cwd=site, stdout=full.fileno())
    assert (done.returncode, done.stderr) == (2, "Dit lukte niet: de schijf is vol.\n")


def test_a_reader_that_went_away_is_told(site: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = run("schema", cwd=site, stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (2, "De uitvoer is afgebroken: niet alles is geschreven.\n")


def test_a_terminal_that_knows_few_characters(site: Path) -> None:
    done = run("check", "--help", cwd=site, PYTHONIOENCODING="iso8859-5")
    assert done.returncode == 0
    assert "E?n JSON-object" in done.stdout


def test_the_commands_start_without_the_heavy_libraries(site: Path) -> None:
    code = "import sys, sociale_kaart.cli; print([name for name in ('folium', 'mkdocs', 'geopy') if name in sys.modules])"
    plugins = str(Path(__file__).parent.parent / "plugins")
    environ = {**os.environ, "PYTHONPATH": plugins}
    done = subprocess.run(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, check=True, env=environ
    )
    assert done.stdout == "[]\n"


def test_the_schema_in_a_file_has_the_words_of_the_municipality(site: Path) -> None:
    write_files(site, {"initiatives/begrippen.yml": "themas:\n  - id: rivierdijk\n    label: De dijk\n"})
    assert main(["schema", "--output", "initiatief.schema.json"]) == 0
    schema = json.loads(Path("initiatief.schema.json").read_text(encoding="utf-8"))
    assert "rivierdijk" in schema["definitions"]["themas"]["enum"]
    assert sorted(path.name for path in site.iterdir()) == ["initiatief.schema.json", "initiatives"]


def test_a_schema_is_not_made_from_words_that_are_wrong(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_files(site, {"initiatives/begrippen.yml": "themas:\n  - id: De Dijk\n"})
    assert main(["schema", "--output", "initiatief.schema.json"]) == 1
    assert "initiatives/begrippen.yml:2:9  fout  " in capsys.readouterr().err
    assert not Path("initiatief.schema.json").exists()


# What a message can hold: a file name or a text in a file may come from anybody.
NASTY = Problem(
    "a:b,c%.yml",
    1,
    2,
    "error",
    "r",
    "x,y:z",
    "::set-env name=A::1 ##[add-path]/tmp\x1b[2J\x9b",
    "100%\r\n::stop\u202e\udcff",
)


def test_text_cannot_steer_a_terminal_or_a_build_server() -> None:
    text = "\n".join(text_lines([NASTY]))
    assert "\x1b" not in text and "\x9b" not in text and "\u202e" not in text and "\udcff" not in text
    assert "##[" not in text
    assert not any(line.strip().startswith("::") for line in text.splitlines())


def test_a_message_is_one_command_for_github() -> None:
    (line,) = github_lines([NASTY])
    assert line.startswith("::error file=a%3Ab%2Cc%25.yml,line=1,col=2,title=Fout bij x%2Cy%3Az::")
    assert "100%25%0D%0A" in line
    assert line.isprintable()


def test_json_says_exactly_what_was_found() -> None:
    (line,) = json_lines([NASTY])
    assert json.loads(line)["message"] == NASTY.message
    assert json.loads(line)["remedy"] == NASTY.remedy
    assert line.isascii() and "##[" not in line


def test_the_last_line_counts() -> None:
    assert summary(1, []) == "1 bestand gelezen: alles klopt."
    assert summary(2, [NASTY, NASTY]) == "2 bestanden gelezen: 2 fouten."
