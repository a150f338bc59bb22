"""What YAML punishes and people write all the same: a syntax error told with the line put right.

A correction is only told when the file, read with that line, no longer stumbles there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from .problems import Problem

# libyaml through its C binding where PyYAML was built with it: some ten times faster, the same events.
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
TOO_DEEP = "too deep"

_KEY_AND_VALUE = re.compile(r"([ ]*(?:- +)*(?:[\w-]+ *: +|(?<=- )))(\S.*)")
_GLUED = re.compile(r"([ ]*(?:- +)*[a-z_-]+:)(?:[\u00a0\u202f]+[ ]*|(?=[^\s/]))(\S.*)")
_OPEN_APOSTROPHE = re.compile(r"[ ]*(?:- +)*(?:[\w-]+: +)?'[^']*$")
_COMMENT = re.compile(r"(?<=  )#(?: .*)?$")
_APOSTROPHE_IN_ROW = re.compile(r"(?<=[\[,])(\s*)('[^'\",\[\]]*[^'\",\[\]\s])(?=\s*[,\]])")
_TRIES = 20
_MAX_LINE = 2_000


@dataclass(frozen=True, slots=True)
class Slip:
    """What went wrong in one line, at which column, what to write, and that line put right."""

    message: str
    remedy: str
    column: int
    line: str


def syntax_problem(path: str, text: str, error: Any) -> Problem:
    """The one problem of a file that is not YAML (`error`: PyYAML's)."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    lines = text.split("\n")
    line = min(mark.line, len(lines) - 1) if mark else 0
    column = mark.column if mark else 0
    problem = str(getattr(error, "problem", error))
    if problem != TOO_DEEP:
        for number in _suspects(line, error, lines)[:_TRIES]:
            for slip in _slips(lines[number].rstrip()):
                if _mends(lines, number, slip.line, (line, column)):
                    return _problem(path, number, slip.column, slip.message, slip.remedy)
    line, column = _where_it_began(problem, error, lines, (line, column))
    message, remedy = _explain(problem, lines[line])
    return _problem(path, line, column + 1, message, remedy)


def _where_it_began(problem: str, error: Any, lines: list[str], place: tuple[int, int]) -> tuple[int, int]:
    """The parser notices a lost colon or bracket later than it is; and the end of the file is no place."""
    context = getattr(error, "context_mark", None)
    if context and ("could not find expected ':'" in problem or "',' or" in problem):
        return context.line, context.column
    line, column = place
    if lines[line].strip():
        return line, min(column, len(lines[line]))
    return next((number for number in range(line, -1, -1) if lines[number].strip()), 0), 0


def _problem(path: str, line: int, column: int, message: str, remedy: str) -> Problem:
    return Problem(path, line + 1, column, "error", "yaml-syntax", "", message, remedy)


def _suspects(line: int, error: Any, lines: list[str]) -> list[int]:
    """Where to look for the slip: where the parser stumbled, where it says the trouble began, just above."""
    context = getattr(error, "context_mark", None)
    order = [line, *([context.line] if context else []), *range(line - 1, max(line - 4, -1), -1)]
    # An apostrophe that opens a text and is never closed is only noticed lines later, or at the end.
    order += [number for number in range(line) if _OPEN_APOSTROPHE.match(lines[number])]
    return [number for number in dict.fromkeys(order) if 0 <= number < len(lines)]


def _mends(lines: list[str], number: int, better: str, stumbled: tuple[int, int]) -> bool:
    """Whether the file with this line put right can be read, or at least further than before."""
    try:
        for _ in yaml.parse("\n".join([*lines[:number], better, *lines[number + 1 :]]), Loader=LOADER):
            pass
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return bool(mark and mark.line > number and (mark.line, mark.column) != stumbled)
    return True


def _slips(line: str) -> Iterator[Slip]:
    """What may be wrong with this line, if it is of a length that somebody writes."""
    if len(line) > _MAX_LINE:
        return
    if glued := _GLUED.fullmatch(line):
        better = f"{glued[1]} {glued[2]}"
        yield Slip(
            "Na de dubbele punt ontbreekt een gewone spatie.",
            f"Schrijf: `{better}`",
            len(glued[1]) + 1,
            better,
        )
    found = _KEY_AND_VALUE.fullmatch(line)
    if not found or found[2].startswith(("#", "|", ">")):
        return
    start, rest = found.groups()
    comment = _COMMENT.search(rest)
    value = rest[: comment.start()].rstrip(" ") if comment else rest
    tail = rest[len(value) :]
    yield from _slips_of_value(start, value, tail)


def _slips_of_value(start: str, value: str, tail: str) -> Iterator[Slip]:
    column = len(start) + 1

    def written(message: str, better: str) -> Slip:
        return Slip(message, f"Schrijf: `{start}{better}{tail}`", column, f"{start}{better}{tail}")

    if value in ("-", "?"):
        yield Slip(
            f"`{value}` is geen antwoord.",
            "Weet u het niet of geldt het niet? Laat de regel dan weg.",
            column,
            start,
        )
    elif value.startswith("- "):
        remedy = "Zet het streepje op een nieuwe regel, met twee spaties ervoor."
        indent = " " * (len(start) - len(start.lstrip()) + 2)
        yield Slip(
            "Een rij met streepjes begint op een nieuwe regel.", remedy, column, f"{start}\n{indent}{value}"
        )
    elif value.startswith("'"):
        yield written(
            "Een waarde die met een apostrof (') begint, moet tussen dubbele aanhalingstekens staan.",
            quoted(value),
        )
    elif value.startswith('"'):
        message = (
            "Een waarde die met een aanhalingsteken begint, moet helemaal tussen aanhalingstekens staan."
        )
        yield written(message, f'{value}"' if value.count('"') == 1 else quoted(value))
    elif value.startswith("["):
        better = _APOSTROPHE_IN_ROW.sub(lambda item: f'{item[1]}"{item[2]}"', value)
        if better != value:
            yield written(
                "Een woord dat met een apostrof (') begint, moet tussen dubbele aanhalingstekens staan.",
                better,
            )
    elif re.search(r":(?:\s|$)", value):
        yield _colon_inside(
            written("In deze waarde staat een dubbele punt met een spatie erachter.", quoted(value)), value
        )
    elif value[0] in "@`%*&!|>{}]?,":
        yield written("Deze waarde begint met een teken dat hier iets anders betekent.", quoted(value))


def _colon_inside(slip: Slip, value: str) -> Slip:
    """`openingstijden: maandag: 10:00-12:00`: perhaps no text was meant, but a block that begins."""
    if not re.match(r"[a-z_-]+: ", value):
        return slip
    remedy = f"{slip.remedy}. Hoort `{value[:60]}` in een blok? Zet het dan op een nieuwe regel, met twee spaties ervoor."
    return Slip(slip.message, remedy, slip.column, slip.line)


def quoted(value: str) -> str:
    """`value` as a YAML scalar between quotes that can stay as they are."""
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def _explain(problem: str, line: str) -> tuple[str, str]:
    if "\t" in line[: len(line) - len(line.lstrip())] or ("\t" in line and "token" in problem):
        return "Op deze regel staat een tab.", "Gebruik spaties aan het begin van een regel, twee per stap."
    if problem == TOO_DEEP:
        return "Hier zit te veel in elkaar.", "Kijk in de uitleg van het formaat hoe deze regel hoort."
    if re.search(r"[:\[,-]\s*[@`%*&!]", line):
        message = "Op deze regel begint een waarde met een teken dat hier iets anders betekent."
        return message, "Zet die waarde tussen aanhalingstekens."
    if "',' or" in problem and " #" in line:
        return (
            "Wat na een # komt, leest het programma niet.",
            "Zet de tekst met het # tussen aanhalingstekens.",
        )
    if "',' or" in problem:
        return (
            "Een haakje [ of { is niet gesloten, of er ontbreekt een komma.",
            "Schrijf een rij zo: `[een, twee]`.",
        )
    if "node content" in problem and "[" in line:
        return "In deze rij staat een komma te veel.", "Haal een komma weg."
    if "could not find expected ':'" in problem or ":" not in line:
        remedy = "Schrijf een woord, een dubbele punt en een spatie: `naam: Koffieochtend`."
        return "Op deze regel ontbreekt een dubbele punt.", remedy
    if "quoted scalar" in problem or line.count('"') % 2:
        remedy = "Zet aan het eind van de tekst hetzelfde teken als aan het begin."
        return "Een aanhalingsteken is niet gesloten.", remedy
    if "mapping values are not allowed" in problem:
        message = "Voor deze regel staan te veel of te weinig spaties, of er staat een dubbele punt te veel."
        return (
            message,
            f"{_INDENT} Hoort de dubbele punt bij de tekst? Zet de hele tekst dan tussen aanhalingstekens.",
        )
    message = "Vanaf deze regel is het bestand niet te lezen."
    return message, f"{_INDENT} Kijk ook of elke regel een woord, een dubbele punt en een spatie heeft."


_INDENT = "Zet voor regels die bij elkaar horen even veel spaties."
