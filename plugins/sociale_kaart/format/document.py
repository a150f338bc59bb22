"""Strict YAML: the text of one file as plain values, each with its place.

Every scalar stays text, as written: what it means is for the model to say (`0261234567` keeps its zero,
`10:00` is never 600). Aliases, merge keys, tags and second documents are refused, equal keys are reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from .characters import SUSPECT, as_text, suspect, suspect_characters
from .problems import Level, Problem
from .slips import LOADER, TOO_DEEP, syntax_problem

MAX_BYTES = 256_000
_MAX_DEPTH = 12
_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
NOT_FILLED_IN = frozenset({"nvt", "n.v.t.", "n.v.t", "-", "–", "geen idee", "?"})
_HASH = re.compile(r"([ \t]+)#(.?)")

Path = tuple[str | int, ...]
# line and column of a value (from 1), and of what it holds: key → (line, column of the key, place), or a list.
Place = tuple[int, int, Any]


@dataclass(slots=True)
class Document:
    """One file: `value` is a dict, list, text or None; `places` mirrors it."""

    path: str
    value: Any = None
    places: Place = (1, 1, None)
    problems: list[Problem] = field(default_factory=list)

    def locate(self, path: Path, *, key: bool = False) -> tuple[int, int]:
        """Line and column of the value at `path` (or of its key), or of the nearest holder that exists."""
        line, column, children = self.places
        for step in path:
            if step == 0 and not isinstance(children, list):
                continue  # one value that stands for a list of one
            try:
                child = children[step]
            except (KeyError, IndexError, TypeError):
                break
            if isinstance(children, dict):
                key_line, key_column, place = child
                line, column, children = place
                if key:
                    line, column = key_line, key_column
            else:
                line, column, children = child
        return line, column

    def problem(
        self, path: Path, level: Level, rule: str, message: str, remedy: str = "", *, at_key: bool = False
    ) -> Problem:
        """A problem at the place of `path` in this file."""
        line, column = self.locate(path, key=at_key)
        return Problem(self.path, line, column, level, rule, dotted(path), message, remedy)


def dotted(path: Path) -> str:
    """`("contact", "telefoon", 1)` as people read it: `contact.telefoon[2]`."""
    text = ""
    for step in path:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def read_document(path: str, raw: bytes) -> Document:
    """The file's bytes as a `Document`; what cannot be read is in its problems, never raised."""
    document = Document(path)
    if len(raw) > MAX_BYTES:
        remedy = "Een initiatief past in een paar kB. Haal weg wat er niet hoort."
        message = "Dit bestand is te groot (meer dan 256 kB)."
        document.problems.append(Problem(path, 1, 1, "error", "file-size", "", message, remedy))
        return document
    try:
        text = as_text(raw)
    except UnicodeDecodeError as error:
        document.problems.append(_encoding(path, error.object[: error.start], b"\0" in raw))
        return document
    if "\0" in text:
        document.problems.append(_encoding(path, b"", True))
        return document
    if SUSPECT.search(text):
        document.problems.extend(suspect_characters(path, text))
        if any(problem.level == "error" for problem in document.problems):
            return document
    try:
        _Builder(document, text).build()
    except yaml.YAMLError as error:
        document.problems[:] = [syntax_problem(path, text, error)]
        document.value = None
    return document


def _encoding(path: str, before: bytes, everywhere: bool) -> Problem:
    """What is not UTF-8, after the bytes `before` that are."""
    lines = as_text(before, "replace").split("\n")
    message = "Hier staat een teken dat niet te lezen is."
    if everywhere:
        message = "Dit bestand is niet als UTF-8 bewaard."
    remedy = "Kies in uw tekstprogramma: Opslaan als, codering UTF-8. Kijk daarna of alle letters kloppen."
    return Problem(path, len(lines), len(lines[-1]) + 1, "error", "encoding", "", message, remedy)


