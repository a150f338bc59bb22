"""Whether the lexicon knows what people say: questions that are each to lead to one of 136 fields of words.

    python bench/velden.py        [--gemist] [bench/velden/vragen-2.yml]

The map has one entry a field, with its label and its first six words; so what is measured is the breadth of the
lexicon and not the texts of entries. Success@3 by the length of the question. Who wrote the questions did not see
the words; since then the words were widened with some of what was missing, so the figures of today are tuned on.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

import yaml

from sociale_kaart.format.begrippen import built_in
from sociale_kaart.search.velden import Veld, lexicon
from zoeken import HERE, INITIATIVES, figures, rank, read_kaart, run

KERN = "velp"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--gemist", action="store_true", help="each question that did not lead there")
    parser.add_argument("questions", type=Path, nargs="?", default=HERE / "velden" / "vragen.yml")
    arguments = parser.parse_args()
    asked = yaml.safe_load(arguments.questions.read_text(encoding="utf-8"))
    queries = [
        {"vraag": row["vraag"], "soort": length(row["vraag"]), "goed": [f"{KERN}/{id}" for id in goed(row)]}
        for row in asked
    ]
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder))
        found = run(read_kaart(Path(folder)), [query["vraag"] for query in queries], others=False)
    outcomes = found["sociale kaart"]
    measured = figures(queries, outcomes)
    for kind, (number, success, mrr) in sorted(measured["kinds"].items()):
        print(f"{kind:<18}{number:>6}  {success:.2f}  {mrr:.2f}")
    print(f"{'all':<18}{len(queries):>6}  {measured['success']:.3f}  {measured['mrr']:.3f}")
    if arguments.gemist:
        for query, outcome in zip(queries, outcomes, strict=True):
            if not 0 < rank(query, outcome) <= 3:
                print(f"{query['goed'][0]}: {query['vraag']} → {', '.join(outcome['ids'][:3])}")
    return 0


def goed(row: dict[str, Any]) -> list[str]:
    return [row["veld"], *row.get("ook", [])]


def length(question: str) -> str:
    words = len(question.split())
    return "one or two words" if words < 3 else "three to five" if words < 6 else "a sentence"


def write(folder: Path) -> None:
    """A municipality with one kern and one entry a field."""
    (folder / KERN).mkdir()
    shutil.copyfile(INITIATIVES / "gemeente.yml", folder / "gemeente.yml")
    shutil.copytree(
        INITIATIVES / "rheden-breed", folder / "rheden-breed", ignore=lambda _, names: {*names} - {"kern.yml"}
    )
    shutil.copyfile(INITIATIVES / KERN / "kern.yml", folder / KERN / "kern.yml")
    for veld in lexicon(built_in()):
        section, _, id = veld.id.partition(":")
        if section == "veld":
            text = yaml.safe_dump(entry(veld), allow_unicode=True, sort_keys=False)
            (folder / KERN / f"{id}.yml").write_text(text, encoding="utf-8")


def entry(veld: Veld) -> dict[str, Any]:
    begrippen: dict[str, list[str]] = {}
    for one in veld.themas:
        section, _, id = one.partition(":")
        begrippen.setdefault(section, []).append(id)
    return {
        "naam": veld.label.capitalize(),
        "soort": begrippen.get("soorten", ["vereniging"])[0],
        "kort": f"{veld.label.capitalize()}.",
        **{section: ids for section, ids in begrippen.items() if section in ("themas", "doelgroepen")},
        "steekwoorden": list(veld.woorden[:6]),
        "contact": "loket",
    }


if __name__ == "__main__":
    sys.exit(main())
