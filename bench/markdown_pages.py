"""The texts of the made-up initiatives as a person would write them in Markdown, a page each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import made_up

_TITLES = {"verwijzen": "Voor professionals", "toegang": "Meedoen", "contact": "Contact", "adres": "Adres"}


def write(folder: Path, number: int) -> None:
    """Writes index.md and as many pages as there are initiatives, in a folder for each kern."""
    folder.mkdir(parents=True)
    (folder / "index.md").write_text("# Sociale kaart\n\nHulp, gezelschap en activiteiten dicht bij huis.\n")
    for id, data in made_up.initiatives(number):
        path = folder / f"{id}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n".join(_lines(data)), encoding="utf-8")


def _lines(data: dict[str, Any]) -> Iterator[str]:
    yield f"# {data['naam']}\n\n{data['kort']}\n"
    yield data.get("beschrijving", "")
    for key, value in data.items():
        if key in ("naam", "kort", "beschrijving", "foto", "foto_tekst"):
            continue
        if key in made_up.REFERENCES:
            yield f"\n## {_title(key)}\n"
            yield from (f"- [{id}](../{id}.md)" for id in _list(value))
        elif key == "activiteiten":
            yield from _activities(value)
        elif key == "vrijwilligers":
            yield from _volunteers(value)
        elif key == "openingstijden" and not isinstance(value, str):
            yield "\n## Openingstijden\n"
            for block in _list(value):
                yield from _table(block, "Dag", "Tijd")
        elif isinstance(value, dict):
            yield f"\n## {_title(key)}\n"
            yield from _table(value, "Wat", "Antwoord")
        elif isinstance(value, list):
            yield f"\n## {_title(key)}\n"
            yield from (f"- {one}" for one in value)
        else:
            yield f"\n**{_title(key)}**: {value}\n"


def _activities(value: Any) -> Iterator[str]:
    yield "\n## Activiteiten\n"
    for one in _list(value):
        yield f"\n### {one['naam']}\n"
        yield from (f"- {_title(key)}: {_text(value)}" for key, value in one.items() if key != "naam")


def _volunteers(value: dict[str, Any]) -> Iterator[str]:
    yield "\n## Vrijwilligers gezocht\n"
    for one in _list(value.get("gezocht", [])):
        yield f"\n### {one['taak']}\n"
        yield from (f"- {_title(key)}: {value}" for key, value in one.items() if key != "taak")
    yield f"\n{value.get('contact', '')}\n"


def _table(rows: dict[str, Any], left: str, right: str) -> Iterator[str]:
    yield f"\n| {left} | {right} |\n|---|---|"
    yield from (f"| {_title(key)} | {_text(value)} |" for key, value in rows.items())
    yield ""


def _title(key: str) -> str:
    return _TITLES.get(key, key.replace("_", " ").capitalize())


def _text(value: Any) -> str:
    return ", ".join(str(one) for one in _list(value))


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
