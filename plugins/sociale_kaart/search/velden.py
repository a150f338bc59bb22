"""The lexicon: which words and phrases lead to which begrip, or to which field of words (woordvelden.yml)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import yaml

from ..format.begrippen import Begrip, Begrippen
from ..kaart import ERVARINGSDESKUNDIGEN

SECTIONS = ("themas", "doelgroepen", "soorten", "mantelzorg", "toegankelijkheid", "waar")


@dataclass(frozen=True, slots=True)
class Veld:
    """Words that lead to the same thing. `woorden` also stand in entries, `zinnen` are only said by who searches.

    `themas` are the begrippen ("themas:rouw-en-verlies") that answer it when no entry has its words.
    """

    id: str
    label: str
    woorden: tuple[str, ...]
    zinnen: tuple[str, ...] = ()
    themas: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def woordvelden() -> Mapping[str, Veld]:
    """The fields of words in the package, smaller than a thema: heg, snoeien, gras maaien."""
    folder = resources.files("sociale_kaart.format") / "begrippen"
    rows = yaml.load((folder / "woordvelden.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return {
        f"veld:{row['id']}": Veld(
            id=f"veld:{row['id']}",
            label=row.get("label", row["woorden"][0]),
            woorden=tuple(str(word) for word in row["woorden"]),
            zinnen=tuple(row.get("zo_zegt_men", ())),
            themas=tuple(row.get("bij", ())),
        )
        for row in rows
    }


def lexicon(begrippen: Begrippen) -> Iterator[Veld]:
    """All of it: the fields of words, and the begrippen with their synonyms and phrases."""
    yield from woordvelden().values()
    for section in SECTIONS:
        for begrip in begrippen[section].values():
            # Everybody is nobody in particular, and everything is at a place.
            if begrip.id not in ("iedereen", "op-locatie"):
                yield _veld(section, begrip)
    yield _veld("wie_helpt", begrippen["wie_helpt"][ERVARINGSDESKUNDIGEN])


def _veld(section: str, begrip: Begrip) -> Veld:
    words = (begrip.label, *begrip.synoniemen)
    return Veld(f"{section}:{begrip.id}", begrip.label, words, begrip.zo_zegt_men)
