"""The one spelling of an address: its key in the lock, and when two parts are the same."""

from __future__ import annotations

import pytest

from sociale_kaart.geocoding.address import (
    address,
    alike,
    one_number,
    same_door,
    same_key,
    same_name,
    same_street,
)


@pytest.mark.parametrize(
    ("parts", "key"),
    [
        (("Voorbeeldstraat", "12a", "6881 AB", "Velp"), "Voorbeeldstraat 12A, 6881AB Velp"),
        (("  Lange   Wal ", "3", "6881ab", "Velp"), "Lange Wal 3, 6881AB Velp"),
        (("Voorbeeldstraat", "12", "", "Velp"), "Voorbeeldstraat 12, Velp"),
        (("Voorbeeldstraat", "", "", "Velp"), "Voorbeeldstraat, Velp"),
        (("Voorbeeldstraat", "", "6881 AB", "Velp"), "Voorbeeldstraat, 6881AB Velp"),
        (("Cafe\u0301weg", "1", "", "Velp"), "Caféweg 1, Velp"),
    ],
)
def test_the_key_has_single_spaces_and_leaves_out_what_is_missing(
    parts: tuple[str, str, str, str], key: str
) -> None:
    assert address(*parts).key == key


def test_keys_are_compared_without_case() -> None:
    assert same_key("Voorbeeldstraat 12A, 6881AB Velp") == same_key("voorbeeldstraat  12a, 6881ab VELP")
    assert same_key("Voorbeeldstraat 12A, 6881AB Velp") != same_key("Voorbeeldstraat 12, 6881AB Velp")


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("12", "12"),
        ("12a", "12A"),
        ("12 a", "12A"),
        ("12-a", "12-A"),
        ("12-2", "12-2"),
        ("12 2", "12-2"),
        ("12a2", "12A-2"),
        ("12 A-2", "12A-2"),
        ("12 bis", "12-BIS"),
        ("12hs", "12-HS"),
        ("23L-1", "23L-1"),
    ],
)
def test_a_house_number_has_one_spelling(written: str, number: str) -> None:
    assert one_number(written) == number
    assert one_number(number) == number


@pytest.mark.parametrize(
    ("one", "other"), [("12a", "12A"), ("12-A", "12A"), ("12 bis", "12-BIS"), ("12a-2", "12 A2")]
)
def test_one_door_in_two_spellings(one: str, other: str) -> None:
    assert same_door(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("12", "12A"), ("12-2", "122"), ("12", "13"), ("12", ""), ("", ""), ("12A", "12B")]
)
def test_two_doors(one: str, other: str) -> None:
    assert not same_door(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hoofdstr.", "Hoofdstraat"),
        ("Burg. Bloemersln", "Burgemeester Bloemerslaan"),
        ("Dr. Schaepmanplein", "Doctor Schaepmanpln"),
        ("'t Oude Veer", "t Oude Veer"),
        ("Prinses-Irenelaan", "Prinses Irenelaan"),
        ("Caféweg", "Cafeweg"),
    ],
)
def test_one_street_in_two_spellings(one: str, other: str) -> None:
    assert same_street(one, other)


def test_another_street_is_not_the_same_but_may_be_a_slip() -> None:
    assert not same_street("Voorbeeldstraat", "Voorbeeldlaan")
    assert not same_street("Voorbeeldstrat", "Voorbeeldstraat")
    assert alike("Voorbeeldstrat", "Voorbeeldstraat")
    assert not alike("Dorpsplein", "Kerkstraat")


def test_a_town_with_or_without_hyphen() -> None:
    assert same_name("Laag Soeren", "Laag-Soeren")
    assert not same_name("Rheden", "Rheden-Zuid")
