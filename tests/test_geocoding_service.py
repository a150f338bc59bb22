"""A service that misbehaves: every case ends in a sentence, an exit status, and a lock with all that was found.

Each site has three addresses. The first and the last are answered well; in between the service does as the
case says. Those that were found must be in the lock, whatever happened.
"""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime
from io import StringIO
from pathlib import Path

import pytest

from locatieserver import (
    Doc,
    Locatieserver,
    Reply,
    after,
    answer,
    cut_off,
    cut_off_in_chunks,
    hang_up,
    house,
    no_http,
    refuse,
    running,
    street,
    text,
    trickle,
    write_site,
)
from sociale_kaart.geocoding.asking import Pace
from sociale_kaart.geocoding.command import Options, look_up
from sociale_kaart.geocoding.report import Report
from sociale_kaart.loading import load

VANDAAG = date(2026, 11, 22)
# The usual patience, but in tenths of seconds.
PACE = Pace(interval=0.0, timeout=0.8, attempts=3, backoff=0.01, longest_wait=3.0)

FIRST, MIDDLE, LAST = (house("Voorbeeldstraat", number, "6881AB") for number in ("1", "2", "3"))
SITE = [f"straat: Voorbeeldstraat, huisnummer: {number}, postcode: 6881 AB" for number in (1, 2, 3)]
GOOD = answer(MIDDLE)

TOO_LATE = "De dienst antwoordde niet op tijd."
BROKEN_OFF = "De dienst brak het antwoord halverwege af."
TOO_OFTEN = "De dienst vindt dat we te veel vragen."
WEB_PAGE = "De dienst gaf een webpagina in plaats van gegevens."
EMPTY = "De dienst gaf een leeg antwoord."
NO_JSON = "De dienst gaf een antwoord dat geen goede JSON is."
OTHER_SHAPE = "De dienst gaf een antwoord in een andere vorm dan afgesproken."
ELSEWHERE = "De dienst verwijst naar een ander adres. Dat volgen we niet: kijk of `geocoder_url` klopt."
NO_POINT = "De dienst kent het adres, maar zegt niet waar het ligt."


class Run:
    """What one run of the command did."""

    def __init__(
        self, folder: Path, server: Locatieserver, options: Options | None = None, pace: Pace = PACE
    ) -> None:
        loaded = load(folder / "initiatives")
        lines: list[str] = []
        errors = StringIO()
        self.status = look_up(
            loaded, server.url, options or Options(), VANDAAG, Report(loaded, lines.append, errors), pace
        )
        self.told = "\n".join(lines)
        self.errors = errors.getvalue()
        path = folder / "initiatives" / "locaties.lock.json"
        self.lock = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}

    def has(self, *docs: Doc) -> bool:
        """Whether the lock holds exactly these."""
        return set(self.lock) == {doc["weergavenaam"] for doc in docs}


def run(folder: Path, server: Locatieserver) -> Run:
    return Run(write_site(folder, server.url, SITE), server)


def misbehaving(*replies: Reply) -> Locatieserver:
    return Locatieserver([FIRST, MIDDLE, LAST], [answer(FIRST), *replies])


def http_date(seconds: float) -> str:
    return format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)


