"""Street, number, postcode and town, however they were divided over cells."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, fields, replace

from ..format.problems import Onbegrepen
from ..format.waarden import read_huisnummer
from .cells import one_line

_POSTCODE = re.compile(r"\b([1-9]\d{3})\s?((?!SA|SD|SS)[A-Z]{2})\b(?![.'-])", re.IGNORECASE)
# A street can begin with a number (1e Wereldlaan) or end in one (Plein 1944): the number of the house is the last.
_NUMBER = r"\d{1,5}(?:\s?[a-zA-Z](?![a-zA-Z]))?(?:\s?-\s?[a-zA-Z0-9]{1,4}|\s(?:bis|hs|[IVX]{1,4}))?"
_STREET = re.compile(
    rf"(?P<straat>(?!plein\s\d{{4}}$).*[^\W\d][.')]?|.*\s\d{{4}})\s*?[\s,]\s*(?:nr\.?\s?)?(?P<huisnummer>{_NUMBER})",
    re.IGNORECASE,
)
_STREET_ENDS = r"(?:straat|str|weg|laan|ln|plein|pad|dijk|hof|plantsoen|singel|kade|steeg|allee)"
_ROOM = r"(?:zaal|lokaal|ruimte|kamer|etage|verdieping|unit|hal|gebouw|ingang)\b"
_ON_REQUEST = re.compile(
    r"(?:adres )?(?:op aanvraag|geheim|geheim adres|niet openbaar|vertrouwelijk)\.?", re.IGNORECASE
)
_PROVINCE = re.compile(r"\s*[,(]?\s*\b(?:gld|gelderland|nederland|nl)\b\.?\)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Parts:
    """What could be told apart; `rest` is what could not."""

    locatie: str = ""
    straat: str = ""
    huisnummer: str = ""
    postcode: str = ""
    plaats: str = ""
    rest: str = ""

    def joined(self, other: Parts) -> Parts:
        """The parts of two cells; what both of them say differently is left over."""
        mine = {name.name: getattr(self, name.name) for name in fields(self)}
        rest = [self.rest, other.rest]
        for name in ("locatie", "straat", "huisnummer", "postcode", "plaats"):
            theirs = getattr(other, name)
            if mine[name] and theirs and mine[name].casefold() != theirs.casefold():
                rest.append(theirs)
            mine[name] = mine[name] or theirs
        return Parts(**mine | {"rest": ", ".join(part for part in rest if part)})


def on_request(text: str) -> bool:
    return bool(_ON_REQUEST.fullmatch(text.strip()))


def read_address(text: str, towns: Collection[str]) -> Parts:
    """A whole address in one cell: `De Poort, Hoofdstraat 12a, 6881ab Velp`. `towns`: names that are known."""
    text = re.sub(r"\s*\n\s*", ", ", text.strip())
    if re.search(r"\bpostbus\b|\bantwoordnummer\b", text, re.IGNORECASE):
        return Parts(rest=text)
    found = _POSTCODE.search(text)
    if found:
        before, after = text[: found.start()].strip(" ,;-"), text[found.end() :].strip(" ,;-")
        parts = _before(before, ())
        return replace(
            parts, postcode=f"{found[1]} {found[2].upper()}", plaats=parts.plaats or read_town(after)
        )
    return _before(text, towns)


def _before(text: str, towns: Collection[str]) -> Parts:
    """What stands before a postcode, or all of it when there is none."""
    pieces = [piece.strip() for piece in re.split(r"[,;]|\s[-–]\s", text) if piece.strip()]
    known = {town.casefold() for town in towns}
    plaats = read_town(pieces.pop()) if len(pieces) > 1 and read_town(pieces[-1]).casefold() in known else ""
    if not plaats and pieces:
        pieces, plaats = _town_at_the_end(pieces, towns)
    place = _street_place(pieces)
    if place is None:
        return Parts(plaats=plaats, **_street_or_place(pieces))
    street = read_street(pieces[place])
    after = pieces[place + 1 :]
    rooms = [piece for piece in after if re.match(_ROOM, piece, re.IGNORECASE)]
    rest = ", ".join(part for part in (street.rest, *after) if part and part not in rooms)
    where = [*pieces[:place], *rooms, *([street.locatie] if street.locatie else [])]
    return replace(street, locatie=", ".join(where), plaats=plaats, rest=rest)


def _street_place(pieces: list[str]) -> int | None:
    """Which of the pieces is the street: by the end of its name, or else the last with a number."""
    numbered = [
        number
        for number, piece in enumerate(pieces)
        if re.search(r"[\w.')]\s+\d", piece) and not re.match(_ROOM, piece, re.IGNORECASE)
    ]
    named = [
        number for number in numbered if re.search(rf"{_STREET_ENDS}\b\.?\s", pieces[number], re.IGNORECASE)
    ]
    return next(iter(named or numbered[-1:]), None)


def _town_at_the_end(pieces: list[str], towns: Collection[str]) -> tuple[list[str], str]:
    """`Hoofdstraat 12 Velp`, with a town that is known."""
    for town in sorted(towns, key=len, reverse=True):
        found = re.fullmatch(rf"(.*\d\w?)\s+{re.escape(town)}", pieces[-1], re.IGNORECASE)
        if found:
            return [*pieces[:-1], found[1]], town
    return pieces, ""


def _street_or_place(pieces: list[str]) -> dict[str, str]:
    """Without a number: a street by how its name ends, otherwise what people call the place."""
    street = next((one for one in pieces if re.fullmatch(rf"[^\d]*{_STREET_ENDS}", one, re.IGNORECASE)), "")
    others = [piece for piece in pieces if piece != street]
    return {"straat": street, "locatie": ", ".join(others)} if street else {"locatie": ", ".join(others)}


def read_street(text: str) -> Parts:
    """A street, with the number of the house if it stands there too."""
    found = _STREET.fullmatch(one_line(text))
    number = read_number(found["huisnummer"]) if found else ""
    if found and number and not re.search(r"\d\w?\s*(?:en|of|&|\+|/|t/m|,)$", found["straat"]):
        return Parts(straat=found["straat"].strip(" ,"), huisnummer=number)
    room = re.fullmatch(rf"(.*\d.*?)[\s,]+({_ROOM}.*)", one_line(text), re.IGNORECASE)
    if room:
        return replace(read_street(room[1]), locatie=room[2])
    several = re.fullmatch(r"(\D*[^\d\s,])[\s,]+(\d+\s*(?:[-/&+,]|en\b|of\b|t/m).*)", one_line(text))
    return Parts(straat=several[1], rest=several[2]) if several else Parts(straat=one_line(text))


def read_number(text: str, addition: str = "") -> str:
    """A house number with what belongs to it, or nothing when it is not one."""
    number = one_line(text).strip(" .,")
    joined = f"{number} {addition}".strip() if addition[:1].isdigit() else f"{number}{addition}"
    joined = re.sub(r"\s?-\s?", "-", joined)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", joined):  # 12-2, of which a spreadsheet made a date
        return ""
    try:
        return str(read_huisnummer(joined))
    except Onbegrepen:
        return ""


def read_town(text: str) -> str:
    """The name of a town as on an envelope; without the province, and not in capitals only."""
    town = _PROVINCE.sub("", one_line(text)).strip(" ,.;-")
    if not re.fullmatch(r"['’]?[^\W\d][^\d@:/]{1,50}", town):
        return ""
    return town.title() if town.isupper() or town.islower() else town
