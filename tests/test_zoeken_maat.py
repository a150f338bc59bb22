"""The finder finds what people ask for: judged queries over the demonstration, in Chromium (see bench/zoekvragen)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
HALVES = [ROOT / "bench" / "zoekvragen" / f"{half}.yml" for half in ("ontwikkel", "achtergehouden")]


SECOND = ROOT / "bench" / "tweede_gemeente"


@pytest.fixture(scope="module")
def figures() -> dict[str, Any]:
    """Both halves together, so that nobody learns here which query of the held-out half fails."""
    return measured(*HALVES)


@pytest.fixture(scope="module")
def elsewhere() -> dict[str, Any]:
    """Another municipality, in other words."""
    return measured(SECOND / "vragen.yml", "--initiatieven", SECOND / "initiatives")


def measured(*arguments: str | Path) -> dict[str, Any]:
    command = [sys.executable, ROOT / "bench" / "zoeken.py", "--alleen-ons", "--json", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "plugins")}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    found: dict[str, Any] = json.loads(done.stdout)["sociale kaart"]
    return found


def test_a_right_answer_stands_among_the_first_three(figures: dict[str, Any]) -> None:
    assert figures["success"] >= 0.93


def test_the_right_answer_stands_high(figures: dict[str, Any]) -> None:
    assert figures["mrr"] >= 0.83


def test_danger_is_heard_and_nothing_else_is_taken_for_it(figures: dict[str, Any]) -> None:
    heard, asked = figures["melding"]
    assert heard / asked >= 0.9
    assert figures["vals_alarm"] <= 2


def test_another_municipality_is_understood_too(elsewhere: dict[str, Any]) -> None:
    assert elsewhere["success"] >= 0.93
    assert elsewhere["mrr"] >= 0.88


def test_what_nobody_does_there_is_not_shown_as_found(elsewhere: dict[str, Any]) -> None:
    nothing, asked = elsewhere["niets"]
    assert nothing / asked >= 0.75


def test_danger_in_many_words_and_what_only_sounds_like_it(elsewhere: dict[str, Any]) -> None:
    heard, asked = elsewhere["melding"]
    assert heard / asked >= 0.97
    assert elsewhere["vals_alarm"] == 0