@pytest.mark.parametrize(
    ("replies", "sentence", "requests"),
    [
        pytest.param([after(2, GOOD)] * 3, TOO_LATE, 3, id="too slow"),
        pytest.param([after(2, hang_up)] * 3, TOO_LATE, 3, id="silent"),
        pytest.param([trickle] * 3, TOO_LATE, 3, id="one byte at a time"),
        pytest.param([hang_up] * 3, BROKEN_OFF, 3, id="hangs up"),
        pytest.param([cut_off] * 3, BROKEN_OFF, 3, id="cut off half-way"),
        pytest.param([cut_off_in_chunks] * 3, BROKEN_OFF, 3, id="cut off in chunks"),
        pytest.param([no_http] * 3, BROKEN_OFF, 3, id="no HTTP at all"),
        pytest.param([refuse(429)] * 3, f"{TOO_OFTEN} Probeer het later weer.", 3, id="429 always"),
        pytest.param([refuse(500)] * 3, "De dienst heeft een storing (HTTP 500).", 3, id="500 always"),
        pytest.param([refuse(503)] * 3, "De dienst heeft een storing (HTTP 503).", 3, id="503 always"),
        pytest.param([refuse(504)] * 3, "De dienst heeft een storing (HTTP 504).", 3, id="504 always"),
        pytest.param([refuse(408)] * 3, TOO_LATE, 3, id="408 always"),
        pytest.param([refuse(400)], "De dienst begrijpt de vraag niet (HTTP 400).", 1, id="400"),
        pytest.param([refuse(410)], "De dienst begrijpt de vraag niet (HTTP 410).", 1, id="410"),
        pytest.param(
            [refuse(404)], "Op dit adres is de dienst er niet (HTTP 404): kijk of `geocoder_url` klopt.", 1, id="404"
        ),
        pytest.param([text("<!doctype html><p>Storing", "text/html")], WEB_PAGE, 1, id="HTML"),
        pytest.param([text("\n <html>Log in</html>")], WEB_PAGE, 1, id="HTML that is called JSON"),
        pytest.param([text("")], EMPTY, 1, id="empty body"),
        pytest.param([text(" \n\t")], EMPTY, 1, id="only white space"),
        pytest.param([text("", status=204)], EMPTY, 1, id="204"),
        pytest.param([text("Even geduld")], NO_JSON, 1, id="plain text"),
        pytest.param([text('{"response": {"docs": [')], NO_JSON, 1, id="half of the JSON"),
        pytest.param([text("[" * 200_000)], NO_JSON, 1, id="deeply nested"),
        pytest.param([text('{"n": ' + "9" * 10_000 + "}")], NO_JSON, 1, id="a number of ten thousand digits"),
        pytest.param([text("null")], OTHER_SHAPE, 1, id="null"),
        pytest.param([text("[]")], OTHER_SHAPE, 1, id="a list"),
        pytest.param([text('{"error": {"msg": "org.apache.solr"}}')], OTHER_SHAPE, 1, id="an error as JSON"),
        pytest.param([text('{"response": {"docs": {}}}')], OTHER_SHAPE, 1, id="docs that are no list"),
        pytest.param([text('{"response": {"docs": ["Velp"]}}')], OTHER_SHAPE, 1, id="a document that is text"),
        pytest.param([text(b'{"a": "\xff\xfe"}')], "De dienst gaf een antwoord dat geen tekst is.", 1, id="not UTF-8"),
        pytest.param([text("x" * 6_000_000)], "De dienst gaf een veel te groot antwoord.", 1, id="six megabytes"),
        pytest.param([refuse(301, Location="/bzk/elders")], ELSEWHERE, 1, id="redirect on the same host"),
        pytest.param([refuse(302, Location="http://127.0.0.1:9/")], ELSEWHERE, 1, id="redirect to elsewhere"),
        pytest.param([refuse(307, Location="file:///etc/passwd")], ELSEWHERE, 1, id="redirect to a file"),
        pytest.param([refuse(308)], ELSEWHERE, 1, id="redirect to nowhere"),
    ],
)  # fmt: skip
def test_a_service_that_fails_for_one_address(
    tmp_path: Path, replies: Sequence[Reply], sentence: str, requests: int
) -> None:
    with running(misbehaving(*replies)) as server:
        done = run(tmp_path, server)
    assert done.status == 1
    assert done.told.split("\n") == [
        f"{tmp_path}/initiatives/velp/plek-1.yml  gevonden  Voorbeeldstraat 1, 6881AB Velp",
        f"{tmp_path}/initiatives/velp/plek-2.yml  mislukt  {sentence}",
        f"{tmp_path}/initiatives/velp/plek-3.yml  gevonden  Voorbeeldstraat 3, 6881AB Velp",
        "3 adressen: 2 gevonden, 1 mislukt.",
    ]
    assert done.has(FIRST, LAST)
    assert len(server.asked) == requests + 2


@pytest.mark.parametrize(
    ("replies", "at_least"),
    [
        pytest.param([after(0.3, GOOD)], 0.3, id="slow, but in time"),
        pytest.param([refuse(500), GOOD], 0, id="500, then fine"),
        pytest.param([refuse(502), refuse(503), GOOD], 0, id="502 and 503, then fine"),
        pytest.param([refuse(408), GOOD], 0, id="408, then fine"),
        pytest.param([hang_up, cut_off, GOOD], 0, id="twice broken off, then fine"),
        pytest.param([after(2, hang_up), GOOD], 0.5, id="silent, then fine"),
        pytest.param([refuse(429), GOOD], 0, id="429 without Retry-After"),
        pytest.param([refuse(429, Retry_After="1"), GOOD], 1, id="429 for a second"),
        pytest.param([refuse(503, Retry_After="1"), GOOD], 1, id="503 for a second"),
        pytest.param([refuse(429, Retry_After="0"), GOOD], 0, id="429 for no time at all"),
        pytest.param([refuse(429, Retry_After="-5"), GOOD], 0, id="429 for less than no time"),
        pytest.param([refuse(429, Retry_After="straks"), GOOD], 0, id="429 until nobody knows when"),
        pytest.param([refuse(429, Retry_After=""), GOOD], 0, id="429 with an empty Retry-After"),
        pytest.param([refuse(429, Retry_After=http_date(-3600)), GOOD], 0, id="429 until an hour ago"),
        pytest.param(
            [refuse(429, Retry_After="Mon, 99 Foo 99999 99:99:99 GMT"), GOOD], 0, id="429 until a day that never comes"
        ),
        pytest.param(
            [text(json.dumps({"response": {"docs": [MIDDLE]}, "new": 1, "numFound": None}))], 0, id="more and less keys"
        ),
        pytest.param([answer(street("Voorbeeldstraat"), {}, {"huis_nlt": []}, MIDDLE)], 0, id="odd documents before it"),
        pytest.param([answer(dict(MIDDLE, weergavenaam="Voorbeeldstraat\n2,\u202e 6881AB \ud800Velp"))], 0, id="signs nobody sees"),
    ],
)  # fmt: skip
def test_a_service_that_does_well_in_the_end(
    tmp_path: Path, replies: Sequence[Reply], at_least: float
) -> None:
    start = time.monotonic()
    with running(misbehaving(*replies)) as server:
        done = run(tmp_path, server)
    assert done.told.endswith("\n3 adressen: 3 gevonden.")
    assert done.status == 0
    assert done.has(FIRST, MIDDLE, LAST)
    assert at_least <= time.monotonic() - start < at_least + 3
    assert len(server.asked) == len(replies) + 2


