"""What is told about an import: how each column is read, and what became of each row."""

from __future__ import annotations

from collections.abc import Iterator

from ..loading import Loaded
from ..reporting import plain
from .cells import clean
from .keys import COMMENT, SKIP
from .plan import SheetPlan
from .sheets import Row


def column_lines(plans: list[SheetPlan]) -> Iterator[str]:
    """Each heading and the key that it is read as."""
    for plan in plans:
        name = f" op het blad `{_short(plan.sheet.name)}`" if plan.sheet.name else ""
        if plan.table is None:
            yield f"Geen koppen gevonden{name}: dit blad gaat naar de restlijst."
            yield ""
            continue
        yield f"Zo zijn de kolommen gelezen{name} (koppen op rij {plan.table.heading_row}):"
        width = min(max((len(_short(one.heading)) for one in plan.table.columns), default=0), 40)
        for column in plan.table.columns:
            how = f"  ({column.how})" if column.how else ""
            yield f"  {_short(column.heading):<{width}}  →  {_told(column.key)}{how}"
        for row in plan.table.above:
            yield f"  Boven de koppen stond: {_row(row)}"
        for row in plan.table.again:
            yield f"  Rij {row.number} herhaalt de koppen."
        yield ""


def _told(key: str) -> str:
    return {COMMENT: "als opmerking in het bestand", SKIP: "wordt overgeslagen"}.get(key, key)


def row_lines(plans: list[SheetPlan], loaded: Loaded) -> Iterator[str]:
    """Every row about which there is something to say."""
    for plan in plans:
        sheet = f"{_short(plan.sheet.name)}, " if plan.sheet.name else ""
        for number, told in sorted(_told_of(plan, loaded), key=lambda one: one[0]):
            first, *others = told
            yield f"{sheet}rij {number}  {first}"
            yield from (f"    {_short(one, 300)}" for one in others)


def _told_of(plan: SheetPlan, loaded: Loaded) -> Iterator[tuple[int, list[str]]]:
    for row, kern in plan.headings:
        yield row.number, [f"tussenkop: {_row(row)}. Wat volgt, hoort bij {kern}."]
    for row, first in plan.same:
        yield row.number, [f"dubbel: precies gelijk aan rij {first}."]
    for one in plan.made:
        if one.entry.remarks:
            yield one.entry.row.number, [loaded.shown(one.id), *one.entry.remarks]
    for refused in plan.refused:
        yield refused.row.number, [f"niet overgenomen. {_short(refused.why, 300)}"]


def summary(plans: list[SheetPlan]) -> str:
    made = [one for plan in plans for one in plan.made]
    remarks = sum(bool(one.entry.remarks) for one in made)
    refused = sum(len(plan.refused) for plan in plans)
    same = sum(len(plan.same) for plan in plans)
    parts = [
        f"{_number(len(made) - remarks, 'rij', 'rijen')} helemaal overgenomen",
        f"{remarks} met iets om na te kijken",
    ]
    parts += [f"{same} dubbel"] if same else []
    parts += [f"{refused} niet overgenomen"] if refused else []
    return f"{', '.join(parts)}."


def _number(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"


def _row(row: Row) -> str:
    return " | ".join(_short(cell, 500) for cell in (*row.cells, row.links, row.notes) if cell)


def _short(text: str, most: int = 60) -> str:
    line = plain(clean(text))
    return line if len(line) <= most else f"{line[: most - 1]}…"
