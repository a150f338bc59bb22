"""What a field of the model is made of: its reader, and how an editor's schema describes what is written.

Where a list is expected, one value is a list of one. A reader gives values; the schema speaks of the text.
YAML 1.2 editors see `12` as a number where we read text, so the schema allows both.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, core_schema

from . import herhaling, tijden
from .begrippen import Begrippen
from .kalender import NIET_IN, NIET_IN_ANDERS, lees_niet_in
from .openingstijden import OnbegrepenDelen, Openingstijden, lees_openingstijden
from .problems import Onbegrepen
from .tijden import quoted
from .waarden import (
    Leeftijd,
    Punt,
    Telefoon,
    nearest,
    read_email,
    read_foto,
    read_huisnummer,
    read_ja_nee,
    read_ja_nee_or_text,
    read_jaar,
    read_leeftijd,
    read_line,
    read_postcode,
    read_punt,
    read_taal,
    read_telefoon,
    read_text,
    read_verwijzing,
    read_website,
    talen,
)

T = TypeVar("T")
Schema = dict[str, Any]
MAX_ROW = 300


class Blok(BaseModel):
    """What every block of the format is: frozen, and strict about keys that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


@dataclass(frozen=True, eq=False)
class Gelezen:
    """Marks a field that is read from text (or rows of text) by `reader`; `schema` is what editors see.

    `x-vorm` in a schema says in which shape a form asks for it.
    """

    reader: Callable[[Any], Any]
    schema: Schema

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.reader)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> Schema:
        return self.schema | said_of_nonsense(self.reader)


def said_of_nonsense(reader: Callable[[Any], Any]) -> Schema:
    """What a reader says of a text that it cannot read, for an editor or a form to say of any such text."""
    try:
        reader("?")
    except Onbegrepen as wrong:
        return {"errorMessage": f"{wrong.message.replace(quoted('?'), 'Dit')} {wrong.remedy}"}
    except OnbegrepenDelen:  # of a whole block, which tells its parts
        pass
    return {}


