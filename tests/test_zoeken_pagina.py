"""The finder's page in Chromium: searching, narrowing, near me, nothing found."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from sites import Site
from zoekpagina import count, search

Visit = Callable[..., tuple[BrowserContext, str]]
Open = Callable[..., Page]


def test_typing_shows_results_and_puts_the_question_in_the_address(opened: Open) -> None:
    page = opened("zoeken/")
    box = page.get_by_role("searchbox", name="Wat zoekt u?")
    box.press_sequentially("moestuin")

    expect(page.locator("[data-id='velp/de-krulboon']")).to_be_visible()
    expect(page).to_have_url(re.compile(r"\?q=moestuin$"))


def test_what_is_typed_before_the_data_is_there_counts(opened: Open) -> None:
    page = opened("zoeken/")
    waiting: list[Route] = []
    page.route("**/zoeken.json", lambda route: waiting.append(route))
    with page.expect_request("**/zoeken.json"):
        page.reload(wait_until="commit")
    box = page.get_by_role("searchbox", name="Wat zoekt u?")
    box.press_sequentially("moes")
    waiting[0].continue_()
    box.press_sequentially("tuin", delay=400)

    expect(page).to_have_url(re.compile(r"\?q=moestuin$"))


def test_the_number_is_read_out_when_the_keys_rest_not_at_each(opened: Open) -> None:
    page = opened("zoeken/")
    page.evaluate(
        """() => { window.gemeld = [];
        new MutationObserver(() => window.gemeld.push(document.getElementById('gemeld').textContent))
          .observe(document.getElementById('gemeld'), { childList: true }); }"""
    )
    page.get_by_role("searchbox", name="Wat zoekt u?").press_sequentially("koffie drinken", delay=30)
    expect(page.locator("#gemeld")).to_have_text(re.compile(r"\d+ plekken gevonden"))

    assert len([text for text in page.evaluate("window.gemeld") if text]) == 1


def test_half_a_word_is_not_told_to_be_nowhere(opened: Open) -> None:
    page = opened("zoeken/")
    page.evaluate(
        """() => { window.gezegd = [];
        new MutationObserver(() => window.gezegd.push(document.getElementById('aantal').textContent))
          .observe(document.getElementById('aantal'), { characterData: true, childList: true, subtree: true }); }"""
    )
    page.get_by_role("searchbox", name="Wat zoekt u?").press_sequentially("samen eten", delay=30)
    page.wait_for_function("window.gezegd.length > 2")

    assert [said for said in page.evaluate("window.gezegd") if not re.match(r"\d+ plek", said)] == []


def test_who_types_slowly_keeps_what_was_found(opened: Open) -> None:
    page = opened("zoeken/")
    page.get_by_role("searchbox", name="Wat zoekt u?").press_sequentially("samen et")

    expect(page).to_have_url(re.compile(r"\?q=samen\+et$"))  # the keys rest
    expect(page.locator("#aantal")).to_have_text(re.compile(r"\d+ plekken gevonden"))


def test_an_empty_finder_leads_to_kernen_and_themas(opened: Open) -> None:
    page = opened("zoeken/")
    assert count(page) == 99
    expect(page.get_by_role("heading", name="Per dorp")).to_be_visible()

    page.get_by_role("searchbox", name="Wat zoekt u?").fill("vervoer")
    expect(page.get_by_role("heading", name="Per dorp")).to_be_hidden()


def test_without_javascript_the_full_lists_are_one_link_away(opened: Open) -> None:
    page = opened("zoeken/", java_script_enabled=False)
    page.get_by_role("link", name=re.compile(r"^Velp \d+ plekken")).click()
    expect(page.get_by_role("heading", level=1, name="Velp")).to_be_visible()


# Narrowing


def test_a_choice_narrows_shows_and_can_be_taken_away(opened: Open) -> None:
    page = opened("zoeken/?q=koffie")
    before = count(page)
    page.get_by_text("Filteren", exact=True).click()
    page.get_by_role("checkbox", name=re.compile("^Dieren")).check()

    expect(page).to_have_url(re.compile(r"kern=dieren"))
    assert count(page) < before
    page.get_by_role("button", name="Weghalen: Dieren").click()
    assert count(page) == before


def test_back_undoes_a_choice(opened: Open) -> None:
    page = opened("zoeken/?q=koffie")
    before = count(page)
    page.get_by_text("Filteren", exact=True).click()
    page.get_by_role("checkbox", name=re.compile("^Gratis")).check()
    expect(page).to_have_url(re.compile("gratis=ja"))

    page.go_back()

    assert count(page) == before
    expect(page.get_by_role("checkbox", name=re.compile("^Gratis"))).not_to_be_checked()


def test_the_number_beside_a_choice_is_what_it_gives(opened: Open) -> None:
    page = opened("zoeken/?q=koffie&gratis=ja")
    row = page.locator("label.vink", has=page.locator("input[name=kern][value=dieren]"))
    expect(row.locator("small")).to_have_text(re.compile(r"\d"))
    expected = int(row.locator("small").text_content() or "")
    page.goto(page.url + "&kern=dieren")

    assert count(page) == expected > 0


@pytest.mark.parametrize(
    ("state", "there", "not_there"),
    [
        ("gratis=ja", "dieren/de-spil", "dieren/kaartclub-blinde-troef"),
        ("soort=dorpshuis", "dieren/de-spil", "velp/de-krulboon"),
        ("thema=vervoer", "spankeren/dorpsritje", "dieren/de-spil"),
        ("voor=mantelzorgers", "dieren/steunpunt-de-schouder", "dieren/kaartclub-blinde-troef"),
        ("dag=zaterdag&kern=dieren", "dieren/de-spil", "dieren/kaartclub-blinde-troef"),
        ("rolstoel=ja&kern=dieren", "dieren/kaartclub-blinde-troef", "velp/de-krulboon"),
        ("kern=velp&kern=dieren", "dieren/de-spil", "rheden/zolder-38"),
        ("indicatie=nee", "dieren/de-spil", "dieren/kaartclub-blinde-troef"),
    ],
)
def test_the_state_in_the_address(opened: Open, state: str, there: str, not_there: str) -> None:
    page = opened(f"zoeken/?{state}")
    search(page)
    while page.locator("#meer").is_visible():
        page.locator("#meer").click()
    found = search(page)

    assert there in found
    assert not_there not in found
    assert len(found) == count(page)


def test_filters_by_keyboard_and_on_to_the_results(opened: Open) -> None:
    page = opened("zoeken/?q=koffie")
    before = count(page)
    opener = page.get_by_role("button", name="Filteren")
    opener.focus()
    page.keyboard.press("Enter")
    expect(opener).to_have_attribute("aria-expanded", "true")
    page.get_by_role("checkbox", name=re.compile("^Gratis")).focus()
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("gratis=ja"))
    page.get_by_role("button", name=f"Toon {count(page)} plekken").focus()
    page.keyboard.press("Enter")

    expect(page.locator("#filtervak")).to_be_hidden()
    expect(page.locator("#aantal")).to_be_focused()
    assert count(page) < before


# Near


def test_near_a_kern_the_nearest_stands_first_with_its_distance(opened: Open) -> None:
    page = opened("zoeken/?q=koffie&bij=velp")
    first = page.locator("#resultaten [data-id]").first
    expect(first).to_contain_text(re.compile("meter|komt bij u thuis|voor uw dorp"))


def test_my_place_is_asked_only_when_tapped_and_never_leaves(visit: Visit, rheden: Site) -> None:
    context, address = visit(
        rheden, permissions=["geolocation"], geolocation={"latitude": 51.9951, "longitude": 5.9741}
    )
    page = context.new_page()
    sent: list[str] = []
    page.on("request", lambda request: sent.append(f"{request.url} {request.post_data}"))
    page.goto(f"{address}zoeken/?q=koffie")
    search(page)
    page.get_by_role("button", name="Dicht bij mij", exact=True).click()

    expect(page.get_by_role("button", name="Weghalen: Dicht bij mij")).to_be_visible()
    expect(page.locator("#resultaten [data-id]").first).to_contain_text(
        re.compile("meter|komt bij u thuis|voor uw dorp")
    )
    assert not [one for one in (*sent, page.url) if "51.99" in one or "5.974" in one or "hier" in one]

    page.get_by_role("button", name="Dicht bij mij", exact=True).click()
    expect(page.locator("#gekozen")).to_be_hidden()


def test_near_a_kern_is_chosen_beside_the_filters(opened: Open) -> None:
    page = opened("zoeken/?q=koffie", viewport={"width": 360, "height": 740})
    page.get_by_label("Dicht bij een dorp").select_option("Dicht bij Spankeren")

    expect(page).to_have_url(re.compile("bij=spankeren"))
    expect(page.locator("#aantal")).to_contain_text("dichtbij eerst")
    page.get_by_role("button", name="Weghalen: Dicht bij Spankeren").click()
    expect(page.get_by_label("Dicht bij een dorp")).to_have_value("")


def test_without_permission_the_page_says_what_to_do_instead(visit: Visit, rheden: Site) -> None:
    context, address = visit(rheden, permissions=[])
    page = context.new_page()
    page.goto(f"{address}zoeken/?q=koffie")
    before = search(page)
    page.get_by_role("button", name="Dicht bij mij", exact=True).click()

    expect(page.locator("#plek-zin")).to_contain_text("Kies het dorp")
    assert search(page) == before


# Nothing found


def test_nothing_found_is_an_answer(opened: Open) -> None:
    page = opened("zoeken/?q=bitcoin%20kopen%20velp")

    assert count(page) == 0
    assert search(page) == []
    expect(page.locator("#niets .loket")).to_contain_text("026 000 00 00")
    expect(page.locator("#niets").get_by_role("link", name="Alle onderwerpen")).to_be_visible()
    expect(page.locator("#niets").get_by_role("link", name="Rheden", exact=True)).to_be_visible()


@pytest.mark.parametrize(
    ("address", "told", "heading"),
    [
        ("?q=qzxw", "Wij vonden niets dat past.", "Wat u nu kunt doen"),
        ("?q=bitcoin%20kopen%20velp", "Wij vonden niets dat precies past.", "Dit lijkt erop"),
        ("?q=klaverjasen&kern=laag-soeren&dag=zondag", "Met uw keuzes vonden wij niets.", "Zonder uw keuzes"),
    ],
)
def test_it_says_what_was_not_found(opened: Open, address: str, told: str, heading: str) -> None:
    page = opened(f"zoeken/{address}")
    expect(page.locator("#aantal")).to_have_text(told)
    expect(page.locator("#niets").get_by_role("heading", name=heading)).to_be_visible()


def test_results_hold_words_only_where_there_is_something_to_say(opened: Open) -> None:
    page = opened("zoeken/?q=nederlands%20oefenen")
    search(page)
    sides = page.locator("#resultaten .knoppen").all_text_contents()
    assert {side.replace("Kaart", "") for side in sides} == {"Bewaar"}
