"""Fields of the model as somebody would write them: their examples as lines of YAML, and their kind."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, get_args

from pydantic.fields import FieldInfo

from .document import read_document
from .slips import quoted
from .velden import BegripVan, Blok, EnkelOfLijst, Gelezen


def block_of(info: FieldInfo) -> type[Blok] | None:
    """The block that stands under this key, if one does."""
    blocks = (part for part in _parts(info.annotation) if isinstance(part, type) and issubclass(part, Blok))
    return next(blocks, None)


def section_of(info: FieldInfo) -> str | None:
    """The section of the begrippen from which its values come, if they do."""
    marks = (part for part in (*info.metadata, *_parts(info.annotation)) if isinstance(part, BegripVan))
    return next((mark.section for mark in marks), None)


def choices_of(info: FieldInfo) -> list[str]:
    """The fixed words of which it is one, when they are few."""
    marks = (part for part in (*info.metadata, *_parts(info.annotation)) if isinstance(part, Gelezen))
    words: list[str] = next((mark.schema["enum"] for mark in marks if "enum" in mark.schema), [])
    return words if len(words) <= 12 else []


def is_list(info: FieldInfo) -> bool:
    return any(isinstance(part, EnkelOfLijst) for part in (*info.metadata, *_parts(info.annotation)))


def _parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    for part in get_args(annotation):
        yield from _parts(part)


def written(value: Any) -> str:
    """A value on one line, with quotes only where YAML needs them."""
    if isinstance(value, list):
        return (
            "["
            + ", ".join(written(one) if isinstance(one, list) else _scalar(one, "[{}]") for one in value)
            + "]"
        )
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_scalar(one, '[{}]')}" for key, one in value.items()) + "}"
    return _scalar(value, "{}")


def _scalar(value: Any, around: str) -> str:
    text = str(value)
    document = read_document("", f"x: {around.format(text)}".encode())
    same = document.value in ({"x": text}, {"x": [text]})
    return text if same and not document.problems else quoted(text)


def example_lines(key: str, info: FieldInfo, leave_out: Collection[str] = ()) -> list[str]:
    """The key with its example. A block is filled with the examples of its keys, but for those left out
    (`activiteiten.datum`)."""
    block = block_of(info)
    if block:
        inner = [
            line
            for name, field in block.model_fields.items()
            if f"{key}.{name}" not in leave_out
            for line in example_lines(name, field)
        ]
        start = "  - " if is_list(info) else "  "
        return [f"{key}:", *(f"{start if not n else ' ' * len(start)}{line}" for n, line in enumerate(inner))]
    example = info.examples[0] if info.examples else None
    if isinstance(example, dict):
        return [f"{key}:", *(f"  {name}: {written(value)}" for name, value in example.items())]
    return [f"{key}:" if example is None else f"{key}: {written(example)}"]
