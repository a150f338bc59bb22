"""Whether a slip of the finger changes what is found: one word, then the same word written wrong.

    python bench/slips.py        [--gemist]

Words of the lexicon and names of the demonstration, with slips that a program makes in them, the same every time.
Found means: what stands first for the right spelling is among the first three for the wrong one (for a name: the
initiative itself). Nobody judged these; they say how much the finder sees through, not how good its answers are.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable
from random import Random

from sociale_kaart.search.velden import lexicon
from zoeken import INITIATIVES, read_kaart, run

EVERY = 3  # of the words one in three
SOUNDS = (
    ("ei", "ij"),
    ("ij", "ei"),
    ("au", "ou"),
    ("ou", "au"),
    ("ch", "g"),
    ("g", "ch"),
    ("c", "k"),
    ("k", "c"),
    ("d$", "t"),
    ("t$", "d"),
    ("ie", "i"),
    ("z", "s"),
    ("s", "z"),
    ("v", "f"),
    ("f", "v"),
    ("oe", "u"),
)
DIMINUTIVE = re.compile(r"[bdfgkpst]$")
Slip = Callable[[str, Random], str]


def swapped(word: str, chance: Random) -> str:
    at = chance.randrange(1, len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def dropped(word: str, chance: Random) -> str:
    at = chance.randrange(1, len(word))
    return word[:at] + word[at + 1 :]


def doubled(word: str, chance: Random) -> str:
    at = chance.randrange(1, len(word))
    return word[:at] + word[at] + word[at:]


def another(word: str, chance: Random) -> str:
    at = chance.randrange(1, len(word))
    return word[:at] + chance.choice("aeiorstn") + word[at + 1 :]


def by_ear(word: str, chance: Random) -> str:
    found = [(old, new) for old, new in SOUNDS if re.search(old, word)]
    old, new = chance.choice(found) if found else ("^", "")
    return re.sub(old, new, word, count=1)


def small(word: str, _: Random) -> str:
    return word if word.endswith("en") else word + ("je" if DIMINUTIVE.search(word) else "tje")


SLIPS: dict[str, Slip] = {
    "two letters swapped": swapped,
    "a letter left out": dropped,
    "a letter doubled": doubled,
    "another letter": another,
    "written by ear": by_ear,
    "a diminutive": small,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--gemist", action="store_true", help="each that was not found")
    arguments = parser.parse_args()
    kaart = read_kaart(INITIATIVES)
    known = {word for veld in lexicon(kaart.begrippen) for word in veld.woorden}
    words = sorted(word for word in known if re.fullmatch("[a-z]{4,}", word))[::EVERY]
    names = {one.naam: one.id for one in kaart.initiatieven.values() if len(one.naam) > 3}
    chance = Random(20261122)
    rows = [(kind, right, slip(right, chance)) for kind, slip in SLIPS.items() for right in (*words, *names)]
    rows = [row for row in rows if row[1] != row[2]]
    asked = [*words, *(wrong for *_, wrong in rows)]
    outcomes = run(kaart, asked, others=False)["sociale kaart"]
    first = {word: one["ids"][0] for word, one in zip(words, outcomes, strict=False) if one["gevonden"]}
    results: dict[tuple[str, str], list[bool]] = {}
    for (kind, right, wrong), outcome in zip(rows, outcomes[len(words) :], strict=True):
        if not (goal := names.get(right) or first.get(right)):
            continue  # the right spelling finds nothing either
        results.setdefault((kind, "name" if right in names else "word"), []).append(
            goal in outcome["ids"][:3]
        )
        if arguments.gemist and goal not in outcome["ids"][:3]:
            print(f"{kind}: {right} → {wrong}")
    for (kind, what), found in results.items():
        print(f"{kind:<22}{what:<6}{len(found):>6}  {sum(found) / len(found):.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
