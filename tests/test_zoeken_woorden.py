"""Dutch words for the finder: stems, compounds, and the data that the browser gets."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from sites import KLEIN, POORT, read_kaart
from sociale_kaart.format.begrippen import built_in
from sociale_kaart.kaart import SocialeKaart
from sociale_kaart.search.documenten import texts
from sociale_kaart.search.gegevens import Woordenboek, files, postings
from sociale_kaart.search.noodnummers import numbers
from sociale_kaart.search.packing import forms_text, words_text
from sociale_kaart.search.velden import lexicon
from sociale_kaart.search.woorden import by_rule, derived, forms, parts, plain, stem, stems, taal, words


@pytest.mark.parametrize(
    "family",
    [
        "huis huizen huisje huisjes",
        "kook koken kookt gekookt",
        "schilderij schilderijen schilderijtje schilderijtjes",
        "tuin tuinen tuintje",
        "zwemmen zwemt zwem",
        "fiets fietsen fietst gefietst",
        "formulier formulieren",
        "eenzaam eenzaamheid",
        "boek boeken boekje",
        "kind kinderen",
        "stad steden",
        "foto foto's fotos",
        "mantelzorger mantelzorgers",
        "taal talen",
    ],
)
def test_forms_of_a_word_have_one_stem(family: str) -> None:
    assert len({stem(word) for text in family.split() for word in words(text)}) == 1


@pytest.mark.parametrize(
    "pair", ["man maan", "kop koop", "buur buurt", "oudere ouder", "vrouw vrouwelijk", "zin zien"]
)
def test_other_words_keep_stems_of_their_own(pair: str) -> None:
    one, other = pair.split()
    assert stem(one) != stem(other)


def test_accents_capitals_and_apostrophes_make_no_difference() -> None:
    assert words("Eén café, foto's en 's Avonds 55+") == [
        "een",
        "cafe",
        "fotos",
        "en",
        "s",
        "avonds",
        "55plus",
    ]
    assert plain("65-plussers") == "65plus"


def test_a_compound_holds_the_words_it_is_made_of() -> None:
    known: dict[str, list[str]] = {"tuin": [], "kook": []}
    assert list(parts("tuinonderhoud", known)) == ["tuin"]
    assert list(parts("buurtmoestuin", known)) == ["tuin"]
    assert list(parts("verwijzing", {"zing": []})) == []
    assert list(parts("kookclub", known)) == ["kook"]
    assert list(parts("fortuinlijk", known)) == []


def test_only_forms_that_the_browser_would_get_wrong_go_along() -> None:
    table = forms(["koken", "huis", "brengen"])
    assert table["gebracht"] == stem("brengen")
    assert "huizen" not in table, "a rule"
    assert "gekookt" not in table, "it follows from koken, which is known"
    known = {stem(word) for word in ("koken", "huis", "brengen")}
    assert all(derived(form, known) != right for form, right in table.items())


@pytest.mark.parametrize("form", ["kookt", "kookte", "gekookt", "kook"])
def test_a_form_follows_from_a_word_that_is_known(form: str) -> None:
    assert derived(form, {stem("koken")}) == stem("koken")
    assert derived(form, set()) == by_rule(form)


def test_a_participle_used_as_an_adjective_is_the_same_word() -> None:
    assert stem("gehaakte") == stem("haken")


def unpacked(text: str) -> list[str]:
    """The words in a text of words, as the browser reads it."""
    found = [""]
    for same, rest in re.findall("([A-Z])([^A-Z]*)", text):
        found.append(found[-1][: ord(same) - ord("A")] + rest)
    return found[1:]


def places_of(termen: dict[str, str]) -> dict[str, str]:
    return dict(zip(unpacked(termen["namen"]), termen["waar"].split(";"), strict=True))


def test_words_are_written_by_what_they_share_with_the_one_before() -> None:
    assert words_text(["tuinman", "tuin", "heg", "tuinder"]) == "AhegAtuinEderEman"
    long = ["gemeenschapstuinvereniging", "gemeenschapstuinverenigingen", "gemeenschapstuinverenigingshuis"]
    assert unpacked(words_text(long)) == long  # the alphabet ends at 25 letters


def test_forms_are_written_by_what_differs_from_their_stem() -> None:
    assert forms_text({"loopt": "loop", "liep": "loop", "looks": "look"}) == "Alook:0sDp:3iep,0t"


def test_a_term_stands_in_its_weightiest_class() -> None:
    found = postings([{"tuin": {"T", "N"}}, {"tuin": {"T"}}, {"heg": {"T"}}, {"tuin": {"T", "V"}}])
    assert places_of(found) == {"heg": "T2", "tuin": "N0T12V3"}
    assert postings([{"heg": {"T"}}, *[{}] * 35, {"heg": {"T"}}])["waar"] == "T0.10."


def test_what_somebody_does_not_want_is_not_searched(tmp_path: Path) -> None:
    poort = (
        POORT + "verwijzen: {geschikt_voor: Wie van tennis houdt., niet_geschikt_voor: Wie van golf houdt.}\n"
    )
    kaart = read_kaart(tmp_path, {**KLEIN, "velp/de-poort.yml": poort})
    [one] = kaart.initiatieven.values()
    said = " ".join(piece.tekst for piece in texts(kaart, one))
    assert "tennis" in said
    assert "golf" not in said


def test_what_stopped_is_found_by_its_name_only(tmp_path: Path) -> None:
    kaart = read_kaart(
        tmp_path, {**KLEIN, "velp/de-poort.yml": POORT + "status: gestopt\nreden: Geen geld meer\n"}
    )
    content = files(kaart, lambda _: "")["data/zoeken.json"]
    [part] = json.loads(content)["delen"]
    found = places_of(part["termen"])
    assert found["poort"] == "N0"
    assert "buurthuis" not in found


def test_the_same_initiatives_give_the_same_bytes(tmp_path: Path) -> None:
    one, two = (files(read_kaart(tmp_path / name, KLEIN), lambda _: "") for name in ("een", "twee"))
    assert one == two


def test_words_of_a_field_stand_in_a_text_as_part_of_a_compound_too() -> None:
    found = {id for id, _ in Woordenboek().of_text(stems("buurtmoestuin en repair café"))}
    assert {"veld:tuin", "veld:repareren"} <= found


def where(kaart: SocialeKaart, term: str) -> str:
    """In which class of text the term stands in which initiatives."""
    [part] = json.loads(files(kaart, lambda _: "")["data/zoeken.json"])["delen"]
    return places_of(part["termen"])[term]


def test_what_an_initiative_says_much_about_is_what_it_is_about(tmp_path: Path) -> None:
    passing = POORT + "beschrijving: Wij drinken koffie. Soms snoeit iemand een heg.\n"
    mainly = POORT + "beschrijving: Wij snoeien, maaien, schoffelen en harken.\n"
    one, two = (
        read_kaart(tmp_path / name, {**KLEIN, "velp/de-poort.yml": text})
        for name, text in (("terloops", passing), ("vooral", mainly))
    )
    assert (where(one, "veld:tuin"), where(two, "veld:tuin")) == ("B0", "E0")


def test_what_is_for_one_group_is_more_for_it(tmp_path: Path) -> None:
    one, two = (
        read_kaart(
            tmp_path / name,
            {
                **KLEIN,
                "velp/de-poort.yml": POORT.replace("doelgroepen: [iedereen]", f"doelgroepen: {groups}"),
            },
        )
        for name, groups in (("een", "kinderen"), ("twee", "[kinderen, jongeren]"))
    )
    assert (where(one, "doelgroepen:kinderen"), where(two, "doelgroepen:kinderen")) == ("E0", "A0")


def test_every_field_points_to_begrippen_that_exist() -> None:
    begrippen = built_in()
    sections = {"themas", "doelgroepen", "soorten", "mantelzorg", "toegankelijkheid", "waar"}
    for veld in lexicon(begrippen):
        for section, _, id in (pointer.partition(":") for pointer in veld.themas):
            assert section == "kenmerk" or (section in sections and id in begrippen[section]), veld.id


def test_the_lexicon_is_broad() -> None:
    for row in lexicon(built_in()):
        section, _, _ = row.id.partition(":")
        if section in ("themas", "doelgroepen", "soorten", "mantelzorg"):
            assert len(row.woorden) + len(row.zinnen) >= 45, row.id


def turns(question: str) -> set[str]:
    """What a turn of speech in it leads to."""
    said = " ".join(words(question))
    return {id for pattern, *ids in taal()["wendingen"] if re.search(pattern, said) for id in ids}


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Ik mag van de dokter niet meer autorijden", "themas:vervoer"),
        ("mijn vrouw is dement en ik kom nergens meer aan toe", "doelgroepen:mantelzorgers"),
        ("wie blijft er bij mijn moeder", "mantelzorg:respijtzorg"),
        ("mijn man is in maart overleden", "themas:rouw-en-verlies"),
        ("ik snap niets van die brief", "themas:geld-en-formulieren"),
        ("mama is ziek en ik durf niemand mee te nemen", "doelgroepen:jonge-mantelzorgers"),
        ("onze kleuter wil niet slapen", "themas:opvoeden"),
        ("ik durf niet meer op een trapje", "themas:klussen-en-tuin"),
    ],
)
def test_a_turn_of_speech_says_what_is_needed(question: str, answer: str) -> None:
    assert answer in turns(question)


@pytest.mark.parametrize(
    ("question", "no_answer"),
    [
        ("wie let er op mijn huis als ik weg ben", "mantelzorg:respijtzorg"),
        ("een lamp ophangen op dinsdag bij mijn vader", "doelgroepen:mantelzorgers"),
        ("ik wil graag met mijn zoon voetballen", "themas:opvoeden"),
        ("met de auto naar het strand", "themas:vervoer"),
        ("samen een boek lezen", "doelgroepen:laaggeletterd"),
    ],
)
def test_what_only_sounds_like_a_turn_is_none(question: str, no_answer: str) -> None:
    assert no_answer not in turns(question)


def test_every_turn_leads_to_something_that_exists() -> None:
    known = {row.id for row in lexicon(built_in())}
    for pattern, *ids in taal()["wendingen"]:
        assert "{" not in re.sub(r"\{\d,\d\}", "", pattern), "all groups of words are written out"
        assert known.issuperset(ids), pattern
    assert known.issuperset(taal()["precies"])


def test_every_national_number_has_a_source_and_a_date() -> None:
    for row in numbers()["meldingen"]:
        assert row["bron"].startswith("https://")
        assert date.fromisoformat(row["nagekeken"]) <= date(2026, 11, 22)
        assert row["nummers"]
