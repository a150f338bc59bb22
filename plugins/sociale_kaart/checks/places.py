"""What has to be where it says: points inside the municipality, photos beside their file."""

from __future__ import annotations

from collections.abc import Iterator
from os.path import isfile, islink

from ..format.waarden import Punt
from ..loading import Loaded
from .finding import Finding

MAX_FOTO_BYTES = 500_000


def place(loaded: Loaded) -> Iterator[Finding]:
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


def photos(loaded: Loaded) -> Iterator[Finding]:
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
