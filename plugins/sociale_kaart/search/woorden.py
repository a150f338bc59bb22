"""Dutch words: from what somebody writes to one stem, so that huizen, huisje and huis are the same word.

A dictionary (simplemma's) knows the irregular ones; rules, which are data, do the rest. The browser has the
rules and, of the dictionary, only the forms that can occur on this site (`forms`).
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

_APOSTROPHE = re.compile(r"(?<=\w)['’‘`´](?=\w)|^['’‘`´](?=s\b)")
_PLUS = re.compile(r"(\d+)\s?(?:\+|-?\s?plus\w*)")
# Present participles, Flemish diminutives, comparatives, "iets driftigs", "wij belden": hardly ever typed.
_RARE = re.compile(
    r"end(?:e|en|er|s)?$|kes?$|(?:ig|isch|lijk|baar|zaam|eerd)(?:s|st|er)$|st[e]n?$|eren?$|[dt]{2}en$|[^aeiou]den$"
)
_LAST_LETTERS = re.compile(r"([a-z])(?:([a-z])\?)?\$$")  # of a rule: "e" and "s" of "mpjes?$"
_LONG = 6  # letters; what is longer stands at the end of no word by chance, as zing does in verwijzing
_LONGEST_END = 12  # letters; more of a word no rule looks at
_WORD = re.compile(r"\d+plus|[a-z]+|\d+")


@lru_cache(maxsize=1)
def taal() -> Mapping[str, Any]:
    """What the finder knows of the language, from begrippen/taal.yml."""
    text = (resources.files("sociale_kaart.format") / "begrippen" / "taal.yml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.safe_load(text)
    data["wendingen"] = [[_filled(turn, data["groepen"]), *ids] for turn, *ids in data["wendingen"]]
    return {name: value for name, value in data.items() if name != "groepen"}


def _filled(pattern: str, groups: Mapping[str, Sequence[str]]) -> str:
    """A turn with each {group} of words written out."""
    for name, words in groups.items():
        pattern = pattern.replace(f"{{{name}}}", f"(?:{'|'.join(words)})")
    return pattern


@lru_cache(maxsize=1)
def _dictionary() -> Mapping[str, str]:
    """form → lemma. Names are in it too, with their capital, so no word in small letters finds them."""
    return DefaultDictionaryFactory().get_dictionary("nl")


def plain(text: str) -> str:
    """Small letters without accents; "foto's" as "fotos", "55+" as "55plus"."""
    if not text.isascii():
        text = "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))
    return _PLUS.sub(r"\1plus", _APOSTROPHE.sub("", text.lower()))


def words(text: str) -> list[str]:
    return _WORD.findall(plain(text))


Rule = tuple[re.Pattern[str], str, int]


@lru_cache(maxsize=1)
def _steps() -> list[Mapping[str, list[Rule]]]:
    """For each step the rules by the last letter of the words that they can fit."""
    steps: list[Mapping[str, list[Rule]]] = []
    for rules in taal()["stappen"]:
        by_letter: defaultdict[str, list[Rule]] = defaultdict(list)
        for pattern, with_, over in rules:
            rule = re.compile(pattern), re.sub(r"\$(\d)", r"\\\1", with_), over
            for letter in "".join(_LAST_LETTERS.findall(pattern)[0]):
                by_letter[letter].append(rule)
        steps.append(by_letter)
    return steps


def by_rule(word: str) -> str:
    """The stem by rules alone, as the browser makes it."""
    for by_letter in _steps():
        for pattern, with_, over in by_letter.get(word[-1:], ()):
            found = pattern.search(word, max(0, len(word) - _LONGEST_END))
            if found:
                shorter = word[: found.start()] + (found.expand(with_) if "\\" in with_ else with_)
                if shorter != word and len(shorter) >= over:
                    word = shorter
                    break
    return word


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of a plain word: through the dictionary if it is there."""
    own = taal()["vormen"].get(word)
    if own:
        return str(own)
    lemma = _first(_dictionary().get(word) or _participle(word))
    return str(taal()["vormen"].get(lemma) or by_rule(lemma))


def _participle(word: str) -> str:
    """gehaakte is haak, where the dictionary does not have it."""
    for ending in ("te", "de", "t", "d"):
        head = word.removeprefix("ge").removesuffix(ending)
        if word == f"ge{head}{ending}" and len(head) > 2 and head in _dictionary():
            return head
    return word


def _first(lemma: str) -> str:
    return "".join(words(lemma)) or lemma


def stems(text: str) -> list[str]:
    return [stem(word) for word in words(text)]


def is_word(word: str) -> bool:
    """Whether it is a Dutch word of itself; what is left of a compound when a part is taken off."""
    return word in _dictionary()


def forms(words: Iterable[str]) -> dict[str, str]:
    """form → stem, of the words that occur: those forms that the browser would get wrong without it."""
    dictionary, seen = _dictionary(), set(words)
    lemmas = {dictionary[word] for word in seen if word in dictionary}
    found = dict(taal()["vormen"])
    for form, lemma in dictionary.items():
        if lemma in lemmas and form.islower() and (form in seen or not _RARE.search(form)):
            simple = form if form.isascii() and form.isalpha() else plain(form)
            if len(simple) > 2 and _WORD.fullmatch(simple) and (form in seen or not _compared(form, lemma)):
                found.setdefault(simple, stem(simple))
    known = {stem(word) for word in seen} - {stem(word) for word in taal()["stil"]}
    return {form: right for form, right in sorted(found.items()) if derived(form, known) != right}


def _compared(form: str, lemma: str) -> bool:
    """zachter, zachtst, zachts: hardly ever typed."""
    return any(
        form in (lemma + end, lemma + lemma[-1] + end) for end in ("er", "ers", "der", "ders", "st", "ste")
    ) or (form == lemma + "s" and lemma + "er" in _dictionary())


def derived(word: str, known: Container[str]) -> str:
    """The stem that the browser makes of a word that its table does not have: gekookt is kook, if that is known."""
    right = by_rule(word)
    if right in known:
        return right
    for head in _without_ending(word):
        shorter = by_rule(head)
        if shorter in known:
            return shorter
        if shorter.endswith("eer") and (verb := f"{shorter[:-3]}er") in known:  # repareer, of repareren
            return verb
    return right


def _without_ending(word: str) -> Iterator[str]:
    """The word, and what it may be a form of, or who does it: haakte, gehaakt, haakster, haakjes."""
    yield word
    for ending in taal()["uitgangen"]:
        if word.endswith(ending):
            head = word.removesuffix(ending)
            yield from (one for one in (head, head.removeprefix("ge")) if len(one) > 2)


def parts(word: str, known: Mapping[str, Any]) -> Iterator[str]:
    """The known stems with which a compound begins or ends: tuinonderhoud → tuin, buurtmoestuin → tuin."""
    for at in range(3, len(word) - 2):
        head, tail = word[:at], word[at:]
        if tail in known and head not in taal()["voorvoegsels"] and (len(tail) > _LONG or _is_head(head)):
            yield tail
        if head in known and is_word(tail) and (len(head) > 3 or len(tail) > 3):
            yield head


def _is_head(head: str) -> bool:
    """Whether a compound can begin so: tuin, dorps, boeren, and buurtmoes of buurtmoestuin; not verwij of verwijzing."""
    if any(map(is_word, (head, head.removesuffix("s"), head.removesuffix("en")))):
        return True
    return any(is_word(head[:at]) and is_word(head[at:]) for at in range(4, len(head) - 3))
