"""How recent it all is, kern by kern, and what nobody looked at for longer than the municipality wants."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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


@dataclass(frozen=True, slots=True)
class Versheid:
    """How many of a kern somebody checked within the municipality's limit, and how many nobody ever did."""

    kern: Kern
    aantal: int
    nagekeken: int
    nooit: int

    @property
    def procent(self) -> int:
        """Rounded down: 100 means all of them."""
        return 100 * self.nagekeken // self.aantal if self.aantal else 0


def verouderd(kaart: SocialeKaart) -> Mapping[str, list[Verouderd]]:
    """kern → what is old there: the oldest first, what was never checked last. Kernen in the order of the site."""
    return {kern.id: _in_kern(kaart, kern) for kern in kaart.alle_kernen}


def _in_kern(kaart: SocialeKaart, kern: Kern) -> list[Verouderd]:
    every = (Verouderd(one, _months(kaart, one)) for one in kaart.in_kern.get(kern.id, ()))
    return sorted(
        (one for one in every if one.maanden is None or kaart.verouderd(one.initiatief)),
        key=lambda one: (one.maanden is None, -(one.maanden or 0), one.initiatief.id),
    )


def _months(kaart: SocialeKaart, initiatief: Initiatief) -> int | None:
    return initiatief.beheer.maanden_oud(kaart.vandaag) if initiatief.beheer else None


def versheid(kaart: SocialeKaart) -> list[Versheid]:
    """Each kern that has something, in the order of the site."""
    kernen = ((kern, kaart.in_kern.get(kern.id, ())) for kern in kaart.alle_kernen)
    return [_of_kern(kaart, kern, those) for kern, those in kernen if those]


def nagekeken(kaart: SocialeKaart, initiatief: Initiatief) -> bool:
    """Whether somebody checked it within the municipality's limit."""
    return _months(kaart, initiatief) is not None and not kaart.verouderd(initiatief)


def _of_kern(kaart: SocialeKaart, kern: Kern, those: Sequence[Initiatief]) -> Versheid:
    never = sum(_months(kaart, one) is None for one in those)
    return Versheid(kern, len(those), sum(nagekeken(kaart, one) for one in those), never)
