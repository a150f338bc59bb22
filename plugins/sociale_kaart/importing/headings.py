"""What people write above a column, and the key that they mean by it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache

from ..format.begrippen import Begrippen
from ..format.tijden import DAGEN
from .keys import COMMENT, SKIP, leaves

# The first words of a row are the likelier: of two columns that could be the name, the one called `Naam` is.
HEADINGS: dict[str, str] = {
    "naam": "naam, naam initiatief, initiatief, naam van het initiatief, titel, name, naam groep, naam voorziening,"
    " voorziening, project, naam project, naam activiteit, aanbod, naam aanbod, wat, organisatie, naam organisatie,"
    " stichting, vereniging, aanbieder, instelling, organisatienaam",
    "soort": "soort, type, soort initiatief, soort organisatie, type organisatie, soort voorziening, vorm,"
    " soort activiteit, type initiatief",
    "kort": "kort, korte omschrijving, in een zin, samenvatting, korte beschrijving, ondertitel, intro",
    "beschrijving": "beschrijving, omschrijving, toelichting, uitleg, inhoud, wat doen ze, wat doen we, informatie,"
    " meer informatie, tekst, omschrijving activiteit, doel, wat houdt het in, extra informatie",
    "themas": "themas, thema, onderwerp, onderwerpen, categorie, categorieen, rubriek, leefgebied, levensgebied,"
    " leefgebieden, domein, trefwoord",
    "doelgroepen": "doelgroepen, doelgroep, voor wie, bestemd voor, wie, gebruikers, bedoeld voor, deelnemers",
    "steekwoorden": "steekwoorden, trefwoorden, tags, zoekwoorden, zoektermen, labels",
    "leeftijd": "leeftijd, leeftijden, leeftijdsgroep, leeftijdscategorie",
    "waar": "op welke manier, hoe aangeboden, manier",
    "kern": "kern, dorp, dorpskern, woonkern, gebied, deelgebied",
    "adres": "adres, locatie, bezoekadres, adresgegevens, waar, plek, lokatie, adres en plaats, adres locatie,"
    " straat en huisnummer, straat nr, straat huisnummer",
    "adres.locatie": "gebouw, naam locatie, locatienaam, accommodatie, naam gebouw, zaal",
    "adres.straat": "straat, straatnaam",
    "adres.huisnummer": "huisnummer, nr, huisnr, nummer, no, hnr",
    "toevoeging": "toevoeging, huisnummertoevoeging, toev, huisletter, letter",
    "adres.postcode": "postcode, pc, postkode, zip, postcode plaats, pc plaats, postcode en plaats, pc woonplaats,"
    " postcode woonplaats",
    "adres.plaats": "plaats, woonplaats, plaatsnaam, vestigingsplaats, stad",
    "lat": "lat, latitude, breedtegraad, breedte",
    "lon": "lon, lng, long, longitude, lengtegraad, lengte",
    "adres.punt": "punt, coordinaten, gps, coordinaat, geo",
    "werkgebied": "werkgebied, actief in, werkgebieden, regio",
    "buurt": "buurt, wijk, buurten, wijken",
    "initiatief_van": "initiatief van, opgezet door, initiatiefnemer",
    "wie_helpt": "wie helpt, uitvoering, uitgevoerd door, begeleiding door",
    "partners": "partners, samenwerkingspartners, samenwerking, samenwerking met, in samenwerking met",
    "contact": "contact, contactgegevens, bereikbaar via, aanmelden via, contactinformatie, info",
    "contact.telefoon": "telefoon, tel, telefoonnummer, telnr, tel nr, mobiel, telefoonnr, telefoon nummer, gsm,"
    " vast nummer, 06 nummer, telefoon vast, telefoon mobiel, mobiele nummer, mobiel nummer, bellen, tel nummer",
    "contact.whatsapp": "whatsapp, app, whatsappnummer",
    "contact.email": "email, mail, e mail, emailadres, e mailadres, mailadres, mail adres, e mail adres, email adres",
    "contact.website": "website, web, site, url, internet, homepage, webadres, www, webpagina, link, facebook,"
    " internetadres, social media",
    "contact.bereikbaar": "bereikbaar, bereikbaarheid, telefonisch bereikbaar, spreekuur",
    "openingstijden": "openingstijden, openingsuren, tijden, wanneer, geopend, dagen en tijden, dag en tijd,"
    " dag tijd, open, tijdstip en dag, dagen tijden, opening, wanneer open, tijden en dagen, open op",
    "dag": "dag, dagen, dag van de week, weekdag",
    "tijd": "tijd, tijdstip, hoe laat, uur, van tot",
    "herhaling": "herhaling, frequentie, hoe vaak",
    "activiteiten": "activiteiten, activiteit, programma, agenda, wat is er te doen, aanbod activiteiten",
    "toegang.kosten": "kosten, prijs, tarief, eigen bijdrage, bijdrage, entree, contributie, kosten deelname, wat kost het",
    "toegang.aanmelden": "aanmelden, aanmelding, opgeven, aanmelden nodig, inschrijven, aanmelden verplicht, opgave",
    "toegang.indicatie": "indicatie, indicatie nodig, beschikking, wmo indicatie, indicatie vereist",
    "toegang.verwijzing": "verwijzing, verwijzing nodig, doorverwijzing, verwijsbrief",
    "toegankelijkheid": "toegankelijkheid, toegankelijk, voorzieningen",
    "talen": "talen, taal, gesproken talen, voertaal",
    "mantelzorg": "mantelzorg, steun voor mantelzorgers, mantelzorgondersteuning, basisfunctie, basisfuncties",
    "verwijzen.geschikt_voor": "geschikt voor",
    "verwijzen.niet_geschikt_voor": "niet geschikt voor, contra indicatie, contra indicaties",
    "verwijzen.hoe": "hoe verwijzen, verwijsroute, verwijzen",
    "verwijzen.wachttijd": "wachttijd, wachtlijst",
    "verwijzen.vervoer": "vervoer",
    "vrijwilligers.gezocht": "vrijwilligers gezocht, gezocht, vacature, vacatures, vrijwilligersvacature",
    "vertrouwen": "vertrouwen, keurmerk, keurmerken",
    "status": "status, stand van zaken",
    "begonnen": "begonnen, sinds, opgericht, gestart, startjaar, gestart in, oprichtingsjaar",
    "beheer.gecontroleerd": "gecontroleerd, gecontroleerd op, laatst gecontroleerd, datum controle, laatst bijgewerkt,"
    " bijgewerkt, peildatum, laatste wijziging, datum, actueel op, update",
    "beheer.toestemming": "toestemming, akkoord, toestemming publicatie, avg akkoord, mag op de site",
    "beheer.bron": "bron, bronvermelding",
    SKIP: "waarom niet overgenomen",
    COMMENT: "opmerking, opmerkingen, notitie, notities, contactpersoon, contactpersonen, naam contactpersoon, id,"
    " volgnummer, intern, bijzonderheden, aantal, aantal deelnemers, coordinator, voorzitter, aanspreekpunt,"
    " ingevuld door, subsidie, kvk, iban, rekeningnummer, provincie, gemeente, land, logo, foto, afbeelding",
}  # fmt: skip


def plain(text: str) -> str:
    """A heading as words: without accents, signs and what stands between brackets."""
    bare = (
        unicodedata.normalize("NFKD", re.sub(r"\(.*?\)", " ", text).replace("&", " en "))
        .encode("ascii", "ignore")
        .decode()
    )
    words = re.sub(r"(?<=\w)'s\b", "s", bare.casefold())
    return " ".join(re.findall(r"[a-z0-9]+", words))


@lru_cache(maxsize=1)
def _known() -> dict[str, tuple[str, int]]:
    """Heading → key, and how far down in its row it stands."""
    known: dict[str, tuple[str, int]] = {}
    for key, row in HEADINGS.items():
        for rank, heading in enumerate(row.split(", ")):
            known.setdefault(" ".join(heading.split()), (key, rank))
    for key, leaf in leaves().items():
        for heading in (
            plain(leaf.info.title or ""),
            plain(key.replace("_", " ")),
            plain(key.split(".")[-1]),
        ):
            known.setdefault(heading, (key, 0))
    for day in DAGEN:
        known.update({day: (f"openingstijden.{day}", 0), day[:2]: (f"openingstijden.{day}", 0)})
    return known


@lru_cache(maxsize=4096)
def key_of(heading: str) -> tuple[str, int, str] | None:
    """The key, its rank, and how it was found: it is the heading (`kop`), or another spelling (`bijna`)."""
    words, known = plain(heading), _known()
    if words in known:
        return (*known[words], "kop")
    long_enough = [one for one in known if len(one) > 4] if len(words) > 4 else []
    close = get_close_matches(words, long_enough, n=1, cutoff=0.84)
    return (*known[close[0]], "bijna") if close else None


def key_inside(heading: str) -> tuple[str, int, str] | None:
    """The key of the longest heading that stands in a longer one (`deel`)."""
    words, known = plain(heading), _known()
    inside = [one for one in known if len(one) > 3 and f" {one} " in f" {words} "]
    longest = max(inside, key=len, default=None)
    return (*known[longest], "deel") if longest else None


def begrip_of(heading: str, begrippen: Begrippen) -> str | None:
    """`doelgroepen/ouderen` for a column of crosses under `Ouderen`."""
    words = plain(heading)
    found = (f"{section}/{id}" for section, id, names in _names(begrippen) if words in names)
    return next(found, None)


def _names(begrippen: Begrippen) -> Iterator[tuple[str, str, set[str]]]:
    for section in (
        "doelgroepen",
        "themas",
        "toegankelijkheid",
        "vertrouwen",
        "waar",
        "mantelzorg",
        "wie_helpt",
    ):
        for id, begrip in begrippen[section].items():
            yield section, id, {plain(name) for name in (id, begrip.label, *begrip.synoniemen)} - {""}
