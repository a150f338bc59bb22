"""What one does with results in Chromium: keep, share, print, see on the map; and hostile questions."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from sites import Site
from zoekpagina import count, search

Visit = Callable[..., tuple[BrowserContext, str]]
Open = Callable[..., Page]
PHONE = {"width": 360, "height": 740}


# Keeping and sharing


def test_kept_results_stay_and_can_be_shared_as_a_link(visit: Visit, rheden: Site) -> None:
    context, address = visit(rheden)
    page = context.new_page()
    page.goto(f"{address}zoeken/?q=moestuin")
    page.get_by_role("button", name="Bewaar: Buurttuin De Krulboon").click()
    expect(page.get_by_role("button", name="Bewaard: Buurttuin De Krulboon")).to_have_attribute(
        "aria-pressed", "true"
    )
    page.goto(f"{address}zoeken/")
    expect(page.get_by_role("heading", name="Bewaard")).to_be_visible()
    expect(page.locator("#bewaard")).to_contain_text("De Krulboon")

    context.clear_cookies()
    other, address = visit(rheden)
    theirs = other.new_page()
    theirs.goto(f"{address}zoeken/?bewaard=velp/de-krulboon,dieren/de-spil,weg/bestaat-niet")
    expect(theirs.locator("#bewaard li")).to_have_count(2)
    theirs.get_by_role("button", name="Ook bij mij bewaren").click()
    expect(theirs.get_by_role("heading", name="Bewaard")).to_be_visible()


def test_on_paper_stands_what_was_found_and_what_was_kept_has_a_sheet_of_its_own(opened: Open) -> None:
    page = opened("zoeken/?q=koffie&bewaard=velp/de-krulboon")
    search(page)
    page.emulate_media(media="print")
    expect(page.locator("#resultaten")).to_be_visible()
    expect(page.locator("#bewaard")).to_be_hidden()

    page.emulate_media(media="screen")
    page.get_by_role("link", name="Op papier").click()
    expect(page.locator("#lijst")).to_contain_text("De Krulboon")
    expect(page.get_by_role("button", name="Afdrukken")).to_be_visible()


# List and map


def test_the_map_shows_what_was_found_and_each_points_to_the_other(opened: Open) -> None:
    page = opened("zoeken/?q=dorpshuis")
    ids = search(page)
    expect(page.locator("[data-kaart]")).to_have_attribute("data-klaar", "ja")
    expect(page.locator("[data-kaart]")).not_to_have_attribute("data-punten", "0")

    page.get_by_role("button", name=re.compile("^Op de kaart: ")).first.click()

    expect(page.get_by_role("dialog")).to_be_visible()
    expect(page.locator("#resultaten .gekozen")).to_have_count(1)
    assert ids


def test_on_a_phone_the_list_comes_first_and_the_map_when_asked(opened: Open) -> None:
    page = opened("zoeken/?q=dorpshuis", viewport=PHONE)
    search(page)
    assert page.evaluate("typeof L") == "undefined"
    page.get_by_role("button", name="Toon op de kaart").click()
    expect(page.locator("[data-kaart]")).to_have_attribute("data-klaar", "ja")


def test_everything_works_by_keyboard(opened: Open) -> None:
    page = opened("zoeken/")
    search(page)
    page.get_by_role("searchbox", name="Wat zoekt u?").focus()
    page.keyboard.type("moestuin")
    page.keyboard.press("Enter")
    expect(page.locator("#aantal")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#resultaten a").first).to_be_focused()


def test_the_header_leads_to_the_same_finder(opened: Open) -> None:
    page = opened("over/")
    page.get_by_role("searchbox", name="Zoek op de hele kaart").fill("moestuin")
    page.keyboard.press("Enter")
    expect(page.locator("[data-id='velp/de-krulboon']")).to_be_visible()
    expect(page.get_by_role("searchbox")).to_have_count(1)


# Hostile questions


@pytest.mark.parametrize(
    "question",
    [
        "<img src=x onerror=\"document.title='gekaapt'\">",
        "</script><script>document.title='gekaapt'</script>",
        "'; document.title='gekaapt'; '",
        "${document.title='gekaapt'}",
        "constructor __proto__ toString hasOwnProperty",
        "🦊🎉 samen 👵🏽 eten",
        "\u202eטקסט הפוך\u202c samen eten",
        "((((((([[[[***+++???\\\\\\",
        "samen eten " * 400,
        "a" * 5000,
        "% %25 %ZZ &kern=<b>",
    ],
    ids=[
        "img",
        "script",
        "quote",
        "template",
        "prototype",
        "emoji",
        "rtl",
        "regexp",
        "long",
        "one long word",
        "percent",
    ],
)
def test_a_hostile_question_is_only_text(opened: Open, question: str) -> None:
    page = opened(f"zoeken/?q={quote(question)}&kern=%3Cimg%20src%3Dx%3E&bij=__proto__")
    count(page)

    assert "gekaapt" not in page.title()
    assert page.locator("#zoeker img, #zoeker script:not([type='application/json'])").count() == 0
    expect(page.get_by_role("searchbox", name="Wat zoekt u?")).to_have_value(question)


def test_nothing_comes_from_elsewhere(visit: Visit, rheden: Site) -> None:
    elsewhere: list[str] = []
    context, address = visit(rheden, elsewhere=elsewhere)
    page = context.new_page()
    page.goto(f"{address}zoeken/?q=koffie")
    expect(page.locator("[data-kaart]")).to_have_attribute("data-klaar", "ja")
    hosts = {re.sub(r"^https?://([^/]+).*", r"\1", url) for url in elsewhere}
    assert hosts <= {"service.pdok.nl"}
