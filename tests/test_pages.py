"""What the pages say, before anything is built: answers, times, lists, cards, addresses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from sites import KLEIN, read_kaart
from sociale_kaart.format.herhaling import Keer
from sociale_kaart.kaart import SocialeKaart
from sociale_kaart.pages.antwoorden import antwoorden, bellen, loket_van, wanneer, wanneer_kort
from sociale_kaart.pages.keren import encode, first_dates, occurrences, week_rows
from sociale_kaart.pages.page import by_name
from sociale_kaart.pages.rendering import Look, Renderer
from sociale_kaart.pages.site import kern_lists, pages

VANDAAG = date(2026, 11, 22)  # a Sunday
START = "naam: Proef\nsoort: ontmoetingsplek\nkort: Een proef.\n"

Make = Callable[..., SocialeKaart]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """`make(text, …)` gives the map with `velp/proef` as written in `text`, and other files by name."""

    def make(text: str = "", **others: str) -> SocialeKaart:
        more = {
            f"{name.replace('__', '/').replace('_', '-')}.yml": content for name, content in others.items()
        }
        return read_kaart(tmp_path, {**KLEIN, "velp/proef.yml": START + (text or "contact: loket\n"), **more})

    return make


def answers(kaart: SocialeKaart, id: str = "velp/proef") -> dict[str, tuple[str, ...]]:
    return {row.vraag: (row.antwoord, *row.klein) for row in antwoorden(kaart, kaart.initiatieven[id])}


# The block of answers


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        ("contact: loket\ndoelgroepen: [ouderen, mantelzorgers]\nleeftijd: 55+\n", "Voor wie", ("Ouderen en mantelzorgers", "vanaf 55 jaar")),
        ("contact: loket\n", "Waar", ("In Velp",)),
        ("contact: loket\nwerkgebied: alle\n", "Waar", ("In Velp",)),  # the only kern there is
        ("adres: op aanvraag\n", "Waar", ("Het adres hoort u als u contact opneemt",)),
        ("adres: {straat: Kerkweg, huisnummer: 3}\n", "Waar", ("Kerkweg 3, Velp",)),
        ("adres: {straat: Kerkweg}\n", "Waar", ("Kerkweg, Velp",)),
        ("adres: {locatie: Oude school, straat: Kerkweg, huisnummer: 3}\n", "Waar", ("Oude school", "Kerkweg 3, Velp")),
        ("plek: velp/de-poort\n", "Waar", ("De Poort", "Dorpsplein 1, Velp")),
        ("contact: loket\ntoegang: {kosten: gratis}\n", "Kosten", ("Gratis",)),
        ("contact: loket\ntoegang: {aanmelden: ja}\n", "Aanmelden", ("Ja, vooraf",)),
        ("plek: velp/de-poort\ntoegang: {aanmelden: nee, indicatie: nee}\n", "Aanmelden", ("Niet nodig, loop gerust binnen", "Geen indicatie nodig")),
        ("contact: loket\ntoegang: {indicatie: ja, verwijzing: ja}\n", "Meedoen", ("U hebt een indicatie nodig", "U hebt een verwijzing nodig")),
        ("contact: loket\ntoegang: {aanmelden: bij de balie}\n", "Aanmelden", ("Bij de balie",)),
    ],
)  # fmt: skip
def test_an_answer(make: Make, text: str, question: str, answer: tuple[str, ...]) -> None:
    assert answers(make(text))[question] == answer


def test_what_nobody_wrote_is_not_asked(make: Make) -> None:
    assert list(answers(make())) == ["Waar"]


def test_the_access_of_a_building_holds_for_who_meets_there(make: Make) -> None:
    poort = KLEIN["velp/de-poort.yml"] + "toegankelijkheid: [rolstoel]\n"
    kaart = make("plek: velp/de-poort\ntoegankelijkheid: [niet-rolstoel]\n", velp__de_poort=poort)

    label = kaart.begrippen["toegankelijkheid"]["rolstoel"].label
    assert answers(kaart)["Waar"][-1] == label


def test_when_in_sentences(make: Make) -> None:
    kaart = make(
        "contact: loket\nactiviteiten: [{naam: A, dag: dinsdag, tijd: 10-12 uur}, {naam: B, dag: dinsdag, tijd: 10-12 uur}]\n"
    )

    assert wanneer(kaart.initiatieven["velp/proef"]) == ["elke dinsdag van 10.00 tot 12.00 uur"]


def test_many_hours_are_said_in_short(make: Make) -> None:
    hours = "openingstijden: {maandag: 9-10 uur, dinsdag: 9-11 uur, woensdag: 9-12 uur, vrijdag: 9-13 uur}\n"
    proef = make("contact: loket\n" + hours).initiatieven["velp/proef"]

    assert len(wanneer(proef)) == 4
    assert wanneer_kort(proef) == ["open maandag tot en met woensdag en vrijdag"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("contact: {telefoon: [026 000 00 07, 026 000 00 08]}\n", "026 000 00 07"),
        ("contact: loket\n", "026 000 00 00"),
        ("plek: velp/de-poort\n", "026 000 00 01"),
        ("contact: loket\nplek: velp/de-poort\n", "026 000 00 00"),
        ("contact: {email: a@x.example}\nplek: velp/de-poort\n", None),
    ],
)
def test_whom_to_call(make: Make, text: str, number: str | None) -> None:
    kaart = make(text)
    found = bellen(kaart, kaart.initiatieven["velp/proef"])

    assert (found.tekst if found else None) == number


def test_a_kern_can_have_its_own_loket(make: Make) -> None:
    kaart = make(velp__kern="naam: Velp\nloket: velp/de-poort\n")

    velp, overal = loket_van(kaart, "velp"), loket_van(kaart, "overal")
    assert velp and velp.naam == "De Poort"
    assert overal and overal.naam == "Meldpunt"


# Times


def test_occurrences_as_text_for_the_browser() -> None:
    keren = [Keer(date(2026, 11, 24), 600, 720), Keer(date(2026, 11, 26), None, None), Keer(date(2026, 12, 1), 600, 720), Keer(date(2026, 12, 2), 1200, None)]  # fmt: skip

    assert encode(VANDAAG, keren) == "2026-11-22;600-720:2,9;-:4;1200-:10"
    assert encode(VANDAAG, []) == ""


def test_occurrences_begin_yesterday_and_end_after_26_weeks(make: Make) -> None:
    kaart = make(
        "contact: loket\nactiviteiten: [{naam: A, dag: dagelijks, tijd: 22:00-01:00}]\n".replace(
            "dagelijks", "[maandag, dinsdag, woensdag, donderdag, vrijdag, zaterdag, zondag]"
        )
    )
    found = occurrences(kaart, kaart.initiatieven["velp/proef"])

    assert (found[0].datum, found[0].einde) == (date(2026, 11, 21), 1500)
    assert found[-1].datum == date(2027, 5, 23)


def test_nothing_while_it_is_closed(make: Make) -> None:
    activity = "contact: loket\nactiviteiten: [{naam: A, dag: dinsdag, tijd: 10-12 uur}]\nstatus: tijdelijk-gesloten\n"
    closed = make(activity)
    assert occurrences(closed, closed.initiatieven["velp/proef"]) == []

    until = make(activity + "gesloten_tot: 2027-01-05\n")
    assert occurrences(until, until.initiatieven["velp/proef"])[0].datum == date(2027, 1, 5)
    assert list(week_rows(until, until.initiatieven["velp/proef"])) == []


def test_the_week_has_what_happens_but_not_what_is_open_every_day(make: Make) -> None:
    kaart = make(
        "contact: loket\nopeningstijden: {maandag: 9-12 uur}\nactiviteiten: [{naam: Koor, dag: maandag, tijd: 9-10 uur}, {naam: Soep, dag: dinsdag, tijd: vanaf 12 uur}]\n"
    )

    names = [name for name, keren in week_rows(kaart, kaart.initiatieven["velp/proef"]) if keren]
    poort = [name for name, _ in week_rows(kaart, kaart.initiatieven["velp/de-poort"])]

    assert names == ["Koor", "Soep"]  # and not once more for being open when the choir sings
    assert poort == ["Samen eten"]


def test_the_week_of_a_building_has_what_happens_in_it(make: Make) -> None:
    kaart = make(
        "plek: velp/de-poort\nactiviteiten: [{naam: Hier, dag: maandag, tijd: 9-10 uur}, {naam: Elders, dag: maandag, tijd: 9-10 uur, plek: velp/hal}]\n",
        velp__hal=START + "adres: {straat: Halweg, huisnummer: 1}\n",
    )

    assert [
        name for name, _ in week_rows(kaart, kaart.initiatieven["velp/proef"], only_in="velp/de-poort")
    ] == ["Hier"]
    assert [name for name, _ in week_rows(kaart, kaart.initiatieven["velp/proef"], only_in="velp/hal")] == [
        "Elders"
    ]


def test_the_first_dates_of_what_is_not_every_week(make: Make) -> None:
    kaart = make(
        "contact: loket\nactiviteiten: [{naam: A, dag: woensdag, herhaling: even weken}, {naam: B, dag: woensdag}]\n"
    )
    changing, weekly = kaart.initiatieven["velp/proef"].activiteiten

    assert first_dates(kaart, changing) == "25 november, 9 december en 23 december"
    assert first_dates(kaart, weekly) == ""


# Lists, cards, addresses


def test_a_kern_has_three_lines_then_themas_then_who_comes_from_elsewhere(make: Make) -> None:
    extra = {
        "velp__buren": "naam: Buren\nsoort: buurtnetwerk\nkort: Buren.\ncontact: loket\n",
        "velp__koor": "naam: Koor\nsoort: vereniging\nkort: Zang.\ncontact: loket\nthemas: [cultuur-en-creatief]\n",
        "velp__los": "naam: Los\nsoort: vereniging\nkort: Iets.\ncontact: loket\n",
        "overal__bus": "naam: Bus\nsoort: vrijwilligersorganisatie\nkort: Rijden.\ncontact: loket\n",
        "overal__telefoon": "naam: Telefoon\nsoort: burenhulp\nkort: Bellen.\ncontact: loket\n",
    }
    kaart = make("contact: loket\n", **extra)
    lists = kern_lists(kaart, kaart.kernen["velp"], kaart.in_kern["velp"], kaart.ook_voor["velp"])

    assert [(one.titel, [entry.naam for entry in one.initiatieven]) for one in lists] == [
        ("Hulp van buren", ["Buren", "Telefoon"]),
        ("Plekken voor iedereen", ["De Poort", "Proef"]),
        ("Als het thuis moeilijker wordt", []),
        (kaart.begrippen["themas"]["cultuur-en-creatief"].label, ["Koor"]),
        ("En verder", ["Los"]),
        ("Komt ook in Velp", ["Bus"]),
    ]
    assert lists[2].leeg
    assert len({one.id for one in lists}) == len(lists)


def test_lists_are_by_name_without_regard_to_case(make: Make) -> None:
    kaart = make(velp__a="naam: aan tafel\nsoort: vereniging\nkort: x.\ncontact: loket\n")

    assert [one.naam for one in by_name(kaart.initiatieven.values())] == ["aan tafel", "De Poort", "Proef"]


def test_a_card_says_that_it_comes_from_elsewhere(make: Make) -> None:
    kaart = make(overal__bus="naam: Bus\nsoort: burenhulp\nkort: Rijden.\ncontact: loket\nvoorbeeld: ja\n")
    renderer = Renderer(kaart, Look())
    bus = kaart.initiatieven["overal/bus"]

    assert "voor heel de gemeente" in renderer.card(bus, "../", "velp")
    assert "voor heel de gemeente" not in renderer.card(bus, "../")
    assert 'href="../overal/bus/"' in renderer.card(bus, "../")
    assert "voorbeeld</span>" in renderer.card(bus, "../")


@pytest.mark.parametrize(
    ("directory_urls", "addresses"),
    [(True, ["../velp/", "../"]), (False, ["../velp/index.html", "../index.html"])],
)
def test_addresses(make: Make, directory_urls: bool, addresses: list[str]) -> None:
    renderer = Renderer(make(), Look(directory_urls=directory_urls))

    assert [renderer.address("../", path) for path in ("velp", "")] == addresses


def test_two_of_one_name_have_pages_that_can_be_told_apart(make: Make) -> None:
    kaart = make(overal__proef=START + "contact: loket\n")

    titles = [page.title for page in pages(kaart) if page.path.endswith("/proef")]
    assert titles == ["Proef, Heel Proefdorp", "Proef, Velp"] or titles == [
        "Proef, Velp",
        "Proef, Heel Proefdorp",
    ]
