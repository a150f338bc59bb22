"""Real sites for tests: small ones from a few files, and the demonstration. And what a page holds."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from unittest.mock import patch
from urllib.parse import unquote, urljoin, urlsplit

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

from goldens import write_files
from sociale_kaart.kaart import SocialeKaart, make_kaart
from sociale_kaart.loading import load

ROOT = Path(__file__).parent.parent
PATH = "/kaart/"  # of the site on its host
VANDAAG = "2026-11-22"  # a Sunday

GEMEENTE = """\
naam: Proefdorp
loket: {naam: Meldpunt, telefoon: 026 000 00 00, bereikbaar: op werkdagen}
redactie: {email: redactie@proef.example}
grenzen: [[51.965, 5.92], [52.10, 6.16]]
gemeentebreed: overal
"""
POORT = """\
naam: De Poort
soort: buurthuis
kort: Buurthuis voor de hele buurt.
themas: [ontmoeting]
doelgroepen: [iedereen]
contact: {telefoon: 026 000 00 01}
adres: {straat: Dorpsplein, huisnummer: 1, punt: [51.996, 5.975]}
openingstijden: {maandag-vrijdag: 9-17 uur}
activiteiten:
  - {naam: Samen eten, dag: dinsdag, tijd: "17:30-19:30", kosten: "€ 5"}
