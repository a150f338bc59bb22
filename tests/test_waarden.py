"""Single values: what people write and what is read, and what is said of the rest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sociale_kaart.format import waarden
from sociale_kaart.format.problems import Onbegrepen
from sociale_kaart.format.waarden import Leeftijd, Punt


def refused(reader: Callable[[Any], Any], value: Any) -> Onbegrepen:
    with pytest.raises(Onbegrepen) as caught:
        reader(value)
    assert caught.value.message.endswith((".", "?")) and caught.value.remedy.endswith((".", "?"))
    return caught.value


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("026 123 45 67", "+31261234567"),
        ("0261234567", "+31261234567"),
        ("026-1234567", "+31261234567"),
        ("(026) 123 45 67", "+31261234567"),
        ("026\u2011123\u201345.67", "+31261234567"),
        ("+31 26 123 45 67", "+31261234567"),
        ("+31 (0)26 123 45 67", "+31261234567"),
        ("0031 26 1234567", "+31261234567"),
        ("06 12 34 56 78", "+31612345678"),
        ("+32 2 123 45 67", "+3221234567"),
        ("112", "112"),
        ("113", "113"),
        ("0800 0113", "08000113"),
        ("0900-8844", "09008844"),
        ("14 026", "14026"),
        ("116 123", "116123"),
    ],
)
def test_telephone_numbers(written: str, dialled: str) -> None:
    number = waarden.read_telefoon(written)
    assert (number.tekst, number.nummer) == (written, dialled)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("026 12345", "tien cijfers"),
        ("261234567", "nul aan het begin"),
        ("026 123 45 67 / 06 12 34 56 78", "twee nummers"),
        ("026 123 45 67 (Annie)", "bereikbaar"),
        ("bel maar", "bereikbaar"),
        ("()", "bereikbaar"),
        ("٠٢٦١٢٣٤٥٦٧", "bereikbaar"),
        ("999 999 999 999 999", "tien cijfers"),
    ],
)
def test_no_telephone_numbers(written: str, told: str) -> None:
    assert told in refused(waarden.read_telefoon, written).remedy


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://www.voorbeeld.example/a?b=c#d", "https://www.voorbeeld.example/a?b=c#d"),
        ("http://voorbeeld.example", "http://voorbeeld.example"),
        ("HTTPS://Voorbeeld.example", "HTTPS://Voorbeeld.example"),
        ("www.voorbeeld.example", "https://www.voorbeeld.example"),
        ("voorbeeld.example/groep", "https://voorbeeld.example/groep"),
        ("https://café.example", "https://café.example"),
        ("https://voorbeeld.example:8080/", "https://voorbeeld.example:8080/"),
    ],
)
def test_websites(written: str, address: str) -> None:
    assert waarden.read_website(written) == address


@pytest.mark.parametrize(
    "written",
    [
        "javascript:alert(1)",
        "JAVASCRIPT://voorbeeld.example/%0aalert(1)",
        "data:text/html,x",
        "//voorbeeld.example",
        "ftp://voorbeeld.example",
        "https://naam:geheim@voorbeeld.example",
        "https://voorbeeld",
        "https://..",
        "https://[::1",
        "https://voorbeeld.example:abc",
        'https://voorbeeld.example/"onclick="x',
        "https://voorbeeld.example/<script>",
        "https://voorbeeld .example",
        "op de site",
        "#anker",
    ],
)
def test_no_websites(written: str) -> None:
    refused(waarden.read_website, written)


def test_email() -> None:
    assert waarden.read_email("mailto:info@voorbeeld.example") == "info@voorbeeld.example"
    for wrong in (
        "info(at)voorbeeld.nl",
        "info@voorbeeld",
        "a@b.nl, c@d.nl",
        "x@y.nl?bcc=z@w.nl",
        "<a@b.nl>",
    ):
        refused(waarden.read_email, wrong)


def test_postcode_and_house_number() -> None:
    assert waarden.read_postcode("6881ab") == waarden.read_postcode("6881 AB") == "6881 AB"
    assert [waarden.read_huisnummer(one) for one in ("12", "12a", "12-2", "12 bis", "1-3 hs")] == [
        "12",
        "12a",
        "12-2",
        "12 bis",
        "1-3 hs",
    ]
    for wrong in ("0881 AB", "6881", "6881 ABC"):
        refused(waarden.read_postcode, wrong)
    for wrong in ("0", "a12", "twaalf", "12;DROP"):
        refused(waarden.read_huisnummer, wrong)


@pytest.mark.parametrize(
    ("written", "read", "said"),
    [
        ("12-18", Leeftijd(12, 18), "12 tot en met 18 jaar"),
        ("12 – 18 jaar", Leeftijd(12, 18), "12 tot en met 18 jaar"),
        ("4 t/m 12", Leeftijd(4, 12), "4 tot en met 12 jaar"),
        ("55+", Leeftijd(55, None), "vanaf 55 jaar"),
        ("vanaf 55 jaar", Leeftijd(55, None), "vanaf 55 jaar"),
        ("tot 4", Leeftijd(None, 3), "tot 4 jaar"),
    ],
)
def test_ages(written: str, read: Leeftijd, said: str) -> None:
    assert waarden.read_leeftijd(written) == read
    assert read.zin() == said


@pytest.mark.parametrize("written", ["18-12", "iedereen", "55", "tot 0", "999+", "0-200", "-5"])
def test_no_ages(written: str) -> None:
    refused(waarden.read_leeftijd, written)


@pytest.mark.parametrize(
    "written", [["52.00012", "5.97234"], "52.00012, 5.97234", "52.00012 5.97234", "(52.00012; 5.97234)"]
)
def test_points(written: Any) -> None:
    assert waarden.read_punt(written) == Punt(52.00012, 5.97234)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (["5.97", "52.0"], "Schrijf eerst de breedte: `[52.0, 5.97]`."),
        (["0", "0"], "Zoek het punt op een kaart op"),
        (["52.0", "0.0"], "Zoek het punt op een kaart op"),
        (["52", "01", "5", "97"], "een punt, geen komma"),
        ("52,01 5,97", "een punt, geen komma"),
        (["52.0"], "breedte en lengte"),
        (["nan", "inf"], "breedte en lengte"),
        (["1e1", "5_0"], "breedte en lengte"),
        (["95.0", "200.0"], "breedte en lengte"),
        ({"lat": "52"}, "breedte en lengte"),
        ([["52.0"], "5.9"], "breedte en lengte"),
    ],
)
def test_no_points(written: Any, told: str) -> None:
    assert told in refused(waarden.read_punt, written).remedy


def test_references_are_read_as_people_paste_them() -> None:
    for written in ("velp/de-poort", "/velp/de-poort/", "velp/de-poort.yml"):
        assert waarden.read_verwijzing(written) == "velp/de-poort"
    for wrong in ("de-poort", "Velp/De Poort", "../velp/de-poort", "velp/de-poort/agenda", "velp//x"):
        assert refused(waarden.read_verwijzing, wrong).rule == "reference"


@pytest.mark.parametrize(
    "wrong",
    ["../x.jpg", "/x.jpg", "map/x.jpg", "x.svg", "x.jpg.exe", "..jpg", "x y.jpg", "C:\\x.jpg", "x.jpg\0"],
)
def test_a_photo_is_a_name_beside_the_file(wrong: str) -> None:
    assert waarden.read_foto("Ons-raadhuis_1.JPG") == "Ons-raadhuis_1.JPG"
    refused(waarden.read_foto, wrong)


def test_languages() -> None:
    assert [waarden.read_taal(one) for one in ("nl", "EN", "ar")] == ["nl", "en", "ar"]
    assert refused(waarden.read_taal, "Arabisch").remedy == "Bedoelt u `ar`?"
    assert refused(waarden.read_taal, "nl, en").remedy == "Zet er haken omheen: `[nl, en]`."
    assert waarden.talen()["tr"] == "Turks"


def test_yes_and_no() -> None:
    assert [waarden.read_ja_nee(one) for one in ("ja", "Nee", "yes", "FALSE")] == [True, False, True, False]
    assert waarden.read_ja_nee_or_text("graag een dag van tevoren") == "graag een dag van tevoren"
    for wrong in ("on", "off", "1", "soms"):
        refused(waarden.read_ja_nee, wrong)
    for wrong in ("on", "Off"):
        refused(waarden.read_ja_nee_or_text, wrong)


def test_what_is_no_text_is_told_by_its_kind() -> None:
    assert "geen rij" in refused(waarden.read_text, ["a"]).message
    assert "geen blok" in refused(waarden.read_text, {"a": "b"}).message


def test_a_long_value_does_not_fill_the_message() -> None:
    for reader in (
        waarden.read_telefoon,
        waarden.read_website,
        waarden.read_jaar,
        waarden.read_taal,
        waarden.read_foto,
    ):
        told = refused(reader, "lang " * 10_000)
        assert len(told.message + told.remedy) < 400


def test_the_nearest_word_is_near() -> None:
    assert waarden.nearest("steekworden", ["steekwoorden", "talen"]) == "steekwoorden"
    assert waarden.nearest("Telefon", ["telefoon"]) == "telefoon"
    assert waarden.nearest("overal", ["velp", "dieren"]) is None
