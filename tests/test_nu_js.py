"""The browser's clock: what is open now and what comes next, in Dutch time wherever the visitor is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

import sociale_kaart

BROWSER = Path(sociale_kaart.__file__).parent / "browser"
# Written on Sunday 22 November 2026: Tuesdays 10.00 to 12.00, Friday evening until past midnight.
KEREN = "2026-11-22;600-720:2,9,16;1230-1470:5"


@pytest.fixture(scope="module", params=["Europe/Amsterdam", "America/New_York"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """An empty page with our module, also for a visitor far away."""
    context = browser.new_context(timezone_id=request.param)
    page = context.new_page()
    script = (BROWSER / "nu.js").read_text("utf-8")
    page.route(
        "http://kaart.example/nu.js", lambda route: route.fulfill(body=script, content_type="text/javascript")
    )
    page.route(
        "http://kaart.example/", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html")
    )
    page.goto("http://kaart.example/")
    yield page
    context.close()


@pytest.fixture
def shown(page: Page) -> Callable[..., str]:
    """`shown(html, moment)` gives the text of `html` when it is that moment (with its offset)."""

    def shown(html: str, moment: str) -> str:
        text: str = page.evaluate(
            """async ([html, moment]) => {
              const { nu, toonAlles } = await import("/nu.js");
              document.body.innerHTML = html;
              toonAlles(document, nu(new Date(moment)));
              return document.body.innerText.trim();
            }""",
            [html, moment],
        )
        return text

    return shown


def card(keren: str = KEREN) -> str:
    return f'<em data-keren="{keren}"></em>'


@pytest.mark.parametrize(
    ("moment", "says"),
    [
        ("2026-11-22T12:00+01:00", "dinsdag 10.00"),
        ("2026-11-23T12:00+01:00", "morgen 10.00"),
        ("2026-11-24T09:59+01:00", "vandaag 10.00"),
        ("2026-11-24T10:00+01:00", "open tot 12.00"),
        ("2026-11-24T11:59+01:00", "open tot 12.00"),
        ("2026-11-24T12:00+01:00", "vrijdag 20.30"),
        ("2026-11-27T23:59+01:00", "open tot 0.30"),
        ("2026-11-28T00:29+01:00", "open tot 0.30"),  # it began yesterday
        ("2026-11-28T00:30+01:00", "dinsdag 10.00"),
        ("2026-12-01T12:30+01:00", "dinsdag 8 december 10.00"),
        ("2026-12-09T12:00+01:00", ""),  # nothing more is known
    ],
)
def test_the_next_time(shown: Callable[..., str], moment: str, says: str) -> None:
    assert shown(card(), moment) == says


@pytest.mark.parametrize(
    ("keren", "moment", "says"),
    [
        # The night of 24 to 25 October 2026 has 02.30 twice.
        ("2026-10-24;1320-1620:0", "2026-10-25T02:30+02:00", "open tot 3.00"),
        ("2026-10-24;1320-1620:0", "2026-10-25T02:30+01:00", "open tot 3.00"),
        ("2026-10-24;1320-1620:0", "2026-10-25T03:00+01:00", ""),
        ("2026-10-24;600-720:1", "2026-10-25T10:30+01:00", "open tot 12.00"),
        # The night of 27 to 28 March 2027 has no 02.30.
        ("2027-03-27;1320-1620:0", "2027-03-28T01:59+01:00", "open tot 3.00"),
        ("2027-03-27;1320-1620:0", "2027-03-28T03:00+02:00", ""),
        ("2027-03-27;600-720:1", "2027-03-28T10:30+02:00", "open tot 12.00"),
        # From before the clocks change to after it.
        ("2026-10-20;600-720:7", "2026-10-24T23:30+02:00", "dinsdag 10.00"),
    ],
)
def test_when_the_clocks_change(shown: Callable[..., str], keren: str, moment: str, says: str) -> None:
    assert shown(card(keren), moment) == says


@pytest.mark.parametrize(
    ("keren", "moment", "says"),
    [
        ("2026-11-22;1200-1440:0", "2026-11-22T21:00+01:00", "open tot 24.00"),
        ("2026-11-22;1200-:0", "2026-11-22T20:30+01:00", "vandaag 20.00"),  # without an end: for an hour
        ("2026-11-22;1200-:0", "2026-11-22T21:00+01:00", ""),
        ("2026-11-22;-:1", "2026-11-22T21:00+01:00", "morgen"),
        ("2026-11-22;-:0", "2026-11-22T23:59+01:00", "vandaag"),
    ],
)
def test_an_end_or_a_time_that_nobody_wrote(
    shown: Callable[..., str], keren: str, moment: str, says: str
) -> None:
    assert shown(card(keren), moment) == says


def test_the_page_of_an_initiative_says_it_in_full(shown: Callable[..., str]) -> None:
    html = f'<div><b data-vraag>Wanneer</b> <span data-keren="{KEREN}" data-vorm="lang" hidden></span></div>'

    assert shown(html, "2026-11-22T12:00+01:00") == "Volgende keer dinsdag 24 november, 10.00 tot 12.00 uur"
    assert shown(html, "2026-11-24T11:00+01:00") == "Nu open tot 12.00 uur"
    assert shown(html, "2026-12-09T12:00+01:00") == "Wanneer"


WEEK = """<section><ol data-week><li>van de bouw</li></ol><button class="hele-week" hidden>meer</button>
<p data-week-leeg hidden>Niets.</p>
<script type="application/json" data-weken="3">[["Soep","soep/","2026-11-22;720-780:0,7"],["Koor","koor/","2026-11-22;-:1"]]</script>
</section>"""


def test_the_week_begins_today_and_leaves_out_what_is_over(shown: Callable[..., str]) -> None:
    early, late = (shown(WEEK, f"2026-11-22T{time}+01:00").split("\n") for time in ("11:00", "13:00"))

    assert [line.strip() for line in early if line.strip()] == ["Vandaag", "12.00 Soep", "Maandag 23", "Koor"]
    assert [line.strip() for line in late if line.strip()] == ["Maandag 23", "Koor"]
    assert shown(WEEK, "2026-12-24T12:00+01:00") == "Niets."


@pytest.mark.parametrize(
    ("moment", "says"),
    [("2027-09-30T23:59+02:00", "Nagekeken."), ("2027-10-01T00:00+02:00", "Nagekeken. Lang geleden.")],
)
def test_not_checked_for_over_a_year(shown: Callable[..., str], moment: str, says: str) -> None:
    html = '<p data-nagekeken="2026-10-01" data-maanden="12">Nagekeken. <b hidden>Lang geleden.</b></p>'

    assert shown(html, moment).strip() == says


@pytest.mark.parametrize(
    ("moment", "says"),
    [("2027-01-03T23:59+01:00", "tijdelijk gesloten"), ("2027-01-04T00:00+01:00", "zou weer open zijn")],
)
def test_closed_until_a_day(shown: Callable[..., str], moment: str, says: str) -> None:
    assert shown('<em data-gesloten-tot="2027-01-04">tijdelijk gesloten</em>', moment) == says


def test_the_whole_week_on_a_phone(page: Page) -> None:
    rows: list[Any] = [["Soep", "soep/", "2026-11-22;720-780:0,1,2,3,4"]]
    page.set_viewport_size({"width": 360, "height": 740})
    page.evaluate(
        """async (rows) => {
          const { nu, toonAlles } = await import("/nu.js");
          document.body.innerHTML = `<section><ol data-week></ol><button class="hele-week" hidden>Hele week</button>
            <script type="application/json" data-weken="3">${JSON.stringify(rows)}</script></section>`;
          toonAlles(document, nu(new Date("2026-11-22T09:00+01:00")));
        }""",
        rows,
    )

    page.get_by_role("button", name="Hele week").click()

    expect(page.get_by_role("link").nth(3)).to_be_focused()
    expect(page.get_by_role("button", name="Hele week")).to_be_hidden()