beheer: {gecontroleerd: 2026-10-01, toestemming: ja}
"""
KLEIN = {
    "gemeente.yml": GEMEENTE,
    "velp/kern.yml": "naam: Velp\nmiddelpunt: [51.995, 5.974]\nomschrijving: Een dorp.\n",
    "overal/kern.yml": "naam: Heel Proefdorp\n",
    "velp/de-poort.yml": POORT,
}

# In the demonstration.
KIND_OF_PAGE = {
    "home": "index.html",
    "kern": "de-steeg/index.html",
    "initiatief": "dieren/de-spil/index.html",
    "gestopt": "velp/de-slappe-schijf/index.html",
    "onderwerp": "onderwerp/vervoer/index.html",
    "onderwerpen": "onderwerp/index.html",
    "voor": "voor/mantelzorgers/index.html",
    "zoeken": "zoeken/index.html",
    "data": "data/index.html",
    "agenda": "de-steeg/agenda/index.html",
    "meedoen": "meedoen/index.html",
    "beginnen": "zelf-beginnen/index.html",
    "vrijwilligers": "vrijwilligers/index.html",
    "verwijzen": "verwijzen/index.html",
    "verwijsblad": "verwijzen/blad/index.html",
    "cirkels": "model/index.html",
    "overzicht": "overzicht/index.html",
    "redactie": "redactie/index.html",
    "docs": "over/index.html",
    "niet gevonden": "404.html",
}


@dataclass(frozen=True)
class Site:
    """A site as it was built, and what MkDocs warned of."""

    folder: Path
    warnings: list[str]

    @cached_property
    def pages(self) -> dict[str, HtmlPage]:
        """Address in the site (`velp/index.html`) → page."""
        found = sorted(self.folder.rglob("*.html"))
        return {path.relative_to(self.folder).as_posix(): read_page(path) for path in found}

    @cached_property
    def texts(self) -> dict[str, str]:
        """All files that are text, as they are."""
        kinds = {".html", ".json", ".geojson", ".xml", ".txt", ".js", ".css"}
        files = (path for path in sorted(self.folder.rglob("*")) if path.suffix in kinds)
        return {path.relative_to(self.folder).as_posix(): path.read_text("utf-8") for path in files}

    def files_with(self, text: str) -> list[str]:
        return [name for name, content in self.texts.items() if text in content]


@dataclass
class HtmlPage:
    """What tests ask of a page. `links`: addresses of everything that it names; `ids`: in order."""

    lang: str = ""
    title: str = ""
    meta: dict[str, str] = field(default_factory=dict)
    canonical: str = ""
    headings: list[int] = field(default_factory=list)
    h1: str = ""
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    text: str = ""


def read_page(path: Path) -> HtmlPage:
    reader = _Reader()
    reader.feed(path.read_text("utf-8"))
    reader.close()
    return reader.page


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = HtmlPage()
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        page, values = self.page, {name: value or "" for name, value in attrs}
        if tag == "html":
            page.lang = values.get("lang", "")
        elif tag == "meta" and "name" in values:
            page.meta[values["name"]] = values.get("content", "")
        elif tag == "link" and values.get("rel") == "canonical":
            page.canonical = values["href"]
        elif tag[0] == "h" and tag[1:].isdigit():
            page.headings.append(int(tag[1:]))
        page.ids += [values["id"]] if "id" in values else []
        page.links += [values[name] for name in ("href", "src", "action") if name in values]
        if tag in ("title", "script", "style", "h1"):
            self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self._inside:
            self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside in ("title", "h1"):
            setattr(self.page, self._inside, getattr(self.page, self._inside) + data)
        if self._inside not in ("title", "script", "style"):
            self.page.text += data


def broken_links(site: Site, root: str = PATH) -> list[str]:
    """Every address in the site that leads to no file of it, or to no such id. `root`: its path on the host."""
    host = "https://x.example"
    broken = []
    for name, page in site.pages.items():
        for link in page.links:
            target = urlsplit(urljoin(f"{host}{root}{name}", link))
            if f"{target.scheme}://{target.netloc}" != host:
                continue
            file = unquote(target.path).removeprefix(root)
            file = f"{file}index.html" if file.endswith("/") or not file else file
            there = target.path.startswith(root) and (site.folder / file).is_file()
            if not there or (target.fragment and target.fragment not in site.pages[file].ids):
                broken.append(f"{name}: {link}")
    return broken


def read_kaart(folder: Path, files: Mapping[str, str | bytes]) -> SocialeKaart:
    """The map that these files make, on the day of the tests; there is no error in them."""
    loaded = load(write_files(folder, files))
    assert [str(problem) for problem in loaded.problems if problem.level == "error"] == []
    return make_kaart(loaded, loaded.problems, date.fromisoformat(VANDAAG))


def make_site(
    folder: Path,
    files: Mapping[str, str | bytes] = KLEIN,
    *,
    docs: Mapping[str, str] | None = None,
    plugin: Mapping[str, Any] | None = None,
    **settings: Any,
) -> Site:
    """Builds a site from `files` (in initiatives/) and `docs`, as `mkdocs build` does."""
    write_files(folder / "initiatives", files)
    write_files(
        folder / "docs", docs if docs is not None else {"index.md": "# Welkom\n\nDit is een proef.\n"}
    )
    config = {
        "site_name": "Sociale kaart Proefdorp",
        "site_description": "Een proef.",
        "site_url": f"https://x.example{PATH}",
        "theme": {"name": "material", "language": "nl", "font": False},
        "plugins": [{"sociale-kaart": dict(plugin or {})}],
        **settings,
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config), "utf-8")
    return build_again(folder)


def build_again(folder: Path, config_file: Path | None = None, **changes: Any) -> Site:
    """Builds what stands in `folder`."""
    out = folder / "site" / "kaart"
    with _day(), _warnings() as warnings:
        config = load_config(str(config_file or folder / "mkdocs.yml"), site_dir=str(out), **changes)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
    return Site(out, warnings)


def demonstration(folder: Path) -> Site:
    """The demonstration under a sub-path; its host's root is the folder above it."""
    return build_again(folder, ROOT / "mkdocs.yml", site_url=f"https://x.example{PATH}")


@contextmanager
def _day() -> Iterator[None]:
    with patch.dict(os.environ, {"SOCIALE_KAART_VANDAAG": VANDAAG, "NO_MKDOCS_2_WARNING": "1"}):
        yield


@contextmanager
def _warnings() -> Iterator[list[str]]:
    told: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: told.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        yield told
    finally:
        logger.removeHandler(handler)
