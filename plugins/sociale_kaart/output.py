"""Every file of the site that is not a page: exports, the finder's data, scripts and styles, photos."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from .exports import FORMATS
from .kaart import SocialeKaart
from .pages.rendering import Renderer
from .search.gegevens import files as search_files

ASSETS = "assets/sociale-kaart/"
BROWSER = Path(__file__).parent / "browser"
_NOT_SERVED = ("package.json", "package-lock.json", "VERSIE")


def made_files(renderer: Renderer) -> Iterator[tuple[str, str]]:
    """What is made from the map: address on the site and text."""
    for format in FORMATS:
        yield format.PATH, format.export(renderer.kaart)
    yield from search_files(renderer.kaart, renderer.keren).items()


def copied_files(kaart: SocialeKaart, folder: Path) -> Iterator[tuple[str, Path]]:
    """What is copied as it is: address on the site and the file. Scripts, styles, fonts, licences, photos."""
    for path in sorted(BROWSER.rglob("*")):
        if path.is_file() and path.name not in _NOT_SERVED:
            yield ASSETS + path.relative_to(BROWSER).as_posix(), path
    everything = (*kaart.initiatieven.values(), *kaart.gestopt.values())
    for photo in dict.fromkeys(f"{one.kern}/{one.foto}" for one in everything if one.foto):
        yield photo, folder / photo
