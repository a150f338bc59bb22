"""Danger is heard in sentences of every kind, and not in what only sounds like it (noodzinnen.yml), in Chromium."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser

from formulier_js import Modules, modules_in
from sociale_kaart.format.begrippen import built_in
from sociale_kaart.search.noodnummers import heard, noodnummers, numbers
from sociale_kaart.search.velden import lexicon
from sociale_kaart.search.woorden import plain

SENTENCES: dict[str, dict[str, list[str]]] = yaml.safe_load(
    Path(__file__).with_name("noodzinnen.yml").read_text(encoding="utf-8")
)
NONE = "geen"
ENOUGH = 0.88  # of what somebody in danger types


@pytest.fixture(scope="module")
def modules(browser: Browser) -> Iterator[Modules]:
    with modules_in(browser) as modules:
        yield modules


@pytest.fixture(scope="module")
def first(modules: Modules) -> dict[str, str]:
    """Which message each sentence shows first."""
    asked = [sentence for kinds in SENTENCES.values() for some in kinds.values() for sentence in some]
    shown: list[str] = modules(
        "zoeken/nood.js",
        "((bron) => asked.map((q) => nood(q, bron)[0]?.id ?? 'geen'))(leesNood(data))",
        asked=asked,
        data=noodnummers(),
    )
    return dict(zip(asked, shown, strict=True))


@pytest.mark.parametrize("message", [message for message in SENTENCES if message != NONE])
def test_danger_is_heard(first: dict[str, str], message: str) -> None:
    asked = [sentence for some in SENTENCES[message].values() for sentence in some]
    missed = [sentence for sentence in asked if first[sentence] != message]
    assert len(missed) <= (1 - ENOUGH) * len(asked), missed


@pytest.mark.parametrize("kind", SENTENCES[NONE])
def test_what_only_sounds_like_danger_is_let_be(first: dict[str, str], kind: str) -> None:
    assert {sentence: first[sentence] for sentence in SENTENCES[NONE][kind] if first[sentence] != NONE} == {}


def test_a_number_is_no_word(modules: Modules) -> None:
    shown = modules(
        "zoeken/nood.js",
        "((bron) => ['112', '12', '113', 'nummer 13'].map((q) => nood(q, bron).map(({ id }) => id).join()))(leesNood(data))",
        data=noodnummers(),
    )
    assert shown == ["nood", "", "113", ""]


def test_a_long_question_is_answered_at_once(modules: Modules) -> None:
    took = modules(
        "zoeken/nood.js",
        "((bron, van) => (nood('mijn man slaat niet '.repeat(5000), bron), performance.now() - van))"
        "(leesNood(data), performance.now())",
        data=noodnummers(),
    )
    assert took < 500


def test_the_file_and_the_browser_hear_the_same(modules: Modules) -> None:
    written = [yaml.safe_dump(numbers()), yaml.safe_dump(SENTENCES)]
    written += [text for veld in lexicon(built_in()) for text in (*veld.woorden, *veld.zinnen)]
    words = sorted(set(re.findall("[a-z]+", plain(" ".join(written)))))
    assert modules("zoeken/nood.js", "words.map(hoor)", words=words) == [heard(word) for word in words]
