"""The vocabulary: what is built in holds together, and a municipality can add to it."""

from __future__ import annotations

import pytest

from sociale_kaart.format.begrippen import HOOFDLIJNEN, SECTIONS, Begrip, built_in
from sociale_kaart.format.problems import Onbegrepen


def test_every_begrip_has_a_label_and_a_sentence() -> None:
    for section in SECTIONS:
        for id, begrip in built_in()[section].items():
            assert begrip.id == id and begrip.label, f"{section} {id}"
            assert begrip.zin.endswith("."), f"{section} {id}"


def test_every_soort_has_a_circle_and_a_main_line() -> None:
    for soort in built_in()["soorten"].values():
        assert soort.cirkel in built_in()["cirkels"] and soort.cirkel != "rood", soort.id
        assert soort.hoofdlijn in HOOFDLIJNEN, soort.id


def test_the_words_of_the_format_are_there() -> None:
    begrippen = built_in()
    assert list(begrippen["cirkels"]) == ["rood", "oranje", "geel", "groen", "blauw"]
    assert len(begrippen["mantelzorg"]) == 8
    for section, id in [
        ("soorten", "dorpshuis"),
        ("themas", "ontmoeting"),
        ("doelgroepen", "jonge-mantelzorgers"),
    ]:
        assert begrippen.read(section, id) == id


@pytest.mark.parametrize(
    ("section", "written", "meant"),
    [
        ("themas", "ontmoetting", "ontmoeting"),
        ("themas", "Ontmoeting", "ontmoeting"),
        ("themas", "eenzaamheid", "ontmoeting"),
        ("doelgroepen", "Jonge mantelzorgers", "jonge-mantelzorgers"),
        ("soorten", "dorpshuiz", "dorpshuis"),
    ],
)
def test_the_word_that_was_meant_is_named(section: str, written: str, meant: str) -> None:
    with pytest.raises(Onbegrepen) as caught:
        built_in().read(section, written)
    assert caught.value.remedy == f"Bedoelt u `{meant}`?"


def test_several_words_in_one_text_want_brackets() -> None:
    with pytest.raises(Onbegrepen) as caught:
        built_in().read("themas", "ontmoeting, bewegen")
    assert "[ontmoeting, bewegen]" in caught.value.remedy


def test_a_municipality_adds_words_and_labels() -> None:
    built = built_in()["themas"]["ontmoeting"]
    changed = {
        "themas": [
            Begrip("ontmoeting", "", synoniemen=("soos-in-de-schuur",)),
            Begrip("rivierdijk", "Wonen aan de dijk", zo_zegt_men=("bij ons op de dijk",)),
        ],
        "cirkels": [Begrip("groen", "Samen met een beroepskracht")],
    }
    own = built_in().extended(changed, {"noaber": "buur"})
    assert own["themas"]["ontmoeting"].label == built.label, "a label that is left out stays"
    assert own["themas"]["ontmoeting"].synoniemen == (*built.synoniemen, "soos-in-de-schuur")
    assert own.read("themas", "rivierdijk") == "rivierdijk"
    assert list(own["themas"])[-1] == "rivierdijk", "new ones come last"
    assert own["cirkels"]["groen"].label == "Samen met een beroepskracht"
    assert own.buurtwoorden == {"noaber": "buur"}
    assert "rivierdijk" not in built_in()["themas"], "what is built in does not change"
