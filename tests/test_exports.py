"""The open data: what is in the files for other programs."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sites import KLEIN, read_kaart
from sociale_kaart.agenda import Agenda
from sociale_kaart.exports import Source, geojson
from sociale_kaart.exports import json as all_as_json
from sociale_kaart.kaart import SocialeKaart

FILES = {
    **KLEIN,
    "velp/soepgroep.yml": "naam: Soepgroep\nsoort: maaltijdproject\nkort: Soep.\ncontact: loket\nvoorbeeld: ja\n"
    "adres: {straat: Soepweg, punt: [51.99, 5.97]}\nbuurt: Noord\nlichter: velp/geheim\nsamen_met: [velp/geheim, velp/de-poort]\n"
    "activiteiten: [{naam: Soep, datum: 2027-07-03, tijd: vanaf 12 uur, plek: velp/geheim}]\n"
    "openingstijden: {dinsdag: 10-12 uur, seizoen: april-oktober, niet_in: feestdagen, opmerking: Bel even}\n",
    "velp/schuilplek.yml": "naam: Schuilplek\nsoort: inloophuis\nkort: Veilig.\nadres: op aanvraag\ncontact: {telefoon: 026 000 00 09}\n",
    "velp/groep.yml": "naam: Groep\nsoort: vereniging\nkort: Een club.\nplek: velp/de-poort\n",
    "velp/weg.yml": "naam: Weg\nsoort: vereniging\nkort: Gestopt.\nplek: velp/de-poort\nstatus: gestopt\n",
    "velp/geheim.yml": "naam: Geheim\nsoort: vereniging\nkort: Nee.\ncontact: loket\nbeheer: {toestemming: nee}\n",
}


@pytest.fixture(scope="module")
def kaart(tmp_path_factory: pytest.TempPathFactory) -> SocialeKaart:
    return read_kaart(tmp_path_factory.mktemp("kaart"), FILES)


@pytest.fixture(scope="module")
def data(kaart: SocialeKaart) -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads(all_as_json.export(Source(Agenda(kaart))))
    return parsed


def entry(data: dict[str, Any], id: str) -> dict[str, Any]:
    [found] = [one for one in data["initiatieven"] if one["id"] == id]
    return dict(found)


def test_the_file_says_what_it_is(data: dict[str, Any]) -> None:
    assert (data["gemeente"], data["gemaakt"]) == ("Proefdorp", "2026-11-22")
    assert {"id": "velp", "naam": "Velp"} in data["kernen"]
    assert {one["id"] for one in data["initiatieven"]} == {
        "velp/de-poort",
        "velp/soepgroep",
        "velp/schuilplek",
        "velp/groep",
    }


def test_an_entry_has_what_was_written_in_the_words_of_the_format(data: dict[str, Any]) -> None:
    poort = entry(data, "velp/de-poort")

    assert poort["adres"] == {"straat": "Dorpsplein", "huisnummer": "1", "punt": [51.996, 5.975]}
    assert poort["contact"] == {"telefoon": ["026 000 00 01"]}
    assert (poort["kern"], poort["url"], poort["cirkel"]) == ("velp", "velp/de-poort/", "geel")
    assert (poort["gecontroleerd"], poort["voorbeeld"]) == ("2026-10-01", False)
    assert "Elke dinsdag van 17.30 tot 19.30 uur".casefold() in [zin.casefold() for zin in poort["wanneer"]]
    assert "beheer" not in poort


def test_times_keep_what_goes_with_them(data: dict[str, Any]) -> None:
    [week] = entry(data, "velp/soepgroep")["openingstijden"]

    assert (week["niet_in"], week["opmerking"]) == (["feestdagen"], "Bel even")
    assert "april" in week["seizoen"]


def test_what_is_not_published_is_not_named(kaart: SocialeKaart, data: dict[str, Any]) -> None:
    soep = entry(data, "velp/soepgroep")

    assert soep["samen_met"] == ["velp/de-poort"]
    assert "lichter" not in soep
    assert "plek" not in soep["activiteiten"][0]
    assert "geheim" not in all_as_json.export(Source(Agenda(kaart))) + geojson.export(Source(Agenda(kaart)))


def test_a_secret_address_and_the_loket_are_said_in_words(data: dict[str, Any]) -> None:
    assert entry(data, "velp/schuilplek")["adres"] == "op aanvraag"
    assert entry(data, "velp/soepgroep")["contact"] == "loket"


def test_geojson_has_what_has_a_place_and_says_how_precise(kaart: SocialeKaart) -> None:
    collection = json.loads(geojson.export(Source(Agenda(kaart))))
    places = {
        one["id"]: (one["geometry"]["coordinates"], one["properties"]["precisie"])
        for one in collection["features"]
    }

    assert collection["type"] == "FeatureCollection"
    assert places == {
        "velp/de-poort": ([5.975, 51.996], "adres"),
        "velp/groep": ([5.975, 51.996], "adres"),  # it meets there
        "velp/soepgroep": ([5.97, 51.99], "straat"),
    }


def test_the_same_files_give_the_same_text(kaart: SocialeKaart) -> None:
    assert all_as_json.export(Source(Agenda(kaart))) == all_as_json.export(Source(Agenda(kaart)))
    assert all_as_json.export(Source(Agenda(kaart))).endswith("}\n")
