"""Dutch words for the finder: stems, compounds, and the data that the browser gets."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from sites import KLEIN, POORT, read_kaart
from sociale_kaart.format.begrippen import built_in
from sociale_kaart.search.documenten import texts
from sociale_kaart.search.gegevens import Woordenboek, files, postings
from sociale_kaart.search.noodnummers import noodnummers
from sociale_kaart.search.velden import lexicon
from sociale_kaart.search.woorden import by_rule, forms, parts, plain, stem, stems, words


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
    assert list(parts("kookclub", known)) == ["kook"]
    assert list(parts("fortuinlijk", known)) == []


def test_only_forms_that_the_rules_get_wrong_go_along() -> None:
    table = forms(["koken", "huis"])
    assert table["gekookt"] == stem("koken")
    assert "huizen" not in table
    assert all(by_rule(form) != right for form, right in table.items())


def test_a_term_stands_in_its_weightiest_class() -> None:
    found = postings([{"tuin": {"T", "N"}}, {"tuin": {"T"}}, {"heg": {"T"}}, {"tuin": {"T", "V"}}])
    assert found == {"heg": "T2", "tuin": "N0;T1,2;V3"}


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
    assert part["termen"]["poort"] == "N0"
    assert "buurthuis" not in part["termen"]


def test_the_same_initiatives_give_the_same_bytes(tmp_path: Path) -> None:
    one, two = (files(read_kaart(tmp_path / name, KLEIN), lambda _: "") for name in ("een", "twee"))
    assert one == two


def test_words_of_a_field_stand_in_a_text_as_part_of_a_compound_too() -> None:
    found = set(Woordenboek().of_text(stems("buurtmoestuin en repair café")))
    assert {"veld:tuin", "veld:repareren"} <= found


def test_every_field_points_to_begrippen_that_exist() -> None:
    begrippen = built_in()
    sections = {"themas", "doelgroepen", "soorten", "mantelzorg", "toegankelijkheid", "waar"}
    for veld in lexicon(begrippen):
        for section, _, id in (pointer.partition(":") for pointer in veld.themas):
            assert section == "kenmerk" or (section in sections and id in begrippen[section]), veld.id


def test_the_lexicon_is_broad() -> None:
    rows = list(lexicon(built_in()))
    assert sum(len(row.woorden) + len(row.zinnen) for row in rows) >= 2_500


def test_every_national_number_has_a_source_and_a_date() -> None:
    for row in noodnummers():
        assert row["bron"].startswith("https://")
        assert date.fromisoformat(row["nagekeken"]) <= date(2026, 11, 22)
        assert row["nummers"]
