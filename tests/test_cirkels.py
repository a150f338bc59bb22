"""The five circles: the picture and the list beside it, on the model's page, a kern's and an initiative's."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page

from sites import KLEIN, Site, broken_links, make_site, read_kaart
from sociale_kaart.pages.cirkels import kern_rings, model_rings

Visit = Callable[..., tuple[BrowserContext, str]]
FILES = {
    **KLEIN,
    "velp/huiskamer.yml": "naam: Huiskamer\nsoort: tussenvoorziening\nkort: Een huiskamer.\nthemas: ontmoeting\ncontact: loket\n",
    "velp/straat.yml": "naam: Straat\nsoort: buurtnetwerk\nkort: <b>Buren</b> helpen.\nthemas: ontmoeting\ncontact: loket\n",
    "velp/weg.yml": "naam: Weg\nsoort: buurthuis\nkort: Gestopt.\ncontact: loket\nstatus: gestopt\nopvolger: velp/de-poort\n",
    "overal/bel.yml": "naam: Bel\nsoort: vrijwilligersorganisatie\nkort: Belt.\ncontact: loket\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return make_site(tmp_path_factory.mktemp("cirkels"), FILES)


@pytest.fixture
def opened(open_in: Callable[[Site], Callable[..., Page]], site: Site) -> Callable[..., Page]:
    return open_in(site)


def test_the_numbers_of_a_kern_and_of_all(tmp_path: Path) -> None:
    kaart = read_kaart(tmp_path, FILES)

    kern = [(ring.cirkel.id, ring.getal, ring.tekst, ring.pad) for ring in kern_rings(kaart, "velp")]
    assert kern == [
        ("rood", "u", "", ""),
        ("oranje", "1", "1 plek", "model/oranje"),
        ("geel", "1", "1 plek", "model/geel"),
        ("groen", "1", "1 plek", "model/groen"),
        ("blauw", "0", "nog geen plek", ""),
    ]
    assert [ring.tekst for ring in model_rings(kaart)] == ["", "1 plek", "2 plekken", "1 plek", "0 plekken"]


def test_every_link_leads_somewhere(site: Site) -> None:
    assert site.warnings == []
    assert broken_links(site) == []


def test_each_circle_is_a_link_to_those_of_this_kern(opened: Callable[..., Page]) -> None:
    page = opened("velp/", java_script_enabled=False)
    picture = page.get_by_role("group", name="De vijf cirkels in Velp")

    assert [text.strip() for text in picture.get_by_role("link").all_text_contents()] == ["1", "1", "1"]
    picture.get_by_role("link", name="Buren en buurt: 1 plek").click(position={"x": 60, "y": 8})
    assert page.url.endswith("/model/oranje/#velp")
    assert page.locator("#velp .kaartje a").all_inner_texts() == ["Straat"]


def test_the_picture_works_by_keyboard_and_shows_where_one_is(opened: Callable[..., Page]) -> None:
    page = opened("model/")
    ring = page.locator(".cirkels svg a .ring-oranje")
    before = ring.evaluate("one => getComputedStyle(one).strokeWidth")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.querySelector?.('.ring-oranje') != null"):
            break

    assert ring.evaluate("one => getComputedStyle(one).strokeWidth") != before
    page.keyboard.press("Enter")
    page.wait_for_url("**/model/oranje/")


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_is_wider_than_a_phone(
    opened: Callable[..., Page], colours: str
) -> None:
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}
    for path in ("model/", "model/geel/", "velp/", "velp/de-poort/"):
        page = opened(path, color_scheme=colours, viewport={"width": 320, "height": 640})
        found = Axe().run(page, options=rules).response["violations"]

        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
        assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_an_initiative_says_in_which_circle_it_is_also_without_colour(opened: Callable[..., Page]) -> None:
    page = opened("velp/huiskamer/")

    hier = page.locator(".cirkel-hier")
    assert hier.inner_text().split("\n") == [
        "Vrijwilligers met een begeleider",
        "de vierde van de vijf cirkels",
    ]
    width = "one => parseFloat(getComputedStyle(one).strokeWidth)"
    assert hier.locator(".ring.hier").evaluate(width) > 2 * hier.locator(".ring-geel").evaluate(width)


def test_the_line_stands_beside_the_answers_on_a_screen_and_below_them_on_a_phone(
    opened: Callable[..., Page],
) -> None:
    where = "one => [one.getBoundingClientRect().left, one.getBoundingClientRect().top + scrollY]"

    wide = opened("velp/de-poort/", viewport={"width": 1280, "height": 900})
    left, top = wide.locator(".lijn").evaluate(where)
    assert left > 640
    assert top < wide.locator(".antwoorden").evaluate(where)[1] + 300
    phone = opened("velp/de-poort/", viewport={"width": 360, "height": 740})
    assert phone.locator(".lijn").evaluate(where)[1] > phone.locator(".contact").evaluate(where)[1]
    assert phone.evaluate("document.documentElement.scrollWidth") == 360


def test_a_step_has_the_card_and_the_reason_and_what_somebody_wrote_stays_text(
    opened: Callable[..., Page],
) -> None:
    page = opened("velp/de-poort/")
    terug, meer = page.locator(".lijn section").all()

    assert terug.get_by_role("heading").inner_text() == "Iets lichters dichtbij"
    assert "<b>Buren</b> helpen." in terug.inner_text()
    assert terug.locator(".waarom").all_inner_texts() == ["Ook ontmoeting, in Velp, met buren"]
    assert meer.locator(".waarom").all_inner_texts() == [
        "Ook ontmoeting, in Velp, met een professional erbij"
    ]


def test_what_stopped_has_its_successor_and_no_line(site: Site) -> None:
    text = site.texts["velp/weg/index.html"]

    assert "U kunt nu terecht bij" in text
    assert 'class="lijn"' not in text
