"""The sheet for one client: what stands on it, and that nothing about the client leaves the browser."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import segno
from playwright.sync_api import BrowserContext, Page, expect
from pypdf import PdfReader

from sites import Site, make_site
from sociale_kaart.pages.verwijsblad import qr
from verwijspagina import FILES, HOSTILE, names

Visit = Callable[..., tuple[BrowserContext, str]]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return make_site(tmp_path_factory.mktemp("verwijzen"), FILES)


@pytest.fixture
def opened(open_in: Callable[[Site], Callable[..., Page]], site: Site) -> Callable[..., Page]:
    return open_in(site)


def test_the_file_of_the_sheet(site: Site) -> None:
    told = json.loads(site.texts["data/verwijsblad/velp.json"])["velp/dagopvang"]

    assert told["telefoon"][0] == "026 000 00 05"
    assert told["wie"] == "Coördinator"
    assert ["Waar", "Laan 2, 6881 AB Velp", ["Bushalte dichtbij"]] in told["regels"]
    assert ["Er komen", "Eigen busje", ["Bushalte dichtbij"]] in told["regels"]
    assert ["Wie belt", "Verwijzer", ["Bel de coördinator."]] in told["regels"]
    assert told["adres"] == "x.example/kaart/velp/dagopvang"


def test_the_code_is_the_address(site: Site) -> None:
    """Drawn again from its path it is what segno makes of the page's address."""
    address = "https://x.example/kaart/velp/dagopvang/"
    size, path = qr(address)
    drawn = [[0] * size for _ in range(size)]
    for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", path):
        drawn[int(y)][int(x) : int(x) + int(width)] = [1] * int(width)

    assert drawn == [list(row) for row in segno.make_qr(address, error="m", boost_error=False, mask=3).matrix]
    told = json.loads(site.texts["data/verwijsblad/velp.json"])["velp/dagopvang"]
    assert told["code"] == [size, path]


def make_sheet(page: Page) -> None:
    """From the table: two places and a line about somebody."""
    names(page)
    for name in ("Dagopvang", "Lotgenoten"):
        page.get_by_role("button", name=f"Bewaar: {name}").click()
    page.get_by_role("link", name="Verwijsblad met 2 plekken").click()
    page.get_by_label("Eigen regel bovenaan").fill("Voor mevrouw Jansen")
    page.get_by_label("Eigen regel bij Dagopvang").fill("Vraag naar Anja")


def test_a_sheet_grows_from_the_table_and_stays_in_this_browser(opened: Callable[..., Page]) -> None:
    page = opened("verwijzen/")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(f"{request.url} {request.post_data}"))
    make_sheet(page)
    page.reload()

    first = page.locator("#lijst > li").first
    expect(first.get_by_role("heading", name="Dagopvang")).to_be_visible()
    expect(first).to_contain_text("maandag 23 november, 10.00 tot 16.00 uur")
    expect(first.get_by_role("link", name="026 000 00 05")).to_be_visible()
    expect(first.get_by_role("img", name="QR-code naar de pagina van Dagopvang")).to_be_visible()
    expect(page.get_by_label("Eigen regel bovenaan")).to_have_value("Voor mevrouw Jansen")
    assert [one for one in (*sent, page.url) if re.search("jansen|anja", one, re.IGNORECASE)] == []

    page.get_by_role("button", name="Alles wissen").click()
    expect(page.locator("#leeg-zin")).to_be_focused()
    assert page.evaluate("JSON.stringify(localStorage)") == "{}"
    page.reload()
    expect(page.get_by_text("Er staat nog niets op dit blad")).to_be_visible()


def test_on_paper_stand_the_lines_and_no_box_or_button(opened: Callable[..., Page], tmp_path: Path) -> None:
    page = opened("verwijzen/")
    make_sheet(page)
    page.pdf(path=tmp_path / "blad.pdf", prefer_css_page_size=True)
    text = " ".join(one.extract_text() for one in PdfReader(tmp_path / "blad.pdf").pages)

    for there in ("zondag 22 november 2026", "Voor mevrouw Jansen", "Vraag naar Anja", "026 000 00 05",
                  "x.example/kaart/velp/dagopvang", "Verwijzer", "Meldpunt denkt met u mee"):  # fmt: skip
        assert there in text
    for not_there in ("Afdrukken", "Weghalen", "Eigen regel", "Bewaar", "Zoek"):
        assert not_there not in text


def test_a_link_holds_the_ids_and_nothing_else(visit: Visit, site: Site) -> None:
    context, address = visit(site, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}verwijzen/")
    make_sheet(page)
    page.get_by_role("button", name="Link om te delen").click()
    expect(page.locator("#melding")).to_contain_text("gekopieerd")
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == f"{address}verwijzen/blad/?bewaard=velp%2Fdagopvang%2Cvelp%2Flotgenoten"

    other, address = visit(site)
    theirs = other.new_page()
    theirs.goto(address + link.partition("/kaart/")[2])
    expect(theirs.locator("#lijst > li")).to_have_count(2)
    expect(theirs.get_by_label("Eigen regel bovenaan")).to_have_value("")
    theirs.get_by_role("button", name="Ook bij mij bewaren").click()
    theirs.goto(f"{address}zoeken/")
    expect(theirs.locator("#bewaard li")).to_have_count(2)


def test_the_finder_and_the_table_keep_one_list(opened: Callable[..., Page]) -> None:
    page = opened("zoeken/?q=schaken")
    page.get_by_role("button", name="Bewaar: Schaak").click()
    page.get_by_role("link", name="Op papier").click()
    expect(page.locator("#lijst > li")).to_have_count(1)
    page.get_by_role("link", name="Alle plekken in een tabel").click()
    expect(page.get_by_role("button", name="Bewaard: Schaak")).to_have_attribute("aria-pressed", "true")


def test_what_is_hostile_in_a_file_or_an_address_is_only_text(opened: Callable[..., Page]) -> None:
    asked = ["dieren/vreemd", "../../geheim", "velp/<b>", "__proto__/x", "velp/bestaat-niet"]
    page = opened("verwijzen/")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    page.goto(f"{page.url}blad/?bewaard={','.join(asked)}")

    expect(page.get_by_role("heading", name=HOSTILE)).to_be_visible()
    expect(page.locator("#melding")).to_contain_text("niet meer op de kaart")
    assert "gekaapt" not in page.title()
    assert {url.partition("/kaart/")[2] for url in sent if "verwijsblad" in url and url.endswith(".json")} == {
        "data/verwijsblad/dieren.json", "data/verwijsblad/velp.json",
    }  # fmt: skip


def test_without_an_address_of_the_site_there_is_no_code_and_the_page_says_why(
    visit: Visit, tmp_path: Path
) -> None:
    context, address = visit(make_site(tmp_path, FILES, site_url=""))
    page = context.new_page()
    page.goto(f"{address}verwijzen/blad/?bewaard=velp/dagopvang")

    expect(page.get_by_role("heading", name="Dagopvang")).to_be_visible()
    expect(page.get_by_text("staan geen QR-codes")).to_be_visible()
    expect(page.get_by_role("img")).to_have_count(0)
