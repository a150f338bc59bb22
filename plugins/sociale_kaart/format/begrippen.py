"""Begrippen: the vocabulary (soorten, themas, doelgroepen, …) with labels and the words people say.

The built-in ones are data in the folder `begrippen/`, one file a section; a municipality adds to them or
changes labels in its `begrippen.yml`. Ids never change, labels may.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

from .problems import Onbegrepen
from .tijden import quoted
from .waarden import nearest

SECTIONS = (
    "soorten",
    "cirkels",
    "themas",
    "doelgroepen",
    "mantelzorg",
    "toegankelijkheid",
    "vertrouwen",
    "initiatief_van",
    "wie_helpt",
    "waar",
)
HOOFDLIJNEN = ("buurtnetwerk", "ontmoeting", "tussenvoorziening", "overig")


@dataclass(frozen=True, slots=True)
class Begrip:
    """One word of the vocabulary. `cirkel`, `hoofdlijn` and `meervoud` are of soorten, `wie` of cirkels,
    `voor` of doelgroepen (the words that follow "voor"), `gewoon` of mantelzorg (the label in plain words)."""

    id: str
    label: str
    zin: str = ""
    synoniemen: tuple[str, ...] = ()
    zo_zegt_men: tuple[str, ...] = ()
    cirkel: str = ""
    hoofdlijn: str = ""
    meervoud: str = ""
    wie: str = ""
    voor: str = ""
    gewoon: str = ""


@dataclass(frozen=True, slots=True)
class Begrippen:
    """All begrippen: section → id → `Begrip`, in the order of the files, and local words (`buurtwoorden`)."""

    sections: Mapping[str, Mapping[str, Begrip]]
    buurtwoorden: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, section: str) -> Mapping[str, Begrip]:
        return self.sections[section]

    def read(self, section: str, text: str) -> str:
        """`text` as an id of the section, or `Onbegrepen` with the nearest one."""
        known = self.sections[section]
        if text in known:
            return text
        if "," in text:
            raise Onbegrepen(
                f"{quoted(text)} is meer dan één woord uit de lijst.",
                f"Zet er haken omheen: `[{text[:60]}]`.",
                "unknown-term",
            )
        name = {"soorten": "soort", "cirkels": "cirkel", "themas": "thema", "doelgroepen": "doelgroep"}.get(
            section, "woord"
        )
        meant = self._meant(section, text)
        if meant:
            remedy = f"Bedoelt u `{meant}`?"
        elif len(known) <= 12:
            remedy = f"Kies uit: {', '.join(known)}."
        else:
            remedy = (
                f"Kies uit: {', '.join(list(known)[:8])}, … De hele lijst staat in de uitleg van het formaat."
            )
        raise Onbegrepen(f"{quoted(text)} is geen {name} uit de lijst.", remedy, "unknown-term")

    def _meant(self, section: str, text: str) -> str | None:
        word = text.casefold().strip()
        known = self.sections[section]
        names = {
            name.casefold(): begrip.id
            for begrip in known.values()
            for name in (*begrip.synoniemen, begrip.label, begrip.id)
        }
        close = names.get(word) or names.get(word.replace(" ", "-"))
        return close or names.get(nearest(word, tuple(names)) or "")

    def extended(self, changes: Mapping[str, list[Begrip]], buurtwoorden: Mapping[str, str]) -> Begrippen:
        """With a municipality's own begrippen: new ids are added, known ones get its label and more words."""
        sections: dict[str, dict[str, Begrip]] = {name: dict(known) for name, known in self.sections.items()}
        for name, begrippen in changes.items():
            for begrip in begrippen:
                old = sections[name].get(begrip.id)
                sections[name][begrip.id] = _merged(old, begrip) if old else begrip
        return Begrippen(sections, {**self.buurtwoorden, **buurtwoorden})


def _merged(old: Begrip, new: Begrip) -> Begrip:
    texts = {
        name: getattr(new, name) or getattr(old, name)
        for name in ("label", "zin", "cirkel", "hoofdlijn", "meervoud", "wie", "voor")
    }
    return replace(
        old,
        **texts,
        gewoon="" if new.label else old.gewoon,
        synoniemen=tuple(dict.fromkeys((*old.synoniemen, *new.synoniemen))),
        zo_zegt_men=tuple(dict.fromkeys((*old.zo_zegt_men, *new.zo_zegt_men))),
    )


@lru_cache(maxsize=1)
def built_in() -> Begrippen:
    """The begrippen of the package."""
    folder = resources.files(__package__) / "begrippen"
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    sections = {}
    for name in SECTIONS:
        rows = yaml.load((folder / f"{name}.yml").read_text(encoding="utf-8"), Loader=loader)
        sections[name] = {row["id"]: _begrip(row) for row in rows}
    return Begrippen(sections)


def _begrip(row: Mapping[str, Any]) -> Begrip:
    values: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else str(value) for key, value in row.items()
    }
    return Begrip(**values)
