"""What is told about a text that is hard to read, and that a friendly text is left alone."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from goldens import AROUND, write_files
from sociale_kaart.checks.readability import advice, readability, score
from sociale_kaart.checks.sentences import sentences, syllables
from sociale_kaart.loading import load

DEMO = Path(__file__).parent.parent / "initiatives"

# Counted by ear, each with what it shows.
COUNTED = {
    1: "u dorp nieuw mooi sneeuw koel vrij huis",
    2: "buren moeite zeeën idee geluid cliënt baby yoga uitje nieuwe draaien bureau beurten",
    3: "sociaal museum theater creatief radio video piano ideeën knutselen vrijdagen politie",
    4: "sociale vrijwilliger januari individu hygiëne patiënten mantelzorger familieband",
    5: "organisatie coöperatie financiële activiteiten",
    6: "vanzelfsprekendheden koffiezetapparaat",
    7: "welzijnsorganisatie",
    9: "vrijwilligersorganisaties",
}


@pytest.mark.parametrize(
    ("word", "number"), [(word, number) for number, words in COUNTED.items() for word in words.split()]
)
def test_syllables(word: str, number: int) -> None:
    assert syllables(word) == number


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("Kom langs. Neem uw hond mee! Mag dat? Ja.", [2, 4, 2, 1]),
        ("Er is van alles, bijv. koffie, m.u.v. dinsdag. Welkom.", [8, 1]),
        ("Om 10.30 uur, voor € 2.50.", [5]),
        ("Wij doen:\n\n- een wandeling\n- een spel\n1. koken", [2, 2, 2, 1]),
        ("# Kopje\n\nEen zin\ndie doorloopt.\n\n| Zaal | Prijs |\n|---|---|\n| Groot | € 5 |", [4]),
        ("Kijk op https://voorbeeld.example/lang. Of [lees **meer**](https://voorbeeld.example).", [2, 3]),
    ],
)
def test_a_text_as_sentences(text: str, lengths: list[int]) -> None:
    assert [one.length for one in sentences(text)] == lengths


def test_the_score_is_that_of_flesch_and_douma() -> None:
    # 4 words in 1 sentence, 7 syllables: 206.84 - 0.93 x 4 - 77 x 1.75
    assert score(list(sentences("De buren koken samen."))) == pytest.approx(68.37)


def test_a_long_sentence() -> None:
    told = advice("Wij drinken koffie. " + " ".join(["en dan lopen wij een eind"] * 5) + ".")
    assert told is not None
    assert (
        told.message
        == "Deze zin is lang (30 woorden): “en dan lopen wij een eind en dan lopen wij een eind en dan …”"
    )
    assert told.remedy == "Maak er twee zinnen van."


def test_a_long_word_and_what_makes_it_fine() -> None:
    told = advice("Help mee met de gemeenteraadsverkiezingen.")
    assert told is not None and "`gemeenteraadsverkiezingen`" in told.message
    assert advice("Help mee met de gemeenteraads-verkiezingen.") is None, "a hyphen makes it readable"
    assert advice("Kom naar de Gemeenteraadsverkiezingen.") is None, "a capital makes it a name"
    assert advice("Vrijwilligersorganisaties komen samen.") is not None, "not at the start of a sentence"
    known = frozenset({"vrijwilligersorganisaties"})
    assert advice("Vrijwilligersorganisaties komen samen.", known) is None


def test_a_text_that_is_hard_as_a_whole_names_its_hardest_sentence_and_word() -> None:
    told = advice(
        "Kom gerust langs. Wij faciliteren laagdrempelige ontmoetingen waarbij kwetsbare inwoners geactiveerd "
        "worden tot participatie. Daarnaast is er professionele ondersteuning bij financiële vraagstukken."
    )
    assert told is not None
    assert told.message.endswith("“Wij faciliteren laagdrempelige ontmoetingen waarbij …”")
    assert told.remedy == "Zeg het eenvoudiger, en kies een gewoner woord voor `laagdrempelige`."


@pytest.mark.parametrize(
    "text",
    [
        "Samen breien, haken en naaien op maandagmiddag, voor beginners en gevorderden.",
        "Dagbesteding op een boerderij, voor mensen met dementie of hersenletsel.",
        "U hoeft nergens lid van te zijn. Wie alleen de krant wil lezen aan de leestafel, doet dat. Koffie kost "
        "een euro, en wie jarig is trakteert op wat lekkers. Neem gerust een buur mee.",
        "",
        "…",
    ],
)
def test_a_friendly_text_is_left_alone(text: str) -> None:
    assert advice(text) is None


def test_few_texts_of_the_demonstration_are_hard() -> None:
    """Hard are those that follow the municipality's policy document closely, and one long list in a sentence."""
    told = [f"{one.id} {'.'.join(map(str, one.path))}" for one in readability(load(DEMO))]
    assert len(told) <= 6, told
    assert {"rheden-breed/bomi kort", "velp/ons-raadhuis beschrijving"} <= set(told)


def test_the_name_of_an_initiative_is_no_hard_word(tmp_path: Path) -> None:
    entry = "naam: Buurtonderzoekslaboratorium\nsoort: buurthuis\nkort: Het {} is open.\ncontact: loket\n"
    files = {"velp/een.yml": entry.format("buurtonderzoekslaboratorium"),
             "velp/twee.yml": entry.format("proefdierenlaboratorium")}  # fmt: skip
    assert [one.id for one in readability(load(write_files(tmp_path, {**AROUND, **files})))] == ["velp/twee"]


@pytest.mark.parametrize(
    "piece", ["a", "a.", "[", "[a](", "a.b.", "- ", "\n", " ", "A ", "bijv. ", "www.", "|-"]
)
def test_the_time_is_in_proportion_to_the_length(piece: str) -> None:
    start = time.process_time()
    advice(piece * (250_000 // len(piece)))
    assert time.process_time() - start < 2