class _Builder:
    """Events to values. Keeps only the document and its text; one use."""

    def __init__(self, document: Document, text: str) -> None:
        self.document = document
        self.lines = text.split("\n")
        self.has_hash = "#" in text
        self.has_escape = "\\" in text
        self.told_lines: set[int] = set()
        self.events: Iterator[Any] = yaml.parse(text, Loader=LOADER)

    def build(self) -> None:
        next(self.events)  # stream start
        if type(next(self.events)) is not yaml.StreamEndEvent:
            self.document.value, self.document.places = self.node(next(self.events), (), 0)
            next(self.events)  # document end
            second = next(self.events)
            if type(second) is not yaml.StreamEndEvent:
                message = "Na deze streepjes (---) begint een tweede tekst."
                self.tell(
                    second, "error", "second-document", message, "Zet elk initiatief in een eigen bestand."
                )
        if self.document.value is None and not self.told_lines:
            message, remedy = "Dit bestand is leeg.", "Vul het in, of verwijder het bestand."
            self.document.problems.append(
                Problem(self.document.path, 1, 1, "error", "empty-file", "", message, remedy)
            )

    def tell(self, event: Any, level: Level, rule: str, message: str, remedy: str, key: str = "") -> None:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if level == "error":
            self.told_lines.add(line)
        self.document.problems.append(
            Problem(self.document.path, line, column, level, rule, key, message, remedy)
        )

    def node(self, event: Any, path: Path, depth: int) -> tuple[Any, Place]:
        mark = event.start_mark
        kind = type(event)
        if kind is yaml.ScalarEvent:
            if event.anchor or event.tag:
                self.refuse(event, path)
            return self.scalar(event, path), (mark.line + 1, mark.column + 1, None)
        if kind is yaml.AliasEvent:
            self.refuse(event, path)
            return None, (mark.line + 1, mark.column + 1, None)
        if event.anchor or event.tag:
            self.refuse(event, path)
        if depth > _MAX_DEPTH:
            raise yaml.MarkedYAMLError(None, None, TOO_DEEP, mark)
        if kind is yaml.SequenceStartEvent:
            return self.sequence(mark, path, depth)
        return self.mapping(mark, path, depth)

    def refuse(self, event: Any, path: Path) -> None:
        sign = "`*`" if type(event) is yaml.AliasEvent else "`&`" if event.anchor else "`!`"
        message = f"Een waarde kan hier niet beginnen met {sign}."
        remedy = "Hoort het teken bij de tekst? Zet de hele waarde dan tussen aanhalingstekens. Zo niet: haal het weg."
        self.tell(event, "error", "yaml-feature", message, remedy, dotted(path))

    def scalar(self, event: Any, path: Path) -> str | None:
        value: str = event.value
        if not event.style:  # plain, without quotes
            if self.has_hash:
                self.check_hash(event, path)
            if value in _EMPTY:
                return None
        elif self.has_escape and event.style == '"' and not self.visible(event, path):
            return None
        if value.casefold() in NOT_FILLED_IN:
            message, remedy = (
                f"`{value}` is geen antwoord.",
                "Weet u het niet of geldt het niet? Laat de regel dan weg.",
            )
            self.tell(event, "error", "not-filled-in", message, remedy, dotted(path))
        return value.strip() or None

    def visible(self, event: Any, path: Path) -> bool:
        """Whether no escape hides what may not stand in a text. What stood there as itself was told before."""
        found = SUSPECT.search(event.value)
        if not found or found.group() in "".join(self.lines[event.start_mark.line : event.end_mark.line + 1]):
            return True
        level, rule, message = suspect(found.group())
        remedy = "Haal het teken weg: het staat er als `\\` met letters of cijfers."
        self.tell(event, level, rule, message, remedy, dotted(path))
        return level != "error"

    def check_hash(self, event: Any, path: Path) -> None:
        """` #` after unquoted text starts a comment: a warning where it was probably meant as text.

        Two spaces before and one after the # is how comments are written (yamllint's default asks the same).
        """
        end = event.end_mark
        found = _HASH.match(self.lines[end.line], end.column) if end.line < len(self.lines) else None
        if not found or (found[2] in ("", " ", "#", "!") and (len(found[1]) > 1 or not event.value)):
            return
        line, column = end.line + 1, found.end(1) + 1
        self.told_lines.add(line)
        message = f"Wat na het # komt, leest het programma niet: `{self.lines[end.line][column - 1 : column + 39]}`."
        remedy = (
            "Hoort het bij de tekst? Zet de hele waarde tussen aanhalingstekens. "
            "Is het een opmerking? Zet er twee spaties voor en een spatie na."
        )
        self.document.problems.append(
            Problem(self.document.path, line, column, "warning", "hash", dotted(path), message, remedy)
        )

    def sequence(self, mark: Any, path: Path, depth: int) -> tuple[Any, Place]:
        values: list[Any] = []
        places: list[Place] = []
        for event in self.events:
            if type(event) is yaml.SequenceEndEvent:
                break
            value, place = self.node(event, (*path, len(values)), depth + 1)
            if value is None:
                self.empty(event, path)
                continue
            values.append(value)
            places.append(place)
        return values or None, (mark.line + 1, mark.column + 1, places)

    def mapping(self, mark: Any, path: Path, depth: int) -> tuple[Any, Place]:
        values: dict[str, Any] = {}
        places: dict[str, Any] = {}
        for event in self.events:
            if type(event) is yaml.MappingEndEvent:
                break
            key = self.key(event, path, depth)
            value, place = self.node(next(self.events), (*path, key or ""), depth + 1)
            if key is None:
                continue
            line, column = event.start_mark.line + 1, event.start_mark.column + 1
            if key in places:
                message = f"`{key}` staat er twee keer: op regel {places[key][0]} en op regel {line}."
                self.tell(
                    event,
                    "error",
                    "duplicate-key",
                    message,
                    "Houd één van de twee over.",
                    dotted((*path, key)),
                )
            if value is None:
                self.empty(event, (*path, key))
            else:
                values[key] = value
            places[key] = (line, column, place)
        return values or None, (mark.line + 1, mark.column + 1, places)

    def key(self, event: Any, path: Path, depth: int) -> str | None:
        """The key, or None where what stands there cannot be one (that is told)."""
        if type(event) is not yaml.ScalarEvent:
            message, remedy = (
                "Voor een dubbele punt hoort één woord te staan.",
                "Schrijf bijvoorbeeld `naam: Koffieochtend`.",
            )
            self.tell(event, "error", "yaml-feature", message, remedy, dotted(path))
            self.node(event, path, depth + 1)
            return None
        if event.value == "<<" and not event.style:
            self.tell(
                event,
                "error",
                "yaml-feature",
                "`<<` kan hier niet.",
                "Schrijf de regels voluit.",
                dotted(path),
            )
            return None
        if event.anchor or event.tag:
            self.refuse(event, path)
        if self.has_escape and event.style == '"' and not self.visible(event, path):
            return None
        return str(event.value)

    def empty(self, event: Any, path: Path) -> None:
        if event.start_mark.line + 1 not in self.told_lines:
            key = dotted(path)
            self.tell(
                event,
                "hint",
                "empty-value",
                f"Achter `{key}` staat niets.",
                "Vul het in of haal de regel weg.",
                key,
            )
