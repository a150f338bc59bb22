"""The open data: one module a format. A format gives one or more files, each with its address on the site."""

from collections.abc import Callable, Iterator, Mapping
from typing import Protocol

from ..agenda import Agenda
from ..kaart import SocialeKaart
from . import csv, geojson, ics, json, overzicht

# Gives an id's full address on the web, or "".
PageAddress = Callable[[str], str]
Export = Callable[[Agenda, PageAddress], Iterator[tuple[str, str]]]


class OneFile(Protocol):
    """A module that makes one file from the map."""

    PATH: str

    def export(self, kaart: SocialeKaart) -> str: ...


def _from_map(*modules: OneFile) -> Export:
    return lambda agenda, _: ((module.PATH, module.export(agenda.kaart)) for module in modules)


FORMATS: Mapping[str, Export] = {
    "json": _from_map(json),
    "geojson": _from_map(geojson),
    "csv": _from_map(csv, overzicht),
    "ics": ics.files,
}
