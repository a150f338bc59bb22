"""From bytes to text, and the characters that nobody sees and that do something all the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .problems import Level, Problem

# Also what YAML takes for the end of a line and no editor does (U+0085, U+2028, U+2029): lines would be off.
_CONTROL = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff"
_BIDI = r"\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c"
# A joiner (U+200C, U+200D) after a letter of another script, or inside an emoji, is how that is written.
_ZERO_WIDTH = r"[\u00ad\u200b\u2060-\u2064\ufeff]|(?<![\u0600-\U0010ffff])[\u200c\u200d]"
_BIDI_ONE = re.compile(f"[{_BIDI}]")
_ZERO_WIDTH_ONE = re.compile(_ZERO_WIDTH)
SUSPECT = re.compile(f"[{_CONTROL}{_BIDI}]|{_ZERO_WIDTH}")


def as_text(raw: bytes, errors: str = "strict") -> str:
    """A file as text, whatever ends its lines, without the mark that some programs begin it with."""
    return raw.decode("utf-8-sig", errors).replace("\r\n", "\n").replace("\r", "\n")


def suspect_characters(path: str, text: str) -> Iterator[Problem]:
    """What cannot be seen, each kind once a line."""
    for number, line in enumerate(text.split("\n"), 1):
        told = set()
        for found in SUSPECT.finditer(line):
            level, rule, message = suspect(found.group())
            if rule not in told:
                told.add(rule)
                remedy = "Haal het weg: verwijder de woorden eromheen en typ ze opnieuw."
                yield Problem(path, number, found.start() + 1, level, rule, "", message, remedy)


def suspect(character: str) -> tuple[Level, str, str]:
    """Level, rule and message of one such character."""
    code = f"U+{ord(character):04X}"
    if _BIDI_ONE.match(character):
        return (
            "error",
            "bidi-character",
            f"Hier staat een onzichtbaar teken dat de leesrichting omdraait ({code}).",
        )
    if _ZERO_WIDTH_ONE.match(character):
        return "warning", "zero-width-character", f"Hier staat een onzichtbaar teken ({code})."
    return "error", "control-character", f"Hier staat een teken dat niet in een tekst hoort ({code})."
