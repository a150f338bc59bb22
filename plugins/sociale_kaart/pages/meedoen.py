"""The page where people add something or change it, and the data that its form is made from.

The fields come from the schema of the format; here is only in which section of the form each stands.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..folders import FILE_NAMES
from ..format.schema import json_schema
from ..kaart import SocialeKaart
from ..nieuw import SCHEMA_NAME
from .page import Page

DATA = "data/formulier.json"
SOURCES = "data/bron/"


@dataclass(frozen=True, slots=True)
class Sectie:
    """A part of the form; `open` when it is so for something new."""

    id: str
    titel: str
    sleutels: tuple[str, ...]
    uitleg: str = ""
    open: bool = False


SECTIES = (
    Sectie("belangrijkste", "Het belangrijkste", ("naam", "soort", "kort"), open=True),
    Sectie("contact", "Contact", ("contact",), "Hoe komen mensen met u in contact? Eén manier is genoeg.", True),
    Sectie("waar", "Waar", ("adres", "plek", "waar", "werkgebied", "buurt"), "Een adres, of het gebouw waar het is. Wat u hier invult, is openbaar."),
    Sectie("wanneer", "Openingstijden", ("openingstijden",)),
    Sectie("activiteiten", "Activiteiten", ("activiteiten",)),
    Sectie("wat", "Meer vertellen", ("beschrijving", "themas", "steekwoorden")),
    Sectie("voor-wie", "Voor wie", ("doelgroepen", "leeftijd", "talen", "mantelzorg")),
    Sectie("kosten", "Kosten en meedoen", ("toegang", "toegankelijkheid")),
    Sectie("vrijwilligers", "Vrijwilligers", ("vrijwilligers", "zelf_bijdragen")),
    Sectie("verwijzen", "Voor wie verwijst", ("verwijzen",), "Voor huisartsen, wijkverpleging en andere beroepskrachten."),
    Sectie("achter", "Wie erachter zit", ("initiatief_van", "wie_helpt", "partners", "onderdeel_van", "vertrouwen", "begonnen")),
    Sectie("verder", "Wat erbij past", ("samen_met", "lichter", "zwaarder", "cirkel")),
    Sectie("foto", "Foto", ("foto", "foto_tekst")),
    Sectie("open-of-dicht", "Open, gesloten of gestopt", ("status", "reden", "gesloten_tot", "opvolger")),
    Sectie("beheer", "Nagekeken en toestemming", ("beheer", "voorbeeld")),
)  # fmt: skip
REST = "overig"


def pages(kaart: SocialeKaart) -> Iterator[Page]:
    description = f"Iets toevoegen aan de sociale kaart van {kaart.gemeente.naam}, of iets veranderen."
    yield Page("meedoen", "Iets toevoegen of veranderen", description, "meedoen.html", {
        "data": DATA, "bronnen": SOURCES,
    }, frozenset({"meedoen"}))  # fmt: skip


def form_data(kaart: SocialeKaart) -> str:
    """What the form is made from, as JSON: the schema in the order of the format, and what to choose from."""
    schema = json_schema("initiatief", kaart.begrippen)
    everything = sorted(
        (*kaart.initiatieven.values(), *kaart.gestopt.values()), key=lambda one: one.naam.casefold()
    )
    data = {
        "schema": schema,
        "secties": sections(list(schema["properties"])),
        "kernen": [{"id": kern.id, "naam": kern.naam} for kern in kaart.kernen.values()],
        "initiatieven": [{"id": one.id, "naam": one.naam, "gestopt": one.gestopt} for one in everything],
        "suggesties": {
            "werkgebied": ["alle", *(kern.id for kern in kaart.dorpen)],
            "buurt": [name for kern in kaart.dorpen for name in kern.buurten],
        },
        "kop": f"# yaml-language-server: $schema=../{SCHEMA_NAME}\n",
        "gereserveerd": sorted(FILE_NAMES),
        "redactie": kaart.gemeente.redactie.email if kaart.gemeente.redactie else "",
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def source_files(kaart: SocialeKaart, folder: Path) -> Iterator[tuple[str, str]]:
    """Of each kern the files as somebody wrote them, by id: the form changes those, comments and all.

    A file that names what is not published stays where it is.
    """
    published = {**kaart.initiatieven, **kaart.gestopt}
    texts: dict[str, dict[str, str]] = {one.kern: {} for one in published.values()}
    for one in published.values():
        if published.keys() >= {id for _, id in one.references}:
            texts[one.kern][one.id] = (folder / f"{one.id}.yml").read_bytes().decode("utf-8-sig")
    for kern, those in texts.items():
        yield f"{SOURCES}{kern}.json", json.dumps(those, ensure_ascii=False, separators=(",", ":")) + "\n"


def sections(keys: list[str]) -> list[dict[str, Any]]:
    """The sections with the keys that there are; a key without a place comes last."""
    placed = {key for section in SECTIES for key in section.sleutels}
    rest = Sectie(REST, "Overig", tuple(key for key in keys if key not in placed))
    return [
        {"id": one.id, "titel": one.titel, "uitleg": one.uitleg, "open": one.open, "sleutels": one.sleutels}
        for one in (*SECTIES, rest)
        if one.sleutels
    ]
