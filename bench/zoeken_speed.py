"""How fast the finder answers, and what a first visit to it weighs.

    python bench/zoeken_speed.py                  2,000 initiatives, and the weight at 1,000
    python bench/zoeken_speed.py --groot          and what 20,000 cost

From a key press to its results painted, in Chromium with the processor slowed four times; beside it how long a
fixed loop takes there, since machines differ. Exit status 1 when a bar is missed.
"""

from __future__ import annotations

import argparse
import gzip
import statistics
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Response, sync_playwright

import made_up
from building import OURS, build
from page_weight import PACKED
from serving import CHROMIUM, served

SLOWER = 4
MAX_MILLISECONDS = 50
MAX_BYTES = 250_000
QUESTIONS = (
    "samen eten in dorp-1",
    "ik zorg voor mijn vrouw en trek het niet meer",
    "vrijwilerswerk",
    "heg snoeien wie kan dat",
    "vrijdagmiddag schilderclubje",
)

# From the key's own time stamp until after the frame that shows its results.
WATCH = """() => {
  window.tijden = [];
  let begin = 0;
  document.addEventListener("keydown", (key) => { begin = key.timeStamp; }, true);
  document.addEventListener("input", () => {
    const toets = begin;
    begin = 0;
    if (toets) requestAnimationFrame(() => { // a box that is emptied has no key
      const na = new MessageChannel();
      na.port1.onmessage = () => window.tijden.push(performance.now() - toets);
      na.port2.postMessage(0);
    });
  });
}"""
# Without a key: an empty box has no results.
EMPTY = """() => {
  document.querySelector("#zoek").value = "";
  document.querySelector("#zoek").dispatchEvent(new Event("input", { bubbles: true }));
}"""
LOOP = "() => { const begin = performance.now(); let som = 0; for (let i = 0; i < 3e7; i += 1) som += i % 7; return [performance.now() - begin, som][0]; }"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--groot", action="store_true")
    options = parser.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        met = [weigh(browser, 1_000), press_keys(browser, 2_000)]
        if options.groot:
            weigh(browser, 20_000, bar=0)
            press_keys(browser, 20_000, bar=0)
        browser.close()
    return int(not all(met))


def site(parent: Path, number: int) -> Path:
    (parent / "initiatives").mkdir()
    made_up.write(parent / "initiatives", number)
    (parent / "mkdocs.yml").write_text(f"{OURS}      tiles: none\n", encoding="utf-8")
    build(parent)
    return parent / "site"


def weigh(browser: Browser, number: int, bar: int = MAX_BYTES) -> bool:
    """All that a first visit to /zoeken/ fetches, as gzip -9 makes it."""
    with tempfile.TemporaryDirectory() as parent, served(site(Path(parent), number)) as address:
        page, answers = open_finder(browser, address)
        sizes = {urlsplit(one.url).path: size(one) for one in answers}
        page.context.close()
    for path, bytes_ in sorted(sizes.items(), key=lambda row: -row[1])[:12]:
        print(f"{bytes_:>9}  {path}")
    total = sum(sizes.values())
    print(f"{total:>9}  bytes in all with {number} initiatives{told(total, bar)}")
    return not bar or total <= bar


def size(answer: Response) -> int:
    body = answer.body()
    return len(body) if answer.url.endswith(PACKED) else len(gzip.compress(body, 9))


def open_finder(browser: Browser, address: str) -> tuple[Page, list[Response]]:
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    answers: list[Response] = []
    page.on("response", lambda one: answers.append(one))
    page.goto(f"{address}/zoeken/", wait_until="networkidle")
    page.wait_for_selector("#resultaten[data-klaar]", state="attached", timeout=120_000)
    return page, answers


def press_keys(browser: Browser, number: int, bar: int = MAX_MILLISECONDS) -> bool:
    with tempfile.TemporaryDirectory() as parent, served(site(Path(parent), number)) as address:
        page, _ = open_finder(browser, address)
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        loop = statistics.median(page.evaluate(LOOP) for _ in range(3))
        page.evaluate(WATCH)
        for question in QUESTIONS:
            page.evaluate(EMPTY)
            page.wait_for_timeout(600)
            page.locator("#zoek").press_sequentially(question, delay=180)
        page.wait_for_timeout(600)
        times = sorted(page.evaluate("() => window.tijden"))
        page.context.close()
    late = times[int(len(times) * 0.95)]
    print(
        f"{late:>9.0f}  ms from key to paint with {number} initiatives, 95th percentile of {len(times)}{told(late, bar)}"
    )
    print(
        f"{statistics.median(times):>9.0f}  ms, the median; a loop of thirty million steps took {loop:.0f} ms there"
    )
    return not bar or late <= bar


def told(value: float, bar: int) -> str:
    return "" if not bar else f", at most {bar}: {'ok' if value <= bar else 'MISSED'}"


if __name__ == "__main__":
    sys.exit(main())
