"""The agenda of a kern and of all: two weeks by day, right on the day that somebody looks."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect
from pypdf import PdfReader

from sites import KLEIN, Site, broken_links, make_site

Visit = Callable[..., tuple[BrowserContext, str]]

HEAD = "soort: vereniging\nkort: Een club.\n"
FILES = {
    **KLEIN,
    "dieren/kern.yml": "naam: Dieren\n",
    "leeg/kern.yml": "naam: Leegdorp\n",
    "velp/koor.yml": f"naam: Koor\n{HEAD}plek: velp/de-poort\ntoegang: {{kosten: gratis, aanmelden: nee}}\nvoorbeeld: ja\n"
    "activiteiten: [{naam: Zingen, dag: maandag, tijd: '20-22 uur'}]\n",
    "dieren/cursus.yml": f"naam: Cursus\n{HEAD}contact: {{telefoon: 026 000 00 05}}\ntoegang: {{aanmelden: ja}}\nactiviteiten:\n"
    "  - {naam: '<b>Koken</b> & eten', datum: 2026-11-25, tijd: '10-12 uur', plek: velp/de-poort, leeftijd: 55+}\n"
    "  - {naam: Oogst, datum: 2026-12-20}\n",
    "dieren/markt.yml": f"naam: Markt\n{HEAD}adres: {{straat: Proefweg, plaats: Dieren}}\nopeningstijden: {{zaterdag: 9-12 uur}}\n",
    "dieren/dicht.yml": f"naam: Dicht\n{HEAD}contact: loket\nstatus: tijdelijk-gesloten\ngesloten_tot: 2026-12-01\n"
    "activiteiten: [{naam: Schaken, dag: dinsdag}]\n",
    "overal/bus.yml": f"naam: Bus\n{HEAD}contact: loket\nopeningstijden: {{woensdag: 8-18 uur}}\n",
}


@pytest.fixture(scope="module")
def klein(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return make_site(tmp_path_factory.mktemp("agenda"), FILES)


DAYS = """those => those.map(one => [one.querySelector("h2"), ...one.querySelectorAll(".agenda-regels div > a")]
  .map(part => part.textContent.trim()))"""


def days(page: Page) -> list[list[str]]:
    """Of each day its heading and the names of what happens."""
    found: list[list[str]] = page.locator("[data-agenda-dagen] > section").evaluate_all(DAYS)
    return found


def lines(page: Page, day: str) -> list[str]:
    """The text of the last that happens on a day."""
    text = page.locator(f"#dag-{day} .agenda-regels li").last.inner_text()
    return [line for line in text.split("\n") if line]


@pytest.fixture
def opened(visit: Visit, klein: Site) -> Callable[..., Page]:
    """`opened("velp/agenda/", now)` shows that page at that moment; without a moment it has no JavaScript."""

    def opened(name: str, now: str = "", **settings: object) -> Page:
        context, address = visit(klein, java_script_enabled=bool(now), **settings)
        page = context.new_page()
        if now:
            page.clock.set_fixed_time(now)
        page.goto(f"{address}{name}")
        if now:
            page.wait_for_selector("[data-agenda][data-klaar]")
        return page

    return opened


def test_two_weeks_of_a_village_without_javascript(opened: Callable[..., Page]) -> None:
    page = opened("velp/agenda/")

    assert days(page)[:4] == [
        ["Maandag 23 november", "Zingen"],
        ["Dinsdag 24 november", "Samen eten"],
        ["Woensdag 25 november", "Bus", "<b>Koken</b> & eten"],
        ["Donderdag 26 november"],
    ]
    assert days(page)[-1] == ["Vrijdag 4 december"]
    expect(page.locator("#dag-2026-11-26 summary")).to_have_text("Ook open: 1 plek")


def test_a_line_says_when_where_what_it_costs_and_how_to_join(opened: Callable[..., Page]) -> None:
    page = opened("agenda/")
    assert lines(page, "2026-11-23") == [
        "20.00–22.00",
        "Zingen",
        "Koor, De Poort, Velp",
        "Gratis · zonder aanmelden voorbeeld",
    ]
    assert lines(page, "2026-11-25")[2:] == [
        "Cursus, De Poort, Velp",
        "Vanaf 55 jaar · vooraf aanmelden: 026 000 00 05",
    ]
    assert lines(page, "2026-11-28") == ["9.00–12.00", "Markt", "Proefweg, Dieren"]


def test_what_is_merely_open_stands_with_its_village_only(opened: Callable[..., Page]) -> None:
    page = opened("agenda/")
    expect(page.locator("[data-agenda-dagen]")).not_to_contain_text("9.00–17.00")
    assert "Vrijdag 27 november" not in [day for day, *_ in days(page)]


def test_what_was_closed_is_there_again_with_a_warning(opened: Callable[..., Page]) -> None:
    page = opened("dieren/agenda/")
    expect(page.locator("#dag-2026-12-01")).to_contain_text(
        "Schaken Zou weer open zijn. Bel even voor u gaat."
    )
    expect(page.locator("#dag-2026-11-24")).to_have_count(0)


def test_a_village_without_anything_says_so(opened: Callable[..., Page]) -> None:
    page = opened("leeg/agenda/")
    expect(page.locator("#dag-2026-11-25")).to_contain_text("Bus")  # for the whole municipality
    assert len(days(page)) == 2


def test_what_is_over_today_is_gone(opened: Callable[..., Page]) -> None:
    page = opened("velp/agenda/", "2026-11-24T18:31:00Z")  # an hour later here
    assert days(page)[0] == ["Woensdag 25 november morgen", "Bus", "<b>Koken</b> & eten"]
    page = opened("velp/agenda/", "2026-11-24T18:29:00Z")
    assert days(page)[0] == ["Dinsdag 24 november vandaag", "Samen eten"]


def test_weeks_later_the_page_still_shows_two_weeks(opened: Callable[..., Page]) -> None:
    page = opened("dieren/agenda/", "2026-12-20T09:00:00Z")
    assert days(page) == [
        ["Zondag 20 december vandaag", "Oogst"],
        ["Dinsdag 22 december", "Schaken"],
        ["Woensdag 23 december", "Bus"],
        ["Zaterdag 26 december", "Markt"],
        ["Dinsdag 29 december", "Schaken"],
        ["Woensdag 30 december", "Bus"],
        ["Zaterdag 2 januari", "Markt"],
    ]
    # What the page shows then is made as the page of that day would be.
    expect(page.locator("#dag-2026-12-26 a")).to_have_attribute("href", "../../dieren/markt/")
    assert page.locator(".agenda-dagen a").evaluate_all("those => those.map(one => one.hash.slice(-2))") == [
        "20", "22", "23", "26", "29", "30", "02",
    ]  # fmt: skip


def test_a_day_made_in_the_browser_is_as_the_one_made_before(opened: Callable[..., Page]) -> None:
    then = opened("velp/agenda/", "2026-12-07T06:00:00Z").locator("#dag-2026-12-08").inner_html()
    before = opened("velp/agenda/", "2026-11-23T06:00:00Z").locator("#dag-2026-11-24").inner_html()

    def plain(html: str) -> str:
        return re.sub(
            r">\s+", ">", html.replace("2026-12-08", "2026-11-24").replace("8 december", "24 november")
        )

    assert plain(then) == plain(before)


def test_files_to_put_in_a_calendar_are_there(klein: Site) -> None:
    assert [link for link in broken_links(klein) if "agenda" in link] == []
    assert "webcal://x.example/kaart/data/agenda/velp.ics" in klein.pages["velp/agenda/index.html"].links
    assert "../../data/agenda/velp/koor.ics" in klein.pages["velp/koor/index.html"].links
    assert "../velp/agenda/" in klein.pages["velp/index.html"].links


@pytest.mark.parametrize("settings", [
    {"viewport": {"width": 320, "height": 256}},
    {"viewport": {"width": 360, "height": 740}, "color_scheme": "dark"},
])  # fmt: skip
def test_for_everybody(opened: Callable[..., Page], settings: dict[str, object]) -> None:
    page = opened("velp/agenda/", "2026-11-22T09:00:00Z", **settings)
    page.locator("summary").first.click()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    rules = {
        "runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"],
        "resultTypes": ["violations"],
    }
    assert [one["id"] for one in Axe().run(page, options=rules).response["violations"]] == []


def test_on_paper_every_day_begins_with_what_happens(visit: Visit, rheden: Site, tmp_path: Path) -> None:
    """No page ends with a heading, and nothing is lost."""
    context, address = visit(rheden)
    page = context.new_page()
    page.goto(f"{address}velp/agenda/")
    page.pdf(path=tmp_path / "agenda.pdf", format="A4")
    texts = [sheet.extract_text().splitlines() for sheet in PdfReader(tmp_path / "agenda.pdf").pages]
    sheets = [[line.strip() for line in text if line.strip()] for text in texts]
    headings = [line for sheet in sheets for line in sheet if re.fullmatch(r"\w+dag \d+ \w+", line)]

    assert len(headings) == page.locator("[data-agenda-dagen] > section").count() > 10
    assert [sheet[-1] for sheet in sheets if sheet and sheet[-1] in headings] == []
