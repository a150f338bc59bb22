"""The page for who cares for somebody: eight functions in plain words, and what is missing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from sites import KLEIN, Site, broken_links, make_site, read_kaart
from sociale_kaart.kaart import SocialeKaart
from sociale_kaart.pages.begrippen import voor_wie
from sociale_kaart.pages.mantelzorgers import first_to_call
from sociale_kaart.pages.rendering import Look, Renderer

Visit = Callable[..., tuple[BrowserContext, str]]
PAGE = "voor/mantelzorgers/index.html"


def entry(name: str, mantelzorg: str, more: str = "") -> str:
    return f"naam: {name}\nsoort: maatjesproject\nkort: Een proef.\ncontact: {{telefoon: 026 000 00 09}}\nmantelzorg: {mantelzorg}\n{more}"


# Only Velp has respite; advice comes from the folder for all; nobody has things to borrow.
FILES = {
    **KLEIN,
    "dieren/kern.yml": "naam: Dieren\nmiddelpunt: [52.013, 5.974]\n",
    "velp/adempauze.yml": entry("Adempauze", "respijtzorg", "adres: {straat: Weg, huisnummer: 1, punt: [51.995, 5.974]}\n"),
    "velp/oor.yml": entry("Het Oor", "emotionele-steun", "werkgebied: [velp, dieren]\n"),
    "overal/raad.yml": entry("Raad", "advies-en-begeleiding", "doelgroepen: mantelzorgers\n"),
    "overal/algemeen.yml": entry("Algemeen", "advies-en-begeleiding"),
}  # fmt: skip


@pytest.fixture(scope="module")
def kaart(tmp_path_factory: pytest.TempPathFactory) -> SocialeKaart:
    return read_kaart(tmp_path_factory.mktemp("kaart"), FILES)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return make_site(tmp_path_factory.mktemp("mantelzorg"), FILES)


def test_who_is_there_for_carers_in_every_kern_is_called_first(kaart: SocialeKaart) -> None:
    found = first_to_call(kaart)
    assert found is not None
    assert (found[0].naam, found[1].tekst) == ("Raad", "026 000 00 09")


def test_without_such_advice_the_loket_is_called(tmp_path: Path) -> None:
    kaart = read_kaart(tmp_path, KLEIN)
    page = next(page for page in voor_wie(kaart) if page.path == "voor/mantelzorgers")
    assert "Meldpunt denkt met u mee" in Renderer(kaart, Look()).render(page)


def test_the_functions_have_plain_words_in_the_order_of_who_is_tired(kaart: SocialeKaart) -> None:
    page = next(page for page in voor_wie(kaart) if page.path == "voor/mantelzorgers")
    assert [one.titel for one in page.context["hulp"]] == [
        "Even vrij", "Iemand die luistert", "Hulp bij gewone dingen", "Iemand die met u meedenkt",
        "Geld en formulieren", "Spullen die het lichter maken", "Leren hoe u het doet", "Weten wat er is",
    ]  # fmt: skip


def test_what_a_municipality_calls_it_wins(tmp_path: Path) -> None:
    own = {"begrippen.yml": "mantelzorg:\n  - {id: respijtzorg, label: Vrije middag}\n"}
    kaart = read_kaart(tmp_path, {**FILES, **own})
    page = next(page for page in voor_wie(kaart) if page.path == "voor/mantelzorgers")
    assert page.context["hulp"][0].titel == "Vrije middag"


def test_what_is_missing_is_told_with_the_nearest(site: Site) -> None:
    text = " ".join(site.pages[PAGE].text.split())
    assert "In Dieren zelf is er niets. Het dichtstbijzijnde is Adempauze in Velp, 2 km." in text
    assert "In Dieren zelf is er niets. Wel voor Dieren: Het Oor, vanuit Velp" in text
    assert "Wij kennen dit nog nergens in de gemeente Proefdorp." in text
    assert "Alleen voor de hele gemeente: iemand die met u meedenkt." in text
    assert broken_links(site) == []


def test_the_word_mantelzorger_stands_next_to_what_it_means(site: Site) -> None:
    page = site.pages[PAGE]
    assert page.h1 == "U zorgt voor iemand"
    assert "Dan bent u mantelzorger" in page.text


def test_after_choosing_a_kern_each_function_says_how_it_stands_there(visit: Visit, site: Site) -> None:
    context, address = visit(site)
    page = context.new_page()
    page.goto(f"{address}voor/mantelzorgers/")
    page.get_by_label("Waar woont u?").select_option("Dieren")

    respite = page.locator("#respijtzorg")
    expect(respite).to_contain_text("Niet in Dieren.")
    expect(page.locator("#emotionele-steun")).to_contain_text("Niet in Dieren zelf, wel van dichtbij.")
    respite.locator("summary").click()
    expect(respite.get_by_role("heading", level=4).first).to_have_text("Dieren")
