"""Which files of the folder are read, and what is said of those that are not. Also names: of files, of paths."""

from __future__ import annotations

import errno
import os
import re
import unicodedata
from os.path import isdir, islink
from pathlib import Path

from .format.problems import Level, Problem

# Names of pages that the site makes itself: a kern with such a name would take their address.
SITE_NAMES = frozenset({
    "agenda", "assets", "bijdragen", "data", "formaat", "hoe-werkt-het", "index", "kern", "meedoen", "model", "onderwerp", "over",
    "overzicht", "privacy", "redactie", "search",
    "sitemap", "stylesheets", "verder-of-terug", "verwijzen", "voor", "vrijwilligers", "zelf-beginnen", "zoeken",
})  # fmt: skip
FILE_NAMES = frozenset({"kern", "index", "agenda"})
LOCK_NAME = "locaties.lock.json"
_TOP_FILES = frozenset({"gemeente.yml", "begrippen.yml"})
_KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# A name that was meant as a file of ours: `.yaml`, `.YML`, or `.yml.txt` that Windows shows as `.yml`.
_NEARLY_YML = re.compile(r"\.ya?ml(\.txt)?$", re.IGNORECASE)
_WHY = {errno.EACCES: "het mag niet", errno.ENOENT: "het is er niet", errno.EISDIR: "het is een map"}


def shown(path: Path) -> str:
    """A path as people see it: from where they stand."""
    try:
        return Path(os.path.relpath(path)).as_posix() if path.is_relative_to(Path.cwd()) else path.as_posix()
    except (ValueError, OSError):  # another drive; a working directory that is gone
        return path.as_posix()


def problem_at(path: Path, rule: str, message: str, remedy: str, level: Level = "error") -> Problem:
    return Problem(shown(path), 1, 1, level, rule, "", message, remedy)


def unreadable(path: Path, error: OSError) -> Problem:
    why = _WHY.get(error.errno or 0) or error.strerror
    return problem_at(
        path,
        "unreadable",
        f"Dit kan niet gelezen worden: {why}.",
        "Kijk of u het mag openen, of zet het er opnieuw neer.",
    )


def _listed(folder: Path, problems: list[Problem]) -> list[Path]:
    """What is in a folder, without what is hidden."""
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as error:
        problems.append(unreadable(folder, error))
        return []


def kern_folders(folder: Path, problems: list[Problem]) -> list[Path]:
    found = []
    for path in _listed(folder, problems) if isdir(folder) else []:
        name = path.name
        if not isdir(path):
            if name not in _TOP_FILES and _NEARLY_YML.search(name):
                problems.append(_stray(path))
        elif name.startswith("_"):
            continue
        elif islink(path):
            problems.append(
                problem_at(
                    path,
                    "not-read",
                    "Deze map is een verwijzing naar een andere map en wordt niet gelezen.",
                    "Zet de map zelf hier neer.",
                )
            )
        elif name in SITE_NAMES:
            problems.append(
                problem_at(
                    path,
                    "reserved-name",
                    f"Een kern kan niet `{name}` heten: zo heet een bladzijde van de site.",
                    "Geef de map een andere naam.",
                )
            )
        elif not _KEBAB.fullmatch(name):
            problems.append(
                problem_at(
                    path, "file-name", f"`{name}` is geen goede naam voor een map.", _better_name(name)
                )
            )
        else:
            found.append(path)
    return found


def _stray(path: Path) -> Problem:
    right = f"{path.name.split('.')[0].casefold()}.yml"
    if right in _TOP_FILES:
        return _not_read(path, f"`{path.name}` wordt niet gelezen.", f"Noem het `{right}`.")
    return _not_read(
        path,
        "Dit bestand staat niet in de map van een kern en wordt niet gelezen.",
        "Zet het in de map van de kern.",
    )


def _not_read(path: Path, message: str, remedy: str) -> Problem:
    return problem_at(path, "not-read", message, remedy, "warning")


def _better_name(name: str, suffix: str = "") -> str:
    better = kebab(name)
    example = f", bijvoorbeeld `{better}{suffix}`" if better else ""
    return f"Gebruik kleine letters, cijfers en streepjes{example}."


def yaml_files(folder: Path, problems: list[Problem]) -> list[Path]:
    found = []
    for path in _listed(folder, problems):
        if isdir(path):
            deeper = (file for file in sorted(path.rglob("*")) if _NEARLY_YML.search(file.name))
            problems.extend(
                _not_read(
                    file,
                    "Dit bestand staat te diep en wordt niet gelezen.",
                    f"Zet het rechtstreeks in de map `{folder.name}`.",
                )
                for file in deeper
            )
        elif path.name == "kern.yml" or not _NEARLY_YML.search(path.name):
            continue
        elif path.suffix != ".yml":
            right = _NEARLY_YML.sub(".yml", path.name)
            problems.append(
                _not_read(
                    path,
                    f"`{path.name}` wordt niet gelezen: de naam moet eindigen op `.yml`.",
                    f"Noem het `{right}`.",
                )
            )
        elif path.stem in FILE_NAMES:
            problems.append(
                problem_at(
                    path,
                    "reserved-name",
                    f"Een initiatief kan niet `{path.stem}` heten.",
                    "Geef het bestand een andere naam.",
                )
            )
        elif not _KEBAB.fullmatch(path.stem):
            problems.append(
                problem_at(
                    path,
                    "file-name",
                    f"`{path.name}` is geen goede naam voor een bestand.",
                    _better_name(path.stem, ".yml"),
                )
            )
        else:
            found.append(path)
    return found


def kebab(name: str) -> str:
    """A name as a file name: "'t Huis aan de Überweg" → "t-huis-aan-de-uberweg"."""
    plain = unicodedata.normalize("NFKD", name.replace("ß", "ss")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.casefold()).strip("-")
