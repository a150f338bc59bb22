"""From a document to a model: what pydantic refuses becomes problems in plain Dutch, at their place."""

from __future__ import annotations

from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from .begrippen import Begrippen
from .document import Document, Path
from .openingstijden import OnbegrepenBij, OnbegrepenDelen
from .problems import Onbegrepen, Problem
from .velden import Blok
from .waarden import ENGLISH_JA_NEE, nearest

Model = TypeVar("Model", bound=Blok)


def read_model(
    model: type[Model], document: Document, begrippen: Begrippen, **derived: Any
) -> Model | None:
    """The document as `model`, or None; all that is wrong is added to the document's problems.

    `derived` are the values that follow from the place of the file.
    """
    value = document.value
    if not isinstance(value, dict):
        if not any(problem.level == "error" for problem in document.problems):
            found = "een lijst (regels met een streepje)" if isinstance(value, list) else "losse tekst"
            if value is None:
                found = "niets"
            document.problems.append(document.problem((), "error", "wrong-type", f"In dit bestand staat {found} in plaats van regels als `naam: …`.", "Begin elke regel met een woord en een dubbele punt."))
        return None
    written = {key: document.problem((key,), "error", "derived-key", f"`{key}` volgt uit de plaats van het bestand.", "Haal deze regel weg.", at_key=True) for key in derived if key in value}
    document.problems.extend(written.values())
    try:
        result = model.model_validate({**value, **derived}, context={"begrippen": begrippen})
    except ValidationError as error:
        document.problems.extend(_problems(model, document, error, set(derived)))
        return None
    except RecursionError:  # unreachable while documents have a depth limit; never a traceback all the same
        return None
    document.problems.extend(_english(model, document))
    return None if any(problem.level == "error" for problem in document.problems) else result


def _problems(model: type[BaseModel], document: Document, error: ValidationError, derived: set[str]) -> Iterator[Problem]:
    for one in error.errors(include_url=False, include_input=False):
        path: Path = one["loc"]
        if path and path[0] in derived:
            continue
        kind, reason = one["type"], one.get("ctx", {}).get("error")
        if isinstance(reason, OnbegrepenDelen):
            for part in reason.delen:
                yield _problem(document, (*path, *part.pad), part)
        elif isinstance(reason, OnbegrepenBij):
            yield _problem(document, (*path, *reason.pad), reason)
        elif isinstance(reason, Onbegrepen):
            yield _problem(document, path, reason)
        elif kind == "missing":
            yield _missing(model, document, path)
        elif kind == "extra_forbidden":
            yield _unknown(model, document, path)
        else:
            yield _wrong_type(document, path, kind)


def _problem(document: Document, path: Path, reason: Onbegrepen) -> Problem:
    return document.problem(path, "error", reason.rule, reason.message, reason.remedy)


def _wrong_type(document: Document, path: Path, kind: str) -> Problem:
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        message, remedy = "Hier horen regels met een woord en een dubbele punt, ingesprongen onder deze regel.", "Kijk in de uitleg van het formaat hoe dit blok eruitziet."
    else:
        message, remedy = "Deze waarde past hier niet.", "Kijk in de uitleg van het formaat wat hier hoort."
    return document.problem(path, "error", "wrong-type", message, remedy)


def _missing(model: type[BaseModel], document: Document, path: Path) -> Problem:
    *holder, key = path
    info = _fields(model, tuple(holder)).get(str(key))
    example = f" Voeg een regel toe, bijvoorbeeld `{key}: {info.examples[0]}`." if info and info.examples else ""
    return document.problem(path, "error", "missing-key", f"`{key}` ontbreekt.", example.strip() or f"Voeg een regel `{key}: …` toe.")


def _unknown(model: type[BaseModel], document: Document, path: Path) -> Problem:
    *holder, last = path
    key = str(last)
    known = _fields(model, tuple(holder))
    close = nearest(key.replace("-", "_"), tuple(known))
    elsewhere = [name for name, block in _blocks(model) if key in block.model_fields]
    if holder and key in model.model_fields:
        remedy = f"`{key}` hoort niet ingesprongen: zet de regel vooraan."
    elif elsewhere and not holder:
        remedy = f"`{key}` hoort onder `{elsewhere[0]}:`, twee spaties ingesprongen."
    elif close:
        remedy = f"Bedoelt u `{close}`?"
    else:
        remedy = f"Haal de regel weg, of kies uit: {', '.join(known)}."
    where = f" bij `{holder[-1] if isinstance(holder[-1], str) else holder[-2]}`" if holder else ""
    return document.problem(path, "error", "unknown-key", f"`{key}` is geen woord dat het programma{where} kent.", remedy, at_key=True)


def _english(model: type[BaseModel], document: Document) -> Iterator[Problem]:
    """`yes` where ja is meant: read, but told, since another program reads it otherwise."""

    def walk(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
        if isinstance(value, str):
            if value.casefold() in ENGLISH_JA_NEE:
                yield path, value
        elif isinstance(value, dict):
            for key, child in value.items():
                yield from walk(child, (*path, key))
        elif isinstance(value, list):
            for index, child in enumerate(value):
                yield from walk(child, (*path, index))

    for path, text in walk(document.value, ()):
        *holder, key = path
        info = _fields(model, tuple(holder)).get(str(key))
        if info is not None and bool in _leaves(info.annotation):
            yield document.problem(path, "warning", "english", f"`{text}` is Engels.", f"Schrijf `{ENGLISH_JA_NEE[text.casefold()]}`.")


def _fields(model: type[BaseModel], path: Path) -> dict[str, Any]:
    """The fields of the block at `path` inside `model`."""
    for step in path:
        if isinstance(step, int):
            continue
        info = model.model_fields.get(step)
        inner = [leaf for leaf in _leaves(info.annotation) if isinstance(leaf, type) and issubclass(leaf, BaseModel)] if info else []
        if not inner:
            return {}
        model = inner[0]
    return {name: info for name, info in model.model_fields.items() if name not in ("id", "kern") or info.title}


def _blocks(model: type[BaseModel]) -> Iterator[tuple[str, type[BaseModel]]]:
    for name, info in model.model_fields.items():
        for leaf in _leaves(info.annotation):
            if isinstance(leaf, type) and issubclass(leaf, BaseModel):
                yield name, leaf


def _leaves(annotation: Any) -> Iterator[Any]:
    origin = get_origin(annotation)
    if origin in (Union, UnionType, tuple) or origin is Annotated:
        for inner in get_args(annotation):
            yield from _leaves(inner)
    else:
        yield annotation
