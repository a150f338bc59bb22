"""The file that the finder loads: words with where they stand, the lexicon, and what a result shows.

Terms are stems ("tuin"), fields of words ("veld:tuin") and begrippen ("themas:vervoer"). Where a term stands is
one short text, "K03T11": in documents 0 and 3 in the short line, in 1 and 2 in the description (`packing`).
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta
from typing import Any

from ..format.begrippen import Begrippen
from ..format.gebied import Kern
from ..format.initiatief import Initiatief
from ..format.kalender import feesten
from ..format.waarden import talen
from ..kaart import SocialeKaart
from ..pages.antwoorden import loket_van
from ..pages.keren import WEKEN
from .documenten import (
    ALLEEN,
    KORT,
    NAAM,
    OOK,
    SOORT,
    TAAK,
    TEKST,
    TREFWOORD,
    VOLGORDE,
    VOORAL,
    begrippen,
    texts,
)
from .noodnummers import noodnummers
from .packing import forms_text, steps_text, words_text
from .resultaten import columns
from .velden import lexicon, woordvelden
from .woorden import forms, parts, stem, stems, taal, words

PATH = "data/zoeken.json"
LARGE = 1_000_000  # characters: from here on the initiatives go into files of their own
PORTION = 2_000  # initiatives in one of those

# A term counts once in a document, in its weightiest class; what a volunteer would do counts apart.
_ORDER = {klasse: rank for rank, klasse in enumerate(VOLGORDE)}
# The label of a kind names more than one activity ("ruilpunt of repair café").
_VELD_KLASSE = {NAAM: VOORAL, TREFWOORD: VOORAL, SOORT: OOK, KORT: VOORAL, TEKST: OOK, TAAK: TAAK}
_ABOUT = 4  # different words of one field: then it is what the initiative is about

Terms = dict[str, set[str]]


class Woordenboek:
    """From stems to the fields of words in which they stand, also as part of a compound."""

    def __init__(self) -> None:
        self.single: defaultdict[str, list[str]] = defaultdict(list)
        silent = {stem(word) for word in taal()["stil"]}
        self.several: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for veld in woordvelden().values():
            for word in veld.woorden:
                found = tuple(stems(word))
                if len(found) == 1:
                    self.single[found[0]].append(veld.id)
                elif len(telling := tuple(one for one in found if one not in silent)) > 1:
                    self.several[telling[0]].append((telling, veld.id))
                elif found:
                    self.several[found[0]].append((found, veld.id))
        self._parts: dict[str, list[str]] = {}

    def of_word(self, one: str) -> list[str]:
        if one in self.single:
            return self.single[one]
        if one not in self._parts:
            self._parts[one] = [id for part in parts(one, self.single) for id in self.single[part]]
        return self._parts[one]

    def of_text(self, found: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Each field with a word of it; a field as often as it has words here."""
        there = set(found)
        for one in dict.fromkeys(found):
            for id in self.of_word(one):
                yield id, one
            for several, id in self.several.get(one, ()):
                if there.issuperset(several):
                    yield id, one


def terms(kaart: SocialeKaart, initiatief: Initiatief, woordenboek: Woordenboek, seen: set[str]) -> Terms:
    """The terms of one document, each with its class. `seen` collects the words as they were written."""
    found: Terms = defaultdict(set)
    said: Terms = defaultdict(set)
    for klasse, text in texts(kaart, initiatief):
        written = words(text)
        seen.update(written)
        these = [stem(word) for word in written]
        for one in these:
            found[one].add(klasse)
        if klasse in _VELD_KLASSE and not initiatief.gestopt:
            for id, one in woordenboek.of_text(these):
                found[id].add(_VELD_KLASSE[klasse])
                if klasse not in (SOORT, TAAK):
                    said[id].add(one)
    for id, ones in said.items():
        if len(ones) >= _ABOUT:
            found[id].add(ALLEEN)
    for klasse, id in begrippen(kaart, initiatief):
        found[id].add(klasse)
    return found


def postings(documents: Iterable[Terms]) -> dict[str, str]:
    """The terms, and in the same order where each stands: by class, documents as steps from the one before."""
    silent = {stem(word) for word in taal()["stil"]}
    places: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, found in enumerate(documents):
        for term, classes in found.items():
            if term in silent and not classes & {NAAM}:
                continue
            heaviest = min(classes - {TAAK}, key=_ORDER.__getitem__, default="")
            for klasse in (heaviest, TAAK if TAAK in classes else ""):
                if klasse:
                    places[term][klasse].append(number)
    terms = sorted(places)
    where = (
        "".join(f"{klasse}{steps_text(numbers)}" for klasse, numbers in sorted(places[term].items()))
        for term in terms
    )
    return {"namen": words_text(terms), "waar": ";".join(where)}


