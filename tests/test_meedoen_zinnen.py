"""The sentences that the form shows are those of the site: its readers and sentences against Python's own."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from formulier_js import Modules, modules_in
from sociale_kaart.format import herhaling, kalender, tijden
from sociale_kaart.format.begrippen import built_in
from sociale_kaart.format.onderdelen import Activiteit
from sociale_kaart.format.openingstijden import OnbegrepenDelen, lees_openingstijden
from sociale_kaart.format.problems import Onbegrepen

DAYS = ["maandag", "ma t/m wo", "di en vr", "dagelijks", "werkdagen", "in het weekend", "vrijdag-maandag",
        "Zaterdag", "do.", "zondags", "maandag, woensdag en vrijdag", "elke dag", "dinsdag – donderdag"]  # fmt: skip
TIMES = ["10:00-12:00", "9-12 uur", "van 9 tot 12 uur", "vanaf 20:00", "20:30-01:00", "13.30-16.30 uur",
         "9:00-24:00", "18u30-0:00", "22:00 – 2:00", "9 t/m 12"]  # fmt: skip
ONE_DAY = [
    *TIMES,
    "10:00-12:00, 13:30-16:00",
    "9-12 en 13-17",
    "gesloten",
    "op afspraak",
    "dicht",
    "Na afspraak",
]
SEASONS = ["april-oktober", "november t/m maart", "juli", "van nov. tot mrt", "in sept"]
NOT_IN = [
    "schoolvakanties",
    "feestdagen",
    ["bouwvak", "feestdagen"],
    "zomervakantie en feestdagen",
    "Vakanties",
]
RHYTHMS = ["elke week", "even weken", "in de oneven weken", "1e van de maand", "1e en 3e van de maand",
           "laatste van de maand", "de tweede en vierde van de maand", "wekelijks", "5e van de maand"]  # fmt: skip
DATES = ["2027-07-03", "3-7-2027", "3 juli 2027", "zaterdag 3 jul. 2027", "29-2-2028", "1 mrt 2027"]
NONSENSE = ["", "?", "10:00", "25:00-26:00", "12-9", "10:75-11:00", "morgen", "31-2-2027", "vrijdag 3 juli 2027",
            "om de week", "6e van de maand", "maandag-", "april", "9-12 en 11-14", "1000-1200"]  # fmt: skip

READERS: dict[str, tuple[Callable[[str], Any], str]] = {
    "leesTijdvak": (tijden.lees_tijdvak, "een && [een.begin, een.einde]"),
    "leesTijdvakken": (tijden.lees_tijdvakken, "een && een.map((vak) => [vak.begin, vak.einde])"),
    "leesDagen": (tijden.lees_dagen, "een"),
    "leesSeizoen": (tijden.lees_seizoen, "een && [een.van + 1, een.tot + 1]"),
    "leesDatum": (tijden.lees_datum, "een && een.toISOString().slice(0, 10)"),
    "leesHerhaling": (herhaling.lees_herhaling, "een && [een.soort, een.nummers]"),
    "leesNietIn": (kalender.lees_niet_in, "een"),
}


@pytest.fixture(scope="module")
def modules(browser: Browser) -> Iterator[Modules]:
    with modules_in(browser) as modules:
        yield modules


def read(reader: Callable[[str], Any], text: str) -> Any:
    """What Python reads, in the shape in which it comes back from JavaScript."""
    try:
        found = reader(text)
    except Onbegrepen:
        return None
    if isinstance(found, tijden.Tijdvak):
        return [found.begin, found.einde]
    if isinstance(found, tijden.Seizoen):
        return [found.van, found.tot]
    if isinstance(found, herhaling.Herhaling):
        return [found.soort, list(found.nummers)]
    if isinstance(found, tuple):
        return [[one.begin, one.einde] if isinstance(one, tijden.Tijdvak) else one for one in found]
    return found if isinstance(found, str) else str(found)


@pytest.mark.parametrize("name", READERS)
def test_what_one_reads_the_other_reads(modules: Modules, name: str) -> None:
    reader, shape = READERS[name]
    words = [word for word in NOT_IN if isinstance(word, str)]
    texts = [*DAYS, *ONE_DAY, *SEASONS, *RHYTHMS, *DATES, *words, *NONSENSE]
    found = modules("meedoen/tijden.js", f"texts.map({name}).map((een) => {shape})", texts=texts)
    assert dict(zip(texts, found, strict=True)) == {text: read(reader, text) for text in texts}


def random_hours(chance: random.Random) -> dict[str, Any]:
    days = chance.sample(tijden.DAGEN, chance.randint(0, 5)) or [chance.choice(DAYS)]
    week: dict[str, Any] = {day: chance.choice(ONE_DAY) for day in sorted(days, key=tijden.DAGEN.index)} if days[0] in tijden.DAGEN else {days[0]: chance.choice(ONE_DAY)}  # fmt: skip
    if chance.random() < 0.3:
        week["seizoen"] = chance.choice(SEASONS)
    if chance.random() < 0.3:
        week["niet_in"] = chance.choice(NOT_IN)
    return week


def random_activity(chance: random.Random) -> dict[str, Any]:
    activity: dict[str, Any] = {"naam": "Koffie"}
    if chance.random() < 0.3:
        activity["datum"] = chance.choice(DATES)
        if chance.random() < 0.4:
            activity["einddatum"] = chance.choice(["3 december 2028", "2029-01-01"])
    else:
        activity["dag"] = chance.choice([*DAYS, ["dinsdag", "do"]])
        words = [word for word in NOT_IN if " en " not in word]
        optional: dict[str, list[Any]] = {"herhaling": RHYTHMS, "seizoen": SEASONS, "niet_in": words, "begin": DATES, "eind": ["2029-01-01"]}  # fmt: skip
        activity |= {key: chance.choice(all) for key, all in optional.items() if chance.random() < 0.4}
    if chance.random() < 0.8:
        activity["tijd"] = chance.choice(TIMES)
    return activity


def test_the_sentences_of_opening_hours_are_the_same(modules: Modules) -> None:
    chance = random.Random(1)
    blocks: list[Any] = [random_hours(chance) for _ in range(400)]
    told = {}
    for number, block in enumerate(["op afspraak", *blocks, *(list(pair) for pair in zip(blocks[:40], blocks[40:80], strict=True))]):  # fmt: skip
        try:
            told[number] = (block, lees_openingstijden(block).zinnen())
        except OnbegrepenDelen:  # two that name the same day
            continue
    assert len(told) > 380

    written = [block for block, _ in told.values()]
    found = modules("meedoen/zinnen.js", "blocks.map(openingstijdenZinnen)", blocks=written)
    assert found == [sentences for _, sentences in told.values()]


def test_the_sentence_of_an_activity_is_the_same(modules: Modules) -> None:
    chance = random.Random(2)
    written = [random_activity(chance) for _ in range(400)]
    activities = [Activiteit.model_validate(one, context={"begrippen": built_in()}) for one in written]
    found = modules("meedoen/zinnen.js", "written.map(activiteitZin)", written=written)
    assert found == [activity.wanneer.zin() for activity in activities]
