"""The form at /meedoen/ in a small site, for the tests of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from playwright.sync_api import BrowserContext, Page

from sites import GEMEENTE, KLEIN, VANDAAG, Site

HOSTILE = """"><img src=x onerror=window.x=1>${window.x=1}"""
OWN = {
    **KLEIN,
    "gemeente.yml": GEMEENTE,
    "velp/koffie.yml": """\
# Vragen? Bel Riet.
naam: Koffie
soort: ontmoetingsplek
kort: Koffie voor de buurt.
contact: loket
openingstijden:
  dinsdag: 10:00-12:00   # ook in de zomer
  donderdag: 9-12 uur
activiteiten:
  - naam: Soep   # van Riet
    dag: vrijdag
    tijd: 12:00-13:00
  - naam: Taart
    datum: 3 juli 2027
""",
    "velp/kwaad.yml": f"naam: '{HOSTILE}'\nsoort: buurthuis\nkort: x\ncontact: loket\n",
    "velp/vriend.yml": "naam: Vriend\nsoort: buurthuis\nkort: Kent iemand.\ncontact: loket\nsamen_met: velp/geheim\n",
    "velp/geheim.yml": "naam: Geheim\nsoort: buurthuis\nkort: Niet openbaar.\ncontact: loket\nbeheer: {toestemming: nee}\n",
}  # fmt: skip
CHANGE = "meedoen/?wijzig=velp/koffie"
READY = "#meedoen[data-klaar]"

Visit = Callable[..., tuple[BrowserContext, str]]
Open = Callable[..., Page]


def opener(visit: Visit, site: Site) -> Open:
    """Opens an address of the site, in a new window or again in `page`, and waits for the form."""

    def form(address: str = "meedoen/", page: Page | None = None, **settings: Any) -> Page:
        if page is None:
            context, host = visit(site, **settings)
            page = context.new_page()
            page.clock.set_fixed_time(f"{VANDAAG}T09:30:00Z")
            address = host + address
        page.goto(address)
        page.wait_for_selector(READY)
        return page

    return form


def section(page: Page, title: str) -> None:
    page.locator(".sectie > summary", has_text=title).click()


def file_of(page: Page) -> str:
    """The text of the file as the form shows it, a moment after the last key."""
    page.wait_for_timeout(250)
    text: str = page.locator(".resultaat pre").text_content() or ""
    return text


def original(site: Site, id: str) -> str:
    text: str = json.loads(site.texts[f"data/bron/{id.split('/')[0]}.json"])[id]
    return text


def fill_in(page: Page) -> None:
    page.get_by_label("In welk dorp?").select_option("Velp")
    page.get_by_label("Naam", exact=False).first.fill("'t Huis: voor iedereen")
    page.get_by_label("Soort (nodig)").select_option("buurthuis")
    page.get_by_label("In één zin").fill("Een huis voor de buurt.")
    page.get_by_role("textbox", name="Telefoon").fill("026 123 45 67")
