"""`verouderd`: what nobody looked at for too long, for a person, a program and an issue."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from playwright.sync_api import Browser

from goldens import AROUND, write_files
from sociale_kaart.cli import main
from sociale_kaart.commands.verouderd import code
from sociale_kaart.format.onderdelen import Beheer
from test_nu_js import BROWSER


def entry(name: str, beheer: str) -> str:
    return f"naam: {json.dumps(name)}\nsoort: buurthuis\nkort: Een proef.\ncontact: loket\nbeheer: {{{beheer}}}\n"


FILES = {
    **AROUND,
    "velp/a.yml": entry("Jong", "gecontroleerd: 2025-11-23"),
    "velp/b.yml": entry("Net oud", "gecontroleerd: 2025-11-22"),
    "velp/c.yml": entry("Heel oud", "gecontroleerd: 2019-01-31"),
    "velp/d.yml": entry("Nooit", "toestemming: ja"),
    "velp/e.yml": entry("Geheim", "toestemming: nee"),
    "velp/f.yml": entry("Gestopt", "gecontroleerd: 2019-01-31") + "status: gestopt\n",
    "dieren/a.yml": entry("In Dieren", "gecontroleerd: 2024-06-01"),
}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A municipality in `initiatives/`, on 22 November 2026, and we are there."""
    write_files(tmp_path / "initiatives", FILES)
    monkeypatch.setenv("SOCIALE_KAART_VANDAAG", "2026-11-22")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *args: str, status: int = 0) -> list[str]:
    """The lines that `verouderd` prints."""
    assert main(["verouderd", *args]) == status
    return capsys.readouterr().out.splitlines()


def test_the_oldest_first_and_never_last(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys) == [
        "Dieren:",
        "  dieren/a  In Dieren: 2 jaar niet nagekeken",
        "",
        "Velp:",
        "  velp/c  Heel oud: 7 jaar niet nagekeken",
        "  velp/b  Net oud: 12 maanden niet nagekeken",
        "  velp/d  Nooit: nog nooit nagekeken",
        "",
        "4 van de 6 plekken: 12 maanden of langer niet nagekeken, of nog nooit (1).",
    ]


