"""Puts the plain files into a folder, and takes away what stood there of last time."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from ..writing import write_over

# Names everything that we wrote, so that a folder is known as ours.
LIST = ".sociale-kaart-pages.json"


class FolderRefused(ValueError):
    """The folder cannot be used; the text is a Dutch sentence."""


def write_folder(folder: Path, files: Iterable[tuple[str, str | Path]]) -> int:
    """Writes all files and gives how many. What somebody else put there stays."""
    before = _written_before(folder)
    folder.mkdir(parents=True, exist_ok=True)
    if not before:
        _write_list(folder, ())
    now: dict[str, None] = {}
    for name, content in files:
        now[name] = None
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, str):
            write_over(path, content)
        else:
            shutil.copyfile(content, path)
    for name in before - now.keys():
        _remove(folder, name)
    _write_list(folder, now)
    return len(now)


def _written_before(folder: Path) -> set[str]:
    """What we wrote there last time; `FolderRefused` when what stands there is not ours."""
    if folder.exists() and not folder.is_dir():
        raise FolderRefused("is een bestand. Noem een map die er nog niet is.")
    if not folder.is_dir() or not any(folder.iterdir()):
        return set()
    try:
        written = json.loads((folder / LIST).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError, RecursionError):
        written = None
    if not isinstance(written, list):
        raise FolderRefused(
            "is niet leeg, en niet door deze opdracht gemaakt. Noem een map die er nog niet is."
        )
    return {name for name in written if isinstance(name, str) and _inside(name)}


def _inside(name: str) -> bool:
    path = PurePosixPath(name)
    return bool(path.parts) and not path.is_absolute() and ".." not in path.parts and "\0" not in name


def _remove(folder: Path, name: str) -> None:
    path = folder / name
    if path.is_file() and path.resolve().is_relative_to(folder.resolve()):
        path.unlink()


def _write_list(folder: Path, names: Iterable[str]) -> None:
    write_over(folder / LIST, json.dumps(sorted(names), indent=0, ensure_ascii=False) + "\n")
