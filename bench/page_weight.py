"""What a visitor fetches for a kern's page with 40 initiatives and a map, seen in Chromium.

    python bench/page_weight.py

Every answer is counted as a server with gzip -9 sends it; fonts and pictures are sent as they are. Exit status 1
when it is too heavy, or when anything but a map tile comes from another host.
"""

from __future__ import annotations

import base64
import gzip
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Browser, Response, Route, sync_playwright

import made_up
from building import OURS, build
from serving import CHROMIUM, served

INITIATIVES = 40
MAX_BYTES = 150_000
TILE_HOST = "service.pdok.nl"
PACKED = (".woff2", ".png", ".jpg", ".webp")
KERN = "dorp-1"
TILE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@dataclass
class Visit:
    """What one visit fetched: path → bytes over the wire from our own host, and addresses elsewhere."""

    own: dict[str, int] = field(default_factory=dict)
    elsewhere: list[str] = field(default_factory=list)


def main() -> int:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        visits = {tiles: measure(browser, tiles) for tiles in ("direct", "none")}
        browser.close()
    for path, size in sorted(visits["direct"].own.items(), key=lambda row: -row[1]):
        print(f"{size:>8}  {path}")
    total = sum(visits["direct"].own.values())
    tiles = visits["direct"].elsewhere
    others = [url for url in tiles if urlsplit(url).hostname != TILE_HOST]
    met = [
        _told(f"bytes in all, at most {MAX_BYTES}", total, total <= MAX_BYTES),
        _told("map tiles, from elsewhere", len(tiles) - len(others), len(tiles) > len(others)),
        _told("other requests elsewhere", len(others), not others),
        _told(
            "requests elsewhere with tiles: none", len(visits["none"].elsewhere), not visits["none"].elsewhere
        ),
    ]
    return int(not all(met))


def _told(what: str, number: int, met: bool) -> bool:
    print(f"{number:>8}  {what}: {'ok' if met else 'MISSED'}")
    return met


def measure(browser: Browser, tiles: str) -> Visit:
    """Builds the site with this setting for tiles and visits the kern's page."""
    with tempfile.TemporaryDirectory() as parent:
        folder = Path(parent)
        made_up.write_these(folder / "initiatives", with_a_place(INITIATIVES))
        config = f"{OURS}      tiles: {tiles}\n"
        (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
        build(folder)
        with served(folder / "site") as address:
            return visit(browser, address, f"{address}/{KERN}/")


def with_a_place(number: int) -> list[tuple[str, dict[str, Any]]]:
    """As many initiatives with an address of their own, all in one kern; references are left out."""
    rows = [
        (
            f"{KERN}/{id.split('/')[1]}",
            {key: value for key, value in data.items() if key not in made_up.REFERENCES},
        )
        for id, data in made_up.initiatives(made_up.PER_KERN)
        if isinstance(data.get("adres"), dict) and data.get("status") != "gestopt"
    ]
    return [(id, {**data, "activiteiten": _without_plek(data)}) for id, data in rows[:number]]


def _without_plek(data: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {key: value for key, value in one.items() if key != "plek"} for one in data.get("activiteiten", [])
    ]


def visit(browser: Browser, host: str, url: str) -> Visit:
    """Opens the page, scrolls to its end and waits until nothing more is fetched."""
    found = Visit()
    context = browser.new_context()
    page = context.new_page()

    def answer(route: Route) -> None:
        if route.request.url.startswith(host):
            return route.continue_()
        found.elsewhere.append(route.request.url)
        return route.fulfill(body=TILE, content_type="image/png")

    def weigh(url: str, body: bytes) -> None:
        path = urlsplit(url).path
        found.own[path] = len(body) if path.endswith(PACKED) else len(gzip.compress(body, 9))

    answers: list[Response] = []
    page.on("response", lambda response: answers.append(response))
    page.route("**/*", answer)
    page.goto(url, wait_until="networkidle")
    pins = page.locator("[data-kaart]").get_attribute("data-punten")
    if pins != str(INITIATIVES):
        raise SystemExit(f"the map has {pins} pins, not {INITIATIVES}")
    page.locator("[data-kaart]").scroll_into_view_if_needed()
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_load_state("networkidle")
    for response in answers:
        if response.url.startswith(host):
            weigh(response.url, response.body())
    # A browser with a window also shows the icon; this one does not fetch it.
    icon = urljoin(url, page.locator("link[rel=icon]").get_attribute("href") or "")
    weigh(icon, page.request.get(icon).body())
    context.close()
    return found


if __name__ == "__main__":
    sys.exit(main())
