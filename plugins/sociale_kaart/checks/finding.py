"""What a check found, before it is known at which line that stands."""

from __future__ import annotations

from dataclasses import dataclass

from ..format.document import Document, Path
from ..format.problems import Level, Problem


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found in the file `id`, at `path` in it. Its line and column are looked up at the end."""

    id: str
    path: Path
    level: Level
    rule: str
    message: str
    remedy: str

    def problem(self, document: Document) -> Problem:
        return document.problem(self.path, self.level, self.rule, self.message, self.remedy)
