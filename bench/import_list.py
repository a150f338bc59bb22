"""How much of a messy list the import takes over, and whether any word of it is lost.

    python bench/import_list.py [N] [FOLDER]

Makes up a list of N rows (default 200; the same every time) as municipalities keep them: notations that differ from row
to row, several values in a cell, numbers that lost their zero, rows without a name. Imports it as CSV and as XLSX
into a copy of the demonstration's kernen, and prints what became of the rows, what `check` says of the files, and
the words that stand nowhere any more. With FOLDER the two lists are kept there.
"""

from __future__ import annotations

import csv
import io
import random
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from openpyxl import Workbook

from sociale_kaart.format.begrippen import built_in
from sociale_kaart.importing.cells import clean
from sociale_kaart.importing.files import rest_text, write
from sociale_kaart.importing.plan import SheetPlan, all_made, make_plan
from sociale_kaart.importing.reading import read_list
from sociale_kaart.importing.report import column_lines, row_lines
from sociale_kaart.loading import load
from sociale_kaart.opening import open_all

DEMONSTRATION = Path(__file__).parent.parent / "initiatives"
TODAY = date(2026, 11, 22)
HEADINGS = (
    "Nr.", "Naam initiatief", "Type", "Categorie", "Omschrijving", "Doelgroep(en)", "Adres", "Postcode + plaats",
    "Kern", "Telefoonnummer(s)", "E-mail adres", "Website/Facebook", "Dag en tijd", "Kosten p.p.", "Aanmelden?",
    "Rolstoeltoegankelijk", "Contactpersoon", "Opmerkingen", "Laatst gecontroleerd",
)  # fmt: skip
KERNEN = ("Velp", "Dieren", "Rheden", "De Steeg", "Ellecom", "Laag-Soeren", "Spankeren")
PLACES = {
    "Velp": "6881", "Dieren": "6951", "Rheden": "6991", "De Steeg": "6994", "Ellecom": "6955", "Laag-Soeren": "6957", "Spankeren": "6956",
}  # fmt: skip
FIRST = ("Koffieochtend", "Eettafel", "Wandelclub", "Repair Café", "Buurthuis", "Inloop", "Zangkoor", "Breigroep", "Taalcafé",
         "Ruilwinkel", "Biljartclub", "Lotgenotengroep", "Klussendienst", "Dorpshuis", "Maatjesproject", "Bewegen voor ouderen")  # fmt: skip
LAST = ("De Poort", "Het Anker", "'t Trefpunt", "Samen Eén", "De Linde", "Ons Genoegen", "Zonnehoek", "De Brug", "Vijf voor Twaalf", "\"Oud & Nieuw\"")  # fmt: skip
# What can be read, in many notations; and after it what nobody can be certain of.
SOORTEN = (("Ontmoetingsplek", "buurthuis", "Vereniging", "maaltijdproject", "Vrijwilligersorganisatie", "lotgenotengroep", "Buurt huis",
            "Ruilpunt", "Inloophuis"), ("vereninging", "club", "", "iets anders"))  # fmt: skip
THEMAS = (("ontmoeting", "Bewegen", "eten", "Ontmoeting; bewegen", "taal / digitaal", "eenzaamheid, gezondheid", "koersbal", "cultuur en creatief",
           "geld en formulieren", "Mantelzorg", "", "digitaal"), ("ontmoetting", "#N/B"))  # fmt: skip
DOELGROEPEN = (("ouderen", "Senioren", "65+", "iedereen", "ouderen en mantelzorgers", "jongeren (12-18 jaar)", "mensen met dementie",
                "jong & oud", "vrouwen, nieuwkomers", "", "kinderen; ouders", "12-18"), ("Oudern", "wie maar wil"))  # fmt: skip
