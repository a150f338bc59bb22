"""Who looks for volunteers: every task by kern, and narrowing to what suits."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from sites import KLEIN, Site, broken_links, make_site, read_kaart
from sociale_kaart.pages.rendering import Look, Renderer
from sociale_kaart.pages.vrijwilligers import oproepen, pages

Visit = Callable[..., tuple[BrowserContext, str]]
PAGE = "vrijwilligers/index.html"


def entry(name: str, *tasks: str) -> str:
    wanted = "".join(f"    - {task}\n" for task in tasks)
    return f"naam: {name}\nsoort: burenhulp\nkort: Een proef.\ncontact: loket\nvrijwilligers:\n  gezocht:\n{wanted}"


FILES = {
    **KLEIN,
    "dieren/kern.yml": "naam: Dieren\n",
    "velp/soep.yml": entry(
        "Soep",
        "{taak: Kok, tijd: Een ochtend per week, vog: ja, scholing: Twee keer meekijken}",
        "{taak: Bezorger, vog: nee, begeleiding: ja}",
    ),
    "overal/rijden.yml": entry("Rijden", "{taak: Chauffeur}"),
    "velp/weg.yml": entry("Weg", "{taak: Niemand}") + "status: gestopt\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return make_site(tmp_path_factory.mktemp("vrijwilligers"), FILES)


def test_every_task_stands_in_its_kern(tmp_path_factory: pytest.TempPathFactory) -> None:
    kaart = read_kaart(tmp_path_factory.mktemp("kaart"), FILES)
    assert [(kern.id, [one.vacature.taak for one in those]) for kern, those in oproepen(kaart)] == [
        ("dieren", []),
        ("velp", ["Kok", "Bezorger"]),
        ("overal", ["Chauffeur"]),
    ]


def test_a_task_says_what_it_asks_what_it_gives_and_whom_to_call(site: Site) -> None:
    text = " ".join(site.pages[PAGE].text.split())
    assert "Kok Bij Soep Een ochtend per week · VOG nodig U leert het: twee keer meekijken." in text
    assert "Bezorger Bij Soep Geen VOG nodig · past ook als u zelf steun nodig hebt Bel 026 000 00 00" in text
    assert "In Dieren zoekt nu niemand vrijwilligers" in text
    assert broken_links(site) == []


def test_ticking_leaves_what_suits(visit: Visit, site: Site) -> None:
    context, address = visit(site)
    page = context.new_page()
    page.goto(f"{address}vrijwilligers/")
    page.get_by_label("Geen VOG nodig").check()

    expect(page.get_by_text("1 oproep past bij u.")).to_be_visible()
    expect(page.get_by_role("heading", name="Bezorger")).to_be_visible()
    expect(page.get_by_role("heading", name="Kok")).to_be_hidden()
    expect(page.locator("#velp small").first).to_have_text("1 oproep")
    expect(page.locator("#overal small").first).to_have_text("geen die past")

    page.get_by_label("Geen VOG nodig").uncheck()
    expect(page.get_by_text("3 oproepen in de gemeente Proefdorp.")).to_be_visible()


def test_a_wish_that_nobody_grants_is_not_offered(tmp_path: Path) -> None:
    few = {name: text for name, text in FILES.items() if name != "velp/soep.yml"}
    kaart = read_kaart(tmp_path, few)
    html = "".join(Renderer(kaart, Look()).render(page) for page in pages(kaart))
    assert "Chauffeur" in html and "checkbox" not in html


def test_without_a_script_everything_is_there(visit: Visit, site: Site) -> None:
    context, address = visit(site, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}vrijwilligers/")
    for task in ("Kok", "Bezorger", "Chauffeur"):
        expect(page.get_by_role("heading", name=task)).to_be_visible()
    expect(page.get_by_role("combobox")).to_have_count(0)


def test_a_map_where_nobody_looks_says_so(tmp_path: Path) -> None:
    kaart = read_kaart(tmp_path, KLEIN)
    html = "".join(Renderer(kaart, Look()).render(page) for page in pages(kaart))
    assert "geen plek die vrijwilligers zoekt" in html
