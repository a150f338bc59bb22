"""What a service answers, in the same shape for every service; and what a service has to be able to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from ..format.waarden import Punt
from .address import Address

_LONGEST = 300  # characters


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing that a service found. What the service does not say is empty.

    `plaatsen` are the names for the town, the first is the one to show: OpenStreetMap has several.
    """

    straat: str = ""
    straat_kort: str = ""
    huisnummer: str = ""
    postcode: str = ""
    plaatsen: tuple[str, ...] = ()
    gebied: str = ""  # a municipality or province, when there is nothing more precise
    punt: Punt | None = None
    naam: str = ""  # what the service itself calls it
    id: str = ""

    @property
    def plaats(self) -> str:
        return self.plaatsen[0] if self.plaatsen else ""

    @property
    def label(self) -> str:
        """What people see of it."""
        return self.naam or self.address.key or self.gebied or "iets zonder naam"

    @property
    def address(self) -> Address:
        return Address(self.straat, self.huisnummer, self.postcode, self.plaats)


def clean(value: object) -> str:
    """A text of a service on one line, without signs that nobody can see; empty when it is no text."""
    if not isinstance(value, str | int) or isinstance(value, bool):
        return ""
    return " ".join("".join(sign for sign in str(value) if sign.isprintable())[:_LONGEST].split())


class Provider(Protocol):
    """A service that knows addresses."""

    name: str
    per_second: float  # how many requests it allows

    def __init__(self, url: str, user_agent: str, timeout: float) -> None:
        """`url` is the site's own `geocoder_url`; empty: the service's own address."""

    def find(self, asked: Address) -> list[Candidate]:
        """One request. Raises a `GeopyError` when there is no answer that can be read."""
