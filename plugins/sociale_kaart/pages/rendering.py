"""Pages to HTML: our own Jinja environment, with autoescape, and what templates may ask of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

import jinja2
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from ..format.initiatief import Initiatief
from ..format.tijden import klok
from ..kaart import SocialeKaart
from . import antwoorden, keren
from .maps import kaart_html
from .page import Page
from .site import kern_pins, pins
from .tekst import FILTERS


@dataclass(frozen=True)
class Look:
    """How the site is to be made: where tiles come from and how addresses end."""

    tegels: str = "direct"
    directory_urls: bool = True


class Renderer:
    """Renders the pages of one `SocialeKaart`. A card that stands on many pages is made once a depth."""

    def __init__(self, kaart: SocialeKaart, look: Look) -> None:
        self.kaart = kaart
        self.look = look
        self._cards: dict[tuple[str, str], Markup] = {}
        self._keren: dict[str, str] = {}

    @cached_property
    def environment(self) -> jinja2.Environment:
        environment = jinja2.Environment(
            loader=jinja2.PackageLoader("sociale_kaart.pages", "templates"),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=jinja2.StrictUndefined,
            auto_reload=False,  # one build, one renderer: no look at the disk for each include
        )
        environment.filters.update(FILTERS)
        environment.globals.update(
            kaart=self.kaart,
            gemeente=self.kaart.gemeente,
            vandaag=self.kaart.vandaag,
            loket_van=lambda kern_id: antwoorden.loket_van(self.kaart, kern_id),
            antwoorden=lambda one: antwoorden.antwoorden(self.kaart, one),
            wanneer=antwoorden.wanneer,
            wanneer_kort=antwoorden.wanneer_kort,
            bellen=lambda one: antwoorden.bellen(self.kaart, one),
            keren=self.keren,
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
            "kaartje": lambda one, here="": self.card(one, root, here),
            "plattegrond": lambda those, label, zoom=15, id="kaart": self.map(those, root, label, zoom, id),
            "kernenkaart": lambda label: self.kernen_map(root, label),
            "zoekkaart": self.empty_map,
            "week_van": lambda those, only_in="": self.week(those, root, only_in),
        }

    def address(self, root: str, path: str) -> str:
        """The address of a generated page as seen from a page at `root`."""
        end = "" if self.look.directory_urls else "index.html"
        return f"{root}{path}/{end}" if path else (root + end)

    def keren(self, initiatief: Initiatief) -> str:
        if initiatief.id not in self._keren:
            found = keren.occurrences(self.kaart, initiatief)
            self._keren[initiatief.id] = keren.encode(self.kaart.vandaag, found)
        return self._keren[initiatief.id]

    def card(self, initiatief: Initiatief, root: str, here: str = "") -> Markup:
        """The one card of an initiative; `here` is the kern on whose page it stands."""
        elsewhere = here != "" and initiatief.kern != here
        key = (initiatief.id, f"{root}{elsewhere}")
        if key not in self._cards:
            template = self.environment.get_template("kaartje.html")
            self._cards[key] = Markup(
                template.render(initiatief=initiatief, elders=elsewhere, **self.tools(root)).strip()
            )
        return self._cards[key]

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
