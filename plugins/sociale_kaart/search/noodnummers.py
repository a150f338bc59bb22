"""The national numbers for who is in danger, and what somebody then says (begrippen/noodnummers.yml)."""

from __future__ import annotations

import re
import string
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

_SHOWN = ("id", "label", "zin", "nummers")
_LETTERS = string.ascii_uppercase + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ"
# As `klank` in browser/zoeken/woorden.js and `hoor` in nood.js: the sound of a word, then without its ending.
_SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in [
        ("^chr", "kr"),
        ("sch(?=[rl])", "sg"),
        ("ch", "g"),
        ("ei|y", "ij"),
        ("ou", "au"),
        ("ph", "f"),
        ("th", "t"),
        ("qu", "kw"),
        ("x", "ks"),
        ("c(?=[eij])", "s"),
        ("c", "k"),
        ("d$|dt$", "t"),
        (r"(.)\1+", r"\1"),
        ("z", "s"),
        ("v", "f"),
        ("ieu", "iu"),
    ]
]
_LONG_ENOUGH = 4  # letters that tell a word, also without its ending
_CHOICE = re.compile(r"\(([^()]+)\)")
_ENDING = re.compile("(?<=...)(?:[dt]?en?|[dt])$")


@lru_cache(maxsize=1)
def numbers() -> dict[str, Any]:
    """All that the file holds, also where a number was found."""
    path = resources.files("sociale_kaart.format") / "begrippen" / "noodnummers.yml"
    data: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return data


def _sound(word: str) -> str:
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word


def heard(word: str) -> str:
    """The word as it is compared: geslagen is geslag, brand and branden are bran."""
    return word if word.isdigit() else _ENDING.sub("", _sound(word))


def _heard_in_sentence(word: re.Match[str]) -> str:
    """One word of a sentence; of "hond*" both what hond sounds like and how hondje begins."""
    whole, start = heard(word[1]), _sound(word[1] + "e")[:-1]
    if not word[2]:
        return whole
    if len(whole) >= _LONG_ENOUGH and start.startswith(whole):
        return f"{whole}*"
    return f"{start}*" if whole.startswith(start) else f"({whole}|{start}*)"


def _each_once(choice: re.Match[str]) -> str:
    """Words that sound the same are one: of (laat|laten) one is left."""
    return f"({'|'.join(dict.fromkeys(choice[1].split('|')))})"


@lru_cache(maxsize=1)
def noodnummers() -> dict[str, Any]:
    """What the browser gets, as light as it can be: sounds, lists as one text each, one letter for a group."""
    data = numbers()
    letters = dict(zip(data["groepen"], _LETTERS, strict=False))

    def packed(lines: list[str], between: str) -> str:
        heard_lines = (re.sub(r"([a-z0-9]+)(\*?)", _heard_in_sentence, line) for line in lines)
        text = _CHOICE.sub(_each_once, between.join(dict.fromkeys(heard_lines)))
        text = re.sub(r"[A-Z]{2,}", lambda name: letters[name[0]], text)
        return text.replace(" & ", "&").replace(" .. ", "_")

    return {
        "spelling": {right: " ".join(others) for right, others in data["spelling"].items()},
        "groepen": {letters[name]: packed(words, "|") for name, words in data["groepen"].items()},
        "meldingen": [
            {name: row[name] for name in _SHOWN}
            | {"woorden": packed(row["woorden"], " ")}
            | {name: packed(row[name], ";") for name in ("zinnen", "niet")}
            for row in data["meldingen"]
        ],
    }
