"""The page for professionals: everything that somebody can be referred to, as one table by kern."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..format.gebied import Kern
from ..format.initiatief import Initiatief
from ..format.onderdelen import Contact, Verwijzen
from ..format.waarden import Telefoon
from ..kaart import SocialeKaart
from .antwoorden import antwoorden, loket_van
from .page import Page, by_name
from .tekst import hoofdletter, ja_nee, met_punt

BLAD = "verwijzen/blad"

_GETALLEN = {
    "een": 1, "één": 1, "paar": 2, "enkele": 2, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7,
    "acht": 8, "negen": 9, "tien": 10, "elf": 11, "twaalf": 12, "half": 0.5, "halve": 0.5, "anderhalve": 1.5,
}  # fmt: skip
_DAGEN = {"dag": 1, "dagen": 1, "week": 7, "weken": 7, "maand": 30, "maanden": 30, "jaar": 365}
# "acht tot tien weken": a number, and at most two words before the unit.
_DUUR = re.compile(rf"\b(\d+|{'|'.join(_GETALLEN)})(?: [\w-]+){{0,2}}? ({'|'.join(_DAGEN)})\b", re.IGNORECASE)
_GEEN = re.compile(r"\b(geen|meteen|direct)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Bereik:
    """How to reach it: the first of each. `via`: who answers, when that is somebody else."""

    telefoon: Telefoon | None
    email: str = ""
    website: str = ""
    via: str = ""


@dataclass(frozen=True, slots=True)
class Rij:
    """One row. `dagen`: how long the wait is, as far as it can be read; what is not known is empty."""

    initiatief: Initiatief
    voor: str
    niet_voor: str
    hoe: str
    wie_belt: str
    wachttijd: str
    dagen: float | None
    indicatie: str
    professional: str
    vervoer: str
    bereik: Bereik


def pages(kaart: SocialeKaart) -> Iterator[Page]:
    name = kaart.gemeente.naam
    yield Page("verwijzen", "Verwijzen", f"Voor professionals: naar wie u kunt verwijzen in de gemeente {name}.", "verwijzen.html", {
        "groepen": groups(kaart), "aantal": len(kaart.initiatieven), "blad": BLAD,
    }, frozenset({"verwijzen"}))  # fmt: skip
    yield Page(BLAD, "Verwijsblad", "Een blad om mee te geven, met de plekken die u hebt bewaard.", "verwijsblad.html",
        {}, frozenset({"verwijsblad"}), indexed=False)  # fmt: skip


def groups(kaart: SocialeKaart) -> list[tuple[Kern, list[Rij]]]:
    """The rows of each kern, by name; the whole municipality last."""
    return [
        (kern, [row(kaart, one) for one in by_name(kaart.in_kern[kern.id])])
        for kern in kaart.alle_kernen
        if kaart.in_kern.get(kern.id)
    ]


def row(kaart: SocialeKaart, one: Initiatief) -> Rij:
    """What the organisers wrote for professionals, and else what their page tells everybody."""
    told = one.verwijzen or Verwijzen()
    return Rij(
        initiatief=one,
        voor=hoofdletter(told.geschikt_voor) or _for_whom(kaart, one),
        niet_voor=told.niet_geschikt_voor,
        hoe=hoofdletter(told.hoe) or _sign_up(one),
        wie_belt=told.wie_belt,
        wachttijd=hoofdletter(told.wachttijd),
        dagen=waiting_days(told.wachttijd),
        indicatie=_needed(one),
        professional="" if told.professional_aanwezig is None else hoofdletter(ja_nee(told.professional_aanwezig)),
        vervoer=hoofdletter(told.vervoer),
        bereik=reach(kaart, one),
    )  # fmt: skip


def _for_whom(kaart: SocialeKaart, one: Initiatief) -> str:
    answer = next((answer for answer in antwoorden(kaart, one) if answer.vraag == "Voor wie"), None)
    return ", ".join((answer.antwoord, *answer.klein)) if answer else one.kort


def _sign_up(one: Initiatief) -> str:
    """How to come, where nobody wrote how to refer."""
    sign_up = one.toegang.aanmelden if one.toegang else None
    if isinstance(sign_up, str):
        return hoofdletter(sign_up)
    return {None: "", True: "Vooraf aanmelden", False: "Aanmelden hoeft niet"}[sign_up]


def _needed(one: Initiatief) -> str:
    """Whether an indicatie is needed, or a referral."""
    toegang = one.toegang
    if toegang is None:
        return ""
    parts = [] if toegang.indicatie is None else [hoofdletter(ja_nee(toegang.indicatie))]
    if toegang.verwijzing is True:
        parts.append("Verwijzing nodig")
    elif isinstance(toegang.verwijzing, str):
        parts.append(hoofdletter(toegang.verwijzing))
    return " ".join(map(met_punt, parts)) if len(parts) > 1 else "".join(parts)


def waiting_days(text: str) -> float | None:
    """How long "twee weken, noodpakket dezelfde dag" is, to sort by; None when it does not say.

    >>> waiting_days("ongeveer acht tot tien weken")
    56
    """
    if found := _DUUR.search(text):
        number, unit = found[1].lower(), found[2].lower()
        return (_GETALLEN[number] if number in _GETALLEN else int(number)) * _DAGEN[unit]
    return 0 if _GEEN.search(text) else None


def reach(kaart: SocialeKaart, one: Initiatief) -> Bereik:
    """Its own number or address; else its building's, or the loket's."""
    gebouw, loket = kaart.gebouw(one), loket_van(kaart, one.kern)
    if one.contact and one.contact.kanalen:
        return _channels(one.contact)
    if one.contact is None and gebouw and gebouw.contact and gebouw.contact.kanalen:
        return replace(_channels(gebouw.contact), via=gebouw.naam)
    if loket is None:
        return Bereik(None)
    return Bereik(loket.telefoon, loket.email or "", loket.website or "", loket.naam)


def _channels(contact: Contact) -> Bereik:
    first = next(iter(contact.telefoon), contact.whatsapp)
    return Bereik(first, "".join(contact.email[:1]), "".join(contact.website[:1]))
