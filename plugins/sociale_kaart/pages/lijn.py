"""The continuous line in words: what stands under "Iets lichters dichtbij" and "Als er meer nodig is"."""

from __future__ import annotations

from dataclasses import dataclass

from ..format.afstand import afstand_zin
from ..format.gebied import Loket
from ..format.initiatief import Initiatief
from ..kaart import SocialeKaart
from ..lijn import Kant, Lijn, Stap
from .antwoorden import loket_van
from .tekst import hoofdletter, kleine_letter

# Who is there, by circle: the last words of a reason.
_WIE = {
    "oranje": "met buren",
    "geel": "met vrijwilligers",
    "groen": "met een professional erbij",
    "blauw": "met beroepskrachten",
}
# How it comes to you.
_ZO = {"aan-huis": "bij u thuis", "telefonisch": "aan de telefoon", "online": "online"}


@dataclass(frozen=True, slots=True)
class Blok:
    """One direction as it is shown. `loket`: whom to call when nothing near was found."""

    titel: str
    zin: str
    stappen: tuple[tuple[Initiatief, str], ...] = ()
    loket: Loket | None = None


def blokken(kaart: SocialeKaart, lijn: Lijn, initiatief: Initiatief) -> list[Blok]:
    """Lighter first, then more."""
    both = (
        _lichter(kaart, initiatief, lijn.lichter(initiatief)),
        _verder(kaart, initiatief, lijn.verder(initiatief)),
    )
    return [blok for blok in both if blok]


def _lichter(kaart: SocialeKaart, initiatief: Initiatief, kant: Kant) -> Blok | None:
    title = "Iets lichters dichtbij"
    if not kant.dichtbij and kant.cirkel and kant.cirkel.id == "rood":
        return Blok(title, f"Dit is al dicht bij huis. Nog dichterbij: {kant.cirkel.wie}.")
    if not kant.dichtbij and not _comparable(initiatief):
        return None
    return _blok(kaart, initiatief, kant, title)


def _verder(kaart: SocialeKaart, initiatief: Initiatief, kant: Kant) -> Blok | None:
    title = "Als er meer nodig is"
    if initiatief.soort == "loket":
        return None
    if not kant.dichtbij and not kant.cirkel:
        sentence = "Dit is al hulp van beroepskrachten. Overleg met hen, of met uw huisarts."
        return Blok(title, sentence, loket=loket_van(kaart, initiatief.kern))
    return _blok(kaart, initiatief, kant, title)


def _blok(kaart: SocialeKaart, initiatief: Initiatief, kant: Kant, title: str) -> Blok:
    if kant.dichtbij:
        return Blok(
            title, "", tuple((stap.initiatief, waarom(kaart, initiatief, stap)) for stap in kant.dichtbij)
        )
    kern = kaart.kernen[initiatief.kern]
    where = f"in de gemeente {kaart.gemeente.naam}" if kern.gemeentebreed else f"dicht bij {kern.naam}"
    who = kant.cirkel.label if kant.cirkel else ""
    sentence = f"Wij kennen {where} nog niets dat hierop volgt in de cirkel ‘{kleine_letter(who)}’."
    loket = loket_van(kaart, initiatief.kern)
    if kant.elders is None:
        return Blok(title, sentence, loket=loket)
    stap = (kant.elders.initiatief, waarom(kaart, initiatief, kant.elders))
    return Blok(
        title, f"{sentence} Het dichtst in de buurt komt dit. Vraag of u er terechtkunt.", (stap,), loket
    )


def _comparable(initiatief: Initiatief) -> bool:
    return bool(initiatief.themas or initiatief.doelgroepen)


def waarom(kaart: SocialeKaart, van: Initiatief, stap: Stap) -> str:
    """The reason in a few words: "Ook ontmoeting, 400 meter, met een professional erbij"."""
    naar = stap.initiatief
    parts = [_deelt(kaart, stap), _plaats(kaart, van, stap), _WIE.get(kaart.cirkel(naar).id, "")]
    if naar.toegang and naar.toegang.indicatie is True:
        parts.append("met een indicatie")
    return hoofdletter(", ".join(part for part in parts if part))


def _deelt(kaart: SocialeKaart, stap: Stap) -> str:
    """The rarest thema that both have, or else the rarest group."""
    themas = [id for section, id in stap.deelt if section == "themas"]
    if themas:
        return f"ook {kleine_letter(kaart.begrippen['themas'][themas[0]].label)}"
    groepen = [id for section, id in stap.deelt if section == "doelgroepen"]
    return f"ook voor {kleine_letter(kaart.begrippen['doelgroepen'][groepen[0]].label)}" if groepen else ""


def _plaats(kaart: SocialeKaart, van: Initiatief, stap: Stap) -> str:
    naar = stap.initiatief
    kern = kaart.kernen[naar.kern]
    ways = [words for id, words in _ZO.items() if id in naar.waar]
    if ways and "op-locatie" not in naar.waar:
        return ways[0]
    there = "" if kern.gemeentebreed or naar.kern == van.kern else f" in {kern.naam}"
    if stap.afstand is not None:
        same = naar.id == van.plek or van.id == naar.plek or (naar.plek and naar.plek == van.plek)
        return "in hetzelfde gebouw" if same else f"{afstand_zin(stap.afstand)}{there}"
    return "voor heel de gemeente" if kern.gemeentebreed else f"in {kern.naam}"
