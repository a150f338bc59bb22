"""Whether an answer is the address that was asked; and if not, what people are told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sociale_kaart.format.waarden import Punt
from sociale_kaart.geocoding.address import Address, address
from sociale_kaart.geocoding.answer import Candidate
from sociale_kaart.geocoding.decision import Area, decide
from sociale_kaart.geocoding.explanation import explain

RHEDEN = Area("Rheden", (Punt(51.965, 5.92), Punt(52.10, 6.16)))
HERE = Punt(51.99512, 5.97388)
ASKED = address("Voorbeeldstraat", "12a", "6881 AB", "Velp")


def house(
    straat: str, number: str, postcode: str = "6881AB", plaats: str = "Velp", punt: Punt | None = HERE
) -> Candidate:
    return Candidate(straat, "", number, postcode, (plaats,), "Rheden", punt)


def piece(straat: str, postcode: str = "", plaats: str = "Velp") -> Candidate:
    return Candidate(straat=straat, postcode=postcode, plaatsen=(plaats,), gebied="Rheden", punt=HERE)


EXACT = house("Voorbeeldstraat", "12A")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (ASKED, EXACT),
        (ASKED, replace(EXACT, huisnummer="12-A")),
        (ASKED, replace(EXACT, postcode="6881 AB")),
        (ASKED, replace(EXACT, straat="Voorbeeldstaat")),  # a slip; postcode and number say which house
        (ASKED, replace(EXACT, straat="")),
        (ASKED, replace(EXACT, straat="Voorbeeld straat", straat_kort="Voorbeeldstr")),
        (replace(ASKED, postcode=""), EXACT),
        (replace(ASKED, plaats="VELP"), EXACT),
        (address("Voorbeeldstraat", "12-2", "6881 AB", "Velp"), house("Voorbeeldstraat", "12-2")),
        (address("Voorbeeldstraat", "", "", "Velp"), piece("Voorbeeldstraat")),
        (address("Voorbeeldstraat", "", "6881 AB", "Velp"), piece("Voorbeeldstraat", "6881AB")),
    ],
)
def test_the_address_is_found_among_others(asked: Address, found: Candidate) -> None:
    others = [
        house("Voorbeeldstraat", "14"),
        house("Dorpsplein", "12A", "6882XX", "Rheden"),
        Candidate(gebied="Gelderland"),
    ]
    verdict = decide(asked, [*others, found], RHEDEN)
    assert verdict.found
    assert verdict.candidates == (found,)


DOORS = [house("Voorbeeldstraat", number) for number in ("12L-1", "12L-2", "12B")]


@pytest.mark.parametrize(
    ("asked", "candidates", "reason", "remedy"),
    [
        (ASKED, [], "De dienst kent dit adres niet.", "Kijk of het adres klopt."),
        (
            replace(ASKED, huisnummer="12"), DOORS,
            "Op nummer 12 zijn er meer deuren: 12L-1, 12L-2 en 12B.",
            "Schrijf bij `huisnummer` ook de letter of toevoeging.",
        ),
        (
            replace(ASKED, huisnummer="12"), DOORS[2:],
            "Nummer 12 is er niet, wel 12B.", "Kijk of de letter of toevoeging klopt.",
        ),
        (ASKED, DOORS[:1], "Nummer 12A is er niet, wel 12L-1.", "Kijk of de letter of toevoeging klopt."),
        (
            ASKED, [piece("Voorbeeldstraat", "6881AB")],
            "De straat Voorbeeldstraat is er wel, maar nummer 12A niet.", "Kijk of het huisnummer klopt.",
        ),
        (
            ASKED, [Candidate(gebied="Gelderland", punt=HERE)],
            "De dienst vond alleen een gebied (Gelderland), geen straat.", "Kijk of het adres klopt.",
        ),
        (
            ASKED, [replace(EXACT, punt=Punt(48.85341, 2.3488))],
            "Het punt dat de dienst geeft, ligt buiten Nederland (48.85341, 2.34880).", "Kijk of het adres klopt.",
        ),
        (
            ASKED, [replace(EXACT, punt=Punt(52.1, 5.1))],
            "Het punt dat de dienst geeft, ligt buiten de gemeente Rheden (52.10000, 5.10000).",
            "Kijk of het adres klopt.",
        ),
        (
            ASKED, [replace(EXACT, punt=None)],
            "De dienst kent het adres, maar zegt niet waar het ligt.", "Zet er met de hand een `punt` bij.",
        ),
        (
            ASKED, [replace(EXACT, plaatsen=("Dieren",))],
            "Postcode 6881 AB hoort bij Dieren, niet bij Velp.",
            "Is het Dieren? Schrijf dan `plaats: Dieren`. Of kijk of de postcode klopt.",
        ),
        (
            ASKED, [replace(EXACT, straat="Dorpsplein")],
            "Postcode 6881 AB hoort bij de straat Dorpsplein, niet bij Voorbeeldstraat.",
            "Is het Dorpsplein? Verander dan `straat`. Of kijk of de postcode klopt.",
        ),
        (
            ASKED, [replace(EXACT, postcode="6881AC")],
            "Bij dit adres hoort postcode 6881 AC, niet 6881 AB.", "Schrijf `postcode: 6881 AC`.",
        ),
        (
            replace(ASKED, postcode=""), [replace(EXACT, straat="Voorbeeldstaat")],
            "De straat Voorbeeldstraat is niet gevonden.", "Bedoelt u Voorbeeldstaat?",
        ),
        (
            replace(ASKED, postcode=""), [replace(EXACT, plaatsen=("Dieren",))],
            "Dit adres is er in Dieren, niet in Velp.", "Is het Dieren? Schrijf dan `plaats: Dieren`.",
        ),
        (
            replace(ASKED, postcode=""), [EXACT, replace(EXACT, postcode="6881AC")],
            "Er zijn meer adressen die zo heten: Voorbeeldstraat 12A, 6881AB Velp en Voorbeeldstraat 12A, 6881AC Velp.",
            "Zet de postcode bij het adres.",
        ),
        (
            ASKED, [house("Kerkstraat", "7", "6882ZZ", "Rheden")],
            "De dienst vond iets anders: Kerkstraat 7, 6882ZZ Rheden.", "Kijk of het adres klopt.",
        ),
        (
            address("Voorbeeldstraat", "", "", "Velp"), [EXACT],
            "De dienst vond iets anders: Voorbeeldstraat 12A, 6881AB Velp.", "Kijk of het adres klopt.",
        ),
    ],
)  # fmt: skip
def test_everything_else_is_doubtful_with_its_own_sentence(
    asked: Address, candidates: list[Candidate], reason: str, remedy: str
) -> None:
    verdict = decide(asked, candidates, RHEDEN)
    assert not verdict.found
    assert (verdict.reason, verdict.remedy) == (reason, remedy)


def test_a_letter_that_is_there_wins_over_an_addition_of_the_same_name() -> None:
    letter, addition = replace(EXACT, punt=Punt(51.991, 5.971)), replace(EXACT, huisnummer="12-A")
    assert decide(ASKED, [addition, letter], RHEDEN).candidates == (letter,)
    assert decide(replace(ASKED, huisnummer="12-A"), [letter, addition], RHEDEN).candidates == (addition,)


def test_just_over_the_border_is_fine_for_who_works_in_a_werkgebied() -> None:
    over = replace(EXACT, punt=Punt(51.95, 5.91))
    assert not decide(ASKED, [over], RHEDEN).found
    assert decide(ASKED, [over], RHEDEN.wider(0.09, 0.146)).found


class Register:
    """What a service knows, by question; it counts the questions."""

    def __init__(self, answers: dict[Address, list[Candidate]]) -> None:
        self.answers = answers
        self.asked: list[Address] = []

    def find(self, asked: Address) -> list[Candidate]:
        self.asked.append(asked)
        return self.answers.get(asked, [])


ONLY_POSTCODE = Address(postcode="6881AB")
WITHOUT_POSTCODE = replace(ASKED, postcode="")
MEANT = replace(EXACT, postcode="6881XZ")


@pytest.mark.parametrize(
    ("register", "reason", "remedy"),
    [
        ({}, "Postcode 6881 AB bestaat niet.", "Kijk of het adres klopt."),
        ({WITHOUT_POSTCODE: [MEANT]}, "Postcode 6881 AB bestaat niet.", "Bedoelt u `postcode: 6881 XZ`?"),
        (
            {ONLY_POSTCODE: [piece("Laan", "6881AB", "Dieren")], WITHOUT_POSTCODE: [MEANT]},
            "Postcode 6881 AB hoort bij Dieren, niet bij Velp.", "Bedoelt u `postcode: 6881 XZ`?",
        ),
        (
            {ONLY_POSTCODE: [piece("Laan", "6881AB")], WITHOUT_POSTCODE: [MEANT]},
            "Postcode 6881 AB hoort bij de straat Laan, niet bij Voorbeeldstraat.",
            "Bedoelt u `postcode: 6881 XZ`?",
        ),
        (
            {ONLY_POSTCODE: [piece("Voorbeeldstraat", "6881AB")]},
            "Postcode 6881 AB hoort wel bij Voorbeeldstraat, maar nummer 12A is daar niet.",
            "Kijk of het adres klopt.",
        ),
    ],
)  # fmt: skip
def test_two_more_questions_tell_what_is_wrong_with_the_postcode(
    register: dict[Address, list[Candidate]], reason: str, remedy: str
) -> None:
    service = Register(register)
    verdict = explain(ASKED, [], decide(ASKED, [], RHEDEN), service.find)
    assert (verdict.reason, verdict.remedy) == (reason, remedy)
    assert service.asked == [ONLY_POSTCODE, WITHOUT_POSTCODE]


def test_what_the_first_answer_told_is_not_asked_again() -> None:
    service = Register({})
    first = [MEANT, replace(EXACT, straat="Laan", huisnummer="3", plaatsen=("Dieren",))]
    verdict = explain(ASKED, first, decide(ASKED, first, RHEDEN), service.find)
    assert verdict.reason == "Postcode 6881 AB hoort bij Dieren, niet bij Velp."
    assert verdict.candidates[0] == MEANT
    assert service.asked == []


def test_without_postcode_one_more_question_tells_whether_the_street_exists() -> None:
    street = replace(WITHOUT_POSTCODE, huisnummer="")
    nothing = decide(WITHOUT_POSTCODE, [], RHEDEN)
    known = explain(WITHOUT_POSTCODE, [], nothing, Register({street: [piece("Voorbeeldstraat")]}).find)
    assert known.reason == "De straat Voorbeeldstraat is er wel, maar nummer 12A niet."
    slip = explain(WITHOUT_POSTCODE, [], nothing, Register({street: [piece("Voorbeeldstaat")]}).find)
    assert slip.remedy == "Bedoelt u Voorbeeldstaat?"
    unknown = explain(WITHOUT_POSTCODE, [], nothing, Register({}).find)
    assert unknown.reason == "De dienst kent dit adres niet."
