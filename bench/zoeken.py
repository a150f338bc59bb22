"""How well the finder finds: judged queries in Chromium, beside Material's own search and plain MiniSearch.

    python bench/zoeken.py                                   the half to tune on
    python bench/zoeken.py bench/zoekvragen/achtergehouden.yml
    python bench/zoeken.py QUERIES --initiatieven FOLDER     another municipality
    python bench/zoeken.py --alleen-ons --json QUERIES …     only the finder, as one JSON object

Success@3 is the share of queries with a right answer among the first three, MRR the mean of 1 / its rank; both
over queries that have an answer. `niets` is right when nothing is shown as found, `melding` when the first
message is the one that was asked for. All three engines get the same texts and the same queries.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Page, sync_playwright

from serving import CHROMIUM, served
from sociale_kaart.checks import check_all
from sociale_kaart.kaart import SocialeKaart, make_kaart
from sociale_kaart.loading import load
from sociale_kaart.output import BROWSER
from sociale_kaart.pages.rendering import Look, Renderer
from sociale_kaart.search.documenten import texts
from sociale_kaart.search.gegevens import files

HERE = Path(__file__).resolve().parent
INITIATIVES = HERE.parent / "initiatives"
DAY = date(2026, 11, 22)
MINISEARCH = "minisearch@7.2.0"
Outcome = dict[str, Any]
Query = dict[str, Any]

OURS = """async (queries) => {
  const { maakBron, vulAan } = await import("/browser/zoeken/bron.js");
  const { zoek } = await import("/browser/zoeken/zoek.js");
  const { nood } = await import("/browser/zoeken/nood.js");
  const { lees } = await import("/browser/zoeken/staat.js");
  const gegevens = await (await fetch("/data/zoeken.json")).json();
  const bron = maakBron(gegevens);
  for (const deel of gegevens.delen) if (typeof deel === "string") vulAan(bron, [await (await fetch(`/data/${deel}`)).json()]);
  const nu = { dag: Date.UTC(2026, 10, 22), minuut: 600, weekdag: 7 };
  return queries.map((q) => {
    const { gevonden, zeker } = zoek({ ...lees(""), q }, bron, { nu });
    return { ids: gevonden.map(({ document }) => document.id), gevonden: zeker && gevonden.length > 0, melding: nood(q, bron.nood)[0]?.id ?? "geen" };
  });
}"""
# The theme's worker, spoken to as its page does; the words go in unchanged, as somebody types them.
LUNR = """async ([docs, queries, worker]) => {
  const zoeker = new Worker(worker);
  const vraag = (bericht) => new Promise((klaar) => { zoeker.onmessage = ({ data }) => klaar(data); zoeker.postMessage(bericht); });
  await vraag({ type: 0, data: { config: { lang: ["nl"], separator: "[\\\\s\\\\-]+", pipeline: ["stopWordFilter"], fields: { title: { boost: 1000 }, text: { boost: 1 }, tags: { boost: 1000000 } } }, docs, options: { suggest: false } } });
  const uit = [];
  for (const q of queries) {
    const { data } = await vraag({ type: 2, data: q });
    const ids = (data.items ?? []).map((items) => items[0].location.split("#")[0].replace(/\\/$/, ""));
    uit.push({ ids, gevonden: ids.length > 0, melding: "geen" });
  }
  return uit;
}"""
PLAIN = """async ([docs, queries]) => {
  const { default: MiniSearch } = await import("/minisearch.js");
  const index = new MiniSearch({ fields: ["title", "text"], idField: "location" });
  index.addAll(docs);
  return queries.map((q) => {
    const ids = index.search(q).map(({ id }) => id.replace(/\\/$/, ""));
    return { ids, gevonden: ids.length > 0, melding: "geen" };
  });
}"""


def read_kaart(folder: Path) -> SocialeKaart:
    loaded = load(folder)
    return make_kaart(loaded, [*loaded.problems, *check_all(loaded, DAY)], DAY)


def documents(kaart: SocialeKaart) -> list[dict[str, str]]:
    """The same texts for the other engines: name as title, the rest as text."""
    return [
        {
            "location": f"{one.id}/",
            "title": one.naam,
            "text": " \n ".join(piece.tekst for piece in texts(kaart, one)),
        }
        for one in kaart.initiatieven.values()
    ]


def write_site(kaart: SocialeKaart, folder: Path, *, others: bool) -> str:
    """What Chromium is to load. Returns the address of Material's worker, or nothing."""
    shutil.copytree(BROWSER, folder / "browser")
    (folder / "data").mkdir()
    for name, content in files(kaart, Renderer(kaart, Look("none")).keren).items():
        (folder / name).write_text(content, encoding="utf-8")
    (folder / "index.html").write_text("<!doctype html><title>-</title>", encoding="utf-8")
    if not others:
        return ""
    theme = importlib.util.find_spec("material")
    if theme is None or theme.origin is None:
        raise SystemExit("mkdocs-material is not installed")
    scripts = Path(theme.origin).parent / "templates" / "assets" / "javascripts"
    shutil.copytree(scripts, folder / "javascripts")
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run(
            ["npm", "install", "--silent", "--no-audit", "--no-fund", MINISEARCH], cwd=scratch, check=True
        )
        shutil.copy(Path(scratch, "node_modules/minisearch/dist/es/index.js"), folder / "minisearch.js")
    worker = next((folder / "javascripts" / "workers").glob("search.*.min.js"))
    return f"/javascripts/workers/{worker.name}"


