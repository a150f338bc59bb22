"""Which addresses a map has, and the lock joined with them: a point for each, or a hint that there is none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ..folders import LOCK_NAME
from ..format.initiatief import Initiatief
from ..format.problems import Problem
from ..loading import Loaded
from .address import Address, address, same_key
from .lock import Lock


@dataclass(frozen=True, slots=True)
class Place:
    """One address and the initiatives that wrote it. `serves`: one of them also works for a werkgebied."""

    address: Address
    ids: tuple[str, ...]
    serves: bool = False


def lock_path(folder: Path) -> Path:
    return folder / LOCK_NAME


def places(loaded: Loaded) -> dict[str, Place]:
    """Key without case → every address that is looked up: with a street, without a point of its own."""
    found: dict[str, Place] = {}
    for initiatief in loaded.initiatieven.values():
        where = looked_up(loaded, initiatief)
        if where is None:
            continue
        before = found.get(same_key(where.key), Place(where, ()))
        serves = bool(initiatief.werkgebied) or loaded.kernen[initiatief.kern].gemeentebreed
        ids = (*before.ids, initiatief.id)
        found[same_key(where.key)] = replace(before, ids=ids, serves=before.serves or serves)
    return found


def looked_up(loaded: Loaded, initiatief: Initiatief) -> Address | None:
    """The address for which the lock counts; None when there is nothing to look up.

    What nobody may know is not sent to a service either. A town only, a point by hand, an initiative that has
    stopped (its page has no map): nothing to ask.
    """
    adres = initiatief.adres
    if adres is None or not adres.straat or adres.punt or initiatief.gestopt or not initiatief.openbaar:
        return None
    kern = loaded.kernen[initiatief.kern]
    plaats = adres.plaats or ("" if kern.gemeentebreed else kern.naam)
    return address(adres.straat, adres.huisnummer, adres.postcode, plaats) if plaats else None


def with_points(loaded: Loaded, lock: Lock) -> Loaded:
    """The same with the points of the lock in the addresses that have none. Nothing else changes."""
    joined = {id: _with_point(loaded, lock, initiatief) for id, initiatief in loaded.initiatieven.items()}
    return replace(loaded, initiatieven=joined)


def _with_point(loaded: Loaded, lock: Lock, initiatief: Initiatief) -> Initiatief:
    where = looked_up(loaded, initiatief)
    entry = lock.get(where.key) if where else None
    if entry is None or initiatief.adres is None:
        return initiatief
    return initiatief.model_copy(update={"adres": initiatief.adres.model_copy(update={"punt": entry.punt})})


def lock_problems(loaded: Loaded, lock: Lock) -> list[Problem]:
    """What is wrong with the lock itself, and a hint for each address that is not in it."""
    return [*lock.problems, *_not_in(loaded, lock)]


def _not_in(loaded: Loaded, lock: Lock) -> Iterator[Problem]:
    for id, initiatief in loaded.initiatieven.items():
        where = looked_up(loaded, initiatief)
        if where and lock.get(where.key) is None:
            yield loaded.document(id).problem(
                ("adres",), "hint", "no-point",
                "Van dit adres is nog niet bekend waar het op de kaart ligt. Het staat zonder speld op de site.",
                "Draai `sociale-kaart geocode`. Of zet er met de hand een `punt` bij.",
            )  # fmt: skip
