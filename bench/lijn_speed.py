"""The continuous line: how long it takes for made-up initiatives, how that grows, and its share of a build.

python bench/lijn_speed.py [N …]
python bench/lijn_speed.py --build [N]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from math import log2
from pathlib import Path

import made_up
from building import OURS, build
from sociale_kaart.kaart import SocialeKaart, today
from sociale_kaart.lijn import Lijn
from sociale_kaart.loading import load
from sociale_kaart.opening import open_all
from sociale_kaart.pages.lijn import blokken

NUMBERS = (1250, 2500, 5000, 10000)
SHARE = 0.15


def kaart_of(folder: Path, number: int) -> SocialeKaart:
    made_up.write(folder, number)
    return open_all(load(folder), today()).kaart()


def seconds(kaart: SocialeKaart) -> tuple[float, float]:
    """Processor time for the index, and for both directions of every initiative in words. The best of three."""
    tries = []
    for _ in range(3):
        began = time.process_time()
        lijn = Lijn(kaart)
        indexed = time.process_time()
        for one in kaart.initiatieven.values():
            blokken(kaart, lijn, one)
        tries.append((indexed - began, time.process_time() - indexed))
    return min(tries, key=sum)


def growth(numbers: list[int]) -> list[float]:
    """Prints a line a number; gives the time for each."""
    found = []
    print(f"{'initiatives':>11} {'index':>8} {'lines':>8} {'all':>8}   all / (n log n), in µs")
    for number in numbers:
        with tempfile.TemporaryDirectory() as folder:
            index, lines = seconds(kaart_of(Path(folder) / "initiatives", number))
        found.append(index + lines)
        per = found[-1] / (number * log2(number)) * 1_000_000
        print(f"{number:>11} {index:>7.2f}s {lines:>7.2f}s {found[-1]:>7.2f}s   {per:.1f}", flush=True)
    return found


def share(number: int) -> bool:
    """Whether the line takes at most its share of the processor time of a build of so many."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        took = sum(seconds(kaart_of(folder / "initiatives", number)))
        (folder / "mkdocs.yml").write_text(OURS, encoding="utf-8")
        whole = build(folder).processor
    print(
        f"{number} initiatives: {took:.2f} s of a build of {whole:.1f} s, {took / whole:.1%} (bar {SHARE:.0%})"
    )
    return took / whole <= SHARE


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("numbers", nargs="*", type=int)
    parser.add_argument("--build", action="store_true", help="compare with a whole build")
    asked = parser.parse_args()
    if asked.build:
        sys.exit(0 if share(*(asked.numbers or [5000])) else 1)
    numbers = asked.numbers or list(NUMBERS)
    found = growth(numbers)
    steps = zip(numbers, found, strict=True)
    (first, least), *_, (last, most) = steps
    bar = last * log2(last) / (first * log2(first))
    print(f"{first} → {last}: {most / least:.1f} times as long (n·log n: {bar:.1f})")
    sys.exit(0 if most / least <= bar else 1)


if __name__ == "__main__":
    main()