@contextmanager
def chromium(folder: Path) -> Iterator[Page]:
    with served(folder) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"{address}/index.html")
        yield page
        browser.close()


def run(kaart: SocialeKaart, asked: list[str], *, others: bool) -> dict[str, list[Outcome]]:
    with tempfile.TemporaryDirectory() as scratch:
        worker = write_site(kaart, Path(scratch), others=others)
        with chromium(Path(scratch)) as page:
            found = {"sociale kaart": page.evaluate(OURS, asked)}
            if others:
                docs = documents(kaart)
                found["Material (lunr, nl)"] = page.evaluate(LUNR, [docs, asked, worker])
                found["MiniSearch"] = page.evaluate(PLAIN, [docs, asked])
    return found


def rank(query: Query, outcome: Outcome) -> int:
    """Where the first right answer stands, from 1; 0 when it is not there."""
    return next((at for at, id in enumerate(outcome["ids"], 1) if id in query["goed"]), 0)


def figures(queries: list[Query], outcomes: list[Outcome]) -> dict[str, Any]:
    kinds: defaultdict[str, list[int]] = defaultdict(list)
    for query, outcome in zip(queries, outcomes, strict=True):
        if query["goed"]:
            kinds[query["soort"]].append(rank(query, outcome))
    every = [one for ranks in kinds.values() for one in ranks]
    nothing = [
        not outcome["gevonden"]
        for query, outcome in zip(queries, outcomes, strict=True)
        if query["soort"] == "niets"
    ]
    messages = [
        (query.get("melding", "geen"), outcome["melding"])
        for query, outcome in zip(queries, outcomes, strict=True)
    ]
    return {
        "kinds": {kind: [len(ranks), success(ranks), mrr(ranks)] for kind, ranks in sorted(kinds.items())},
        "success": success(every),
        "mrr": mrr(every),
        "niets": [sum(nothing), len(nothing)],
        "melding": [sum(a == b for a, b in messages if a != "geen"), sum(a != "geen" for a, _ in messages)],
        "vals_alarm": sum(a == "geen" != b for a, b in messages),
    }


def success(ranks: list[int]) -> float:
    return sum(0 < one <= 3 for one in ranks) / max(1, len(ranks))


def mrr(ranks: list[int]) -> float:
    return sum(1 / one for one in ranks if one) / max(1, len(ranks))


def show(engines: dict[str, dict[str, Any]]) -> None:
    for name, found in engines.items():
        print(f"\n{name}\n{'kind':16}{'queries':>8}{'success@3':>11}{'MRR':>7}")
        for kind, (number, good, mean) in found["kinds"].items():
            print(f"{kind:16}{number:8}{good:11.2f}{mean:7.2f}")
        total = sum(number for number, _, _ in found["kinds"].values())
        print(f"{'all':16}{total:8}{found['success']:11.3f}{found['mrr']:7.3f}")
        print(
            "niets {}/{} · melding {}/{}".format(*found["niets"], *found["melding"]),
            f"· false alarms {found['vals_alarm']}",
        )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("vragen", nargs="*", type=Path, default=[HERE / "zoekvragen" / "ontwikkel.yml"])
    parser.add_argument("--initiatieven", type=Path, default=INITIATIVES)
    parser.add_argument("--alleen-ons", action="store_true")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    queries: list[Query] = [
        query for path in options.vragen for query in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]
    found = run(
        read_kaart(options.initiatieven), [query["vraag"] for query in queries], others=not options.alleen_ons
    )
    engines = {name: figures(queries, outcomes) for name, outcomes in found.items()}
    if options.json:
        print(json.dumps(engines, ensure_ascii=False))
    else:
        show(engines)
    return 0


if __name__ == "__main__":
    sys.exit(main())
