"""Reads the folder: every file strictly, all problems of all files at once, nothing else touched.

`Loaded` is what stood in the files. What only shows across files is for `checks`; what the site is made
from is `kaart.SocialeKaart`.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from .format.begrippen import Begrip, Begrippen, built_in
from .format.document import Document, read_document
from .format.gebied import BegrippenTekst, GemeenteTekst, Kern, KernTekst
from .format.initiatief import Initiatief
from .format.problems import Problem
from .format.reading import read_model

# Names of pages that the site makes itself: a kern with such a name would take their address.
SITE_NAMES = frozenset({
    "agenda", "assets", "data", "index", "kern", "meedoen", "onderwerp", "overzicht", "redactie", "search",
    "sitemap", "stylesheets", "verwijzen", "voor", "vrijwilligers", "zelf-beginnen", "zoeken",
})  # fmt: skip
FILE_NAMES = frozenset({"kern", "index", "agenda"})
LOCK_NAME = "locaties.lock.json"
_KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_FOTO = {".jpg", ".jpeg", ".png", ".webp"}


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
        """The file of an initiative (or `velp/kern`), read again: places are only kept for who asks."""
        return _read(self.folder / f"{id}.yml")


def shown(path: Path) -> str:
    """A path as people see it: from where they stand."""
    try:
        return Path(os.path.relpath(path)).as_posix() if path.is_relative_to(Path.cwd()) else path.as_posix()
    except (ValueError, OSError):  # another drive; a working directory that is gone
        return path.as_posix()


def load(folder: Path) -> Loaded:
    """Reads `folder` (as in the format: gemeente.yml, begrippen.yml, KERN/*.yml)."""
    folder = folder.absolute()
    problems: list[Problem] = []
    if not folder.is_dir():
        problems.append(_at(folder, "missing-folder", "Deze map bestaat niet.", "Maak de map, of zet de goede naam bij `initiatives:` in mkdocs.yml."))
    begrippen, files = _load_begrippen(folder, problems)
    gemeente = _load_gemeente(folder, begrippen, problems)
    kernen: dict[str, Kern] = {}
    initiatieven: dict[str, Initiatief] = {}
    ids: set[str] = set()
    for kern_folder in _kern_folders(folder, problems):
        kern_id = kern_folder.name
        paths = _yaml_files(kern_folder, problems)
        kernen[kern_id] = _load_kern(kern_folder, gemeente, begrippen, problems)
        files += (kern_folder / "kern.yml").is_file()
        for path in paths:
            id = f"{kern_id}/{path.stem}"
            ids.add(id)
            files += 1
            document = _read(path)
            initiatief = read_model(Initiatief, document, begrippen, id=id, kern=kern_id)
            problems.extend(document.problems)
            if initiatief is not None:
                initiatieven[id] = initiatief
    if gemeente.gemeentebreed and gemeente.gemeentebreed not in kernen and folder.is_dir():
        problems.append(_read(folder / "gemeente.yml").problem(("gemeentebreed",), "error", "reference", f"De map `{gemeente.gemeentebreed}` bestaat niet.", "Maak de map, of haal deze regel weg."))
    return Loaded(folder, f"{shown(folder)}/", gemeente, begrippen, kernen, initiatieven, frozenset(ids), files + (folder / "gemeente.yml").is_file(), problems)


def _at(path: Path, rule: str, message: str, remedy: str, level: str = "error") -> Problem:
    return Problem(shown(path), 1, 1, level, rule, "", message, remedy)  # type: ignore[arg-type]


def _read(path: Path) -> Document:
    try:
        return read_document(shown(path), path.read_bytes())
    except OSError as error:
        document = Document(shown(path))
        document.problems.append(_at(path, "unreadable", f"Dit bestand kan niet gelezen worden ({error.strerror}).", "Kijk of u het bestand mag openen."))
        return document


def _load_begrippen(folder: Path, problems: list[Problem]) -> tuple[Begrippen, int]:
    path = folder / "begrippen.yml"
    if not path.is_file():
        return built_in(), 0
    document = _read(path)
    own = read_model(BegrippenTekst, document, built_in())
    if own is not None:
        changes = {name: [row.begrip() for row in getattr(own, name)] for name in built_in().sections}
        document.problems.extend(_begrippen_problems(document, changes))
    problems.extend(document.problems)
    if own is None or any(problem.level == "error" for problem in document.problems):
        return built_in(), 1
    return built_in().extended(changes, own.buurtwoorden), 1


def _begrippen_problems(document: Document, changes: Mapping[str, list[Begrip]]) -> list[Problem]:
    found = []
    for section, begrippen in changes.items():
        needed = ["label", *(("cirkel", "hoofdlijn") if section == "soorten" else ())]
        for index, begrip in enumerate(begrippen):
            missing = [name for name in needed if not getattr(begrip, name)]
            if begrip.id not in built_in()[section] and missing:
                found.append(document.problem((section, index), "error", "missing-key", f"Bij het nieuwe woord `{begrip.id}` ontbreekt {' en '.join(f'`{name}`' for name in missing)}.", "Voeg het toe, of gebruik een woord dat al bestaat."))
    return found


def _load_gemeente(folder: Path, begrippen: Begrippen, problems: list[Problem]) -> GemeenteTekst:
    path = folder / "gemeente.yml"
    if path.is_file():
        document = _read(path)
        gemeente = read_model(GemeenteTekst, document, begrippen)
        problems.extend(document.problems)
        if gemeente is not None:
            return gemeente
    elif folder.is_dir():
        problems.append(_at(path, "missing-file", "gemeente.yml ontbreekt.", "Maak het bestand, met ten minste `naam:` en `loket:`."))
    return GemeenteTekst(naam="onze gemeente")


def _kern_folders(folder: Path, problems: list[Problem]) -> list[Path]:
    found = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else []:
        if path.name.startswith((".", "_")):
            continue
        if path.is_dir() and path.name in SITE_NAMES:
            problems.append(_at(path, "reserved-name", f"Een kern kan niet `{path.name}` heten: zo heet een bladzijde van de site.", "Geef de map een andere naam."))
        elif path.is_dir() and not _KEBAB.fullmatch(path.name):
            problems.append(_at(path, "file-name", f"De map `{path.name}` heeft geen goede naam.", f"Gebruik kleine letters, cijfers en streepjes: `{kebab(path.name)}`."))
        elif path.is_dir():
            found.append(path)
        elif path.name not in ("gemeente.yml", "begrippen.yml", LOCK_NAME) and path.suffix in (".yml", ".yaml"):
            problems.append(_at(path, "not-read", "Dit bestand staat niet in de map van een kern en wordt niet gelezen.", "Zet het in de map van de kern.", "warning"))
    return found


def _yaml_files(folder: Path, problems: list[Problem]) -> list[Path]:
    found = []
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            for deeper in sorted((*path.rglob("*.yml"), *path.rglob("*.yaml"))):
                problems.append(_at(deeper, "not-read", "Dit bestand staat te diep en wordt niet gelezen.", f"Zet het rechtstreeks in de map `{folder.name}`.", "warning"))
        elif path.suffix == ".yaml":
            problems.append(_at(path, "not-read", "Een bestand met `.yaml` wordt niet gelezen.", f"Noem het `{path.stem}.yml`.", "warning"))
        elif path.suffix != ".yml" or path.name.startswith(".") or path.name == "kern.yml":
            continue
        elif path.stem in FILE_NAMES:
            problems.append(_at(path, "reserved-name", f"Een initiatief kan niet `{path.stem}` heten.", "Geef het bestand een andere naam."))
        elif not _KEBAB.fullmatch(path.stem):
            problems.append(_at(path, "file-name", f"`{path.name}` is geen goede naam voor een bestand.", f"Gebruik kleine letters, cijfers en streepjes: `{kebab(path.stem)}.yml`."))
        else:
            found.append(path)
    return found


def _load_kern(folder: Path, gemeente: GemeenteTekst, begrippen: Begrippen, problems: list[Problem]) -> Kern:
    wide = folder.name == gemeente.gemeentebreed
    path = folder / "kern.yml"
    name = f"Heel {gemeente.naam}" if wide else folder.name.replace("-", " ").title()
    if path.is_file():
        document = _read(path)
        kern = read_model(KernTekst, document, begrippen)
        problems.extend(document.problems)
        if kern is not None:
            return Kern.model_construct(**dict(kern), id=folder.name, gemeentebreed=wide)
    elif not wide:
        problems.append(_at(path, "missing-file", f"In de map `{folder.name}` ontbreekt kern.yml.", "Maak het bestand, met ten minste `naam:` en `middelpunt:`."))
    return Kern(naam=name, id=folder.name, gemeentebreed=wide)


def kebab(name: str) -> str:
    """A name as a file name: "'t Huis aan de Überweg" → "t-huis-aan-de-uberweg"."""
    plain = unicodedata.normalize("NFKD", name.replace("ß", "ss")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.casefold()).strip("-")
