"""Where it is: the address from the cells that tell of it, and the kern in whose folder the file belongs."""

from __future__ import annotations

import re

from ..format.gebied import Kern
from ..format.problems import Onbegrepen
from ..format.waarden import read_punt
from .addresses import Parts, on_request, read_address, read_number, read_street, read_town
from .cells import one_line, pieces
from .draft import Cell, Draft
from .headings import plain
from .kernen import Kernen, Meant

_PARTS = ("locatie", "straat", "huisnummer", "postcode", "plaats")


class NoKern(ValueError):
    """No folder follows from the row; the text says why."""


def place(draft: Draft, kernen: Kernen, otherwise: str) -> str:
    """Reads all about the place into the draft and gives the kern. `otherwise`: the kern when none is named."""
    parts = _address(draft, kernen)
    _point(draft, kernen)
    kern = _kern(draft, kernen, parts, otherwise)
    _buurten(draft, kernen[kern])
    town = parts.plaats
    if town and not kernen[kern].gemeentebreed and plain(town) == plain(kernen[kern].naam):
        town = ""  # the folder says so
    if "adres" in draft.values:
        _forget(draft)
    elif kernen[kern].gemeentebreed and not town and (parts.straat or parts.postcode or parts.locatie):
        draft.remark("Adres: hier moet een plaats bij, omdat dit voor alle kernen is.")
        _forget(draft)
    elif town:
        draft.put("adres.plaats", town)
    else:
        draft.values.pop("adres.plaats", None)
    return kern


def _forget(draft: Draft) -> None:
    for key in [one for one in draft.values if one.startswith("adres.")]:
        draft.drop(key)


def _address(draft: Draft, kernen: Kernen) -> Parts:
    whole = Parts()
    additions = list(draft.of("toevoeging"))
    numbers = list(draft.of("adres.huisnummer"))
    for cell in draft.of(
        "adres", "adres.locatie", "adres.straat", "adres.huisnummer", "adres.postcode", "adres.plaats"
    ):
        if on_request(cell.text):
            draft.put("adres", "op aanvraag")
            draft.told(cell)
            continue
        parts = _parts(cell, kernen, additions if cell in numbers else [], bool(numbers))
        if additions and cell in numbers and parts.huisnummer:
            for one in additions:
                draft.says(one, one.text)
        if not any(getattr(parts, name) for name in (*_PARTS, "rest")):
            draft.unplaced(cell, "dit is niet te lezen als deel van een adres.")
            continue
        joined = whole.joined(parts)
        if joined.rest != whole.rest:
            left = joined.rest.removeprefix(whole.rest).strip(", ")
            draft.unplaced(cell, f"`{left}` past niet in het adres.")
        for name in _PARTS:
            if getattr(parts, name) and getattr(joined, name) == getattr(parts, name):
                said = cell.text if name == "huisnummer" and cell in numbers else getattr(parts, name)
                draft.put(f"adres.{name}", getattr(parts, name), cell, said)
        whole = joined
    if whole.huisnummer and not whole.straat:
        draft.drop("adres.huisnummer")
        draft.remark("Huisnummer: er staat geen straat bij.")
    return whole


def _parts(cell: Cell, kernen: Kernen, additions: list[Cell], has_number: bool) -> Parts:
    text = one_line(cell.text) if cell.column.key != "adres" else cell.text
    if cell.column.key == "adres.locatie":
        return Parts(locatie=text)
    if cell.column.key == "adres.huisnummer":
        addition = one_line(additions[0].text) if additions else ""
        return Parts(huisnummer=read_number(text, addition))
    if cell.column.key == "adres.straat":
        if has_number or not re.search(r"\d", text):
            return Parts(straat=text)
        return (
            read_address(text, kernen.towns)
            if re.search(r"[,;]|\d{4} ?[a-z]{2}\b", text, re.I)
            else read_street(text)
        )
    if cell.column.key in ("adres.plaats", "adres.postcode") and not re.search(r"\d", text):
        return Parts(plaats=read_town(text))
    return read_address(text, kernen.towns)


def _point(draft: Draft, kernen: Kernen) -> None:
    """Degrees in one cell or in two, if they are somewhere in this municipality."""
    cells = [*draft.of("adres.punt"), *draft.of("lat"), *draft.of("lon")]
    if not cells:
        return
    text = " ".join(re.sub(r"(?<=\d),(?=\d)", ".", cell.text) for cell in cells)
    try:
        punt = read_punt(text)
    except Onbegrepen as wrong:
        draft.unplaced(cells[0], wrong.message)
        return
    bounds = kernen.loaded.gemeente.grenzen
    if bounds and not (
        bounds[0].lat <= punt.lat <= bounds[1].lat and bounds[0].lon <= punt.lon <= bounds[1].lon
    ):
        draft.unplaced(cells[0], "dit punt ligt buiten de gemeente.")
        return
    draft.put("adres.punt", [str(punt.lat), str(punt.lon)])
    for cell in cells:
        draft.told(cell)


def _kern(draft: Draft, kernen: Kernen, parts: Parts, otherwise: str) -> str:
    """From its own column, from the town, from the part of town; else as somebody said."""
    cells = list(draft.of("kern"))
    town, unknown = kernen.read(parts.plaats), ""
    for cell in cells:
        meant = kernen.read(cell.text)
        if meant.ids:
            return _named_kern(draft, cell, meant, kernen)
        unknown = one_line(cell.text)
    if len(town.ids) == 1:
        found = town.ids[0]
        if not town.certain:
            draft.remark(f"Plaats: `{parts.plaats}` is gelezen als {kernen[found].naam}.")
    else:
        parts_of_town = (id for cell in draft.of("buurt") for id in kernen.read(cell.text).ids)
        found = next(parts_of_town, otherwise)
    if not found:
        told = unknown or parts.plaats
        raise NoKern(f"`{told}` is geen kern van deze site." if told else "Er staat geen kern of plaats bij.")
    if unknown:
        where = kernen[found].naam
        draft.remark(f"Kern: `{unknown}` is geen kern van deze site; het staat nu bij {where}.")
    return found


def _named_kern(draft: Draft, cell: Cell, meant: Meant, kernen: Kernen) -> str:
    names = {plain(name) for id in meant.ids for name in (id, kernen[id].naam)}
    if all(plain(piece) in names for piece in pieces(cell.text)):
        draft.told(cell)
    if not meant.certain:
        draft.unplaced(cell, f"gelezen als {' en '.join(kernen[id].naam for id in meant.ids)}.")
    if len(meant.ids) > 1:
        draft.put("werkgebied", [id for id in meant.ids if not kernen[id].gemeentebreed])
    return meant.ids[0]


def _buurten(draft: Draft, kern: Kern) -> None:
    names = {plain(buurt): buurt for buurt in kern.buurten}
    for cell in draft.of("buurt"):
        if plain(cell.text) in names:
            draft.add("buurt", names[plain(cell.text)], cell, cell.text)
        elif plain(cell.text) != plain(kern.naam):
            draft.unplaced(cell, f"geen buurt van {kern.naam} die in kern.yml staat.")
