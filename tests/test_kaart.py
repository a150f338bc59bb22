"""The published map: what is on it, and who belongs where."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from goldens import AROUND, VANDAAG, write_files
from sociale_kaart.checks import check_all
from sociale_kaart.kaart import SocialeKaart, all_doelgroepen, all_themas, make_kaart, today
from sociale_kaart.loading import load

ENTRY = "naam: {}\nsoort: buurthuis\nkort: Samen koffie drinken.\ncontact: loket\n{}"


def kaart(folder: Path, entries: dict[str, str], *, examples: bool = True) -> SocialeKaart:
    """A map with `entries` (id → what the entry has more) beside `velp/de-poort`."""
    files = {f"{id}.yml": ENTRY.format(id.split("/")[1].title(), more) for id, more in entries.items()}
    loaded = load(write_files(folder, {**AROUND, **files}))
    problems = [*loaded.problems, *check_all(loaded, VANDAAG)]
    return make_kaart(loaded, problems, VANDAAG, examples=examples)


def ids(initiatieven: object) -> list[str]:
    assert isinstance(initiatieven, list)
    return [initiatief.id for initiatief in initiatieven]


def test_without_consent_it_is_nowhere(tmp_path: Path) -> None:
    private = "themas: ontmoeting\nplek: velp/de-poort\nbeheer:\n  toestemming: nee\n"
    site = kaart(tmp_path, {"velp/stil": private, "velp/koffie": "lichter: velp/stil\n"})
    assert site.get("velp/stil") is None
    assert ids(site.in_kern["velp"]) == ["velp/de-poort", "velp/koffie"]
    assert not site.groepen["velp/de-poort"] and not site.bij_thema["ontmoeting"]
    assert site.all_of(site.initiatieven["velp/koffie"].lichter) == []


def test_what_stopped_keeps_only_its_page(tmp_path: Path) -> None:
    site = kaart(tmp_path, {"velp/oud": "status: gestopt\nthemas: ontmoeting\nplek: velp/de-poort\n"})
    assert site.get("velp/oud") is site.gestopt["velp/oud"]
    assert ids(site.in_kern["velp"]) == ["velp/de-poort"]
    assert not site.bij_thema["ontmoeting"] and not site.groepen["velp/de-poort"]


def test_examples_can_be_left_out(tmp_path: Path) -> None:
    entries = {"velp/proef": "voorbeeld: ja\n", "velp/echt": ""}
    assert "velp/proef" in kaart(tmp_path, entries).initiatieven
    assert list(kaart(tmp_path, entries, examples=False).initiatieven) == ["velp/de-poort", "velp/echt"]


@pytest.mark.parametrize("more", ["leeftijd: oud\n", "plek: velp/nergens\n", "adres:\n  punt: [52.3, 6.0]\n"])
def test_a_wrong_file_is_left_out_and_the_rest_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in (tmp_path, tmp_path / "initiatives", Path(".")):
        site = kaart(folder, {"velp/fout": more, "velp/goed": "samen_met: velp/fout\n"})
        assert list(site.initiatieven) == ["velp/de-poort", "velp/goed"]


def test_a_warning_keeps_nothing_from_the_map(tmp_path: Path) -> None:
    assert "velp/koffie" in kaart(tmp_path, {"velp/koffie": "buurt: Onbekend\nvoorbeeld: yes\n"}).initiatieven


def test_whom_it_serves(tmp_path: Path) -> None:
    site = kaart(
        tmp_path,
        {
            "velp/hier": "",
            "velp/ook-daar": "werkgebied: [velp, dieren]\n",
            "velp/overal": "werkgebied: alle\n",
            "overal/breed": "",
            "overal/een": "werkgebied: dieren\n",
        },
    )
    assert {id: site.bedient(one) for id, one in site.initiatieven.items()} == {
        "overal/breed": ["dieren", "velp"],
        "overal/een": ["dieren"],
        "velp/de-poort": ["velp"],
        "velp/hier": ["velp"],
        "velp/ook-daar": ["velp", "dieren"],
        "velp/overal": ["dieren", "velp"],
    }
    assert ids(site.ook_voor["dieren"]) == ["overal/breed", "overal/een", "velp/ook-daar", "velp/overal"]
    assert ids(site.ook_voor["velp"]) == ["overal/breed"]
    assert [kern.naam for kern in site.dorpen] == ["Dieren", "Velp"]


def test_a_group_is_where_its_building_is(tmp_path: Path) -> None:
    site = kaart(
        tmp_path,
        {
            "velp/koffie": "plek: velp/de-poort\n",
            "dieren/thee": "activiteiten:\n  - {naam: Thee, dag: dinsdag, plek: velp/de-poort}\n",
            "velp/geheim": "adres: op aanvraag\n",
        },
    )
    poort, koffie = site.initiatieven["velp/de-poort"], site.initiatieven["velp/koffie"]
    assert site.gebouw(koffie) is poort
    assert site.adres(koffie) == poort.adres and site.punt(koffie) == site.punt(poort) is not None
    assert ids(site.groepen["velp/de-poort"]) == ["dieren/thee", "velp/koffie"]
    assert site.punt(site.initiatieven["velp/geheim"]) is None


def test_circle_follows_from_soort(tmp_path: Path) -> None:
    site = kaart(tmp_path, {"velp/koffie": "cirkel: groen\n"})
    assert site.cirkel(site.initiatieven["velp/de-poort"]).id == "geel"
    assert site.cirkel(site.initiatieven["velp/koffie"]).id == "groen"


def test_themas_and_doelgroepen_of_activities_count(tmp_path: Path) -> None:
    more = "themas: [ontmoeting, bewegen]\nonderdeel_van: velp/de-poort\nactiviteiten:\n"
    more += "  - {naam: Eten, dag: ma, themas: [maaltijden, bewegen], doelgroepen: jongeren}\n"
    site = kaart(tmp_path, {"velp/koffie": more})
    koffie = site.initiatieven["velp/koffie"]
    assert all_themas(koffie) == ["ontmoeting", "bewegen", "maaltijden"]
    assert all_doelgroepen(koffie) == ["jongeren"]
    assert ids(site.bij_thema["maaltijden"]) == ids(site.voor_doelgroep["jongeren"]) == ["velp/koffie"]
    assert ids(site.delen["velp/de-poort"]) == ["velp/koffie"]


def test_not_checked_for_longer_than_the_limit(tmp_path: Path) -> None:
    site = kaart(tmp_path, {"velp/oud": "beheer:\n  gecontroleerd: 2025-11-01\n", "velp/nooit": ""})
    assert {id: site.verouderd(one) for id, one in site.initiatieven.items()} == {
        "velp/de-poort": False,
        "velp/nooit": False,
        "velp/oud": True,
    }


def test_today() -> None:
    epoch = str(int(datetime(2026, 11, 22, 12, tzinfo=UTC).timestamp()))
    assert today({"SOURCE_DATE_EPOCH": epoch}) == date(2026, 11, 22)
    assert today({"SOURCE_DATE_EPOCH": epoch, "SOCIALE_KAART_VANDAAG": "2026-12-01"}) == date(2026, 12, 1)
    assert abs((today({}) - datetime.now(UTC).date()).days) <= 1
    with pytest.raises(ValueError):
        today({"SOCIALE_KAART_VANDAAG": "morgen"})
