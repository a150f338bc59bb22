"""Files that are no list, and disks that fail: a sentence, and nothing half-written."""

from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from goldens import write_files
from sociale_kaart.cli import main
from sociale_kaart.importing.reading import read_list
from sociale_kaart.importing.sheets import ListRefused

PLUGINS = Path(__file__).parent.parent / "plugins"
SITE = {
    "initiatives/gemeente.yml": "naam: Rheden\nloket: {naam: Meldpunt, telefoon: 026 000 00 00}\n",
    "initiatives/velp/kern.yml": "naam: Velp\n",
}
OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def workbook(fill: Callable[[Workbook], object]) -> bytes:
    book = Workbook()
    fill(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_part(raw: bytes, name: str, content: bytes) -> bytes:
    """A workbook of which one part is replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, content if part == name else old.read(part))
    return out.getvalue()


def far_away(book: Workbook) -> None:
    assert book.active is not None
    book.active["XFD1048576"] = "ver weg"


ENTITIES = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="str">
<v>&b;</v></c></row></sheetData></worksheet>"""
PLAIN = workbook(lambda book: book.create_sheet("Lijst").append(["Naam"]))


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (OLE + b"\0" * 600, "Dit is een oud bestand van Office, zoals .xls."),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "Dit bestand heeft een wachtwoord."),
        (
            zipped(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"),
            "Dit is een lijst van LibreOffice",
        ),
        (zipped(word__document=b"x"), "Dit is geen lijst van Excel."),
        (zipped(**{"xl__workbook.xml": b"<x/>"}), "Dit Excel-bestand is beschadigd."),
        (PLAIN[:-200], "Dit Excel-bestand is beschadigd."),
        (zipped(**{"xl__workbook.xml": b" " * 60_000_000}), "Dit bestand is uitgepakt te groot."),
        (with_part(PLAIN, "xl/worksheets/sheet1.xml", ENTITIES), "Dit Excel-bestand is beschadigd."),
        (workbook(far_away), "Op het blad `Sheet` staat ver van de lijst nog iets."),
        (workbook(lambda book: None), "In deze lijst staat niets."),
        (b"", "In deze lijst staat niets."),
        (b"\x89PNG\r\n\x1a\n\0\0", "Dit bestand is geen lijst die te lezen is."),
        (b'Naam;Kern\n"los aanhalingsteken;Velp\n' + b"x" * 200_000, "Deze lijst is niet te lezen"),
        (b"a;b\n" * 20_001, "Deze lijst is te groot"),
        (b"a;b\n" + b"x" * 20_000_001, "Dit bestand is te groot"),
    ],
    ids=lambda value: value[:45] if isinstance(value, str) else "",
)
def test_what_is_no_list_is_told_in_a_sentence(tmp_path: Path, raw: bytes, sentence: str) -> None:
    path = tmp_path / "lijst"
    path.write_bytes(raw)
    with pytest.raises(ListRefused) as refused:
        read_list(path)
    assert str(refused.value).startswith(sentence)


@pytest.mark.parametrize(
    "raw",
    [
        "Naam;Kern\nCafé;Één ‘kop’\n".encode("cp1252"),
        "Naam;Kern\nCafé;Één ‘kop’\n".encode("utf-8-sig"),
        "Naam\tKern\nCafé\tÉén ‘kop’\n".encode("utf-16"),
        'Naam,Kern\nCafé,"Één ‘kop’"\n'.encode(),
        "sep=|\r\nNaam|Kern\r\nCafé|Één ‘kop’\r\n".encode(),
    ],
    ids=["cp1252", "utf-8-sig", "utf-16", "komma", "sep="],
)
def test_a_csv_file_of_any_make(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "lijst.csv"
    path.write_bytes(raw)
    (sheet,) = read_list(path)
    assert [row.cells for row in sheet.rows] == [("Naam", "Kern"), ("Café", "Één ‘kop’")]


def test_a_cell_of_more_lines(tmp_path: Path) -> None:
    path = tmp_path / "lijst.csv"
    path.write_bytes(b'Naam;Kern\r\n"een\r\ntwee; drie";Velp\r\n')
    (sheet,) = read_list(path)
    assert sheet.rows[1].cells == ("een\r\ntwee; drie", "Velp")


def test_a_path_that_is_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(tmp_path, SITE)
    config = str(tmp_path / "mkdocs.yml")
    write_files(tmp_path, {"mkdocs.yml": "site_name: x\n"})
    for name, sentence in (
        ("niets.csv", "Dit bestand bestaat niet."),
        ("initiatives", "Dit is een map, geen lijst."),
    ):
        assert main(["import", str(tmp_path / name), "--config-file", config]) == 2
        assert sentence in capsys.readouterr().err


def test_a_list_without_headings_is_in_the_rest_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(write_files(tmp_path, {**SITE, "lijst.csv": "een;twee\ndrie;=vier\n"}))
    assert main(["import", "lijst.csv"]) == 1
    assert "Geen koppen gevonden: dit blad gaat naar de restlijst." in capsys.readouterr().out
    assert (tmp_path / "lijst-rest.csv").read_text("utf-8-sig") == "een;twee\ndrie;'=vier\n"


def test_when_the_disk_fails_halfway_nothing_is_left(tmp_path: Path) -> None:
    rows = io.StringIO()
    csv.writer(rows).writerows(
        [["Naam", "Kern", "Omschrijving"], ["Een", "Velp", "kort"], ["", "Velp", "rest"], ["Twee", "Velp", "lang " * 9_000]]
    )  # fmt: skip
    write_files(tmp_path, {**SITE, "lijst.csv": rows.getvalue()})
    before = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*"))
    done = subprocess.run(
        ["bash", "-c", f'ulimit -f 16; exec "{sys.executable}" -B -m sociale_kaart.cli import lijst.csv'],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(PLUGINS)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.startswith("Dit lukte niet")
    assert "Traceback" not in done.stderr
    assert sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*")) == before
