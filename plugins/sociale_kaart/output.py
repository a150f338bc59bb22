"""Every file of the site that is not a page: exports, the finder's data, scripts and styles, photos."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from .exports import FORMATS, Source
from .kaart import SocialeKaart
from .pages.meedoen import DATA as FORM_DATA
from .pages.meedoen import form_data, source_files
from .pages.rendering import Renderer
from .pages.verwijsblad import files as sheet_files
from .search.gegevens import files as search_files

ASSETS = "assets/sociale-kaart/"
BROWSER = Path(__file__).parent / "browser"
_FROM_NPM = BROWSER / "npm"
_NOT_SERVED = ("package.json", "package-lock.json", "VERSIE")
# What only who reads the source needs. No text between backticks goes over the end of a line (a test holds that).
_FOR_READERS = {
    ".js": re.compile(r"^[ \t]*//.*\n|^[ \t]+", re.MULTILINE),
    ".css": re.compile(r"/\*.*?\*/|^[ \t]+", re.MULTILINE | re.DOTALL),
}


def public_files(renderer: Renderer) -> Iterator[tuple[str, str]]:
    """What visitors fetch and others link to, made from the map: address on the site and text."""
    source = Source(renderer.agenda, renderer.full_address)
    for files in FORMATS.values():
        yield from files(source)
    yield from renderer.agenda_files()


def asset_files() -> Iterator[tuple[str, str]]:
    """Our own scripts and styles, without comments and indents: an eighth less to fetch."""
    for path in sorted(BROWSER.rglob("*")):
        if _is_own_text(path):
            text = _FOR_READERS[path.suffix].sub("", path.read_text(encoding="utf-8"))
            yield ASSETS + path.relative_to(BROWSER).as_posix(), text


def _is_own_text(path: Path) -> bool:
    return path.suffix in _FOR_READERS and _FROM_NPM not in path.parents


def script_files(renderer: Renderer, folder: Path) -> Iterator[tuple[str, str]]:
    """What only the scripts of the site's own pages read, of the map and of the files in `folder`: the same."""
    yield from search_files(renderer.kaart, renderer.keren).items()
    yield from sheet_files(renderer.kaart, renderer.keren, renderer.full_address)
    yield FORM_DATA, form_data(renderer.kaart)
    yield from source_files(renderer.kaart, folder)


def copied_files(kaart: SocialeKaart, folder: Path) -> Iterator[tuple[str, Path]]:
    """What is copied as it is: address on the site and the file. Libraries, fonts, pictures, licences, photos."""
    for path in sorted(BROWSER.rglob("*")):
        if path.is_file() and path.name not in _NOT_SERVED and not _is_own_text(path):
            yield ASSETS + path.relative_to(BROWSER).as_posix(), path
    everything = (*kaart.initiatieven.values(), *kaart.gestopt.values())
    for photo in dict.fromkeys(f"{one.kern}/{one.foto}" for one in everything if one.foto):
        yield photo, folder / photo
