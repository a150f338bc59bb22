"""`sociale-kaart geocode` as somebody in a terminal meets it, against a service on this machine."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from goldens import write_files
from locatieserver import Doc, Locatieserver, answer, house, running, street, write_site
from sociale_kaart.cli import main

REGISTER = [
    house("Voorbeeldstraat", "12A", "6881AB"),
    house("Voorbeeldstraat", "14", "6881AB"),
    house("Dorpsplein", "23L-1", "6881XX"),
    house("Dorpsplein", "23A", "6881XX"),
    house("Dierenweg", "3", "6951AA", "Dieren"),
    street("Voorbeeldstraat"),
    street("Voorbeeldstraat", postcode="6881AB"),
    street("Dierenweg", "Dieren", "6951AA"),
]
EXACT = "straat: Voorbeeldstraat, huisnummer: 12a, postcode: 6881 AB"
DOORS = "straat: Dorpsplein, huisnummer: 23, postcode: 6881 XX"
KEY = "Voorbeeldstraat 12A, 6881AB Velp"
LOCK = Path("initiatives/locaties.lock.json")

Site = Callable[..., Locatieserver]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """`site(address, …)` puts a site with these addresses in the working directory, and gives its service."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOCIALE_KAART_VANDAAG", "2026-11-22")
    with running(Locatieserver(REGISTER)) as server:

        def write(*addresses: str) -> Locatieserver:
            write_site(tmp_path, server.url, addresses)
            return server

        yield write


def geocode(*arguments: str) -> int:
    return main(["geocode", "--tempo", "0", *arguments])


def lock() -> dict[str, dict[str, object]]:
    read: dict[str, dict[str, object]] = json.loads(LOCK.read_text(encoding="utf-8"))
    return read


