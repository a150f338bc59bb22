"""How long checking takes, in times what PyYAML's C loader alone takes for the same files in this process.

    python bench/check_speed.py [N]

Checks N made-up initiatives (default 1,000; all keys of the format) and prints both times and their ratio: the
best of a few rounds each. What is said of texts (hard to read, private) is timed by itself.
"""

from __future__ import annotations

import gc
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import yaml

import made_up
from sociale_kaart.checks import across_files, check_all, in_texts
from sociale_kaart.loading import load

ROUNDS = 5


def best(work: Callable[[], object]) -> float:
    """Seconds of the fastest of a few rounds."""
    times = []
    for _ in range(ROUNDS):
        gc.collect()
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    with tempfile.TemporaryDirectory() as parent:
        folder = Path(parent) / "initiatives"
        made_up.write(folder, number)
        texts = [path.read_text(encoding="utf-8") for path in folder.glob("**/*.yml")]
        loaded = load(folder)
        told = Counter(problem.level for problem in (*loaded.problems, *check_all(loaded, date.today())))
        parsing = best(lambda: [yaml.load(text, Loader=yaml.CSafeLoader) for text in texts])
        checking = best(lambda: across_files(load(folder), date.today()))
        texts_too = best(lambda: in_texts(loaded))
    size = sum(map(len, texts)) // len(texts)
    print(f"{loaded.files} files of {size} characters, told: {dict(told)}")
    print(f"yaml.load {parsing:.3f} s, load and check {checking:.3f} s, ratio {checking / parsing:.2f}")
    print(f"texts {texts_too:.3f} s, ratio {texts_too / parsing:.2f}")


if __name__ == "__main__":
    main()
