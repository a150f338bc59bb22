"""Nominatim of OpenStreetMap, through geopy's own geocoder: for where PDOK has no answer."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from geopy.exc import GeocoderParseError, GeopyError
from geopy.geocoders import Nominatim as GeopyNominatim
from geopy.location import Location

from ..format.waarden import Punt
from .address import Address
from .answer import Candidate, clean
from .web import Adapter

HOST = "https://nominatim.openstreetmap.org"
_TOWNS = ("city", "town", "village", "hamlet", "suburb", "municipality")
_ROWS = 10


class Nominatim:
    """The service as this program asks it. Its rules allow one request a second."""

    name = "nominatim"
    per_second = 1.0

    def __init__(self, url: str, user_agent: str, timeout: float) -> None:
        parts = urlsplit(url or HOST)
        self._geocoder = GeopyNominatim(
            scheme=parts.scheme, domain=parts.netloc + parts.path.rstrip("/"), timeout=timeout,
            user_agent=user_agent, adapter_factory=Adapter,
        )  # fmt: skip

    def find(self, asked: Address) -> list[Candidate]:
        street = f"{asked.huisnummer} {asked.straat}".strip()
        parts = {"street": street, "postalcode": asked.postcode, "city": asked.plaats}
        query = {name: text for name, text in parts.items() if text}
        try:
            found = self._geocoder.geocode(
                query, exactly_one=False, limit=_ROWS, addressdetails=True, country_codes="nl"
            )
            return [_candidate(location) for location in found or []]
        except GeopyError:
            raise
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            raise GeocoderParseError(
                "De dienst gaf een antwoord in een andere vorm dan afgesproken."
            ) from error


def _candidate(location: Location) -> Candidate:
    raw: dict[str, Any] = location.raw
    parts = {name: clean(value) for name, value in raw.get("address", {}).items()}
    kind, number = clean(raw.get("osm_type")), clean(raw.get("osm_id"))
    return Candidate(
        straat=parts.get("road", ""),
        huisnummer=parts.get("house_number", ""),
        postcode="".join(parts.get("postcode", "").split()),
        plaatsen=tuple(parts[name] for name in _TOWNS if name in parts),
        gebied=parts.get("municipality") or parts.get("state", ""),
        punt=Punt(location.latitude, location.longitude),
        naam=clean(raw.get("display_name")),
        id=f"{kind}/{number}" if kind and number else "",
    )
