"""How long `geocode` takes and how many requests it makes, against a fast service on this machine.

    python bench/geocode_speed.py [N [M]]

N addresses without a limit (default 1,000), once unknown and once known; then M addresses (default 40) at the
pace that PDOK allows, next to the time that this pace dictates: M requests are M - 1 times half a second.
"""

from __future__ import annotations

import sys
import tempfile
import time
from datetime import date
from http.server import BaseHTTPRequestHandler
from io import StringIO
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from locatieserver import Locatieserver, Reply, answer, house, running, write_site
from sociale_kaart.geocoding.asking import Pace
from sociale_kaart.geocoding.command import Options, look_up
from sociale_kaart.geocoding.pdok import Pdok
from sociale_kaart.geocoding.report import Report
from sociale_kaart.loading import load


class FastService(Locatieserver):
    """Knows every answer beforehand."""

    def __init__(self, number: int) -> None:
        super().__init__()
        docs = [house("Voorbeeldstraat", str(one), "6881AB") for one in range(1, number + 1)]
        self.by_question = {doc["weergavenaam"]: answer(doc) for doc in docs}

    def reply_to(self, handler: BaseHTTPRequestHandler) -> Reply:
        (question,) = parse_qs(urlsplit(handler.path).query)["q"]
        self.asked.append(question)
        return self.by_question[question]


def timed(folder: Path, server: Locatieserver, pace: Pace) -> tuple[float, int, int]:
    """Seconds, requests and exit status of one run; reading the files is not part of it."""
    loaded = load(folder / "initiatives")
    before = len(server.asked)
    start = time.perf_counter()
    status = look_up(
        loaded, server.url, Options(), date.today(), Report(loaded, lambda line: None, StringIO()), pace
    )
    return time.perf_counter() - start, len(server.asked) - before, status


def show(name: str, measured: tuple[float, int, int]) -> None:
    seconds, requests, status = measured
    print(f"{name}: {seconds:.2f} s, {requests} requests, exit status {status}")


def main() -> None:
    given = [int(one) for one in sys.argv[1:]]
    number, limited = (given + [1_000, 40][len(given) :])[:2]
    with running(FastService(max(number, limited))) as server:
        for count, pace in ((number, Pace(0.0)), (limited, Pace.of(Pdok.per_second))):
            with tempfile.TemporaryDirectory() as parent:
                numbers = range(1, count + 1)
                folder = write_site(
                    Path(parent),
                    server.url,
                    [f"straat: Voorbeeldstraat, huisnummer: {one}, postcode: 6881 AB" for one in numbers],
                )
                unknown = timed(folder, server, pace)
                show(f"{count} unknown addresses", unknown)
                show(f"{count} known addresses", timed(folder, server, pace))
        dictated = (limited - 1) / Pdok.per_second
        if dictated:
            print(f"The limit dictates {dictated:.2f} s: {unknown[0] / dictated - 1:+.1%}")


if __name__ == "__main__":
    main()
