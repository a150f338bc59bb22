"""Texts that are hard to read for many people, as advice. One hint a text, with the sentence to begin with.

The measure of a whole text is Flesch-Douma, Flesch's reading ease with the weights that W.H. Douma found for
Dutch (De leesbaarheid van landbouwbladen, Wageningen 1960): 206.84 - 0.93 x words per sentence - 77 x
syllables per word. From 60 on a text is ordinary, from 70 easy. Names do not count, nor does a text that is
too short for an average to mean something. What professionals read (`verwijzen`) is not measured.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..format.document import Path as KeyPath
from ..format.initiatief import Initiatief
from ..loading import Loaded
from .finding import Finding
from .sentences import Sentence, sentences, syllables, words

MAX_WORDS = 25  # in a sentence; writers of plain Dutch aim at 15 on average
MAX_SYLLABLES = 6  # in one word, or in the longest part of a word with hyphens
LOWEST_SCORE = 60.0
_ENOUGH_WORDS = 20  # for an average
_WORDS_TO_AIM_AT = 15  # in a sentence
_WHOLE_SENTENCE = 8
_LONG_WORD = 4  # syllables
_SHORTEST = 20  # characters: less is no text
_QUOTED = 60
_NOTHING = Sentence("", 0, ())


@dataclass(frozen=True, slots=True)
class Advice:
    """What is hard about one text, and what to do."""

    message: str
    remedy: str


def readability(loaded: Loaded) -> Iterator[Finding]:
    names = _names(loaded)
    for id, path, text in _texts(loaded):
        if found := advice(text, names):
            yield Finding(id, path, "hint", "hard-to-read", found.message, found.remedy)


def advice(text: str, names: frozenset[str] = frozenset()) -> Advice | None:
    """What would make `text` easier to read, or None when it reads well. `names` are words in small letters."""
    if len(text) < _SHORTEST:
        return None
    found = list(sentences(text, names))
    longest = max(found, key=lambda one: one.length, default=_NOTHING)
    if longest.length > MAX_WORDS:
        remedy = "Maak er twee zinnen van" + _and_word(_hardest_word(longest, MAX_SYLLABLES))
        return Advice(f"Deze zin is lang ({longest.length} woorden): {_short(longest)}", remedy)
    for one in found:
        if word := _hardest_word(one, MAX_SYLLABLES):
            message = f"`{word}` is een lang woord, in: {_short(one)}"
            return Advice(message, "Zeg het met kortere woorden.")
    length = sum(one.length for one in found)
    if length >= _ENOUGH_WORDS and score(found) < LOWEST_SCORE:
        hardest = min(found, key=lambda one: (one.length < _WHOLE_SENTENCE, score([one])))
        remedy = "Maak de zinnen korter" if length / len(found) > _WORDS_TO_AIM_AT else "Zeg het eenvoudiger"
        remedy += _and_word(_hardest_word(hardest, _LONG_WORD - 1))
        return Advice(f"Deze tekst is moeilijk te lezen, vooral: {_short(hardest)}", remedy)
    return None


def score(text: list[Sentence]) -> float:
    """Flesch-Douma: from 100 (very easy) down to 0 (very hard) and below."""
    counted = [word for one in text for word in one.words]
    if not counted:
        return 100.0
    per_sentence = sum(one.length for one in text) / len(text)
    per_word = sum(map(syllables, counted)) / len(counted)
    return 206.84 - 0.93 * per_sentence - 77 * per_word


def _hardest_word(sentence: Sentence, limit: int) -> str:
    """Its word with most syllables, if those are more than `limit`. A hyphen makes a long word readable."""
    long = [word for word in sentence.words if len(word) > 1.5 * limit]
    by_size = {word: max(map(syllables, word.split("-"))) for word in long}
    word = max(by_size, key=lambda one: (by_size[one], len(one)), default="")
    return word if word and by_size[word] > limit else ""


def _and_word(word: str) -> str:
    return f", en kies een gewoner woord voor `{word}`." if word else "."


def _short(sentence: Sentence) -> str:
    text = sentence.text
    if len(text) > _QUOTED:
        text = f"{text[:_QUOTED].rsplit(' ', 1)[0]} …"
    return f"“{text}”"


def _names(loaded: Loaded) -> frozenset[str]:
    """The long words with a capital in all names on this map: nobody can write those shorter."""
    texts = [kern.naam for kern in loaded.kernen.values()]
    for one in loaded.initiatieven.values():
        texts += (one.naam, *one.partners, *(activity.naam for activity in one.activiteiten))
    long = (
        one.lower() for text in texts for one in words(text) if one[0].isupper() and len(one) > 2 * _LONG_WORD
    )
    return frozenset(word for word in long if syllables(word) >= _LONG_WORD)


def _texts(loaded: Loaded) -> Iterator[tuple[str, KeyPath, str]]:
    """The texts in sentences that visitors read: id of the file, path in it, text."""
    for kern in loaded.kernen.values():
        yield f"{kern.id}/kern", ("omschrijving",), kern.omschrijving
    for id, initiatief in loaded.initiatieven.items():
        for path, text in _texts_of(initiatief):
            yield id, path, text


def _texts_of(initiatief: Initiatief) -> Iterator[tuple[KeyPath, str]]:
    for key in ("kort", "beschrijving", "zelf_bijdragen", "reden", "foto_tekst"):
        yield (key,), getattr(initiatief, key)
    if toegang := initiatief.toegang:
        for key in ("kosten", "aanmelden", "indicatie", "verwijzing"):
            value = getattr(toegang, key)
            yield ("toegang", key), value if isinstance(value, str) else ""
    if vrijwilligers := initiatief.vrijwilligers:
        yield ("vrijwilligers", "contact"), vrijwilligers.contact
        for index, one in enumerate(vrijwilligers.gezocht):
            yield ("vrijwilligers", "gezocht", index, "taak"), one.taak
            yield ("vrijwilligers", "gezocht", index, "scholing"), one.scholing
