"""What should not be public is found where it stands, and what only looks like it is left alone."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from goldens import AROUND, VANDAAG, write_files
from sociale_kaart.checks import check_all
from sociale_kaart.checks.personen import person_to_speak_to, persons
from sociale_kaart.checks.privacy import privacy
from sociale_kaart.checks.private import bsn, email, iban, mobile, names
from sociale_kaart.kaart import make_kaart
from sociale_kaart.loading import load

DEMO = Path(__file__).parent.parent / "initiatives"
ENTRY = "naam: Koffie\nsoort: buurthuis\nkort: Samen koffie drinken.\ncontact: loket\n"


@pytest.mark.parametrize(
    "text",
    ["BSN: 111222333", "nummer 1112.22.333.", "123 456 782", "123-456-782", "bsn 012345672", "[123456782]"],
)
def test_a_bsn(text: str) -> None:
    (found,) = bsn(text)
    assert (found.level, found.rule) == ("error", "bsn")
    assert found.what not in found.message + found.remedy, "never told whole"


@pytest.mark.parametrize(
    "text",
    [
        "123456783",  # fails the test for BSNs
        "RSIN 123456782",
        "Fiscaal nummer van de stichting: 123456782",
        "rekening 123456782",
        "tel. 123456782",
        "012345672",  # begins with a zero, like a telephone number
        "+31 123456782",
        "026 123 456 782",
        "NL123456782B01",
        "https://voorbeeld.example/123456782",
        "1234567820",
        "123456782-01",
        "12 3.45-67 82",  # not how a number is written
        "000000000",
        "KvK 12345678",
    ],
)
def test_what_is_no_bsn(text: str) -> None:
    assert list(bsn(text)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("naar NL91 ABNA 0417 1643 00 t.n.v. de club", ["NL91ABNA0417164300"]),
        ("nl91abna0417164300", ["NL91ABNA0417164300"]),
        ("BE68 5390 0754 7034", ["BE68539007547034"]),
        ("NL91 ABNA 0417 1643 01", []),
        ("NL91 ABNA 0417", []),
    ],
)
def test_a_bank_account(text: str, found: list[str]) -> None:
    told = list(iban(text))
    assert [one.what for one in told] == found
    assert all("NL91…" in one.message or "BE68…" in one.message for one in told)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("mail jan.jansen@gmail.com of jan@ziggo.nl", ["jan.jansen@gmail.com", "jan@ziggo.nl"]),
        ("J.Jansen@HOTMAIL.com", ["j.jansen@hotmail.com"]),
        ("buurthuisvelp@gmail.com, penningmeester.kaft@kpnmail.nl", []),
        ("jan@voorbeeld.example, jan@gmail.example", []),
    ],
)
def test_a_private_address(text: str, found: list[str]) -> None:
    assert [one.what for one in email(text)] == found


@pytest.mark.parametrize(
    "number", ["06-12345678", "06 12 34 56 78", "+31 6 12345678", "+31 (0)6 12345678", "0612345678"]
)
def test_a_mobile_number_is_private_unless_it_is_there_to_call(number: str) -> None:
    (found,) = mobile(f"kort: Bel {number}.\n")
    assert found.what == "12345678" and number not in found.message
    assert list(mobile(f"kort: Bel {number}.\ncontact:\n  telefoon: [026 123 45 67, 06 12345678]\n")) == []
    assert list(mobile(f"kort: Bel {number}.\ncontact:\n  whatsapp:\n    - 0612345678\n")) == []


def test_what_is_no_mobile_number() -> None:
    assert list(mobile("026 123 45 67, 2006 12345678, 06 123, 0061234567899")) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bij mevrouw De Vries thuis.", "mevrouw De Vries"),
        ("dhr. J.P. van der Berg", "dhr. J.P. van der Berg"),
        ("Mevr. Smit weet alles.", "Mevr. Smit"),
        ("Jan de Vries schenkt koffie.", "Jan de Vries"),
        ("Fatima El Amrani kookt.", "Fatima El Amrani"),
        ("Vraag naar Kees.", "Kees"),
        ("Contactpersoon: Zoë Ünal", "Zoë Ünal"),
    ],
)
def test_the_name_of_a_person(text: str, name: str) -> None:
    assert name in [found for _, found in persons(text)]


@pytest.mark.parametrize(
    "text",
    [
        "De heer des huizes schenkt koffie voor mevrouw en meneer.",
        "In de Jan Steenstraat, bij de Maria Magdalenakerk.",
        "Dorpshuis De Poort en Stichting Innoforte.",
        "Bel het Sociaal Meldpunt Rheden.",
        "Contactpersoon: het bestuur",
        "Mark je agenda. Jan komt, Petra ook.",
    ],
)
def test_what_is_no_name_of_a_person(text: str) -> None:
    assert list(persons(text)) == []


@pytest.mark.parametrize(
    ("wie", "name"),
    [
        ("Zoë Ünal", "Zoë Ünal"),
        ("coördinator Zoë Ünal", "Zoë Ünal"),
        ("Petra (coördinator)", "Petra"),
        ("Sociaal Wijkteam Velp", ""),
        ("Velp Actief", ""),
        ("de gastheer of gastvrouw van de dag", ""),
        ("de Wmo-consulent", ""),
    ],
)
def test_a_role_is_not_a_name(wie: str, name: str) -> None:
    assert person_to_speak_to(wie, frozenset({"velp"})) == name


def test_a_mobile_number_with_a_name_is_asked_about() -> None:
    text = "contact:\n  telefoon: 06 12 34 56 78\n  wie: {}\n"
    (told,) = names(text.format("Jan"), frozenset())
    assert told.remedy.endswith("Vraag ook of het 06-nummer openbaar mag zijn.")
    assert list(names(text.format("coördinator"), frozenset())) == []


def test_a_bsn_keeps_its_file_from_the_site(tmp_path: Path) -> None:
    files = {"velp/koffie.yml": ENTRY + "# 111222333\n", "velp/thee.yml": ENTRY}
    loaded = load(write_files(tmp_path, {**AROUND, **files}))
    kaart = make_kaart(loaded, check_all(loaded, VANDAAG), VANDAAG)
    assert kaart.get("velp/koffie") is None
    assert kaart.get("velp/thee") is not None


def test_every_file_is_looked_at_also_one_with_an_error(tmp_path: Path) -> None:
    bsn_here = "# 111222333\n"
    files = {
        "gemeente.yml": AROUND["gemeente.yml"] + bsn_here,
        "begrippen.yml": "buurtwoorden: {noaber: buur}\n" + bsn_here,
        "velp/kern.yml": AROUND["velp/kern.yml"] + bsn_here,
        "velp/fout.yml": "naam: Fout\r\n" + bsn_here,
        "velp/stuk.yml": "naam: [\n" + bsn_here,
    }
    told = list(privacy(load(write_files(tmp_path, {**AROUND, **files}))))
    assert sorted(Path(one.path).relative_to(tmp_path).as_posix() for one in told) == [
        "begrippen.yml", "gemeente.yml", "velp/fout.yml", "velp/kern.yml",
    ]  # fmt: skip
    assert {one.column for one in told} == {3}


def test_nothing_in_the_demonstration_is_private() -> None:
    assert list(privacy(load(DEMO))) == []


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1 ",
        "06",
        "A",
        "Jan ",
        "Jan\n",
        "mevrouw ",
        "NL11",
        "a@",
        "@gmail.com",
        "wie: A ",
        "wie: Jan\n",
        "06 12345678 ",
        "wie: Jan\n06 12345678\n",
        "111222333\n",
        "telefoon:\n - ",
    ],
)
def test_the_time_is_in_proportion_to_the_length(piece: str) -> None:
    text = piece * (250_000 // len(piece))
    start = time.process_time()
    for look in (bsn, iban, email, mobile):
        list(look(text))
    list(names(text, frozenset()))
    assert time.process_time() - start < 2
