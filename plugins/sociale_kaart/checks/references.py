"""Names of other files, folders, kernen and buurten that have to exist."""

from __future__ import annotations

from collections.abc import Iterator

from ..format.document import Path as KeyPath
from ..format.waarden import nearest
from ..kaart import ALLE
from ..loading import Loaded
from .finding import Finding


def references(loaded: Loaded) -> Iterator[Finding]:
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


def kern_references(loaded: Loaded) -> Iterator[Finding]:
    for kern in loaded.kernen.values():
        if kern.loket and kern.loket not in loaded.ids:
            yield _unknown_reference(loaded, f"{kern.id}/kern", ("loket",), kern.loket)


def gemeente(loaded: Loaded) -> Iterator[Finding]:
    wide = loaded.gemeente.gemeentebreed
    if wide and wide not in loaded.kernen:
        meant = nearest(wide, tuple(loaded.kernen))
        remedy = f"Bedoelt u `{meant}`?" if meant else "Maak de map, of haal deze regel weg."
        yield Finding(
            "gemeente", ("gemeentebreed",), "error", "reference", f"De map `{wide}` bestaat niet.", remedy
        )


def area(loaded: Loaded) -> Iterator[Finding]:
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
