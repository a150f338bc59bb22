"""The table for professionals: its rows, filters and order, and what comes out of the printer."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect
from pypdf import PdfReader

from sites import Site, broken_links, make_site, read_kaart
from sociale_kaart.pages.verwijzen import groups, waiting_days
from verwijspagina import FILES, HOSTILE, names

Visit = Callable[..., tuple[BrowserContext, str]]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return make_site(tmp_path_factory.mktemp("verwijzen"), FILES)


@pytest.fixture
def opened(open_in: Callable[[Site], Callable[..., Page]], site: Site) -> Callable[..., Page]:
    return open_in(site)


# What the rows say


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("geen", 0),
        ("geen, behalve op dinsdag", 0),
        ("meestal binnen drie dagen", 3),
        ("één week", 7),
        ("twee weken, noodpakket dezelfde dag", 14),
        ("acht tot tien weken", 56),
        ("6 weken", 42),
        ("drie maanden, mannen iets langer", 90),
        ("onbekend", None),
        ("rustig aan", None),
        ("", None),
    ],
)
def test_how_long_one_waits(text: str, days: int | None) -> None:
    assert waiting_days(text) == days


def test_a_row_says_what_was_written_for_professionals_and_else_what_everybody_reads(tmp_path: Path) -> None:
    told = {
        row.initiatief.naam: row for _, rows in groups(read_kaart(tmp_path / "map", FILES)) for row in rows
    }

    day = told["Dagopvang"]
    assert (day.voor, day.indicatie, day.professional) == (
        "Ouderen met geheugenproblemen.",
        "Ja. Verwijzing nodig.",
        "Ja",
    )
    assert (told["Lotgenoten"].voor, told["Lotgenoten"].hoe) == (
        "Praten met wie hetzelfde meemaakt.",
        "Vooraf aanmelden",
    )
    assert told["De Poort"].voor == "Iedereen"


def test_a_row_says_whom_one_calls(tmp_path: Path) -> None:
    reach = {
        row.initiatief.naam: row.bereik
        for _, rows in groups(read_kaart(tmp_path / "map", FILES))
        for row in rows
    }
    numbers = {name: (one.telefoon.tekst if one.telefoon else one.email, one.via) for name, one in reach.items()}  # fmt: skip

    assert numbers["Dagopvang"] == ("026 000 00 05", "")
    assert numbers["Lotgenoten"] == ("026 000 00 01", "De Poort")
    assert numbers["Schaak"] == ("026 000 00 00", "Meldpunt")
    assert numbers[HOSTILE] == ("info@proef.example", "")


# The table


def test_without_javascript_the_whole_table_stands_there_by_kern(opened: Callable[..., Page]) -> None:
    page = opened("verwijzen/", java_script_enabled=False)

    assert page.locator("tr[data-id]:visible, tr.kern:visible").evaluate_all(
        "rows => rows.map(row => row.dataset.id ?? row.textContent.trim())"
    ) == ["Dieren", "dieren/vreemd", "dieren/schaak", "Velp", "velp/dagopvang", "velp/de-poort", "velp/lotgenoten"]  # fmt: skip
    expect(page.get_by_role("row", name="Dagopvang")).to_contain_text(
        "Niet voor: wie verzorging nodig heeft."
    )
    expect(page.locator("button:visible")).to_have_count(0)


@pytest.mark.parametrize(
    ("state", "there"),
    [
        ("kern=dieren", ["vreemd", "schaak"]),
        ("indicatie=nee", ["lotgenoten"]),
        ("voor=ouderen&dag=maandag", ["dagopvang"]),
        ("soort=vereniging&soort=lotgenotengroep", ["vreemd", "schaak", "lotgenoten"]),
        ("q=schaken", ["schaak"]),
        ("q=qzxw", []),
        ("thema=bestaat-niet", []),
    ],
)
def test_the_state_of_the_finder_in_the_address(
    opened: Callable[..., Page], state: str, there: list[str]
) -> None:
    page = opened(f"verwijzen/?{state}")
    assert names(page) == there
    expect(page.locator("#aantal")).to_contain_text(f"{len(there)} van de 5 plekken")


def test_a_choice_narrows_stands_in_the_address_and_can_be_taken_away(opened: Callable[..., Page]) -> None:
    page = opened("verwijzen/")
    page.get_by_role("button", name="Filteren").click()
    page.get_by_role("checkbox", name=re.compile("^Dieren")).check()
    expect(page).to_have_url(re.compile(r"\?kern=dieren$"))
    assert names(page) == ["vreemd", "schaak"]

    page.get_by_role("button", name="Weghalen: Dieren").click()
    assert len(names(page)) == 5
    page.go_back()
    assert names(page) == ["vreemd", "schaak"]


def test_sorting_by_a_column_goes_through_the_kernen_and_back(opened: Callable[..., Page]) -> None:
    page = opened("verwijzen/")
    by_kern = names(page)
    wait = page.get_by_role("button", name="Wachttijd")
    wait.click()

    assert names(page) == ["lotgenoten", "schaak", "dagopvang", "vreemd", "de-poort"]
    expect(page.get_by_role("columnheader", name="Wachttijd")).to_have_attribute("aria-sort", "ascending")
    expect(page.get_by_role("row", name="Schaak")).to_contain_text("Dieren")
    wait.click()
    assert names(page) == ["vreemd", "dagopvang", "schaak", "lotgenoten", "de-poort"]
    page.get_by_role("button", name="Weer per dorp").click()
    assert names(page) == by_kern
    expect(page.locator("[aria-sort]")).to_have_count(0)


def test_what_is_chosen_stays_in_order_when_it_is_sorted(opened: Callable[..., Page]) -> None:
    page = opened("verwijzen/?kern=velp")
    names(page)
    page.get_by_role("button", name="Wachttijd").click()
    assert names(page) == ["lotgenoten", "dagopvang", "de-poort"]


def test_on_paper_every_page_has_the_headings_and_none_ends_with_a_kern(
    visit: Visit, rheden: Site, tmp_path: Path
) -> None:
    context, address = visit(rheden)
    page = context.new_page()
    page.goto(f"{address}verwijzen/")
    names(page)
    page.pdf(path=tmp_path / "tabel.pdf", prefer_css_page_size=True)
    sheets = [
        [line.strip() for line in sheet.extract_text().splitlines() if re.search("[a-z]", line)]
        for sheet in PdfReader(tmp_path / "tabel.pdf").pages
    ]
    kernen = set(page.locator("tr.kern").all_text_contents())

    # The first one opens with what it is.
    assert {tuple(lines[0].split()[:2]) for lines in sheets[1:]} == {("Plek", "Voor")}
    assert not kernen & {line for lines in sheets for line in lines[-2:]}
    text = " ".join(" ".join(lines) for lines in sheets)
    assert [name for name in page.locator("tr[data-id] > th > a").all_text_contents() if name.split()[0] not in text] == []  # fmt: skip


# For everybody


@pytest.mark.parametrize("name", ["verwijzen/?kern=velp", "verwijzen/blad/?bewaard=velp/dagopvang"])
@pytest.mark.parametrize("settings", [
    {"viewport": {"width": 320, "height": 256}},
    {"viewport": {"width": 1280, "height": 800}, "color_scheme": "dark"},
])  # fmt: skip
def test_for_everybody(opened: Callable[..., Page], name: str, settings: dict[str, Any]) -> None:
    page = opened(name, **settings)
    expect(page.locator("[data-klaar]").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    rules = {
        "runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"],
        "resultTypes": ["violations"],
    }
    assert [one["id"] for one in Axe().run(page, options=rules).response["violations"]] == []


def test_every_link_leads_somewhere(site: Site) -> None:
    assert [link for link in broken_links(site) if "verwijzen" in link] == []
