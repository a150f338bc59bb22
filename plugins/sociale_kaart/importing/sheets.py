"""A list as it was kept: sheets of rows of text, whatever kind of file it came from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

MAX_ROWS = 20_000
MAX_COLUMNS = 300


class ListRefused(ValueError):
    """The list cannot be read; the text is a Dutch sentence or two."""


@dataclass(frozen=True, slots=True)
class Row:
    """`number` as the spreadsheet shows it. `links` and `notes` hang on its cells without being their text."""

    number: int
    cells: tuple[str, ...]
    links: str = ""
    notes: str = ""

    def cell(self, index: int) -> str:
        return self.cells[index] if index < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with its rows that are not empty. Of a CSV file the name is empty."""

    name: str
    rows: tuple[Row, ...]


def make_sheet(name: str, rows: Iterable[Row]) -> Sheet:
    """A sheet without its empty rows and without what is empty at the end of a row."""
    kept: list[Row] = []
    for row in rows:
        cells = [cell.strip() for cell in row.cells]
        while cells and not cells[-1]:
            cells.pop()
        if len(cells) > MAX_COLUMNS or len(kept) >= MAX_ROWS:
            size = f"hoogstens {MAX_ROWS} rijen en {MAX_COLUMNS} kolommen"
            raise ListRefused(f"Deze lijst is te groot: {size}. Deel hem op.")
        if cells or row.links or row.notes:
            kept.append(replace(row, cells=tuple(cells)))
    return Sheet(name, tuple(kept))
