"""Whether people can get in touch, and whether somebody looked at it lately."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..format.initiatief import Initiatief
from ..loading import Loaded
from .finding import Finding


def contact(loaded: Loaded) -> Iterator[Finding]:
    # Of a gemeente.yml that is wrong it is not known whether there is a loket.
    known = all(one.path != loaded.shown("gemeente") for one in loaded.problems if one.level == "error")
    for id, initiatief in loaded.initiatieven.items():
        building = loaded.initiatieven.get(initiatief.plek) if initiatief.plek else None
        if initiatief.contact is None and not initiatief.gestopt and not (building and building.contact):
            message = "Er staat niet hoe iemand contact opneemt."
            remedy = "Voeg `contact:` toe met een telefoonnummer, of schrijf `contact: loket`."
            yield Finding(id, (), "hint", "no-contact", message, remedy)
        elif initiatief.contact and initiatief.contact.via_loket and known and not _loket(loaded, initiatief):
            message = "Contact gaat via het loket, maar er is geen loket bekend."
            remedy = "Vul `loket:` in gemeente.yml in, of zet hier een telefoonnummer."
            yield Finding(id, ("contact",), "warning", "no-contact", message, remedy)


def _loket(loaded: Loaded, initiatief: Initiatief) -> bool:
    return bool(loaded.gemeente.loket or loaded.kernen[initiatief.kern].loket)


def freshness(loaded: Loaded, vandaag: date) -> Iterator[Finding]:
    limit = loaded.gemeente.verouderd_na_maanden
    for id, initiatief in loaded.initiatieven.items():
        if initiatief.gestopt:
            continue
        beheer = initiatief.beheer
        months = beheer.maanden_oud(vandaag) if beheer else None
        if months is None:
            message = "Er staat niet wanneer dit is nagekeken."
            remedy = f"Klopt alles? Zet onder `beheer:` de regel `gecontroleerd: {vandaag}`."
            yield Finding(id, ("beheer",), "hint", "not-checked", message, remedy)
        elif months < 0 or (beheer and beheer.gecontroleerd and beheer.gecontroleerd > vandaag):
            message = "Deze datum ligt in de toekomst."
            remedy = f"Schrijf de dag waarop het is nagekeken, bijvoorbeeld `{vandaag}`."
            yield Finding(id, ("beheer", "gecontroleerd"), "warning", "not-checked", message, remedy)
        elif months >= limit:
            message = f"Dit is {months} maanden niet nagekeken."
            remedy = f"Klopt alles nog? Schrijf dan `gecontroleerd: {vandaag}`."
            yield Finding(id, ("beheer", "gecontroleerd"), "hint", "old", message, remedy)
        if beheer is None or beheer.toestemming is None:
            message = "Er staat niet of de organisatie toestemming gaf."
            remedy = "Vraag het, en zet onder `beheer:` de regel `toestemming: ja`."
            yield Finding(id, ("beheer",), "hint", "no-consent", message, remedy)
        if initiatief.gesloten_tot and initiatief.gesloten_tot <= vandaag:
            message = "Deze datum is voorbij."
            remedy = "Is het weer open? Haal `status`, `gesloten_tot` en `reden` weg."
            yield Finding(id, ("gesloten_tot",), "hint", "old", message, remedy)
