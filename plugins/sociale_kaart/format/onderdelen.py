"""The blocks inside an initiative: address, contact, activities, access, referral, volunteers, upkeep."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import model_validator

from .herhaling import Eenmalig, Herhaling, Ritme
from .openingstijden import OnbegrepenBij, OnbegrepenDelen
from .velden import (
    BegripVan,
    Blok,
    Dagen,
    Datum,
    EmailAdres,
    HerhalingVeld,
    Huisnummer,
    JaNee,
    JaNeeOfTekst,
    LeeftijdVeld,
    Lijst,
    NietIn,
    Postcode,
    PuntVeld,
    Regel,
    SeizoenVeld,
    Tekst,
    Telefoonnummer,
    Tijd,
    Verwijzing,
    Website,
    field,
    keuze,
)


def refuse_together(problems: list[OnbegrepenBij]) -> None:
    """Raises all problems of one block at once, if there are any."""
    if problems:
        raise OnbegrepenDelen(tuple(problems))


class Adres(Blok):
    """Where it is. Without any key (`OP_AANVRAAG`): the address is given to who asks for it."""

    locatie: Regel = field(
        "Naam op de deur", "Hoe het gebouw heet.", voorbeeld="Voormalig raadhuis", default=""
    )
    straat: Regel = field(
        "Straat", "Zonder huisnummer tonen we alleen de straat.", voorbeeld="Voorbeeldstraat", default=""
    )
    huisnummer: Huisnummer = field("Huisnummer", "Met letter of toevoeging.", voorbeeld="12a", default="")
    postcode: Postcode = field("Postcode", "Vier cijfers en twee letters.", voorbeeld="6881 AB", default="")
    plaats: Regel = field(
        "Plaats", "Weglaten mag: dan is het de naam van de kern.", voorbeeld="Velp", default=""
    )
    punt: PuntVeld | None = field(
        "Punt op de kaart",
        "Breedte en lengte, met de hand. Voor wat geen adres heeft, zoals een park.",
        voorbeeld=[52.00012, 5.97234],
    )

    @model_validator(mode="after")
    def _whole(self) -> Adres:
        if self.huisnummer and not self.straat:
            message = "Er staat een huisnummer zonder straat."
            refuse_together(
                [OnbegrepenBij(message, "Zet de straat erbij.", "incomplete", pad=("huisnummer",))]
            )
        return self

    @property
    def op_aanvraag(self) -> bool:
        return self == OP_AANVRAAG

    @property
    def als_gebied(self) -> bool:
        """Only the street was written: drawn as an area, not as a pin."""
        return bool(self.straat) and not self.huisnummer


OP_AANVRAAG = Adres.model_construct()


class Contact(Blok):
    """How to get in touch. Without any key (`VIA_LOKET`): through the loket of the kern or the gemeente."""

    telefoon: Lijst[Telefoonnummer] = field(
        "Telefoon", "Een of meer nummers.", voorbeeld="026 123 45 67", default=()
    )
    whatsapp: Telefoonnummer | None = field("WhatsApp", "Een mobiel nummer.", voorbeeld="06 12 34 56 78")
    email: Lijst[EmailAdres] = field(
        "E-mail",
        "Liefst een algemeen adres, niet van één persoon.",
        voorbeeld="info@voorbeeld.example",
        default=(),
    )
    website: Lijst[Website] = field(
        "Website", "Begint met https://.", voorbeeld="https://voorbeeld.example", default=()
    )
    wie: Regel = field(
        "Wie u spreekt", "Een rol, niet de naam van een persoon.", voorbeeld="coördinator", default=""
    )
    bereikbaar: Regel = field(
        "Wanneer bereikbaar", "In gewone woorden.", voorbeeld="op werkdagen van 9 tot 12 uur", default=""
    )

    @property
    def kanalen(self) -> bool:
        """Whether it names any way to get in touch at all."""
        return bool(self.telefoon or self.whatsapp or self.email or self.website)

    @property
    def via_loket(self) -> bool:
        return self == VIA_LOKET


VIA_LOKET = Contact.model_construct()


class Activiteit(Blok):
    """Something that happens at set times: every week, or once."""

    naam: Regel = field("Naam", "Hoe de activiteit heet.", voorbeeld="Samen eten", required=True)
    dag: Dagen | None = field(
        "Dag", "Een dag of een rij dagen. Of gebruik `datum`, voor één keer.", voorbeeld="dinsdag"
    )
    datum: Datum | None = field("Datum", "Voor wat één keer is.", voorbeeld="2027-07-03")
    einddatum: Datum | None = field("Einddatum", "Als het meer dagen duurt.", voorbeeld="2027-07-04")
    tijd: Tijd | None = field("Tijd", "Van en tot, of `vanaf 20:00`.", voorbeeld="17:30-19:30")
    herhaling: HerhalingVeld | None = field(
        "Hoe vaak", "Weglaten is elke week.", voorbeeld="1e en 3e van de maand"
    )
    begin: Datum | None = field("Eerste keer", "Van een cursus of een reeks.", voorbeeld="2026-09-01")
    eind: Datum | None = field("Laatste keer", "Van een cursus of een reeks.", voorbeeld="2026-12-15")
    seizoen: SeizoenVeld | None = field("Seizoen", "Hele maanden.", voorbeeld="april-oktober")
    niet_in: Lijst[NietIn] = field(
        "Niet in", "Wanneer het niet doorgaat.", voorbeeld=["schoolvakanties"], default=()
    )
    kosten: Regel = field("Kosten", "`gratis` of een korte tekst.", voorbeeld="€ 7,50", default="")
    aanmelden: JaNeeOfTekst | None = field("Aanmelden", "`ja`, `nee` of hoe.", voorbeeld="ja")
    plek: Verwijzing = field(
        "Gebouw", "Als het ergens anders is dan de rest.", voorbeeld="velp/de-poort", default=""
    )
    themas: Lijst[Annotated[str, BegripVan("themas")]] = field(
        "Onderwerpen", "Als ze anders zijn dan van het geheel.", default=()
    )
    doelgroepen: Lijst[Annotated[str, BegripVan("doelgroepen")]] = field(
        "Voor wie", "Als het anders is dan van het geheel.", default=()
    )
    leeftijd: LeeftijdVeld | None = field(
        "Leeftijd", "Als die anders is dan van het geheel.", voorbeeld="55+"
    )

    @model_validator(mode="after")
    def _when(self) -> Activiteit:
        wrong: list[OnbegrepenBij] = []
        if (self.dag is None) == (self.datum is None):
            what = (
                "Er staat geen `dag` en geen `datum`."
                if self.dag is None
                else "Er staat een `dag` en ook een `datum`."
            )
            wrong.append(
                OnbegrepenBij(
                    what,
                    "Schrijf `dag` voor wat zich herhaalt, of `datum` voor één keer.",
                    "when",
                    pad=("datum",) if self.datum else (),
                )
            )
        if self.datum is not None:
            for key in ("herhaling", "begin", "eind", "seizoen"):
                if getattr(self, key) is not None:
                    wrong.append(
                        OnbegrepenBij(
                            f"`{key}` hoort bij een activiteit die zich herhaalt, niet bij een `datum`.",
                            "Haal deze regel weg, of gebruik `dag`.",
                            "when",
                            pad=(key,),
                        )
                    )
        elif self.einddatum is not None:
            wrong.append(
                OnbegrepenBij(
                    "`einddatum` hoort bij `datum`.",
                    "Gebruik `eind` voor de laatste keer van een reeks.",
                    "when",
                    pad=("einddatum",),
                )
            )
        for first, last in (("datum", "einddatum"), ("begin", "eind")):
            start, end = getattr(self, first), getattr(self, last)
            if start and end and end < start:
                wrong.append(
                    OnbegrepenBij(
                        f"`{last}` ligt voor `{first}`.", "Kijk of de jaren kloppen.", "when", pad=(last,)
                    )
                )
        refuse_together(wrong)
        return self

    @property
    def wanneer(self) -> Ritme | Eenmalig:
        """Its times as a value that can say itself and give its dates."""
        if self.datum is not None:
            return Eenmalig(self.datum, self.einddatum, self.tijd)
        return Ritme(
            self.dag or (),
            self.tijd,
            self.herhaling or Herhaling("week", ()),
            self.begin,
            self.eind,
            self.seizoen,
            self.niet_in,
        )


class Toegang(Blok):
    """What it takes to come."""

    kosten: Regel = field("Kosten", "`gratis` of een korte tekst.", voorbeeld="gratis", default="")
    aanmelden: JaNeeOfTekst | None = field("Aanmelden", "`ja`, `nee` of hoe.", voorbeeld="nee")
    indicatie: JaNeeOfTekst | None = field(
        "Indicatie nodig", "Is een indicatie of besluit nodig?", voorbeeld="nee"
    )
    verwijzing: JaNeeOfTekst | None = field("Verwijzing nodig", "Moet iemand u verwijzen?", voorbeeld="nee")


class Verwijzen(Blok):
    """For professionals who refer somebody."""

    geschikt_voor: Tekst = field("Geschikt voor", "Voor wie is dit de goede plek?", default="")
    niet_geschikt_voor: Tekst = field("Niet geschikt voor", "Voor wie niet?", default="")
    hoe: Tekst = field("Hoe verwijzen", "Wat spreekt u af?", voorbeeld="Bel de coördinator.", default="")
    wie_belt: Regel = field(
        "Wie belt", "Verwijzer, inwoner of allebei.", voorbeeld="verwijzer of inwoner zelf", default=""
    )
    wachttijd: Regel = field(
        "Wachttijd", "`geen`, `onbekend` of een korte tekst.", voorbeeld="geen", default=""
    )
    professional_aanwezig: JaNeeOfTekst | None = field(
        "Professional aanwezig", "Is er een beroepskracht bij?", voorbeeld="ja"
    )
    vervoer: Tekst = field("Vervoer", "Hoe komt iemand er?", voorbeeld="Plusbus tot de deur", default="")
    overdracht: Tekst = field("Overdracht", "Wat er gebeurt als er meer nodig is.", default="")


class Vacature(Blok):
    """Something that volunteers are looked for."""

    taak: Regel = field("Taak", "Wat iemand gaat doen.", voorbeeld="Gastvrouw of gastheer", required=True)
    tijd: Regel = field("Hoeveel tijd", "In gewone woorden.", voorbeeld="Eén ochtend per week", default="")
    vog: JaNee | None = field("VOG nodig", "Verklaring omtrent het gedrag.", voorbeeld="ja")
    begeleiding: JaNee | None = field(
        "Begeleiding", "Past het bij wie zelf steun nodig heeft?", voorbeeld="ja"
    )
    scholing: Regel = field(
        "Scholing", "Welke training is er?", voorbeeld="Training gastvrijheid", default=""
    )


class Vrijwilligers(Blok):
    """Who is looked for, and whom to ask."""

    gezocht: Lijst[Vacature] = field("Gezocht", "Voor welk werk u mensen zoekt.", default=())
    contact: Regel = field(
        "Bij wie", "Hoe iemand zich meldt.", voorbeeld="Loop eens binnen op dinsdag.", default=""
    )


class Beheer(Blok):
    """Who keeps this file right."""

    gecontroleerd: Datum | None = field(
        "Gecontroleerd op",
        "Wanneer iemand voor het laatst heeft nagekeken of dit klopt.",
        voorbeeld="2026-10-01",
    )
    door: Annotated[str, keuze("organisator", "gemeente", "redactie")] = field(
        "Gecontroleerd door", "Wie dat was.", voorbeeld="organisator", default=""
    )
    toestemming: JaNee | None = field(
        "Toestemming", "Mag dit op de site? Bij `nee` staat het nergens.", voorbeeld="ja"
    )
    bron: Regel = field("Bron", "Waar dit vandaan komt.", default="")

    def maanden_oud(self, vandaag: date) -> int | None:
        """Whole months since the last check."""
        if self.gecontroleerd is None:
            return None
        then = self.gecontroleerd
        return (vandaag.year - then.year) * 12 + vandaag.month - then.month - (vandaag.day < then.day)
