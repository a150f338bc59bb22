"""What nobody looked at for longer than the municipality wants, kern by kern."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .format.gebied import Kern
from .format.initiatief import Initiatief
from .kaart import SocialeKaart


@dataclass(frozen=True, slots=True)
class Verouderd:
    """`maanden` since somebody last checked it; None when nobody ever did."""

    initiatief: Initiatief
    maanden: int | None

    @property
    def zin(self) -> str:
        if self.maanden is None:
            return "nog nooit nagekeken"
        months = "1 maand" if self.maanden == 1 else f"{self.maanden} maanden"
        return f"{months if self.maanden < 24 else f'{self.maanden // 12} jaar'} niet nagekeken"


def verouderd(kaart: SocialeKaart) -> Mapping[str, list[Verouderd]]:
    """kern → what is old there: the oldest first, what was never checked last. Kernen in the order of the site."""
    return {kern.id: _in_kern(kaart, kern) for kern in kernen_van(kaart)}


def kernen_van(kaart: SocialeKaart) -> list[Kern]:
    """All kernen by name, and last the folder for the whole municipality."""
    return [*kaart.dorpen, *(kern for kern in kaart.kernen.values() if kern.gemeentebreed)]


def _in_kern(kaart: SocialeKaart, kern: Kern) -> list[Verouderd]:
    every = (Verouderd(one, _months(kaart, one)) for one in kaart.in_kern.get(kern.id, ()))
    return sorted(
        (one for one in every if one.maanden is None or kaart.verouderd(one.initiatief)),
        key=lambda one: (one.maanden is None, -(one.maanden or 0), one.initiatief.id),
    )


def _months(kaart: SocialeKaart, initiatief: Initiatief) -> int | None:
    return initiatief.beheer.maanden_oud(kaart.vandaag) if initiatief.beheer else None