def test_an_address_is_found_and_written(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    server = site(EXACT)
    assert geocode() == 0
    assert capsys.readouterr().out == (
        "initiatives/velp/plek-1.yml  gevonden  Voorbeeldstraat 12A, 6881AB Velp\n1 adres: 1 gevonden.\n"
    )
    assert lock() == {
        KEY: {
            "lat": 51.995123, "lon": 5.973875, "provider": "pdok", "label": KEY,
            "id": "adr-voorbeeldstraat-12a", "datum": "2026-11-22",
        }
    }  # fmt: skip
    assert server.asked == [f"adres {KEY}"]


def test_the_service_knows_who_asks(site: Site) -> None:
    server = site(EXACT)
    geocode()
    (agent,) = server.agents
    assert agent.startswith("sociale-kaart/")
    assert agent.endswith(" (redactie@voorbeeld.example)")


def test_what_is_known_is_never_asked_again(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    server = site(EXACT, "straat: Voorbeeldstraat")
    geocode()
    before = LOCK.read_bytes()
    capsys.readouterr()
    assert geocode() == 0
    assert capsys.readouterr().out == "2 adressen: 2 ongewijzigd.\n"
    assert LOCK.read_bytes() == before
    assert len(server.asked) == 2


def test_a_changed_address_is_looked_up_and_the_old_one_named(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    site(EXACT)
    geocode()
    server = site(EXACT.replace("12a", "14"))
    assert geocode() == 0
    assert lock().keys() == {KEY, "Voorbeeldstraat 14, 6881AB Velp"}
    assert f"Niemand gebruikt dit meer (met `--prune` gaat het weg): {KEY}" in capsys.readouterr().err
    assert geocode("--prune") == 0
    assert lock().keys() == {"Voorbeeldstraat 14, 6881AB Velp"}
    assert len(server.asked) == 2


def test_nothing_is_pruned_while_a_file_is_wrong(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    site(EXACT)
    geocode()
    write_files(Path(), {"initiatives/velp/plek-1.yml": "naam: [\n"})
    assert geocode("--prune") == 0
    assert lock().keys() == {KEY}
    assert "Er is niets weggehaald" in capsys.readouterr().err


def test_an_address_of_two_initiatives_is_asked_once(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    server = site(EXACT, EXACT.replace("12a", "12 A").replace("6881 AB", "6881ab"))
    assert geocode() == 0
    assert server.asked == [f"adres {KEY}"]
    assert "initiatives/velp/plek-1.yml (ook velp/plek-2)  gevonden" in capsys.readouterr().out


@pytest.mark.parametrize(
    "address",
    ["plaats: Velp", "locatie: Park", "straat: Voorbeeldstraat, huisnummer: 14, punt: [51.99, 5.97]"],
)
def test_what_needs_no_looking_up_is_not_asked(site: Site, address: str) -> None:
    server = site(address)
    assert geocode() == 0
    assert server.asked == []
    assert not LOCK.exists()


def test_what_nobody_may_know_is_not_sent_to_a_service(site: Site) -> None:
    server = site(EXACT, EXACT)
    for number, line in ((1, "beheer: {toestemming: nee}\n"), (2, "status: gestopt\n")):
        path = Path(f"initiatives/velp/plek-{number}.yml")
        told = [one for one in path.read_text(encoding="utf-8").splitlines(True) if "beheer" not in one]
        path.write_text("".join(told) + line, encoding="utf-8")
    secret = "naam: Geheim\nsoort: buurthuis\nkort: Nergens.\nadres: op aanvraag\n"
    write_files(Path(), {"initiatives/velp/geheim.yml": secret})
    assert geocode() == 0
    assert server.asked == []


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("straat: Voorbeeldstraat", "weg Voorbeeldstraat, Velp"),
        ("straat: Voorbeeldstraat, postcode: 6881 AB", "postcode Voorbeeldstraat, 6881AB Velp"),
        ("straat: Voorbeeldstraat, huisnummer: 12a", "adres Voorbeeldstraat 12A, Velp"),
        ("straat: Dierenweg, huisnummer: 3, plaats: Dieren", "adres Dierenweg 3, Dieren"),
    ],
)
def test_an_address_is_asked_as_precisely_as_it_was_written(site: Site, address: str, asked: str) -> None:
    server = site(address)
    assert geocode() == 0
    assert server.asked == [asked]


def test_a_question_holds_nothing_that_the_search_takes_for_an_operator(site: Site) -> None:
    server = site("straat: 'Straat* OR type:weg (\"x\") + !~', huisnummer: 1")
    geocode()
    assert server.asked[0].split() == ["adres", "Straat", "OR", "type", "weg", "x", "1,", "Velp"]


PROVINCE: Doc = {
    "provinciecode": "PV20",
    "provincienaam": "Groningen",
    "centroide_ll": "POINT(6.73236633 53.25997242)",
}


@pytest.mark.parametrize(
    ("address", "docs", "told"),
    [
        (DOORS, REGISTER[2:4], "Op nummer 23 zijn er meer deuren: 23L-1 en 23A."),
        (EXACT, [PROVINCE], "Postcode 6881 AB hoort wel bij Voorbeeldstraat, maar nummer 12A is daar niet."),
        ("straat: Nergens", [PROVINCE], "De dienst vond alleen een gebied (Groningen), geen straat."),
        (EXACT, [dict(REGISTER[0], centroide_ll="POINT(2.3488 48.85341)")],
         "Het punt dat de dienst geeft, ligt buiten Nederland (48.85341, 2.34880)."),
    ],
)  # fmt: skip
def test_what_is_doubtful_is_told_and_not_written(
    site: Site, capsys: pytest.CaptureFixture[str], address: str, docs: list[Doc], told: str
) -> None:
    server = site(address)
    server.replies = [answer(*docs)]
    server.register = tuple(REGISTER[4:])
    assert geocode() == 1
    assert f"initiatives/velp/plek-1.yml  twijfel  {told}\n    gevraagd: " in capsys.readouterr().out
    assert not LOCK.exists()
    assert len(server.asked) <= 3


@pytest.mark.parametrize("id", ["velp/plek-1", "initiatives/velp/plek-1.yml"])
def test_what_is_doubtful_is_written_once_it_is_confirmed(site: Site, id: str) -> None:
    server = site(DOORS)
    assert geocode("--accept", id) == 0
    assert lock()["Dorpsplein 23, 6881XX Velp"]["label"] == "Dorpsplein 23L-1, 6881XX Velp"
    assert geocode() == 0
    assert len(server.asked) == 1


def test_the_id_of_the_service_says_which_door(site: Site) -> None:
    site(DOORS)
    assert geocode("--accept", "adr-dorpsplein-23a") == 0
    assert lock()["Dorpsplein 23, 6881XX Velp"]["label"] == "Dorpsplein 23A, 6881XX Velp"


def test_confirming_what_was_not_found(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    site(DOORS)
    assert geocode("--accept", "adr-elders") == 1
    assert "Bij `--accept adr-elders` was er niets te bevestigen." in capsys.readouterr().err
    assert not LOCK.exists()


def test_a_dry_run_asks_and_writes_nothing(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    server = site(EXACT)
    assert geocode("--dry-run") == 0
    assert capsys.readouterr().out.endswith("1 adres: 1 gevonden. Er is niets geschreven.\n")
    assert len(server.asked) == 1
    assert sorted(path.name for path in Path("initiatives").iterdir()) == ["gemeente.yml", "velp"]


def test_refresh_asks_everything_again_and_loses_nothing(site: Site) -> None:
    server = site(EXACT, "straat: Voorbeeldstraat, huisnummer: 14")
    geocode()
    moved = dict(REGISTER[0], centroide_ll="POINT(5.98 51.99)")
    server.replies = [answer(moved), answer()]
    server.register = ()
    assert geocode("--refresh") == 1  # the second address is not there any more
    assert (lock()[KEY]["lat"], lock()["Voorbeeldstraat 14, Velp"]["lat"]) == (51.99, 51.995123)


def test_json_is_an_object_a_line(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    site(EXACT, DOORS, "straat: Nergens, huisnummer: 1")
    geocode()
    capsys.readouterr()
    assert geocode("--json") == 1
    out, err = capsys.readouterr()
    known, doubtful, unknown = map(json.loads, out.splitlines())
    assert known == {
        "status": "unchanged", "adres": KEY, "initiatieven": ["velp/plek-1"], "punt": [51.995123, 5.973875],
        "label": KEY, "reason": "", "remedy": "", "candidates": [],
    }  # fmt: skip
    assert [one["id"] for one in doubtful["candidates"]] == ["adr-dorpsplein-23l-1", "adr-dorpsplein-23a"]
    assert (doubtful["status"], unknown["status"]) == ("doubtful", "not-found")
    assert err == "3 adressen: 1 twijfelachtig, 1 niet gevonden, 1 ongewijzigd.\n"


def test_a_lock_with_a_conflict_is_written_whole(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    server = site(EXACT, "straat: Voorbeeldstraat, huisnummer: 14")
    geocode()
    _, first, second, _ = LOCK.read_text(encoding="utf-8").splitlines()
    LOCK.write_text(f"{{\n<<<<<<< HEAD\n{first}\n=======\n{second}\n>>>>>>> tak\n}}\n", encoding="utf-8")
    capsys.readouterr()
    assert geocode() == 0
    assert "In dit bestand staan twee versies door elkaar" in capsys.readouterr().err
    assert len(lock()) == len(server.asked) == 2


def test_a_lock_that_cannot_be_read_is_left_alone(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    server = site(EXACT)
    LOCK.write_text('{\n"Dorpsplein 1, Velp": {"lat": 1\n}\n', encoding="utf-8")
    assert geocode() == 1
    assert "locaties.lock.json:2:1  fout  Deze regel is niet te lezen." in capsys.readouterr().err
    assert LOCK.read_text(encoding="utf-8").startswith('{\n"Dorpsplein 1')
    assert server.asked == []
