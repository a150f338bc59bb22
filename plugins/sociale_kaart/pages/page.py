"""A generated page as a value, and the lists that stand on pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from ..format.initiatief import Initiatief


@dataclass(frozen=True)
class Page:
    """One generated page. `path` is its address without slashes at the ends; "" is home.

    `assets` names the scripts that it needs (`kaart`, `zoeken`); `indexed` is False for what stopped.
    """

    path: str
    title: str
    description: str
    template: str
    context: dict[str, Any] = field(default_factory=dict)
    assets: frozenset[str] = frozenset()
    indexed: bool = True

    @property
    def depth(self) -> int:
        return self.path.count("/") + 1 if self.path else 0


@dataclass(frozen=True)
class Lijst:
    """A heading with what stands below it. `leeg` says so when there is nothing; `dicht`: a long one is folded."""

    titel: str
    initiatieven: list[Initiatief]
    id: str = ""
    uitleg: str = ""
    leeg: str = ""
    dicht: bool = False


def by_name(initiatieven: Iterable[Initiatief]) -> list[Initiatief]:
    """In the order of a list that people read: by name, without regard to case."""
    return sorted(initiatieven, key=lambda one: (one.naam.casefold(), one.id))
