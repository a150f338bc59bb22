"""Which pages there are, and what each shows. Pages are rendered one by one, when somebody asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..exports import csv
from ..exports.overzicht import COLUMNS
from ..format.gebied import Kern
from ..format.initiatief import Initiatief
from ..kaart import SocialeKaart, all_themas
from . import agenda, beginnen, begrippen, cirkels, meedoen, overzicht, verwijzen, vrijwilligers
from .antwoorden import adres_regel
from .maps import Pin
from .page import Lijst, Page, by_name
from .tekst import meervoud

# The choices on home: the words of a resident, and the page that answers them.
KEUZES = (
    ("Samen eten", "onderwerp/maaltijden"),
    ("Iemand om mee te praten", "onderwerp/ontmoeting"),
    ("Vervoer", "onderwerp/vervoer"),
    ("Hulp in huis of tuin", "onderwerp/klussen-en-tuin"),
    ("Post en formulieren", "onderwerp/geld-en-formulieren"),
    ("Ik zorg voor iemand", "voor/mantelzorgers"),
)

# The three main lines of the nota, as headings that a resident understands.
HOOFDLIJNEN = (
    ("buurtnetwerk", "Hulp van buren", "hulp van buren"),
    ("ontmoeting", "Plekken voor iedereen", "plek voor iedereen"),
    ("tussenvoorziening", "Als het thuis moeilijker wordt", "plek voor als het thuis moeilijker wordt"),
)


def pages(kaart: SocialeKaart) -> Iterator[Page]:
    """All pages of the site, home first."""
    for part in PARTS:
        yield from part(kaart)


def home(kaart: SocialeKaart) -> Iterator[Page]:
    title = f"Sociale kaart {kaart.gemeente.naam}"
    yield Page("", title, f"Hulp, gezelschap of iets te doen, dicht bij huis in {kaart.gemeente.naam}.", "home.html", {
        "keuzes": [(label, path) for label, path in KEUZES if path.split("/")[1] in kaart.bij_thema or path.split("/")[1] in kaart.voor_doelgroep],
    }, frozenset({"kaart"}))  # fmt: skip


def finder(kaart: SocialeKaart) -> Iterator[Page]:
    """The finder; without JavaScript it leads to the pages where the full lists stand."""
    themas = kaart.begrippen["themas"]
    yield Page("zoeken", "Zoeken", f"Alles op de sociale kaart van {kaart.gemeente.naam}.", "zoeken.html", {
        "kernen": [(kern, kaart.aantal_voor(kern.id)) for kern in kaart.dorpen],
        "themas": [(thema, len(kaart.bij_thema[id])) for id, thema in themas.items() if id in kaart.bij_thema],
    }, frozenset({"zoeken"}))  # fmt: skip


def kern_page(kaart: SocialeKaart, kern: Kern) -> Page:
    here, serving = kaart.in_kern.get(kern.id, []), kaart.ook_voor.get(kern.id, [])
    return Page(kern.id, kern.naam, kern_description(kaart, kern), "kern.html", {
        "kern": kern,
        "aantal": kaart.aantal_voor(kern.id),
        "lijsten": kern_lists(kaart, kern, here, serving),
        "week": by_name(here),
        "map": by_name(here),
    }, frozenset({"kaart", "lijn"}))  # fmt: skip


def kern_description(kaart: SocialeKaart, kern: Kern) -> str:
    where = f"in heel de gemeente {kaart.gemeente.naam}" if kern.gemeentebreed else f"in {kern.naam}"
    return f"Hulp, ontmoeting en activiteiten {where}."


def kern_lists(
    kaart: SocialeKaart, kern: Kern, here: list[Initiatief], serving: list[Initiatief]
) -> list[Lijst]:
    """The three main lines, with who serves them from elsewhere; then the rest by thema; then who also comes."""
    lists: list[Lijst] = []
    told: set[str] = set()
    for line, title, empty in HOOFDLIJNEN:
        found = [one for one in (*by_name(here), *by_name(serving)) if kaart.soort(one).hoofdlijn == line]
        told.update(one.id for one in found)
        if found or not kern.gemeentebreed:
            lists.append(
                Lijst(title, found, f"lijn-{line}", leeg=f"Wij kennen in {kern.naam} nog geen {empty}.")
            )
    rest = [one for one in by_name(here) if one.id not in told]
    themas = kaart.begrippen["themas"]
    for id, thema in themas.items():
        found = [one for one in rest if next(iter(all_themas(one)), "") == id]
        if found:
            lists.append(Lijst(thema.label, found, f"onderwerp-{id}"))
    if found := [one for one in rest if not all_themas(one)]:
        lists.append(Lijst("En verder", found, "verder"))
    if found := [one for one in by_name(serving) if one.id not in told]:
        lists.append(
            Lijst(
                f"Komt ook in {kern.naam}",
                found,
                "komt-ook",
                uitleg="Van buiten het dorp, of voor de hele gemeente.",
                dicht=True,
            )
        )
    return lists


def initiatief_page(kaart: SocialeKaart, initiatief: Initiatief) -> Page:
    kern = kaart.kernen[initiatief.kern]
    groepen = by_name(kaart.groepen.get(initiatief.id, []))
    where = [initiatief] if kaart.punt(initiatief) and not initiatief.gestopt else []
    assets = {"kaart"} if where else set()
    return Page(initiatief.id, f"{initiatief.naam}, {kern.naam}", initiatief.kort, "initiatief.html", {
        "initiatief": initiatief,
        "kern": kern,
        "groepen": groepen,
        "week": [initiatief, *groepen] if groepen else [],
        "week_in": initiatief.id,
        "map": where,
    }, frozenset(assets | {"lijn"}), indexed=not initiatief.gestopt)  # fmt: skip


def _kernen(kaart: SocialeKaart) -> Iterator[Page]:
    return (kern_page(kaart, kern) for kern in kaart.kernen.values())


def _initiatieven(kaart: SocialeKaart) -> Iterator[Page]:
    everything = (*kaart.initiatieven.values(), *kaart.gestopt.values())
    return (initiatief_page(kaart, one) for one in everything)


def _data(kaart: SocialeKaart) -> Iterator[Page]:
    tables = (("initiatieven.csv", csv.COLUMNS), ("overzicht.csv", COLUMNS))
    yield Page(
        "data",
        "Open data",
        "De sociale kaart als bestanden om te gebruiken.",
        "data.html",
        {"tabellen": tables},
    )


def kern_pins(kaart: SocialeKaart, address: Callable[[str], str]) -> list[Pin]:
    """A pin a kern, for the map on home: it shows what the list of kernen says, and stays small."""
    return [
        Pin(kern.id, kern.naam, address(kern.id), kern.middelpunt.lat, kern.middelpunt.lon, "kern",
            meervoud(kaart.aantal_voor(kern.id), "plek", "plekken"))
        for kern in kaart.dorpen
        if kern.middelpunt
    ]  # fmt: skip


def pins(kaart: SocialeKaart, initiatieven: list[Initiatief], address: Callable[[str], str]) -> list[Pin]:
    """The pins of those whose place may be and is known."""
    return [
        Pin(
            id=one.id,
            naam=one.naam,
            url=address(one.id),
            lat=punt.lat,
            lon=punt.lon,
            cirkel=kaart.cirkel(one).id,
            regel=" · ".join(
                part for part in (kaart.soort(one).label, adres_regel(kaart, one, adres)) if part
            ),
            gebied=adres.als_gebied,
        )
        for one in initiatieven
        if (punt := kaart.punt(one)) and (adres := kaart.adres(one))
    ]


# What the site has, in the order of the sitemap.
PARTS: tuple[Callable[[SocialeKaart], Iterator[Page]], ...] = (
    home,
    finder,
    _kernen,
    _initiatieven,
    begrippen.onderwerpen,
    begrippen.voor_wie,
    vrijwilligers.pages,
    beginnen.pages,
    cirkels.pages,
    agenda.pages,
    overzicht.pages,
    verwijzen.pages,
    meedoen.pages,
    _data,
)
