"""The editors' page, and "Klopt dit nog?" on the page of an initiative."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from sites import GEMEENTE, KLEIN, Site, make_site

Visit = Callable[..., tuple[BrowserContext, str]]

GOED = "themas: [ontmoeting]\ndoelgroepen: [iedereen]\ntoegang: {kosten: gratis}\n"
VERS = "beheer: {gecontroleerd: 2026-10-01, toestemming: ja}\n"
KOP = "soort: ontmoetingsplek\nkort: Een proef.\n"
FILES = {
    **KLEIN,
    "velp/de-poort.yml": KLEIN["velp/de-poort.yml"] + "toegang: {kosten: gratis}\n",
    "velp/oud.yml": f"naam: Oude Club\n{KOP}{GOED}contact: loket\nbeheer: {{gecontroleerd: 2024-01-01, toestemming: ja}}\n",
    "velp/nieuw.yml": f"naam: Nieuwe Club\n{KOP}{GOED}contact: loket\nbeheer: {{toestemming: ja}}\n",
    "velp/kaal.yml": f"naam: <b>Kale</b> Club\n{KOP}contact: {{email: a@x.example}}\nadres: {{straat: Kerkweg}}\n{VERS}",
    "velp/fout.yml": f"naam: Foute Club\nsoort: onzin\nkort: Een proef.\ncontact: loket\n{VERS}",
    "velp/kapot.yml": "naam: [Kapotte Club\n",
    "velp/geheim.yml": f"naam: Geheime Club\n{KOP}contact: loket\nbeheer: {{toestemming: nee}}\n",
    "velp/geheim-fout.yml": "naam: Geheime Fout\nsoort: onzin\nbeheer: {toestemming: nee}\n",
    "velp/zelfde.yml": f"naam: Geheime Club\n{KOP}{GOED}contact: loket\n{VERS}",
    "velp/weg.yml": f"naam: Gestopte Club\n{KOP}contact: loket\nstatus: gestopt\n{VERS}",
}  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return make_site(tmp_path_factory.mktemp("site"), FILES, repo_url="https://codeberg.org/rheden/kaart")


@pytest.fixture
def opened(open_in: Callable[[Site], Callable[..., Page]], site: Site) -> Callable[..., Page]:
    return open_in(site)


def work(page: Page, id: str) -> list[str]:
    return page.locator(f"[data-id='{id}'] .werk li").all_inner_texts()


def test_what_hinders_visitors_most_comes_first(opened: Callable[..., Page]) -> None:
    page = opened("redactie/")

    names = page.locator("#velp [data-id] > div > a").all_inner_texts()
    assert names == ["<b>Kale</b> Club", "Nieuwe Club", "Oude Club"]
    assert work(page, "velp/kaal") == [
        "Er staat geen telefoonnummer.",
        "Er staat niet wanneer het is.",
        "Er ontbreekt nog: onderwerpen, voor wie het is, wat het kost.",
        "Van dit adres is nog niet bekend waar het op de kaart ligt. Het staat zonder speld op de site.",
    ]
    assert work(page, "velp/oud") == ["2 jaar niet nagekeken."]
    assert work(page, "velp/nieuw") == ["Nog nooit nagekeken."]


def test_the_table_counts_per_kern(opened: Callable[..., Page]) -> None:
    rows = opened("redactie/").locator("table tr").all_inner_texts()

    assert [row.split() for row in rows] == [
        ["Dorp", "Fout", "Bereik", "Oud", "Mist"],
        ["Velp", "2", "1", "2", "1"],
        ["Heel", "Proefdorp", "0", "0", "0", "0"],
    ]


def test_a_file_that_is_not_on_the_site_leads_to_its_place_on_the_forge(opened: Callable[..., Page]) -> None:
    page = opened("redactie/")

    wrong = page.locator("#velp .kaartje", has_text="velp/fout.yml")
    expect(wrong.locator(".werk-weg")).to_contain_text("onzin")
    expect(wrong.get_by_role("link")).to_have_attribute(
        "href", "https://codeberg.org/rheden/kaart/_edit/main/initiatives/velp/fout.yml"
    )
    unreadable = page.locator("#velp .kaartje", has_text="velp/kapot.yml")
    expect(unreadable.locator(".werk-weg")).to_contain_text("Dit bestand is niet te lezen.")


def test_who_said_no_is_nowhere(site: Site) -> None:
    assert site.files_with("velp/geheim") == []
    assert site.files_with("Geheime Fout") == []


def test_search_engines_are_kept_out(site: Site) -> None:
    assert site.pages["redactie/index.html"].meta["robots"] == "noindex"
    assert "redactie" not in site.texts["sitemap.xml"]


@pytest.mark.parametrize("settings", [{}, {"java_script_enabled": False}], ids=["js", "no js"])
def test_three_answers_to_whether_it_is_still_right(
    opened: Callable[..., Page], settings: dict[str, bool]
) -> None:
    page = opened("velp/de-poort/", **settings)

    for name, query in [
        ("Ja, dit klopt nog", "wijzig=velp/de-poort&stap=klopt"),
        ("Nee, er is iets anders", "wijzig=velp/de-poort"),
        ("Dit bestaat niet meer", "wijzig=velp/de-poort&stap=gestopt"),
        ("Wijzig deze gegevens", "wijzig=velp/de-poort"),
    ]:
        link = page.get_by_role("link", name=name)
        assert link.evaluate("link => link.href").endswith(f"/kaart/meedoen/?{query}")


@pytest.mark.parametrize(
    ("name", "subject", "says"),
    [
        ("het klopt nog", "Klopt nog: <b>Kale</b> Club (velp/kaal)", "<b>Kale</b> Club (Velp): het klopt nog."),
        ("er is iets anders", "Iets is anders: <b>Kale</b> Club (velp/kaal)", "Wat er moet staan:"),
        ("het bestaat niet meer", "Bestaat niet meer: <b>Kale</b> Club (velp/kaal)", "Waar mensen nu heen kunnen:"),
    ],
)  # fmt: skip
def test_the_same_as_an_email(opened: Callable[..., Page], name: str, subject: str, says: str) -> None:
    link = opened("velp/kaal/").get_by_role("link", name=name, exact=True)
    address = urlsplit(link.get_attribute("href") or "")
    mail = parse_qs(address.query, strict_parsing=True)

    assert address.path == "redactie@proef.example"
    assert mail["subject"] == [subject]
    assert says in mail["body"][0].split("\r\n")


@pytest.mark.parametrize(
    ("gemeente", "way"),
    [
        (re.sub("redactie: .*\n", "", GEMEENTE), "tel:+31260000000"),
        (re.sub("redactie: .*\n", "", GEMEENTE).replace("bereikbaar", "email: loket@x.example, bereikbaar"), "mailto:loket@x.example?"),
    ],
)  # fmt: skip
def test_without_editors_the_loket_hears_it(tmp_path: Path, gemeente: str, way: str) -> None:
    site = make_site(tmp_path, {**KLEIN, "gemeente.yml": gemeente})
    text = site.texts["velp/de-poort/index.html"]
    assert f'href="{way}' in text[text.index('class="klopt"') : text.index('class="voet"')]


def test_what_stopped_is_not_asked_about(opened: Callable[..., Page]) -> None:
    page = opened("velp/weg/")

    expect(page.get_by_text("Klopt dit nog?")).to_have_count(0)
    expect(page.get_by_text("Vraag even of het nog klopt.")).to_have_count(0)
    expect(page.get_by_role("link", name="Wijzig deze gegevens")).to_have_count(1)


@pytest.mark.parametrize(
    ("page", "day", "old"),
    [
        ("velp/de-poort/", "2026-11-22", False),
        ("velp/de-poort/", "2027-09-30", False),
        ("velp/de-poort/", "2027-10-01", True),  # the site was not built again
        ("velp/oud/", "2026-11-22", True),
    ],
)
def test_the_page_says_that_nobody_looked_for_over_a_year(
    opened: Callable[..., Page], page: str, day: str, old: bool
) -> None:
    line = opened(page, day).locator("[data-nagekeken]")

    expect(line).to_contain_text(
        "Nagekeken op 1 oktober 2026" if "poort" in page else "Nagekeken op 1 januari 2024"
    )
    expect(line.get_by_text("Dat is langer dan een jaar geleden.")).to_be_visible(visible=old)
