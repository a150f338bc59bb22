"""The JSON Schema as the text of a file, for editors: with a Dutch sentence for everything that can be wrong.

`schema.json_schema` says what may be written. Here each part of it gets an `errorMessage`, which editors show in
place of their own English, and what belongs together becomes a rule, with the sentence of the model.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from .begrippen import Begrippen
from .document import NOT_FILLED_IN
from .initiatief import InitiatiefTekst
from .onderdelen import Activiteit
from .schema import Schema, any_case, json_schema
from .velden import Blok

_UNKNOWN_KEY = (
    "Dit hoort hier niet. Kijk of het woord goed is geschreven, en of de regel ver genoeg is ingesprongen."
)
_NOT_A_WORD = "Dit staat niet in de lijst."
_NOT_A_TEXT = "Vul hier één gewone tekst in. Weet u het niet? Laat de regel dan weg."
# Neither empty nor a way to say that one does not know.
_A_TEXT = rf"^(?!\s*{any_case(NOT_FILLED_IN)}?\s*$)"
_GENERAL = (_UNKNOWN_KEY, _NOT_A_TEXT)
_SHORT_LIST = 8
_NOTHING: Schema = {"type": ["null", "string"], "pattern": r"^\s*$"}


def schema_text(kind: str, begrippen: Begrippen) -> str:
    """The schema of one kind of file (`KINDS`), as the text of a file: the same words, the same bytes."""
    schema = json_schema(kind, begrippen)
    if kind == "initiatief":
        _tell_what_belongs_together(schema, begrippen)
    return json.dumps(_told(schema), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _told(schema: Any) -> Any:
    """`schema` with a sentence at every place that can be wrong."""
    if isinstance(schema, list):
        return [_told(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    told: Schema = {}
    for key, value in schema.items():
        if key in ("properties", "patternProperties", "definitions"):
            told[key] = {name: _told(one) for name, one in value.items()}
        elif not key.startswith("x-") and key != "enumNames":
            told[key] = _told(value) if key in ("anyOf", "allOf", "items", "then") else value
    if isinstance(told.get("type"), str):
        # As a list: of two alternatives with one type each, an editor makes an English sentence of its own.
        told["type"] = [told["type"]]
    if "properties" in told and "additionalProperties" in told:
        missing = [_missing(key) for key in told.pop("required", [])]
        together = [*missing, *told.get("allOf", [])]
        told = {"errorMessage": _UNKNOWN_KEY} | told | ({"allOf": together} if together else {})
    elif "enum" in told:
        told = {"errorMessage": _word_message(told["enum"])} | told
    elif "anyOf" in told:
        told["anyOf"] = _told_together(told["anyOf"])
    elif told.get("type") == ["null"]:
        told = _NOTHING
    elif "string" in told.get("type", ()):
        told = {"errorMessage": _NOT_A_TEXT, "pattern": _A_TEXT} | told
        if "null" in told["type"]:
            told["pattern"] = rf"^\s*$|{told['pattern']}"
    elif "type" in told:
        told = {"errorMessage": _NOT_A_TEXT} | told
    return told


def _told_together(alternatives: list[Schema]) -> list[Schema]:
    """Of several things that may be written, an editor tells of the first: that then names the others, too."""
    first, *others = alternatives
    if "enum" not in first:
        return alternatives
    own = [one["errorMessage"] for one in others if one.get("errorMessage") not in (None, *_GENERAL)]
    if not own and any("properties" in one or one.get("$ref", "").endswith("/Week") for one in others):
        words = " of ".join(f"`{word}`" for word in first["enum"])
        own = [f"Schrijf {words}, of zet eronder ingesprongen regels met woorden die het programma kent."]
    return [first | {"errorMessage": own[0]} if own else first, *others]


def _word_message(words: list[str]) -> str:
    return f"{_NOT_A_WORD} Kies uit: {', '.join(words)}." if len(words) <= _SHORT_LIST else _NOT_A_WORD


def _missing(key: str) -> Schema:
    return {
        "required": [key],
        "errorMessage": f"`{key}` ontbreekt. Voeg een regel toe die begint met `{key}:`.",
    }


def _tell_what_belongs_together(schema: Schema, begrippen: Begrippen) -> None:
    """What the models check across keys, as far as a schema can know it."""

    def said(model: type[Blok], example: Mapping[str, Any]) -> str:
        return _said(model, example, begrippen)

    def status(*words: str) -> Schema:
        return _has("status", *words)

    entry = {"naam": "x", "soort": next(iter(begrippen["soorten"])), "kort": "x"}
    here = entry | {"contact": "loket"}
    address = here | {"adres": {"straat": "x"}}
    closed, stopped = "tijdelijk-gesloten", "gestopt"
    schema["allOf"] = [
        _needs_one_of(("contact", "adres", "plek"), said(InitiatiefTekst, entry)),
        _rule(_has("adres"), "plek", said(InitiatiefTekst, address | {"plek": "x/x"})),
        _rule({"not": {"required": ["foto_tekst"]}}, "foto", said(InitiatiefTekst, here | {"foto": "x.jpg"})),
        _rule(
            {"not": status(closed)},
            "gesloten_tot",
            said(InitiatiefTekst, here | {"gesloten_tot": "2027-01-04"}),
        ),
        _rule({"not": status(closed, stopped)}, "reden", said(InitiatiefTekst, here | {"reden": "x"})),
        _rule({"not": status(stopped)}, "opvolger", said(InitiatiefTekst, here | {"opvolger": "x/x"})),
        _rule(_has("cirkel", "rood"), "cirkel", said(InitiatiefTekst, here | {"cirkel": "rood"})),
    ]
    activity = {"naam": "x", "dag": "maandag", "datum": "2027-07-03"}
    once = {key: activity[key] for key in ("naam", "datum")}
    weekly = {key: activity[key] for key in ("naam", "dag")}
    schema["definitions"]["Activiteit"]["allOf"] = [
        _needs_one_of(("dag", "datum"), said(Activiteit, {"naam": "x"})),
        _rule(_has("dag"), "datum", said(Activiteit, activity)),
        *(
            _rule(_has("datum"), key, said(Activiteit, once | {key: value}))
            for key, value in (("herhaling", "even weken"), ("begin", "2026-09-01"), ("eind", "2026-09-01"), ("seizoen", "mei-juni"))
        ),
        _rule({"not": _has("datum")}, "einddatum", said(Activiteit, weekly | {"einddatum": "2027-07-04"})),
    ]  # fmt: skip
    block = {
        key: next(one for one in schema["properties"][key]["anyOf"] if "properties" in one)
        for key in ("adres", "contact")
    }
    number = said(InitiatiefTekst, here | {"adres": {"huisnummer": "1"}})
    block["adres"]["allOf"] = [_rule({"not": _has("straat")}, "huisnummer", number)]
    block["contact"]["allOf"] = [
        _needs_one_of(
            ("telefoon", "whatsapp", "email", "website"),
            said(InitiatiefTekst, entry | {"contact": {"wie": "x"}}),
        )
    ]


def _said(model: type[Blok], example: Mapping[str, Any], begrippen: Begrippen) -> str:
    """What the model says of something that does not belong together."""
    try:
        model.model_validate(example, context={"begrippen": begrippen})
    except ValidationError as error:
        wrong = error.errors()[0]["ctx"]["error"].delen[0]
        return f"{wrong.message} {wrong.remedy}"
    raise AssertionError(f"{model.__name__} accepts {example}")


def _has(key: str, *words: str) -> Schema:
    """The key is there, and not empty; with `words`: as one of these."""
    value = {"pattern": f"^{any_case(words)}$", "type": ["string"]} if words else {"not": _NOTHING}
    return {"required": [key], "properties": {key: value}}


def _rule(when: Schema, key: str, sentence: str) -> Schema:
    """`when` that holds, `key` must not be there, or be empty."""
    return {"if": when, "then": {"properties": {key: _NOTHING | {"errorMessage": sentence}}}}


def _needs_one_of(keys: tuple[str, ...], sentence: str) -> Schema:
    """At least one of these keys, if only empty; a block in which all is empty is left out."""
    there = [{"required": [key]} for key in keys]
    return {
        "if": {"not": {"anyOf": [*there, {"additionalProperties": _NOTHING}]}},
        "then": {"required": [keys[0]], "errorMessage": sentence},
    }
