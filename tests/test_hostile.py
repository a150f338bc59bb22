"""Hostile text in every field, built and opened: it is shown as it was written and does nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, expect

from sites import Site, make_site

TEXT = """<script>window.x=1</script>"><img src=x onerror=window.x=1>'{{7*7}}${window.x=1}[k](javascript:window.x=1)"""
JAVASCRIPT = "javascript:window.x=1"


def hostile_entry() -> dict[str, Any]:
    return {
        "naam": TEXT, "soort": "buurthuis", "kort": TEXT, "beschrijving": f"{TEXT}\n\n# {TEXT}\n\n- {TEXT}",
        "themas": ["kwaad"], "doelgroepen": ["kwaad"], "steekwoorden": [TEXT], "buurt": [TEXT], "partners": [TEXT],
        "adres": {"locatie": TEXT, "straat": TEXT, "huisnummer": 1, "plaats": TEXT, "punt": [51.996, 5.975]},
        "contact": {"telefoon": "026 000 00 01", "wie": TEXT, "bereikbaar": TEXT,
                    "website": "https://x.example/?a=1&b=%22%3E"},
        "openingstijden": {"maandag": "9-17 uur", "opmerking": TEXT},
        "activiteiten": [{"naam": TEXT, "dag": "dinsdag", "tijd": "10:00-12:00", "kosten": TEXT, "aanmelden": TEXT}],
        "toegang": {"kosten": TEXT, "aanmelden": TEXT, "indicatie": TEXT, "verwijzing": TEXT},
        "verwijzen": dict.fromkeys(("geschikt_voor", "niet_geschikt_voor", "hoe", "wie_belt", "wachttijd", "professional_aanwezig", "vervoer", "overdracht"), TEXT),
        "vrijwilligers": {"gezocht": [{"taak": TEXT, "tijd": TEXT, "scholing": TEXT}], "contact": TEXT},
        "zelf_bijdragen": TEXT, "status": "tijdelijk-gesloten", "reden": TEXT,
        "foto": "foto.jpg", "foto_tekst": TEXT,
        "beheer": {"gecontroleerd": "2026-10-01", "bron": TEXT, "toestemming": "ja"},
    }  # fmt: skip


HOSTILE_PAGES = (
    "", "404.html", "velp/", "velp/vijandig/", "velp/gestopt/", "zoeken/?q=x", "onderwerp/", "onderwerp/kwaad/", "voor/kwaad/",
    "agenda/", "velp/agenda/", "meedoen/", "meedoen/?wijzig=velp/vijandig", "zelf-beginnen/", "vrijwilligers/", "verwijzen/",
    "verwijzen/blad/?bewaard=velp/vijandig", "model/geel/", "overzicht/", "redactie/",
)  # fmt: skip
WORDS = {"id": "kwaad", "label": TEXT, "zin": TEXT, "synoniemen": [TEXT], "zo_zegt_men": [TEXT]}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Site:
    gemeente = {
        "naam": TEXT,
        "loket": {"naam": TEXT, "telefoon": "026 000 00 00", "bereikbaar": TEXT},
        "redactie": {"email": "a@x.example"},
    }
    kern = {
        "naam": TEXT,
        "middelpunt": [51.995, 5.974],
        "buurten": [TEXT],
        "omschrijving": TEXT,
        "coach": {"wie": TEXT, "telefoon": "026 000 00 02", "bereikbaar": TEXT},
    }
    entry = hostile_entry()
    stopped = {**entry, "status": "gestopt", "naam": f"{TEXT} 2"}
    files: dict[str, Any] = {
        "gemeente.yml": gemeente,
        "velp/kern.yml": kern,
        "velp/vijandig.yml": entry,
        "velp/gestopt.yml": stopped,
        "begrippen.yml": {"themas": [WORDS], "doelgroepen": [{**WORDS, "voor": TEXT}], "soorten": [{"id": "buurthuis", "label": TEXT, "meervoud": TEXT}], "cirkels": [{"id": "geel", "label": TEXT, "wie": TEXT}], "buurtwoorden": {"kwaad": TEXT}},
    }  # fmt: skip
    photo = b"\xff\xd8\xff\xe0" + b"0" * 40 + b"\xff\xd9"
    texts = {name: json.dumps(value) for name, value in files.items()}
    return make_site(tmp_path_factory.mktemp("hostile"), {**texts, "velp/foto.jpg": photo})


def test_hostile_text_is_shown_and_does_nothing(
    visit: Callable[..., tuple[BrowserContext, str]], hostile: Site
) -> None:
    context, address = visit(hostile)
    page = context.new_page()

    for name in HOSTILE_PAGES:
        page.goto(address + name)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        for pin in page.locator(".kaart-punt").all():
            pin.click()
            expect(page.locator(".kaart-naam")).to_have_text(TEXT)
        assert TEXT in page.locator("body").inner_text(), name
        assert page.evaluate("window.x") is None, name
        assert page.locator("img[src=x], [onerror]").count() == 0
        assert page.locator(f"a[href^='{JAVASCRIPT[:11]}']").count() == 0


def test_hostile_text_stays_whole_in_title_description_and_data(hostile: Site) -> None:
    page = hostile.pages["velp/vijandig/index.html"]
    assert page.title == f"{TEXT}, {TEXT} - Sociale kaart Proefdorp"
    assert page.meta["description"] == TEXT
    assert hostile.pages["onderwerp/kwaad/index.html"].meta["description"] == TEXT
    [entry] = json.loads(hostile.texts["data/initiatieven.json"])["initiatieven"]
    assert entry["naam"] == TEXT
    assert hostile.warnings == []
    assert "script" not in hostile.texts["sitemap.xml"]
