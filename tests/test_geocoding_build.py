"""A build reads the lock, and never asks a service."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from goldens import write_files
from locatieserver import Locatieserver, running, write_site
from sociale_kaart.format.waarden import Punt
from sociale_kaart.geocoding.lock import Entry


def build(folder: Path) -> str:
    """Builds the site, and gives what is said about it."""
    plugins = str(Path(__file__).parent.parent / "plugins")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=folder, env={**os.environ, "PYTHONPATH": plugins}, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    return done.stdout + done.stderr


def test_the_site_shows_what_is_in_the_lock(tmp_path: Path) -> None:
    with running(Locatieserver()) as server:
        write_site(tmp_path, server.url, ["straat: Kade, huisnummer: 1", "straat: Kade, huisnummer: 2"])
        entry = Entry("Kade 1, Velp", Punt(51.995123, 5.973875), "pdok", "Kade 1", "", "2026-11-22")
        lock = f"{{\n<<<<<<< HEAD\n{entry.line}\n=======\n>>>>>>> tak\n}}\n"
        theme = "theme:\n  name: material\n  font: false\n"
        settings = (tmp_path / "mkdocs.yml").read_text(encoding="utf-8")
        write_files(
            tmp_path,
            {
                "mkdocs.yml": settings + theme,
                "docs/over.md": "# Over\n",
                "initiatives/locaties.lock.json": lock,
            },
        )
        told = build(tmp_path)
        assert server.asked == []
    assert "locaties.lock.json:2:1: In dit bestand staan twee versies door elkaar" in told
    assert (
        "Kade" not in told
    )  # that an address has no point yet is a hint, and a build does not pass those on
    places = json.loads((tmp_path / "site/data/initiatieven.geojson").read_text(encoding="utf-8"))
    (with_pin,) = places["features"]
    assert (with_pin["id"], with_pin["geometry"]["coordinates"]) == ("velp/plek-1", [5.973875, 51.995123])
    without_pin = (tmp_path / "site/velp/plek-2/index.html").read_text(encoding="utf-8")
    assert "Kade 2, Velp" in without_pin
    assert "data-kaart" not in without_pin
