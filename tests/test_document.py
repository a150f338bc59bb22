"""What is told about bad input, and that good input is read as it was written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from goldens import GOLDENS, read_golden, told


@pytest.mark.parametrize("golden", sorted(GOLDENS.glob("*.txt")), ids=lambda path: path.stem)
def test_golden(golden: Path, tmp_path: Path) -> None:
    before, _, expected = golden.read_text(encoding="utf-8").partition("=== problems\n")
    found = told(tmp_path, read_golden(golden))
    if os.environ.get("UPDATE_GOLDENS"):
        golden.write_text(f"{before}=== problems\n{found}", encoding="utf-8")
    else:
        assert found == expected


def test_there_are_goldens() -> None:
    assert len(list(GOLDENS.glob("*.txt"))) > 60
