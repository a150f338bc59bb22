"""A change in a file touches nothing else: order, comments, quotes and line ends stay as somebody wrote them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from formulier_js import Modules, modules_in
from sociale_kaart.format.document import read_document

FILE = """\
# Bij vragen: bel Riet.
naam: "Ons Raadhuis"   # zo heet het echt
soort: buurthuis
kort: Koffie voor de buurt.
beschrijving: |
  Elke dag open.

  Kom gerust binnen.

themas: [ontmoeting, 'bewegen']
contact:
  telefoon: 026 123 45 67
  # alleen overdag
  bereikbaar: 's ochtends
openingstijden:
  maandag-woensdag: 9-12 uur
  donderdag: 13:00-17:00   # met koffie
activiteiten:
  # de oudste
  - naam: Koffie
    dag: dinsdag
  - naam: Soep
    dag: vrijdag
beheer: {gecontroleerd: 2026-01-01, door: redactie}
""".replace("bereikbaar: 's ochtends", 'bereikbaar: "\'s ochtends"')

CHANGES = {
    "a text": ('{...w, kort: "Thee: voor iedereen."}', "kort: Koffie voor de buurt.", 'kort: "Thee: voor iedereen."'),
    "beside a comment": ('{...w, naam: "De Poort"}', '"Ons Raadhuis"   # zo', "De Poort   # zo"),
    "one line of a block": ('{...w, openingstijden: {...w.openingstijden, donderdag: "13:00-18:00"}}', "13:00-17:00   #", "13:00-18:00   #"),
    "a row": ('{...w, themas: ["ontmoeting", "taal"]}', "[ontmoeting, 'bewegen']", "[ontmoeting, taal]"),
    "a row of one": ('{...w, themas: ["taal"]}', "themas: [ontmoeting, 'bewegen']", "themas: taal"),
    "in curly brackets": ('{...w, beheer: {...w.beheer, gecontroleerd: "2026-11-22"}}',
                          "{gecontroleerd: 2026-01-01, door: redactie}", "{gecontroleerd: 2026-11-22, door: redactie}"),
    "more in curly brackets": ('{...w, beheer: {...w.beheer, bron: "x"}}',
                               "beheer: {gecontroleerd: 2026-01-01, door: redactie}", "beheer:\n  gecontroleerd: 2026-01-01\n  door: redactie\n  bron: x"),
    "a long text": ('{...w, beschrijving: "Nieuw.\\n\\nKom.\\n"}', "  Elke dag open.\n\n  Kom gerust binnen.", "  Nieuw.\n\n  Kom."),
    "a line more": ('{naam: w.naam, soort: w.soort, kort: w.kort, leeftijd: "55+", ...w}', "kort: Koffie voor de buurt.\n", "kort: Koffie voor de buurt.\nleeftijd: 55+\n"),
    "a line more, deeper": ('{...w, contact: {...w.contact, wie: "gastvrouw"}}', "'s ochtends\"\n", "'s ochtends\"\n  wie: gastvrouw\n"),
    "a line less": ("{...w, contact: {telefoon: w.contact.telefoon}}", "  bereikbaar: \"'s ochtends\"\n", ""),
    "an activity more": ('{...w, activiteiten: [...b, {naam: "Thee", dag: ["maandag"]}]}', "    dag: vrijdag\n", "    dag: vrijdag\n  - naam: Thee\n    dag: maandag\n"),
    "an activity less": ("{...w, activiteiten: [b[0]]}", "  - naam: Soep\n    dag: vrijdag\n", ""),
    "in an activity": ('{...w, activiteiten: [b[0], {...b[1], tijd: "12:00-13:00"}]}', "dag: vrijdag\n", "dag: vrijdag\n    tijd: 12:00-13:00\n"),
}  # fmt: skip


@pytest.fixture(scope="module")
def modules(browser: Browser) -> Iterator[Modules]:
    with modules_in(browser) as modules:
        yield modules


def changed(modules: Modules, text: str, change: str) -> str:
    """`text` after `change`: an expression of the values of the file, `w`, and its activities, `b`."""
    script = f"((w) => ((b) => zetInBestand(text, {change}))(metBron(w.activiteiten)))(leesBestand(text))"
    found: str = modules("meedoen/bestand.js", script, text=text)
    return found


@pytest.mark.parametrize(("change", "was", "becomes"), CHANGES.values(), ids=CHANGES)
def test_only_what_changed_is_replaced(modules: Modules, change: str, was: str, becomes: str) -> None:
    assert FILE.count(was) == 1
    assert changed(modules, FILE, change) == FILE.replace(was, becomes)


@pytest.mark.parametrize("text", [FILE, FILE.replace("\n", "\r\n"), FILE.rstrip(), f"\ufeff{FILE}"])
def test_the_same_values_are_the_same_bytes(modules: Modules, text: str) -> None:
    assert changed(modules, text, "w") == text


def test_line_ends_of_windows_stay(modules: Modules) -> None:
    text = FILE.replace("\n", "\r\n")
    more = changed(modules, text, '{...w, contact: {...w.contact, wie: "gastvrouw"}}')
    assert more == text.replace('ochtends"\r\n', 'ochtends"\r\n  wie: gastvrouw\r\n')


def test_a_file_without_an_end_of_line_gets_one_where_it_is_needed(modules: Modules) -> None:
    assert (
        changed(modules, "naam: A\nsoort: loket", '{...w, kort: "B"}') == "naam: A\nsoort: loket\nkort: B\n"
    )


TEXTS = ["Koffie", "ja", "026 123 45 67", "€ 7,50", "'t Huis", '"Samen" eten', "Koffie: elke dag", "a #1", "# hoi", "- ja",
         "-5 graden", "[haken]", "{ja}", "a, b", "null", "~", "...", "@thuis", "100%", "*ster*", "&", "! let op", "? wie", "| pijp",
         "10:00", "http://x.example/?a=1&b=2#c", "it's \"both\"", "back\\slash", "komma,", "é¿", "x:", ":", "`a`"]  # fmt: skip
LONG = "regel\neen\n\n  twee"


def test_every_text_comes_back_as_it_was(modules: Modules) -> None:
    """Read by the program itself, which is stricter than YAML: there is no problem, not even a hint."""
    value = {f"tekst{number}": text for number, text in enumerate(TEXTS)}
    whole = {**value, "rij": TEXTS, "lang": LONG, "blok": {"lang": f"{LONG}\n"}}

    document = read_document(
        "x.yml", modules("meedoen/schrijf.js", "schrijfBestand(whole)", whole=whole).encode()
    )

    assert [str(problem) for problem in document.problems] == []
    assert document.value == {**whole, "blok": {"lang": LONG}}
