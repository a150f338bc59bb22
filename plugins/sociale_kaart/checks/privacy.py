"""What should not be public: a citizen service number (BSN), a bank account, what belongs to one person.

A file is public as it stands, comments too. So this reads the text of every file, not the model; only where
something is found is the file read once more, to know at which key.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..format.document import Document, Path, dotted
from ..format.problems import Problem
from ..loading import Loaded
from .private import Found, bsn, email, iban, mobile, names

# Where something may stand that looks like it: a practice called after somebody, a number to call.
_FINE_AT = {
    "person-name": frozenset({
        "naam", "adres", "partners", "buurten", "website", "foto", "bron", "label", "synoniemen", "zo_zegt_men",
    }),
    "private-phone": frozenset({"telefoon", "whatsapp"}),
    "bsn": frozenset({"telefoon", "whatsapp", "punt", "middelpunt", "grenzen", "website"}),
}  # fmt: skip


MAX_TOLD = 100  # of one file


def privacy(loaded: Loaded) -> Iterator[Problem]:
    places = [loaded.gemeente.naam, *(kern.naam for kern in loaded.kernen.values())]
    known = frozenset(word.casefold() for naam in places for word in naam.split())
    kernen = (f"{id}/kern" for id in loaded.kernen)
    for id in ("gemeente", "begrippen", *kernen, *sorted(loaded.ids)):
        text = loaded.text(id)
        found = [*bsn(text), *iban(text), *email(text), *mobile(text), *names(text, known)]
        if found:
            yield from _placed(loaded.document(id), text, found)


def _placed(document: Document, text: str, found: list[Found]) -> Iterator[Problem]:
    """Each thing once, at its place, errors first. A file that cannot be read as YAML only has that problem."""
    if not isinstance(document.value, dict):
        return
    told = set()
    for one in sorted(found, key=lambda one: (one.level != "error", one.start))[:MAX_TOLD]:
        line = text.count("\n", 0, one.start) + 1
        column = one.start - text.rfind("\n", 0, one.start)
        comment = text[one.start - column + 1 : one.start].lstrip().startswith("#")
        path = () if comment else path_at(document, line, column)
        if one.what not in told and not _FINE_AT.get(one.rule, frozenset()) & set(path):
            told.add(one.what)
            key = dotted(path)
            yield Problem(document.path, line, column, one.level, one.rule, key, one.message, one.remedy)


def path_at(document: Document, line: int, column: int) -> Path:
    """The path of what stands at a place, in the document or just before it."""
    path: Path = ()
    children = document.places[2]
    while children:
        steps = children.items() if isinstance(children, dict) else enumerate(children)
        before = [(step, place) for step, place in steps if place[:2] <= (line, column)]
        if not before:
            break
        step, place = before[-1]
        path = (*path, step)
        children = place[2][2] if isinstance(children, dict) else place[2]
    return path
