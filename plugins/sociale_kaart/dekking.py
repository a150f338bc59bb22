"""The landscape: per kern what there is of everything that help can be about, what comes from elsewhere, what is missing.

A row is a main line, a thema or a function of support for carers; in each kern it is one `Vak`. What counts is what
the page of the kern shows: what stands in its folder, and what serves it from elsewhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from .format.gebied import Kern
from .format.initiatief import Initiatief
from .kaart import SocialeKaart, all_themas

Stand = Literal["hier", "buur", "breed", "niets"]
HOOFDLIJN, THEMA, MANTELZORG = "hoofdlijn", "thema", "mantelzorg"
# The three main lines of the nota, in its words.
HOOFDLIJNEN = {
    "buurtnetwerk": "Buurtnetwerk",
    "ontmoeting": "Ontmoetingsplek voor iedereen",
    "tussenvoorziening": "Tussenvoorziening",
}


@dataclass(frozen=True, slots=True)
class Vak:
    """What there is of one row for who lives in `kern`: in the kern, from other kernen, for the whole municipality."""

    kern: Kern
    hier: Sequence[Initiatief]
    buur: Sequence[Initiatief]
    breed: Sequence[Initiatief]

    @property
    def alle(self) -> list[Initiatief]:
        return [*self.hier, *self.buur, *self.breed]

    @property
    def stand(self) -> Stand:
        return "hier" if self.hier else "buur" if self.buur else "breed" if self.breed else "niets"


@dataclass(frozen=True, slots=True)
class Rij:
    """One thing that help can be about, with a `Vak` for each kern, in the order of `kaart.dorpen`."""

    indeling: str
    id: str
    label: str
    vakken: tuple[Vak, ...]


Kinds = Callable[[Initiatief], Iterable[str]]


def dekking(kaart: SocialeKaart) -> list[Rij]:
    """All rows: the main lines, then the themas, then the functions for carers."""
    sections: tuple[tuple[str, Mapping[str, str], Kinds], ...] = (
        (HOOFDLIJN, HOOFDLIJNEN, lambda one: (kaart.soort(one).hoofdlijn,)),
        (THEMA, _labels(kaart, "themas"), all_themas),
        (MANTELZORG, _labels(kaart, "mantelzorg"), lambda one: one.mantelzorg),
    )
    rows = []
    for indeling, labels, kinds in sections:
        kernen = [(kern, *_found(kaart, kern, kinds)) for kern in kaart.dorpen]
        for id, label in labels.items():
            vakken = (
                Vak(kern, here.get(id, ()), near.get(id, ()), wide.get(id, ()))
                for kern, here, near, wide in kernen
            )
            rows.append(Rij(indeling, id, label, tuple(vakken)))
    return rows


def leunt_op(rijen: Iterable[Rij]) -> Mapping[str, list[tuple[Rij, Vak]]]:
    """initiative → where it is the only one that there is; who carries most first."""
    alone: defaultdict[str, list[tuple[Rij, Vak]]] = defaultdict(list)
    for rij in rijen:
        for vak in rij.vakken:
            if len(vak.alle) == 1:
                alone[vak.alle[0].id].append((rij, vak))
    return dict(sorted(alone.items(), key=lambda item: (-len(item[1]), item[0])))


def _labels(kaart: SocialeKaart, section: str) -> Mapping[str, str]:
    return {id: begrip.label for id, begrip in kaart.begrippen[section].items()}


Found = Mapping[str, Sequence[Initiatief]]


def _found(kaart: SocialeKaart, kern: Kern, kinds: Kinds) -> tuple[Found, Found, Found]:
    """By kind: what is in the kern, what serves it from another kern, and what is for the whole municipality."""
    serving = kaart.ook_voor.get(kern.id, ())
    wide = {one.id for one in serving if kaart.kernen[one.kern].gemeentebreed}
    return (
        _by_kind(kaart.in_kern.get(kern.id, ()), kinds),
        _by_kind((one for one in serving if one.id not in wide), kinds),
        _by_kind((one for one in serving if one.id in wide), kinds),
    )


def _by_kind(initiatieven: Iterable[Initiatief], kinds: Kinds) -> Found:
    found: defaultdict[str, list[Initiatief]] = defaultdict(list)
    for one in initiatieven:
        for kind in kinds(one):
            found[kind].append(one)
    return found
