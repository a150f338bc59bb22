"""How long a build takes, against the same texts as Markdown pages in plain MkDocs with Material.

    python bench/build_ratio.py [N …]

Each build is a process of its own, one after the other, on the wall clock. Exit status 1 when a bar is missed.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

import made_up
import markdown_pages
from building import OURS, Build, build

SMALL, LARGE = 1_000, 5_000
MAX_RATIO = 0.6
MAX_GROWTH = 5.5
MAX_MEGABYTES = 400

# Without `navigation.prune` every page carries a menu of all pages, and the time grows with their square.
PLAIN = """\
site_name: Plain
theme:
  name: material
  language: nl
  font: false
  features: [navigation.prune]
plugins: [search]
markdown_extensions: [tables, admonition]
"""


def main() -> int:
    parser = argparse.ArgumentParser(
        description="How long a build takes, against plain MkDocs with Material."
    )
    parser.add_argument("sizes", nargs="*", type=int, default=[SMALL, LARGE], help="how many initiatives")
    parser.add_argument("--rounds", type=int, default=1, help="builds of each, in turn; the fastest counts")
    parser.add_argument("--full-menu", action="store_true", help="plain MkDocs with all pages in each menu")
    arguments = parser.parse_args()
    plain = PLAIN.replace("navigation.prune", "") if arguments.full_menu else PLAIN
    found: dict[int, tuple[Build, Build]] = {}
    for size in arguments.sizes:
        with tempfile.TemporaryDirectory() as folder:
            found[size] = measure(Path(folder), size, arguments.rounds, plain)
    return report(found)


def measure(folder: Path, size: int, rounds: int, plain_config: str) -> tuple[Build, Build]:
    """The fastest build of ours and of plain MkDocs, made in turn."""
    ours, plain = folder / "ours", folder / "plain"
    made_up.write(ours / "initiatives", size)
    (ours / "mkdocs.yml").write_text(OURS, encoding="utf-8")
    markdown_pages.write(plain / "docs", size)
    (plain / "mkdocs.yml").write_text(plain_config, encoding="utf-8")
    builds: dict[Path, list[Build]] = {ours: [], plain: []}
    for _ in range(rounds):
        for one, those in builds.items():
            those.append(build(one))
            shutil.rmtree(one / "site")
    return _fastest(builds[ours]), _fastest(builds[plain])


def _fastest(builds: list[Build]) -> Build:
    return min(builds, key=lambda one: one.seconds)


def report(found: dict[int, tuple[Build, Build]]) -> int:
    """Prints the table and the bars; the exit status."""
    print(f"{'':>14} {'wall s':>8} {'processor s':>12} {'peak MB':>8}")
    for size, pair in found.items():
        for name, one in zip(("ours", "plain"), pair, strict=True):
            print(f"{size:>8} {name:<5} {one.seconds:>8.1f} {one.processor:>12.1f} {one.megabytes:>8.0f}")
    bars = [
        (f"ratio at {size}", ours.seconds / plain.seconds, MAX_RATIO) for size, (ours, plain) in found.items()
    ]
    if found.keys() >= {SMALL, LARGE}:
        small, large = found[SMALL][0], found[LARGE][0]
        bars.append((f"growth {SMALL} to {LARGE}", large.seconds / small.seconds, MAX_GROWTH))
        bars.append((f"peak MB at {LARGE}", large.megabytes, MAX_MEGABYTES))
    for name, value, bar in bars:
        print(f"{name:<20} {value:8.2f}  at most {bar:<5} {'ok' if value <= bar else 'MISSED'}")
    return int(any(value > bar for _, value, bar in bars))


if __name__ == "__main__":
    sys.exit(main())
