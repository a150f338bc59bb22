"""Opens the file of a list. Whatever is wrong with that file is a sentence."""

from __future__ import annotations

from pathlib import Path

from . import csv_list
from .sheets import ListRefused, Sheet

MAX_BYTES = 20_000_000
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")  # what Office wrote before 2007, and what it locks a file in


def read_list(path: Path) -> list[Sheet]:
    """The sheets of a CSV or XLSX file that hold anything."""
    if path.is_dir():
        raise ListRefused("Dit is een map, geen lijst. Noem het bestand zelf.")
    if not path.exists():
        raise ListRefused("Dit bestand bestaat niet.")
    if not path.is_file():
        raise ListRefused("Dit is geen gewoon bestand.")
    with path.open("rb") as file:
        raw = file.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise ListRefused("Dit bestand is te groot (meer dan 20 MB). Bewaar alleen het blad met de lijst.")
    if raw.startswith(_OLE):
        raise ListRefused(_about_ole(raw))
    found = [sheet for sheet in _sheets(raw) if sheet.rows]
    if not found:
        raise ListRefused("In deze lijst staat niets.")
    return found


def _sheets(raw: bytes) -> list[Sheet]:
    if not raw.startswith(b"PK"):
        return csv_list.sheets(raw)
    from . import xlsx_list  # loads openpyxl, which no other command needs

    return xlsx_list.sheets(raw)


def _about_ole(raw: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in raw:
        return "Dit bestand heeft een wachtwoord. Haal het wachtwoord eraf en bewaar het opnieuw."
    return "Dit is een oud bestand van Office, zoals .xls. Open het in Excel en bewaar het als .xlsx."
