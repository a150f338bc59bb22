"""The open data: one module a format. A format gives one or more files, each with its address on the site."""

from collections.abc import Callable, Iterator, Mapping
from typing import Protocol

from . import csv, geojson, ics, json, overzicht
from .records import Source

__all__ = ["FORMATS", "Source"]

Export = Callable[[Source], Iterator[tuple[str, str]]]


class OneFile(Protocol):
    """A module that makes one file."""

    PATH: str

    def export(self, source: Source) -> str: ...


def _one_file(*modules: OneFile) -> Export:
    return lambda source: ((module.PATH, module.export(source)) for module in modules)


FORMATS: Mapping[str, Export] = {
    "json": _one_file(json),
    "geojson": _one_file(geojson),
    "csv": _one_file(csv, overzicht),
    "ics": lambda source: ics.files(source.agenda, source.page_address),
}
