"""Words in a list as begrippen: by label, synonym or spelling, or as a word inside what somebody wrote."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property

from ..format.begrippen import Begrippen
from .cells import is_empty, pieces
from .headings import plain


@dataclass(frozen=True)
class Found:
    """Ids in the order of the text; what was read in another word (`from → id`); what was not found."""

    ids: tuple[str, ...] = ()
    guessed: tuple[tuple[str, str], ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True)
class Terms:
    """One section of the begrippen, ready to be looked into."""

    begrippen: Begrippen
    section: str

    @cached_property
    def names(self) -> Mapping[str, str]:
        known = self.begrippen[self.section].values()
        names: dict[str, str] = {}
        for pick in (lambda one: (one.id, one.label, one.meervoud), lambda one: one.synoniemen):
            for begrip in known:
                for name in pick(begrip):
                    names.setdefault(plain(name), begrip.id)
        return {name: id for name, id in names.items() if name}

    def exact(self, text: str) -> str | None:
        words = plain(text)
        return self.names.get(words) or self.names.get(words.replace(" ", ""))

    def nearly(self, text: str) -> str | None:
        """Another spelling, or one word for several: `mantelzorger`, `jongern`."""
        words = plain(text)
        close = get_close_matches(words, self.names, n=1, cutoff=0.86) if len(words) > 4 else []
        return self.names[close[0]] if close else None

    def inside(self, text: str) -> list[str]:
        """What is named as whole words in a longer text; of names within each other the longest."""
        return list(dict.fromkeys(self.names[one] for one in self._any_name.findall(plain(text))))

    @cached_property
    def _any_name(self) -> re.Pattern[str]:
        names = sorted((name for name in self.names if len(name) > 3), key=len, reverse=True)
        return re.compile(rf"\b(?:{'|'.join(names)})\b")

    def read(self, text: str) -> Found:
        """All that a cell names."""
        if whole := self.exact(text):
            return Found((whole,))
        ids: list[str] = []
        guessed: list[tuple[str, str]] = []
        unknown: list[str] = []
        for piece in pieces(re.sub(r"[()]", ";", text)):
            if is_empty(piece):
                continue
            if id := self.exact(piece):
                ids.append(id)
            elif id := self.nearly(piece):
                ids.append(id)
                guessed.append((piece, id))
            elif several := self.inside(piece):
                ids += several
                guessed += [(piece, one) for one in several]
            else:
                unknown.append(piece)
        return Found(tuple(dict.fromkeys(ids)), tuple(guessed), tuple(unknown))
