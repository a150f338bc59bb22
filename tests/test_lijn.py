"""The continuous line, with cases that a coach would recognise, and the situations of `bench/situaties`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from sites import KLEIN, ROOT, VANDAAG, read_kaart
from sociale_kaart.kaart import SocialeKaart
from sociale_kaart.lijn import Kant, Lijn
from sociale_kaart.loading import load
from sociale_kaart.opening import open_all
from sociale_kaart.pages.lijn import blokken, waarom

SITUATIES = ROOT / "bench" / "situaties"
Make = Callable[..., SocialeKaart]

# Velp, with a neighbouring village at 3 km and one at 12 km.
DORPEN = {
    "rheden/kern.yml": "naam: Rheden\nmiddelpunt: [52.005, 6.015]\n",
    "dieren/kern.yml": "naam: Dieren\nmiddelpunt: [52.051, 6.104]\n",
}
BIJ_VELP, BIJ_RHEDEN, BIJ_DIEREN = "[51.997, 5.976]", "[52.005, 6.010]", "[52.051, 6.104]"


def plek(soort: str, themas: str = "", voor: str = "", punt: str = BIJ_VELP, more: str = "") -> str:
    return (
        f"naam: Proef\nsoort: {soort}\nkort: Een proef.\nthemas: [{themas}]\ndoelgroepen: [{voor}]\n"
        f"adres: {{straat: Weg, huisnummer: 1, punt: {punt}}}\n{more}"
    )


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """`make(velp__soep=plek(…))` gives the map of three villages with these entries."""

    def make(**entries: str) -> SocialeKaart:
        named = {f"{key.replace('__', '/').replace('_', '-')}.yml": text for key, text in entries.items()}
        return read_kaart(tmp_path, {**KLEIN, **DORPEN, **named})

    return make


def ids(kant: Kant) -> list[str]:
    return [stap.initiatief.id for stap in kant.dichtbij]


def verder(kaart: SocialeKaart, id: str) -> Kant:
    return Lijn(kaart).verder(kaart.initiatieven[id])


def lichter(kaart: SocialeKaart, id: str) -> Kant:
    return Lijn(kaart).lichter(kaart.initiatieven[id])


# Cases of a coach


def test_a_visitor_of_the_dorpshuis_becomes_frail(make: Make) -> None:
    kaart = make(
        velp__dorpshuis=plek("dorpshuis", "ontmoeting, maaltijden", "iedereen"),
        velp__huiskamer=plek("tussenvoorziening", "ontmoeting, dagbesteding", "ouderen"),
        velp__kaartclub=plek("vereniging", "ontmoeting", "ouderen"),
        velp__verpleeghuis=plek("zorgaanbieder", "ontmoeting, dagbesteding", "ouderen"),
    )

    assert ids(verder(kaart, "velp/dorpshuis")) == ["velp/huiskamer"]  # one circle, not two


def test_after_an_operation_back_to_an_ordinary_club(make: Make) -> None:
    kaart = make(
        velp__huiskamer=plek("tussenvoorziening", "ontmoeting, bewegen", "ouderen"),
        velp__wandelclub=plek("vereniging", "bewegen", "iedereen"),
        velp__kaartclub=plek("vereniging", "ontmoeting", "iedereen"),
        velp__boeken=plek("uitleenpunt", "cultuur-en-creatief", "iedereen"),
    )

    assert ids(lichter(kaart, "velp/huiskamer"))[0] == "velp/wandelclub"
    assert "velp/boeken" not in ids(lichter(kaart, "velp/huiskamer"))


def test_a_carer_gets_respite_before_day_care(make: Make) -> None:
    kaart = make(
        velp__praatgroep=plek("lotgenotengroep", "geheugen, zorgen-voor-een-ander", "mantelzorgers, dementie"),
        velp__steunpunt=plek("steunpunt", "zorgen-voor-een-ander", "mantelzorgers", more="mantelzorg: [respijtzorg]\n"),
        velp__dagbesteding=plek("zorgaanbieder", "geheugen", "dementie, mantelzorgers"),
    )  # fmt: skip

    assert ids(verder(kaart, "velp/praatgroep")) == ["velp/steunpunt"]
    assert ids(verder(kaart, "velp/steunpunt")) == ["velp/dagbesteding"]


def test_a_youth_club_is_no_step_back_for_the_old(make: Make) -> None:
    kaart = make(
        velp__huiskamer=plek("tussenvoorziening", "ontmoeting", "ouderen, dementie"),
        velp__zolder=plek("ontmoetingsplek", "ontmoeting", "jongeren"),
        velp__soos=plek("ontmoetingsplek", "ontmoeting", "", more="leeftijd: 12-18\n"),
        velp__koor=plek("vereniging", "ontmoeting", "iedereen"),
    )

    assert set(ids(lichter(kaart, "velp/huiskamer"))) == {"velp/koor", "velp/de-poort"}


# What comes first


def test_what_somebody_chose_comes_first_even_if_it_is_far_and_skips_a_circle(make: Make) -> None:
    kaart = make(
        velp__koor=plek("vereniging", "ontmoeting", "iedereen", more="zwaarder: dieren/zorg\n"),
        velp__huiskamer=plek("tussenvoorziening", "ontmoeting", "ouderen"),
        dieren__zorg=plek("zorgaanbieder", "wonen", "", punt=BIJ_DIEREN),
    )

    assert ids(verder(kaart, "velp/koor")) == ["dieren/zorg", "velp/huiskamer"]


def test_the_rare_weighs_more_than_the_common(make: Make) -> None:
    clubs = {f"velp__club_{n}": plek("vereniging", "ontmoeting", "iedereen") for n in range(8)}
    kaart = make(
        velp__groep=plek("lotgenotengroep", "ontmoeting, rouw-en-verlies", "nabestaanden"),
        velp__inloop=plek("inloophuis", "ontmoeting", "iedereen"),
        velp__gesprek=plek("welzijnsorganisatie", "rouw-en-verlies", "iedereen"),
        **clubs,
    )

    assert ids(verder(kaart, "velp/groep")) == ["velp/gesprek", "velp/inloop"]


def test_of_two_alike_the_nearer_and_of_many_three(make: Make) -> None:
    points = [f"[51.99{n}, 5.976]" for n in (9, 8, 7, 3, 2)]
    kaart = make(
        velp__koor=plek("vereniging", "zingeving", "iedereen", punt="[51.999, 5.976]"),
        **{
            f"velp__plek_{n}": plek("inloophuis", "zingeving", "iedereen", punt=point)
            for n, point in enumerate(points)
        },
    )

    assert ids(verder(kaart, "velp/koor")) == ["velp/plek-0", "velp/plek-1", "velp/plek-2"]


def test_closed_comes_later_and_stopped_not_at_all(make: Make) -> None:
    kaart = make(
        velp__koor=plek("vereniging", "zingeving", "iedereen"),
        velp__dicht=plek("inloophuis", "zingeving", "iedereen", more="status: tijdelijk-gesloten\n"),
        velp__open=plek("inloophuis", "zingeving", "iedereen", punt="[51.990, 5.976]"),
        velp__voorbij=plek("inloophuis", "zingeving", "iedereen", more="status: gestopt\n"),
    )

    assert ids(verder(kaart, "velp/koor")) == ["velp/open", "velp/dicht"]


# What is near


def test_a_place_in_the_next_village_is_near_unless_it_is_for_its_own_people(make: Make) -> None:
    kaart = make(
        velp__koor=plek("vereniging", "zingeving", "iedereen"),
        rheden__inloop=plek("inloophuis", "zingeving", "iedereen", punt=BIJ_RHEDEN),
        rheden__alleen=plek("inloophuis", "zingeving", "iedereen", BIJ_RHEDEN, "werkgebied: rheden\n"),
        dieren__ver=plek("inloophuis", "zingeving", "iedereen", punt=BIJ_DIEREN),
    )

    assert ids(verder(kaart, "velp/koor")) == ["rheden/inloop"]


def test_who_comes_to_you_is_nearer_than_a_place_around_the_corner(make: Make) -> None:
    kaart = make(
        velp__buurt=plek("buurtnetwerk", "vervoer", "ouderen"),
        velp__rit="naam: Rit\nsoort: vrijwilligersorganisatie\nkort: Rit.\nthemas: [vervoer]\ndoelgroepen: [ouderen]\nwaar: [aan-huis]\ncontact: loket\n",
        velp__bus=plek("vereniging", "vervoer", "ouderen", punt="[51.999, 5.976]"),
    )

    assert ids(verder(kaart, "velp/buurt"))[:2] == ["velp/rit", "velp/bus"]


def test_neighbours_help_with_whatever_it_is_but_one_of_them_is_enough(make: Make) -> None:
    kaart = make(
        velp__koor=plek("vereniging", "zingeving", "iedereen"),
        velp__straat=plek("buurtnetwerk", "boodschappen", "ouderen"),
        velp__blok=plek("burenhulp", "klussen-en-tuin", "ouderen"),
    )

    assert len(ids(lichter(kaart, "velp/koor"))) == 1


def test_nothing_near_names_the_nearest_elsewhere_and_the_loket(make: Make) -> None:
    kaart = make(
        velp__koor=plek("vereniging", "zingeving", "iedereen"),
        dieren__ver=plek("inloophuis", "zingeving", "iedereen", punt=BIJ_DIEREN),
    )
    koor = kaart.initiatieven["velp/koor"]
    kant = verder(kaart, "velp/koor")

    assert (ids(kant), kant.elders and kant.elders.initiatief.id) == ([], "dieren/ver")
    meer = blokken(kaart, Lijn(kaart), koor)[-1]
    assert meer.zin.startswith("Wij kennen dicht bij Velp nog niets")
    assert [(one.id, reden) for one, reden in meer.stappen] == [("dieren/ver", "Ook geloof en levensvragen, 11 km in Dieren, met een professional erbij")]  # fmt: skip
    assert meer.loket and meer.loket.naam == "Meldpunt"


def test_the_ends_of_the_line_say_so(make: Make) -> None:
    kaart = make(
        velp__straat=plek("buurtnetwerk", "boodschappen", "ouderen"),
        velp__zorg=plek("zorgaanbieder", "wonen", "ouderen"),
    )
    lijn = Lijn(kaart)

    terug = blokken(kaart, lijn, kaart.initiatieven["velp/straat"])[0]
    meer = blokken(kaart, lijn, kaart.initiatieven["velp/zorg"])[-1]
    assert (terug.stappen, terug.zin) == ((), "Dit is al dicht bij huis. Nog dichterbij: uzelf, uw familie en uw vrienden.")  # fmt: skip
    assert meer.loket and "huisarts" in meer.zin


def test_the_reason_in_a_few_words(make: Make) -> None:
    kaart = make(
        velp__koor=plek("vereniging", "ontmoeting", "ouderen"),
        velp__huiskamer=plek("tussenvoorziening", "ontmoeting", "ouderen", punt="[51.9934, 5.976]"),
    )
    stap = verder(kaart, "velp/koor").dichtbij[0]

    said = waarom(kaart, kaart.initiatieven["velp/koor"], stap)
    assert said == "Ook ontmoeting, 400 meter, met een professional erbij"


def test_an_address_that_is_not_told_gives_no_distance(make: Make) -> None:
    hidden = plek("inloophuis", "ontmoeting", "iedereen")
    hidden = (
        "\n".join(line for line in hidden.splitlines() if not line.startswith("adres"))
        + "\nadres: op aanvraag\n"
    )
    kaart = make(velp__huis=hidden)
    stap = verder(kaart, "velp/de-poort").dichtbij[0]

    assert waarom(kaart, kaart.initiatieven["velp/de-poort"], stap) == "Ook ontmoeting, in Velp, met een professional erbij"  # fmt: skip


# The situations


def situations(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = yaml.safe_load((SITUATIES / f"{name}.yml").read_text("utf-8"))
    return rows


@pytest.fixture(scope="module")
def rheden_kaart() -> SocialeKaart:
    return open_all(load(ROOT / "initiatives"), date.fromisoformat(VANDAAG)).kaart()


def test_the_coach_names_one_of_the_first_three_in_18_of_20_situations(rheden_kaart: SocialeKaart) -> None:
    lijn = Lijn(rheden_kaart)
    rows = [*situations("ontwikkel"), *situations("achtergehouden")]
    missed = [row["naam"] for row in rows if not set(row["noemt"]) & set(offered(lijn, row))]

    assert len(rows) == 20
    assert len(missed) <= 2, missed


def offered(lijn: Lijn, row: dict[str, Any]) -> list[str]:
    one = lijn.kaart.initiatieven[row["pagina"]]
    return ids(lijn.lichter(one) if row["richting"] == "lichter" else lijn.verder(one))
