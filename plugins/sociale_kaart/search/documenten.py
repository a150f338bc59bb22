"""What each initiative says, as text in classes of weight: the documents that are searched."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..format.initiatief import Initiatief
from ..kaart import ERVARINGSDESKUNDIGEN, SocialeKaart, all_doelgroepen, all_themas

# Classes of text, the weightiest first; how heavy each is, is said in browser/zoeken/rangorde.js.
NAAM, TREFWOORD, SOORT, KORT, TEKST, WAAR, TAAK = "NSLKTWV"
# Of begrippen: what it is and nothing else, mainly, also, and in passing.
ALLEEN, VOORAL, OOK, TERLOOPS = "EABC"
# All of them but the last of texts, the weightiest first.
VOLGORDE = (NAAM, TREFWOORD, ALLEEN, SOORT, VOORAL, KORT, OOK, WAAR, TEKST, TERLOOPS)


class Stuk(NamedTuple):
    """A piece of text with its class."""

    klasse: str
    tekst: str


def texts(kaart: SocialeKaart, one: Initiatief) -> Iterator[Stuk]:
    """All that an initiative says and that somebody may look for. Not for whom it is not."""
    yield Stuk(NAAM, one.naam)
    if one.gestopt:  # people who still look for it by name find out where to go now
        return
    for text in (*one.steekwoorden, *(activity.naam for activity in one.activiteiten)):
        yield Stuk(TREFWOORD, text)
    yield Stuk(SOORT, kaart.soort(one).label)
    yield Stuk(KORT, one.kort)
    for text in (one.beschrijving, one.zelf_bijdragen, *_remarks(one), *_referral(one)):
        yield Stuk(TEKST, text)
    for thema in all_themas(one):
        yield Stuk(TEKST, kaart.begrippen["themas"][thema].label)
    for text in _where(kaart, one):
        yield Stuk(WAAR, text)
    if one.vrijwilligers:
        for vacature in one.vrijwilligers.gezocht:
            yield Stuk(TAAK, f"{vacature.taak} {vacature.tijd}")


def _remarks(one: Initiatief) -> Iterator[str]:
    """What is said beside the times: "Ook met kerst en oud en nieuw"."""
    if one.openingstijden:
        yield from (blok.opmerking for blok in one.openingstijden.blokken)


def _referral(one: Initiatief) -> Iterator[str]:
    if one.verwijzen:
        yield one.verwijzen.geschikt_voor
        yield one.verwijzen.vervoer


def _where(kaart: SocialeKaart, one: Initiatief) -> Iterator[str]:
    adres, gebouw = kaart.adres(one), kaart.gebouw(one)
    if adres:
        yield f"{adres.locatie} {adres.straat}"
    if gebouw:
        yield gebouw.naam
    yield from one.partners
    yield from one.buurt


def begrippen(kaart: SocialeKaart, one: Initiatief) -> Iterator[tuple[str, str]]:
    """What it was labelled with, as (class, "section:id")."""
    if one.gestopt:
        return
    yield VOORAL, f"soorten:{one.soort}"
    for number, id in enumerate(all_themas(one)):
        yield (VOORAL if number < 2 else OOK), f"themas:{id}"
    doelgroepen = all_doelgroepen(one)
    for number, id in enumerate(doelgroepen):
        # what is for one group is more for it than what is for that group too
        yield (ALLEEN if len(doelgroepen) == 1 else VOORAL if number < 3 else OOK), f"doelgroepen:{id}"
    for section in ("mantelzorg", "toegankelijkheid"):
        for id in getattr(one, section):
            yield OOK, f"{section}:{id}"
    if ERVARINGSDESKUNDIGEN in one.wie_helpt:
        yield VOORAL, f"wie_helpt:{ERVARINGSDESKUNDIGEN}"
    for id in one.waar:
        if id != "op-locatie":
            yield OOK, f"waar:{id}"
    yield from ((VOORAL, f"kenmerk:{id}") for id in kenmerken(one))


def kenmerken(one: Initiatief) -> Iterator[str]:
    """What filters look at, as far as it is known."""
    toegang = one.toegang
    if toegang and toegang.kosten.strip().lower() == "gratis":
        yield "gratis"
    if toegang and toegang.indicatie is False:
        yield "zonder-indicatie"
    if toegang and toegang.indicatie is True:
        yield "met-indicatie"
    if toegang and toegang.verwijzing is False:
        yield "zonder-verwijzing"
    if toegang and toegang.aanmelden is False:
        yield "zonder-aanmelden"
    if one.vrijwilligers and one.vrijwilligers.gezocht:
        yield "zoekt-vrijwilligers"
    yield from (f"taal-{code}" for code in one.talen if code != "nl")
