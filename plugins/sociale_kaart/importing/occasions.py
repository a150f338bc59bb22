"""When it is open and what happens there: opening hours and activities, as far as they are certain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .cells import one_line
from .draft import Cell, Draft, join_lines
from .wanneer import read_wanneer

_MAX_PIECE = 200  # characters; what is longer is a story


def read_hours(draft: Draft) -> None:
    """Each cell of hours by itself; a day and a time that stand in two columns together."""
    apart = [*draft.of("herhaling"), *draft.of("dag"), *draft.of("tijd")]
    together: list[tuple[list[Cell], str]] = [([cell], cell.text) for cell in draft.of("openingstijden")]
    for cell in draft.cells:
        name, _, day = cell.column.key.partition(".")
        if name == "openingstijden" and day:
            together.append(([cell], f"{day} {cell.text}"))
    if apart:
        together.append((apart, _sentence(draft)))
    for cells, text in together:
        found = read_wanneer(text)
        hours = draft.values.get("openingstijden", {})
        new = found.openingstijden if found else {}
        clash = bool(hours and new) and (
            isinstance(hours, str) or isinstance(new, str) or bool(hours.keys() & new.keys())
        )
        if found is None or clash:
            for cell in cells:
                draft.unplaced(cell, "deze tijden zijn niet zeker te lezen.")
            continue
        if new:
            written = new if isinstance(new, str) else {**hours, **new}
            draft.put("openingstijden", written, cells[0], new if isinstance(new, str) else "")
        for activity in found.activiteiten:
            draft.add("activiteiten", {"naam": draft.values["naam"], **activity}, cells[0], "")


def _sentence(draft: Draft) -> str:
    """`dinsdag`, `10-12` and `even weken` as one sentence; `1e` belongs before the day."""
    day, time, repeat = (
        " ".join(one_line(cell.text) for cell in draft.of(key)) for key in ("dag", "tijd", "herhaling")
    )
    nth = re.fullmatch(r"(?:elke |iedere )?(.+?) (?:van|in) (?:de|elke|iedere) maand", repeat.casefold())
    if nth:
        return f"{nth[1]} {day} van de maand {time}"
    weekly = repeat.casefold() in ("wekelijks", "elke week", "iedere week", "")
    return f"{day} {time}" if weekly else f"{day} {time} {repeat}"


def read_activities(draft: Draft) -> None:
    """`Samen eten (di 17.30-19.30)` is an activity; what has no times is told in the description."""
    for cell in draft.of("activiteiten"):
        found = [
            (piece, list(_activities(piece)))
            for piece in re.split(r"[\n;•|]", cell.text)
            if piece.strip(" -*")
        ]
        for piece, rows in found:
            for row in rows:
                draft.add("activiteiten", row, cell, "")
            if rows:
                continue
            text = piece.strip(" -*") if any(rows for _, rows in found) else ""
            if text:
                _also(draft, cell, text)
        if not any(rows for _, rows in found):
            _also(draft, cell, one_line(cell.text) if "\n" not in cell.text else cell.text)


def _also(draft: Draft, cell: Cell, text: str) -> None:
    told = join_lines([draft.values.get("beschrijving", ""), f"{cell.column.heading}: {text}"])
    draft.put("beschrijving", told, cell, text)


def _activities(text: str) -> Iterator[dict[str, str]]:
    """The name and the times, in either order; nothing when that is not certain."""
    words = text.split() if len(text) <= _MAX_PIECE else []
    turns = [(words[:at], words[at:]) for at in range(1, len(words))] + [
        (words[at:], words[:at]) for at in range(len(words) - 1, 0, -1)
    ]
    for name, when in turns:
        naam = " ".join(name).strip(" :,;-–(.*")
        found = read_wanneer(" ".join(when).strip(" ()-–:")) if re.search(r"[^\W\d]{3}", naam) else None
        if found and not isinstance(found.openingstijden, str) and "niet_in" not in found.openingstijden:
            if any(time == "gesloten" for time in found.openingstijden.values()):
                continue
            naam = naam[0].upper() + naam[1:]
            for day, times in found.openingstijden.items():
                yield from ({"naam": naam, "dag": day, "tijd": time} for time in times.split(", "))
            yield from ({"naam": naam, **one} for one in found.activiteiten)
            return