def lexicon_data(known: Begrippen, seen: set[str]) -> dict[str, list[Any]]:
    """In columns: id, label, its words and its phrases as stems (`words_text`), themas."""
    weak = {stem(word) for word in taal()["zwak"]}
    silent = {stem(word) for word in taal()["stil"]} - weak  # they count nowhere in a phrase
    rows: defaultdict[str, list[Any]] = defaultdict(list)
    for veld in lexicon(known):
        for text in (*veld.woorden, *veld.zinnen):
            seen.update(words(text))
        single = _texts(veld.woorden)
        # A phrase in which only a word tells something that leads here by itself adds nothing.
        zinnen = [text for text in _texts(veld.zinnen, silent) if not _only(text, single, weak)]
        row = veld.id, veld.label, words_text(single), words_text(zinnen), list(veld.themas)
        for column, value in zip(("id", "label", "woorden", "zinnen", "bij"), row, strict=True):
            rows[column].append(value)
    return rows


def _texts(texts: Iterable[str], without: frozenset[str] | set[str] = frozenset()) -> set[str]:
    found = (" ".join(one for one in stems(text) if one not in without) for text in texts)
    return {text for text in found if text}


def _only(text: str, single: set[str], weak: set[str]) -> bool:
    telling = {one for one in text.split() if one not in weak}
    return len(telling) < 2 and telling <= single


def part(
    kaart: SocialeKaart,
    those: Sequence[Initiatief],
    keren: Callable[[Initiatief], str],
    woordenboek: Woordenboek,
    seen: set[str],
) -> dict[str, Any]:
    """Some of the initiatives: what they show and where words stand in them."""
    lengte: list[int] = []

    def found() -> Iterator[Terms]:  # one by one: together they take more memory than all the rest
        for one in those:
            yield (these := terms(kaart, one, woordenboek, seen))
            lengte.append(len(these))

    termen = postings(found())
    return {
        "documenten": {**columns(kaart, those, keren), "lengte": lengte},
        "termen": termen,
    }


def files(kaart: SocialeKaart, keren: Callable[[Initiatief], str]) -> dict[str, str]:
    """path → content: the one file, with the initiatives in it or, when they are many, in files beside it."""
    woordenboek, seen = Woordenboek(), set[str]()
    parts = [dumps(part(kaart, those, keren, woordenboek, seen)) for those in _portions(kaart)]
    apart = sum(len(one) for one in parts) > LARGE
    names = [f"zoeken-{number}.json" for number in range(1, len(parts) + 1)] if apart else []
    head = dumps({**language(kaart, seen), **place(kaart)})
    delen = ",".join(map(dumps, names) if apart else parts)
    files = {f"data/{name}": f"{text}\n" for name, text in zip(names, parts, strict=False)}
    return {PATH: f'{head[:-1]},"delen":[{delen}]}}\n', **files}


def _portions(kaart: SocialeKaart) -> Iterator[list[Initiatief]]:
    """By kern, so many together that a file stays small; the whole municipality first."""
    everything = sorted(
        (*kaart.initiatieven.values(), *kaart.gestopt.values()),
        key=lambda one: (not kaart.kernen[one.kern].gemeentebreed, one.kern, one.id),
    )
    for start in range(0, max(1, len(everything)), PORTION):
        yield everything[start : start + PORTION]


def language(kaart: SocialeKaart, seen: set[str]) -> dict[str, Any]:
    known = {name: value for name, value in taal().items() if name != "vormen"}
    lexicon = lexicon_data(kaart.begrippen, seen)
    for kern in kaart.kernen.values():
        seen.update(words(" ".join((kern.naam, *kern.buurten))))
    buurtwoorden = {stem(word): stem(own) for word, own in kaart.begrippen.buurtwoorden.items()}
    return {
        "taal": known,
        "lexicon": lexicon,
        "vormen": forms_text({**forms(seen), **buurtwoorden}),
        "nood": noodnummers(),
    }


def place(kaart: SocialeKaart) -> dict[str, Any]:
    """The kernen, the begrippen that occur, feast days as days from today, and whom to call."""
    labels = {
        section: {id: begrip.label for id, begrip in kaart.begrippen[section].items() if id in used}
        for section, used in (
            ("themas", kaart.bij_thema),
            ("doelgroepen", kaart.voor_doelgroep),
            ("soorten", {one.soort for one in kaart.initiatieven.values()}),
        )
    }
    tot = kaart.vandaag + timedelta(weeks=WEKEN)
    used = sorted({code for one in kaart.initiatieven.values() for code in one.talen if code != "nl"})
    return {
        "gemeente": kaart.gemeente.naam,
        "vandaag": kaart.vandaag.isoformat(),
        "feesten": {naam: (dag - kaart.vandaag).days for naam, dag in feesten(kaart.vandaag, tot).items()},
        "kernen": {kern.id: _kern(kaart, kern) for kern in kaart.kernen.values()},
        "labels": {**labels, "talen": {code: talen()[code] for code in used}},
    }


def _kern(kaart: SocialeKaart, kern: Kern) -> dict[str, Any]:
    loket = loket_van(kaart, kern.id)
    return {
        "naam": kern.naam,
        "punt": [kern.middelpunt.lat, kern.middelpunt.lon] if kern.middelpunt else 0,
        "buurten": list(kern.buurten),
        "breed": kern.gemeentebreed,
        "loket": [loket.naam, loket.telefoon.tekst if loket.telefoon else "", loket.bereikbaar]
        if loket
        else 0,
    }


def dumps(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
