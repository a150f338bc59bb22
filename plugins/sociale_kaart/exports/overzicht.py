"""The landscape as a table: one row for each kern and each thing that help can be about."""

from __future__ import annotations

from collections.abc import Iterator

from ..dekking import Rij, Vak, dekking
from ..kaart import SocialeKaart
from ..versheid import nagekeken
from .csv import table
from .records import Source

PATH = "data/overzicht.csv"
COLUMNS = {
    "kern": "Map van de kern",
    "kern_naam": "Naam van de kern",
    "indeling": "hoofdlijn, thema of mantelzorg",
    "id": "Het woord van het formaat",
    "naam": "Hoe het op de site heet",
    "stand": "hier, buur (alleen uit een ander dorp), breed (alleen voor de hele gemeente) of niets",
    "hier": "Aantal in de kern zelf",
    "buur": "Aantal uit een andere kern dat ook hier komt",
    "breed": "Aantal voor de hele gemeente",
    "nagekeken": "Hoeveel daarvan op tijd zijn nagekeken",
    "voorbeeld": "Hoeveel daarvan verzonnen zijn",
}


def export(source: Source) -> str:
    kaart = source.kaart
    cells = ((rij, vak) for rij in dekking(kaart) for vak in rij.vakken)
    in_order = sorted(
        cells, key=lambda pair: pair[1].kern.naam
    )  # stable: the rows of a kern stay as they are
    return table(COLUMNS, (list(_row(kaart, rij, vak)) for rij, vak in in_order))


def _row(kaart: SocialeKaart, rij: Rij, vak: Vak) -> Iterator[object]:
    yield from (vak.kern.id, vak.kern.naam, rij.indeling, rij.id, rij.label, vak.stand)
    yield from (len(vak.hier), len(vak.buur), len(vak.breed))
    yield sum(nagekeken(kaart, one) for one in vak.alle)
    yield sum(one.voorbeeld for one in vak.alle)