TEXTS = ((
    "Samen koffie drinken en een praatje maken.", "Elke week eten we samen. Vrijwilligers koken.\nAanschuiven kan altijd.",
    "Let op: start weer in september!", "- kaarten\n- sjoelen\n- biljart", "#samen sterk: wij helpen elkaar",
    "Voor iedereen die “gewoon” gezelligheid zoekt; binnenlopen mag.", "Hulp bij formulieren, de computer en de telefoon. " * 8,
), ("", "=SOM(A1:A3)", "{{ 7 * 7 }} <b>vet</b> & meer"))  # fmt: skip
TIMES = ((
    "ma t/m vr 9-17u", "di 10.00 - 12.00 uur", "elke 1e woensdag v/d maand 14.00-16.00 uur", "maandag 9:30-11:30 en donderdag 13:30-15:30",
    "iedere dinsdagmiddag van 14.00 tot 16.00 uur", "op afspraak", "wo 10-12 (even weken)", "laatste vrijdag van de maand, 20.00-23.00",
    "Werkdagen 08.30u-17.00u", "do vanaf 19.30 uur", "", "ma/wo/vr 0900-1200", "dagelijks",
    "dinsdag: 9.00-12.00\nwoensdag: gesloten\ndonderdag: 9.00-12.00",
), ("om de week op zaterdag", "in overleg", "wisselend, zie website", "zomer: ma 9-12", "maandag van 12 tot 10"))  # fmt: skip
COSTS = (
    (
        "gratis",
        "0",
        "€ 2,50",
        "2,5",
        "€5 per maand",
        "geen",
        "nvt",
        "",
        "eigen bijdrage",
        "€ 3,- incl. koffie",
    ),
    (),
)
ANSWERS = (("ja", "nee", "x", "J", "N", "", "?", "niet nodig", "graag even bellen", "Yes"), ())
PERSONS = (
    ("Jan Jansen", "mw. De Vries (coördinator)", "", "Fatima", "P. Pietersen\n06-00000001"),
    ("vacant",),
)
NOTES = (("", "", "verhuist in 2027", "let op! # niet bellen na 20 uur", "--- zie mail", "subsidie € 500: nog aanvragen"),
         ("\u202eomgekeerd\x07 bel", "naam: vals\nsoort: loket"))  # fmt: skip
DATES = (("2026-10-01", "1-10-2026", "1 oktober 2026", ""), ("okt 26",))
ODD = 0.05  # of the cells


def made_up(number: int) -> list[list[str]]:
    """The rows with what stands above and between them."""
    chance = random.Random(20261122)
    rows = [["Overzicht vrijwillige initiatieven", "", "versie 3 (concept)"], [], list(HEADINGS)]
    for index in range(1, number + 1):
        rows.append(_row(index, chance))
        if index % 61 == 0:
            rows.append([])
        if index % 97 == 0:
            rows.append(list(HEADINGS))
    return rows


def _row(index: int, chance: random.Random) -> list[str]:
    def pick(usual: Sequence[str], odd: Sequence[str] = ()) -> str:
        return chance.choice(odd if odd and chance.random() < ODD else usual)

    naam = f"{pick(FIRST)} {pick(LAST)}"
    kern = pick(KERNEN)
    digits = f"{chance.randrange(10**6):06}"
    phone = pick((
        f"026-3{digits}", f"026 3{digits[:2]} {digits[2:4]} {digits[4:]}", f"263{digits}", f"06-00{digits}", f"+31 (0)26 3{digits}",
        f"026-3{digits} / 06 00 {digits}", "", "14 026", f"06 00{digits}; 026-3{digits}",
    ), (f"Tel. 0263{digits} (Jan)", "bel Jan Jansen", f"026-3{digits}/33"))  # fmt: skip
    street = pick(("Hoofdstraat", "Kerkweg", "Burg. Blooklaan", "Plein 1944", "'t Hof", "1e Dwarsstraat"))
    number = pick(("1", "12a", "12 A", "7-9", "14 bis", "101", "8 zaal 2"), ("", "3/5"))
    address = pick(
        (f"{street} {number}", f"Gebouw Zuid, {street} {number}", street, "op aanvraag", ""),
        ("Postbus 99", "bij de kerk"),
    )
    code = f"{PLACES[kern]}{pick((' ', ''))}{pick(('AB', 'cd', 'XZ'))}"
    town = pick((kern, kern.upper(), f"{kern} (Gld)"))
    place = pick((f"{code} {town}", f"{code}  {town}"), (code, town, ""))
    column = pick((kern, kern, kern.lower(), "", "heel de gemeente", f"{kern}, Velp"), (f"{kern}p", "Arnhem"))
    mail = f"info{index}@voorbeeld.example"
    cells = [
        str(index), pick((naam,), ("", naam)), pick(*SOORTEN), pick(*THEMAS), pick(*TEXTS), pick(*DOELGROEPEN), address.strip(), place,
        column, phone, pick((mail, f"{mail} ", f"mail: {mail}", f"info{index} (at) voorbeeld.example", "geen", "", f"{mail}; b{mail}"), ("info@", "a b@c")),
        pick(("www.voorbeeld.example", "https://voorbeeld.example/x?y=1", "", "facebook.com/groep", "geen"), ("zie gemeentegids",)),
        pick(*TIMES), pick(*COSTS), pick(*ANSWERS), pick(("ja", "nee", "x", ""), ("deels",)), pick(*PERSONS), pick(*NOTES), pick(*DATES),
    ]  # fmt: skip
    return [*cells, "losse cel"] if chance.random() < 0.02 else cells


