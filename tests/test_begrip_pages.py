"""The page of a subject or a group: kern by kern what there is, who comes, and what is near."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from sites import KLEIN, Site, broken_links, make_site, read_kaart
from sociale_kaart.kaart import SocialeKaart
from sociale_kaart.pages.dorpen import keuzes, per_cirkel, per_dorp, voor_heel

Visit = Callable[..., tuple[BrowserContext, str]]


def entry(name: str, soort: str, more: str = "") -> str:
    return f"naam: {name}\nsoort: {soort}\nkort: Een proef.\ncontact: loket\nthemas: ontmoeting\n{more}"


# From west to east, about two kilometres apart: Velp (with De Poort), Dieren, Eerbeek. Dieren has neighbours who also come to
# Eerbeek, and a club; the bus is for all.
FILES = {
    **KLEIN,
    "dieren/kern.yml": "naam: Dieren\nmiddelpunt: [51.995, 6.003]\n",
    "eerbeek/kern.yml": "naam: Eerbeek\nmiddelpunt: [51.995, 6.0325]\n",
    "dieren/aan-zee.yml": entry("Aan Zee", "vereniging", "adres: {straat: Weg, huisnummer: 1, punt: [51.995, 6.003]}\n"),
    "dieren/zo-dichtbij.yml": entry("Zo Dichtbij", "burenhulp", "werkgebied: [dieren, eerbeek]\n"),
    "dieren/thuis.yml": entry("Thuis", "maatjesproject", "waar: aan-huis\n"),
    "overal/bus.yml": entry("De Bus", "vrijwilligersorganisatie", "wie_helpt: ervaringsdeskundigen\n"),
}  # fmt: skip
PAGE = "onderwerp/ontmoeting/index.html"


@pytest.fixture(scope="module")
def kaart(tmp_path_factory: pytest.TempPathFactory) -> SocialeKaart:
    return read_kaart(tmp_path_factory.mktemp("kaart"), FILES)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return make_site(tmp_path_factory.mktemp("begrip"), FILES)


def test_in_a_kern_stands_its_own_then_who_comes_then_who_is_near(kaart: SocialeKaart) -> None:
    dieren, eerbeek, _ = per_dorp(kaart, kaart.initiatieven.values())

    assert [one.naam for one in dieren.hier] == ["Zo Dichtbij", "Aan Zee", "Thuis"]  # neighbours first
    assert dieren.nabij == []  # it has enough of its own
    assert [one.naam for one in eerbeek.van_elders] == ["Zo Dichtbij"]
    # Who only comes to people's homes in Dieren is not near.
    assert [(one.naam, how_far) for one, how_far in eerbeek.nabij] == [("Aan Zee", "2 km"), ("De Poort", "3,9 km")]  # fmt: skip


def test_what_is_for_all_stands_once(kaart: SocialeKaart) -> None:
    assert [one.naam for one in voor_heel(kaart, kaart.initiatieven.values())] == ["De Bus"]
    named = [one.naam for dorp in per_dorp(kaart, kaart.initiatieven.values()) for one in (*dorp.hier, *dorp.van_elders)]  # fmt: skip
    assert "De Bus" not in named


def test_a_kern_with_nothing_near_is_told_the_nearest_however_far(tmp_path: Path) -> None:
    far = {**FILES, "ver/kern.yml": "naam: Ver\nmiddelpunt: [52.09, 6.15]\n"}
    kaart = read_kaart(tmp_path, far)
    ver = next(dorp for dorp in per_dorp(kaart, kaart.initiatieven.values()) if dorp.kern.id == "ver")
    assert not ver.iets
    assert ver.nabij[0][0].naam == "Aan Zee"


def test_groups_are_the_circles_from_the_inside_out(kaart: SocialeKaart) -> None:
    dieren = per_dorp(kaart, kaart.initiatieven.values())[0]
    assert [cirkel.id for cirkel, _ in per_cirkel(kaart, dieren.hier)] == ["oranje", "geel"]


def test_the_kernen_to_choose_from_know_their_neighbours(kaart: SocialeKaart) -> None:
    assert [(kern.id, near) for kern, near in keuzes(kaart)] == [
        ("dieren", "velp eerbeek"),
        ("eerbeek", "dieren velp"),
        ("velp", "dieren eerbeek"),
    ]


def test_all_of_it_is_on_the_page_without_a_script(site: Site) -> None:
    text = " ".join(site.pages[PAGE].text.split())
    for told in ("Dieren 3 plekken", "Eerbeek 1 van elders", "Velp 1 plek", "Voor de hele gemeente 1 plek"):
        assert told in text
    assert "Het dichtst bij Eerbeek Aan Zee in Dieren, 2 km" in text
    assert broken_links(site) == []


def test_the_chosen_kern_stands_first_and_open_and_is_in_the_address(visit: Visit, site: Site) -> None:
    context, address = visit(site)
    page = context.new_page()
    page.goto(f"{address}onderwerp/ontmoeting/")
    page.get_by_label("Waar woont u?").select_option("Eerbeek")

    kernen = page.locator("[data-dorpen] > details")
    expect(kernen.first.get_by_role("heading", name="Eerbeek").first).to_be_visible()
    assert [kern.get_attribute("data-dorp") for kern in kernen.all()] == ["eerbeek", "", "dieren", "velp"]
    expect(kernen.first.get_by_role("link", name="Zo Dichtbij")).to_be_visible()

    page.reload()  # the address holds the choice
    expect(kernen.first.get_by_role("link", name="Zo Dichtbij")).to_be_visible()


def test_near_me_finds_the_nearest_kern_and_tells_nobody(visit: Visit, site: Site) -> None:
    elsewhere: list[str] = []
    context, address = visit(
        site, elsewhere, permissions=["geolocation"], geolocation={"latitude": 51.995, "longitude": 6.03}
    )
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}onderwerp/ontmoeting/")
    page.get_by_role("button", name="Dichtbij mij").click()

    expect(page.get_by_text("U bent het dichtst bij Eerbeek.")).to_be_visible()
    assert elsewhere == []
    assert [url for url in asked if "6.03" in url] == []


def test_without_permission_it_asks_to_choose(visit: Visit, site: Site) -> None:
    context, address = visit(site, permissions=[])
    page = context.new_page()
    page.goto(f"{address}onderwerp/ontmoeting/")
    page.get_by_role("button", name="Dichtbij mij").click()
    expect(page.get_by_text("Wij weten niet waar u bent.")).to_be_visible()


def test_an_address_with_a_kern_in_it_opens_that_kern(visit: Visit, site: Site) -> None:
    context, address = visit(site)
    page = context.new_page()
    page.goto(f"{address}voor/zelf-meegemaakt/#overal")
    expect(page.get_by_role("link", name="De Bus")).to_be_visible()


def test_who_went_through_it_themselves_can_be_found(site: Site) -> None:
    page = site.pages["voor/zelf-meegemaakt/index.html"]
    assert page.h1 == "Mensen die het zelf hebben meegemaakt"
    assert "De Bus" in page.text and "Aan Zee" not in page.text
    assert "../voor/zelf-meegemaakt/" in site.pages["voor/index.html"].links


def test_an_idea_shows_who_is_there_and_whom_to_talk_to(visit: Visit, site: Site) -> None:
    context, address = visit(site)
    page = context.new_page()
    page.goto(f"{address}zelf-beginnen/?kern=dieren")
    page.get_by_label("Waar gaat uw idee over?").select_option("Ontmoeting")

    found = page.locator("[data-wie-er-is]")
    expect(found.get_by_role("heading", name="Ontmoeting in Dieren")).to_be_visible()
    found.get_by_role("link", name="Zo Dichtbij").click()
    expect(page).to_have_title("Zo Dichtbij, Dieren - Sociale kaart Proefdorp")


def test_an_idea_about_what_nobody_does_yet(visit: Visit, site: Site) -> None:
    context, address = visit(site)
    page = context.new_page()
    page.goto(f"{address}zelf-beginnen/?kern=dieren")
    page.get_by_label("Waar gaat uw idee over?").select_option("Vervoer")
    expect(page.get_by_text("Wij kennen hier nog niets.")).to_be_visible()


def test_without_a_coach_the_loket_is_named(site: Site) -> None:
    assert "Meldpunt" in site.pages["zelf-beginnen/index.html"].text