@dataclass(frozen=True, eq=False)
class EnkelOfLijst:
    """Marks a tuple for which one value without brackets is a list of one."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        def read(value: Any) -> Any:
            if not isinstance(value, (list, tuple)):
                return [value]
            if len(value) > MAX_ROW:
                raise Onbegrepen(
                    f"Deze rij is te lang: {len(value)} waarden.",
                    "Houd over wat er echt toe doet.",
                    "too-long",
                )
            return value

        return core_schema.no_info_before_validator_function(read, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> Schema:
        many = handler(schema["schema"])
        return {"anyOf": [many["items"], many]}


@dataclass(frozen=True, eq=False)
class OfTekst:
    """Marks a block that can also be one fixed text, which then stands for `value`."""

    text: str
    value: Any

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        def read(value: Any, inner: core_schema.ValidatorFunctionWrapHandler) -> Any:
            if isinstance(value, str) and value.casefold() == self.text:
                return self.value
            return inner(value)

        return core_schema.no_info_wrap_validator_function(read, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> Schema:
        return {"anyOf": [{"const": self.text}, handler(schema["schema"])]}


@dataclass(frozen=True, eq=False)
class BegripVan:
    """Marks the id of a begrip of one section; which ids exist is known when a file is read."""

    section: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        def read(value: Any, info: ValidationInfo) -> str:
            begrippen: Begrippen = info.context["begrippen"]  # type: ignore[index]
            return begrippen.read(self.section, read_line(value))

        return core_schema.with_info_plain_validator_function(read)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> Schema:
        return {"type": "string", "x-begrippen": self.section}


def one_of(*words: str) -> Callable[[Any], str]:
    """A reader of one of a few fixed words."""

    def read(value: Any) -> str:
        text = read_line(value)
        word = text.casefold().replace(" ", "-")
        if word not in words:
            close = nearest(word, words)
            remedy = f"Bedoelt u `{close}`?" if close else f"Kies uit: {', '.join(words)}."
            raise Onbegrepen(f"{quoted(text)} kan hier niet.", remedy)
        return word

    return read


def _text(**more: Any) -> Schema:
    return {"type": ["string", "number", "boolean"], **more}


def _vorm(name: str, **more: Any) -> Schema:
    return {"type": "string", "x-vorm": name, **more}


_JA_NEE: Schema = {"enum": ["ja", "nee"]}
Lijst = Annotated[tuple[T, ...], EnkelOfLijst()]

Tekst = Annotated[str, Gelezen(read_text, _text(**{"x-vorm": "tekst"}))]
Regel = Annotated[str, Gelezen(read_line, _text())]
JaNee = Annotated[bool, Gelezen(read_ja_nee, _JA_NEE)]
JaNeeOfTekst = Annotated[bool | str, Gelezen(read_ja_nee_or_text, _text(**{"x-vorm": "ja-nee-of-tekst"}))]
Telefoonnummer = Annotated[Telefoon, Gelezen(read_telefoon, _text(pattern=r"^[-+0-9\s()./–]+$"))]
EmailAdres = Annotated[
    str, Gelezen(read_email, {"type": "string", "pattern": r"^(mailto:)?[^@\s]+@[^@\s]+\.[A-Za-z]{2,}$"})
]
Website = Annotated[
    str,
    Gelezen(
        read_website,
        {"type": "string", "pattern": r"^([hH][tT][tT][pP][sS]?://)?[^\s\x22'<>:/@.]+\.[^\s\x22'<>]+$"},
    ),
]
Postcode = Annotated[
    str, Gelezen(read_postcode, {"type": "string", "pattern": r"^\s*[1-9][0-9]{3} *[A-Za-z]{2}\s*$"})
]
Huisnummer = Annotated[
    str, Gelezen(read_huisnummer, _text(pattern=r"^\s*[1-9][0-9]{0,4}([\s-]*[A-Za-z0-9]+){0,2}\s*$"))
]
LeeftijdVeld = Annotated[
    Leeftijd,
    Gelezen(
        read_leeftijd,
        {
            "type": "string",
            "pattern": r"^\s*([0-9]{1,3}\s*([-–]|[tT][oO][tT]\s+[eE][nN]\s+[mM][eE][tT]|[tT]/[mM])\s*[0-9]{1,3}"
            r"|[0-9]{1,3}\s*[+]|([vV][aA][nN][aA][fF]|[tT][oO][tT])\s+[0-9]{1,3})\s*([jJ][aA][aA][rR])?\s*$",
        },
    ),
]
PUNT_SCHEMA: Schema = {
    "anyOf": [
        {"type": "array", "items": {"type": ["number", "string"]}, "minItems": 2, "maxItems": 2},
        _vorm("punt"),
    ]
}
PuntVeld = Annotated[Punt, Gelezen(read_punt, PUNT_SCHEMA)]
Verwijzing = Annotated[
    str,
    Gelezen(
        read_verwijzing,
        _vorm("verwijzing", pattern=r"^/*[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*(\.yml)?/*$"),
    ),
]
Jaar = Annotated[
    int, Gelezen(read_jaar, {"type": ["integer", "string"], "pattern": r"^\s*(1[5-9]|20)[0-9][0-9]\s*$"})
]
Foto = Annotated[
    str,
    Gelezen(
        read_foto,
        {
            "type": "string",
            "pattern": r"^[A-Za-z0-9][A-Za-z0-9_-]*\.([jJ][pP][eE]?[gG]|[pP][nN][gG]|[wW][eE][bB][pP])$",
        },
    ),
]
Taal = Annotated[
    str,
    Gelezen(
        read_taal,
        {
            "type": "string",
            "enum": sorted(talen()),
            "enumDescriptions": [talen()[code] for code in sorted(talen())],
        },
    ),
]


def _read_date(value: Any) -> date:
    return tijden.lees_datum(read_line(value))


def _read_tijd(value: Any) -> tijden.Tijdvak:
    return tijden.lees_tijdvak(read_line(value))


def _read_dagen(value: Any) -> tuple[int, ...]:
    words = [read_line(word) for word in value] if isinstance(value, list) else [read_line(value)]
    return tuple(sorted({day for word in words for day in tijden.lees_dagen(word)}))


Datum = Annotated[date, Gelezen(_read_date, _vorm("datum"))]
Tijd = Annotated[tijden.Tijdvak, Gelezen(_read_tijd, _vorm("tijd"))]
Dagen = Annotated[
    tuple[int, ...],
    Gelezen(
        _read_dagen,
        {"anyOf": [_vorm("dagen"), {"type": "array", "items": {"type": "string"}}]},
    ),
]


def keuze(*words: str) -> Gelezen:
    """One of a few fixed words, as an enumeration in the schema."""
    return Gelezen(one_of(*words), {"type": "string", "enum": list(words)})


HerhalingVeld = Annotated[
    herhaling.Herhaling,
    Gelezen(lambda value: herhaling.lees_herhaling(read_line(value)), _vorm("herhaling")),
]
SeizoenVeld = Annotated[
    tijden.Seizoen,
    Gelezen(lambda value: tijden.lees_seizoen(read_line(value)), _vorm("seizoen")),
]
NietIn = Annotated[
    str,
    Gelezen(
        lambda value: lees_niet_in(read_line(value)),
        {"type": "string", "enum": list(NIET_IN), "x-ook": list(NIET_IN_ANDERS)},
    ),
]
OpeningstijdenVeld = Annotated[Openingstijden, Gelezen(lees_openingstijden, {"x-openingstijden": True})]


def field(
    titel: str, uitleg: str, *, voorbeeld: Any = None, default: Any = None, required: bool = False
) -> Any:
    """A model field with its Dutch label, one sentence of help and an example as it is written."""
    return Field(
        ... if required else default,
        title=titel,
        description=uitleg,
        examples=[] if voorbeeld is None else [voorbeeld],
    )
