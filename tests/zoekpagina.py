"""What tests ask of the finder's page."""

from __future__ import annotations

from playwright.sync_api import Page, expect


def search(page: Page) -> list[str]:
    """The ids that are shown, once the search is done."""
    expect(page.locator("#resultaten")).to_have_attribute("data-klaar", "ja")
    found: list[str] = page.locator("#resultaten [data-id]").evaluate_all(
        "all => all.map(one => one.dataset.id)"
    )
    return found


def count(page: Page) -> int:
    expect(page.locator("#resultaten")).to_have_attribute("data-klaar", "ja")
    return int(page.locator("#resultaten").get_attribute("data-aantal") or "")
