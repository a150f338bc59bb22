"""From pins to the HTML of a map: the only module that knows folium.

Folium holds what a map is (where it looks, how close, which tiles) but writes neither script nor markers:
the pins go along as data, and `browser/kaart.js` draws them. That keeps a thousand pins small, keeps names
out of code, and makes the same input the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any

import folium
import jinja2
import xyzservices.providers
from folium.utilities import camelize
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

TEGELS = ("direct", "click", "none")


@dataclass(frozen=True, slots=True)
class Pin:
    """One place on a map; what it says is also on the page as text."""

    id: str  # unique on its map
    naam: str
    url: str  # of its page, relative to the page that the map is on
    lat: float
    lon: float
    cirkel: str  # rood | oranje | geel | groen | blauw, or "kern" for a whole kern
    regel: str = ""  # second line, as "Dorpshuis · Voorbeeldstraat 12"
    gebied: bool = False  # only the street is known: a circle around it, not a pin


def kaart_html(
    pins: Sequence[Pin],
    *,
    middelpunt: tuple[float, float],
    tegels: str,
    label: str,
    zoom: int = 15,
    id: str = "kaart",
) -> Markup:
    """A map that shows all pins, at most as close as `zoom`; without pins it looks at `middelpunt`.

    `tegels` says when the browser may fetch tiles from outside: `direct`, after a `click`, or never (`none`).
    The element stays hidden until the script has made a map of it. `id` is unique on its page.
    """
    if tegels not in TEGELS:
        raise ValueError(f"tegels must be one of {', '.join(TEGELS)}, not {tegels!r}")
    kaart = _kaart(middelpunt, zoom, tegels)
    return Markup(kaart.render(pins=pins, grenzen=_grenzen(pins), label=label, id=id))


class _Kaart(folium.Map):
    # Folium's own come from four addresses elsewhere; the site brings Leaflet itself.
    default_js: list[tuple[str, str]] = []  # noqa: RUF012
    default_css: list[tuple[str, str]] = []  # noqa: RUF012

    _template = jinja2.Environment(autoescape=True, trim_blocks=True).from_string(
        """\
<div class="kaart" id="{{ id }}" data-kaart data-punten="{{ pins|length }}" role="region" \
aria-label="{{ label }}" hidden>
<script type="application/json">{{ data }}</script>
<div class="kaart-vlak"></div>
{% if tegels == "click" %}
<div class="kaart-vraag">
<button type="button">Kaart tonen</button>
<p>De straten en huizen komen van PDOK (Kadaster). PDOK ziet dan uw IP-adres.</p>
</div>
{% endif %}
</div>
"""
    )

    def __init__(self, middelpunt: tuple[float, float], zoom: int, tegels: str) -> None:
        provider = xyzservices.providers.nlmaps.grijs
        super().__init__(
            location=middelpunt,
            zoom_start=zoom,
            tiles=None,
            zoom_control=False,
            minZoom=provider.min_zoom,  # so spelled: folium keeps min_zoom for a layer that it makes itself
            maxZoom=provider.max_zoom,
        )
        self.tegels = tegels
        # In words: the provider's own attribution links to an address elsewhere.
        bron = provider.attribution.replace("(C)", "©")
        self.laag = None if tegels == "none" else folium.TileLayer(provider, attr=bron)

    def render(self, **kwargs: Any) -> str:
        """Our own template only: folium's would also hang scripts on a page of its own making."""
        data = self._data(kwargs["pins"], kwargs["grenzen"])
        return self._template.render(data=data, tegels=self.tegels, **kwargs)

    def _data(self, pins: Sequence[Pin], grenzen: list[list[float]] | None) -> Markup:
        return htmlsafe_json_dumps(
            {
                "middelpunt": self.location,
                "grenzen": grenzen,
                "opties": _leaflet(self.options),
                "tegels": self.tegels,
                "laag": self.laag and {"adres": self.laag.tiles, "opties": _leaflet(self.laag.options)},
                "pins": [asdict(pin) for pin in pins],
            },
            ensure_ascii=False,
            separators=(",", ":"),
        )


@lru_cache(maxsize=64)
def _kaart(middelpunt: tuple[float, float], zoom: int, tegels: str) -> _Kaart:
    """The map without its pins: making one costs more than all the rest, and a kern has one middelpunt."""
    return _Kaart(middelpunt, zoom, tegels)


def _leaflet(options: dict[str, Any]) -> dict[str, Any]:
    return {camelize(name): value for name, value in options.items()}


def _grenzen(pins: Sequence[Pin]) -> list[list[float]] | None:
    """South-west and north-east of all pins."""
    if not pins:
        return None
    lats = [pin.lat for pin in pins]
    lons = [pin.lon for pin in pins]
    return [[min(lats), min(lons)], [max(lats), max(lons)]]
