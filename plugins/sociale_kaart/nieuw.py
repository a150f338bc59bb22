"""A first file for an initiative: what must be filled in, and as comments what can be told besides.

Made from the model, so a new field appears in it by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap

from pydantic.fields import FieldInfo

from .format.begrippen import Begrippen
from .format.document import read_document
from .format.editor_schema import schema_text
from .format.initiatief import InitiatiefTekst
from .format.voorbeelden import choices_of, example_lines, section_of, written
from .format.waarden import nearest
from .loading import FILE_NAMES, Loaded, kebab, shown
from .writing import write_new, write_over

SCHEMA_NAME = "initiatief.schema.json"
# What few initiatives need: the page about the format has it all.
_RARE = frozenset({
    "cirkel", "buurt", "initiatief_van", "partners", "onderdeel_van", "zelf_bijdragen", "vertrouwen",
    "samen_met", "lichter", "zwaarder", "status", "gesloten_tot", "reden", "opvolger", "begonnen",
    "foto", "foto_tekst", "voorbeeld", "contact.wie", "contact.whatsapp", "adres.locatie", "adres.punt",
    "activiteiten.datum", "activiteiten.einddatum", "activiteiten.begin", "activiteiten.eind",
    "activiteiten.seizoen", "activiteiten.plek", "activiteiten.themas", "activiteiten.doelgroepen",
    "activiteiten.leeftijd", "verwijzen.geschikt_voor", "verwijzen.niet_geschikt_voor", "verwijzen.overdracht",
    "beheer.bron",
})  # fmt: skip
_INTRO = (
    "# Vul eerst de regels in waar geen # voor staat.",
    "# Een regel die met # begint, telt niet mee. Haal het # weg bij wat u ook wilt vertellen,",
    "# en schrijf daar uw eigen tekst. Wat u niet gebruikt, mag weg.",
)


class NameRefused(ValueError):
    """No file can be made for this kern or this name; the text is a Dutch sentence."""


def write_first_file(loaded: Loaded, kern: str, naam: str) -> Path:
    """Makes the file of a new initiative and gives its path. An existing file is never touched."""
    folder = loaded.folder / _kern_id(loaded, kern)
    naam = " ".join(naam.split())
    path = folder / f"{_file_stem(naam)}.yml"
    text = first_text(naam, loaded.begrippen)
    _renew_schema(loaded)
    try:
        write_new(path, text)
    except FileExistsError:
        raise NameRefused(
            f"`{shown(path)}` bestaat al. Verander dat bestand, of kies een andere naam."
        ) from None
    return path


def _renew_schema(loaded: Loaded) -> None:
    """The first line of a new file names it: it is there, with the words that the municipality has now."""
    path = loaded.folder / SCHEMA_NAME
    text = schema_text("initiatief", loaded.begrippen)
    if not path.is_file() or path.read_bytes() != text.encode():
        write_over(path, text)


def _kern_id(loaded: Loaded, kern: str) -> str:
    """The folder that is meant, by its own name or by that of the kern."""
    names = {known.naam.casefold(): id for id, known in loaded.kernen.items()}
    names |= {id: id for id in loaded.kernen}
    found = names.get(kern.strip("/").casefold())
    if found is None:
        close = names.get(nearest(kern, tuple(names)) or "")
        remedy = f"Bedoelt u `{close}`?" if close else f"Kies uit: {', '.join(loaded.kernen)}."
        raise NameRefused(f"De kern `{kern}` bestaat niet. {remedy}")
    return found


def _file_stem(naam: str) -> str:
    stem = kebab(naam)
    if not stem:
        raise NameRefused(f"Van de naam `{naam}` is geen bestandsnaam te maken. Gebruik letters of cijfers.")
    if stem in FILE_NAMES:
        raise NameRefused(f"Een initiatief kan niet `{stem}` heten: die naam gebruikt het programma zelf.")
    return stem


def first_text(naam: str, begrippen: Begrippen) -> str:
    """The text of a new file. By its first line editors find the schema beside gemeente.yml."""
    lines = [f"# yaml-language-server: $schema=../{SCHEMA_NAME}", *_INTRO, "", _name_line(naam)]
    fields = InitiatiefTekst.model_fields
    for key, info in fields.items():
        if info.is_required() and key != "naam":
            lines += ["", *_explained(info, begrippen), f"{key}:"]
    lines += ["", *_explained(fields["contact"], begrippen), "contact:", "  telefoon:"]
    lines += [
        f"  #{line.strip()}"
        for line in example_lines("contact", fields["contact"], {*_RARE, "contact.telefoon"})[1:]
    ]
    for key, info in fields.items():
        if not info.is_required() and key != "contact" and key not in _RARE:
            lines += [
                "",
                *_explained(info, begrippen),
                *(f"#{line}" for line in example_lines(key, info, _RARE)),
            ]
    return "\n".join(lines) + "\n"


def _name_line(naam: str) -> str:
    """`naam: …`, such that it is read as it was given."""
    try:
        line = f"naam: {written(naam)}"
        problems = read_document("", line.encode()).problems
    except UnicodeEncodeError:
        raise NameRefused("In de naam staat een teken dat niet te lezen is. Typ de naam opnieuw.") from None
    if problems:
        raise NameRefused(f"Deze naam kan niet. {problems[0].message}")
    return line


def _explained(info: FieldInfo, begrippen: Begrippen) -> Iterator[str]:
    title, text = info.title or "", info.description or ""
    yield f"# {title}{'' if title.endswith(('?', '.')) else '.'} {text}"
    section = section_of(info)
    words = list(begrippen[section]) if section else choices_of(info)
    if words:
        yield from wrap(
            f"Kies uit: {', '.join(words)}.", 96,
            initial_indent="# ", subsequent_indent="#   ", break_on_hyphens=False, break_long_words=False,
        )  # fmt: skip
