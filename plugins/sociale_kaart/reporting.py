"""Problems as text for a person, as JSON lines for a program, as annotations for GitHub and GitLab.

What stands in a message may come from anybody's file or file name. It must not steer a terminal, and a
build server must not read it as a command (`::set-env::`, `##[add-path]`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from .format.problems import Level, Problem

_WORDS: dict[Level, str] = {"error": "fout", "warning": "let op", "hint": "tip"}
_COUNTED: dict[Level, tuple[str, str]] = {
    "error": ("fout", "fouten"), "warning": ("waarschuwing", "waarschuwingen"), "hint": ("tip", "tips"),
}  # fmt: skip
_GITHUB: dict[Level, str] = {"error": "error", "warning": "warning", "hint": "notice"}
_GITLAB: dict[Level, str] = {"error": "major", "warning": "minor", "hint": "info"}
_ORDER: list[Level] = ["error", "warning", "hint"]
# Control, bidi and zero-width characters, line separators, and halves of characters (odd file names).
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def plain(text: str) -> str:
    """`text` on one line, without anything that a terminal or a build server acts upon."""
    text = _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", " ".join(text.split()))
    return re.sub(r"^::", ": :", text.replace("##", "# #"))


def only(problems: Iterable[Problem], paths: Sequence[Path]) -> list[Problem]:
    """The problems of these files, or of the files in these folders."""
    wanted = [path.resolve() for path in paths]
    real = {problem.path: Path(problem.path).resolve() for problem in problems}
    return [one for one in problems if any(real[one.path].is_relative_to(path) for path in wanted)]


def count(problems: Iterable[Problem], level: Level) -> int:
    return sum(problem.level == level for problem in problems)


def exit_status(problems: Sequence[Problem], *, strict: bool) -> int:
    return int(any(one.level == "error" or (strict and one.level == "warning") for one in problems))


def text_lines(problems: Iterable[Problem]) -> list[str]:
    """For a person: a file at a time, the worst first; files with nothing but tips come after the others."""

    def by_file(one: Problem) -> tuple[bool, str, int, int, int]:
        return one.path not in serious, one.path, _ORDER.index(one.level), one.line, one.column

    problems = list(problems)
    serious = {problem.path for problem in problems if problem.level != "hint"}
    lines: list[str] = []
    for _, group in groupby(sorted(problems, key=by_file), key=lambda one: one.path):
        for one in group:
            lines.append(f"{plain(_place(one))}  {_WORDS[one.level]}  {plain(one.message)}")
            lines += [f"    {plain(one.remedy)}"] if one.remedy else []
        lines.append("")
    if serious and count(problems, "hint"):
        first = min(problems, key=by_file)
        lines += [f"Begin bovenaan, bij {plain(_place(first))}.", ""]
    return lines


def _place(problem: Problem) -> str:
    return f"{problem.path}:{problem.line}:{problem.column}"


def json_lines(problems: Iterable[Problem]) -> list[str]:
    """For a program: one object a line, ASCII only."""
    return [json.dumps(asdict(problem)).replace("##", "#\\u0023") for problem in _sorted(problems)]


def github_lines(problems: Iterable[Problem]) -> list[str]:
    """For GitHub: a workflow command each, which shows at the line in a pull request."""
    return [_annotation(problem) for problem in _sorted(problems)]


def gitlab_lines(problems: Iterable[Problem]) -> list[str]:
    """For GitLab: one report of code quality, which shows at the line in a merge request."""
    return [json.dumps([_report(problem) for problem in _sorted(problems)])]


def _report(problem: Problem) -> dict[str, object]:
    return {
        "description": f"{problem.message} {problem.remedy}".strip(),
        "check_name": problem.rule,
        "severity": _GITLAB[problem.level],
        "fingerprint": sha256(repr(problem).encode("utf-8", "replace")).hexdigest(),
        "location": {"path": problem.path, "lines": {"begin": problem.line}},
    }


def _annotation(problem: Problem) -> str:
    title = _WORDS[problem.level].capitalize() + (f" bij {problem.key}" if problem.key else "")
    properties = (
        f"file={_property(problem.path)},line={problem.line},col={problem.column},title={_property(title)}"
    )
    return f"::{_GITHUB[problem.level]} {properties}::{_data(f'{problem.message} {problem.remedy}'.strip())}"


def _data(text: str) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", escaped)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _sorted(problems: Iterable[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda one: (one.path, one.line, one.column, _ORDER.index(one.level)))


def summary(files: int, problems: Sequence[Problem], *, partly: bool = False) -> str:
    """The last line: how much was read, and how much is wrong with it."""
    serious = [_counted(problems, level) for level in ("error", "warning") if count(problems, level)]
    tips = [_counted(problems, "hint")] if count(problems, "hint") else []
    where = " in de bestanden die u noemde" if partly else ""
    found = ", ".join(serious + tips) + where if serious else "; ".join([f"alles klopt{where}", *tips])
    return f"{_number(files, 'bestand', 'bestanden')} gelezen: {found}."


def _counted(problems: Iterable[Problem], level: Level) -> str:
    return _number(count(problems, level), *_COUNTED[level])


def _number(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
