"""What the finder shows of each initiative, and filters on: one column a property, all in the same order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from ..format.herhaling import Eenmalig
from ..format.initiatief import Initiatief
from ..format.onderdelen import Activiteit
from ..kaart import SocialeKaart, all_doelgroepen, all_themas
from ..pages.antwoorden import adres_regel, antwoorden, bellen
from .documenten import kenmerken
from .woorden import words

Columns = dict[str, list[Any]]


def columns(kaart: SocialeKaart, those: Sequence[Initiatief], keren: Callable[[Initiatief], str]) -> Columns:
    rows = [_row(kaart, one, keren(one)) for one in those]
    return {name: [row[name] for row in rows] for name in (rows[0] if rows else ())}


def _row(kaart: SocialeKaart, one: Initiatief, keren: str) -> dict[str, Any]:
    row = _all(kaart, one, keren)
    # Of what stopped only that it did; its page tells the rest.
    return {**row, **_STOPPED} if one.gestopt else row


_STOPPED = {
    "kort": "Is gestopt.",
    "themas": "",
    "doelgroepen": "",
    "voor": "",
    "waar": "",
    "kenmerken": "",
    "punt": 0,
    "keren": "",
    "activiteiten": [],
    "telefoon": "",
}


def _all(kaart: SocialeKaart, one: Initiatief, keren: str) -> dict[str, Any]:
    """Without an id that follows from kern and name, as most do."""
    telefoon = bellen(kaart, one)
    answers = {row.vraag: row.antwoord for row in antwoorden(kaart, one)}
    return {
        "id": "" if one.id == f"{one.kern}/{'-'.join(words(one.naam))}" else one.id,
        "naam": one.naam,
        "kort": one.kort,
        "kern": one.kern,
        "soort": one.soort,
        "cirkel": kaart.cirkel(one).id,
        "themas": " ".join(all_themas(one)),
        "doelgroepen": " ".join(id for id in all_doelgroepen(one) if id != "iedereen"),
        "voor": answers.get("Voor wie", ""),
        "waar": _place(kaart, one),
        "kenmerken": " ".join((*kenmerken(one), *(("rolstoel",) if _wheelchair(kaart, one) else ()))),
        "bedient": _served(kaart, one),
        "aanhuis": 1 if "aan-huis" in one.waar else 0,
        "punt": _point(kaart, one),
        "keren": keren.partition(";")[2],
        "activiteiten": [_activity(activity) for activity in one.activiteiten],
        "telefoon": telefoon.tekst if telefoon else "",
        "dicht": 1 if one.status == "tijdelijk-gesloten" or one.gestopt else 0,
        "gestopt": 1 if one.gestopt else 0,
        "voorbeeld": 1 if one.voorbeeld else 0,
    }


def _place(kaart: SocialeKaart, one: Initiatief) -> str:
    """Its building and street, without the kern: that is another column."""
    adres, gebouw = kaart.adres(one), kaart.gebouw(one)
    if adres is None or adres.op_aanvraag:
        return ""
    naam = gebouw.naam if gebouw else adres.locatie
    return ", ".join(part for part in (naam, adres_regel(kaart, one, adres)) if part)


def _point(kaart: SocialeKaart, one: Initiatief) -> list[float] | int:
    """Latitude and longitude, and a 1 when only the street is known; 0 without a place on the map."""
    punt, adres = kaart.punt(one), kaart.adres(one)
    if not punt or not adres:
        return 0
    return [round(punt.lat, 4), round(punt.lon, 4), *([1] if adres.als_gebied else [])]


def _wheelchair(kaart: SocialeKaart, one: Initiatief) -> bool:
    """Its building's word holds for what happens there."""
    return "rolstoel" in (kaart.gebouw(one) or one).toegankelijkheid


def _served(kaart: SocialeKaart, one: Initiatief) -> str:
    """The kernen that it serves; "" for its own alone, "*" for all."""
    served = kaart.bedient(one)
    if served == [one.kern]:
        return ""
    return "*" if len(served) == len(kaart.dorpen) else " ".join(served)


def _activity(activity: Activiteit) -> list[Any]:
    """Name, days (1 is Monday), and when it begins in minutes or -1."""
    when = activity.wanneer
    days = [when.datum.weekday()] if isinstance(when, Eenmalig) else when.dagen
    begin = activity.tijd.begin if activity.tijd else -1
    return [activity.naam, "".join(str(day + 1) for day in days), begin]
