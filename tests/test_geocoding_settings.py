"""How `geocode` is called: which service, where it is, how fast; and the calls that cannot be."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from locatieserver import Locatieserver, house, running, write_site
from sociale_kaart.cli import main
from sociale_kaart.geocoding.asking import Asker, Pace
from sociale_kaart.geocoding.nominatim import Nominatim
from sociale_kaart.geocoding.pdok import Pdok

KEY = "Voorbeeldstraat 12A, 6881AB Velp"


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Locatieserver]:
    """The service of a site with one address, which is the working directory."""
    monkeypatch.chdir(tmp_path)
    with running(Locatieserver([house("Voorbeeldstraat", "12A", "6881AB")])) as server:
        write_site(tmp_path, server.url, ["straat: Voorbeeldstraat, huisnummer: 12a, postcode: 6881 AB"])
        yield server


def write_settings(url: str) -> None:
    text = f"plugins:\n  - sociale-kaart:\n      geocoder_url: '{url}'\n"
    Path("mkdocs.yml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--provider", "google"], "De dienst `google` kennen we niet. Kies uit: pdok, nominatim."),
        (["--accept", "velp/plek-9"], "Het initiatief `velp/plek-9` bestaat niet."),
        (["--tempo", "-1"], "De waarde bij `--tempo` is een getal van 0 tot 1000."),
        (["--tempo", "nan"], "De waarde bij `--tempo` is een getal van 0 tot 1000."),
        (["--tempo", "snel"], "De waarde bij `--tempo` kan hier niet."),
        (["--snel"], "De optie `--snel` bestaat niet."),
    ],
)
def test_a_wrong_call(
    server: Locatieserver, capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    assert main(["geocode", *arguments]) == 2
    assert sentence in capsys.readouterr().err
    assert server.asked == []


@pytest.mark.parametrize(
    "url",
    ["ftp://voorbeeld.example", "voorbeeld.example", "http://", "http://a:b@voorbeeld.example",
     "http://127.0.0.1:poort", "http://voorbeeld.example/?q=1", "file:///etc/passwd", "http://[::1"],
)  # fmt: skip
def test_an_address_of_a_service_that_cannot_be_one(
    server: Locatieserver, capsys: pytest.CaptureFixture[str], url: str
) -> None:
    write_settings(url)
    assert main(["geocode"]) == 2
    assert "De instelling `geocoder_url` is geen adres van een dienst." in capsys.readouterr().err


@pytest.mark.parametrize("tempo", ["0", "3"])
def test_the_public_service_is_not_asked_faster_than_it_allows(
    server: Locatieserver, capsys: pytest.CaptureFixture[str], tempo: str
) -> None:
    write_settings("")
    assert main(["geocode", "--tempo", tempo]) == 2
    assert "Deze dienst staat 2 vragen per seconde toe." in capsys.readouterr().err


def test_no_request_begins_before_its_turn() -> None:
    asker, moments, start = Asker(Pace(interval=0.1)), list[float](), time.monotonic()
    for _ in range(4):
        asker.ask(lambda: moments.append(time.monotonic() - start))
    assert all(moment >= turn * 0.1 for turn, moment in enumerate(moments))


@pytest.mark.parametrize(("per_second", "interval"), [(Pdok.per_second, 0.5), (Nominatim.per_second, 1.0)])
def test_a_service_gets_no_more_than_it_allows_and_hardly_less(per_second: float, interval: float) -> None:
    assert interval < Pace.of(per_second).interval < 1.05 * interval


def test_a_proxy_with_a_path_of_its_own(server: Locatieserver) -> None:
    write_settings(f"{server.url}/bzk/locatieserver/search/v3_1/")
    assert main(["geocode"]) == 0
    assert server.asked == [f"adres {KEY}"]
