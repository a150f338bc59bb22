"""Whether an answer is the address that was asked.

A service nearly always finds something, and its own score says nothing. Only fields that are equal do: postcode,
house number with letter and addition, and town; and the point lies where it should. Everything else is doubtful,
with a sentence that says why and one that says what to do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..format.tijden import som_op
from ..format.waarden import Punt
from .address import (
    Address,
    alike,
    digits,
    one_number,
    same_door,
    same_name,
    same_postcode,
    same_street,
    written_postcode,
)
from .answer import Candidate

NETHERLANDS = (Punt(50.7, 3.2), Punt(53.7, 7.3))
_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Area:
    """Where a point may lie: south-west and north-east, and the name for it."""

    naam: str
    bounds: tuple[Punt, Punt]

    def has(self, punt: Punt) -> bool:
        south_west, north_east = self.bounds
        return south_west.lat <= punt.lat <= north_east.lat and south_west.lon <= punt.lon <= north_east.lon

    def wider(self, lat: float, lon: float) -> Area:
        south_west, north_east = self.bounds
        return Area(
            self.naam,
            (
                Punt(south_west.lat - lat, south_west.lon - lon),
                Punt(north_east.lat + lat, north_east.lon + lon),
            ),
        )


@dataclass(frozen=True, slots=True)
class Verdict:
    """`candidates` are what was found, the likeliest first. Without a reason the first one is the address."""

    candidates: tuple[Candidate, ...] = ()
    reason: str = ""
    remedy: str = ""
    explained: bool = False  # whether the reason says enough, so that asking more is of no use

    @property
    def found(self) -> bool:
        return bool(self.candidates) and not self.reason


LOOK_AGAIN = "Kijk of het adres klopt."


def decide(asked: Address, candidates: Sequence[Candidate], area: Area) -> Verdict:
    """The verdict on the first answer."""
    equal = matches(asked, candidates)
    if not equal:
        return not_it(asked, candidates)
    if len(equal) > 1 and asked.huisnummer:
        labels = som_op([one.label for one in equal[:_SHOWN]])
        remedy = "Zet de postcode bij het adres." if not asked.postcode else LOOK_AGAIN
        return Verdict(tuple(equal), f"Er zijn meer adressen die zo heten: {labels}.", remedy, True)
    first = equal[0]
    if first.punt is None:
        return Verdict((), "De dienst kent het adres, maar zegt niet waar het ligt.", _BY_HAND, True)
    if not area.has(first.punt):
        return Verdict((first,), _outside(first.punt, area), LOOK_AGAIN, True)
    return Verdict((first,))


def matches(asked: Address, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Those that are the address; for a street without number one is enough."""
    if not asked.huisnummer:
        streets = [one for one in candidates if one.straat and not one.huisnummer and _agrees(asked, one)]
        return [one for one in streets if same_street_as(asked, one)][:1]
    doors = [one for one in candidates if _is_house(asked, one)]
    exact = [one for one in doors if one_number(one.huisnummer) == asked.huisnummer]
    return list({(one.label, one.punt): one for one in exact or doors}.values())


def same_street_as(asked: Address, one: Candidate) -> bool:
    return any(same_street(asked.straat, name) for name in (one.straat, one.straat_kort) if name)


def _is_house(asked: Address, one: Candidate) -> bool:
    if not same_door(asked.huisnummer, one.huisnummer) or not _agrees(asked, one):
        return False
    if same_street_as(asked, one):
        return True
    # A postcode and a number are one house: a slip in the name of the street, or none at all, is no matter.
    return bool(asked.postcode) and (not one.straat or alike(asked.straat, one.straat))


def _agrees(asked: Address, one: Candidate) -> bool:
    """Town, and postcode where one was written."""
    return in_town(asked, one) and (not asked.postcode or same_postcode(asked.postcode, one.postcode))


def in_town(asked: Address, one: Candidate) -> bool:
    return any(same_name(asked.plaats, name) for name in one.plaatsen)


def _outside(punt: Punt, area: Area) -> str:
    inside = Area("Nederland", NETHERLANDS).has(punt)
    where = f"de gemeente {area.naam}" if inside else "Nederland"
    return f"Het punt dat de dienst geeft, ligt buiten {where} ({punt.lat:.5f}, {punt.lon:.5f})."


_BY_HAND = "Zet er met de hand een `punt` bij."
Told = tuple[str, str, bool]  # reason, remedy, and whether that explains enough
Case = tuple[Callable[[Address, Candidate], bool], Callable[[Address, list[Candidate]], Told]]


def not_it(asked: Address, candidates: Sequence[Candidate]) -> Verdict:
    """Why nothing of this is the address: the first case that holds for one of them, with all that it holds for."""
    for holds, told in _CASES:
        nearest = [one for one in candidates if holds(asked, one)]
        if nearest:
            reason, remedy, explained = told(asked, nearest)
            rest = [one for one in candidates if one not in nearest and one.straat]
            return Verdict((*nearest, *rest)[:_SHOWN], reason, remedy, explained)
    return Verdict((), "De dienst kent dit adres niet.", LOOK_AGAIN)


