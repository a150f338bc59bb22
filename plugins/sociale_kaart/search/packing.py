"""Lists as one short text each, which is less to load than JSON's own lists. `browser/zoeken/bron.js` reads them."""

from __future__ import annotations

import string
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

_SIGNS = string.digits + string.ascii_lowercase
_CAPITALS = string.ascii_uppercase


def words_text(words: Iterable[str]) -> str:
    """tuin, tuinder, tuinman as "AtuinEderEman": a capital tells how many letters are those of the word before.

    The words have no capitals. They come in order, so that neighbours are alike.
    """
    return "".join(_words(sorted(words)))


def _words(words: Sequence[str]) -> Iterator[str]:
    for before, word in zip(("", *words), words, strict=False):
        same = min(_alike(before, word), len(_CAPITALS) - 1)
        yield _CAPITALS[same] + word[same:]


def _alike(one: str, other: str) -> int:
    """How many letters two words have in common, from the first."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def forms_text(forms: Mapping[str, str]) -> str:
    """form → stem as "loop:0t,3iep": a form begins with how many letters of the stem go. In order as words are."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for form, stem in sorted(forms.items()):
        less = len(stem) - _alike(stem, form)
        groups[stem].append(f"{less}{form[len(stem) - less :]}" if less < 10 else form)
    return words_text(f"{stem}:{','.join(those)}" for stem, those in groups.items())


def steps_text(numbers: Sequence[int]) -> str:
    """Rising numbers as steps from the one before, in base 36; more than one sign stands between dots: "02.2s."."""
    return "".join(_step(one - before) for before, one in zip((0, *numbers), numbers, strict=False))


def _step(number: int) -> str:
    if number < len(_SIGNS):
        return _SIGNS[number]
    signs = ""
    while number:
        number, rest = divmod(number, len(_SIGNS))
        signs = _SIGNS[rest] + signs
    return f".{signs}."
