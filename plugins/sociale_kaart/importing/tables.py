"""Where a sheet has its headings, and what each column is: guessed from the heading and from what stands below."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from ..format.begrippen import Begrippen
from .cells import is_email, is_hours, is_phone, is_postcode, is_website, ja_nee
from .headings import begrip_of, key_inside, key_of, plain
from .keys import COMMENT, SKIP
from .sheets import Row, Sheet

SEARCHED_ROWS = 40
_LOOKED_AT = 200
# What may stand in more than one column: the values come together.
_TOGETHER = (
    "contact", "adres", "kort", "beschrijving", "openingstijden", "activiteiten", "steekwoorden", "themas",
    "doelgroepen", "partners", COMMENT,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """`how` says why it is this key: for whoever looks at the guess."""

    index: int
    heading: str
    key: str
    how: str = ""
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet with its columns. `above` stood over the headings, `again` are headings further down."""

    name: str
    columns: tuple[Column, ...]
    heading_row: int
    above: tuple[Row, ...]
    rows: tuple[Row, ...]
    again: tuple[Row, ...]


def make_table(sheet: Sheet, own: Mapping[str, str], begrippen: Begrippen) -> Table | None:
    """The sheet as a table, or None when no row looks like headings. `own`: heading → key, as somebody said."""
    place = _heading_place(sheet, own, begrippen)
    if place is None:
        return None
    top = sheet.rows[place]
    body = [row for row in sheet.rows[place + 1 :] if row.cells != top.cells]
    again = tuple(row for row in sheet.rows[place + 1 :] if row.cells == top.cells)
    width = max((len(row.cells) for row in (top, *body)), default=0)
    headings = [top.cell(index) or f"Kolom {_letter(index)}" for index in range(width)]
    for heading, texts in (("Link", [row.links for row in body]), ("Notitie", [row.notes for row in body])):
        if any(texts):
            headings.append(heading)
            body = [_with_cell(row, len(headings) - 1, text) for row, text in zip(body, texts, strict=True)]
    columns = [
        _column(index, heading, [row.cell(index) for row in body], own, begrippen)
        for index, heading in enumerate(headings)
    ]
    return Table(sheet.name, tuple(_one_each(columns)), top.number, sheet.rows[:place], tuple(body), again)


def _with_cell(row: Row, index: int, text: str) -> Row:
    return replace(row, cells=(*row.cells, *[""] * (index - len(row.cells)), text))


def _letter(index: int) -> str:
    """A, B, … Z, AA: as the spreadsheet calls its columns."""
    return (_letter(index // 26 - 1) if index >= 26 else "") + chr(ord("A") + index % 26)


def _heading_place(sheet: Sheet, own: Mapping[str, str], begrippen: Begrippen) -> int | None:
    """The first of the rows in which most cells are headings; one that could be the name is among them."""

    def score(row: Row) -> int:
        known = [_known(cell, own) for cell in row.cells if cell and len(cell) <= 40]
        return sum(found is not None for found in known) if len(set(known) - {None}) > 1 else 0

    scores = [score(row) for row in sheet.rows[:SEARCHED_ROWS]]
    best = max(scores, default=0)
    return scores.index(best) if best >= 2 else None


def _known(cell: str, own: Mapping[str, str]) -> str | None:
    if plain(cell) in own:
        return own[plain(cell)]
    found = key_of(cell)
    return found[0] if found else None


def _column(
    index: int, heading: str, texts: list[str], own: Mapping[str, str], begrippen: Begrippen
) -> Column:
    filled = [text[:200] for text in texts if text][:_LOOKED_AT]
    if plain(heading) in own:
        return Column(index, heading, own[plain(heading)], "zo gevraagd")
    crosses = filled and sum(bool(ja_nee(one)) for one in filled) >= 0.8 * len(filled)
    begrip = begrip_of(heading, begrippen) if crosses else None
    if begrip:
        return Column(index, heading, begrip, "ja of nee per rij")
    found = key_of(heading) or key_inside(heading)
    seen = _by_values(filled)
    if found is None:
        return Column(index, heading, seen or COMMENT, "naar wat erin staat" if seen else "")
    key, rank, how = found
    if key == "adres.huisnummer" and _counts(filled):
        return Column(index, heading, COMMENT, "telt de rijen")
    if seen and how != "kop" and key.split(".")[0] != seen.split(".")[0]:
        return Column(index, heading, seen, "naar wat erin staat")
    if key == "contact" and seen and seen.startswith("contact."):
        return Column(index, heading, seen, "naar de kop en wat erin staat")
    if key == COMMENT and seen in ("contact.telefoon", "contact.email") and how != "kop":
        key = seen
    return Column(
        index,
        heading,
        key,
        {"kop": "", "bijna": "lijkt op die kop", "deel": "door een woord in de kop"}[how],
        rank,
    )


def _counts(texts: list[str]) -> bool:
    """1, 2, 3 …: which row it is, not which house."""
    numbers = [int(text) for text in texts if text.isdecimal()]
    return len(numbers) > 2 and all(one < other for one, other in pairwise(numbers))


def _by_values(texts: list[str]) -> str:
    """What a column is when nearly all of its cells are of one kind."""
    kinds = {
        "contact.email": is_email, "adres.postcode": is_postcode, "contact.telefoon": is_phone,
        "contact.website": is_website, "openingstijden": is_hours,
    }  # fmt: skip
    for key, fits in kinds.items():
        if len(texts) >= 2 and sum(map(fits, texts)) >= 0.7 * len(texts):
            return key
    return ""


def _one_each(columns: list[Column]) -> list[Column]:
    """Of two columns for one value the likelier gets it; of two names the other is a partner or an activity."""
    best: dict[str, Column] = {}
    for column in sorted(columns, key=lambda one: (one.how != "zo gevraagd", one.rank, one.index)):
        best.setdefault(column.key, column)
    return [_instead(column) if best[column.key] is not column else column for column in columns]


def _instead(column: Column) -> Column:
    if column.how == "zo gevraagd" or column.key in _TOGETHER or column.key in (SKIP, "adres.straat"):
        return column
    if column.key.startswith(("contact.telefoon", "contact.email", "contact.website")) or "/" in column.key:
        return column
    if column.key == "naam":
        organisation = re.search(
            r"organisatie|stichting|vereniging|aanbieder|instelling", plain(column.heading)
        )
        return replace(column, key="partners" if organisation else "activiteiten", how="er is al een naam")
    return replace(column, key=COMMENT, how=f"`{column.key}` is er al")
