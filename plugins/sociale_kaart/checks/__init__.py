"""What only shows across files or in the text: references, doubles, pins, contact, freshness, hard and private text.

Each check takes what was loaded and yields findings. Where they stand in a file is looked up at the end, by
reading that file again: only what has a problem pays for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import chain

from ..format.problems import Problem
from ..loading import Loaded, in_order
from .doubles import doubles
from .finding import Finding
from .places import photos, place
from .privacy import privacy
from .readability import readability
from .references import area, gemeente, kern_references, references
from .upkeep import contact, freshness


def check_all(loaded: Loaded, vandaag: date) -> list[Problem]:
    """All problems across files and in the texts, in the order of the files."""
    return in_order([*across_files(loaded, vandaag), *in_texts(loaded)])


def across_files(loaded: Loaded, vandaag: date) -> list[Problem]:
    checks = (references, kern_references, gemeente, area, place, photos, doubles, contact)
    return _placed(loaded, chain(*(check(loaded) for check in checks), freshness(loaded, vandaag)))


def in_texts(loaded: Loaded) -> list[Problem]:
    """What is hard to read, and what should not be public."""
    return [*_placed(loaded, readability(loaded)), *privacy(loaded)]


def _placed(loaded: Loaded, findings: Iterable[Finding]) -> list[Problem]:
    by_file: defaultdict[str, list[Finding]] = defaultdict(list)
    for one in findings:
        by_file[one.id].append(one)
    problems = []
    for id, found in by_file.items():
        document = loaded.document(id)
        problems += [one.problem(document) for one in found]
    return problems
