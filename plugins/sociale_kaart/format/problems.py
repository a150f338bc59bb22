"""A problem is a value: what is wrong, where, and what to write instead. Nobody prints it here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning", "hint"]


class Onbegrepen(ValueError):
    """A written value that cannot be read.

    `message` is one plain Dutch sentence that says what is wrong, `remedy` one that says what to write.
    Raised by the readers of single values; the model turns it into a `Problem` with its place.
    """

    def __init__(self, message: str, remedy: str = "", rule: str = "waarde") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.rule = rule


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at one place of one file. `line` and `column` count from 1; `path` is as people see it."""

    path: str
    line: int
    column: int
    level: Level
    rule: str
    key: str
    message: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.message} {self.remedy}".rstrip()
