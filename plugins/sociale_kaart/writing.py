"""Writes a text file whole or not at all: a reader never meets half of one."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def write_new(path: Path, text: str) -> None:
    """Writes a file that is not there yet; `FileExistsError` when it is."""
    beside = _written_beside(path, text)
    try:
        try:
            os.link(beside, path)
        except FileExistsError:
            raise
        except OSError:  # a disk without hard links (a USB stick)
            if path.exists():
                raise FileExistsError(path) from None
            beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def write_over(path: Path, text: str) -> None:
    """Writes a file, in place of the one that may be there."""
    path = path.resolve()
    if path.exists() and not path.is_file():  # /dev/stdout: written to, never replaced
        path.write_text(text, encoding="utf-8", newline="\n")
        return
    beside = _written_beside(path, text)
    try:
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _written_beside(path: Path, text: str) -> Path:
    beside = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with beside.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return beside
