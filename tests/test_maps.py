"""Maps: the HTML that Python writes. What a visitor can do with it is in `test_kaart_js.py`."""

from __future__ import annotations

import re
import time

import pytest
from markupsafe import escape

from sociale_kaart.pages.maps import Pin, kaart_html

VELP = (51.995, 5.974)
VIJANDIG = """</script><img src=x onerror="document.title='stuk'">${1}'"""

RAADHUIS = Pin(
    id="velp/ons-raadhuis",
    naam="Ons Raadhuis",
    url="ons-raadhuis/",
    lat=51.9951,
    lon=5.9741,
    cirkel="groen",
    regel="Dorpshuis · Voorbeeldstraat 12",
)
ELDERS = Pin(id="velp/elders", naam="Elders", url="elders/", lat=51.999, lon=5.985, cirkel="geel")


def kaart(*pins: Pin, tegels: str = "direct") -> str:
    return str(kaart_html(pins, middelpunt=VELP, tegels=tegels, label="Kaart van Velp"))


def test_names_cannot_leave_the_data() -> None:
    pin = Pin("velp/x", VIJANDIG, "x/", *VELP, "geel")
    html = kaart_html([pin], middelpunt=VELP, tegels="none", label=VIJANDIG)

    assert "<img" not in html
    assert html.count("</script>") == 1
    assert str(escape(VIJANDIG)) in html  # the label, as text


def test_same_pins_same_bytes() -> None:
    assert kaart(RAADHUIS, ELDERS) == kaart(RAADHUIS, ELDERS)


def test_a_map_says_how_many_pins_it_has() -> None:
    assert 'data-punten="2"' in kaart(RAADHUIS, ELDERS)
    assert 'data-punten="0"' in kaart()


def test_without_javascript_nothing_shows() -> None:
    assert re.search(r"^<div [^>]* hidden>", kaart(RAADHUIS))


@pytest.mark.parametrize(
    ("tegels", "addresses"), [("direct", ["service.pdok.nl"]), ("click", ["service.pdok.nl"]), ("none", [])]
)
def test_only_tiles_come_from_elsewhere(tegels: str, addresses: list[str]) -> None:
    assert re.findall(r"//([^/]+)", kaart(RAADHUIS, tegels=tegels)) == addresses


def test_click_says_who_learns_your_address() -> None:
    html = kaart(RAADHUIS, tegels="click")

    assert "Kaart tonen</button>" in html
    assert "PDOK" in html and "IP-adres" in html


def test_a_wrong_choice_of_tiles_is_refused() -> None:
    with pytest.raises(ValueError, match="direct, click, none"):
        kaart(RAADHUIS, tegels="altijd")


def test_many_pins_and_many_maps_are_quick() -> None:
    pins = [Pin(f"velp/{n}", f"Plek {n}", f"{n}/", 52 + n / 1e4, 5.97, "geel") for n in range(1000)]

    start = time.perf_counter()
    html = kaart(*pins)
    for pin in pins:
        kaart(pin)

    assert html.count('"id":') == 1000
    assert html.count("<script") == 1
    assert time.perf_counter() - start < 2  # about 0.2 s; a folium map for every page would take far longer
