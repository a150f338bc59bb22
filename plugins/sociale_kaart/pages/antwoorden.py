"""What an initiative's page answers first: for whom, when, where, what it costs, can I just come, whom to call."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..format.gebied import Loket
from ..format.initiatief import Initiatief
from ..format.onderdelen import Adres
from ..format.openingstijden import Blok, dagen_zin
from ..format.tijden import som_op
from ..format.waarden import Telefoon
from ..kaart import SocialeKaart


@dataclass(frozen=True, slots=True)
class Antwoord:
    """One line of the block of answers: the question in a word, the answer, and smaller lines below it."""

    vraag: str
    antwoord: str
    klein: tuple[str, ...] = ()


def antwoorden(kaart: SocialeKaart, initiatief: Initiatief) -> list[Antwoord]:
    """The answers that are known, in the order in which people ask. When it is, is said by `wanneer`."""
    rows = [
        _voor_wie(kaart, initiatief),
        _waar(kaart, initiatief),
        _kosten(initiatief),
        _aanmelden(kaart, initiatief),
    ]
    return [row for row in rows if row]


def wanneer(initiatief: Initiatief) -> list[str]:
    """When it is, as sentences: opening hours, or else what happens there."""
    if initiatief.openingstijden and initiatief.openingstijden.op_afspraak:
        return initiatief.openingstijden.zinnen()
    if initiatief.openingstijden:
        return [line for blok in initiatief.openingstijden.blokken for line in _block_lines(blok)]
    return list(dict.fromkeys(one.wanneer.zin() for one in initiatief.activiteiten))


def wanneer_kort(initiatief: Initiatief) -> list[str]:
    """The same in at most three lines: with more, the days on which it is open."""
    lines = wanneer(initiatief)
    if len(lines) <= 3:
        return lines
    hours = initiatief.openingstijden
    days = {day for blok in hours.blokken for day in blok.open_dagen()} if hours else set()
    return [f"open {dagen_zin(sorted(days))}"] if days else lines[:2]


def _block_lines(blok: Blok) -> list[str]:
    """One week: the season and what it is not open for once, above the days, if there are more lines."""
    bare = replace(blok, seizoen=None, niet_in=()).zinnen()
    lines = [f"{blok.wanneer()}:", *bare] if len(bare) > 1 and blok.wanneer() else blok.zinnen()
    return [*lines, blok.opmerking] if blok.opmerking else lines


def _voor_wie(kaart: SocialeKaart, initiatief: Initiatief) -> Antwoord | None:
    labels = [kaart.begrippen["doelgroepen"][id].label for id in initiatief.doelgroepen]
    age = initiatief.leeftijd.zin() if initiatief.leeftijd else ""
    if not labels and not age:
        return None
    if not labels:
        return Antwoord("Voor wie", age)
    return Antwoord(
        "Voor wie",
        som_op([labels[0], *(label[:1].lower() + label[1:] for label in labels[1:])]),
        (age,) if age else (),
    )


def _waar(kaart: SocialeKaart, initiatief: Initiatief) -> Antwoord | None:
    ways = [kaart.begrippen["waar"][id].label for id in initiatief.waar if id != "op-locatie"]
    gebouw, adres = kaart.gebouw(initiatief), kaart.adres(initiatief)
    access = _toegankelijk(kaart, gebouw or initiatief)
    if adres is None:
        served = _werkgebied(kaart, initiatief)
        return Antwoord("Waar", som_op(ways), (served,)) if ways else Antwoord("Waar", served)
    if adres.op_aanvraag:
        return Antwoord("Waar", "Het adres hoort u als u contact opneemt", tuple(ways))
    line = adres_regel(kaart, initiatief, adres)
    name = gebouw.naam if gebouw else adres.locatie
    small = [line] if name and line != name else []
    return Antwoord("Waar", name or line, tuple(one for one in (*small, access, *ways) if one))


def adres_regel(kaart: SocialeKaart, initiatief: Initiatief, adres: Adres) -> str:
    """ "Voorbeeldstraat 12a, Velp"."""
    gebouw = kaart.gebouw(initiatief)
    kern = kaart.kernen[(gebouw or initiatief).kern]
    plaats = adres.plaats or ("" if kern.gemeentebreed else kern.naam)
    street = f"{adres.straat} {adres.huisnummer}".strip()
    return ", ".join(part for part in (street, plaats) if part)


def _toegankelijk(kaart: SocialeKaart, initiatief: Initiatief) -> str:
    labels = [kaart.begrippen["toegankelijkheid"][id].label for id in initiatief.toegankelijkheid]
    return (
        " · ".join([labels[0], *(label[:1].lower() + label[1:] for label in labels[1:2])]) if labels else ""
    )


def _werkgebied(kaart: SocialeKaart, initiatief: Initiatief) -> str:
    served = kaart.bedient(initiatief)
    if len(served) == len(kaart.dorpen) > 1:
        return f"In heel de gemeente {kaart.gemeente.naam}"
    return "In " + som_op([kaart.kernen[id].naam for id in served]) if served else ""


def _kosten(initiatief: Initiatief) -> Antwoord | None:
    costs = initiatief.toegang.kosten if initiatief.toegang else ""
    extra = [
        f"{one.naam}: {one.kosten}" for one in initiatief.activiteiten if one.kosten and one.kosten != costs
    ]
    if not costs:
        return Antwoord("Kosten", extra[0]) if len(extra) == 1 else None
    return Antwoord("Kosten", costs[:1].upper() + costs[1:], tuple(extra[:2]))


def _aanmelden(kaart: SocialeKaart, initiatief: Initiatief) -> Antwoord | None:
    toegang = initiatief.toegang
    if toegang is None:
        return None
    small = []
    for value, needed, free in (
        (toegang.indicatie, "U hebt een indicatie nodig", "Geen indicatie nodig"),
        (toegang.verwijzing, "U hebt een verwijzing nodig", ""),
    ):
        if isinstance(value, str):
            small.append(value)
        elif value is not None and (needed if value else free):
            small.append(needed if value else free)
    if toegang.aanmelden is None:
        return Antwoord("Meedoen", small[0], tuple(small[1:])) if small else None
    walk_in = "Niet nodig, loop gerust binnen" if kaart.punt(initiatief) else "Niet nodig"
    answer = (
        toegang.aanmelden
        if isinstance(toegang.aanmelden, str)
        else "Ja, vooraf"
        if toegang.aanmelden
        else walk_in
    )
    return Antwoord("Aanmelden", answer[:1].upper() + answer[1:], tuple(small))


def loket_van(kaart: SocialeKaart, kern_id: str) -> Loket | None:
    """Whom to call in a kern: its own loket if that has a number, else the municipality's first."""
    own = kaart.initiatieven.get(kaart.kernen[kern_id].loket) if kern_id in kaart.kernen else None
    if own and own.contact and own.contact.telefoon:
        return Loket(naam=own.naam).model_copy(
            update={"telefoon": own.contact.telefoon[0], "bereikbaar": own.contact.bereikbaar}
        )
    return kaart.gemeente.loket[0] if kaart.gemeente.loket else None


def bellen(kaart: SocialeKaart, initiatief: Initiatief) -> Telefoon | None:
    """The number for the large button: its own, its building's, or the loket's."""
    for one in (initiatief, kaart.gebouw(initiatief)):
        if one and one.contact and one.contact.via_loket:
            break  # whoever says so does not want the building's number
        if one and one.contact:
            return one.contact.telefoon[0] if one.contact.telefoon else None
    loket = loket_van(kaart, initiatief.kern)
    return loket.telefoon if loket else None
