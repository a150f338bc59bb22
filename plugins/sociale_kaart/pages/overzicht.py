"""The landscape: per kern what there is, what comes from elsewhere and what is missing; in words, then in tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..dekking import HOOFDLIJN, MANTELZORG, THEMA, Rij, Vak, dekking, leunt_op
from ..format.gebied import Kern
from ..format.initiatief import Initiatief
from ..kaart import SocialeKaart
from ..versheid import versheid
from .page import Page

# As many of those on which much leans stand open; the rest is folded.
EERSTE = 8


@dataclass(frozen=True, slots=True)
class Tabel:
    """One matrix: its id, heading and rows."""

    id: str
    titel: str
    rijen: list[Rij]


@dataclass(frozen=True, slots=True)
class Dorp:
    """One kern in words. `lijnen`: the main lines that it has not itself; the others are about all that helps."""

    kern: Kern
    lijnen: list[tuple[Rij, Vak]]
    niets: list[Rij]
    van_elders: list[Rij]
    mantelzorg: list[Rij]


@dataclass(frozen=True, slots=True)
class Steun:
    """What would be gone with an initiative: each thing with the kernen where it is the only one."""

    initiatief: Initiatief
    weg: list[tuple[Rij, list[Kern]]]


def pages(kaart: SocialeKaart) -> Iterator[Page]:
    rijen = dekking(kaart)
    tables = [
        Tabel("hoofdlijnen", "De drie hoofdlijnen", _of(rijen, HOOFDLIJN)),
        Tabel("onderwerpen", "Onderwerpen", _of(rijen, THEMA)),
        Tabel("mantelzorg", "Steun voor mantelzorgers", _of(rijen, MANTELZORG)),
    ]
    description = f"Wat er per dorp in de gemeente {kaart.gemeente.naam} is, en wat er nog ontbreekt."
    yield Page("overzicht", "Overzicht", description, "overzicht.html", {
        "tabellen": tables,
        "dorpen": [in_words(rijen, number, kern) for number, kern in enumerate(kaart.dorpen)],
        "nergens": [rij for rij in rijen if rij.vakken and all(vak.stand == "niets" for vak in rij.vakken)],
        "steun": leaning(kaart, rijen),
        "eerste": EERSTE,
        "versheid": versheid(kaart),
    }, frozenset({"overzicht"}))  # fmt: skip


def in_words(rijen: Sequence[Rij], number: int, kern: Kern) -> Dorp:
    """The kern that is the `number`th of each row."""
    found = [(rij, rij.vakken[number]) for rij in rijen]
    themas = [(rij, vak) for rij, vak in found if rij.indeling == THEMA]
    return Dorp(
        kern,
        [(rij, vak) for rij, vak in found if rij.indeling == HOOFDLIJN and vak.stand != "hier"],
        [rij for rij, vak in themas if vak.stand == "niets"],
        [rij for rij, vak in themas if vak.stand in ("buur", "breed")],
        [rij for rij, vak in found if rij.indeling == MANTELZORG and vak.stand == "niets"],
    )


def leaning(kaart: SocialeKaart, rijen: Sequence[Rij]) -> list[Steun]:
    return [
        Steun(kaart.initiatieven[id], _by_row([(rij, vak.kern) for rij, vak in alone]))
        for id, alone in leunt_op(rijen).items()
    ]


def _of(rijen: Sequence[Rij], indeling: str) -> list[Rij]:
    return [rij for rij in rijen if rij.indeling == indeling]


def _by_row(pairs: Sequence[tuple[Rij, Kern]]) -> list[tuple[Rij, list[Kern]]]:
    rows = {(rij.indeling, rij.id): rij for rij, _ in pairs}
    return [(rij, [kern for other, kern in pairs if other is rij]) for rij in rows.values()]
