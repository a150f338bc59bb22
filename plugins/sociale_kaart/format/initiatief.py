"""An initiative: the model that is the format. Schema, form, field reference and `nieuw` derive from it."""

from __future__ import annotations

from typing import Annotated

from pydantic import model_validator

from .onderdelen import (
    OP_AANVRAAG,
    VIA_LOKET,
    Activiteit,
    Adres,
    Beheer,
    Contact,
    Toegang,
    Verwijzen,
    Vrijwilligers,
    refuse_together,
)
from .openingstijden import OnbegrepenBij
from .velden import (
    BegripVan,
    Blok,
    Datum,
    Foto,
    Jaar,
    JaNee,
    LeeftijdVeld,
    Lijst,
    OfTekst,
    OpeningstijdenVeld,
    Regel,
    Taal,
    Tekst,
    Verwijzing,
    field,
    keuze,
)

Thema = Annotated[str, BegripVan("themas")]
Doelgroep = Annotated[str, BegripVan("doelgroepen")]


class InitiatiefTekst(Blok):
    """What is written in one file. `Initiatief` adds what follows from where the file stands."""

    naam: Regel = field("Naam", "Hoe mensen het noemen.", voorbeeld="Ons Raadhuis", required=True)
    soort: Annotated[str, BegripVan("soorten")] = field(
        "Soort", "Wat het is.", voorbeeld="tussenvoorziening", required=True
    )
    kort: Regel = field(
        "In één zin",
        "Wat is het, en voor wie?",
        voorbeeld="Samen koffie drinken, voor iedereen in de buurt.",
        required=True,
    )
    beschrijving: Tekst = field(
        "Beschrijving",
        "Meer tekst, in Markdown: alinea's, lijsten, links. Geen HTML, geen plaatjes.",
        default="",
    )

    themas: Lijst[Thema] = field(
        "Onderwerpen", "Waar gaat het over?", voorbeeld=["ontmoeting", "bewegen"], default=()
    )
    doelgroepen: Lijst[Doelgroep] = field(
        "Voor wie", "Voor wie is het bedoeld?", voorbeeld=["ouderen", "mantelzorgers"], default=()
    )
    cirkel: Annotated[str, BegripVan("cirkels")] = field(
        "Cirkel", "Weglaten mag: die volgt uit de soort.", voorbeeld="groen", default=""
    )
    steekwoorden: Lijst[Regel] = field(
        "Steekwoorden",
        "Woorden die mensen gebruiken en die niet in de tekst staan.",
        voorbeeld=["raadhuis", "koffie"],
        default=(),
    )
    leeftijd: LeeftijdVeld | None = field(
        "Leeftijd", "`12-18` (beide tellen mee), `55+` of `tot 4`.", voorbeeld="55+"
    )
    waar: Lijst[Annotated[str, BegripVan("waar")]] = field(
        "Op welke manier", "Waar iemand geholpen wordt.", voorbeeld=["op-locatie"], default=()
    )

    adres: Annotated[Adres, OfTekst("op aanvraag", OP_AANVRAAG)] | None = field(
        "Adres", "Of schrijf `op aanvraag`, voor een geheim adres."
    )
    plek: Verwijzing = field(
        "Gebouw", "In plaats van een adres: het gebouw waar het is.", voorbeeld="velp/de-poort", default=""
    )
    werkgebied: Lijst[Regel] = field(
        "Werkgebied",
        "Voor welke kernen, of `alle`. Weglaten: de eigen kern.",
        voorbeeld=["velp", "dieren"],
        default=(),
    )
    buurt: Lijst[Regel] = field(
        "Buurt", "Kleiner dan de kern: een naam uit kern.yml.", voorbeeld=["Velp-Noord"], default=()
    )
    initiatief_van: Annotated[str, BegripVan("initiatief_van")] = field(
        "Initiatief van", "Wie ermee begon.", voorbeeld="inwoners", default=""
    )
    wie_helpt: Lijst[Annotated[str, BegripVan("wie_helpt")]] = field(
        "Wie helpt", "Wie u er ontmoet.", voorbeeld=["vrijwilligers"], default=()
    )
    partners: Lijst[Regel] = field(
        "Partners", "Met wie het samen gaat.", voorbeeld=["Huisartsen Velp"], default=()
    )
    onderdeel_van: Verwijzing = field(
        "Onderdeel van",
        "Een groter geheel met een eigen bladzijde.",
        voorbeeld="rheden-breed/mvt",
        default="",
    )

    contact: Annotated[Contact, OfTekst("loket", VIA_LOKET)] | None = field(
        "Contact", "Of schrijf `loket`, als contact via het loket gaat."
    )
    openingstijden: OpeningstijdenVeld | None = field(
        "Openingstijden", "Per dag, of `op afspraak`.", voorbeeld={"dinsdag": "10:00-12:00"}
    )
    activiteiten: Lijst[Activiteit] = field(
        "Activiteiten", "Wat er op vaste tijden gebeurt, of één keer.", default=()
    )

    toegang: Toegang | None = field("Meedoen", "Wat het kost en wat u ervoor moet doen.")
    toegankelijkheid: Lijst[Annotated[str, BegripVan("toegankelijkheid")]] = field(
        "Toegankelijkheid", "Hoe iemand binnenkomt en zich kan redden.", voorbeeld=["rolstoel"], default=()
    )
    talen: Lijst[Taal] = field(
        "Talen", "Welke talen er gesproken worden. Weglaten: Nederlands.", voorbeeld=["nl", "en"], default=()
    )
    mantelzorg: Lijst[Annotated[str, BegripVan("mantelzorg")]] = field(
        "Steun voor mantelzorgers",
        "Welke hulp er is voor wie voor een ander zorgt.",
        voorbeeld=["respijtzorg"],
        default=(),
    )
    verwijzen: Verwijzen | None = field("Verwijzen", "Voor professionals.")
    vrijwilligers: Vrijwilligers | None = field("Vrijwilligers", "Wie u zoekt.")
    zelf_bijdragen: Tekst = field(
        "Zelf bijdragen", "Wat iemand zelf kan doen.", voorbeeld="Wie wil kookt een keer mee.", default=""
    )
    vertrouwen: Lijst[Annotated[str, BegripVan("vertrouwen")]] = field(
        "Vertrouwen", "Wat is er geregeld?", voorbeeld=["vog"], default=()
    )

    samen_met: Lijst[Verwijzing] = field(
        "Werkt samen met",
        "Andere initiatieven op deze kaart.",
        voorbeeld=["velp/buren-voor-buren"],
        default=(),
    )
    lichter: Lijst[Verwijzing] = field(
        "Iets lichters",
        "Een cirkel dichter bij huis. Weglaten: het programma doet een voorstel.",
        voorbeeld=["velp/koffieochtend"],
        default=(),
    )
    zwaarder: Lijst[Verwijzing] = field(
        "Als er meer nodig is",
        "Een cirkel verder. Weglaten: het programma doet een voorstel.",
        voorbeeld=["velp/dagbesteding"],
        default=(),
    )

    status: Annotated[str, keuze("actief", "tijdelijk-gesloten", "gestopt")] = field(
        "Status", "Weglaten is `actief`.", voorbeeld="actief", default="actief"
    )
    gesloten_tot: Datum | None = field("Gesloten tot", "Bij `tijdelijk-gesloten`.", voorbeeld="2027-01-04")
    reden: Regel = field("Reden", "Waarom het dicht is of stopte.", voorbeeld="Verbouwing", default="")
    opvolger: Verwijzing = field(
        "Opvolger", "Waar mensen nu heen kunnen.", voorbeeld="velp/nieuwe-groep", default=""
    )
    begonnen: Jaar | None = field("Begonnen in", "Een jaar.", voorbeeld=2015)
    foto: Foto = field(
        "Foto",
        "Naast het bestand: jpg, png of webp, hoogstens 500 kB.",
        voorbeeld="ons-raadhuis.jpg",
        default="",
    )
    foto_tekst: Regel = field(
        "Wat er op de foto staat",
        "Nodig bij een foto, voor wie hem niet ziet.",
        voorbeeld="De voordeur van het raadhuis",
        default="",
    )
    beheer: Beheer | None = field("Beheer", "Wanneer dit is nagekeken, en door wie.")
    voorbeeld: JaNee = field("Voorbeeld", "Verzonnen, om te laten zien hoe het werkt.", default=False)

    @model_validator(mode="after")
    def _fits_together(self) -> InitiatiefTekst:
        wrong: list[OnbegrepenBij] = []

        def say(key: str, message: str, remedy: str, rule: str = "together") -> None:
            wrong.append(OnbegrepenBij(message, remedy, rule, pad=(key,) if key else ()))

        if self.contact is not None and not self.contact.via_loket and not self.contact.kanalen:
            say(
                "contact",
                "Hier staat geen nummer en geen adres om contact op te nemen.",
                "Voeg `telefoon:`, `email:` of `website:` toe. Gaat het via het loket? Schrijf `contact: loket`.",
                "missing-key",
            )
        if self.contact is None and self.adres is None and not self.plek:
            say(
                "",
                "Er staat niet waar het is of hoe iemand contact opneemt.",
                "Vul `contact`, `adres` of `plek` in. Gaat het via het loket? Schrijf `contact: loket`.",
                "missing-key",
            )
        if self.adres is not None and self.plek:
            say(
                "plek",
                "Er staat een `adres` en ook een `plek`.",
                "Houd er één over: `plek` als het in een gebouw op deze kaart is, anders `adres`.",
            )
        if self.cirkel == "rood":
            say(
                "cirkel",
                "Rood is de eigen cirkel van de inwoner, niet van een initiatief.",
                "Haal de regel weg: de cirkel volgt uit de soort.",
            )
        if self.foto and not self.foto_tekst:
            say(
                "foto",
                "Bij een foto hoort `foto_tekst`.",
                "Schrijf in één zin wat er op de foto staat, voor wie hem niet ziet.",
                "missing-key",
            )
        if self.gesloten_tot and self.status != "tijdelijk-gesloten":
            say(
                "gesloten_tot",
                "`gesloten_tot` hoort bij `status: tijdelijk-gesloten`.",
                "Zet de status erbij of haal deze regel weg.",
            )
        if self.reden and self.status == "actief":
            say(
                "reden",
                "`reden` hoort bij `status: tijdelijk-gesloten` of `status: gestopt`.",
                "Zet de status erbij of haal deze regel weg.",
            )
        if self.opvolger and self.status != "gestopt":
            say(
                "opvolger",
                "`opvolger` hoort bij `status: gestopt`.",
                "Zet de status erbij of haal deze regel weg.",
            )
        refuse_together(wrong)
        return self


class Initiatief(InitiatiefTekst):
    """An initiative with its place: `id` is `velp/ons-raadhuis`, `kern` the folder."""

    id: str
    kern: str

    @property
    def gestopt(self) -> bool:
        return self.status == "gestopt"

    @property
    def openbaar(self) -> bool:
        """Whether it may be on the site: nobody said no to that."""
        return self.beheer is None or self.beheer.toestemming is not False

    @property
    def gratis(self) -> bool:
        return self.toegang is not None and self.toegang.kosten.casefold() == "gratis"

    @property
    def references(self) -> list[tuple[tuple[str | int, ...], str]]:
        """All ids that it names, each with its path in the file."""
        single = [((name,), getattr(self, name)) for name in ("plek", "onderdeel_van", "opvolger")]
        many = [
            ((name, i), id)
            for name in ("samen_met", "lichter", "zwaarder")
            for i, id in enumerate(getattr(self, name))
        ]
        inside = [
            (("activiteiten", i, "plek"), activity.plek) for i, activity in enumerate(self.activiteiten)
        ]
        return [(path, id) for path, id in (*single, *many, *inside) if id]
