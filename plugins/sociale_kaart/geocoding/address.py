"""An address as it is looked up: its parts in one spelling, its key in the lock, and when two parts are equal."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Kind = Literal["adres", "weg", "postcode"]

# 12a | 12 a 2 | 12-2 | 12 bis: a lone letter right behind the number is its letter, the rest its addition.
_NUMBER = re.compile(r"(\d+)(?: ?([A-Z])(?![A-Z]))?((?:[ -]?[A-Z0-9]+)*)")
# What people shorten, as whole words and as ends of words.
_WORDS = {
    "burg": "burgemeester", "dr": "doctor", "ds": "dominee", "gen": "generaal", "ir": "ingenieur",
    "mr": "meester", "prof": "professor", "st": "sint", "v": "van", "vd": "van de",
}  # fmt: skip
_ENDINGS = (("str", "straat"), ("pln", "plein"), ("ln", "laan"), ("wg", "weg"))


@dataclass(frozen=True, slots=True)
class Address:
    """What is asked of a service. A part that is not known is empty."""

    straat: str = ""
    huisnummer: str = ""
    postcode: str = ""
    plaats: str = ""

    @property
    def kind(self) -> Kind:
        """What would answer it: a house, a piece of street with one postcode, or a street."""
        return "adres" if self.huisnummer else "postcode" if self.postcode else "weg"

    @property
    def key(self) -> str:
        """As in the lock: `Voorbeeldstraat 12A, 6881AB Velp`."""
        street = f"{self.straat} {self.huisnummer}".strip()
        town = f"{self.postcode} {self.plaats}".strip()
        return ", ".join(part for part in (street, town) if part)


def address(straat: str, huisnummer: str, postcode: str, plaats: str) -> Address:
    """The parts as somebody wrote them, in one spelling."""
    straat, plaats = (" ".join(unicodedata.normalize("NFC", text).split()) for text in (straat, plaats))
    return Address(straat, one_number(huisnummer), "".join(postcode.split()).upper(), plaats)


def same_key(key: str) -> str:
    """What two keys of one address have in common: they are compared without case."""
    return " ".join(unicodedata.normalize("NFC", key).casefold().split())


def one_number(written: str) -> str:
    """A house number as the Dutch register writes it: "12 a" is 12A, "12 bis" 12-BIS, "12a2" 12A-2."""
    found = _NUMBER.fullmatch(" ".join(written.upper().split()))
    if found is None:
        return " ".join(written.upper().split())
    number, letter, addition = found[1], found[2] or "", re.sub("[ -]", "", found[3])
    return f"{number}{letter}-{addition}" if addition else number + letter


def digits(number: str) -> str:
    """The number without letter and addition."""
    found = re.match(r"\d+", number)
    return found[0] if found else ""


def same_door(one: str, other: str) -> bool:
    """Whether two house numbers are one door, also if one calls a letter what the other calls an addition."""
    first, second = one_number(one), one_number(other)
    rests = [number.removeprefix(digits(number)).replace("-", "") for number in (first, second)]
    return bool(digits(first)) and digits(first) == digits(second) and rests[0] == rests[1]


def same_postcode(one: str, other: str) -> bool:
    return "".join(one.split()).upper() == "".join(other.split()).upper()


def same_name(one: str, other: str) -> bool:
    """Whether two towns have one name, but for case, accents and hyphens."""
    return _folded(one) == _folded(other)


def same_street(one: str, other: str) -> bool:
    """The same, and "Burg. Bloemstr." is "Burgemeester Bloemstraat"."""
    return _street(one) == _street(other)


def alike(one: str, other: str) -> bool:
    """Whether one street is probably the other, with a slip of the pen."""
    first, second = _street(one), _street(other)
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= 0.8


def written_postcode(postcode: str) -> str:
    """As people write it: 6881 AB."""
    return f"{postcode[:4]} {postcode[4:]}".strip()


def _folded(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return " ".join(re.findall(r"[a-z0-9]+", bare.replace("'", "")))


def _street(text: str) -> str:
    words = [_WORDS.get(word, word) for word in _folded(text).split()]
    for short, whole in _ENDINGS:
        if words and words[-1].endswith(short):
            words[-1] = words[-1].removesuffix(short) + whole
    return " ".join(words)
