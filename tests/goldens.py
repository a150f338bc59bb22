"""Goldens of problems: files as somebody wrote them, and below them what the program says about each.

`=== velp/proef.yml` begins a file; `=== velp/proef.yml (escaped)` one in which `\xff` and `\r` stand for those
bytes. `=== problems` is what is expected. Around them stands a small municipality that is right.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from sociale_kaart.checks import check_all
from sociale_kaart.format.problems import Problem
from sociale_kaart.loading import load

VANDAAG = date(2026, 11, 22)
GOLDENS = Path(__file__).parent / "golden" / "problems"

AROUND = {
    "gemeente.yml": "naam: Rheden\nloket:\n  naam: Meldpunt\n  telefoon: 026 000 00 00\n"
    "grenzen: [[51.965, 5.92], [52.10, 6.16]]\ngemeentebreed: overal\n",
    "velp/kern.yml": "naam: Velp\nmiddelpunt: [51.995, 5.974]\nbuurten: [Velp-Noord, Velp-Zuid]\n",
    "dieren/kern.yml": "naam: Dieren\nmiddelpunt: [52.05, 6.1]\n",
    "overal/kern.yml": "naam: Heel Rheden\n",
    "velp/de-poort.yml": "naam: De Poort\nsoort: buurthuis\nkort: Buurthuis in Velp.\ncontact: loket\n"
    "adres:\n  straat: Dorpsplein\n  huisnummer: 1\n  punt: [51.996, 5.975]\n"
    "beheer:\n  gecontroleerd: 2026-10-01\n  toestemming: ja\n",
}


def write_files(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Writes `files` (path in the folder → text) and gives the folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    return folder


def read_golden(path: Path) -> dict[str, bytes]:
    """The files of a golden, without what is expected."""
    files = {}
    parts = re.split(r"^=== (.+)\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    for name, text in zip(parts[1::2], parts[2::2], strict=True):
        if name.endswith(" (escaped)"):
            raw = text.encode("ascii").decode("unicode_escape").encode("latin-1")
            files[name.removesuffix(" (escaped)")] = raw
        elif name != "problems":
            files[name] = text.encode()
    return files


def told(folder: Path, files: Mapping[str, bytes]) -> str:
    """What the program says about `files`: per problem the place, the line with a caret, what and how."""
    write_files(folder, {**AROUND, **files})
    loaded = load(folder)
    problems = [*loaded.problems, *check_all(loaded, VANDAAG)]
    return "".join(_paragraph(problem, folder) for problem in problems) or "none\n"


def _paragraph(problem: Problem, folder: Path) -> str:
    path = Path(problem.path).relative_to(folder)
    place = f"{path}:{problem.line}:{problem.column} {problem.level} {problem.rule} {problem.key}".rstrip()
    return f"{place}\n{_caret(folder / path, problem)}  {problem.message}\n  {problem.remedy}\n"


def _caret(path: Path, problem: Problem) -> str:
    """The line and a mark under the column; of a long line only what stands around it."""
    lines = path.read_bytes().decode("utf-8-sig", "replace").splitlines() if path.is_file() else []
    if problem.line > len(lines):
        return ""
    line = lines[problem.line - 1].replace("\t", "→")
    start = max(0, problem.column - 60)
    shown = "".join(one if one.isprintable() else "·" for one in line[start : start + 90])
    return f"    | {shown}\n    | {' ' * (problem.column - 1 - start)}^\n"
