"""One row of the list to the text of one file; what of it has no place stands in that file as a comment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from ..format.document import MAX_BYTES, read_document
from ..format.initiatief import Initiatief
from ..format.reading import read_model
from ..yaml_writing import yaml_text
from .cells import clean, is_empty, one_line
from .contact import read_contact
from .draft import Cell, Draft
from .kernen import Kernen
from .keys import COMMENT, SKIP, leaves
from .occasions import read_activities, read_hours
from .places import NoKern, place
from .sheets import Row
from .tables import Table
from .terms import Terms
from .values import read_cross, read_other, read_terms, read_texts

_READ_BY_OTHERS = {
    "naam", "kort", "beschrijving", "contact", "contact.telefoon", "contact.email", "contact.website", "contact.whatsapp",
    "openingstijden", "activiteiten", "dag", "tijd", "herhaling", "kern", "buurt", "adres", "toevoeging", "lat", "lon", COMMENT,
}  # fmt: skip
_REQUIRED = ("naam", "soort", "kort")
_LONG_TEXTS = {
    "naam", "kort", "beschrijving", "activiteiten", "zelf_bijdragen", "reden", "toegang.kosten", "vrijwilligers.gezocht", COMMENT,
}  # fmt: skip
_MAX_VALUE = 600  # characters; what is longer is no address, no number, no hours
_NEUTRAL = "vrijwilligersorganisatie"


@dataclass(frozen=True)
class Entry:
    """What becomes a file. `initiatief` is the model that the program reads in its text."""

    row: Row
    kern: str
    naam: str
    text: str
    initiatief: Initiatief
    remarks: tuple[str, ...]


@dataclass(frozen=True)
class Refused:
    """A row of which no file can be made, and why."""

    row: Row
    why: str


@dataclass(frozen=True)
class Around:
    """What is the same for all rows of a sheet. `kern` is for a row that names none, `modeline` for editors."""

    kernen: Kernen
    terms: Mapping[str, Terms]
    kern: str
    vandaag: date
    modeline: str = ""


def read_row(row: Row, table: Table, around: Around) -> Entry | Refused:
    draft = _draft(row, table)
    names = [one_line(cell.text) for cell in draft.of("naam")]
    if not names:
        return Refused(row, "Er staat geen naam.")
    draft.put("naam", names[0], next(draft.of("naam")), names[0])
    try:
        kern = place(draft, around.kernen, around.kern)
    except NoKern as error:
        return Refused(row, str(error))
    _read_values(draft, around)
    _fill_in(draft, kern, around)
    body, initiatief = _checked(draft, kern, around.kernen)
    if initiatief is None:
        return Refused(row, "Hier is geen goed bestand van te maken.")
    text = around.modeline + body + "".join(f"{line}\n" for line in _comments(draft, row, table))
    if len(text.encode()) > MAX_BYTES:
        return Refused(row, "In deze rij staat te veel tekst voor één bestand.")
    return Entry(row, kern, names[0], text, initiatief, tuple(draft.remarks))


def _draft(row: Row, table: Table) -> Draft:
    cells = [Cell(column, clean(row.cell(column.index))) for column in table.columns if column.key != SKIP]
    long = [cell for cell in cells if len(cell.text) > _MAX_VALUE and not _may_be_long(cell.column.key)]
    filled = [
        Cell(replace(cell.column, key=COMMENT), cell.text) if cell in long else cell
        for cell in cells
        if not is_empty(cell.text)
    ]
    draft = Draft(tuple(filled))
    for cell in long:
        draft.unplaced(cell, "dit is te lang om te lezen.")
    for cell in cells:
        if cell.text and is_empty(cell.text):
            draft.deny(cell)
    return draft


def _may_be_long(key: str) -> bool:
    return key in _LONG_TEXTS or key.startswith("verwijzen.")


def _read_values(draft: Draft, around: Around) -> None:
    begrippen = around.kernen.loaded.begrippen
    read_texts(draft)
    read_contact(draft)
    read_hours(draft)
    read_activities(draft)
    for cell in draft.cells:
        key = cell.column.key
        if "/" in key:
            read_cross(draft, cell)
        elif key == "vrijwilligers.gezocht":
            for line in cell.text.splitlines():
                draft.add(key, {"taak": line}, cell, line)
        elif key not in _READ_BY_OTHERS and key in leaves() and not key.startswith("adres."):
            leaf = leaves()[key]
            if leaf.section:
                read_terms(draft, cell, leaf, around.terms[leaf.section])
            else:
                read_other(draft, cell, leaf, begrippen, around.kernen, around.vandaag)


def _fill_in(draft: Draft, kern: str, around: Around) -> None:
    """What every initiative must have and this row does not say."""
    begrippen, kernen = around.kernen.loaded.begrippen, around.kernen
    if "soort" not in draft.values:
        _guess_soort(draft, around.terms["soorten"])
    if "kort" not in draft.values:
        label = begrippen["soorten"][draft.values["soort"]].label
        where = kernen[kern].naam
        draft.put(
            "kort", f"{label} in {where}." if not kernen[kern].gemeentebreed else f"{label} voor alle kernen."
        )
        draft.remark("In één zin: niet bekend. Schrijf zelf wat het is en voor wie.")
    _reachable(draft)


def _guess_soort(draft: Draft, soorten: Terms) -> None:
    """A kind of initiative that the name calls itself, or that stands among the subjects."""
    named = soorten.inside(draft.values["naam"])
    named += [id for cell in draft.of("themas") for id in soorten.read(cell.text).ids]
    if named:
        draft.put("soort", named[0])
        draft.remark(f"Soort: staat niet in de lijst. Uit de naam of het onderwerp volgt {named[0]}.")
    else:
        draft.put("soort", _NEUTRAL)
        draft.remark(f"Soort: niet bekend. Er staat nu {_NEUTRAL}: kies zelf de goede.")


def _checked(draft: Draft, kern: str, kernen: Kernen) -> tuple[str, Initiatief | None]:
    """The text such that the program finds nothing wrong in it: what it would refuse is taken out again."""
    for _ in range(len(draft.values) + 1):
        body = yaml_text(draft.data())
        document = read_document("", body.encode())
        initiatief = read_model(Initiatief, document, kernen.loaded.begrippen, id=f"{kern}/x", kern=kern)
        wrong = [problem for problem in document.problems if problem.level != "hint"]
        if initiatief is not None and not wrong:
            return body, initiatief
        key = _culprit(draft, wrong[0].key)
        if not key:
            break
        draft.drop(key)
        draft.remark(f"{key}: {wrong[0].message}")
        _reachable(draft)
    return "", None


def _culprit(draft: Draft, named: str) -> str:
    """The value that a problem is about; of a block as a whole one of its values."""
    about = [
        key for key in draft.values if key not in _REQUIRED and f"{named}.".startswith((f"{key}.", f"{key}["))
    ]
    inside = [key for key in draft.values if named and key.startswith(f"{named}.")]
    return next(iter([*about, *inside]), "")


def _reachable(draft: Draft) -> None:
    """There must be a way to get there or in touch; when to call says nothing without it."""
    channels = [f"contact.{name}" for name in ("telefoon", "whatsapp", "email", "website")]
    if not any(key in draft.values for key in channels):
        for key in [key for key in draft.values if key.startswith("contact.")]:
            draft.drop(key)
            draft.remark(f"{key}: er is geen nummer en geen adres om contact op te nemen.")
    if not any(key.split(".")[0] in ("contact", "adres") for key in draft.values):
        draft.put("contact", "loket")
        draft.remark("Contact: er is geen nummer en geen adres. Er staat nu dat het via het loket gaat.")


def _comments(draft: Draft, row: Row, table: Table) -> Iterator[str]:
    """What is to be looked at, and every cell of which not all is above."""
    left = [(cell.column.heading, cell.text) for cell in draft.left_over()]
    if draft.denied:
        said = [f"{one_line(cell.column.heading)} ({one_line(cell.text)})" for cell in draft.denied]
        left.append(("Nee of niet ingevuld", ", ".join(said)))
    if not left and not draft.remarks:
        return
    where = f", blad {one_line(clean(table.name))}" if table.name else ""
    yield ""
    yield f"# Uit de lijst{where}, rij {row.number}. Iedereen kan dit lezen: haal weg wat nagekeken is."
    if draft.remarks:
        yield "# Nakijken:"
        yield from (f"# - {one_line(clean(remark))}" for remark in draft.remarks)
    if left:
        yield "# Zo stond het er:"
        for heading, text in left:
            first, *others = text.split("\n")
            yield f"# - {one_line(clean(heading))}: {first}"
            yield from (f"#   {line}".rstrip() for line in others)
