"""What is told about bad input, and that text is read as it was written."""

from __future__ import annotations

import os
import random
import re
import time
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from goldens import GOLDENS, read_golden, told
from sociale_kaart.format.begrippen import built_in
from sociale_kaart.format.document import MAX_BYTES, Document, read_document
from sociale_kaart.format.initiatief import Initiatief
from sociale_kaart.format.reading import read_model

DEMO = Path(__file__).parent.parent / "initiatives"


def read(text: str | bytes) -> Document:
    return read_document("velp/proef.yml", text.encode() if isinstance(text, str) else text)


def rules(document: Document) -> list[str]:
    return [problem.rule for problem in document.problems]


@pytest.mark.parametrize("golden", sorted(GOLDENS.glob("*.txt")), ids=lambda path: path.stem)
def test_golden(golden: Path, tmp_path: Path) -> None:
    """`UPDATE_GOLDENS=1 pytest tests/test_document.py` writes what is said now."""
    before, _, expected = golden.read_text(encoding="utf-8").partition("=== problems\n")
    found = told(tmp_path, read_golden(golden))
    if os.environ.get("UPDATE_GOLDENS"):
        golden.write_text(f"{before}=== problems\n{found}", encoding="utf-8")
    else:
        assert found == expected


def test_there_are_goldens() -> None:
    assert len(list(GOLDENS.glob("*.txt"))) > 100


def test_every_scalar_is_the_text_that_was_written() -> None:
    document = read("a: 0261234567\nb: 10:00\nc: 1e3\nd: yes\ne: 2027-07-03\nf: 0x1F\ng: .5\nh: 1_000\n")
    assert document.value == {
        "a": "0261234567",
        "b": "10:00",
        "c": "1e3",
        "d": "yes",
        "e": "2027-07-03",
        "f": "0x1F",
        "g": ".5",
        "h": "1_000",
    }
    assert not document.problems


def test_blocks_of_text_keep_their_lines() -> None:
    document = read("beschrijving: |\n  # Kop\n\n  - een: twee\n\n  Prijs # 5\nkort: >-\n  Twee\n  regels\n")
    assert document.value == {"beschrijving": "# Kop\n\n- een: twee\n\nPrijs # 5", "kort": "Twee regels"}
    assert not document.problems


def test_places_of_keys_values_and_rows() -> None:
    document = read("contact:\n  telefoon:\n    - 112\n    - 113\nnaam: Huis\n")
    assert document.locate(("contact", "telefoon", 1)) == (4, 7)
    assert document.locate(("contact", "telefoon"), key=True) == (2, 3)
    assert document.locate(("naam",)) == (5, 7)
    assert document.locate(("contact", "email")) == (2, 3), "what is not there: its holder"


def test_one_value_is_where_a_row_of_one_would_be() -> None:
    document = read("loket:\n  naam: Meldpunt\ntalen: nl\n")
    assert document.locate(("loket", 0, "naam")) == document.locate(("loket", "naam")) == (2, 9)
    assert document.locate(("talen", 0)) == (3, 8)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_endings_and_byte_order_mark_make_no_difference(newline: str, mark: str) -> None:
    document = read(mark + newline.join(["naam: Huis", "beschrijving: |", "  Een", "  Twee", "soort: x", ""]))
    assert document.value == {"naam": "Huis", "beschrijving": "Een\nTwee", "soort": "x"}
    assert document.locate(("soort",)) == (5, 8)
    assert not document.problems


# The three slips: whatever is written, the line that is proposed means what was written.

