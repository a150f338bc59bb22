"""How long a build takes, against the same texts as Markdown pages in plain MkDocs with Material.

Each build is a process of its own, one after the other, on the wall clock. Exit status 1 when a bar is missed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import made_up
import markdown_pages

SIZES = (1_000, 5_000)
MAX_RATIO = 0.6
MAX_GROWTH = 5.5
MAX_MEGABYTES = 400
REPOSITORY = Path(__file__).resolve().parent.parent

OURS = """\
INHERIT: {repository}/mkdocs.yml
docs_dir: {repository}/docs
plugins:
  - sociale-kaart:
      initiatives: initiatives
"""
PLAIN = """\
site_name: Plain
theme:
  name: material
  language: nl
  font: false
plugins: [search]
markdown_extensions: [tables, admonition]
"""


@dataclass(frozen=True)
class Build:
    """What one build took: seconds on the wall clock, seconds of processor, peak memory, pages made."""

    seconds: float
    processor: float
    megabytes: float
    pages: int


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=list(SIZES), help="how many initiatives")
    parser.add_argument("--rounds", type=int, default=1, help="builds of each; the fastest counts")
    arguments = parser.parse_args()
    found: dict[int, tuple[Build, Build]] = {}
    for size in arguments.sizes:
        with tempfile.TemporaryDirectory() as folder:
            found[size] = measure(Path(folder), size, arguments.rounds)
    return report(found)


def measure(folder: Path, size: int, rounds: int) -> tuple[Build, Build]:
    """The fastest build of ours and of plain MkDocs, made in turn."""
    ours, plain = folder / "ours", folder / "plain"
    (ours / "initiatives").mkdir(parents=True)
    made_up.write(ours / "initiatives", size)
    (ours / "mkdocs.yml").write_text(OURS.format(repository=REPOSITORY))
    markdown_pages.write(plain / "docs", size)
    (plain / "mkdocs.yml").write_text(PLAIN)
    pairs = [(build(ours), build(plain)) for _ in range(rounds)]
    return tuple(min(those, key=lambda one: one.seconds) for those in zip(*pairs, strict=True))  # type: ignore[return-value]


def build(folder: Path) -> Build:
    """Builds the site in `folder` in a process of its own."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(REPOSITORY / "plugins")}
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=environment)
    _, status, usage = os.wait4(process.pid, 0)  # the use of this process alone
    seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"the build in {folder.name} failed with status {process.returncode}")
    pages = sum(1 for _ in (folder / "site").rglob("*.html"))
    shutil.rmtree(folder / "site")
    unit = 1_000_000 if sys.platform == "darwin" else 1_000
    return Build(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit, pages)


def report(found: dict[int, tuple[Build, Build]]) -> int:
    """Prints the table and the bars; the exit status."""
    print(f"{'':>14} {'pages':>7} {'wall s':>8} {'processor s':>12} {'peak MB':>8}")
    for size, pair in found.items():
        for name, one in zip(("ours", "plain"), pair, strict=True):
            print(
                f"{size:>8} {name:<5} {one.pages:>7} {one.seconds:>8.1f} {one.processor:>12.1f} {one.megabytes:>8.0f}"
            )
    bars = [
        (f"ratio at {size}", ours.seconds / plain.seconds, MAX_RATIO) for size, (ours, plain) in found.items()
    ]
    if set(SIZES) <= found.keys():
        small, large = (found[size][0] for size in SIZES)
        bars.append((f"growth {SIZES[0]} to {SIZES[1]}", large.seconds / small.seconds, MAX_GROWTH))
        bars.append((f"peak MB at {SIZES[1]}", large.megabytes, MAX_MEGABYTES))
    for name, value, bar in bars:
        print(f"{name:<20} {value:8.2f}  at most {bar:<5} {'ok' if value <= bar else 'MISSED'}")
    return int(any(value > bar for _, value, bar in bars))


if __name__ == "__main__":
    sys.exit(main())
