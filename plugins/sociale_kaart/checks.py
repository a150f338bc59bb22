"""What only shows across files: references, doubles, pins, contact, freshness.

Each check takes what was loaded and yields problems. A check that needs the place in a file reads that
file again: only what has a problem pays for it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from difflib import SequenceMatcher

from .format.document import Path as KeyPath
from .format.initiatief import Initiatief
from .format.problems import Level, Problem
from .format.waarden import Punt, nearest
from .kaart import ALLE
from .loading import Loaded

MAX_FOTO_BYTES = 500_000
SAME_PLACE_METRES = 100


def check_all(loaded: Loaded, vandaag: date) -> list[Problem]:
    """All problems across files, in the order of the files."""
    checks = (_references, _kern_references, _area, _place, _photos, _doubles, _contact)
    found = [problem for check in checks for problem in check(loaded)]
    found += _freshness(loaded, vandaag)
    return sorted(found, key=lambda problem: (problem.path, problem.line, problem.column))


def _tell(
    loaded: Loaded, id: str, path: KeyPath, level: Level, rule: str, message: str, remedy: str
) -> Problem:
    return loaded.document(id).problem(path, level, rule, message, remedy)


def _references(loaded: Loaded) -> Iterator[Problem]:
    for id, initiatief in loaded.initiatieven.items():
        for path, other in initiatief.references:
            if other not in loaded.ids:
                yield _unknown_reference(loaded, id, path, other)
            elif other == id:
                yield _tell(loaded, id, path, "error", "reference", "Dit initiatief verwijst naar zichzelf.", "Haal deze regel weg.")
            elif path[-1] == "plek" and (building := loaded.initiatieven.get(other)) and building.adres is None:
                yield _tell(loaded, id, path, "error", "reference", f"`{other}` heeft zelf geen adres.", "Wijs een gebouw aan dat een `adres` heeft, of schrijf hier een `adres`.")


def _unknown_reference(loaded: Loaded, id: str, path: KeyPath, other: str) -> Problem:
    here = f"{id.split('/')[0]}/{other.split('/')[1]}"
    same_name = sorted(known for known in loaded.ids if known.endswith(f"/{other.split('/')[1]}"))
    meant = here if here in loaded.ids else same_name[0] if same_name else nearest(other, sorted(loaded.ids))
    remedy = f"Bedoelt u `{meant}`?" if meant else "Schrijf de map en de naam van een bestand dat er is."
    return _tell(loaded, id, path, "error", "reference", f"`{other}` bestaat niet.", remedy)


def _kern_references(loaded: Loaded) -> Iterator[Problem]:
    for kern in loaded.kernen.values():
        if kern.loket and kern.loket not in loaded.ids:
            yield _unknown_reference(loaded, f"{kern.id}/kern", ("loket",), kern.loket)


def _area(loaded: Loaded) -> Iterator[Problem]:
    kernen = {kern.id: kern for kern in loaded.kernen.values() if not kern.gemeentebreed}
    for id, initiatief in loaded.initiatieven.items():
        for index, name in enumerate(initiatief.werkgebied):
            if name != ALLE and name not in kernen:
                meant = nearest(name.replace(" ", "-"), tuple(kernen))
                remedy = f"Bedoelt u `{meant}`?" if meant else f"Kies uit: {', '.join(kernen)}, of schrijf `{ALLE}`."
                yield _tell(loaded, id, ("werkgebied", index), "error", "reference", f"`{name}` is geen kern van deze gemeente.", remedy)
        if not initiatief.buurt:
            continue
        kern = loaded.kernen[initiatief.kern]
        for index, name in enumerate(initiatief.buurt):
            if name not in kern.buurten:
                by_folded = {one.casefold(): one for one in kern.buurten}
                meant = by_folded.get(nearest(name, tuple(by_folded)) or "")
                remedy = f"Bedoelt u `{meant}`?" if meant else f"Kies uit de buurten in kern.yml: {', '.join(kern.buurten) or 'er staan er nog geen'}."
                yield _tell(loaded, id, ("buurt", index), "warning", "reference", f"`{name}` is geen buurt van {kern.naam}.", remedy)


def _place(loaded: Loaded) -> Iterator[Problem]:
    """A pin outside the municipality; an address in the wide folder that does not say where."""
    bounds = loaded.gemeente.grenzen
    for id, initiatief in loaded.initiatieven.items():
        adres = initiatief.adres
        if adres is None:
            continue
        if loaded.kernen[initiatief.kern].gemeentebreed and adres.straat and not adres.plaats:
            yield _tell(loaded, id, ("adres",), "error", "missing-key", "In deze map staat niet vast in welke plaats het adres is.", "Voeg `plaats:` toe aan het adres.")
        if adres.punt and bounds and not _inside(adres.punt, bounds):
            yield _tell(loaded, id, ("adres", "punt"), "error", "point", f"Dit punt ligt buiten de gemeente {loaded.gemeente.naam}.", "Zoek het punt opnieuw op, of kijk in gemeente.yml of de `grenzen` kloppen.")
    for kern in loaded.kernen.values():
        if kern.middelpunt and bounds and not _inside(kern.middelpunt, bounds):
            yield _tell(loaded, f"{kern.id}/kern", ("middelpunt",), "error", "point", f"Dit punt ligt buiten de gemeente {loaded.gemeente.naam}.", "Zoek het punt opnieuw op.")


def _inside(punt: Punt, bounds: tuple[Punt, Punt]) -> bool:
    return bounds[0].lat <= punt.lat <= bounds[1].lat and bounds[0].lon <= punt.lon <= bounds[1].lon


def _photos(loaded: Loaded) -> Iterator[Problem]:
    for id, initiatief in loaded.initiatieven.items():
        if not initiatief.foto:
            continue
        path = loaded.folder / initiatief.kern / initiatief.foto
        if not path.is_file() or path.is_symlink():
            yield _tell(loaded, id, ("foto",), "error", "photo", f"De foto `{initiatief.foto}` staat niet naast dit bestand.", f"Zet de foto in de map `{initiatief.kern}`, met precies deze naam.")
        elif path.stat().st_size > MAX_FOTO_BYTES:
            yield _tell(loaded, id, ("foto",), "error", "photo", f"De foto is te groot: {path.stat().st_size // 1000} kB.", "Maak hem kleiner: hoogstens 500 kB, een breedte van 1200 pixels is genoeg.")


def _contact(loaded: Loaded) -> Iterator[Problem]:
    for id, initiatief in loaded.initiatieven.items():
        building = loaded.initiatieven.get(initiatief.plek) if initiatief.plek else None
        if initiatief.contact is None and not initiatief.gestopt and not (building and building.contact):
            yield _tell(loaded, id, (), "hint", "no-contact", "Er staat niet hoe iemand contact opneemt.", "Voeg `contact:` toe met een telefoonnummer, of schrijf `contact: loket`.")
        elif initiatief.contact and initiatief.contact.via_loket and not _loket(loaded, initiatief):
            yield _tell(loaded, id, ("contact",), "warning", "no-contact", "Contact gaat via het loket, maar er is geen loket bekend.", "Vul `loket:` in gemeente.yml in, of zet hier een telefoonnummer.")


def _loket(loaded: Loaded, initiatief: Initiatief) -> bool:
    return bool(loaded.gemeente.loket or loaded.kernen[initiatief.kern].loket)


def _doubles(loaded: Loaded) -> Iterator[Problem]:
    """The same name, or alike names within 100 metres. Neighbours are found through cells of that size."""
    names: dict[str, str] = {}
    cells: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for id, initiatief in loaded.initiatieven.items():
        if initiatief.gestopt:
            continue
        name = " ".join(initiatief.naam.casefold().split())
        first = names.setdefault(name, id)
        if first != id:
            same_kern = loaded.initiatieven[first].kern == initiatief.kern
            yield _tell(loaded, id, ("naam",), "warning" if same_kern else "hint", "double", f"`{first}` heet ook “{initiatief.naam}”.", "Is het hetzelfde? Houd dan één bestand over. Zo niet: maak duidelijk wat het verschil is.")
        if initiatief.adres and initiatief.adres.punt:
            yield from _double_nearby(loaded, cells, initiatief)


def _double_nearby(loaded: Loaded, cells: dict[tuple[int, int], list[str]], initiatief: Initiatief) -> Iterator[Problem]:
    assert initiatief.adres and initiatief.adres.punt
    punt = initiatief.adres.punt
    row, column = int(punt.lat * 1000), int(punt.lon * 600)  # cells of about 111 by 114 metres at 52° north
    for near in ((row + r, column + c) for r in (-1, 0, 1) for c in (-1, 0, 1)):
        for other_id in cells.get(near, [])[-20:]:  # a crowd at one point: only the nearest in the list
            other = loaded.initiatieven[other_id]
            if _alike(initiatief.naam, other.naam) and metres(punt, other.adres.punt) <= SAME_PLACE_METRES:  # type: ignore[union-attr, arg-type]
                yield _tell(loaded, initiatief.id, ("naam",), "warning", "double", f"“{initiatief.naam}” lijkt op “{other.naam}” (`{other_id}`), vlakbij.", "Is het hetzelfde? Houd dan één bestand over. Zo niet: maak duidelijk wat het verschil is.")
    cells[row, column].append(initiatief.id)


def _alike(one: str, other: str) -> bool:
    one, other = one.casefold(), other.casefold()
    if one == other:
        return False  # told already, as the same name
    match = SequenceMatcher(None, one, other)
    return match.quick_ratio() > 0.8 and match.ratio() > 0.8


def metres(one: Punt, other: Punt) -> float:
    """Straight-line distance; the earth is flat enough within a municipality."""
    dy = (one.lat - other.lat) * 111_320
    dx = (one.lon - other.lon) * 111_320 * math.cos(math.radians((one.lat + other.lat) / 2))
    return math.hypot(dx, dy)


def _freshness(loaded: Loaded, vandaag: date) -> Iterator[Problem]:
    limit = loaded.gemeente.verouderd_na_maanden
    for id, initiatief in loaded.initiatieven.items():
        if initiatief.gestopt:
            continue
        beheer = initiatief.beheer
        months = beheer.maanden_oud(vandaag) if beheer else None
        if months is None:
            yield _tell(loaded, id, ("beheer",), "hint", "not-checked", "Er staat niet wanneer dit is nagekeken.", f"Klopt alles? Zet onder `beheer:` de regel `gecontroleerd: {vandaag}`.")
        elif months < 0 or (beheer and beheer.gecontroleerd and beheer.gecontroleerd > vandaag):
            yield _tell(loaded, id, ("beheer", "gecontroleerd"), "warning", "not-checked", "Deze datum ligt in de toekomst.", f"Schrijf de dag waarop het is nagekeken, bijvoorbeeld `{vandaag}`.")
        elif months >= limit:
            yield _tell(loaded, id, ("beheer", "gecontroleerd"), "hint", "old", f"Dit is {months} maanden niet nagekeken.", f"Klopt alles nog? Schrijf dan `gecontroleerd: {vandaag}`.")
        if beheer is None or beheer.toestemming is None:
            yield _tell(loaded, id, ("beheer",), "hint", "no-consent", "Er staat niet of de organisatie toestemming gaf.", "Vraag het, en zet onder `beheer:` de regel `toestemming: ja`.")
        if initiatief.gesloten_tot and initiatief.gesloten_tot <= vandaag:
            yield _tell(loaded, id, ("gesloten_tot",), "hint", "old", "Deze datum is voorbij.", "Is het weer open? Haal `status`, `gesloten_tot` en `reden` weg.")
