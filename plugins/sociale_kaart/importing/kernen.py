"""Which kern somebody means, and where that follows from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property

from ..format.gebied import Kern
from ..loading import Loaded
from .cells import pieces
from .headings import plain

_EVERYWHERE = frozenset({
    "alle kernen", "alle dorpen", "hele gemeente", "heel de gemeente", "gemeentebreed", "alle", "gemeente", "overal",
    "gehele gemeente", "alles", "regionaal", "alle plaatsen", "regio",
})  # fmt: skip


@dataclass(frozen=True)
class Meant:
    """The folders that a text names; `certain` when it names nothing else."""

    ids: tuple[str, ...] = ()
    certain: bool = True


@dataclass(frozen=True)
class Kernen:
    """The kernen of a municipality by the names that people use."""

    loaded: Loaded

    @cached_property
    def names(self) -> Mapping[str, str]:
        known = self.loaded.kernen.values()
        return {plain(name): kern.id for kern in known for name in (kern.id, kern.naam)}

    @cached_property
    def buurten(self) -> Mapping[str, str]:
        return {plain(buurt): kern.id for kern in self.loaded.kernen.values() for buurt in kern.buurten}

    @property
    def wide(self) -> str:
        """The folder for what serves all kernen, if there is one."""
        return next((kern.id for kern in self.loaded.kernen.values() if kern.gemeentebreed), "")

    def __getitem__(self, id: str) -> Kern:
        return self.loaded.kernen[id]

    @property
    def towns(self) -> list[str]:
        return [kern.naam for kern in self.loaded.kernen.values() if not kern.gemeentebreed]

    def read(self, text: str) -> Meant:
        """One or more kernen, however they are written; `alle kernen` is the wide folder."""
        whole = plain(text)
        if not whole:
            return Meant()
        if whole in self.names:
            return Meant((self.names[whole],))
        own_name = plain(self.loaded.gemeente.naam)
        if self.wide and (
            whole in _EVERYWHERE or whole in (own_name, f"gemeente {own_name}", f"heel {own_name}")
        ):
            return Meant((self.wide,))
        if whole in self.buurten:
            return Meant((self.buurten[whole],))
        ids: list[str] = []
        certain = True
        for piece in pieces(text):
            words = plain(piece)
            close = get_close_matches(words, self.names, n=1, cutoff=0.8) if len(words) > 3 else []
            exact = self.names.get(words) or self.buurten.get(words)
            certain = certain and exact is not None
            ids += [exact] if exact else [self.names[close[0]]] if close else []
        return Meant(tuple(dict.fromkeys(ids)), certain)
