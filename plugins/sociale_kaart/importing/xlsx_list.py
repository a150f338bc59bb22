"""XLSX: the text of each cell as the sheet shows it, with what hangs on it: links, notes, merged cells."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from .sheets import ListRefused, Row, Sheet, make_sheet

MAX_UNPACKED = 50_000_000
_MAX_CELLS = 5_000_000
_OTHER = "Dit is geen lijst van Excel. Bewaar de lijst als .xlsx of .csv."


def sheets(raw: bytes) -> list[Sheet]:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            _refuse_other(package)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what openpyxl would not write back: nothing is written
            shown = load_workbook(io.BytesIO(raw), data_only=True)
            formulas = load_workbook(io.BytesIO(raw))
        return [make_sheet(one.title, _rows(one, formulas)) for one in shown.worksheets]
    except (ListRefused, MemoryError):
        raise
    except Exception as error:  # a damaged file: openpyxl, zipfile and the XML parser each raise their own
        raise ListRefused(
            "Dit Excel-bestand is beschadigd. Open het in Excel en bewaar het opnieuw."
        ) from error


def _refuse_other(package: zipfile.ZipFile) -> None:
    """What is packed as a spreadsheet is but is none, and what unpacks without end."""
    names = set(package.namelist())
    if "mimetype" in names and b"opendocument.spreadsheet" in package.read("mimetype")[:100]:
        raise ListRefused("Dit is een lijst van LibreOffice (.ods). Open hem en bewaar hem als .xlsx.")
    if "xl/workbook.xml" not in names:
        raise ListRefused(_OTHER)
    if (
        sum(part.file_size for part in package.infolist() if not part.filename.startswith("xl/media/"))
        > MAX_UNPACKED
    ):
        raise ListRefused("Dit bestand is uitgepakt te groot. Bewaar alleen het blad met de lijst.")


def _rows(sheet: Worksheet, formulas: Workbook) -> Iterator[Row]:
    if sheet.max_row * sheet.max_column > _MAX_CELLS:
        raise ListRefused(
            f"Op het blad `{sheet.title}` staat ver van de lijst nog iets. Zet alleen de lijst op een nieuw blad."
        )
    merged = _merged_downwards(sheet)
    for number, cells in enumerate(sheet.iter_rows(min_row=1, min_col=1), 1):
        shown = [merged.get((number, column), cell) for column, cell in enumerate(cells, 1)]
        texts = [_text(cell) or _formula(formulas[sheet.title], cell) for cell in shown]
        links = [cell.hyperlink.target for cell in cells if cell.hyperlink and cell.hyperlink.target]
        notes = [cell.comment.text for cell in cells if cell.comment]
        bare = [_bare(text) for text in texts]
        hidden = [link for link in links if not any(_bare(link) in text for text in bare)]
        yield Row(number, tuple(texts), "\n".join(hidden), "\n".join(notes))


def _merged_downwards(sheet: Worksheet) -> dict[tuple[int, int], Any]:
    """What is merged downwards holds for each of its rows: place → the cell that has the text."""
    return {
        (row, merged.min_col): sheet.cell(merged.min_row, merged.min_col)
        for merged in sheet.merged_cells.ranges
        for row in range(merged.min_row, merged.max_row + 1)
    }


def _text(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, datetime) and value.time() != time():
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        return f"{value // timedelta(hours=1)}:{value // timedelta(minutes=1) % 60:02}"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    if isinstance(value, int) and re.fullmatch("0+", cell.number_format):
        return str(value).zfill(len(cell.number_format))  # a number that is shown with zeros in front
    return str(value)


def _formula(sheet: Worksheet, cell: Any) -> str:
    """What was never calculated is kept as it was written."""
    written = sheet.cell(cell.row, cell.column).value
    return written if isinstance(written, str) and written.startswith("=") else ""


def _bare(address: str) -> str:
    return re.sub(r"^(mailto:|https?://)?(www\.)?|/$", "", address.strip().casefold())
