"""What an import would do, before anything is written: which files, from which rows, and which rows not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field, fields, replace
from datetime import date
from pathlib import Path

from ..format.begrippen import SECTIONS
from ..format.document import Document, read_document
from ..loading import FILE_NAMES, Loaded, kebab
from ..nieuw import SCHEMA_NAME
from ..opening import open_all
from .kernen import Kernen, Meant
from .rows import Around, Entry, Refused, read_row
from .sheets import Row, Sheet
from .tables import Table, make_table
from .terms import Terms

_MAX_STEM = 80


@dataclass(frozen=True)
class Made:
    """A file that is to be: `id` is `velp/koffie`."""

    id: str
    entry: Entry


@dataclass(frozen=True)
class SheetPlan:
    """One sheet. Without a `table` no row of it looked like headings. Every row is in exactly one of the lists."""

    sheet: Sheet
    table: Table | None = None
    made: tuple[Made, ...] = ()
    refused: tuple[Refused, ...] = ()
    same: tuple[tuple[Row, int], ...] = ()
    headings: tuple[tuple[Row, str], ...] = ()


def make_plan(
    sheets: list[Sheet], own: Mapping[str, str], loaded: Loaded, folder: Path, kern: str, vandaag: date
) -> list[SheetPlan]:
    """One plan a sheet. `own`: heading → key as somebody said; `folder`: where the files are to be; `kern`: for
    rows that name none."""
    kernen = Kernen(loaded)
    there = _there(folder) | loaded.ids
    taken = set(there)
    terms = {section: Terms(loaded.begrippen, section) for section in SECTIONS}
    modeline = f"# yaml-language-server: $schema=../{SCHEMA_NAME}\n"
    has_schema = (loaded.folder / SCHEMA_NAME).is_file()
    around = Around(kernen, terms, kern, vandaag, modeline if has_schema else "")
    plans = []
    for sheet in sheets:
        table = make_table(sheet, own, loaded.begrippen)
        if table is None:
            plans.append(SheetPlan(sheet))
        else:
            plans.append(_plan(sheet, table, around, there, taken))
    return _without_errors(plans, loaded, vandaag)


def _there(folder: Path) -> set[str]:
    return {f"{path.parent.name}/{path.stem}" for path in folder.glob("*/*.yml")}


def _plan(sheet: Sheet, table: Table, around: Around, there: Set[str], taken: set[str]) -> SheetPlan:
    kernen = around.kernen
    of_sheet = kernen.read(sheet.name) if sheet.name else Meant()
    if of_sheet.certain and of_sheet.ids:
        around = replace(around, kern=of_sheet.ids[0])
    made: list[Made] = []
    refused: list[Refused] = []
    same: list[tuple[Row, int]] = []
    headings: list[tuple[Row, str]] = []
    seen: dict[tuple[str, ...], int] = {}
    for row in table.rows:
        section = _section(row, kernen)
        if section:
            around = replace(around, kern=section)
            headings.append((row, section))
        elif row.cells in seen:
            same.append((row, seen[row.cells]))
        else:
            seen[row.cells] = row.number
            result = read_row(row, table, around)
            named = _named(result, there, taken) if isinstance(result, Entry) else result
            if isinstance(named, Made):
                made.append(named)
                taken.add(named.id)
            else:
                refused.append(named)
    return SheetPlan(sheet, table, tuple(made), tuple(refused), tuple(same), tuple(headings))


def _section(row: Row, kernen: Kernen) -> str:
    """A row with only the name of a kern is a heading above the rows that follow."""
    filled = [cell for cell in row.cells if cell]
    meant = kernen.read(filled[0]) if len(filled) == 1 else None
    return meant.ids[0] if meant and meant.certain and len(meant.ids) == 1 else ""


def _named(entry: Entry, there: Set[str], taken: Set[str]) -> Made | Refused:
    """With its file name. What was there before the import stays; a second one in the list gets a number."""
    stem = kebab(entry.naam)[:_MAX_STEM].strip("-") or entry.initiatief.soort
    stem = f"{stem}-{entry.kern}" if stem in FILE_NAMES else stem
    id = f"{entry.kern}/{stem}"
    if id in there:
        return Refused(entry.row, f"Het bestand `{id}.yml` was er al. Dat is niet veranderd.")
    number = 1
    while id in taken:
        number += 1
        id = f"{entry.kern}/{stem}-{number}"
    if number > 1:
        double = f"Naam: deze naam staat vaker in de lijst. Dit bestand heet nu {id}.yml."
        entry = replace(entry, remarks=(*entry.remarks, double))
    return Made(id, replace(entry, initiatief=entry.initiatief.model_copy(update={"id": id})))


@dataclass(frozen=True)
class _AsIfWritten(Loaded):
    """All files and those that are to be: what is checked as one."""

    texts: Mapping[str, str] = field(default_factory=dict)

    def text(self, id: str) -> str:
        return self.texts[id] if id in self.texts else super().text(id)

    def document(self, id: str) -> Document:
        if id in self.texts:
            return read_document(self.shown(id), self.texts[id].encode())
        return super().document(id)


def _without_errors(plans: list[SheetPlan], loaded: Loaded, vandaag: date) -> list[SheetPlan]:
    """What `check` would refuse when it stands between the other files is not made."""
    made = list(all_made(plans))
    known = {one.name: getattr(loaded, one.name) for one in fields(loaded)}
    known["initiatieven"] = {**loaded.initiatieven, **{one.id: one.entry.initiatief for one in made}}
    known["ids"] = loaded.ids | {one.id for one in made}
    together = _AsIfWritten(**known, texts={one.id: one.entry.text for one in made})
    wrong: dict[str, str] = {}
    for problem in open_all(together, vandaag).problems:
        if problem.level == "error":
            wrong.setdefault(problem.path, problem.message)

    def sorted_out(plan: SheetPlan) -> SheetPlan:
        bad = [one for one in plan.made if loaded.shown(one.id) in wrong]
        refused = [Refused(one.entry.row, wrong[loaded.shown(one.id)]) for one in bad]
        kept = tuple(one for one in plan.made if one not in bad)
        return replace(plan, made=kept, refused=(*plan.refused, *refused))

    return [sorted_out(plan) for plan in plans]


def all_made(plans: list[SheetPlan]) -> Iterator[Made]:
    return (one for plan in plans for one in plan.made)
