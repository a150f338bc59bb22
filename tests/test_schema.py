"""The schema never flags a file that is right, and does flag the slips that an editor can show."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from sociale_kaart.format.begrippen import Begrip, built_in
from sociale_kaart.format.document import read_document
from sociale_kaart.format.editor_schema import schema_text
from sociale_kaart.format.initiatief import InitiatiefTekst
from sociale_kaart.format.openingstijden import OP_AFSPRAAK_WOORDEN
from sociale_kaart.format.reading import read_model
from sociale_kaart.format.reference import reference_markdown
from sociale_kaart.format.schema import KINDS, json_schema
from sociale_kaart.format.tijden import DAGWOORDEN
from sociale_kaart.format.voorbeelden import example_lines

INITIATIVES = Path(__file__).parent.parent / "initiatives"
SCHEMAS = {kind: jsonschema.Draft7Validator(json.loads(schema_text(kind, built_in()))) for kind in KINDS}
SMALLEST = "naam: Koffie\nsoort: ontmoetingsplek\nkort: Koffie voor de buurt.\ncontact: loket\n"


class CoreLoader(yaml.SafeLoader):
    """Reads scalars as an editor does, by the core schema of YAML 1.2."""


CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{pattern})\\Z"), list(first))
CoreLoader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))


def flagged(text: str, kind: str = "initiatief") -> list[str]:
    return [error.json_path for error in SCHEMAS[kind].iter_errors(yaml.load(text, Loader=CoreLoader))]


def checked(text: str) -> list[str]:
    """What the model itself has against a text; hints aside."""
    document = read_document("proef.yml", text.encode())
    read_model(InitiatiefTekst, document, built_in())
    return [str(problem) for problem in document.problems if problem.level != "hint"]


def test_the_core_schema_reads_what_an_editor_sees() -> None:
    text = "[0261234567, 10:00, ja, 2027-07-03, 1.5, null, true, '12']"
    assert yaml.load(text, Loader=CoreLoader) == [
        261234567,
        "10:00",
        "ja",
        "2027-07-03",
        1.5,
        None,
        True,
        "12",
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_every_schema_is_draft_7(kind: str) -> None:
    schema = json.loads(schema_text(kind, built_in()))
    jsonschema.Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"


@pytest.mark.parametrize("kind", KINDS)
def test_every_pattern_can_be_read_by_javascript(kind: str) -> None:
    """Editors read patterns strictly: there, a backslash before just any sign is an error."""
    after_backslash = re.findall(r"\\\\(.)", schema_text(kind, built_in()))
    assert set(after_backslash) <= {"s", ".", "x", "?"}


def kind_of(path: Path) -> str:
    return path.stem if path.stem in KINDS else "initiatief"


@pytest.mark.parametrize(
    "path", sorted(INITIATIVES.rglob("*.yml")), ids=lambda path: f"{path.parent.name}/{path.stem}"
)
def test_the_demonstration_is_right(path: Path) -> None:
    assert flagged(path.read_text(encoding="utf-8"), kind_of(path)) == []


RIGHT = [
    "naam: 2027",
    "kort: true",
    "themas: ontmoeting",
    "themas: [ontmoeting, ]",
    "themas:",
    "talen: ''",
    "status: ''",
    "plek: ''",
    "reden: ''",
    "openingstijden: ''",
    "contact:\n  telefoon: ['']\nadres: op aanvraag",
    "themas: []",
    "steekwoorden: [12, koffie]",
    "talen: NL",
    "talen: [nl, en]",
    "contact:\n  telefoon: 0261234567",
    "contact:\n  telefoon: [112, (026) 123 45 67, +31 26 123 45 67]",
    "contact:\n  telefoon:\nadres: op aanvraag",
    "contact: Loket",
    "adres: op aanvraag",
    "adres:\n  straat: Laan\n  huisnummer: 12\n  postcode: 6881AB\n  punt: [52, 5.97]",
    'adres:\n  punt: ["52.001", "5.97"]',
    "adres:\n  punt: 52.001, 5.97",
    "begonnen: 2015",
    "status: Tijdelijk gesloten",
    "voorbeeld: Ja",
    "toegang:\n  kosten: 5\n  aanmelden: JA\n  indicatie: soms",
    "openingstijden: Op afspraak",
    "openingstijden:\n  ma t/m wo: 9-12\n  Do: [9-12, 13-17]\n  in het weekend: gesloten\n  vrijdag: op afspraak",
    "openingstijden:\n  dinsdag en donderdag: 10:00-12:00\n  niet_in: schoolvakanties en feestdagen\n  opmerking: 12",
    "openingstijden:\n  - dagelijks: 9-12 uur\n    seizoen: april-september\n  - ma: 9-12\n    seizoen: november",
    "activiteiten:\n  naam: Samen eten\n  dag: [dinsdag, do]\n  niet_in: Vakanties\n  aanmelden: nee",
    "activiteiten:\n  - naam:\n  - naam: Feest\n    datum: 2027-07-03",
    "beheer:\n  gecontroleerd: 2026-10-01\n  door: Redactie\n  toestemming: ja",
]


@pytest.mark.parametrize("text", RIGHT)
def test_what_the_model_accepts_is_not_flagged(text: str) -> None:
    key = text.partition(":")[0]
    whole = "".join(f"{line}\n" for line in SMALLEST.splitlines() if not line.startswith(f"{key}:")) + text
    assert checked(whole) == []
    assert flagged(whole) == []


@pytest.mark.parametrize("word", DAGWOORDEN)
def test_every_word_for_a_day_can_be_a_key(word: str) -> None:
    assert flagged(f"{SMALLEST}openingstijden:\n  {word}: 10-12") == []


@pytest.mark.parametrize("words", OP_AFSPRAAK_WOORDEN)
def test_by_appointment_can_be_said_in_more_ways(words: str) -> None:
    assert flagged(f"{SMALLEST}openingstijden: {words}") == []


WRONG = {
    "thema: ontmoeting": "$",
    "themas: [ontmoetingg]": "$.themas",
    "doelgroepen: Ouderen": "$.doelgroepen",
    "talen: xx": "$.talen",
    "begonnen: [2015]": "$.begonnen",
    "kort: [a, b]": "$.kort",
    "naam:": "$.naam",
    "naam: ''": "$.naam",
    "begonnen: n.v.t.": "$.begonnen",
    "partners: [-]": "$.partners",
    "cirkel: rood": "$.cirkel",
    "adres:\n  huisnummer: 3": "$.adres",
    "adres:\n  straat: Laan\nplek: velp/de-poort": "$.plek",
    "contact:\n  website: javascript:alert(1).x": "$.contact",
    "contact:\n  wie: coördinator": "$.contact",
    "foto: deur.jpg": "$.foto",
    "opvolger: velp/de-poort": "$.opvolger",
    "activiteiten:\n  - naam: Eten\n    dag: dinsdag\n    datum: 2027-07-03": "$.activiteiten",
    "status: open": "$.status",
    "contact: bellen": "$.contact",
    "contact:\n  telefoon: bel ons": "$.contact",
    "adres:\n  postcode: 6881": "$.adres",
    "foto: ../geheim.jpg": "$.foto",
    "plek: de poort": "$.plek",
    "voorbeeld: misschien": "$.voorbeeld",
    "openingstijden:\n  dinsdga: 10:00-12:00": "$.openingstijden",
    "openingstijden: altijd": "$.openingstijden",
    "activiteiten:\n  - dag: dinsdag": "$.activiteiten",
}


@pytest.mark.parametrize(("text", "place"), WRONG.items())
def test_slips_are_flagged(text: str, place: str) -> None:
    key = text.partition(":")[0]
    whole = "".join(f"{line}\n" for line in SMALLEST.splitlines() if not line.startswith(f"{key}:")) + text
    assert set(flagged(whole)) == {place}
    assert checked(whole)


def test_what_is_missing_is_flagged() -> None:
    assert set(flagged("soort: dorpshuis\nkort: Een huis.\n")) == {"$"}


def empty_one_key(value: Any) -> list[Any]:
    """The same value once for every key in it, each time with that key left empty."""
    if isinstance(value, dict):
        emptied = [{**value, key: None} for key in value]
        return emptied + [{**value, key: inner} for key in value for inner in empty_one_key(value[key])]
    if isinstance(value, list):
        return [
            [*value[:n], inner, *value[n + 1 :]]
            for n, one in enumerate(value)
            for inner in empty_one_key(one)
        ]
    return []


@pytest.mark.parametrize("name", ["dieren/de-spil", "velp/de-poort", "velp/stoelgym"])
def test_an_empty_value_is_a_key_left_out(name: str) -> None:
    """Wherever the model takes an empty value for a key that was left out, so does the schema."""
    right = yaml.load((INITIATIVES / f"{name}.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    emptied = [yaml.safe_dump(value) for value in empty_one_key(right)]
    accepted = [text for text in emptied if checked(text) == []]
    assert accepted
    assert [text for text in accepted if flagged(text)] == []


def test_the_words_of_the_municipality_are_in_it_with_their_sentence() -> None:
    own = Begrip(id="rivierdijk", label="Wonen aan de dijk", zin="Voor wie langs de dijk woont.")
    themas = json_schema("initiatief", built_in().extended({"themas": [own]}, {}))["definitions"]["themas"]
    assert themas["enum"][-1] == "rivierdijk"
    assert themas["enumDescriptions"][-1] == "Voor wie langs de dijk woont."
    assert themas["markdownEnumDescriptions"][-1] == "**Wonen aan de dijk** Voor wie langs de dijk woont."


def test_the_schema_is_in_dutch() -> None:
    schema = json_schema("initiatief", built_in())
    assert schema["properties"]["kort"]["title"] == "In één zin"
    assert "Something" not in json.dumps(schema)


def test_a_schema_that_is_made_twice_is_the_same() -> None:
    assert schema_text("initiatief", built_in()) == schema_text("initiatief", built_in())


@pytest.mark.parametrize("key", InitiatiefTekst.model_fields)
def test_the_example_of_every_field_can_be_read(key: str) -> None:
    """As it stands in the reference and in a new file, and as the schema shows it."""
    # Keys that need or exclude another key.
    beside = {"opvolger": "status: gestopt\n", "gesloten_tot": "status: tijdelijk-gesloten\n",
              "reden": "status: gestopt\n", "foto": "foto_tekst: Een deur\n"}  # fmt: skip
    lines = example_lines(
        key, InitiatiefTekst.model_fields[key], {"activiteiten.datum", "activiteiten.einddatum"}
    )
    others = "".join(f"{line}\n" for line in SMALLEST.splitlines() if not line.startswith(f"{key}:"))
    text = others + beside.get(key, "") + "\n".join(lines)
    assert checked(text) == []
    assert flagged(text) == []


def test_the_reference_has_every_field_and_every_word() -> None:
    page = reference_markdown(built_in())
    assert "| `toegang` |" in page
    assert "| `verwijzing` | Verwijzing nodig | Moet iemand u verwijzen? | `nee` |" in page
    assert "`respijtzorg`" in page


def test_text_of_a_municipality_cannot_break_the_reference() -> None:
    own = Begrip(
        id="x",
        label="Dijk | <script>alert(1)</script>",
        zin="[klik](javascript:alert(1)) {: onclick=x }\nen *meer*",
    )
    page = reference_markdown(built_in().extended({"themas": [own]}, {}))
    (row,) = [line for line in page.splitlines() if line.startswith("| `x` |")]
    assert row.count("|") == 4
    assert not set("<>[]{}*:") & set(row)
