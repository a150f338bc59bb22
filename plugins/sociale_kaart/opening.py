"""From a folder to a SocialeKaart: what is read, what is wrong with it, and what of it may be published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .checks import check_all
from .format.problems import Problem
from .geocoding.lock import Lock, read_lock
from .geocoding.places import lock_path, lock_problems, with_points
from .kaart import SocialeKaart, make_kaart
from .loading import Loaded


@dataclass(frozen=True)
class Opened:
    """Everything that was read on one day, and all problems with it."""

    loaded: Loaded
    lock: Lock
    problems: list[Problem]
    vandaag: date

    def kaart(self, *, examples: bool = True) -> SocialeKaart:
        """What may be published; `examples=False` leaves out what is made up."""
        return make_kaart(with_points(self.loaded, self.lock), self.problems, self.vandaag, examples=examples)


def open_all(loaded: Loaded, vandaag: date) -> Opened:
    lock = read_lock(lock_path(loaded.folder))
    problems = [*loaded.problems, *check_all(loaded, vandaag), *lock_problems(loaded, lock)]
    return Opened(loaded, lock, problems, vandaag)
