"""Pages to HTML: our own Jinja environment, with autoescape, and what templates may ask of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

import jinja2
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup, escape

from ..agenda import Agenda, calendar_path
from ..forge import Forge
from ..format.gebied import Kern
from ..format.initiatief import Initiatief
from ..format.tijden import klok
from ..kaart import SocialeKaart
from ..lijn import Lijn
from . import agenda, antwoorden, cirkels, keren, lijn
from .compiled import compiled_templates
from .maps import kaart_html
from .page import Page
from .site import kern_pins, pins
from .tekst import FILTERS

_WAAROM = "\0"  # in a card that was made before: the place of the reason, which differs from page to page


@dataclass(frozen=True)
class Look:
    """How the site is to be made: where tiles come from, how addresses end, where its files can be changed."""

    tegels: str = "direct"
    directory_urls: bool = True
    forge: Forge | None = None
    site_url: str = ""


class Renderer:
    """Renders the pages of one `SocialeKaart`. A card that stands on many pages is made once a depth."""

    def __init__(self, kaart: SocialeKaart, look: Look) -> None:
        self.kaart = kaart
        self.look = look
        self._cards: dict[tuple[str, str], Markup] = {}
        self._keren: dict[str, str] = {}
        self._lines: dict[str, list[agenda.Regel]] = {}
        self.agenda = Agenda(kaart)

    @cached_property
    def lijn(self) -> Lijn:
        return Lijn(self.kaart)

    @cached_property
    def environment(self) -> jinja2.Environment:
        environment = jinja2.Environment(
            loader=jinja2.PackageLoader("sociale_kaart.pages", "templates"),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=jinja2.StrictUndefined,
            bytecode_cache=compiled_templates(),
            auto_reload=False,  # one build, one renderer: no look at the disk for each include
        )
        environment.filters.update(FILTERS)
        environment.globals.update(
            kaart=self.kaart,
            gemeente=self.kaart.gemeente,
            vandaag=self.kaart.vandaag,
            forge=self.look.forge,
            heeft_agenda=lambda one: one.id in self.agenda.momenten,
            agenda_bestand=calendar_path,
            abonnement=self.subscription,
            adres_van=self.full_address,
            loket_van=lambda kern_id: antwoorden.loket_van(self.kaart, kern_id),
            antwoorden=lambda one: antwoorden.antwoorden(self.kaart, one),
            wanneer=antwoorden.wanneer,
            wanneer_kort=antwoorden.wanneer_kort,
            bellen=lambda one: antwoorden.bellen(self.kaart, one),
            keren=self.keren,
            lijn=lambda one: lijn.blokken(self.kaart, self.lijn, one),
            cirkelnummer=lambda one: cirkels.nummer(self.kaart, one),
            cirkels_van=lambda kern_id: list(cirkels.kern_rings(self.kaart, kern_id)),
            eerste_datums=lambda activity: keren.first_dates(self.kaart, activity),
        )
        return environment

    def render(self, page: Page) -> str:
        """The page as a fragment of HTML, with addresses relative to where it stands."""
        root = "../" * page.depth or "./"
        template = self.environment.get_template(page.template)
        return template.render(page=page, **page.context, **self.tools(root))

    def tools(self, root: str) -> dict[str, Any]:
        """What a template on a page at `root` can call."""
        return {
            "wortel": root,
            "naar": lambda path: self.address(root, path),
            "kaartje": lambda one, here="", waarom="": self.card(one, root, here, waarom),
            "plattegrond": lambda those, label, zoom=15, id="kaart": self.map(those, root, label, zoom, id),
            "kernenkaart": lambda label: self.kernen_map(root, label),
            "zoekkaart": self.empty_map,
            "week_van": lambda those, only_in="": self.week(those, root, only_in),
            "agenda_dagen": lambda kern: agenda.days_of(self.kaart.vandaag, self.agenda_lines(kern, root)),
        }

    def address(self, root: str, path: str) -> str:
        """The address of a generated page as seen from a page at `root`."""
        end = "" if self.look.directory_urls else "index.html"
        return f"{root}{path}/{end}" if path else (root + end)

    def full_address(self, path: str) -> str:
        """The address of a generated page on the web; "" when the site does not know where it will stand."""
        return self.address(f"{self.look.site_url.rstrip('/')}/", path) if self.look.site_url else ""

    def subscription(self, id: str) -> str:
        """The address by which a calendar stays up to date in somebody's own; "" as above."""
        _, found, rest = self.look.site_url.rstrip("/").partition("://")
        return f"webcal://{rest}/{calendar_path(id)}" if found else ""

    def agenda_lines(self, kern: Kern | None, root: str) -> list[agenda.Regel]:
        """The lines in the agenda of `kern`, or of all; made once for its page and its file."""
        key = kern.id if kern else ""
        if key not in self._lines:
            line: Any = self.environment.get_template("agenda_regel.html").make_module(self.tools(root))
            self._lines[key] = agenda.lines_of(
                self.agenda, kern, lambda one: Markup(line.regel(**agenda.facts(self.agenda, one, kern)))
            )
        return self._lines[key]

    def agenda_files(self) -> Iterator[tuple[str, str]]:
        """Beside each agenda its later weeks."""
        yield f"agenda/{agenda.LATER}", agenda.later(self.agenda_lines(None, "../"))
        for kern in self.kaart.dorpen:
            yield f"{kern.id}/agenda/{agenda.LATER}", agenda.later(self.agenda_lines(kern, "../../"))

    def keren(self, initiatief: Initiatief) -> str:
        if initiatief.id not in self._keren:
            found = keren.occurrences(self.kaart, initiatief)
            self._keren[initiatief.id] = keren.encode(self.kaart.vandaag, found)
        return self._keren[initiatief.id]

    def card(self, initiatief: Initiatief, root: str, here: str = "", waarom: str = "") -> Markup:
        """The one card of an initiative; `here` is the kern on whose page it stands, `waarom` why it does."""
        elsewhere = here != "" and initiatief.kern != here
        key = (initiatief.id, f"{root}{elsewhere}{waarom != ''}")
        if key not in self._cards:
            template = self.environment.get_template("kaartje.html")
            what = {"initiatief": initiatief, "elders": elsewhere, "waarom": _WAAROM if waarom else ""}
            self._cards[key] = Markup(template.render(**what, **self.tools(root)).strip())
        card = self._cards[key]
        return Markup(card.replace(_WAAROM, escape(waarom))) if waarom else card

    def kernen_map(self, root: str, label: str) -> Markup:
        """The map of home: the kernen, not the places in them."""
        found = kern_pins(self.kaart, lambda path: self.address(root, path))
        if not found:
            return Markup()
        return kaart_html(
            found, middelpunt=(found[0].lat, found[0].lon), tegels=self.look.tegels, label=label
        )

    def empty_map(self, label: str) -> Markup:
        """A map that gets its pins in the browser: the finder's."""
        middle = next((kern.middelpunt for kern in self.kaart.dorpen if kern.middelpunt), None)
        point = (middle.lat, middle.lon) if middle else (52.1, 5.3)
        return kaart_html([], middelpunt=point, tegels=self.look.tegels, label=label)

    def map(self, those: list[Initiatief], root: str, label: str, zoom: int, id: str) -> Markup:
        found = pins(self.kaart, those, lambda id: self.address(root, id))
        middle = next(
            (
                self.kaart.kernen[one.kern].middelpunt
                for one in those
                if self.kaart.kernen[one.kern].middelpunt
            ),
            None,
        )
        point = (middle.lat, middle.lon) if middle else (52.1, 5.3)
        return (
            kaart_html(found, middelpunt=point, tegels=self.look.tegels, label=label, zoom=zoom, id=id)
            if found
            else Markup()
        )

    def week(self, those: Iterable[Initiatief], root: str, only_in: str = "") -> dict[str, Any]:
        """Seven days from today with what happens, and the same for 26 weeks as data for the browser."""
        rows = [
            (name, self.address(root, one.id), found)
            for one in those
            for name, found in keren.week_rows(self.kaart, one, only_in=only_in)
            if found
        ]
        days: dict[date, list[tuple[int, str, str, int | None]]] = {
            self.kaart.vandaag + timedelta(days=number): [] for number in range(7)
        }
        for name, url, found in rows:
            for keer in found:
                if keer.datum in days:
                    days[keer.datum].append((keer.begin or 0, name, url, keer.begin))
        data = [[name, url, keren.encode(self.kaart.vandaag, found)] for name, url, found in rows]
        return {
            "dagen": [(day, _day_list(found)) for day, found in days.items()],
            "leeg": not any(days.values()),
            "data": htmlsafe_json_dumps(data, ensure_ascii=False, separators=(",", ":")),
        }


def _day_list(found: list[tuple[int, str, str, int | None]]) -> list[tuple[str, str, str]]:
    """One day: (time as "10.00" or "", name, address), earliest first."""
    return [("" if begin is None else klok(begin), name, url) for _, name, url, begin in sorted(found)]
