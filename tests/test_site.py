"""The site as MkDocs builds it: every link leads somewhere, nothing hidden gets out, odd input builds too."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from goldens import write_files
from sites import GEMEENTE, KIND_OF_PAGE, KLEIN, POORT, Site, broken_links, build_again, make_site

ADRES = "https://x.example/kaart/"


# The demonstration


def test_the_demonstration_builds_without_a_warning(rheden: Site) -> None:
    assert rheden.warnings == []


def test_every_address_leads_somewhere(rheden: Site) -> None:
    assert broken_links(rheden) == []


def test_the_link_checker_finds_what_is_broken(tmp_path: Path) -> None:
    docs = {"index.md": '<a href="weg/">weg</a> <a href="#weg">weg</a> <img src="/kaart/weg.png">'}

    site = make_site(tmp_path, docs=docs)

    assert broken_links(site) == ["index.html: weg/", "index.html: #weg", "index.html: /kaart/weg.png"]


@pytest.mark.parametrize("name", KIND_OF_PAGE.values(), ids=KIND_OF_PAGE)
def test_every_kind_of_page_says_what_it_is(rheden: Site, name: str) -> None:
    page = rheden.pages[name]

    assert page.lang == "nl"
    assert page.meta["description"]
    assert name == "404.html" or page.canonical == ADRES + name.removesuffix("index.html")


def test_every_page_has_one_h1_and_no_level_is_skipped(rheden: Site) -> None:
    for name, page in rheden.pages.items():
        steps = zip(page.headings, page.headings[1:], strict=False)

        assert page.headings.count(1) == 1, name
        assert page.headings[0] == 1, name
        assert all(after <= before + 1 for before, after in steps), name


def test_no_two_pages_have_one_title_and_no_page_one_id_twice(rheden: Site) -> None:
    titles = Counter(page.title for page in rheden.pages.values())

    assert [title for title, number in titles.items() if number > 1] == []
    assert [name for name, page in rheden.pages.items() if len(page.ids) > len(set(page.ids))] == []


def test_everything_comes_from_our_own_host(rheden: Site) -> None:
    own = re.compile(r'(?:src|href)="(?:https?:)?//(?!x\.example)', re.IGNORECASE)

    loads = re.compile(r"<(?:script|img|link|iframe|source)[^>]*>")
    found = [
        (name, tag)
        for name, text in rheden.texts.items()
        if name.endswith(".html")
        for tag in loads.findall(text)
        if own.search(tag)
    ]
    styles = [name for name, text in rheden.texts.items() if re.search(r"(@import|url\(.?https?:)", text)]

    assert found == []
    assert [name for name in styles if name.startswith("assets/sociale-kaart/")] == []


def test_hooks_for_others(rheden: Site) -> None:
    article = r'<article [^>]*data-initiatief="dieren/de-spil"'
    assert re.search(article, rheden.texts["dieren/de-spil/index.html"])
    assert re.search(r'data-kaart data-punten="\d+"', rheden.texts["velp/index.html"])
    assert "resultaten" in rheden.pages["zoeken/index.html"].ids


def test_the_sitemap_has_every_page_but_those_of_what_stopped(rheden: Site) -> None:
    listed = set(re.findall(r"<loc>(.*?)</loc>", rheden.texts["sitemap.xml"]))
    hidden = {name for name, page in rheden.pages.items() if page.meta.get("robots") == "noindex"}
    shown = {
        ADRES + name.removesuffix("index.html") for name in rheden.pages if name not in hidden | {"404.html"}
    }

    assert listed == shown
    assert "velp/de-slappe-schijf/index.html" in hidden


# What may not get out


GEHEIM = """\
naam: Zwijgkring
soort: lotgenotengroep
kort: Praatgroep die niet gevonden wil worden.
steekwoorden: [zwijgwoord]
contact: loket
foto: zwijg.jpg
foto_tekst: Een gesloten deur
activiteiten: [{naam: Zwijgavond, dag: maandag, tijd: "20:00-22:00", plek: velp/de-poort}]
beheer: {toestemming: nee}
"""
VERZONNEN = """\
naam: Fantasia
soort: vereniging
kort: Club die niet bestaat.
plek: velp/de-poort
voorbeeld: ja
"""
GESTOPT = """\
naam: Oude Kaartclub
soort: vereniging
kort: Kaarten op vrijdag.
plek: velp/de-poort
status: gestopt
reden: Te weinig leden
opvolger: velp/fantasia
"""
REFERS = POORT + "samen_met: [velp/zwijgkring, velp/fantasia, velp/oude-kaartclub]\nlichter: velp/fantasia\n"
JPG = b"\xff\xd8\xff\xe0" + b"0" * 40 + b"\xff\xd9"
HIDING: dict[str, str | bytes] = {
    **KLEIN,
    "velp/de-poort.yml": REFERS,
    "velp/zwijgkring.yml": GEHEIM,
    "velp/zwijg.jpg": JPG,
    "velp/fantasia.yml": VERZONNEN,
    "velp/oude-kaartclub.yml": GESTOPT,
}


@pytest.fixture(scope="module")
def hiding(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return make_site(tmp_path_factory.mktemp("hiding"), HIDING)


def test_who_gave_no_consent_is_nowhere(hiding: Site) -> None:
    assert [name for name, text in hiding.texts.items() if "zwijg" in text.casefold()] == []
    assert [path.name for path in hiding.folder.rglob("*zwijg*")] == []


def test_what_stopped_keeps_only_its_page(hiding: Site) -> None:
    page = hiding.pages["velp/oude-kaartclub/index.html"]

    assert "is gestopt" in page.text and "Reden: Te weinig leden." in page.text
    assert "../../velp/fantasia/" in page.links
    assert page.meta["robots"] == "noindex"
    # And the finder knows its name, and the form, for when it begins again.
    known = [
        "data/bron/velp.json",
        "data/formulier.json",
        "data/zoeken.json",
        "velp/oude-kaartclub/index.html",
    ]
    assert hiding.files_with("Kaartclub") == known
    # The finder makes this id from kern and name.
    assert hiding.files_with("oude-kaartclub") == [one for one in known if one != "data/zoeken.json"]


def test_made_up_entries_are_labelled(hiding: Site) -> None:
    assert "Verzonnen voorbeeld" in hiding.pages["velp/fantasia/index.html"].text
    data = json.loads(hiding.texts["data/initiatieven.json"])["initiatieven"]
    assert {one["naam"]: one["voorbeeld"] for one in data} == {"De Poort": False, "Fantasia": True}


def test_made_up_entries_can_be_left_out(tmp_path: Path) -> None:
    site = make_site(tmp_path, HIDING, plugin={"examples": False})

    assert [name for name, text in site.texts.items() if "fantasia" in text.casefold()] == []


# Settings


def test_without_directory_urls(tmp_path: Path) -> None:
    site = make_site(tmp_path, HIDING, use_directory_urls=False, plugin={"tiles": "click"})

    assert broken_links(site) == []
    assert "velp/de-poort/index.html" in site.pages
    assert 'class="kaart-vraag"' in site.texts["velp/index.html"]


def test_without_tiles_nobody_is_named(tmp_path: Path) -> None:
    site = make_site(tmp_path, plugin={"tiles": "none"})

    assert site.files_with("pdok.nl") == []


def test_a_second_build_in_one_process_gives_the_same(tmp_path: Path) -> None:
    first = make_site(tmp_path).texts
    write_files(tmp_path / "initiatives", {"velp/later.yml": VERZONNEN})
    second = build_again(tmp_path)
    (tmp_path / "initiatives" / "velp" / "later.yml").unlink()

    assert "velp/later/index.html" in second.pages
    assert {**build_again(tmp_path).texts, "sitemap.xml": ""} == {**first, "sitemap.xml": ""}


# Pages of the site's owner


def test_text_at_the_address_of_our_page_stands_below_it(tmp_path: Path) -> None:
    site = make_site(tmp_path, docs={"index.md": "Onze eigen groet.", "velp/index.md": "Nieuws uit Velp."})

    assert "Onze eigen groet." in site.pages["index.html"].text
    assert re.search(r"De Poort.*Nieuws uit Velp\.", site.pages["velp/index.html"].text, re.DOTALL)
    assert site.warnings == []


def test_a_page_that_takes_our_address_wins_and_that_is_told(tmp_path: Path) -> None:
    site = make_site(tmp_path, docs={"index.md": "Hallo", "velp.md": "# Mijn Velp\n"})

    assert site.pages["velp/index.html"].h1 == "Mijn Velp"
    assert ["velp.md" in warning for warning in site.warnings] == [True]


def test_a_page_of_the_format_can_be_ones_own(tmp_path: Path) -> None:
    site = make_site(tmp_path, docs={"index.md": "Hallo", "formaat/index.md": "# Zo doen wij het\n"})

    assert site.pages["formaat/index.html"].h1 == "Zo doen wij het"


def test_a_table_in_a_text_scrolls_by_itself(tmp_path: Path) -> None:
    table = "| a | b |\n|---|---|\n| 1 | 2 |\n"

    site = make_site(
        tmp_path,
        docs={"index.md": "Hallo", "tabel.md": f"# Tabel\n\n{table}"},
        markdown_extensions=["tables"],
    )

    assert (
        '<div class="tabel" tabindex="0" role="group" aria-label="Tabel"><table>'
        in site.texts["tabel/index.html"]
    )


# Odd input: it builds, and says what is wrong

MINIMAL = "naam: Koffie\nsoort: ontmoetingsplek\nkort: Koffie.\ncontact: loket\n"
GROEP = "naam: Groep {n}\nsoort: vereniging\nkort: Een club.\nplek: velp/de-poort\n"
ODD: dict[str, tuple[dict[str, str | bytes], list[str], str, str]] = {
    # what: files, words of the warnings, a page, what it says
    "empty folder": ({"gemeente.yml": GEMEENTE.replace("gemeentebreed: overal\n", "")}, [], "index.html", "Wat zoekt u?"),
    "broken gemeente.yml": ({**KLEIN, "gemeente.yml": "naam: [\n"}, ["gemeente.yml:"], "velp/index.html", "De Poort"),
    "no gemeente.yml": ({"velp/kern.yml": KLEIN["velp/kern.yml"]}, ["gemeente.yml ontbreekt"], "velp/index.html", "Wij kennen hier nog geen plekken"),
    "kern without kern.yml": ({**KLEIN, "laag-soeren/koffie.yml": MINIMAL}, ["kern.yml"], "laag-soeren/index.html", "Koffie"),
    "kern without middle": ({**KLEIN, "velp/kern.yml": "naam: Velp\n"}, [], "velp/index.html", "De Poort"),
    "nothing in a kern": ({**KLEIN, "dieren/kern.yml": "naam: Dieren\n"}, [], "dieren/index.html", "Wij kennen hier nog geen plekken"),
    "only what is required": ({**KLEIN, "velp/koffie.yml": MINIMAL}, [], "velp/koffie/index.html", "U spreekt met Meldpunt"),
    "no wide folder": ({"gemeente.yml": "naam: Klein\nloket: {naam: Balie, email: balie@x.example}\n", "velp/kern.yml": "naam: Velp\n", "velp/koffie.yml": MINIMAL}, [], "velp/koffie/index.html", "Vraag het aan Balie."),
    "no loket at all": ({"gemeente.yml": "naam: Klein\n", "velp/kern.yml": "naam: Velp\n", "velp/koffie.yml": MINIMAL}, ["geen loket"], "velp/koffie/index.html", "Koffie"),
    "a hundred groups in one building": ({**KLEIN, **{f"velp/groep-{n}.yml": GROEP.format(n=n) for n in range(100)}}, [], "velp/de-poort/index.html", "Groep 99"),
    "a wrong file": ({**KLEIN, "velp/mis.yml": "naam: Mis\nsoort: iets\n"}, ["velp/mis.yml"], "velp/index.html", "De Poort"),
}  # fmt: skip


@pytest.mark.parametrize("what", ODD)
def test_odd_input_builds(tmp_path: Path, what: str) -> None:
    files, told, page, says = ODD[what]
    (tmp_path / "initiatives").mkdir()

    site = make_site(tmp_path, files)

    assert says in site.pages[page].text
    assert broken_links(site) == []
    assert all(any(word in warning for warning in site.warnings) for word in told)
    assert bool(site.warnings) == bool(told)
    assert [name for name, page in site.pages.items() if page.headings.count(1) != 1] == []


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    site = make_site(tmp_path, {}, plugin={"initiatives": "weg"})

    assert any("Deze map bestaat niet" in warning for warning in site.warnings)
    assert site.pages["index.html"].h1 == "Wat zoekt u?"


def test_hints_are_no_warnings(tmp_path: Path) -> None:
    never_checked = KLEIN["velp/de-poort.yml"].replace("2026-10-01", "2019-10-01")

    assert make_site(tmp_path, {**KLEIN, "velp/de-poort.yml": never_checked}).warnings == []
