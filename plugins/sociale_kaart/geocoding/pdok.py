"""The PDOK Locatieserver of the Kadaster (version 3.1): the addresses of the Dutch register (BAG)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode, urlsplit

from geopy.exc import GeocoderParseError
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location

from ..format.waarden import Punt
from .address import Address
from .answer import Candidate, clean
from .asking import TIMEOUT
from .web import Adapter

HOST = "https://api.pdok.nl"
PATH = "/bzk/locatieserver/search/v3_1"
_FIELDS = (
    "id", "weergavenaam", "straatnaam", "straatnaam_verkort", "huis_nlt", "huisnummer", "huisletter",
    "huisnummertoevoeging", "postcode", "woonplaatsnaam", "gemeentenaam", "provincienaam", "centroide_ll",
)  # fmt: skip
_ROWS = 25
_POINT = re.compile(r"POINT ?\((-?\d+(?:\.\d+)?) (-?\d+(?:\.\d+)?)\)")


class PdokLocatieserver(Geocoder):  # type: ignore[misc]
    """The service as a geocoder of geopy. `base` ends before `/free`."""

    def __init__(
        self, *, base: str = HOST + PATH, user_agent: str, timeout: float = TIMEOUT,
        adapter_factory: Callable[..., Any] = Adapter,
    ) -> None:  # fmt: skip
        scheme = urlsplit(base).scheme
        super().__init__(
            scheme=scheme, timeout=timeout, user_agent=user_agent, adapter_factory=adapter_factory
        )
        self.api = f"{base.rstrip('/')}/free"

    def geocode(
        self, query: str, *, kind: str = "adres", exactly_one: bool = True, timeout: Any = DEFAULT_SENTINEL
    ) -> Any:
        """A `Location` (or a list of them) of one `kind` (adres, weg or postcode); None when there is none."""
        # Without a kind the service prefers streets and towns to addresses.
        parameters = {"q": query, "fq": f"type:{kind}", "fl": ",".join(_FIELDS), "rows": _ROWS}
        locations = self._call_geocoder(f"{self.api}?{urlencode(parameters)}", _locations, timeout=timeout)
        if exactly_one:
            return locations[0] if locations else None
        return locations or None


class Pdok:
    """The service as this program asks it."""

    name = "pdok"
    per_second = 2.0

    def __init__(self, url: str, user_agent: str, timeout: float) -> None:
        base = url or HOST
        # An address without a path is another host for the whole service.
        base = base if urlsplit(base).path.strip("/") else base.rstrip("/") + PATH
        self._geocoder = PdokLocatieserver(base=base, user_agent=user_agent, timeout=timeout)

    def find(self, asked: Address) -> list[Candidate]:
        # Without what its search would take for an operator.
        query = re.sub(r"[^\w\s',.’-]", " ", asked.key)
        found = self._geocoder.geocode(query, kind=asked.kind, exactly_one=False)
        return [_candidate(location) for location in found or []]


def _locations(answer: Any) -> list[Location]:
    response = answer.get("response") if isinstance(answer, dict) else None
    docs = response.get("docs") if isinstance(response, dict) else None
    if not isinstance(docs, list) or not all(isinstance(doc, dict) for doc in docs):
        raise GeocoderParseError("De dienst gaf een antwoord in een andere vorm dan afgesproken.")
    return [_location(doc) for doc in docs]


def _location(doc: dict[str, Any]) -> Location:
    punt = _punt(doc) or Punt(0.0, 0.0)  # geopy has no location without a point
    return Location(_text(doc, "weergavenaam"), (punt.lat, punt.lon), doc)


def _punt(doc: dict[str, Any]) -> Punt | None:
    found = _POINT.fullmatch(_text(doc, "centroide_ll"))
    punt = Punt(float(found[2]), float(found[1])) if found else None
    return punt if punt and -90 <= punt.lat <= 90 and -180 <= punt.lon <= 180 else None


def _candidate(location: Location) -> Candidate:
    doc = location.raw
    town = _text(doc, "woonplaatsnaam")
    return Candidate(
        straat=_text(doc, "straatnaam"),
        straat_kort=_text(doc, "straatnaam_verkort"),
        huisnummer=_number(doc),
        postcode=_text(doc, "postcode"),
        plaatsen=(town,) if town else (),
        gebied=_text(doc, "gemeentenaam") or _text(doc, "provincienaam"),
        punt=_punt(doc),
        naam=_text(doc, "weergavenaam"),
        id=_text(doc, "id"),
    )


def _number(doc: dict[str, Any]) -> str:
    """Letter and addition are in `huis_nlt`, or in fields of their own, or in both."""
    whole = _text(doc, "huis_nlt")
    if whole or not _text(doc, "huisnummer"):
        return whole
    letter, addition = _text(doc, "huisletter"), _text(doc, "huisnummertoevoeging")
    return f"{_text(doc, 'huisnummer')}{letter}" + (f"-{addition}" if addition else "")


def _text(doc: dict[str, Any], name: str) -> str:
    return clean(doc.get(name))
