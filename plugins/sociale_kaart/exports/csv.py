"""All initiatives as a table, one a row, in the form that a Dutch Excel opens by itself."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ..format.initiatief import Initiatief
from ..kaart import SocialeKaart, all_doelgroepen, all_themas
from .records import Source, plain, sentences

PATH = "data/initiatieven.csv"

# Column → what stands in it. The page about the open data tells the same.
COLUMNS = {
    "id": "Kern en bestandsnaam; blijft hetzelfde",
    "naam": "Hoe mensen het noemen",
    "kern": "Map van de kern",
    "soort": "Wat het is",
    "cirkel": "Cirkel in het model: oranje, geel, groen of blauw",
    "kort": "Wat het is, in één zin",
    "themas": "Onderwerpen, ook die van de activiteiten",
    "doelgroepen": "Voor wie, ook bij de activiteiten",
    "mantelzorg": "Waarmee het mantelzorgers helpt",
    "werkgebied": "Kernen waar het voor is",
    "wanneer": "Openingstijden en activiteiten, in zinnen",
    "kosten": "Wat het kost",
    "aanmelden": "ja, nee of tekst",
    "indicatie": "Is er een indicatie nodig: ja, nee of tekst",
    "verwijzing": "Is er een verwijzing nodig: ja, nee of tekst",
    "toegankelijkheid": "Wat er is voor wie slecht loopt, hoort of ziet",
    "talen": "Talen, met de code van twee letters",
    "telefoon": "Eén of meer nummers",
    "email": "Eén of meer adressen",
    "website": "Eén of meer adressen",
    "plek": "Gebouw waar het is, als dat ook op de kaart staat",
    "locatie": "Naam op de deur",
    "straat": "Van het adres, of dat van het gebouw",
    "huisnummer": "Zo precies als het is opgegeven",
    "postcode": "Zo precies als het is opgegeven",
    "plaats": "Woonplaats",
    "breedte": "Graden noord (WGS 84), met een punt",
    "lengte": "Graden oost (WGS 84), met een punt",
    "status": "actief of tijdelijk-gesloten",
    "gecontroleerd": "Dag waarop het is nagekeken",
    "url": "Pagina, gezien vanaf het begin van de site",
    "voorbeeld": "ja: dit is verzonnen",
}
_FORMULA = re.compile(r"^[\s\x00]*[=+\-@＝＋－＠]|^[\t\r\n]")


def export(source: Source) -> str:
    return table(COLUMNS, (_row(source.kaart, one) for one in source.kaart.initiatieven.values()))


def table(columns: Iterable[str], rows: Iterable[Sequence[object]]) -> str:
    """With a byte order mark and semicolons, as Excel in the Netherlands reads it."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([cell(value) for value in row] for row in rows)
    return f"\ufeff{text.getvalue()}"


def cell(value: object) -> str | int | float:
    """Text that a spreadsheet would take for a formula gets an apostrophe before it."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if value is None or isinstance(value, (int, float)):
        return "" if value is None else value
    text = ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
    return f"'{text}" if _FORMULA.match(text) else text


def _row(kaart: SocialeKaart, initiatief: Initiatief) -> list[object]:
    known = {**_written(initiatief), **dict(_derived(kaart, initiatief)), **dict(_place(kaart, initiatief))}
    return [known.get(name) for name in COLUMNS]


def _written(initiatief: Initiatief) -> dict[str, Any]:
    """What stands in its file, access and contact beside the rest."""
    blocks = (initiatief, initiatief.toegang, initiatief.contact)
    return {
        name: plain(getattr(block, name))
        for block in blocks
        if block
        for name in COLUMNS.keys() & type(block).model_fields.keys()
    }


def _derived(kaart: SocialeKaart, initiatief: Initiatief) -> Iterator[tuple[str, object]]:
    yield "cirkel", kaart.cirkel(initiatief).id
    yield "themas", all_themas(initiatief)
    yield "doelgroepen", all_doelgroepen(initiatief)
    yield "werkgebied", kaart.bedient(initiatief)
    yield "wanneer", "; ".join(sentences(initiatief))
    yield "plek", initiatief.plek if kaart.gebouw(initiatief) else None
    yield "gecontroleerd", initiatief.beheer.gecontroleerd if initiatief.beheer else None
    yield "url", f"{initiatief.id}/"
    yield "voorbeeld", initiatief.voorbeeld


def _place(kaart: SocialeKaart, initiatief: Initiatief) -> Iterator[tuple[str, object]]:
    adres, punt = kaart.adres(initiatief), kaart.punt(initiatief)
    there = kaart.gebouw(initiatief) or initiatief
    if adres and not adres.op_aanvraag:
        yield from ((name, getattr(adres, name)) for name in ("locatie", "straat", "huisnummer", "postcode"))
        yield "plaats", adres.plaats or kaart.kernen[there.kern].naam
    if punt:
        yield from (("breedte", punt.lat), ("lengte", punt.lon))
