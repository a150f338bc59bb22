"""Nominatim as the second service, in the shape of its answers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from geopy.exc import GeopyError

from locatieserver import Locatieserver, Reply, refuse, running, text
from sociale_kaart.format.waarden import Punt
from sociale_kaart.geocoding.address import address
from sociale_kaart.geocoding.answer import Candidate
from sociale_kaart.geocoding.asking import sentence
from sociale_kaart.geocoding.decision import Area, decide
from sociale_kaart.geocoding.nominatim import Nominatim

ASKED = address("Voorbeeldstraat", "12a", "6881 AB", "Velp")
FOUND: dict[str, Any] = {
    "place_id": 1, "osm_type": "node", "osm_id": 42, "lat": "51.9951234", "lon": "5.9738751", "class": "place",
    "type": "house", "display_name": "12A, Voorbeeldstraat, Velp, Rheden, Gelderland, 6881AB, Nederland",
    "address": {
        "house_number": "12A", "road": "Voorbeeldstraat", "village": "Velp", "municipality": "Rheden",
        "state": "Gelderland", "postcode": "6881AB", "country": "Nederland",
    },
}  # fmt: skip


class OpenStreetMap(Locatieserver):
    """Gives its replies; it keeps the questions as they were asked."""

    def __init__(self) -> None:
        super().__init__()
        self.questions: list[dict[str, list[str]]] = []

    def reply_to(self, handler: BaseHTTPRequestHandler) -> Reply:
        parts = urlsplit(handler.path)
        self.questions.append(parse_qs(parts.query))
        return self.replies.pop(0) if parts.path == "/search" else refuse(404)


@pytest.fixture
def osm() -> Iterator[OpenStreetMap]:
    server = OpenStreetMap()
    with running(server):
        yield server


def find(osm: OpenStreetMap, reply: Reply) -> list[Candidate]:
    osm.replies.append(reply)
    return Nominatim(osm.url, "sociale-kaart/0 (test)", 2.0).find(ASKED)


def test_an_address_is_asked_in_parts_and_found(osm: OpenStreetMap) -> None:
    (found,) = find(osm, text(json.dumps([FOUND])))
    assert found.punt == Punt(51.9951234, 5.9738751)
    assert (found.address.key, found.id) == ("Voorbeeldstraat 12A, 6881AB Velp", "node/42")
    assert decide(ASKED, [found], Area("Rheden", (Punt(51.965, 5.92), Punt(52.1, 6.16)))).found
    (question,) = osm.questions
    assert question["street"] == ["12A Voorbeeldstraat"]
    assert (question["postalcode"], question["city"], question["countrycodes"]) == (
        ["6881AB"],
        ["Velp"],
        ["nl"],
    )


def test_nothing_is_found(osm: OpenStreetMap) -> None:
    assert find(osm, text("[]")) == []


@pytest.mark.parametrize(
    "body",
    ['["Velp"]', '[{"lat": "hier", "lon": "daar"}]', '[{"lat": "200", "lon": "5"}]', "[{}]", '"Velp"', "7"],
)
def test_an_answer_of_another_shape(osm: OpenStreetMap, body: str) -> None:
    with pytest.raises(GeopyError) as caught:
        find(osm, text(body))
    assert sentence(caught.value) == "De dienst gaf een antwoord in een andere vorm dan afgesproken."


def test_a_service_that_is_busy(osm: OpenStreetMap) -> None:
    with pytest.raises(GeopyError) as caught:
        find(osm, refuse(429, Retry_After="120"))
    assert sentence(caught.value) == "De dienst vindt dat we te veel vragen. Probeer het over 2 minuten weer."


def test_a_service_that_sends_us_away(osm: OpenStreetMap, tmp_path: Path) -> None:
    with pytest.raises(GeopyError) as caught:
        find(osm, refuse(302, Location=tmp_path.as_uri()))
    assert sentence(caught.value).startswith("De dienst verwijst naar een ander adres.")
