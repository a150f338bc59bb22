"""From a document to a model: what pydantic refuses becomes problems in plain Dutch, at their place."""

from __future__ import annotations

from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from .begrippen import Begrippen
from .document import Document, Path, dotted
from .openingstijden import OnbegrepenBij, OnbegrepenDelen
from .problems import Onbegrepen, Problem
from .tijden import quoted
from .velden import Blok
from .waarden import ENGLISH_JA_NEE, nearest

Model = TypeVar("Model", bound=Blok)

# What follows from the place of the file and is never written.
DERIVED_KEYS = ("id", "kern", "url")
MAX_TOLD = 100


def read_model(model: type[Model], document: Document, begrippen: Begrippen, **derived: Any) -> Model | None:
    """The document as `model`, or None; all that is wrong is added to the document's problems.

    `derived` are the values that follow from the place of the file.
    """
    value = document.value
    if not isinstance(value, dict):
        if not any(problem.level == "error" for problem in document.problems):
            document.problems.append(_not_a_block(document))
        return None
    never_written = [key for key in DERIVED_KEYS if derived and key in value]
    for key in never_written:
        message, remedy = (
            f"`{key}` weet het programma al: uit de map en de naam van het bestand.",
            "Haal deze regel weg.",
        )
        document.problems.append(
            document.problem((key,), "error", "derived-key", message, remedy, at_key=True)
        )
    written = {key: one for key, one in value.items() if key not in never_written}
    try:
        result = model.model_validate({**written, **derived}, context={"begrippen": begrippen})
    except ValidationError as error:
        _tell(document, list(_problems(model, document, error)))
        return None
    document.problems.extend(_english(model, document))
    return None if any(problem.level == "error" for problem in document.problems) else result


def _not_a_block(document: Document) -> Problem:
    kinds: dict[object, str] = {list: "een rij (regels met een streepje)", str: "losse tekst"}
    found = kinds.get(type(document.value), "niets")
    message = f"In dit bestand staat {found} in plaats van regels als `naam: …`."
    return document.problem(
        (), "error", "wrong-type", message, "Begin elke regel met een woord en een dubbele punt."
    )


def _tell(document: Document, found: list[Problem]) -> None:
    """Adds what was found. What is missing was perhaps there, but empty or refused: then it is told once."""
    missing = {problem.key for problem in found if problem.rule == "missing-key" and problem.key}
    refused = {problem.key for problem in document.problems if problem.level == "error"}
    document.problems[:] = [
        one for one in document.problems if one.rule != "empty-value" or one.key not in missing
    ]
    document.problems += [
        one for one in found if one.rule != "missing-key" or one.key not in refused or not one.key
    ]


def _problems(model: type[BaseModel], document: Document, error: ValidationError) -> Iterator[Problem]:
    for number, one in enumerate(error.errors(include_url=False, include_input=False)):
        path: Path = one["loc"]
        if number == MAX_TOLD:
            message, remedy = (
                "Vanaf hier staat er nog meer fout in dit bestand.",
                "Verbeter eerst de fouten die genoemd zijn.",
            )
            yield document.problem(path, "error", "more", message, remedy)
            return
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
            yield _wrong_type(model, document, path, kind)


def _problem(document: Document, path: Path, reason: Onbegrepen) -> Problem:
    return document.problem(path, "error", reason.rule, reason.message, reason.remedy)


def _wrong_type(model: type[BaseModel], document: Document, path: Path, kind: str) -> Problem:
    known = _fields(model, path)
    if kind in ("model_type", "model_attributes_type") and known:
        first = next(iter(known))
        message = "Hier hoort een blok: een paar regels, elk met een woord en een dubbele punt."
        remedy = f"Begin op een nieuwe regel, met twee spaties ervoor: `{first}: …`. Het kan met: {', '.join(known)}."
    else:
        message, remedy = "Deze waarde past hier niet.", "Kijk in de uitleg van het formaat wat hier hoort."
    return document.problem(path, "error", "wrong-type", message, remedy)


def _missing(model: type[BaseModel], document: Document, path: Path) -> Problem:
    *holder, key = path
    info = _fields(model, tuple(holder)).get(str(key))
    example = info.examples[0] if info and info.examples else "…"
    message = f"`{key}` ontbreekt."
    remedy = f"Voeg een regel toe, bijvoorbeeld `{key}: {example}`."
    if any(one.rule == "empty-value" and one.key == dotted(path) for one in document.problems):
        message = f"Achter `{key}` staat niets."
        remedy = f"Vul het in, bijvoorbeeld `{key}: {example}`."
    return document.problem(path, "error", "missing-key", message, remedy, at_key=True)


def _unknown(model: type[BaseModel], document: Document, path: Path) -> Problem:
    *holder, last = path
    key, known = str(last).casefold(), _fields(model, tuple(holder))
    close = nearest(key.replace("-", "_").replace(" ", "_")[:60], tuple(known))
    elsewhere = [name for name, block in _blocks(model) if key in block.model_fields]
    block = next((step for step in reversed(holder) if isinstance(step, str)), "")
    where = f" bij `{block}`" if block else ""
    message = f"{quoted(str(last))} is geen woord dat het programma{where} kent."
    if not key:
        remedy = "Schrijf een woord voor de dubbele punt, of haal de regel weg."
    elif holder and key in _fields(model, ()):
        message, remedy = f"`{key}` hoort niet bij `{block}`.", f"Haal de spaties voor `{key}` weg."
    elif elsewhere and not holder:
        message = f"`{key}` staat niet op de goede plek."
        remedy = f"Zet de regel onder `{elsewhere[0]}:`, met twee spaties ervoor."
    elif close:
        remedy = f"Bedoelt u `{close}`?"
    else:
        remedy = f"Haal de regel weg, of kies uit: {', '.join(known)}."
    return document.problem(path, "error", "unknown-key", message, remedy, at_key=True)


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
            yield document.problem(
                path,
                "warning",
                "english",
                f"`{text}` is Engels.",
                f"Schrijf `{ENGLISH_JA_NEE[text.casefold()]}`.",
            )


def _fields(model: type[BaseModel], path: Path) -> dict[str, Any]:
    """The fields of the block at `path` inside `model`."""
    for step in path:
        if isinstance(step, int):
            continue
        info = model.model_fields.get(step)
        inner = (
            [
                leaf
                for leaf in _leaves(info.annotation)
                if isinstance(leaf, type) and issubclass(leaf, BaseModel)
            ]
            if info
            else []
        )
        if not inner:
            return {}
        model = inner[0]
    return {name: info for name, info in model.model_fields.items() if info.title}


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
