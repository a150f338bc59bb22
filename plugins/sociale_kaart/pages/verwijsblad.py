"""What a sheet for one client tells of the initiatives: a file a kern, fetched only for a sheet."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import segno

from ..format.initiatief import Initiatief
from ..format.onderdelen import Adres, Verwijzen
from ..kaart import SocialeKaart
from .antwoorden import adres_regel, antwoorden, wanneer_kort
from .tekst import hoofdletter, lang, zonder_schema
from .verwijzen import Bereik, reach

FOLDER = "data/verwijsblad/"
_ROUTE = ("dichtbij-bushalte", "parkeren")
_MASK = 3  # any will do; to weigh all eight takes fifteen times as long


def files(
    kaart: SocialeKaart, keren: Callable[[Initiatief], str], address: Callable[[str], str]
) -> Iterator[tuple[str, str]]:
    """path → content for each kern, by id. Without an address on the web there is no code to scan."""
    sheets: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    for one in kaart.initiatieven.values():
        sheets[one.kern][one.id] = {**sheet(kaart, one), "keren": keren(one), **_page(address(one.id))}
    for kern, those in sheets.items():
        yield f"{FOLDER}{kern}.json", json.dumps(those, ensure_ascii=False, separators=(",", ":")) + "\n"


def sheet(kaart: SocialeKaart, one: Initiatief) -> dict[str, Any]:
    """The large number, when it is, and the other answers as [question, answer, [smaller lines]]."""
    found = reach(kaart, one)
    return {
        "naam": one.naam,
        "kort": one.kort,
        "voorbeeld": one.voorbeeld,
        "dicht": _closed(one),
        "telefoon": [found.telefoon.tekst, found.telefoon.nummer] if found.telefoon else [],
        "wie": _who(one, found),
        "ook": _also(one, found),
        "wanneer": [hoofdletter(line) for line in wanneer_kort(one)],
        "regels": list(_rows(kaart, one)),
    }


def _closed(one: Initiatief) -> str:
    if one.status != "tijdelijk-gesloten":
        return ""
    return f"Tijdelijk gesloten, tot {lang(one.gesloten_tot)}." if one.gesloten_tot else "Tijdelijk gesloten."


def _who(one: Initiatief, found: Bereik) -> str:
    """Whom one speaks to, and when that is possible."""
    if found.via:
        return f"U spreekt met {found.via}" if found.telefoon else f"Vraag het aan {found.via}"
    contact = one.contact
    return (
        hoofdletter(", ".join(part for part in (contact.wie, contact.bereikbaar) if part)) if contact else ""
    )


def _also(one: Initiatief, found: Bereik) -> list[str]:
    """Other ways, as text to type over."""
    contact = one.contact
    own = (
        [
            *(one.tekst for one in contact.telefoon[1:]),
            *([f"WhatsApp {contact.whatsapp.tekst}"] if contact.whatsapp else []),
            *contact.email,
            *map(zonder_schema, contact.website),
        ]
        if contact
        else []
    )
    return own or [text for text in (found.email, zonder_schema(found.website)) if text]


def _rows(kaart: SocialeKaart, one: Initiatief) -> Iterator[tuple[str, str, list[str]]]:
    told, adres = one.verwijzen or Verwijzen(), kaart.adres(one)
    line = adres_regel(kaart, one, adres) if adres else ""
    for answer in antwoorden(kaart, one):
        if answer.vraag == "Waar" and adres and adres.postcode:
            full = [
                _with_postcode(adres, text) if text == line else text
                for text in (answer.antwoord, *answer.klein)
            ]
            yield answer.vraag, full[0], full[1:]
        elif answer.vraag != "Voor wie":  # whoever gives the sheet has seen to that
            yield answer.vraag, answer.antwoord, list(answer.klein)
    access = (kaart.gebouw(one) or one).toegankelijkheid
    route = [kaart.begrippen["toegankelijkheid"][id].label for id in _ROUTE if id in access]
    if travel := [hoofdletter(text) for text in (told.vervoer, *route) if text]:
        yield "Er komen", travel[0], travel[1:]
    if calls := [hoofdletter(text) for text in (told.wie_belt, told.hoe) if text]:
        yield "Wie belt", calls[0], calls[1:]


def _with_postcode(adres: Adres, line: str) -> str:
    """ "Voorbeeldstraat 12a, 6881 AB Velp"."""
    street, comma, place = line.rpartition(", ")
    return f"{street}{comma}{adres.postcode} {place}"


def _page(address: str) -> dict[str, Any]:
    """Its page on the web, as text and as a code to scan; nothing when nobody knows where the site will stand."""
    if not address:
        return {"adres": "", "code": []}
    return {"adres": zonder_schema(address), "code": qr(address)}


@cache
def qr(address: str) -> tuple[int, str]:
    """The code as modules a side and an SVG path of its dark ones."""
    code = segno.make_qr(address, error="m", boost_error=False, mask=_MASK)
    lines = (_line(y, row) for y, row in enumerate(code.matrix))
    return len(code.matrix), "".join(lines)


def _line(y: int, row: bytes | bytearray) -> str:
    """Runs of dark modules: "M4 0h3v1h-3z"."""
    path, x = "", 0
    while (x := row.find(1, x)) >= 0:
        end = row.find(0, x)
        end = len(row) if end < 0 else end
        path += f"M{x} {y}h{end - x}v1h-{end - x}z"
        x = end
    return path
