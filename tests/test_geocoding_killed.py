"""`geocode` that is killed at any moment: what was found stays, and is not asked again."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

from locatieserver import Locatieserver, house, running, write_site

NUMBERS = range(1, 201)
KILLS = 20


def start(folder: Path) -> subprocess.Popen[bytes]:
    plugins = str(Path(__file__).parent.parent / "plugins")
    return subprocess.Popen(
        [sys.executable, "-m", "sociale_kaart.cli", "geocode", "--tempo", "0"],
        cwd=folder, env={**os.environ, "PYTHONPATH": plugins}, stdout=subprocess.DEVNULL,
    )  # fmt: skip


def test_a_run_that_is_killed_loses_nothing_and_asks_nothing_twice(tmp_path: Path) -> None:
    moments = random.Random(20261122)
    register = [house("Voorbeeldstraat", str(number), "6881AB") for number in NUMBERS]
    addresses = [f"straat: Voorbeeldstraat, huisnummer: {number}, postcode: 6881 AB" for number in NUMBERS]
    lock = tmp_path / "initiatives" / "locaties.lock.json"
    known = 0
    with running(Locatieserver(register)) as server:
        write_site(tmp_path, server.url, addresses)
        for _ in range(KILLS):
            asked = len(server.asked)
            with start(tmp_path) as process:
                enough, deadline = asked + moments.randint(1, 8), time.monotonic() + 30
                while len(server.asked) < enough and time.monotonic() < deadline:
                    time.sleep(0.0005)
                time.sleep(moments.uniform(0, 0.01))
                assert process.poll() is None  # it was at work
                process.kill()
            entries = json.loads(lock.read_text(encoding="utf-8")) if lock.exists() else {}
            assert all(entry["label"] == key for key, entry in entries.items())
            lost = {question.removeprefix("adres ") for question in server.asked} - entries.keys()
            assert len(lost) <= 1  # the request that was on its way
            assert len(entries) >= known
            known = len(entries)
        assert 0 < known < len(NUMBERS)
        with start(tmp_path) as process:
            assert process.wait(60) == 0
    assert len(json.loads(lock.read_text(encoding="utf-8"))) == len(NUMBERS)
    assert len(NUMBERS) <= len(server.asked) <= len(NUMBERS) + KILLS
    assert [path.name for path in (tmp_path / "initiatives").glob(".*")] == []
