"""Writes the files of a plan, and beside the list what could not be taken over: all of it, or nothing."""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Iterator
from pathlib import Path

from ..writing import write_new
from .plan import SheetPlan, all_made
from .sheets import ListRefused

WHY = "Waarom niet overgenomen"


def rest_text(plans: list[SheetPlan]) -> str:
    """The rows that no file was made of, as a list that can be put right and read again; empty when there are none."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    for plan in plans:
        for row in _rest_rows(plan):
            writer.writerow([_harmless(cell) for cell in row])
    return out.getvalue()


def _rest_rows(plan: SheetPlan) -> Iterator[list[str]]:
    if plan.table is None:
        yield from ([*row.cells, *filter(None, (row.links, row.notes))] for row in plan.sheet.rows)
    elif plan.refused:
        headings = [column.heading for column in plan.table.columns]
        yield [*headings, WHY]
        for one in plan.refused:
            yield [*(one.row.cell(index) for index in range(len(headings))), one.why]


def _harmless(cell: str) -> str:
    """A spreadsheet calculates what begins so."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t")) and len(cell) > 1 else cell


def write(plans: list[SheetPlan], folder: Path, rest: Path) -> Path | None:
    """Writes the files, and `rest` when rows are left; gives where those are. After an error nothing is left."""
    for kern in dict.fromkeys(one.entry.kern for one in all_made(plans)):
        if (folder / kern).exists() and not (folder / kern).is_dir():
            raise ListRefused(f"`{kern}` is daar geen map. Kies een andere map om in te schrijven.")
        (folder / kern).mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    try:
        left = rest_text(plans)
        if left:
            written.append(_write_beside(rest, "\ufeff" + left))
        for one in all_made(plans):
            path = folder / f"{one.id}.yml"
            write_new(path, one.entry.text)
            written.append(path)
    except BaseException as error:
        for path in written:
            path.unlink(missing_ok=True)
        if isinstance(error, FileExistsError):
            raise ListRefused(
                "Er kwam net een bestand bij. Er is niets geschreven: probeer het nog eens."
            ) from error
        raise
    return written[0] if left else None


def _write_beside(path: Path, text: str) -> Path:
    """Under its name, or with a number when there is something of that name."""
    for number in itertools.count(1):
        free = path if number == 1 else path.with_stem(f"{path.stem}-{number}")
        try:
            write_new(free, text)
        except FileExistsError:
            continue
        return free
    raise AssertionError("counting never ends")
