"""The municipality and its kernen: gemeente.yml, kern.yml and begrippen.yml."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import model_validator

from .begrippen import HOOFDLIJNEN, Begrip
from .onderdelen import refuse_together
from .openingstijden import OnbegrepenBij
from .problems import Onbegrepen
from .tijden import quoted
from .velden import (
    PUNT_SCHEMA,
    Blok,
    EmailAdres,
    Gelezen,
    JaNee,
    Lijst,
    PuntVeld,
    Regel,
    Telefoonnummer,
    Verwijzing,
    Website,
    field,
    keuze,
)
from .waarden import Punt, read_line, read_punt


def _read_grenzen(value: Any) -> tuple[Punt, Punt]:
    if not isinstance(value, list) or len(value) != 2:
        raise Onbegrepen(
            "Grenzen bestaan uit twee punten.",
            "Schrijf zuidwest en noordoost: `[[51.965, 5.92], [52.10, 6.16]]`.",
        )
    south_west, north_east = read_punt(value[0]), read_punt(value[1])
    if south_west.lat >= north_east.lat or south_west.lon >= north_east.lon:
        raise Onbegrepen(
            "De twee punten van de grenzen zijn omgedraaid.",
            "Schrijf eerst het punt linksonder (zuidwest), dan dat rechtsboven.",
        )
    return south_west, north_east


def _read_months(value: Any) -> int:
    text = read_line(value)
    if not re.fullmatch(r"[1-9]\d?", text):
        raise Onbegrepen(f"{quoted(text)} is geen aantal maanden.", "Schrijf een getal, bijvoorbeeld `12`.")
    return int(text)


_POINT_PAIR = {
    "type": "array",
    "items": PUNT_SCHEMA,
    "minItems": 2,
    "maxItems": 2,
}


class Loket(Blok):
    """Whom to call when you do not find it."""

    naam: Regel = field("Naam", "Hoe het loket heet.", voorbeeld="Sociaal Meldpunt", required=True)
    telefoon: Telefoonnummer | None = field("Telefoon", "Staat op elke bladzijde.", voorbeeld="026 123 45 67")
    bereikbaar: Regel = field(
        "Wanneer bereikbaar", "In gewone woorden.", voorbeeld="op werkdagen van 9 tot 12 uur", default=""
    )
    email: EmailAdres | None = field("E-mail", "Een algemeen adres.", voorbeeld="loket@voorbeeld.example")
    website: Website | None = field("Website", "Begint met https://.", voorbeeld="https://voorbeeld.example")


class Redactie(Blok):
    """Who keeps the map."""

    email: EmailAdres = field(
        "E-mail", "Waar wijzigingen heen gaan.", voorbeeld="redactie@voorbeeld.example", required=True
    )


class Coach(Blok):
    """Whom residents with an idea can talk to."""

    wie: Regel = field(
        "Wie", "Een rol, niet de naam van een persoon.", voorbeeld="krachtcoach", required=True
    )
    telefoon: Telefoonnummer | None = field("Telefoon", "Een nummer.", voorbeeld="026 123 45 67")
    email: EmailAdres | None = field("E-mail", "Een algemeen adres.", voorbeeld="coach@voorbeeld.example")
    bereikbaar: Regel = field("Wanneer bereikbaar", "In gewone woorden.", voorbeeld="op dinsdag", default="")


class GemeenteTekst(Blok):
    """gemeente.yml."""

    naam: Regel = field("Naam", "De naam van de gemeente.", voorbeeld="Rheden", required=True)
    loket: Lijst[Loket] = field(
        "Loket", "Wie iemand kan bellen die het niet vindt. Eén, of een rij.", default=()
    )
    redactie: Redactie | None = field("Redactie", "Wie de kaart bijhoudt.")
    grenzen: Annotated[tuple[Punt, Punt], Gelezen(_read_grenzen, _POINT_PAIR)] | None = field(
        "Grenzen",
        "Zuidwest en noordoost: daarbuiten hoort geen punt te liggen.",
        voorbeeld=[[51.965, 5.92], [52.1, 6.16]],
    )
    gemeentebreed: Regel = field(
        "Map voor de hele gemeente",
        "De map met wat voor alle kernen is.",
        voorbeeld="rheden-breed",
        default="",
    )
    schoolvakanties: Annotated[str, keuze("noord", "midden", "zuid")] = field(
        "Regio van de schoolvakanties", "noord, midden of zuid.", voorbeeld="midden", default=""
    )
    verouderd_na_maanden: Annotated[int, Gelezen(_read_months, {"type": ["integer", "string"]})] = field(
        "Verouderd na", "Na hoeveel maanden zonder nakijken iets oud heet.", voorbeeld=12, default=12
    )
    voorbeeld: JaNee = field("Voorbeeld", "De nummers in dit bestand zijn verzonnen.", default=False)


class KernTekst(Blok):
    """kern.yml."""

    naam: Regel = field("Naam", "De naam van de kern.", voorbeeld="Velp", required=True)
    middelpunt: PuntVeld | None = field(
        "Middelpunt", "Breedte en lengte van het midden.", voorbeeld=[51.995, 5.974]
    )
    buurten: Lijst[Regel] = field(
        "Buurten", "Namen van de buurten.", voorbeeld=["Velp-Noord", "Velp-Zuid"], default=()
    )
    omschrijving: Regel = field("Omschrijving", "Eén of twee zinnen.", default="")
    loket: Verwijzing = field(
        "Loket",
        "Wie iemand kan bellen die het niet vindt. Weglaten: het loket van de gemeente.",
        voorbeeld="rheden-breed/sociaal-meldpunt",
        default="",
    )
    coach: Coach | None = field("Coach", "Met wie bewoners met een idee kunnen praten.")


class Kern(KernTekst):
    """A kern, or the folder for the whole municipality (`gemeentebreed`), with its folder name as id."""

    id: str
    gemeentebreed: bool = False


class BegripTekst(Blok):
    """One begrip in begrippen.yml: a new one, or more words for one that exists."""

    id: Regel = field("Id", "Kleine letters en streepjes.", voorbeeld="ontmoeting", required=True)
    label: Regel = field("Label", "Wat op de site staat.", default="")
    meervoud: Regel = field("Meervoud", "Van een soort: wat boven een lijst staat.", default="")
    zin: Regel = field("Zin", "Wat het is, in één gewone zin.", default="")
    synoniemen: Lijst[Regel] = field("Synoniemen", "Andere woorden.", default=())
    zo_zegt_men: Lijst[Regel] = field("Zo zegt men", "Wat mensen echt zeggen.", default=())
    cirkel: Annotated[str, keuze("oranje", "geel", "groen", "blauw")] = field(
        "Cirkel", "Van een soort.", default=""
    )
    hoofdlijn: Annotated[str, keuze(*HOOFDLIJNEN)] = field("Hoofdlijn", "Van een soort.", default="")
    wie: Regel = field("Wie", "Van een cirkel: wie er helpt.", default="")
    voor: Regel = field("Voor", "Van een doelgroep: de woorden na `voor`.", default="")

    @model_validator(mode="after")
    def _id(self) -> BegripTekst:
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", self.id):
            refuse_together(
                [
                    OnbegrepenBij(
                        f"{quoted(self.id)} kan geen id zijn.",
                        "Gebruik kleine letters zonder accenten, cijfers en streepjes.",
                        "waarde",
                        pad=("id",),
                    )
                ]
            )
        return self

    def begrip(self) -> Begrip:
        return Begrip(**self.model_dump())


class BegrippenTekst(Blok):
    """begrippen.yml."""

    soorten: Lijst[BegripTekst] = field(
        "Soorten", "Een nieuwe soort heeft ook `cirkel` en `hoofdlijn`.", default=()
    )
    cirkels: Lijst[BegripTekst] = field("Cirkels", "Andere labels voor de cirkels.", default=())
    themas: Lijst[BegripTekst] = field("Onderwerpen", "Eigen onderwerpen, of meer woorden.", default=())
    doelgroepen: Lijst[BegripTekst] = field("Doelgroepen", "Eigen doelgroepen, of meer woorden.", default=())
    mantelzorg: Lijst[BegripTekst] = field("Mantelzorg", "Meer woorden voor de basisfuncties.", default=())
    toegankelijkheid: Lijst[BegripTekst] = field("Toegankelijkheid", "Eigen woorden of labels.", default=())
    vertrouwen: Lijst[BegripTekst] = field("Vertrouwen", "Eigen woorden of labels.", default=())
    initiatief_van: Lijst[BegripTekst] = field("Initiatief van", "Eigen woorden of labels.", default=())
    wie_helpt: Lijst[BegripTekst] = field("Wie helpt", "Eigen woorden of labels.", default=())
    waar: Lijst[BegripTekst] = field("Waar", "Eigen woorden of labels.", default=())
    buurtwoorden: Annotated[
        dict[str, str],
        Gelezen(
            lambda value: _read_words(value),
            {"type": "object", "additionalProperties": {"type": ["string", "number", "boolean"]}},
        ),
    ] = field(
        "Buurtwoorden",
        "Plaatselijke woorden en wat ze betekenen, voor het zoeken.",
        voorbeeld={"noaber": "buur"},
        default={},
    )


def _read_words(value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        raise Onbegrepen("Hier horen regels als `noaber: buur`.", "Zet elk woord op een eigen regel.")
    return {word: read_line(meaning) for word, meaning in value.items()}
