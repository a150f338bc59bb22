"""The same input gives the same bytes: with another order of hashing and of listing, in another time zone, and
with all in one process, as where another thread runs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).parent.parent
EPOCH = "1795649400"  # 25 November 2026, 23:30 UTC: in other zones already the next day

BUILD = """
import os, sys, threading
from mkdocs.__main__ import cli

class Backwards:
    def __init__(self, path="."):
        with scandir(path) as rows:
            self.rows = iter(sorted(rows, key=lambda row: row.name, reverse=True))
    def __iter__(self):
        return self.rows
    def __next__(self):
        return next(self.rows)
    def __enter__(self):
        return self
    def __exit__(self, *_):
        pass
    close = __exit__

if sys.argv.pop() == "backwards":
    threading.Thread(target=threading.Event().wait, daemon=True).start()
    scandir, listdir = os.scandir, os.listdir
    os.scandir = Backwards
    os.listdir = lambda path=".": sorted(listdir(path), reverse=True)
cli()
"""


def build(site: Path, *, hash_seed: str, listing: str, zone: str) -> dict[str, bytes]:
    """The demonstration's site: path → bytes of every file."""
    environment = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONHASHSEED": hash_seed,
        "PYTHONPATH": str(REPOSITORY / "plugins"),
        "SOURCE_DATE_EPOCH": EPOCH,
        "TZ": zone,
    }
    command = [sys.executable, "-c", BUILD, "build", "--quiet", "--site-dir", str(site), listing]
    subprocess.run(command, cwd=REPOSITORY, env=environment, check=True)
    return {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }


def test_two_builds_are_the_same_byte_for_byte(tmp_path: Path) -> None:
    one = build(tmp_path / "one", hash_seed="1", listing="as it is", zone="UTC")
    two = build(tmp_path / "two", hash_seed="2", listing="backwards", zone="Pacific/Auckland")
    assert one.keys() == two.keys()
    assert [path for path in one if one[path] != two[path]] == []
