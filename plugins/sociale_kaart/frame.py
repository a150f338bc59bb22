"""The frame around every page: header, footer, and which styles and scripts it needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from .output import ASSETS
from .pages.antwoorden import loket_van
from .pages.meedoen import DATA as FORM_DATA
from .pages.page import Page
from .pages.rendering import Renderer
from .scripts import come_along
from .search.gegevens import PATH as SEARCH_DATA


@dataclass(frozen=True, slots=True)
class Needs:
    """What the browser fetches for a page, from the folder of assets, in this order; data from the root."""

    styles: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()
    libraries: tuple[str, ...] = ()
    data: tuple[str, ...] = ()


EVERY_PAGE = Needs(("stijl.css", "onderdelen.css"), ("kop.js", "nu.js"))
# By the names in `Page.assets`.
NEEDS = {
    "kaart": Needs(
        ("npm/leaflet.css", "npm/MarkerCluster.css", "kaart.css"),
        ("kaart.js",),
        ("npm/leaflet.js", "npm/leaflet.markercluster.js"),
    ),
    "lijn": Needs(("lijn.css",)),
    "dorpen": Needs(("dorpen.css",), ("dorpen.js",)),
    "vrijwilligers": Needs((), ("vrijwilligers.js",)),
    "beginnen": Needs((), ("beginnen.js",)),
    "redactie": Needs(("redactie.css",)),
    "overzicht": Needs(("overzicht.css",)),
    "agenda": Needs(("agenda.css",), ("agenda.js",)),
    "meedoen": Needs(("meedoen.css",), ("meedoen/meedoen.js",), data=(FORM_DATA,)),
    "verwijsblad": Needs(("verwijsblad.css",), ("verwijzen/blad.js",)),
    "verwijzen": Needs(("zoeken.css", "verwijzen.css"), ("verwijzen/tabel.js",)),
    "zoeken": Needs(("zoeken.css",), ("zoeken/zoeken.js",), data=(SEARCH_DATA,)),
}
PRINT = "druk.css"  # last, so that it wins
# Pages with the large search box: a second one in the header would only be in the way.
_OWN_SEARCH = ("home.html", "kern.html", "verwijzen.html", "zoeken.html")


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
        self._made: dict[tuple[str, str, bool], dict[str, Markup]] = {}
        self._in_menu: frozenset[str] | None = None

    def context(self, page: Page | None, url: str, menu: Iterable[Any], site_name: str) -> dict[str, Any]:
        """For a page at `url` (as the generator writes it: "velp/", "over/", "velp/index.html")."""
        return self.around(page, "../" * url.count("/") or "./", url, menu, site_name)

    def not_found(self, base_url: str, menu: Iterable[Any], site_name: str) -> dict[str, Any]:
        """For the page that is shown at any address, so with addresses from the root."""
        root = base_url.rstrip("/") + "/"
        template = self.renderer.environment.get_template("niet_gevonden.html")
        return {
            **self.around(None, root, "", menu, site_name),
            "not_found": Markup(template.render(**self.renderer.tools(root))),
        }

    def around(
        self, page: Page | None, root: str, url: str, menu: Iterable[Any], site_name: str
    ) -> dict[str, Any]:
        """For a page that names everything from `root`."""
        search = not has_own_search(page)
        # Pages that are not in the menu, nearly all, share a header and a footer.
        key = (root, url if url in self._addresses(menu) else "", search)
        if key not in self._made:
            top = [_item(item, root, url) for item in menu]
            self._made[key] = {
                "header": self._header(root, top, site_name, search=search),
                "footer": self._footer(top),
            }
        return {
            "ours": page is not None,
            "indexed": page is None or page.indexed,
            **needs_of(page, root),
            **self._made[key],
        }

    def _addresses(self, menu: Iterable[Any]) -> frozenset[str]:
        """The pages that the menu of this build names."""
        if self._in_menu is None:
            self._in_menu = frozenset(_urls(menu))
        return self._in_menu

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


def _urls(items: Iterable[Any]) -> Iterator[str]:
    for item in items:
        if (url := getattr(item, "url", None)) is not None:
            yield url
        yield from _urls(getattr(item, "children", None) or ())


def has_own_search(page: Page | None) -> bool:
    return page is not None and page.template in _OWN_SEARCH


def needs_of(page: Page | None, root: str) -> dict[str, list[str]]:
    """The addresses of what the browser fetches for a page."""
    needs = [EVERY_PAGE, *(NEEDS[name] for name in sorted(page.assets if page else ()))]
    styles = [name for need in needs for name in need.styles]
    modules = tuple(name for need in needs for name in need.modules)
    return {
        "styles": [root + ASSETS + name for name in (*styles, PRINT)],
        "libraries": [root + ASSETS + name for need in needs for name in need.libraries],
        "modules": [root + ASSETS + name for name in modules],
        "imported": [root + ASSETS + name for name in come_along(modules)],
        "data": [root + name for need in needs for name in need.data],
    }


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
