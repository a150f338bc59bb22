"""The landscape: what each kern has, what comes from elsewhere, what is missing, and what leans on one place."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from sites import KLEIN, Site, broken_links, make_site, read_kaart
from sociale_kaart.agenda import Agenda
from sociale_kaart.dekking import dekking, leunt_op
from sociale_kaart.exports import Source, overzicht
from sociale_kaart.exports.csv import cell
from sociale_kaart.kaart import SocialeKaart
from sociale_kaart.pages.rendering import Look, Renderer
from sociale_kaart.pages.site import pages
from sociale_kaart.versheid import versheid

Visit = Callable[..., tuple[BrowserContext, str]]


def entry(name: str, soort: str, more: str = "") -> str:
    return f"naam: {name}\nsoort: {soort}\nkort: Een proef.\ncontact: loket\n{more}"


# Velp has a buurthuis; Dieren has a tussenvoorziening that also comes to Velp; Nergenshuizen has nothing of its own.
FILES = {
    **KLEIN,
    "dieren/kern.yml": "naam: Dieren\n",
    "leeg/kern.yml": "naam: Nergenshuizen\n",
    "dieren/tussen.yml": entry("Het Midden", "tussenvoorziening", "themas: [vervoer, taal]\nwerkgebied: [dieren, velp]\nmantelzorg: respijtzorg\nbeheer: {gecontroleerd: 2020-01-01}\n"),
    "velp/rijden.yml": entry("Rijden", "vrijwilligersorganisatie", "themas: vervoer\n"),
    "velp/weg.yml": entry("Weg", "buurtnetwerk", "themas: taal\nstatus: gestopt\n"),
    "overal/formulieren.yml": entry("Formulieren", "loket", "themas: geld-en-formulieren\nvoorbeeld: ja\n"),
}  # fmt: skip


@pytest.fixture(scope="module")
def kaart(tmp_path_factory: pytest.TempPathFactory) -> SocialeKaart:
    return read_kaart(tmp_path_factory.mktemp("kaart"), FILES)


@pytest.mark.parametrize(
    ("indeling", "id", "kern", "stand", "how_many"),
    [
        ("hoofdlijn", "ontmoeting", "velp", "hier", 1),
        ("thema", "vervoer", "velp", "hier", 2),
        ("thema", "taal", "velp", "buur", 1),  # Het Midden comes to Velp; what stopped does not count
        ("hoofdlijn", "tussenvoorziening", "velp", "buur", 1),
        ("hoofdlijn", "tussenvoorziening", "dieren", "hier", 1),
        ("thema", "geld-en-formulieren", "leeg", "breed", 1),
        ("hoofdlijn", "tussenvoorziening", "leeg", "niets", 0),
    ],
)
def test_how_it_stands_in_a_kern(
    kaart: SocialeKaart, indeling: str, id: str, kern: str, stand: str, how_many: int
) -> None:
    [row] = [rij for rij in dekking(kaart) if (rij.indeling, rij.id) == (indeling, id)]
    [vak] = [one for one in row.vakken if one.kern.id == kern]
    assert (vak.stand, len(vak.alle)) == (stand, how_many)


def test_the_landscape_counts_what_the_page_of_a_kern_shows(rheden: Site) -> None:
    overview = (rheden.folder / "overzicht" / "index.html").read_text("utf-8")
    kernen = [name.split("/")[0] for name in rheden.pages if re.fullmatch(r"[\w-]+/agenda/index\.html", name)]
    assert len(kernen) == 7
    for kern in kernen:
        page = (rheden.folder / kern / "index.html").read_text("utf-8")
        for line in ("buurtnetwerk", "ontmoeting", "tussenvoorziening"):
            [link] = re.findall(rf'href="\.\./{kern}/#lijn-{line}">((?:(?!</a>).)*)</a></td>', overview)
            [shown] = re.findall(rf'<section id="lijn-{line}">(.*?)</section>', page, re.DOTALL)
            told = sum(map(int, re.findall(r"\d+", re.sub(r"<.*?>", " ", link))))
            assert told == shown.count('class="kaartje"'), f"{kern} {line}"


def test_what_leans_on_one_place(kaart: SocialeKaart) -> None:
    alone = {
        id: {(rij.id, vak.kern.id) for rij, vak in those} for id, those in leunt_op(dekking(kaart)).items()
    }

    assert ("taal", "velp") in alone["dieren/tussen"]
    assert ("vervoer", "velp") not in alone["dieren/tussen"]  # Rijden is there too
    assert alone["overal/formulieren"] == {
        ("geld-en-formulieren", kern) for kern in ("velp", "dieren", "leeg")
    }
    assert next(iter(alone)) == "dieren/tussen"  # carries most


def test_how_recent_the_data_are(kaart: SocialeKaart) -> None:
    told = {one.kern.id: (one.aantal, one.nagekeken, one.nooit, one.procent) for one in versheid(kaart)}
    assert told == {"velp": (2, 1, 1, 50), "dieren": (1, 0, 0, 0), "overal": (1, 0, 1, 0)}


def words(kaart: SocialeKaart) -> str:
    [page] = [one for one in pages(kaart) if one.path == "overzicht"]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", Renderer(kaart, Look()).render(page)))


def test_in_words_first(kaart: SocialeKaart) -> None:
    text = words(kaart)

    assert "In Nergenshuizen is geen tussenvoorziening ." in text
    assert "In Velp is geen eigen tussenvoorziening . Het Midden in Dieren is er ook voor Velp." in text
    assert text.index("In Velp is geen") < text.index("Alles naast elkaar")


def test_a_map_without_kernen_says_so(tmp_path: Path) -> None:
    files = {name: text for name, text in FILES.items() if not name.startswith(("velp/", "dieren/", "leeg/"))}
    assert "Er zijn nog geen dorpen op deze kaart." in words(read_kaart(tmp_path, files))


# As a table


def test_the_table_for_excel(kaart: SocialeKaart) -> None:
    text = overzicht.export(Source(Agenda(kaart)))
    rows = {(row["kern"], row["indeling"], row["id"]): row for row in csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";")}  # fmt: skip

    assert text.startswith("\ufeff")
    vervoer = rows["velp", "thema", "vervoer"]
    assert (vervoer["stand"], vervoer["hier"], vervoer["buur"], vervoer["nagekeken"]) == (
        "hier",
        "1",
        "1",
        "0",
    )
    assert rows["leeg", "thema", "geld-en-formulieren"]["voorbeeld"] == "1"
    assert rows["dieren", "mantelzorg", "respijtzorg"]["hier"] == "1"


@pytest.mark.parametrize("text", ["=1+1", "+31 26 000", "-2", "@SUM(A1)", "  =1", "\t=1", "\r=1", "＝1"])
def test_text_that_looks_like_a_formula_stays_text(text: str) -> None:
    assert cell(text) == f"'{text}"


def test_other_text_and_numbers_stay_as_they_are() -> None:
    assert [cell(value) for value in ("a=b", -5.9, 3, True, None, ["a", "b"])] == [
        "a=b",
        -5.9,
        3,
        "ja",
        "",
        "a, b",
    ]


# In a browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return make_site(tmp_path_factory.mktemp("overzicht"), FILES)


def test_every_link_leads_somewhere(site: Site) -> None:
    assert broken_links(site) == []


def test_a_cell_leads_to_the_finder_with_what_it_is_about(visit: Visit, site: Site) -> None:
    context, address = visit(site)
    page = context.new_page()
    page.goto(f"{address}overzicht/")
    table = page.get_by_role("table", name="Onderwerpen")
    row = table.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Vervoer", exact=True))

    row.get_by_role("link").last.click()  # kernen by name: Velp

    expect(page.locator("#resultaten")).to_have_attribute("data-aantal", "2")


def test_the_table_scrolls_by_keyboard_and_its_row_heads_stay(visit: Visit, site: Site) -> None:
    context, address = visit(site, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{address}overzicht/")
    box = page.get_by_role("group", name="Onderwerpen per dorp")
    head = box.get_by_role("rowheader").first
    left = head.bounding_box()

    box.focus()
    box.press("ArrowRight", delay=150)

    page.wait_for_function("() => document.querySelector('#onderwerpen').scrollLeft > 0")
    assert left and head.bounding_box() and head.bounding_box()["x"] == left["x"]  # type: ignore[index]
    assert page.evaluate("document.scrollingElement.scrollWidth") == 360