def _other_door(asked: Address, one: Candidate) -> bool:
    number = digits(one.huisnummer) == digits(asked.huisnummer) != ""
    other = number and not same_door(one.huisnummer, asked.huisnummer)
    return other and _agrees(asked, one) and (bool(asked.postcode) or same_street_as(asked, one))


def _tell_doors(asked: Address, doors: list[Candidate]) -> Told:
    names = list(dict.fromkeys(one.huisnummer for one in doors))
    if asked.huisnummer == digits(asked.huisnummer) and len(names) > 1:
        reason = f"Op nummer {asked.huisnummer} zijn er meer deuren: {som_op(names[:_SHOWN])}."
        return reason, "Schrijf bij `huisnummer` ook de letter of toevoeging.", True
    reason = f"Nummer {asked.huisnummer} is er niet, wel {som_op(names[:_SHOWN])}."
    return reason, "Kijk of de letter of toevoeging klopt.", True


def _other_town(asked: Address, one: Candidate) -> bool:
    postcode = bool(asked.postcode) and same_postcode(asked.postcode, one.postcode)
    return (
        postcode
        and not in_town(asked, one)
        and (not asked.huisnummer or same_door(asked.huisnummer, one.huisnummer))
    )


def _tell_town(asked: Address, found: list[Candidate]) -> Told:
    town = found[0].plaats or "een andere plaats"
    reason = f"Postcode {written_postcode(asked.postcode)} hoort bij {town}, niet bij {asked.plaats}."
    return reason, f"Is het {town}? Schrijf dan `plaats: {town}`. Of kijk of de postcode klopt.", False


def _other_street(asked: Address, one: Candidate) -> bool:
    return bool(asked.postcode and asked.huisnummer) and (
        _agrees(asked, one) and same_door(asked.huisnummer, one.huisnummer)
    )


def _tell_street(asked: Address, found: list[Candidate]) -> Told:
    street = found[0].straat
    reason = (
        f"Postcode {written_postcode(asked.postcode)} hoort bij de straat {street}, niet bij {asked.straat}."
    )
    return reason, f"Is het {street}? Verander dan `straat`. Of kijk of de postcode klopt.", False


def _other_postcode(asked: Address, one: Candidate) -> bool:
    house = not asked.huisnummer or same_door(asked.huisnummer, one.huisnummer)
    return bool(asked.postcode) and in_town(asked, one) and same_street_as(asked, one) and house


def _tell_postcode(asked: Address, found: list[Candidate]) -> Told:
    wrong, right = written_postcode(asked.postcode), written_postcode(found[0].postcode)
    if not right:
        return f"Postcode {wrong} is hier niet bevestigd.", LOOK_AGAIN, False
    return f"Bij dit adres hoort postcode {right}, niet {wrong}.", f"Schrijf `postcode: {right}`.", False


def _misspelt(asked: Address, one: Candidate) -> bool:
    house = same_door(asked.huisnummer, one.huisnummer) if asked.huisnummer else not one.huisnummer
    return (
        house and in_town(asked, one) and alike(asked.straat, one.straat) and not same_street_as(asked, one)
    )


def _tell_misspelt(asked: Address, found: list[Candidate]) -> Told:
    return f"De straat {asked.straat} is niet gevonden.", f"Bedoelt u {found[0].straat}?", not asked.postcode


def _elsewhere(asked: Address, one: Candidate) -> bool:
    house = same_door(asked.huisnummer, one.huisnummer) if asked.huisnummer else not one.huisnummer
    return house and same_street_as(asked, one) and not in_town(asked, one) and bool(one.plaats)


def _tell_elsewhere(asked: Address, found: list[Candidate]) -> Told:
    town = found[0].plaats
    remedy = f"Is het {town}? Schrijf dan `plaats: {town}`."
    return f"Dit adres is er in {town}, niet in {asked.plaats}.", remedy, not asked.postcode


def _only_street(asked: Address, one: Candidate) -> bool:
    return bool(asked.huisnummer) and in_town(asked, one) and same_street_as(asked, one)


def _tell_only_street(asked: Address, found: list[Candidate]) -> Told:
    reason = f"De straat {found[0].straat} is er wel, maar nummer {asked.huisnummer} niet."
    return reason, "Kijk of het huisnummer klopt.", True


def _other_streets(asked: Address, one: Candidate) -> bool:
    return bool(one.straat)


def _tell_other(asked: Address, found: list[Candidate]) -> Told:
    return f"De dienst vond iets anders: {found[0].label}.", LOOK_AGAIN, False


def _tell_region(asked: Address, found: list[Candidate]) -> Told:
    return f"De dienst vond alleen een gebied ({found[0].label}), geen straat.", LOOK_AGAIN, False


_CASES: tuple[Case, ...] = (
    (_other_door, _tell_doors),
    (_other_town, _tell_town),
    (_other_street, _tell_street),
    (_other_postcode, _tell_postcode),
    (_misspelt, _tell_misspelt),
    (_elsewhere, _tell_elsewhere),
    (_only_street, _tell_only_street),
    (_other_streets, _tell_other),
    (lambda asked, one: True, _tell_region),
)
