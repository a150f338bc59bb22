"""CSV: text with a comma, a semicolon or a tab between the cells, in the encodings that spreadsheets write."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

from .sheets import ListRefused, Row, Sheet, make_sheet

_DELIMITERS = ";,\t|"
_SAMPLE = 100_000


def sheets(raw: bytes) -> list[Sheet]:
    text = _decoded(raw)
    told = re.match(r"sep=(.)\r?\n", text)  # Excel's own line about the delimiter
    text, delimiter = (text[told.end() :], told[1]) if told else (text, _delimiter(text))
    rows = _rows(text, delimiter)
    return [make_sheet("", (Row(number, tuple(cells)) for number, cells in enumerate(rows, 1)))]


def _decoded(raw: bytes) -> str:
    encodings = ["utf-8-sig", "cp1252", "latin-1"]
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif b"\0" in raw or raw.startswith(b"%PDF"):
        encodings = []
    for encoding in encodings:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ListRefused("Dit bestand is geen lijst die te lezen is. Bewaar de lijst als .xlsx of .csv.")


def _rows(text: str, delimiter: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise ListRefused(
            "Deze lijst is niet te lezen: een cel is te lang. Staat er ergens een los aanhalingsteken?"
        ) from error


def _delimiter(text: str) -> str:
    """The one that most rows agree about."""

    def agreement(delimiter: str) -> tuple[int, int]:
        widths = Counter(len(row) for row in _rows(text[:_SAMPLE], delimiter) if len(row) > 1)
        return max(((count, width) for width, count in widths.items()), default=(0, 0))

    return max(_DELIMITERS, key=agreement)
