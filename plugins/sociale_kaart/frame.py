"""The frame around every page: header, footer, which styles and scripts it needs, and the files behind them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup

from .kaart import SocialeKaart
from .pages.antwoorden import loket_van
from .pages.rendering import Renderer
from .pages.site import Page

ASSETS = "assets/sociale-kaart/"
STYLES = ("stijl.css", "onderdelen.css", "kaart.css", "druk.css")
MODULES = {"": ("kop.js", "nu.js"), "kaart": ("kaart.js",), "zoeken": ("zoeken/zoeken.js",)}
_MAP_STYLES = ("npm/leaflet.css", "npm/MarkerCluster.css")
_MAP_LIBRARIES = ("npm/leaflet.js", "npm/leaflet.markercluster.js")
# Pages with the large search box: a second one in the header would only be in the way.
_OWN_SEARCH = ("home.html", "kern.html", "zoeken.html")
BROWSER = Path(__file__).parent / "browser"


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One line of a menu; a group has no address but `children`."""

    title: str
    url: str | None
    home: bool
    active: bool
    children: tuple[MenuItem, ...]


class Frame:
    """Makes what the theme's templates show around a page. Knows menus only as title, url and children."""

    def __init__(self, renderer: Renderer) -> None:
        self.renderer = renderer

    def context(self, page: Page | None, url: str, menu: Iterable[Any], site_name: str) -> dict[str, Any]:
        """For a page at `url` (as the generator writes it: "velp/", "over/", "velp/index.html")."""
        return self._context(page, "../" * url.count("/") or "./", url, menu, site_name)

    def not_found(self, base_url: str, menu: Iterable[Any], site_name: str) -> dict[str, Any]:
        """For the page that is shown at any address, so with addresses from the root."""
        root = base_url.rstrip("/") + "/"
        template = self.renderer.environment.get_template("niet_gevonden.html")
        return {
            **self._context(None, root, "", menu, site_name),
            "not_found": Markup(template.render(**self.renderer.tools(root))),
        }

    def _context(
        self, page: Page | None, root: str, url: str, menu: Iterable[Any], site_name: str
    ) -> dict[str, Any]:
        needs = page.assets if page else frozenset[str]()
        has_map = "kaart" in needs
        modules = [name for need in ("", *sorted(needs)) for name in MODULES.get(need, ())]
        styles = [
            *(_MAP_STYLES if has_map else ()),
            *(name for name in STYLES if has_map or name != "kaart.css"),
        ]
        if "zoeken" in needs:
            styles.append("zoeken.css")
        top = [_item(item, root, url) for item in menu]
        return {
            "ours": page is not None,
            "indexed": page is None or page.indexed,
            "styles": [root + ASSETS + name for name in styles],
            "libraries": [root + ASSETS + name for name in _MAP_LIBRARIES] if has_map else [],
            "modules": [root + ASSETS + name for name in modules],
            "header": self._header(
                root, top, site_name, search=page is None or page.template not in _OWN_SEARCH
            ),
            "footer": self._footer(top),
        }

    def _header(self, root: str, top: list[MenuItem], site_name: str, *, search: bool) -> Markup:
        kaart = self.renderer.kaart
        first, _, last = site_name.rpartition(" ")
        template = self.renderer.environment.get_template("kop.html")
        return Markup(
            template.render(
                wortel=root,
                directory_urls=self.renderer.look.directory_urls,
                titel_begin=first,
                titel_eind=last,
                menu=[item for item in top if not item.children and not item.home],
                loket=loket_van(kaart, ""),
                zoeken=self.renderer.address(root, "zoeken") if search else "",
            )
        )

    def _footer(self, top: list[MenuItem]) -> Markup:
        template = self.renderer.environment.get_template("voet.html")
        return Markup(template.render(groepen=[item for item in top if item.children]))


def _item(item: Any, root: str, url: str) -> MenuItem:
    """A menu item of the generator, with its address as seen from the page."""
    address = getattr(item, "url", None)
    return MenuItem(
        title=item.title,
        url=None if address is None else address if "://" in address else root + address.removeprefix("./"),
        home=bool(getattr(item, "is_homepage", False)),
        active=address is not None and address == url,
        children=tuple(_item(child, root, url) for child in getattr(item, "children", None) or []),
    )


def asset_files(kaart: SocialeKaart, folder: Path) -> Iterator[tuple[str, Path]]:
    """What is copied as it is: address on the site and the file. Scripts, styles, fonts, licences, photos."""
    for path in sorted(BROWSER.rglob("*")):
        if path.is_file() and path.name not in ("package.json", "package-lock.json", "VERSIE"):
            yield ASSETS + path.relative_to(BROWSER).as_posix(), path
    everything = (*kaart.initiatieven.values(), *kaart.gestopt.values())
    for photo in dict.fromkeys(f"{one.kern}/{one.foto}" for one in everything if one.foto):
        yield photo, folder / photo
