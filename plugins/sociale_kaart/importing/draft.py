"""What becomes of one row while its cells are read: values, what of each cell is in them, what is to be looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from ..format.initiatief import InitiatiefTekst
from ..format.voorbeelden import block_of
from .cells import squeezed
from .tables import Column


@dataclass(frozen=True, slots=True)
class Cell:
    column: Column
    text: str


@dataclass
class Draft:
    """One row on its way to a file. `values`: dotted key → what is written there."""

    cells: tuple[Cell, ...]
    values: dict[str, Any] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    denied: list[Cell] = field(default_factory=list)
    _from: dict[str, list[tuple[Cell, str]]] = field(default_factory=dict)
    _told: set[int] = field(default_factory=set)

    def of(self, *keys: str) -> Iterator[Cell]:
        """The cells of these keys, in the order of the list."""
        return (cell for cell in self.cells if cell.column.key in keys)

    def put(self, key: str, value: Any, cell: Cell | None = None, said: str | None = None) -> None:
        """A value for a key that has none yet. `said`: which words of the cell are now in the file."""
        self.values[key] = value
        self._remember(key, cell, value if said is None and isinstance(value, str) else said or "")

    def add(self, key: str, value: Any, cell: Cell | None = None, said: str | None = None) -> None:
        """One more value for a key that holds a row of them."""
        row = self.values.setdefault(key, [])
        if value not in row:
            row.append(value)
        self._remember(key, cell, value if said is None and isinstance(value, str) else said or "")

    def says(self, cell: Cell, text: str) -> None:
        """Words of the cell that need not be written, since the file says them by where it is."""
        self._remember("", cell, text)

    def told(self, cell: Cell) -> None:
        """All that the cell says is in the file, in other words."""
        self._told.add(cell.column.index)

    def deny(self, cell: Cell) -> None:
        """The cell says no, or that nothing is known."""
        self.denied.append(cell)

    def remark(self, text: str) -> None:
        if text not in self.remarks:
            self.remarks.append(text)

    def unplaced(self, cell: Cell, why: str = "") -> None:
        self.remark(f"{cell.column.heading}: {why or 'dit is niet helemaal te plaatsen.'}")

    def drop(self, key: str) -> None:
        """Takes a value out again; its cells are then not told."""
        del self.values[key]
        for cell, _ in self._from.pop(key, []):
            self._told.discard(cell.column.index)

    def left_over(self) -> list[Cell]:
        """The cells of which not every word is in the file."""
        words: dict[int, str] = {}
        for cell, said in (one for row in self._from.values() for one in row):
            words[cell.column.index] = words.get(cell.column.index, "") + squeezed(said)
        return [
            cell
            for cell in self.cells
            if cell not in self.denied
            and cell.column.index not in self._told
            and sorted(words.get(cell.column.index, "")) != sorted(squeezed(cell.text))
        ]

    def data(self) -> dict[str, Any]:
        """As the file has it: blocks in each other, in the order of the format."""
        found: dict[str, Any] = {}
        for name, info in InitiatiefTekst.model_fields.items():
            block = block_of(info)
            if name in self.values:
                found[name] = self.values[name]
            elif block:
                inner = {
                    one: self.values[f"{name}.{one}"]
                    for one in block.model_fields
                    if f"{name}.{one}" in self.values
                }
                found |= {name: inner} if inner else {}
        return {key: _alone(value) for key, value in found.items()}

    def _remember(self, key: str, cell: Cell | None, said: str) -> None:
        if cell is not None:
            self._from.setdefault(key, []).append((cell, said))


def _alone(value: Any) -> Any:
    """A row of one text is that text, here and in a block."""
    if isinstance(value, dict):
        return {key: _alone(one) for key, one in value.items()}
    return value[0] if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str) else value


def join_lines(texts: Iterable[str]) -> str:
    return "\n\n".join(text for text in texts if text)
