"""The form at /meedoen/: does it lose anything, and how much work is it?

    python bench/formulier.py

300 random valid entries are opened in Chromium: saved unchanged they must have the same bytes, and what the fields
hold, written as a new file, must be the same initiative. Then somebody changes one opening hour, from home on, and
types a new initiative key by key. Exit status 1 when a bar is missed.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Locator, Page, sync_playwright

import made_up
from building import OURS, build
from serving import CHROMIUM, served
from sociale_kaart.format.begrippen import Begrippen
from sociale_kaart.format.document import read_document
from sociale_kaart.format.initiatief import Initiatief
from sociale_kaart.format.reading import read_model
from sociale_kaart.loading import load

ENTRIES = 300
MAX_ACTIONS = 6
MAX_SECONDS = 90
MILLISECONDS_A_KEY = 120  # somebody who types with two fingers
BUILDING = "dorp-1/gebouw"
READY = "#meedoen[data-klaar]"

OPEN = """async ([root, ids]) => {
  const { Formulier } = await import(`${root}assets/sociale-kaart/meedoen/formulier.js`);
  const { schrijfBestand } = await import(`${root}assets/sociale-kaart/meedoen/schrijf.js`);
  const gegevens = await (await fetch(`${root}data/formulier.json`)).json();
  const anew = (bron) => {
    const formulier = new Formulier({ gegevens, bron });
    const nu = Object.fromEntries(formulier.velden.map((veld) => [veld.soort.sleutel, veld.nu()]));
    return [formulier.tekst(), schrijfBestand(nu)];
  };
  const found = [];
  for (const id of ids) {
    const bron = (await (await fetch(`${root}data/bron/${id.split("/")[0]}.json`)).json())[id];
    const [same, ours] = anew(bron);
    const [again, twice] = anew(ours);
    found.push([id, same === bron, ours, again === ours && twice === ours]);
  }
  return found;
}"""


def main() -> int:
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        made_up.write_these(folder / "initiatives", entries(random.Random(20261122)))
        (folder / "mkdocs.yml").write_text(OURS, encoding="utf-8")
        build(folder)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        with served(folder / "site") as host:
            root = f"{host}/"
            met = [nothing_lost(browser, root, folder), one_hour(browser, root), something_new(browser, root)]
        browser.close()
    return 0 if all(met) else 1


def entries(chance: random.Random) -> list[tuple[str, dict[str, Any]]]:
    """Each key from another entry of the demonstration, such that they fit together."""
    pool = list(made_up.demonstration().values())
    values = {key: [one[key] for one in pool if key in one] for key in {key for one in pool for key in one}}
    building = {"naam": "Gebouw", "soort": "buurthuis", "kort": "Een gebouw.", "adres": {"straat": "Laan", "huisnummer": "1"}}  # fmt: skip
    rows: list[tuple[str, dict[str, Any]]] = [
        (BUILDING, {**building, "openingstijden": {"dinsdag": "10:00-12:00"}})
    ]
    for number in range(1, ENTRIES):
        keys = [key for key in values if chance.random() < 0.5]
        data = {key: chance.choice(values[key]) for key in ("naam", "soort", "kort", "contact", *keys)}
        rows.append((f"dorp-{number % 3 + 1}/plek-{number}", _fitting(data, f"plek-{number}")))
    return rows


def _fitting(data: dict[str, Any], name: str) -> dict[str, Any]:
    """Without what another municipality or another key would be needed for."""
    for key in ("buurt", "foto", "foto_tekst", "werkgebied", "cirkel"):
        data.pop(key, None)
    for key in made_up.REFERENCES & data.keys():
        data[key] = BUILDING
    if data.get("status") != "gestopt":
        data.pop("opvolger", None)
    if data.get("status") != "tijdelijk-gesloten":
        data.pop("gesloten_tot", None)
    if data.get("status", "actief") == "actief":
        data.pop("reden", None)
    if "plek" in data or data.get("adres") == "":
        data.pop("adres", None)
    if isinstance(data.get("adres"), dict):
        data["adres"] = {key: value for key, value in data["adres"].items() if key != "punt"} or "op aanvraag"
    activities = data.get("activiteiten", [])
    for activity in activities if isinstance(activities, list) else [activities]:
        if "plek" in activity:
            activity["plek"] = BUILDING
    return {
        **data,
        "naam": f"{data['naam']} {name}",
        "beheer": {"gecontroleerd": "2026-10-01", "toestemming": "ja"},
    }


def nothing_lost(browser: Browser, root: str, folder: Path) -> bool:
    loaded = load(folder / "initiatives")
    sources = (folder / "site/data/bron").glob("*.json")
    ids = [id for path in sources for id in json.loads(path.read_text(encoding="utf-8"))]
    page = browser.new_page()
    page.goto(f"{root}over/")
    found = page.evaluate(OPEN, [root, ids])
    page.close()
    same = sum(bytes_same for _, bytes_same, _, _ in found)
    equal = sum(_model(id, anew, loaded.begrippen) == loaded.initiatieven[id] for id, _, anew, _ in found)
    twice = sum(stays for *_, stays in found)
    return all([
        _told("entries that are valid and were opened", len(found), len(found) == ENTRIES),
        _told("saved unchanged: the same bytes", same, same == ENTRIES),
        _told("written anew from the fields: the same initiative", equal, equal == ENTRIES),
        _told("and that file opened and written again: the same bytes", twice, twice == ENTRIES),
    ])  # fmt: skip


def _model(id: str, text: str, begrippen: Begrippen) -> Initiatief | None:
    document = read_document(id, text.encode())
    return read_model(Initiatief, document, begrippen, id=id, kern=id.split("/")[0])


class Somebody:
    """Counts what somebody does: a click, or a field filled in."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.actions = 0

    def click(self, element: Locator) -> None:
        self.actions += 1
        element.click()

    def fill(self, element: Locator, text: str) -> None:
        self.actions += 1
        element.fill(text)


