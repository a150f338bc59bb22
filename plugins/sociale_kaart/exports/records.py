"""An initiative as plain data, with the words of the format. What every export is made from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from ..agenda import Agenda
from ..format.herhaling import Herhaling
from ..format.initiatief import Initiatief
from ..format.onderdelen import Adres, Contact
from ..format.openingstijden import Blok as Week
from ..format.openingstijden import Openingstijden
from ..format.tijden import Seizoen, Tijdvak
from ..format.velden import Blok
from ..format.waarden import Leeftijd, Punt, Telefoon
from ..kaart import SocialeKaart


@dataclass(frozen=True)
class Source:
    """What the exports are made from. `page_address` gives an id's full address on the web, or ""."""

    agenda: Agenda
    page_address: Callable[[str], str] = lambda _: ""

    @property
    def kaart(self) -> SocialeKaart:
        return self.agenda.kaart

    @cached_property
    def records(self) -> Mapping[str, dict[str, Any]]:
        """By id; more than one format is made from them."""
        return {id: record(self.kaart, one) for id, one in self.kaart.initiatieven.items()}


def record(kaart: SocialeKaart, initiatief: Initiatief) -> dict[str, Any]:
    """All that is known of it. What nobody filled in is left out; `voorbeeld` and `kern` always stand there.

    Its place is `adres.punt`, as precise as the address was written; `url` is its page below the site's root.
    """
    unknown = [id for _, id in initiatief.references if id not in kaart.initiatieven]
    fields = {name: plain(getattr(initiatief, name)) for name in type(initiatief).model_fields}
    written = _filled(_without(unknown, fields))
    written.pop("beheer", None)
    if initiatief.beheer and initiatief.beheer.gecontroleerd:
        written["gecontroleerd"] = initiatief.beheer.gecontroleerd.isoformat()
    if initiatief.beheer and initiatief.beheer.bron:
        written["bron"] = initiatief.beheer.bron
    return {
        **written,
        "cirkel": kaart.cirkel(initiatief).id,
        "url": f"{initiatief.id}/",
        "voorbeeld": initiatief.voorbeeld,
        "wanneer": sentences(initiatief),
    }


def sentences(initiatief: Initiatief) -> list[str]:
    """When it is, as people say it: each activity, then the opening hours."""
    activities = [activity.wanneer.zin() for activity in initiatief.activiteiten]
    return activities + (initiatief.openingstijden.zinnen() if initiatief.openingstijden else [])


def _filled(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in (None, "", [], {})}


def _without(ids: Sequence[str], value: Any) -> Any:
    """`value` without references to what is not published: not even the name of a file may go out."""
    if isinstance(value, dict):
        return {key: _without(ids, inner) for key, inner in value.items() if inner not in ids}
    if isinstance(value, list):
        return [_without(ids, inner) for inner in value if inner not in ids]
    return value


def _week(blok: Week) -> dict[str, Any]:
    around = {"seizoen": plain(blok.seizoen), "niet_in": list(blok.niet_in), "opmerking": blok.opmerking}
    return {**dict(blok.regels()), **_filled(around)}


def plain(value: Any) -> Any:
    """A value of the model as JSON has it."""
    match value:
        case Contact() if value.via_loket:
            return "loket"
        case Adres() if value.op_aanvraag:
            return "op aanvraag"
        case Blok():
            return _filled({name: plain(getattr(value, name)) for name in type(value).model_fields})
        case Openingstijden():
            return "op afspraak" if value.op_afspraak else [_week(blok) for blok in value.blokken]
        case Telefoon():
            return value.tekst
        case Punt():
            return [value.lat, value.lon]
        case Tijdvak():
            return value.kort()
        case Seizoen() | Leeftijd():
            return value.zin()
        case Herhaling():
            return value.soort if value.soort != "maand" else list(value.nummers)
        case date():
            return value.isoformat()
        case tuple() | list():
            return [plain(one) for one in value]
        case _:
            return value
