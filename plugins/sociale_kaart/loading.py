"""Reads the folder: every file strictly, all problems of all files at once, nothing else touched.

`Loaded` is what stood in the files. What only shows across files is for `checks`; what the site is made
from is `kaart.SocialeKaart`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

# Of os.path, these never raise: a path in a folder that may not be looked into is no file.
from os.path import isdir, isfile
from pathlib import Path
from stat import S_ISLNK, S_ISREG

from .folders import (
    FILE_NAMES,
    LOCK_NAME,
    SITE_NAMES,
    kebab,
    kern_folders,
    problem_at,
    shown,
    unreadable,
    yaml_files,
)
from .format.begrippen import SECTIONS, Begrip, Begrippen, built_in
from .format.characters import as_text
from .format.document import MAX_BYTES, Document, read_document
from .format.gebied import BegrippenTekst, GemeenteTekst, Kern, KernTekst
from .format.initiatief import Initiatief
from .format.problems import Problem
from .format.reading import read_model
from .format.waarden import nearest

__all__ = ["FILE_NAMES", "LOCK_NAME", "SITE_NAMES", "Loaded", "kebab", "load", "shown"]

_ID = re.compile(r"\bid: *[\"']?([a-z0-9]+(?:-[a-z0-9]+)*)(?=[\"',}\s]|$)")


@dataclass(frozen=True)
class Loaded:
    """All that stood in the files. `ids` are the files that exist, right or wrong."""

    folder: Path
    prefix: str
    gemeente: GemeenteTekst
    begrippen: Begrippen
    kernen: Mapping[str, Kern]
    initiatieven: Mapping[str, Initiatief]
    ids: frozenset[str]
    files: int
    problems: list[Problem] = field(default_factory=list)

    def shown(self, id: str) -> str:
        """The path of an initiative's file as its problems name it."""
        return f"{self.prefix}{id}.yml"

    def document(self, id: str) -> Document:
        """The file of an initiative (or `velp/kern`, or `gemeente`), read again: places are not kept."""
        return _read(self.folder / f"{id}.yml", self.shown(id))

    def text(self, id: str) -> str:
        """What stands in that file, comments too, in lines as its problems count them; nothing if it is not there."""
        try:
            return as_text(_bytes(self.folder / f"{id}.yml"))
        except (OSError, UnicodeDecodeError):
            return ""


def load(folder: Path) -> Loaded:
    """Reads `folder` (as in the format: gemeente.yml, begrippen.yml, KERN/*.yml)."""
    folder = folder.absolute()
    prefix = "" if shown(folder) == "." else f"{shown(folder)}/"
    problems: list[Problem] = []
    begrippen, files = _load_begrippen(folder, problems)
    gemeente = _load_gemeente(folder, begrippen, problems)
    kernen: dict[str, Kern] = {}
    initiatieven: dict[str, Initiatief] = {}
    ids: set[str] = set()
    for kern_folder in kern_folders(folder, problems):
        kern_id = kern_folder.name
        paths = yaml_files(kern_folder, problems)
        kernen[kern_id] = _load_kern(kern_folder, gemeente, begrippen, problems)
        files += isfile(kern_folder / "kern.yml") + len(paths)
        for path in paths:
            id = f"{kern_id}/{path.stem}"
            ids.add(id)
            document = _read(path, f"{prefix}{id}.yml")
            initiatief = read_model(Initiatief, document, begrippen, id=id, kern=kern_id)
            problems.extend(in_order(document.problems))
            if initiatief is not None:
                initiatieven[id] = initiatief
    files += isfile(folder / "gemeente.yml")
    return Loaded(folder, prefix, gemeente, begrippen, kernen, initiatieven, frozenset(ids), files, problems)


def _read(path: Path, name: str = "") -> Document:
    """The file as a `Document`, called `name` in its problems."""
    try:
        return read_document(name or shown(path), _bytes(path))
    except OSError as error:
        return Document(name or shown(path), problems=[unreadable(path, error)])


