"""The map in a browser: what a visitor can do with what `pages/maps.py` wrote."""

from __future__ import annotations

import base64
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

import sociale_kaart
from sociale_kaart.pages.maps import Pin, kaart_html

VELP = (51.995, 5.974)
VIJANDIG = """</script><img src=x onerror="document.title='stuk'">${1}'"""

RAADHUIS = Pin(
    id="velp/ons-raadhuis",
    naam="Ons Raadhuis",
    url="ons-raadhuis/",
    lat=51.9951,
    lon=5.9741,
    cirkel="groen",
    regel="Dorpshuis · Voorbeeldstraat 12",
)
ELDERS = Pin(id="velp/elders", naam="Elders", url="elders/", lat=51.999, lon=5.985, cirkel="geel")


def kaart(*pins: Pin, tegels: str = "direct") -> str:
    return str(kaart_html(pins, middelpunt=VELP, tegels=tegels, label="Kaart van Velp"))


PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
PAGE = """<!doctype html><html lang="nl"><meta charset="utf-8"><title>Velp</title>
<link rel="stylesheet" href="npm/leaflet.css"><link rel="stylesheet" href="npm/MarkerCluster.css">
<link rel="stylesheet" href="kaart.css">
<script defer src="npm/leaflet.js"></script><script defer src="npm/leaflet.markercluster.js"></script>
<script type="module" src="kaart.js"></script>
<body style="--straal: 14px">{body}</body></html>"""


@dataclass
class Bezoek:
    """Opens pages in one browser window and remembers what was asked of other hosts."""

    page: Page
    address: str
    folder: Path
    elsewhere: list[str] = field(default_factory=list)
    tiles_work: bool = True

    def open(self, body: str) -> Page:
        (self.folder / "index.html").write_text(PAGE.replace("{body}", body), encoding="utf-8")
        self.page.goto(self.address + "/index.html")
        expect(self.page.locator("[data-kaart]")).to_have_attribute("data-klaar", "ja")
        return self.page

    def answer(self, route: Route) -> None:
        if route.request.url.startswith(self.address):
            route.continue_()
            return
        self.elsewhere.append(route.request.url)
        if self.tiles_work:
            route.fulfill(body=PIXEL, content_type="image/png")
        else:
            route.abort()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    ours = Path(sociale_kaart.__file__).parent / "browser"
    return Path(shutil.copytree(ours, tmp_path_factory.mktemp("site"), dirs_exist_ok=True))


@pytest.fixture
def bezoek(browser: Browser, serve: Callable[[Path], str], site: Path) -> Iterator[Bezoek]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    bezoek = Bezoek(context.new_page(), serve(site), site)
    errors: list[Exception] = []
    bezoek.page.on("pageerror", lambda error: errors.append(error))
    context.route("**/*", bezoek.answer)
    yield bezoek
    context.close()
    assert errors == []


def test_a_pin_works_by_keyboard(bezoek: Bezoek) -> None:
    page = bezoek.open(kaart(RAADHUIS, ELDERS))
    pin = page.get_by_role("button", name="Ons Raadhuis")
    link = page.get_by_role("dialog").get_by_role("link", name="Ons Raadhuis")

    page.get_by_role("group", name="Kaart").focus()
    page.keyboard.press("Tab")
    expect(pin).to_be_focused()

    page.keyboard.press("Enter")
    expect(link).to_be_focused()
    expect(link).to_have_attribute("href", f"{bezoek.address}/ons-raadhuis/")
    expect(page.get_by_role("dialog")).to_contain_text("Dorpshuis · Voorbeeldstraat 12")

    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    expect(pin).to_be_focused()

    page.keyboard.press("Space")
    page.get_by_role("button", name="Sluiten").click()
    expect(link).to_be_hidden()
    expect(pin).to_be_focused()


def test_a_hostile_name_is_text(bezoek: Bezoek) -> None:
    page = bezoek.open(kaart(Pin("velp/x", VIJANDIG, "x/", *VELP, "geel", regel=VIJANDIG)))

    page.locator(".kaart-punt").click()

    expect(page.locator(".kaart-naam")).to_have_text(VIJANDIG)
    expect(page.locator(".kaart-regel")).to_have_text(VIJANDIG)
    assert page.title() == "Velp"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "java\nscript:alert(1)", "data:text/html,x", "http://["]
)
def test_an_address_that_could_run_is_no_link(bezoek: Bezoek, url: str) -> None:
    page = bezoek.open(kaart(Pin("velp/x", "Bij de buren", url, *VELP, "oranje")))

    page.locator(".kaart-punt").click()

    expect(page.locator("strong.kaart-naam")).to_be_focused()
    expect(page.get_by_role("dialog").get_by_role("link")).to_have_count(0)


def test_a_group_has_a_name_and_opens_by_keyboard(bezoek: Bezoek) -> None:
    near = [Pin(f"velp/{n}", f"Plek {n}", f"{n}/", VELP[0] + n / 1e5, VELP[1], "geel") for n in range(6)]
    page = bezoek.open(kaart(*near, ELDERS))

    page.get_by_role("button", name="6 plekken, inzoomen").press("Enter")

    expect(page.get_by_role("button", name="Plek 0")).to_be_visible()
    expect(page.get_by_role("group", name="Kaart")).to_be_focused()


def test_pins_at_one_address_come_apart(bezoek: Bezoek) -> None:
    page = bezoek.open(kaart(*(Pin(f"velp/{n}", f"Plek {n}", f"{n}/", *VELP, "geel") for n in range(3))))

    page.get_by_role("button", name="3 plekken op één adres, tonen").press("Space")
    page.get_by_role("button", name="Plek 2").press("Enter")

    expect(page.get_by_role("link", name="Plek 2")).to_be_focused()


