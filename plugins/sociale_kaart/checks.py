"""What only shows across files: references, doubles, pins, contact, freshness.

Each check takes what was loaded and yields findings. Where they stand in a file is looked up at the end, by
reading that file again: only what has a problem pays for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from os.path import isfile, islink

from .doubles import alike_nearby, same_names
from .format.document import Path as KeyPath
from .format.initiatief import Initiatief
from .format.problems import Level, Problem
from .format.waarden import Punt, nearest
from .kaart import ALLE
from .loading import Loaded, in_order

MAX_FOTO_BYTES = 500_000


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found in the file `id`, before its line and column are looked up."""

    id: str
    path: KeyPath
    level: Level
    rule: str
    message: str
    remedy: str


def check_all(loaded: Loaded, vandaag: date) -> list[Problem]:
    """All problems across files, in the order of the files."""
    checks = (_references, _kern_references, _gemeente, _area, _place, _photos, _doubles, _contact)
    by_file: defaultdict[str, list[Finding]] = defaultdict(list)
    for one in chain(*(check(loaded) for check in checks), _freshness(loaded, vandaag)):
        by_file[one.id].append(one)
    problems = []
    for id, findings in by_file.items():
        document = loaded.document(id)
        problems += [
            document.problem(one.path, one.level, one.rule, one.message, one.remedy) for one in findings
        ]
    return in_order(problems)


def _references(loaded: Loaded) -> Iterator[Finding]:
    for id, initiatief in loaded.initiatieven.items():
        for path, other in initiatief.references:
            if other not in loaded.ids:
                yield _unknown_reference(loaded, id, path, other)
            elif other == id:
                message = "Dit initiatief verwijst naar zichzelf."
                remedy = "Haal deze regel weg."
                yield Finding(id, path, "error", "reference", message, remedy)
            elif (
                path[-1] == "plek" and (building := loaded.initiatieven.get(other)) and building.adres is None
            ):
                message = f"`{other}` heeft zelf geen adres."
                remedy = "Wijs een gebouw aan dat een `adres` heeft, of schrijf hier een `adres`."
                yield Finding(id, path, "error", "reference", message, remedy)


def _unknown_reference(loaded: Loaded, id: str, path: KeyPath, other: str) -> Finding:
    meant = _meant(loaded, id, other)
    remedy = f"Bedoelt u `{meant}`?" if meant else "Schrijf de map en de naam van een bestand dat er is."
    return Finding(id, path, "error", "reference", f"`{other}` bestaat niet.", remedy)


def _meant(loaded: Loaded, id: str, other: str) -> str | None:
    """The file of that name or of one like it, first in the kern that the reference names or is in."""
    kern, name = other.split("/")
    by_name: dict[str, str] = {}
    for known in sorted(
        loaded.ids - {id}, key=lambda one: (one.split("/")[0] not in (kern, id.split("/")[0]), one)
    ):
        by_name.setdefault(known.split("/")[1], known)
    return by_name.get(name) or by_name.get(nearest(name, tuple(by_name)) or "")


def _kern_references(loaded: Loaded) -> Iterator[Finding]:
    for kern in loaded.kernen.values():
        if kern.loket and kern.loket not in loaded.ids:
            yield _unknown_reference(loaded, f"{kern.id}/kern", ("loket",), kern.loket)


def _gemeente(loaded: Loaded) -> Iterator[Finding]:
    wide = loaded.gemeente.gemeentebreed
    if wide and wide not in loaded.kernen:
        meant = nearest(wide, tuple(loaded.kernen))
        remedy = f"Bedoelt u `{meant}`?" if meant else "Maak de map, of haal deze regel weg."
        yield Finding(
            "gemeente", ("gemeentebreed",), "error", "reference", f"De map `{wide}` bestaat niet.", remedy
        )


