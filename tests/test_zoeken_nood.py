"""The finder's page in Chromium when somebody writes about danger, and when it only sounds like it."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from sociale_kaart.search.noodnummers import noodnummers
from zoekpagina import search

Open = Callable[..., Page]


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("ik wil niet meer leven", "113"),
        ("zelfmoort", "113"),
        ("mijn man slaat me", "0800-2000"),
        ("oma wordt mishandeld", "0800-2000"),
        ("mijn man krijgt geen lucht", "112"),
    ],
)
def test_danger_gets_the_national_number_first(opened: Open, question: str, number: str) -> None:
    page = opened(f"zoeken/?q={quote(question)}")
    search(page)
    link = page.locator("#nood").get_by_role("link", name=re.compile(f"Bel {number}")).first
    expect(link).to_be_visible()
    box, number_of_results = link.bounding_box(), page.locator("#aantal").bounding_box()
    assert box and number_of_results
    assert box["y"] < number_of_results["y"]


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("ik wil niet meer leven", "113"),
        ("mijn man slaat me", "veilig-thuis"),
        ("mijn man krijgt geen lucht", "nood"),
    ],
)
def test_the_message_says_whom_the_number_is_for(opened: Open, question: str, meant: str) -> None:
    page = opened("zoeken/")
    page.locator("#zoek").press_sequentially(question)
    [message] = (one for one in noodnummers()["meldingen"] if one["id"] == meant)
    shown = page.locator("#nood > div").first
    expect(shown.get_by_role("heading")).to_have_text(message["label"])
    expect(shown.locator("p").first).to_have_text(message["zin"])


@pytest.mark.parametrize(
    "question",
    [
        "ik ben doodmoe",
        "dood van mijn man",
        "ik verveel me dood",
        "mijn hart slaat op hol van paniek",
        "slaan op een trommel",
        "na mijn hartinfarct weer sporten",
        "bang voor de dood",
        "de kinderen schreeuwen moord en brand",
        "nabestaanden van zelfdoding",
        "ik kan niet meer leven van mijn uitkering",
        "een eind aan de eenzaamheid",
        "vrijwillige brandweer",
    ],
)
def test_what_only_sounds_like_danger_gets_no_alarm(opened: Open, question: str) -> None:
    page = opened(f"zoeken/?q={quote(question)}")
    search(page)
    expect(page.locator("#nood")).to_be_hidden()
