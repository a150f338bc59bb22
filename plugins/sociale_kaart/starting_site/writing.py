"""Puts a new site on the disk: everything, or nothing that looks like a site."""

from __future__ import annotations

import json
import secrets
import shutil
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

_BUSY = ".begin-"  # the folder in which a site is made, inside its own


class FolderRefused(ValueError):
    """The folder cannot be used; the text is a Dutch sentence."""


def write_site(folder: Path, files: Mapping[str, str]) -> None:
    """Writes all files into a folder that is not there yet or is empty; a `.git` may stand in it.

    They are made aside and then moved, in the order of `files`, so that the last one says that all are there.
    """
    _refuse_filled(folder)
    there = folder.is_dir()
    busy = folder / f"{_BUSY}{secrets.token_hex(4)}.tmp"
    busy.mkdir(parents=True)
    try:
        for name, text in files.items():
            path = busy / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        for name in dict.fromkeys(name.partition("/")[0] for name in files):
            (busy / name).rename(folder / name)
    finally:
        shutil.rmtree(busy, ignore_errors=True)
        if not there and not any(folder.iterdir()):
            folder.rmdir()


def _refuse_filled(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise FolderRefused("is een bestand. Noem een map die er nog niet is.")
    inside = sorted(path.name for path in folder.iterdir() if path.name != ".git") if folder.is_dir() else []
    if any(name.startswith(_BUSY) for name in inside):
        raise FolderRefused("heeft een begin dat is afgebroken. Haal weg wat erin staat, en begin opnieuw.")
    if inside:
        raise FolderRefused("is niet leeg. Noem een map die er nog niet is, of een lege.")


def requirement() -> tuple[str, bool]:
    """What pip installs to get the program that runs now, and whether that is sure to be found elsewhere."""
    name = "sociale-kaart"
    try:
        installed = distribution(name)
    except PackageNotFoundError:  # run from a checkout, without being installed
        return name, False
    origin = json.loads(installed.read_text("direct_url.json") or "{}")
    url, vcs = origin.get("url", ""), origin.get("vcs_info", {})
    if vcs and not url.startswith("file:"):
        return f"{name} @ {vcs['vcs']}+{url}@{vcs['commit_id']}", True
    if url.startswith("https:"):
        return f"{name} @ {url}", True
    return f"{name}=={installed.version}", not url