def test_one_object_a_line(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [json.loads(line) for line in run(capsys, "--json")]

    assert [row["id"] for row in rows] == ["dieren/a", "velp/c", "velp/b", "velp/d"]
    assert rows[0] == {
        "id": "dieren/a",
        "kern": "dieren",
        "naam": "In Dieren",
        "path": "initiatives/dieren/a.yml",
        "gecontroleerd": "2024-06-01",
        "maanden": 29,
    }
    assert (rows[-1]["gecontroleerd"], rows[-1]["maanden"]) == (None, None)


def test_the_limit_is_the_municipality_s(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "initiatives/velp/d.yml").unlink()
    with (here / "initiatives/gemeente.yml").open("a") as file:
        file.write("verouderd_na_maanden: 99\n")

    assert run(capsys) == ["Alles is de laatste 99 maanden nagekeken."]
    assert run(capsys, "--json") == []
    assert run(capsys, "--markdown", "velp") == []


def test_a_file_with_an_error_makes_the_list_incomplete(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "initiatives/velp/c.yml").write_text("naam: x\n")

    rows = run(capsys, "--json", status=1)
    assert [json.loads(row)["id"] for row in rows] == ["dieren/a", "velp/b", "velp/d"]


def test_the_text_of_an_issue(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "--markdown", "dieren")[2:] == [
        "- [ ] `In Dieren`: 2 jaar niet nagekeken (`initiatives/dieren/a.yml`)"
    ]

    (here / "mkdocs.yml").write_text("site_url: https://kaart.example/rheden/\nplugins: [sociale-kaart]\n")
    assert run(capsys, "--markdown", "dieren")[2:] == [
        "- [ ] `In Dieren`: 2 jaar niet nagekeken ([bekijk](https://kaart.example/rheden/dieren/a/)"
        " · [klopt nog](https://kaart.example/rheden/meedoen/?wijzig=dieren/a&stap=klopt)"
        " · [wijzig](https://kaart.example/rheden/meedoen/?wijzig=dieren/a)"
        " · [bestaat niet meer](https://kaart.example/rheden/meedoen/?wijzig=dieren/a&stap=gestopt))"
    ]


def test_an_issue_does_not_become_too_long_for_a_forge(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    many = {f"velp/x{number}.yml": entry("Nooit " + "x" * 60, "toestemming: ja") for number in range(150)}
    write_files(here / "initiatives", many)
    (here / "mkdocs.yml").write_text(f"site_url: https://kaart.example/{'rheden' * 5}/\n")

    lines = run(capsys, "--markdown", "velp")
    assert lines[-1] == "En nog 53 andere."
    assert len("\n".join(lines)) < 65_536


@pytest.mark.parametrize(
    "name",
    ["@rheden/team", "`@rheden`", "``` @a", "<b>x</b>", "[x](https://x.example)", "x`", "#12 !3 ~bug", "![x](y)", "a \\` b", "``"],
)  # fmt: skip
def test_a_name_in_an_issue_is_only_a_name(name: str) -> None:
    """As every forge does: what is code is not looked at for mentions, references, links or HTML."""
    inline = MarkdownIt("commonmark").parseInline(f"- [ ] {code(name)}: 3 maanden")[0].children or []
    assert [(one.type, one.content) for one in inline] == [
        ("text", "- [ ] "),
        ("code_inline", name),
        ("text", ": 3 maanden"),
    ]


def test_text_that_a_build_server_reads_as_a_command(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(here / "initiatives", {"velp/x.yml": entry("##[error]x", "toestemming: ja")})

    for args in ([], ["--json"], ["--markdown", "velp"]):
        assert "##[" not in "\n".join(run(capsys, *args))


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["--json", "--markdown", "velp"], "gaan niet samen"),
        (["--markdown", "vlep"], "Bedoelt u `velp`?"),
        (["--markdown"], "hoort een waarde"),
    ],
)
def test_a_wrong_call(here: Path, capsys: pytest.CaptureFixture[str], args: list[str], says: str) -> None:
    assert main(["verouderd", *args]) == 2
    assert says in capsys.readouterr().err


def test_browser_and_program_count_months_alike(browser: Browser) -> None:
    """Around the ends of months, where they could differ: what the page says is what `verouderd` says."""
    days = [date(2027, 8, 31), date(2028, 2, 29), date(2027, 1, 1), date(2026, 10, 30)]
    later = [date(2028, month, day) for month in range(1, 13) for day in (1, 2, 28, 29)]
    pairs = [(str(then), str(today), months) for then in days for today in later for months in (6, 12)]
    page = browser.new_page()
    page.route("http://kaart.example/**", lambda route: route.fulfill(
        body=(BROWSER / "nu.js").read_text("utf-8") if route.request.url.endswith(".js") else "<!doctype html>",
        content_type="text/javascript" if route.request.url.endswith(".js") else "text/html",
    ))  # fmt: skip
    page.goto("http://kaart.example/")
    shown = page.evaluate(
        """async (pairs) => {
          const { nu, toonAlles } = await import("/nu.js");
          return pairs.map(([then, today, months]) => {
            document.body.innerHTML = `<p data-nagekeken="${then}" data-maanden="${months}"><b hidden></b></p>`;
            toonAlles(document, nu(new Date(`${today}T12:00Z`)));
            return !document.querySelector("b").hidden;
          });
        }""",
        pairs,
    )
    page.close()

    counted = [(Beheer(gecontroleerd=then).maanden_oud(date.fromisoformat(today)) or 0) >= months for then, today, months in pairs]  # fmt: skip
    assert shown == counted
    assert {True, False} == set(counted)