def as_csv(rows: list[list[str]]) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(rows: list[list[str]]) -> bytes:
    """As a spreadsheet keeps it: numbers are numbers, dates are dates, and no sign that it refuses."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            value: str | int | date = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", text)
            if re.fullmatch(r"[1-9]\d{0,9}", text):
                value = int(text)
            elif re.fullmatch(r"\d{4}-\d\d-\d\d", text):
                value = date.fromisoformat(text)
            cell = sheet.cell(number, column, value)
            if isinstance(value, str) and value.startswith("="):
                cell.data_type = "s"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", clean(text).casefold()))


def lost_words(rows: list[list[str]], plans: list[SheetPlan], told: str) -> set[str]:
    """Of each row the words that are not in its file, nor in what was told, nor in the rest."""
    labels = {one.label for section in built_in().sections.values() for one in section.values()}
    elsewhere = words(told) | words(rest_text(plans)) | words(" ".join(labels))
    text_of = {one.entry.row.number: one.entry.text for one in all_made(plans)}
    lost = set()
    for number, row in enumerate(rows, 1):
        there = squeezed(text_of.get(number, "")) + f" {squeezed(told)}"
        lost |= {
            f"{number}: {word}"
            for word in set().union(*map(words, row)) - elsewhere - words(text_of.get(number, ""))
            if word not in there
        }
    return lost


def squeezed(text: str) -> str:
    return re.sub(r"[\W_]", "", text.casefold())


def measure(name: str, raw: bytes, rows: list[list[str]], suffix: str) -> None:
    with tempfile.TemporaryDirectory() as parent:
        folder = Path(parent) / "initiatives"
        for kern in DEMONSTRATION.glob("*/kern.yml"):
            shutil.copytree(kern.parent, folder / kern.parent.name)
        shutil.copy(DEMONSTRATION / "gemeente.yml", folder)
        shutil.copy(DEMONSTRATION / "begrippen.yml", folder)
        path = Path(parent) / f"lijst{suffix}"
        path.write_bytes(raw)
        start = time.perf_counter()
        loaded = load(folder)
        plans = make_plan(read_list(path), {}, loaded, folder, "", TODAY)
        write(plans, folder, path.with_name("rest.csv"))
        seconds = time.perf_counter() - start
        told = "\n".join([*column_lines(plans), *row_lines(plans, loaded)])
        made = {one.id: one.entry for one in all_made(plans)}
        problems = open_all(load(folder), TODAY).problems
        levels = [
            one.level for one in problems if Path(one.path).with_suffix("").as_posix().endswith(tuple(made))
        ]
    refused, same = (sum(len(getattr(plan, what)) for plan in plans) for what in ("refused", "same"))
    remarks = sum(bool(one.remarks) for one in made.values())
    again = sum(len(plan.table.again) for plan in plans if plan.table)
    count = sum(any(row) for row in rows) - 2 - again
    print(f"{name}: {count} rows in {seconds:.2f} s")
    print(f"  whole {len(made) - remarks}, with remarks {remarks}, double {same}, in the rest list {refused}")
    print(
        f"  rows lost {count - len(made) - refused - same}, words lost {sorted(lost_words(rows, plans, told)) or 0}"
    )
    print(
        f"  check: {levels.count('error')} errors, {levels.count('warning')} warnings, {levels.count('hint')} hints"
    )


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    rows = made_up(number)
    kinds: dict[str, tuple[str, Callable[[list[list[str]]], bytes]]] = {
        "CSV": (".csv", as_csv),
        "XLSX": (".xlsx", as_xlsx),
    }
    for name, (suffix, write_as) in kinds.items():
        raw = write_as(rows)
        if len(sys.argv) > 2:
            (Path(sys.argv[2]) / f"lijst{suffix}").write_bytes(raw)
        measure(name, raw, rows, suffix)


if __name__ == "__main__":
    main()
