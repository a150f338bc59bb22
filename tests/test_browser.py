"""The site in Chromium: as visitors with a phone, a keyboard, large letters, another colour or no script have it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from sites import KIND_OF_PAGE, VANDAAG, Site, make_site

PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 800}
# A desktop window of 1280 by 1024 at 400 %.
LARGE = {"width": 320, "height": 256}
NOW = f"{VANDAAG}T09:30:00Z"

Visit = Callable[..., tuple[BrowserContext, str]]
Open = Callable[..., Page]


# For everybody


AXE = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}


@pytest.mark.parametrize(
    ("colours", "viewport", "kinds"),
    [
        ("light", PHONE, list(KIND_OF_PAGE)),
        ("dark", PHONE, ["home", "kern"]),
        ("light", DESKTOP, ["home", "kern"]),
        ("dark", DESKTOP, ["home", "kern", "initiatief", "gestopt", "docs"]),
    ],
    ids=["light phone", "dark phone", "light desktop", "dark desktop"],
)
def test_axe_finds_nothing(
    visit: Visit,
    rheden: Site,
    colours: str,
    viewport: Any,
    kinds: list[str],
) -> None:
    context, address = visit(rheden, color_scheme=colours, viewport=viewport)
    page = context.new_page()
    page.clock.set_fixed_time(NOW)
    found = {}
    for kind in kinds:
        page.goto(address + KIND_OF_PAGE[kind] + ("?q=fiets" if kind == "zoeken" else ""))
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        for violation in Axe().run(page, options=AXE).response["violations"]:
            nodes = [node["html"][:120] for node in violation["nodes"][:3]]
            found[f"{kind}: {violation['id']}"] = (violation["help"], nodes)

    assert found == {}


TOO_WIDE = """() => {
  const boxes = ".tabel, .kaart, .verborgen, .sla-over, pre, select";
  return [...document.body.querySelectorAll("*")].filter((element) => {
    if (element.closest(boxes) || !element.checkVisibility()) return false;
    const { left, right, width } = element.getBoundingClientRect();
    return width > 0 && (right > innerWidth + 1 || left < -1);
  }).map((element) => element.outerHTML.slice(0, 100));
}"""
# What a box that hides its overflow really cuts off.
CUT_OFF = """() => [...document.body.querySelectorAll("*")].filter((element) => {
  const { overflowX, overflowY } = getComputedStyle(element);
  if (element.closest(".kaart, .verborgen, select") || !element.checkVisibility()) return false;
  return (overflowX === "hidden" && element.scrollWidth > element.clientWidth + 1)
    || (overflowY === "hidden" && element.scrollHeight > element.clientHeight + 1);
}).map((element) => element.outerHTML.slice(0, 100))"""
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }"""


@pytest.mark.parametrize(
    ("viewport", "css"),
    [(LARGE, "html { font-size: 100% }"), (LARGE, SPACING), (PHONE, "html { font-size: 200% }")],
    ids=["400 percent", "more space", "letters twice as large"],
)
def test_nothing_is_cut_off(visit: Visit, rheden: Site, viewport: Any, css: str) -> None:
    context, address = visit(rheden, viewport=viewport)
    page = context.new_page()
    page.clock.set_fixed_time(NOW)
    found = {}
    for kind, name in KIND_OF_PAGE.items():
        page.goto(address + name)
        page.add_style_tag(content=css)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        lost = [*page.evaluate(TOO_WIDE), *page.evaluate(CUT_OFF)]
        if lost or page.evaluate("document.scrollingElement.scrollWidth") > viewport["width"]:
            found[kind] = lost[:4]

    assert found == {}


def test_a_wide_table_scrolls_in_its_own_box(opened: Open) -> None:
    page = opened("formaat/", viewport=LARGE)

    assert page.evaluate("document.scrollingElement.scrollWidth") == LARGE["width"]
    assert page.locator(".tabel").first.evaluate("box => box.scrollWidth > box.clientWidth")
    assert (
        page.locator(".tabel td").first.evaluate("cell => parseFloat(getComputedStyle(cell).fontSize)") >= 16
    )


# With a keyboard


def test_the_first_stop_skips_to_the_text(opened: Open) -> None:
    page = opened("velp/")

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    expect(page.get_by_role("searchbox", name="Zoek in Velp")).to_be_focused()


def test_the_menu_on_a_phone_by_keyboard(opened: Open) -> None:
    page = opened("", viewport=PHONE)
    button = page.get_by_role("button", name="Menu")
    link = page.get_by_role("navigation", name="Menu").get_by_role("link", name="Onderwerpen")
    expect(link).to_be_hidden()

    button.press("Enter")
    expect(link).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")

    link.focus()
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    expect(button).to_be_focused()


@pytest.mark.parametrize("kind", ["home", "kern", "initiatief"])
def test_focus_shows_at_every_stop(opened: Open, kind: str) -> None:
    page = opened(KIND_OF_PAGE[kind])
    ring = """() => {
      const element = document.activeElement;
      const rings = [element, element.closest("form") ?? element].map((one) => getComputedStyle(one));
      const line = (style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
      const street = element.matches("path") && parseFloat(rings[0].strokeWidth) >= 5;
      return street || rings.some(line) ? "" : element.outerHTML.slice(0, 100);
    }"""

    stops = []
    for _ in range(30):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(ring))

    assert stops == [""] * 30


