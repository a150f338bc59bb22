"""From a file to the model: values as a person means them, and all that is wrong at once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sociale_kaart.format.begrippen import built_in
from sociale_kaart.format.document import read_document
from sociale_kaart.format.gebied import GemeenteTekst, KernTekst
from sociale_kaart.format.initiatief import Initiatief
from sociale_kaart.format.problems import Problem
from sociale_kaart.format.reading import read_model
from sociale_kaart.format.waarden import Punt

DEMO = Path(__file__).parent.parent / "initiatives"
SHORT = "naam: Koffieochtend\nsoort: ontmoetingsplek\nkort: Samen koffie drinken.\ncontact: loket\n"


def read(text: str) -> tuple[Initiatief | None, list[Problem]]:
    document = read_document("velp/proef.yml", text.encode())
    return read_model(Initiatief, document, built_in(), id="velp/proef", kern="velp"), document.problems


def right(text: str) -> Initiatief:
    initiatief, problems = read(text)
    assert initiatief and not problems, problems
    return initiatief


def test_four_lines_make_an_initiative() -> None:
    initiatief = right(SHORT)
    assert (initiatief.id, initiatief.kern, initiatief.naam) == ("velp/proef", "velp", "Koffieochtend")
    assert initiatief.contact and initiatief.contact.via_loket
    assert initiatief.status == "actief" and initiatief.openbaar and not initiatief.gestopt
    assert initiatief.themas == () and initiatief.references == []


def test_every_file_of_the_demonstration_is_right() -> None:
    paths = [path for path in sorted(DEMO.glob("*/*.yml")) if path.name != "kern.yml"]
    assert len(paths) > 70
    for path in paths:
        document = read_document(path.name, path.read_bytes())
        assert read_model(Initiatief, document, built_in(), id="x/y", kern="x"), document.problems


def test_every_key_of_the_format_occurs_in_the_demonstration() -> None:
    texts = [path.read_text(encoding="utf-8") for path in DEMO.glob("*/*.yml") if path.name != "kern.yml"]
    for key, field in Initiatief.model_fields.items():
        if field.title:
            assert any(f"\n{key}:" in f"\n{text}" for text in texts), key


@pytest.mark.parametrize("written", ["ouderen", "[ouderen]", "\n  - ouderen", "'ouderen'"])
def test_one_value_is_a_list_of_one(written: str) -> None:
    assert right(f"{SHORT}doelgroepen: {written}\n").doelgroepen == ("ouderen",)


def test_one_block_is_a_list_of_one() -> None:
    (activiteit,) = right(
        f"{SHORT}activiteiten:\n  naam: Eten\n  dag: dinsdag\n  tijd: 17.30-19.30 uur\n"
    ).activiteiten
    assert activiteit.tijd and activiteit.tijd.zin() == "van 17.30 tot 19.30 uur"


def test_a_whole_initiative() -> None:
    initiatief = right(
        SHORT.replace(
            "contact: loket",
            "contact:\n  telefoon: [026 123 45 67, 0612345678]\n  website: voorbeeld.example",
        )
        + "adres:\n  straat: Dorpsstraat\n  huisnummer: 12a\n  postcode: 6881ab\n  punt: [52.00012, 5.97234]\n"
        "leeftijd: 55+\nbegonnen: 2015\nsamen_met: velp/de-poort\nactiviteiten:\n"
        "  - {naam: Feest, datum: 3-7-2027, plek: velp/de-poort}\n"
        "toegang:\n  kosten: Gratis\n  indicatie: nee\n  aanmelden: graag vooraf\n"
        "beheer:\n  gecontroleerd: 1 oktober 2026\n"
    )
    assert initiatief.contact and [one.nummer for one in initiatief.contact.telefoon] == [
        "+31261234567",
        "+31612345678",
    ]
    assert initiatief.contact.website == ("https://voorbeeld.example",)
    assert initiatief.adres and initiatief.adres.postcode == "6881 AB" and not initiatief.adres.als_gebied
    assert initiatief.adres.punt == Punt(52.00012, 5.97234)
    assert initiatief.gratis and initiatief.toegang
    assert (initiatief.toegang.indicatie, initiatief.toegang.aanmelden) == (False, "graag vooraf")
    assert initiatief.beheer and initiatief.beheer.gecontroleerd == date(2026, 10, 1)
    assert initiatief.references == [
        (("samen_met", 0), "velp/de-poort"),
        (("activiteiten", 0, "plek"), "velp/de-poort"),
    ]


def test_precision_of_an_address_is_what_was_written() -> None:
    asked = right(f"{SHORT}adres: Op aanvraag\n").adres
    street = right(f"{SHORT}adres:\n  straat: Dorpsstraat\n").adres
    assert asked and asked.op_aanvraag
    assert street and street.als_gebied and not street.op_aanvraag


def test_months_since_the_last_check() -> None:
    beheer = right(f"{SHORT}beheer:\n  gecontroleerd: 2025-11-22\n").beheer
    assert beheer
    assert beheer.maanden_oud(date(2026, 11, 21)) == 11
    assert beheer.maanden_oud(date(2026, 11, 22)) == 12


def test_no_consent_is_not_public() -> None:
    assert not right(f"{SHORT}beheer:\n  toestemming: nee\n").openbaar
    assert right(f"{SHORT}beheer:\n  toestemming: ja\n").openbaar


def test_english_is_read_and_told() -> None:
    initiatief, problems = read(f"{SHORT}voorbeeld: yes\n")
    assert initiatief and initiatief.voorbeeld
    assert [(one.level, one.rule, one.remedy) for one in problems] == [
        ("warning", "english", "Schrijf `ja`.")
    ]


def test_english_in_a_text_is_a_text() -> None:
    assert right(f"{SHORT}steekwoorden: [no, yes]\n").steekwoorden == ("no", "yes")


def test_all_that_is_wrong_is_told_at_once() -> None:
    initiatief, problems = read(
        "naam: X\nsoort: fout\nkortt: x\ntalen: [nl, xx]\nleeftijd: oud\n"
        "contact:\n  telefoon: 1\n  fax: 2\nopeningstijden:\n  maandag: 25:00-26:00\n  foo: 10:00-11:00\n"
    )
    assert initiatief is None
    assert {one.key for one in problems} == {
        "soort",
        "kort",
        "kortt",
        "talen[2]",
        "leeftijd",
        "contact.telefoon[1]",
        "contact.fax",
        "openingstijden.maandag",
        "openingstijden.foo",
    }


def test_a_row_without_end_is_refused() -> None:
    _, problems = read(SHORT + "steekwoorden: [" + "x, " * 1_000 + "y]\n")
    assert [one.rule for one in problems] == ["too-long"]


def test_kern_and_gemeente() -> None:
    document = read_document(
        "velp/kern.yml", b"naam: Velp\nmiddelpunt: [51.995, 5.974]\nbuurten: Velp-Noord\n"
    )
    kern = read_model(KernTekst, document, built_in())
    assert kern and kern.middelpunt == Punt(51.995, 5.974) and kern.buurten == ("Velp-Noord",)
    document = read_document("gemeente.yml", (DEMO / "gemeente.yml").read_bytes())
    gemeente = read_model(GemeenteTekst, document, built_in())
    assert gemeente and gemeente.grenzen and gemeente.loket[0].telefoon
    assert gemeente.verouderd_na_maanden == 12 and gemeente.gemeentebreed == "rheden-breed"
