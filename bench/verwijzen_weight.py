"""What a first visit to /verwijzen/ with 1,000 initiatives weighs, and how fast its table sorts and filters.

    python bench/verwijzen_weight.py

Bytes as gzip -9 makes them; times from a click until its rows are painted, with the processor slowed four times,
of each click the best of three: what else the machine does is not measured.
The finder's data, which filtering asks for, is weighed apart. Exit status 1 when a bar is missed.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Response, sync_playwright

from serving import CHROMIUM, served
from zoeken_speed import LOOP, SLOWER, site, size, told

INITIATIVES = 1_000
MAX_BYTES = 300_000
MAX_MILLISECONDS = 100
ROUNDS = 3
COLUMNS = ("wachttijd", "naam", "indicatie", "voor", "professional", "vervoer", "hoe", "wachttijd")
BOXES = ("gratis=ja", "kern=dorp-2", "kern=dorp-3", "gratis=ja", "rolstoel=ja", "kern=dorp-2")

# Presses what the selector names, in the page itself: how long until the frame with its result is painted.
PRESS = """(selector) => new Promise((klaar) => {
  const begin = performance.now();
  document.querySelector(selector).click();
  requestAnimationFrame(() => {
    const na = new MessageChannel();
    na.port1.onmessage = () => klaar(performance.now() - begin);
    na.port2.postMessage(0);
  });
})"""


def main() -> int:
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as parent:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        with served(site(Path(parent), INITIATIVES)) as address:
            met = measure(browser, address)
        browser.close()
    return int(not all(met))


def measure(browser: Browser, address: str) -> list[bool]:
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    answers: list[Response] = []
    page.on("response", lambda one: answers.append(one))
    page.goto(f"{address}/verwijzen/", wait_until="networkidle")
    page.wait_for_selector(".verwijs-tabel[data-klaar]")
    first = len(answers)
    total = weigh(answers, f"bytes in all with {INITIATIVES} initiatives", MAX_BYTES)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    loop = statistics.median(page.evaluate(LOOP) for _ in range(3))
    sorting = times(page, [f"[data-kolom={name}] button" for name in COLUMNS], "sorting")
    page.evaluate("document.getElementById('filterknop').click()")
    page.wait_for_selector("#filtervak:not([hidden])")
    weigh(answers[first:], "more bytes once somebody filters")
    boxes = ("#filtervak [name={}][value={}]".format(*one.split("=")) for one in BOXES)
    filtering = times(page, list(boxes), "filtering")
    print(f"{loop:>9.0f}  ms for a loop of thirty million steps there")
    return [total, sorting, filtering]


def weigh(answers: list[Response], what: str, bar: int = 0) -> bool:
    sizes = {urlsplit(one.url).path: size(one) for one in answers}
    for path, number in sorted(sizes.items(), key=lambda row: -row[1])[:6]:
        print(f"{number:>9}  {path}")
    total = sum(sizes.values())
    print(f"{total:>9}  {what}{told(total, bar)}")
    return not bar or total <= bar


def times(page: Page, selectors: list[str], what: str) -> bool:
    rounds = [[press(page, selector) for selector in selectors] for _ in range(ROUNDS)]
    found: list[float] = [min(those) for those in zip(*rounds, strict=True)]
    print(
        f"{max(found):>9.0f}  ms {what}, the slowest of {len(found)}{told(max(found), MAX_MILLISECONDS)}; the median {statistics.median(found):.0f}"
    )
    return max(found) <= MAX_MILLISECONDS


def press(page: Page, selector: str) -> float:
    taken: float = page.evaluate(PRESS, selector)
    page.wait_for_timeout(700)
    return taken


if __name__ == "__main__":
    sys.exit(main())
