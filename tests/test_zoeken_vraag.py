"""What the finder in Chromium makes of a question: own words, what is not wanted, days and hours, names, slips."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from zoekpagina import search

Open = Callable[..., Page]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("ik zorg voor mijn vrouw en trek het niet meer", "dieren/steunpunt-de-schouder"),
        ("heg snoeien wie kan dat", "ellecom/handje-erbij"),
        ("kortdurend verblijf", "laag-soeren/logeerhuis-de-dennenappel"),
        ("moestuintje velp", "velp/de-krulboon"),
        ("klaverjasen", "dieren/kaartclub-blinde-troef"),
        ("vrijwilerswerk", "rheden-breed/vrijwillige-inzet"),
    ],
)
def test_people_find_it_in_their_own_words(opened: Open, question: str, answer: str) -> None:
    assert answer in search(opened(f"zoeken/?q={quote(question)}"))[:3]


@pytest.mark.parametrize(
    ("question", "not_this"),
    [
        ("kaarten niet overdag", "velp/troef-op-maandag"),
        ("koffie niet in velp", "velp/theekring"),
        ("dagbesteding zonder indicatie", "rheden-breed/de-wilgenwerf"),
        ("ik verveel me dood op zondagmiddag", "laag-soeren/stilte-in-het-bos"),
        ("samen eten geen zondag", "de-steeg/tafel-van-de-steeg"),
        ("dagbesteding zonder beschikking", "rheden-breed/sociaal-meldpunt"),
        ("praten over mijn overleden vrouw", "dieren/zusterkamer"),
        ("rummikub", "velp/troef-op-maandag"),
        ("mijn vader wil best naar een clubje", "rheden-breed/vrijwillige-inzet"),
        ("mijn dochter trouwt en mijn vrouw kan niet alleen blijven", "rheden-breed/regenboogsoep"),
        ("mijn oom kan al jaren niet meer rijden", "rheden-breed/sociaal-meldpunt"),
    ],
    ids=[
        "a time",
        "a place",
        "a condition",
        "a word that only makes it stronger",
        "a day",
        "who gives an indication",
        "whose relative it is",
        "cards, for who asks for another game",
        "no offer of help",
        "a wedding",
        "nobody to worry about",
    ],
)
def test_what_is_not_meant_stands_not_above(opened: Open, question: str, not_this: str) -> None:
    found = search(opened(f"zoeken/?q={quote(question)}"))
    assert found
    assert not_this not in found[:3]


@pytest.mark.parametrize(
    ("question", "then", "not_then"),
    [
        ("kaarten om acht uur", "dieren/kaartclub-blinde-troef", "velp/troef-op-maandag"),
        ("kaarten rond half drie", "velp/troef-op-maandag", "dieren/kaartclub-blinde-troef"),
        ("klaverjassen na 19.30 uur", "dieren/kaartclub-blinde-troef", "velp/troef-op-maandag"),
        ("kaarten op ma", "velp/troef-op-maandag", "dieren/kaartclub-blinde-troef"),
        ("kaarten savonds", "dieren/kaartclub-blinde-troef", "velp/troef-op-maandag"),
        ("25 december ergens open", "spankeren/de-schuur", "rheden/de-gele-deur"),
        ("waar kan ik eerste kerstdag heen", "spankeren/de-schuur", "rheden/de-gele-deur"),
    ],
)
def test_what_is_on_at_that_hour_day_or_date_stands_above(
    opened: Open, question: str, then: str, not_then: str
) -> None:
    found = search(opened(f"zoeken/?q={quote(question)}"))
    assert then in found[:3]
    assert not_then not in found[: found.index(then)]


def test_who_asks_for_a_date_sees_when_it_is_open_that_day(opened: Open) -> None:
    page = opened("zoeken/?q=25 december ergens open")
    search(page)
    expect(page.locator("[data-id='spankeren/de-schuur'] em")).to_have_text("vrijdag 25 december 16.00")


def test_a_number_that_is_no_hour_is_no_time(opened: Open) -> None:
    hours, without = (search(opened(f"zoeken/?q={quote(one)}")) for one in ("al 3 uur kaarten", "kaarten"))
    assert hours[:3] == without[:3]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("moeder woont alleen wie kijkt elke dag of het goed gaat", "rheden-breed/de-ochtendbel"),
        ("vrijwillig voorlezen", "spankeren/leesclub-de-kaft"),
        ("ik weet niet meer hoe ik de rekennigen moet betalen", "rheden-breed/kasboek"),
        ("mijn man wordt vijftig waar vieren we dat met een man of zestig", "spankeren/de-schuur"),
        ("ik heb zelf niks om gaten mee te boren", "velp/ladderschuur"),
    ],
    ids=[
        "a turn of speech",
        "the task more than the offer",
        "a slip inside a phrase",
        "a party",
        "something to borrow",
    ],
)
def test_in_a_sentence_what_tells_most_counts_most(opened: Open, question: str, answer: str) -> None:
    assert answer in search(opened(f"zoeken/?q={quote(question)}"))[:3]


def test_a_guess_at_the_whole_question_is_told_as_a_guess(opened: Open) -> None:
    page = opened("zoeken/?q=verpakhulp")
    assert search(page) == []
    expect(page.locator("#bijna .waarom").first).to_have_text("Uw vraag lijkt te gaan over: huishouden")


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("de stael bij het ram", "rheden-breed/de-stoel-bij-het-raam"),
        ("hsi tussen de heggen", "rheden-breed/huis-tussen-de-heggen"),
        ("skheef gegloid", "spankeren/scheef-gegooid"),
        ("twee aan twee", "rheden/twee-aan-twee"),
    ],
)
def test_a_name_that_somebody_only_heard_is_found(opened: Open, asked: str, meant: str) -> None:
    assert search(opened(f"zoeken/?q={asked}"))[0] == meant


@pytest.mark.parametrize(
    ("asked", "meant"),
    [("deelfeits", "deelfiets"), ("incassobreif", "incassobrief"), ("sjoelden", "sjoelen")],
)
def test_a_slip_or_a_form_finds_what_the_word_itself_finds(opened: Open, asked: str, meant: str) -> None:
    wrong, right = (search(opened(f"zoeken/?q={one}")) for one in (asked, meant))
    assert wrong[:2] == right[:2]
