"""The format as JSON Schema (draft 7), for editors: made from the models, with the words of a municipality.

An editor reads YAML 1.2 and sees a number or null where we read text or nothing. The schema must never flag
a file that is right, so where the two differ it asks less than the model does.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from pydantic import ValidationError

from .begrippen import Begrip, Begrippen
from .gebied import BegrippenTekst, GemeenteTekst, KernTekst
from .initiatief import InitiatiefTekst
from .kalender import NIET_IN, NIET_IN_ANDERS
from .openingstijden import OP_AFSPRAAK, OP_AFSPRAAK_WOORDEN
from .tijden import DAGEN, DAGWOORDEN, lees_seizoen, lees_tijdvakken
from .velden import Blok, said_of_nonsense

Schema = dict[str, Any]

_MODELS: dict[str, tuple[type[Blok], str]] = {
    "initiatief": (InitiatiefTekst, "Initiatief"),
    "kern": (KernTekst, "Kern"),
    "gemeente": (GemeenteTekst, "Gemeente"),
    "begrippen": (BegrippenTekst, "Begrippen"),
}
KINDS = tuple(_MODELS)
_NULL: Schema = {"type": "null"}


def json_schema(kind: str, begrippen: Begrippen) -> Schema:
    model, title = _MODELS[kind]
    raw = model.model_json_schema(ref_template="#/definitions/{model}")
    definitions = {name: _block(block) for name, block in raw.pop("$defs", {}).items()}
    schema = _block(raw, root=True) | {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": title,
        "description": f"Het formaat van een bestand: {title.lower()}.",
    }
    definitions |= {name: _begrippen(begrippen[name].values()) for name in begrippen.sections}
    definitions |= {"Openingstijden": _openingstijden(), "Week": _week()}
    together = {"x-een-van": _one_of_these(begrippen)} if kind == "initiatief" else {}
    return schema | together | {"definitions": _used(schema, definitions)}


def _one_of_these(begrippen: Begrippen) -> Schema:
    """Keys of which one is needed, and the sentence of the model when none is there."""
    smallest = {"naam": "x", "soort": next(iter(begrippen["soorten"])), "kort": "x"}
    try:
        InitiatiefTekst.model_validate(smallest, context={"begrippen": begrippen})
    except ValidationError as error:
        (missing,) = error.errors()[0]["ctx"]["error"].delen
    return {"keys": ["contact", "adres", "plek"], "errorMessage": f"{missing.message} {missing.remedy}"}


def _used(schema: Schema, definitions: dict[str, Schema]) -> dict[str, Schema]:
    """The definitions that `schema` refers to, also through each other."""
    used: set[str] = set()
    waiting = _references(schema)
    while waiting:
        name = waiting.pop()
        if name not in used:
            used.add(name)
            waiting |= _references(definitions[name])
    return {name: block for name, block in definitions.items() if name in used}


def _references(schema: Schema) -> set[str]:
    return set(re.findall(r'"\$ref": "#/definitions/(\w+)"', json.dumps(schema)))


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _block(raw: Schema, *, root: bool = False) -> Schema:
    """A block of keys. Inside a block a required key may stand empty: a block of empty keys is left out."""
    required = raw.get("required", []) if root else []
    properties = {key: _property(value, key in required) for key, value in raw["properties"].items()}
    more = {"required": raw["required"]} if "required" in raw else {}
    return {"type": "object", "properties": properties, "additionalProperties": False, **more}


def _property(raw: Schema, required: bool) -> Schema:
    """A key with its Dutch title and help. A `$ref` stands apart: draft 7 ignores all that is beside one."""
    about = {name: raw.pop(name) for name in ("title", "description", "examples") if raw.get(name)}
    kinds = [kind for kind in _kinds(raw) if kind != _NULL]
    if len(kinds) == 1 and "type" in kinds[0]:
        types = kinds[0]["type"] if isinstance(kinds[0]["type"], list) else [kinds[0]["type"]]
        return kinds[0] | about | {"type": types if required else [*types, "null"]}
    return about | {"anyOf": kinds if required else [*kinds, _NULL]}


def _kinds(raw: Schema) -> list[Schema]:
    """All that may be written in one place."""
    if "anyOf" in raw:
        return [kind for one in raw["anyOf"] for kind in _kinds(one)]
    if "x-begrippen" in raw:
        return [_ref(raw["x-begrippen"])]
    if "x-openingstijden" in raw:
        return [_ref("Openingstijden")]
    if "enum" in raw or "const" in raw:
        return _words(raw)
    if "properties" in raw:
        return [_block(raw)]
    rest = {name: value for name, value in raw.items() if name not in ("default", "title", "description")}
    if "items" in rest:
        # Of a point, an empty part is not left out.
        rest["items"] = {"anyOf": [*_kinds(rest["items"]), *([] if "minItems" in rest else [_NULL])]}
    elif isinstance(rest.get("additionalProperties"), dict):
        rest["additionalProperties"] = {"anyOf": [rest["additionalProperties"], _NULL]}
    return [rest]


def _words(raw: Schema) -> list[Schema]:
    """Fixed words: offered as they are, accepted in capitals too, and with a space for a hyphen."""
    words = raw.get("enum") or [raw["const"]]
    offered = {"enum": words} | {name: raw[name] for name in ("enumDescriptions",) if name in raw}
    return [offered, {"type": "string", "pattern": f"^{any_case([*words, *raw.get('x-ook', ())])}$"}]


def any_case(words: Iterable[str]) -> str:
    """A pattern for these words in capitals or not: patterns of JSON Schema have no flag for it."""

    def sign(character: str) -> str:
        if character.isalpha():
            return f"[{character}{character.upper()}]"
        return "[- ]+" if character in "- " else re.escape(character)

    alternatives = ("".join(map(sign, word)) for word in sorted(words, key=lambda word: (-len(word), word)))
    return f"({'|'.join(alternatives)})"


def _begrippen(begrippen: Iterable[Begrip]) -> Schema:
    known = list(begrippen)
    return {
        "enum": [begrip.id for begrip in known],
        "enumNames": [begrip.label for begrip in known],
        "enumDescriptions": [begrip.zin or begrip.label for begrip in known],
        "markdownEnumDescriptions": [f"**{begrip.label}** {begrip.zin}".strip() for begrip in known],
    }


def _openingstijden() -> Schema:
    return {
        "anyOf": [
            *_words({"enum": [OP_AFSPRAAK], "x-ook": OP_AFSPRAAK_WOORDEN}),
            _ref("Week"),
            _many(_ref("Week")),
        ]
    }


def _week() -> Schema:
    """One block of opening hours: days, ranges of days, and what holds for all of them."""
    times: Schema = {
        "anyOf": [
            *_words({"enum": ["gesloten", OP_AFSPRAAK]}),
            {
                "type": "string",
                "examples": ["10:00-12:00", "10:00-12:00, 13:30-16:00"],
                **said_of_nonsense(lees_tijdvakken),
            },
            _many({"type": "string"}),
            _NULL,
        ]
    }
    word = any_case([*NIET_IN, *NIET_IN_ANDERS])
    not_in: Schema = {
        "title": "Niet in",
        "description": "Wanneer het dicht is.",
        "anyOf": [{"enum": list(NIET_IN)}, {"type": "string", "pattern": _several(word)}, _NULL],
    }
    not_in["anyOf"].append(_many({"anyOf": not_in["anyOf"][:2]}))
    return {
        "type": "object",
        "properties": {
            **{day: times | {"title": day.capitalize()} for day in (*DAGEN, "dagelijks", "werkdagen")},
            "seizoen": {
                "title": "Seizoen",
                "description": "Hele maanden, zoals `april-oktober`.",
                "type": ["string", "null"],
                "x-vorm": "seizoen",
                **said_of_nonsense(lees_seizoen),
            },
            "niet_in": not_in,
            "opmerking": {"title": "Opmerking", "type": ["string", "number", "boolean", "null"]},
        },
        "patternProperties": {_days(): times},
        "additionalProperties": False,
    }


def _days() -> str:
    """A day, or several: `ma t/m wo`, `Dinsdag en vrijdag`, `in het weekend`."""
    day = rf"({any_case(['elke ', 'iedere ', 'op ', 'in het ', 'van '])})?{any_case(DAGWOORDEN)}"
    between = rf"\s*([,;/&‐‑‒–—―−-]|{any_case(['en'])}|[tT]\s*/\s*[mM]|{any_case(['tot en met'])})\s*"
    return rf"^\s*{day}({between}{day})*[\s,;/&]*$"


def _several(word: str) -> str:
    return rf"^\s*{word}(\s*(,|{any_case(['en'])})\s*{word})*[\s,]*$"


def _many(kind: Schema) -> Schema:
    return {"type": "array", "items": {"anyOf": [kind, _NULL]}}
