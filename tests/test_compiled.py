"""Compiled templates that are kept for the next build, and builds that cannot keep them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import CodeType

import pytest
from jinja2 import DictLoader, Environment

from sociale_kaart.pages.compiled import Compiled


def kept(folder: Path) -> str:
    """What a process gets whose temporary files are in `folder`."""
    script = "from sociale_kaart.pages.compiled import compiled_templates; print(compiled_templates())"
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "TMPDIR": str(folder)},
        capture_output=True,
        text=True,
    )
    assert not done.stderr
    return done.stdout.strip()


class NoCompiler(Environment):
    def _compile(self, source: str, filename: str) -> CodeType:
        raise AssertionError("compiled again")


def test_what_was_compiled_is_not_compiled_again(tmp_path: Path) -> None:
    for environment in (Environment, NoCompiler):
        templates = environment(
            loader=DictLoader({"a.html": "Dag {{ naam }}"}), bytecode_cache=Compiled(str(tmp_path))
        )
        assert templates.get_template("a.html").render(naam="Jo") == "Dag Jo"


@pytest.mark.skipif(os.name == "nt", reason="on Windows everybody has a folder of their own")
def test_a_folder_that_is_no_folder_is_left_alone(tmp_path: Path) -> None:
    assert "Compiled" in kept(tmp_path)
    [own] = tmp_path.iterdir()
    own.rmdir()
    own.write_text("van iemand anders", encoding="utf-8")
    assert kept(tmp_path) == "None"
    assert own.read_text(encoding="utf-8") == "van iemand anders"


def test_a_disk_that_takes_nothing_more_does_not_stop_a_build(tmp_path: Path) -> None:
    folder = tmp_path / "weg"
    folder.mkdir()
    cache = Compiled(str(folder))
    shutil.rmtree(folder)
    environment = Environment(loader=DictLoader({"a.html": "Dag"}), bytecode_cache=cache)
    assert environment.get_template("a.html").render() == "Dag"