def one_hour(browser: Browser, root: str) -> bool:
    """Home, kern, initiative, "er is iets anders", the field, the way out."""
    page = browser.new_page()
    somebody = Somebody(page)
    page.goto(root)
    main = page.get_by_role("main")
    somebody.click(main.get_by_role("link", name="Dorp 1"))
    somebody.click(main.get_by_role("link", name="Gebouw", exact=True).first)
    somebody.click(page.get_by_role("link", name="er is iets anders").first)
    page.wait_for_selector(READY)
    somebody.fill(page.get_by_label("Dinsdag tot"), "12:30")
    page.locator(".verschillen", has_text="10:00-12:00 → 10:00-12:30").wait_for()
    mail = page.get_by_role("link", name="Stuur het per e-mail")
    assert "12%3A30" in (mail.get_attribute("href") or "")
    somebody.click(mail)
    page.close()
    return _told(f"actions for one opening hour, at most {MAX_ACTIONS}", somebody.actions, somebody.actions <= MAX_ACTIONS)  # fmt: skip


def something_new(browser: Browser, root: str) -> bool:
    """The required fields with keys only: Tab to the next field, words in a choice, text in a field."""
    page = browser.new_page()
    page.goto(f"{root}meedoen/")
    page.wait_for_selector(READY)
    began = time.perf_counter()
    page.get_by_label("Staat het al op de kaart?").focus()
    for label, text in (
        ("In welk dorp?", "Dorp 2"), ("Naam (nodig)", "Koffie op de stoep"), ("Soort (nodig)", "Ontmoetingsplek"),
        ("In één zin", "Elke week koffie voor wie in de straat woont."), ("Telefoon", "026 123 45 67"),
    ):  # fmt: skip
        _to(page, label)
        page.keyboard.type(text, delay=MILLISECONDS_A_KEY)
    page.wait_for_timeout(300)
    seconds = time.perf_counter() - began
    text = page.locator(".resultaat pre").text_content() or ""
    page.close()
    right = _model("dorp-2/koffie", text, load(made_up.DEMONSTRATION).begrippen) is not None
    return all([
        _told("a new initiative, typed: the file is right", right, right),
        _told(f"seconds, at most {MAX_SECONDS}", round(seconds, 1), seconds <= MAX_SECONDS),
    ])  # fmt: skip


def _to(page: Page, label: str) -> None:
    """Presses Tab until a field with this label has the focus."""
    for _ in range(20):
        page.keyboard.press("Tab", delay=MILLISECONDS_A_KEY)
        labels = page.evaluate(
            "[...(document.activeElement.labels ?? [])].map((one) => one.textContent).join()"
        )
        if labels.startswith(label):
            return
    raise SystemExit(f"no field {label!r} within twenty tabs")


def _told(what: str, figure: object, met: bool) -> bool:
    print(f"{figure!s:>8}  {what}{'' if met else '   MISSED'}")
    return met


if __name__ == "__main__":
    sys.exit(main())