TEXTS = [
    "'t Huis",
    "'s Morgens koffie",
    "'t Huis, foto's en 's avonds thee",
    "Koffie: elke dag",
    "Koffie: elke dag: ook 's zondags",
    "Let op:",
    '"Samen" eten',
    '"Samen eten" of "samen" koken',
    '"\'t Huis" in Velp',
    'Samen: "koken" en eten',
    "Pad C:\\foto's: hier",
    "@home",
    "`koffie`",
    "%korting",
    "{vrij} inloop",
    "]open[",
    "*ster*: welkom",
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("before", ["naam: ", "activiteiten:\n  - naam: ", "contact:\n  wie: "])
@pytest.mark.parametrize("after", ["\n", "\nsoort: dorpshuis\nkort: Foto's en 's avonds thee.\n", ""])
def test_the_proposed_line_means_what_was_written(before: str, text: str, after: str) -> None:
    (problem,) = read(before + text + after).problems
    *above, line = f"{before}{text}".split("\n")
    assert problem.line == len(above) + 1
    assert problem.column == line.index(text) + 1
    found = re.fullmatch(r"Schrijf: `(.*?)`(?:\. Hoort .*)?", problem.remedy)
    assert found, problem.remedy
    value = yaml.load("\n".join([*above, found[1]]) + after, Loader=yaml.BaseLoader)
    while not isinstance(value, str):
        value = next(iter(value.values())) if isinstance(value, dict) else value[0]
    assert value == text


def test_advice_for_a_line_that_is_right_is_never_given() -> None:
    """The block of text looks like a slip, the line below it is one."""
    (problem,) = read("beschrijving: |\n  Let op: neem geld mee\n  'n tip\nkort: Kom: het is leuk\n").problems
    assert (problem.line, problem.remedy) == (4, 'Schrijf: `kort: "Kom: het is leuk"`')


# Hostile input: refused, and quickly.


def seconds(raw: bytes) -> float:
    start = time.perf_counter()
    document = read(raw)
    read_model(Initiatief, document, built_in(), id="velp/proef", kern="velp")
    took = time.perf_counter() - start
    assert any(problem.level == "error" for problem in document.problems)
    return took


def test_alias_bomb_is_refused_at_once() -> None:
    names = "abcdefghijklmnop"
    rows = [f"{two}: &{two} [{', '.join([f'*{one}'] * 9)}]" for one, two in pairwise(names)]
    assert seconds("\n".join(["a: &a [x, x]", *rows]).encode()) < 0.1


@pytest.mark.parametrize(
    "raw",
    [
        b"[" * 100_000,
        b"a: " + b"[" * 1_000 + b"]" * 1_000,
        b"- " * 100_000,
        b"a:\n" * 80_000,
        b"-\n" * 120_000,
        b"- nvt\n" * 40_000,
        b"a: x" + b" " * 250_000 + b"y: z",
        b"a: '" + b"x " * 100_000,
        b"a: 't x\n" * 30_000,
        b"&a " * 80_000,
        b"themas: [" + b"qqq, " * 50_000 + b"]",
        "\u200b\n".encode() * 60_000,
        b"a: b #c\n" * 30_000,
        b"x" * 250_000 + b": y",
        b"talen: " + b"y" * 250_000,
    ],
    ids=lambda raw: raw[:12].decode(errors="replace").strip(),
)
def test_what_is_large_takes_no_longer_than_it_is_long(raw: bytes) -> None:
    assert seconds(raw) < 10


def test_a_huge_file_is_not_read() -> None:
    document = read(b"naam: Huis\n" + b"# x\n" * (MAX_BYTES // 4))
    assert rules(document) == ["file-size"]


def test_many_mistakes_are_told_up_to_a_number() -> None:
    document = read("".join(f"sleutel{number}: x\n" for number in range(5_000)))
    assert read_model(Initiatief, document, built_in(), id="velp/proef", kern="velp") is None
    assert 100 <= len(document.problems) <= 110
    assert rules(document)[-1] == "more"


def test_no_mutation_of_a_right_file_gives_a_traceback_or_a_place_outside_it() -> None:
    chance = random.Random(2026)
    files = [
        path.read_text(encoding="utf-8") for path in sorted(DEMO.glob("*/*.yml")) if path.name != "kern.yml"
    ]
    pieces = [
        *":-#'\"[]{}&*!|>%@`,\t \n?~",
        ": ",
        "- ",
        "\u202e",
        "\u200b",
        "\0",
        "\ud7ff",
        "é",
        "---\n",
        "<<: ",
    ]
    wrong = 0
    for _ in range(2_000):
        text = _mutated(chance.choice(files), chance, pieces)
        document = read(text)
        read_model(Initiatief, document, built_in(), id="velp/proef", kern="velp")
        for problem in document.problems:
            assert 1 <= problem.line <= text.count("\n") + 1
            assert problem.column >= 1
            assert problem.message.endswith((".", "?"))
            assert problem.remedy
        wrong += bool(document.problems)
    assert wrong > 500


def _mutated(text: str, chance: random.Random, pieces: list[str]) -> str:
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(text) or 1)
        end = min(len(text), start + chance.randint(1, 12))
        middle = chance.choice(
            ["", text[start:end] * 2, chance.choice(pieces) + text[start:end], text[start:end].swapcase()]
        )
        text = text[:start] + middle + text[end:]
    return text
