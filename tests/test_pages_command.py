"""`pages`: the site as plain files, from which MkDocs without our plugin makes the same site."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import BrowserContext, expect

from goldens import write_files
from sites import GEMEENTE, KLEIN, VANDAAG, HtmlPage, Site, broken_links, build_again, make_site
from sociale_kaart.cli import main
from test_whole_pages import DORP

Visit = Callable[..., tuple[BrowserContext, str]]

LASTIG = """\
naam: "{{ 7*7 }} 'n <b>\\"plek\\"</b> {% endblock %}"
soort: ontmoetingsplek
kort: "<!-- tekst --> {{ config }} & meer"
beschrijving: |
  Een hek:

      ```
      markdown = "1"
      ~~~

  *[HTML]: geen afkorting

  - [x] a
  [TOC]
contact: {telefoon: 026 000 00 01, website: "https://anders.example/?a=b&c=d"}
plek: velp/de-poort
"""
FILES: dict[str, str | bytes] = {
    **{name: text.replace("https://x.example", "https://anders.example") for name, text in DORP.items()},
    "gemeente.yml": GEMEENTE.replace("naam: Meldpunt", 'naam: "Meldpunt {{ 7*7 }} {% raw %} \'"'),
    "velp/lastig.yml": LASTIG,
    "velp/huis.jpg": (Path(__file__).parent.parent / "docs/assets/screenshot.png").read_bytes()[:2000],
}
DOCS = {
    "index.md": "# Welkom\n\nDit is een proef.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    "over.md": "---\ndescription: Over ons.\n---\n\n# Over ons\n\n[Zoeken](zoeken/index.md) en [Velp](velp/index.md)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    "zonder-kop.md": "Alleen tekst.\n",
    "velp/index.md": "Nog iets over dit dorp: [over ons](../over.md).\n",
}
SETTINGS: dict[str, Any] = {
    "nav": [
        {"Home": "index.md"},
        {"Zoeken": "zoeken/index.md"},
        {"Over & meer": [{"Over": "over.md"}, {"Elders": "https://elders.example/"}, "zonder-kop.md"]},
    ],
    "markdown_extensions": ["tables"],
    "extra": {"eigen": 1},
}


def write_pages(folder: Path, output: Path, status: int = 0) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOCIALE_KAART_VANDAAG", VANDAAG)
        assert main(["pages", "--output", str(output), "--config-file", str(folder / "mkdocs.yml")]) == status


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """With our plugin."""
    return make_site(tmp_path_factory.mktemp("met"), FILES, docs=DOCS, **SETTINGS)


@pytest.fixture(scope="module")
def plain(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The same without it, from the plain files."""
    folder = tmp_path_factory.mktemp("zonder")
    write_pages(site.folder.parent.parent, folder)
    return build_again(folder)


def told(page: HtmlPage) -> dict[str, object]:
    """What a visitor and a search machine get of a page."""
    meta = {name: text for name, text in page.meta.items() if name != "generator"}
    # Material's own link to the first heading is hidden here: ours stands before it.
    text = "".join(page.text.removeprefix("\n").split()).removeprefix("Ganaarinhoud")
    return {"title": page.title, "h1": page.h1, "meta": meta, "headings": page.headings, "text": text}


def test_every_page_is_there_and_says_the_same(site: Site, plain: Site) -> None:
    assert plain.pages.keys() == site.pages.keys()
    for name, page in site.pages.items():
        assert told(plain.pages[name]) == told(page), name


def test_every_other_file_is_the_same(site: Site, plain: Site) -> None:
    def others(one: Site) -> dict[str, object]:
        files = (path for path in sorted(one.folder.rglob("*")) if path.is_file())
        kept = (path for path in files if path.suffix not in (".html", ".gz"))
        found: dict[str, object] = {
            path.relative_to(one.folder).as_posix(): path.read_bytes() for path in kept
        }
        return {**found, "sitemap.xml": set(one.texts["sitemap.xml"].splitlines())}

    assert others(plain) == others(site)


def test_no_link_is_dead_and_nothing_is_warned_of(plain: Site) -> None:
    assert broken_links(plain) == []
    assert plain.warnings == []


def test_the_settings_without_our_plugin(plain: Site) -> None:
    text = (plain.folder.parent.parent / "mkdocs.yml").read_text("utf-8")
    settings = yaml.safe_load(text)

    assert settings["plugins"] == []
    assert settings["nav"] == SETTINGS["nav"]
    assert settings["extra"]["eigen"] == 1


def test_pins_stand_on_the_map(visit: Visit, plain: Site) -> None:
    context, address = visit(plain)
    page = context.new_page()
    page.goto(f"{address}velp/")

    expect(page.locator("[data-kaart]")).to_have_attribute("data-klaar", "ja")
    assert page.locator(".leaflet-marker-pane > *").count() > 0


def test_the_finder_finds_and_leads_there(visit: Visit, plain: Site) -> None:
    context, address = visit(plain)
    page = context.new_page()
    page.goto(f"{address}zoeken/?q=poort")

    page.locator("#resultaten[data-klaar=ja] [data-id='velp/de-poort'] a").first.click()

    expect(page.get_by_role("heading", level=1, name="De Poort")).to_be_visible()


def test_the_header_is_that_of_the_site(visit: Visit, site: Site, plain: Site) -> None:
    shown = []
    for one in (site, plain):
        context, address = visit(one)
        page = context.new_page()
        page.goto(f"{address}zoeken/")
        names = "header, h1, .zoek"
        shown.append(page.locator(names).evaluate_all("all => all.map((one) => [one.tagName, one.getBoundingClientRect().toJSON()])"))  # fmt: skip
        expect(page.get_by_role("link", name="Zoeken", exact=True)).to_have_attribute("aria-current", "page")
    assert shown[0] == shown[1]


# The folder


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small site that was not built."""
    write_files(tmp_path / "klein" / "initiatives", KLEIN)
    return write_files(tmp_path / "klein", {"docs/index.md": "# Hoi\n", "mkdocs.yml": "site_name: Klein\n"})


def test_a_second_time_replaces_what_is_ours_and_leaves_the_rest(small: Path, tmp_path: Path) -> None:
    output = tmp_path / "uit"
    write_pages(small, output)
    write_files(output, {"eigen.txt": "van mij"})
    (small / "initiatives" / "velp" / "de-poort.yml").unlink()

    write_pages(small, output)

    assert not (output / "docs" / "velp" / "de-poort" / "index.md").exists()
    assert (output / "docs" / "velp" / "index.md").exists()
    assert (output / "eigen.txt").read_text("utf-8") == "van mij"


def test_a_folder_of_somebody_else_is_refused(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = write_files(tmp_path / "vol", {"brief.txt": "van mij"})

    write_pages(small, output, status=2)

    assert "is niet leeg, en niet door deze opdracht gemaakt." in capsys.readouterr().err
    assert [path.name for path in output.iterdir()] == ["brief.txt"]


def test_the_folder_of_ones_own_pages_is_refused(small: Path) -> None:
    write_pages(small, small / "docs" / "uit", status=2)
    assert not (small / "docs" / "uit").exists()


@pytest.mark.parametrize("name", ["../brief.txt", "/etc/hostname", "..", "docs/../../brief.txt"])
def test_a_list_that_somebody_changed_takes_nothing_away_elsewhere(
    small: Path, tmp_path: Path, name: str
) -> None:
    output = tmp_path / "uit"
    write_files(tmp_path, {"brief.txt": "van mij", "uit/.sociale-kaart-pages.json": json.dumps([name])})

    write_pages(small, output)

    assert (tmp_path / "brief.txt").read_text("utf-8") == "van mij"


def test_what_does_not_go_over_is_told(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = (
        "site_name: !ENV [NAAM, Klein]\nhooks: [a.py]\nplugins:\n  - sociale-kaart\n  - macros: {x: 1}\n"
    )
    write_files(small, {"mkdocs.yml": settings})

    write_pages(small, tmp_path / "uit")

    assert "Niet overgenomen uit mkdocs.yml: hooks, plugin macros." in capsys.readouterr().out
    assert "site_name: !ENV [NAAM, Klein]" in (tmp_path / "uit" / "mkdocs.yml").read_text("utf-8")