def test_the_choice_of_colours_stays(opened: Open) -> None:
    page = opened("", color_scheme="light")
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)

    page.get_by_role("button", name="Donkere kleuren").click()
    dark = page.evaluate(paper)
    page.reload()

    assert page.evaluate(paper) == dark != light
    page.get_by_role("button", name="Lichte kleuren").click()
    assert page.evaluate(paper) == light


# Without script, on paper


def test_without_script_everything_is_there(opened: Open, rheden: Site) -> None:
    page = opened("velp/", viewport=PHONE, java_script_enabled=False)

    everything = page.locator("[data-id]").evaluate_all("cards => cards.map(card => card.dataset.id)")
    data = json.loads(rheden.texts["data/initiatieven.json"])["initiatieven"]
    assert {one["id"] for one in data if one["kern"] == "velp"} <= set(everything)
    expect(
        page.get_by_role("navigation", name="Menu").get_by_role("link", name="Onderwerpen")
    ).to_be_visible()
    expect(page.locator("[data-kaart]")).to_be_hidden()
    assert page.locator("button:visible").all_inner_texts() == ["Zoek"]
    assert page.locator(".week > li:visible").count() == page.locator(".week > li").count() > 0


def test_without_script_an_initiative_is_complete(opened: Open) -> None:
    page = opened("dieren/de-spil/", java_script_enabled=False)

    for summary in page.locator("summary").all():
        summary.click()
    for text in ("Wanneer", "Voorbeeldplein 3", "Bel 026", "Activiteiten en tijden", "Geschikt voor"):
        expect(page.locator("article")).to_contain_text(text)
    empty = page.locator(".blok:visible, section:visible").evaluate_all(
        "boxes => boxes.filter(box => !box.innerText.trim()).length"
    )
    assert empty == 0


def test_on_paper_everything_is_open_and_there_is_no_map(opened: Open) -> None:
    page = opened("dieren/de-spil/")
    page.emulate_media(media="print")

    for block in page.locator("details .blok").all():
        if not block.locator("[data-kaart]").count():
            expect(block).to_be_visible()
    for absent in ("[data-kaart]", ".menuknop", ".zoek", "#menu"):
        assert page.locator(absent).locator("visible=true").count() == 0


def test_dark_colours_do_not_come_on_paper(opened: Open) -> None:
    page = opened("dieren/de-spil/", color_scheme="light")
    page.get_by_role("button", name="Donkere kleuren").click()
    page.emulate_media(media="print")

    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


# What is asked of others


@pytest.mark.parametrize("name", ["", "velp/"])
def test_only_tiles_come_from_elsewhere(visit: Visit, rheden: Site, name: str) -> None:
    elsewhere: list[str] = []
    context, address = visit(rheden, elsewhere)
    page = context.new_page()
    page.goto(address + name)
    expect(page.locator("[data-kaart]")).to_have_attribute("data-klaar", "ja")
    page.wait_for_load_state("networkidle")

    assert {url.split("/")[2] for url in elsewhere} == {"service.pdok.nl"}


@pytest.mark.parametrize("tiles", ["click", "none"])
def test_nothing_comes_from_elsewhere_unasked(visit: Visit, tmp_path: Path, tiles: str) -> None:
    elsewhere: list[str] = []
    site = make_site(tmp_path, plugin={"tiles": tiles})
    context, address = visit(site, elsewhere)
    page = context.new_page()
    for name in ("", "velp/", "velp/de-poort/"):
        page.goto(address + name)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        page.wait_for_load_state("networkidle")

    assert elsewhere == []


def test_a_page_that_is_not_there_works_at_any_depth(visit: Visit, rheden: Site) -> None:
    context, address = visit(rheden)
    page = context.new_page()
    text = rheden.texts["404.html"]
    context.route(
        "**/weg/ergens/", lambda route: route.fulfill(status=404, body=text, content_type="text/html")
    )

    page.goto(f"{address}weg/ergens/")
    assert page.evaluate("getComputedStyle(document.querySelector('.kop')).borderBottomWidth") == "1px"
    page.get_by_role("link", name="Naar het begin").click()

    expect(page).to_have_url(address)


# Searching: what others rely on; the finder has tests of its own


def test_a_search_in_the_address(opened: Open) -> None:
    page = opened("zoeken/?q=moestuin")

    results = page.locator("#resultaten")
    expect(results).to_have_attribute("data-klaar", "ja")
    found = page.locator("#resultaten [data-id]:visible").evaluate_all(
        "cards => cards.map(card => card.dataset.id)"
    )
    assert "velp/de-krulboon" in found
    assert int(results.get_attribute("data-aantal") or 0) >= len(found)


def test_a_kern_page_searches_in_its_kern(opened: Open) -> None:
    page = opened("velp/")

    page.get_by_role("searchbox", name="Zoek in Velp").fill("moestuin")
    page.get_by_role("searchbox", name="Zoek in Velp").press("Enter")

    expect(page).to_have_url(re.compile(r"/zoeken/\?q=moestuin&kern=velp$"))
