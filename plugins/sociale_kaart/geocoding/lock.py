"""locaties.lock.json: one entry a line, sorted, so that git merges it; written whole or not at all.

A merge that git could not finish leaves its markers in the file. Nobody can edit JSON in a hurry, so both sides
are read, with a warning; `sociale-kaart geocode` writes the file whole again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from ..folders import shown, unreadable
from ..format.problems import Level, Problem
from ..format.waarden import Punt
from .address import same_key

DECIMALS = 6  # a decimetre
_OURS, _BASE, _MIDDLE, _THEIRS = "<<<<<<<", "|||||||", "=======", ">>>>>>>"
_FIELDS = ("provider", "label", "id", "datum")


@dataclass(frozen=True)
class Entry:
    """Where an address is, who said so, and when. `id` is the service's own name for the address, if it has one."""

    key: str
    punt: Punt
    provider: str
    label: str
    id: str
    datum: str

    # Both are asked for again whenever the file is written, which is once for every address that is found.
    @cached_property
    def same(self) -> str:
        """Its key as keys are compared."""
        return same_key(self.key)

    @cached_property
    def line(self) -> str:
        """Its line in the file, without a comma."""
        value: dict[str, Any] = {"lat": round(self.punt.lat, DECIMALS), "lon": round(self.punt.lon, DECIMALS)}
        value |= {name: text for name in _FIELDS if (text := getattr(self, name)) or name != "id"}
        return f"{json.dumps(self.key, ensure_ascii=False)}: {json.dumps(value, ensure_ascii=False)}"


@dataclass(frozen=True)
class Lock:
    """What stands in the file, by key without case; and what is wrong with the file."""

    entries: Mapping[str, Entry] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def get(self, key: str) -> Entry | None:
        return self.entries.get(same_key(key))

    @property
    def whole(self) -> bool:
        """Whether everything in the file was read: else writing it anew would lose something."""
        return not any(problem.level == "error" for problem in self.problems)


def read_lock(path: Path) -> Lock:
    """The lock at `path`; an empty one when there is none. Whatever is wrong with it becomes a problem."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return Lock()
    except OSError as error:
        return Lock(problems=(unreadable(path, error),))
    except UnicodeDecodeError:
        return Lock(problems=(_problem(path, 1, "error", "Dit bestand is geen gewone tekst (UTF-8)."),))
    try:
        pairs = json.loads(text, object_pairs_hook=list)
    except (ValueError, RecursionError):
        return _read_lines(path, text)
    if not isinstance(pairs, list) or not all(isinstance(pair, tuple) for pair in pairs):
        return Lock(problems=(_problem(path, 1, "error", "Hier hoort een blok met adressen te staan."),))
    found = [(key, _entry(key, dict(value) if _is_block(value) else value)) for key, value in pairs]
    wrong = [_unusable(path, text, key) for key, entry in found if entry is None]
    return Lock(_by_key(entry for _, entry in found if entry), tuple(wrong))


def write_lock(path: Path, entries: Iterable[Entry]) -> None:
    """Puts a new file in the place of the old one, in one step; a file that would not change is left alone."""
    text = lock_text(entries)
    path = path.resolve()
    if path.is_file() and path.read_bytes() == text.encode():
        return
    beside = path.with_name(f".{path.name}.tmp")  # one name: what a killed program left is written over
    beside.write_text(text, encoding="utf-8", newline="\n")
    beside.replace(path)


def lock_text(entries: Iterable[Entry]) -> str:
    by_key = _by_key(entries)
    lines = ",\n".join(by_key[key].line for key in sorted(by_key))
    return f"{{\n{lines}\n}}\n" if lines else "{}\n"


def _read_lines(path: Path, text: str) -> Lock:
    """Line by line, for a file that is no JSON: with markers of git in it, or a comma too many or too few."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    first_marker = 0
    in_base = False
    for number, line in enumerate(text.split("\n"), 1):
        marker = line[:7]
        if marker in (_OURS, _BASE, _THEIRS) or line.rstrip() == _MIDDLE:
            first_marker = first_marker or number
            in_base = marker == _BASE
        elif in_base or line.strip() in ("", "{", "}", "{}"):
            continue
        elif entry := _entry_of_line(line):
            entries.append(entry)
        else:
            problems.append(_problem(path, number, "error", "Deze regel is niet te lezen."))
    if first_marker:
        message = "In dit bestand staan twee versies door elkaar (een conflict van git). Beide zijn gelezen."
        problems.insert(0, _problem(path, first_marker, "warning", message, _WRITE_WHOLE))
    elif not problems:
        message = "In dit bestand klopt een komma of haakje niet. De adressen zijn wel gelezen."
        problems.append(_problem(path, 1, "warning", message, _WRITE_WHOLE))
    return Lock(_by_key(entries), tuple(problems))


def _entry_of_line(line: str) -> Entry | None:
    try:
        pairs = json.loads("{" + re.sub(r"^\s*\{?|\s*,?\s*$", "", line) + "}")
    except (ValueError, RecursionError):
        return None
    return _entry(*next(iter(pairs.items()))) if len(pairs) == 1 else None


def _entry(key: str, value: Any) -> Entry | None:
    if not isinstance(value, dict):
        return None
    lat, lon = _degrees(value.get("lat"), 90), _degrees(value.get("lon"), 180)
    if lat is None or lon is None:
        return None
    texts = [str(value.get(name) or "") for name in _FIELDS]
    return Entry(key, Punt(lat, lon), *texts)


def _degrees(value: Any, limit: int) -> float | None:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if number and -limit <= value <= limit else None  # NaN is within no limits


def _is_block(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, tuple) for one in value)


def _by_key(entries: Iterable[Entry]) -> dict[str, Entry]:
    """Of two entries for one address the newest counts; of the same day, the last."""
    found: dict[str, Entry] = {}
    for entry in entries:
        if entry.same not in found or entry.datum >= found[entry.same].datum:
            found[entry.same] = entry
    return found


def _unusable(path: Path, text: str, key: str) -> Problem:
    start = text.find(json.dumps(key, ensure_ascii=False))
    number = text.count("\n", 0, max(start, 0)) + 1
    return _problem(path, number, "error", "Bij dit adres staat geen punt dat kan kloppen.")


_WRITE_WHOLE = "Draai `sociale-kaart geocode`: dat schrijft het weer heel."
_TAKE_OUT = (
    "Haal de regel weg, of zet een eerdere versie van het bestand terug. Draai dan `sociale-kaart geocode`."
)


def _problem(path: Path, line: int, level: Level, message: str, remedy: str = _TAKE_OUT) -> Problem:
    return Problem(shown(path), line, 1, level, "lock", "", message, remedy)
