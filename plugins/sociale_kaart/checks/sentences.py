"""A Dutch text as sentences and words, and how many syllables a word has: what a reading score is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

# How the vowel of one syllable is written. What is not in this list is two syllables (so-ci-aal, the-a-ter).
# A consonant before the vowel makes it i-grec (yoga); -eum is e-um (museum).
_NUCLEUS = re.compile(
    r"eau|eeu|ieu|aai|ooi|oei|aa|ee|oo|uu|ie|oe|ou|au|ui|ei|ij|eu(?!m\b)|y(?![aeiou])|"
    r"[aeiouàáâäèéêëìíîïòóôöùúûü]"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_ADDRESS = re.compile(r"://|www\.|@")
# Repetition is bounded here and below, so that the time stays in proportion to the length of any text.
_LINK = re.compile(r"\[([^\[\]\n]{0,200})\]\([^()\s]{0,300}\)")
_ROW = re.compile(r"[ \t]*(?:[-*+•]|\d{1,3}[.)])[ \t]+")
_NO_SENTENCE = re.compile(r"[ \t]*(?:\||#|[-*_=]{3,}[ \t]*$)")
# A full stop after these ends no sentence; nor does one after single letters (o.a., m.u.v.).
_SHORTENED = tuple(
    f" {word}."
    for word in (
        *[
            "bijv",
            "bv",
            "evt",
            "nr",
            "tel",
            "ca",
            "mw",
            "mevr",
            "dhr",
            "dr",
            "ds",
            "st",
            "incl",
            "excl",
            "max",
            "min",
        ],
        *["Bijv", "Dhr", "Mw", "Tel"],
    )
)
_END = re.compile(r"(?<=[.!?…])[\"”’')]?\s+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """`length` counts words and numbers; `words` are those that say how hard it is, so no numbers and no names."""

    text: str
    length: int
    words: tuple[str, ...]


def sentences(markdown: str, names: frozenset[str] = frozenset()) -> Iterator[Sentence]:
    """The sentences of a text. An item of a list is one of its own; headings and tables are none.

    Names are the words in `names` (in small letters), and what has a capital after the first word.
    """
    plain = _LINK.sub(r"\1", markdown).replace("*", "").replace("`", "")
    for block in _blocks(plain):
        if _ADDRESS.search(block):
            block = " ".join(_without_address(piece) for piece in block.split())
        for text in _split(block):
            pieces = text.split()
            length = sum(1 for piece in pieces if piece.isalpha() or any(map(str.isalnum, piece)))
            found = words(text)
            counted = [word for word in found[1:] if word[0].islower() and word not in names]
            if found and found[0].lower() not in names:
                counted.append(found[0])
            yield Sentence(" ".join(pieces), length, tuple(counted))


def words(text: str) -> list[str]:
    return _WORD.findall(text)


@lru_cache(maxsize=16384)
def syllables(word: str) -> int:
    """How many syllables a Dutch word has when spoken, by its vowels: "vrijwilliger" has four."""
    return len(_NUCLEUS.findall(word.lower())) or 1


def _split(block: str) -> Iterator[str]:
    held = ""
    for piece in _END.split(block):
        held = f"{held} {piece}" if held else piece
        if not held.endswith(_SHORTENED) and not (held.endswith(".") and held[-3:-2] == "."):
            yield held
            held = ""
    if held:
        yield held


def _without_address(piece: str) -> str:
    return piece[-1] * piece.endswith((".", "!", "?")) if _ADDRESS.search(piece) else piece


def _blocks(text: str) -> Iterator[str]:
    """Paragraphs and items of lists, each on one line."""
    lines: list[str] = []
    for line in text.split("\n"):
        item = _ROW.match(line)
        none = bool(_NO_SENTENCE.match(line))
        if lines and (item or none or not line.strip()):
            yield " ".join(lines)
            lines = []
        if item:
            line = line[item.end() :]
        if line.strip() and not none:
            lines.append(line)
    if lines:
        yield " ".join(lines)