def _bytes(path: Path) -> bytes:
    mode = path.lstat().st_mode
    if not S_ISREG(mode):
        what = "een verwijzing naar een bestand ergens anders" if S_ISLNK(mode) else "geen gewoon bestand"
        raise OSError(0, f"het is {what}")
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def in_order(problems: list[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda problem: (problem.path, problem.line, problem.column))


def _load_begrippen(folder: Path, problems: list[Problem]) -> tuple[Begrippen, int]:
    path = folder / "begrippen.yml"
    if not isfile(path):
        return built_in(), 0
    document = _read(path)
    own = read_model(BegrippenTekst, document, built_in())
    if own is not None:
        changes = {name: [row.begrip() for row in getattr(own, name)] for name in built_in().sections}
        document.problems.extend(_begrippen_problems(document, changes))
    problems.extend(in_order(document.problems))
    if own is None or any(problem.level == "error" for problem in document.problems):
        return built_in().extended(_named_in(path), {}), 1
    return built_in().extended(changes, own.buurtwoorden), 1


def _named_in(path: Path) -> dict[str, list[Begrip]]:
    """The new ids that a begrippen.yml names which is wrong: what uses them is not wrong as well.

    Their label is the id, until the file is right.
    """
    try:
        lines = as_text(_bytes(path)).split("\n")
    except (OSError, UnicodeDecodeError):
        lines = []
    found: dict[str, list[Begrip]] = {name: [] for name in SECTIONS}
    section = None
    for line in lines:
        if key := re.match(r"\w+(?=:)", line):
            section = nearest(key.group(), SECTIONS)
        for id in _ID.findall(line) if section else ():
            if section and id not in built_in()[section]:
                label = id.replace("-", " ").capitalize()
                found[section].append(Begrip(id, label, cirkel="geel", hoofdlijn="overig"))
    return found


def _begrippen_problems(document: Document, changes: Mapping[str, list[Begrip]]) -> list[Problem]:
    found = []
    for section, begrippen in changes.items():
        needed = ["label", *(("cirkel", "hoofdlijn") if section == "soorten" else ())]
        for index, begrip in enumerate(begrippen):
            missing = [name for name in needed if not getattr(begrip, name)]
            if begrip.id not in built_in()[section] and missing:
                found.append(
                    document.problem(
                        (section, index),
                        "error",
                        "missing-key",
                        f"Bij het nieuwe woord `{begrip.id}` {'ontbreken' if len(missing) > 1 else 'ontbreekt'} {' en '.join(f'`{name}`' for name in missing)}.",
                        "Voeg het toe, of gebruik een woord dat al bestaat.",
                    )
                )
    return found


def _load_gemeente(folder: Path, begrippen: Begrippen, problems: list[Problem]) -> GemeenteTekst:
    path = folder / "gemeente.yml"
    if isfile(path):
        document = _read(path)
        gemeente = read_model(GemeenteTekst, document, begrippen)
        problems.extend(in_order(document.problems))
        if gemeente is not None:
            return gemeente
    elif isdir(folder):
        problems.append(
            problem_at(
                path,
                "missing-file",
                "gemeente.yml ontbreekt.",
                "Maak het bestand, met ten minste `naam:` en `loket:`.",
            )
        )
    else:
        problems.append(
            problem_at(
                folder,
                "missing-folder",
                "Deze map bestaat niet.",
                "Maak de map, of zet de goede naam bij `initiatives:` in mkdocs.yml.",
            )
        )
    return GemeenteTekst(naam="onze gemeente")


def _load_kern(folder: Path, gemeente: GemeenteTekst, begrippen: Begrippen, problems: list[Problem]) -> Kern:
    wide = folder.name == gemeente.gemeentebreed
    path = folder / "kern.yml"
    name = f"Heel {gemeente.naam}" if wide else folder.name.replace("-", " ").title()
    if isfile(path):
        document = _read(path)
        kern = read_model(KernTekst, document, begrippen)
        problems.extend(in_order(document.problems))
        if kern is not None:
            return Kern.model_construct(**dict(kern), id=folder.name, gemeentebreed=wide)
    elif not wide:
        problems.append(
            problem_at(
                path,
                "missing-file",
                f"In de map `{folder.name}` ontbreekt kern.yml.",
                "Maak het bestand, met ten minste `naam:` en `middelpunt:`.",
            )
        )
    return Kern(naam=name, id=folder.name, gemeentebreed=wide)
