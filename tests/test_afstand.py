"""Distances, and how people say them."""

from __future__ import annotations

import pytest

from sociale_kaart.format.afstand import afstand_zin, metres
from sociale_kaart.format.waarden import Punt


@pytest.mark.parametrize(
    ("distance", "said"),
    [
        (0, "10 meter"),
        (17, "20 meter"),
        (94.9, "90 meter"),
        (95, "100 meter"),
        (312, "300 meter"),
        (325, "350 meter"),
        (974, "950 meter"),
        (975, "1 km"),
        (1_049, "1 km"),
        (1_050, "1,1 km"),
        (2_380, "2,4 km"),
        (9_949, "9,9 km"),
        (9_950, "10 km"),
        (12_499, "12 km"),
        (12_500, "13 km"),
    ],
)
def test_a_distance_is_said_as_people_say_it(distance: float, said: str) -> None:
    assert afstand_zin(distance) == said


def test_further_is_never_said_as_nearer() -> None:
    def size(said: str) -> float:
        number, unit = said.split()
        return float(number.replace(",", ".")) * (1000 if unit == "km" else 1)

    sizes = [size(afstand_zin(distance)) for distance in range(0, 20_000, 7)]
    assert sizes == sorted(sizes)


def test_metres_go_straight_north_and_straight_east() -> None:
    # A degree of latitude is 111.2 km; at 52° north one of longitude is 68.7 km.
    assert metres(Punt(52.00, 6.0), Punt(52.01, 6.0)) == pytest.approx(1_112, rel=0.005)
    assert metres(Punt(52.00, 6.00), Punt(52.00, 6.01)) == pytest.approx(687, rel=0.005)