def test_a_date_in_retry_after_is_waited_for(tmp_path: Path) -> None:
    with running(misbehaving(refuse(429, Retry_After=http_date(2)), GOOD)) as server:
        done = run(tmp_path, server)
    assert done.status == 0
    assert 0.9 < server.moments[2] - server.moments[1] < 2.5  # a date has whole seconds


@pytest.mark.parametrize(
    ("reply", "sentence"),
    [
        pytest.param(
            refuse(429, Retry_After="3600"),
            f"{TOO_OFTEN} Probeer het over 60 minuten weer.",
            id="429 for an hour",
        ),
        pytest.param(
            refuse(503, Retry_After="90"),
            f"{TOO_OFTEN} Probeer het over 2 minuten weer.",
            id="503 for too long",
        ),
        pytest.param(refuse(401), "De dienst laat ons niet toe (HTTP 401).", id="401"),
        pytest.param(refuse(403), "De dienst laat ons niet toe (HTTP 403).", id="403"),
    ],
)
def test_a_service_that_wants_no_more_is_left_alone(tmp_path: Path, reply: Reply, sentence: str) -> None:
    with running(misbehaving(reply)) as server:
        done = run(tmp_path, server)
    assert done.status == 1
    assert done.told.split("\n")[1:] == [
        f"{tmp_path}/initiatives/velp/plek-2.yml  mislukt  {sentence}",
        "3 adressen: 1 gevonden, 1 mislukt, 1 niet gevraagd.",
    ]
    assert done.errors == "De dienst werkt nu niet. Probeer het later weer; wat gevonden is, is bewaard.\n"
    assert done.has(FIRST)
    assert len(server.asked) == 2


def test_after_three_addresses_in_a_row_the_rest_is_not_asked(tmp_path: Path) -> None:
    site = [f"straat: Voorbeeldstraat, huisnummer: {number}, postcode: 6881 AB" for number in range(1, 10)]
    with running(misbehaving(*[text("")] * 20)) as server:
        done = Run(write_site(tmp_path, server.url, site), server)
    assert done.told.endswith("\n9 adressen: 1 gevonden, 3 mislukt, 5 niet gevraagd.")
    assert done.has(FIRST)
    assert len(server.asked) == 4


def test_a_service_that_is_not_there(tmp_path: Path) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        server = Locatieserver()
        server.url = f"http://127.0.0.1:{nobody.getsockname()[1]}"
        done = run(tmp_path, server)
    assert done.status == 1
    assert done.told.count("mislukt  De dienst is niet bereikbaar.") == 3
    assert done.lock == {}


@pytest.mark.parametrize(
    "change",
    [
        {"centroide_ll": ""},
        {"centroide_ll": None},
        {"centroide_ll": "POINT(5.97)"},
        {"centroide_ll": "POINT(onbekend)"},
        {"centroide_ll": "POINT(500.1 900.2)"},
        {"centroide_ll": [5.97, 51.99]},
    ],
)
def test_an_address_without_a_point_is_doubtful(tmp_path: Path, change: dict[str, object]) -> None:
    with running(misbehaving(answer(dict(MIDDLE) | change))) as server:
        done = run(tmp_path, server)
    assert done.status == 1
    assert f"plek-2.yml  twijfel  {NO_POINT}" in done.told
    assert done.has(FIRST, LAST)
    assert len(server.asked) == 3


def test_a_service_that_fails_at_the_second_question_leaves_the_address_doubtful(tmp_path: Path) -> None:
    with running(misbehaving(answer(), refuse(500), refuse(500), refuse(500))) as server:
        done = run(tmp_path, server)
    assert "plek-2.yml  niet gevonden  De dienst kent dit adres niet." in done.told
    assert done.status == 1
    assert done.has(FIRST, LAST)