def test_an_area_works_as_a_pin_and_says_that_it_is_a_street(bezoek: Bezoek) -> None:
    page = bezoek.open(kaart(Pin("velp/x", "Soepgroep", "x/", *VELP, "geel", gebied=True), ELDERS))
    gebied = page.get_by_role("button", name="Soepgroep")

    gebied.press("Enter")
    expect(page.get_by_role("dialog")).to_contain_text("Ergens in deze straat")

    page.keyboard.press("Escape")
    expect(gebied).to_be_focused()


def test_the_list_opens_a_pin_and_hears_of_it(bezoek: Bezoek) -> None:
    near = Pin("velp/naast", "Hiernaast", "naast/", RAADHUIS.lat, RAADHUIS.lon, "geel")
    page = bezoek.open('<button id="lijst">Toon</button>' + kaart(RAADHUIS, near, ELDERS))
    page.evaluate(
        """() => {
          const kaart = document.querySelector("[data-kaart]");
          document.addEventListener("kaart:gekozen", e => { document.title = e.detail.id; });
          lijst.onclick = () => kaart.dispatchEvent(
            new CustomEvent("kaart:toon", { detail: { id: "velp/ons-raadhuis" } }));
        }"""
    )

    page.locator("#lijst").press("Enter")
    expect(page.get_by_role("link", name="Ons Raadhuis")).to_be_focused()
    expect(page).to_have_title("velp/ons-raadhuis")

    page.keyboard.press("Escape")
    expect(page.locator("#lijst")).to_be_focused()


def test_the_list_opens_a_pin_that_is_out_of_sight(bezoek: Bezoek) -> None:
    page = bezoek.open(kaart(RAADHUIS, ELDERS))
    for _ in range(4):
        page.get_by_role("button", name="Inzoomen").click()
    expect(page.locator(".kaart-punt")).to_have_count(0)

    page.locator("[data-kaart]").evaluate(
        """kaart => kaart.dispatchEvent(new CustomEvent("kaart:toon", { detail: { id: "velp/elders" } }))"""
    )

    expect(page.get_by_role("link", name="Elders")).to_be_focused()
    expect(page.get_by_role("link", name="Elders")).to_be_in_viewport()


def test_tiles_come_at_once(bezoek: Bezoek) -> None:
    page = bezoek.open(kaart(RAADHUIS))

    expect(page.locator(".leaflet-tile-loaded").first).to_be_visible()
    expect(page.locator(".leaflet-control-attribution")).to_have_text("Kaartgegevens © Kadaster")
    assert {url.split("/")[2] for url in bezoek.elsewhere} == {"service.pdok.nl"}


def test_tiles_wait_for_a_click(bezoek: Bezoek) -> None:
    page = bezoek.open(kaart(RAADHUIS, tegels="click"))
    expect(page.get_by_role("button", name="Ons Raadhuis")).to_be_visible()
    assert bezoek.elsewhere == []

    page.get_by_role("button", name="Kaart tonen").click()

    expect(page.locator(".leaflet-tile-loaded").first).to_be_visible()
    expect(page.get_by_role("button", name="Kaart tonen")).to_have_count(0)


def test_without_tiles_nothing_is_asked_of_others(bezoek: Bezoek) -> None:
    page = bezoek.open(kaart(RAADHUIS, ELDERS, tegels="none"))

    page.get_by_role("button", name="Inzoomen").press("Enter")
    page.wait_for_load_state("networkidle")

    expect(page.locator(".kaart-punt").first).to_be_attached()
    assert bezoek.elsewhere == []


def test_tiles_that_fail_leave_no_broken_picture(bezoek: Bezoek) -> None:
    bezoek.tiles_work = False
    page = bezoek.open(kaart(RAADHUIS))
    page.wait_for_load_state("networkidle")

    assert bezoek.elsewhere
    assert page.locator(".leaflet-tile:visible").count() == 0
    expect(page.get_by_role("button", name="Ons Raadhuis")).to_be_visible()


def test_a_map_in_closed_details_waits_until_it_is_opened(bezoek: Bezoek) -> None:
    page = bezoek.open(f"<details><summary>Kaart</summary>{kaart(RAADHUIS, ELDERS)}</details>")
    page.wait_for_load_state("networkidle")
    assert bezoek.elsewhere == []

    page.locator("summary").click()

    for name in ("Ons Raadhuis", "Elders"):
        expect(page.get_by_role("button", name=name)).to_be_in_viewport()
    expect(page.locator(".leaflet-tile-loaded").first).to_be_visible()


def test_the_wheel_scrolls_the_page_until_the_map_is_used(bezoek: Bezoek) -> None:
    page = bezoek.open(kaart(RAADHUIS, tegels="none") + '<div style="height: 3000px"></div>')
    page.mouse.move(300, 200)

    page.mouse.wheel(0, 300)
    page.wait_for_function("scrollY > 0")

    page.evaluate("scrollTo(0, 0)")
    page.mouse.click(300, 200)
    page.mouse.wheel(0, 300)
    page.wait_for_timeout(300)
    assert page.evaluate("scrollY") == 0


def test_one_finger_scrolls_the_page_until_the_map_is_tapped(
    browser: Browser, serve: Callable[[Path], str], site: Path
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = Bezoek(context.new_page(), serve(site), site).open(kaart(RAADHUIS, tegels="none"))
    finger = "getComputedStyle(document.querySelector('.kaart-vlak')).touchAction"

    assert page.evaluate(finger) == "pan-x pan-y"
    page.touchscreen.tap(60, 100)
    assert page.evaluate(finger) == "none"
    context.close()
