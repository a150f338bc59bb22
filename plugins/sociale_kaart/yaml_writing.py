"""Values as a file that a careful person could have written: quotes only where YAML needs them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from .format.document import read_document
from .format.voorbeelden import written

_MAX_ROW = 100  # characters of `[one, two]`; a longer row has a line for each


def yaml_text(data: Mapping[str, Any]) -> str:
    """Texts, rows of texts and blocks as YAML, in the order given."""
    return "".join(f"{line}\n" for key, value in data.items() for line in _lines(key, value))


def _lines(key: str, value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield f"{key}:"
        yield from (f"  {line}" for name, inner in value.items() for line in _lines(name, inner))
    elif isinstance(value, Sequence) and not isinstance(value, str):
        yield from _row(key, value)
    elif "\n" in value:
        yield from _paragraphs(key, value)
    else:
        yield f"{key}: {written(value)}"


def _row(key: str, values: Sequence[Any]) -> Iterator[str]:
    texts = [value for value in values if isinstance(value, str)]
    if len(texts) == len(values) and len(line := f"{key}: {written(list(values))}") <= _MAX_ROW:
        yield line
        return
    yield f"{key}:"
    for value in values:
        inner = (
            [line for name, one in value.items() for line in _lines(name, one)] if value not in texts else []
        )
        for number, line in enumerate(inner or [written(value)]):
            yield f"  {'  ' if number else '- '}{line}"


def _paragraphs(key: str, text: str) -> Iterator[str]:
    lines = [f"{key}: |", *(f"  {line}".rstrip() for line in text.strip().split("\n"))]
    document = read_document("", "\n".join(lines).encode())
    same = isinstance(document.value, dict) and document.value.get(key, "").split() == text.split()
    yield from lines if same and not document.problems else [f"{key}: {written(' '.join(text.split()))}"]