def _area(loaded: Loaded) -> Iterator[Finding]:
    kernen = {kern.id: kern for kern in loaded.kernen.values() if not kern.gemeentebreed}
    for id, initiatief in loaded.initiatieven.items():
        for index, name in enumerate(initiatief.werkgebied):
            if name != ALLE and name not in kernen:
                meant = nearest(name.replace(" ", "-"), (*kernen, ALLE))
                remedy = (
                    f"Bedoelt u `{meant}`?"
                    if meant
                    else f"Kies uit: {', '.join(kernen)}, of schrijf `{ALLE}`."
                )
                message = f"`{name}` is geen kern van deze gemeente."
                yield Finding(id, ("werkgebied", index), "error", "reference", message, remedy)
        if not initiatief.buurt:
            continue
        kern = loaded.kernen[initiatief.kern]
        for index, name in enumerate(initiatief.buurt):
            if name not in kern.buurten:
                by_folded = {one.casefold(): one for one in kern.buurten}
                meant = by_folded.get(nearest(name, tuple(by_folded)) or "")
                remedy = (
                    f"Bedoelt u `{meant}`?"
                    if meant
                    else f"Kies uit de buurten in kern.yml: {', '.join(kern.buurten) or 'daar staan er nog geen'}."
                )
                message = f"`{name}` is geen buurt van {kern.naam}."
                yield Finding(id, ("buurt", index), "warning", "reference", message, remedy)


def _place(loaded: Loaded) -> Iterator[Finding]:
    """A pin outside the municipality; an address in the wide folder that does not say where."""
    bounds = loaded.gemeente.grenzen
    for id, initiatief in loaded.initiatieven.items():
        adres = initiatief.adres
        if adres is None:
            continue
        if loaded.kernen[initiatief.kern].gemeentebreed and not adres.plaats and not adres.op_aanvraag:
            message = "Hier ontbreekt `plaats`: deze map hoort niet bij één kern."
            remedy = "Voeg `plaats:` toe aan het adres."
            yield Finding(id, ("adres",), "error", "missing-key", message, remedy)
        if adres.punt and bounds and not _inside(adres.punt, bounds):
            message = f"Dit punt ligt buiten de gemeente {loaded.gemeente.naam}."
            remedy = "Zoek het punt opnieuw op, of kijk in gemeente.yml of de `grenzen` kloppen."
            yield Finding(id, ("adres", "punt"), "error", "point", message, remedy)
    for kern in loaded.kernen.values():
        if kern.middelpunt and bounds and not _inside(kern.middelpunt, bounds):
            message = f"Dit punt ligt buiten de gemeente {loaded.gemeente.naam}."
            remedy = "Zoek het punt opnieuw op."
            yield Finding(f"{kern.id}/kern", ("middelpunt",), "error", "point", message, remedy)


def _inside(punt: Punt, bounds: tuple[Punt, Punt]) -> bool:
    return bounds[0].lat <= punt.lat <= bounds[1].lat and bounds[0].lon <= punt.lon <= bounds[1].lon


def _photos(loaded: Loaded) -> Iterator[Finding]:
    for id, initiatief in loaded.initiatieven.items():
        if not initiatief.foto:
            continue
        path = loaded.folder / initiatief.kern / initiatief.foto
        if not isfile(path) or islink(path):
            message = f"De foto `{initiatief.foto}` staat niet naast dit bestand."
            remedy = f"Zet de foto in de map `{initiatief.kern}`, met precies deze naam."
            yield Finding(id, ("foto",), "error", "photo", message, remedy)
        elif path.stat().st_size > MAX_FOTO_BYTES:
            message = f"De foto is te groot: {path.stat().st_size // 1000} kB."
            remedy = "Maak hem kleiner: hoogstens 500 kB, een breedte van 1200 pixels is genoeg."
            yield Finding(id, ("foto",), "error", "photo", message, remedy)


def _contact(loaded: Loaded) -> Iterator[Finding]:
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


def _doubles(loaded: Loaded) -> Iterator[Finding]:
    remedy = "Is het hetzelfde? Houd dan één bestand over. Zo niet: maak duidelijk wat het verschil is."
    for first, second in same_names(loaded):
        level: Level = "warning" if first.kern == second.kern else "hint"
        message = f"`{first.id}` heet ook “{second.naam}”."
        yield Finding(second.id, ("naam",), level, "double", message, remedy)
    for first, second in alike_nearby(loaded):
        message = f"“{second.naam}” lijkt op “{first.naam}” (`{first.id}`), op dezelfde plek of vlakbij."
        yield Finding(second.id, ("naam",), "warning", "double", message, remedy)


def _freshness(loaded: Loaded, vandaag: date) -> Iterator[Finding]:
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
