"""SocialeKaart: everything that is on the site, complete when it exists. Relations are looked up by id."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from .format.begrippen import Begrip, Begrippen
from .format.gebied import GemeenteTekst, Kern
from .format.initiatief import Initiatief
from .format.kalender import Kalender, kalender
from .format.onderdelen import Adres
from .format.problems import Problem
from .format.waarden import Punt
from .loading import Loaded

ALLE = "alle"
# Of `wie_helpt`: people who went through it themselves.
ERVARINGSDESKUNDIGEN = "ervaringsdeskundigen"


@dataclass(frozen=True)
class SocialeKaart:
    """The published map on one day. `initiatieven` are those that exist, `gestopt` keep only their page."""

    gemeente: GemeenteTekst
    begrippen: Begrippen
    kernen: Mapping[str, Kern]
    initiatieven: Mapping[str, Initiatief]
    gestopt: Mapping[str, Initiatief]
    vandaag: date
    kalender: Kalender

    def get(self, id: str) -> Initiatief | None:
        """The initiative with this id, also when it stopped; None when it is not published."""
        return self.initiatieven.get(id) or self.gestopt.get(id)

    def all_of(self, ids: Iterable[str]) -> list[Initiatief]:
        """Those of `ids` that are published and have not stopped."""
        return [self.initiatieven[id] for id in ids if id in self.initiatieven]

    def soort(self, initiatief: Initiatief) -> Begrip:
        return self.begrippen["soorten"][initiatief.soort]

    def cirkel(self, initiatief: Initiatief) -> Begrip:
        """Its circle: as written, or as follows from its soort."""
        return self.begrippen["cirkels"][initiatief.cirkel or self.soort(initiatief).cirkel]

    def gebouw(self, initiatief: Initiatief) -> Initiatief | None:
        """The building in which it is, where that is an entry of its own."""
        return self.initiatieven.get(initiatief.plek) if initiatief.plek else None

    def adres(self, initiatief: Initiatief) -> Adres | None:
        """Its own address, or its building's."""
        gebouw = self.gebouw(initiatief)
        return gebouw.adres if gebouw else initiatief.adres

    def punt(self, initiatief: Initiatief) -> Punt | None:
        """Where it is on a map, if that may be known and is known."""
        adres = self.adres(initiatief)
        return adres.punt if adres else None

    def bedient(self, initiatief: Initiatief) -> list[str]:
        """The kernen that it serves: as written, else its own, in the wide folder all."""
        dorpen = [kern.id for kern in self.dorpen]
        wide = self.kernen[initiatief.kern].gemeentebreed
        if ALLE in initiatief.werkgebied or (wide and not initiatief.werkgebied):
            return dorpen
        return [id for id in initiatief.werkgebied if id in self.kernen] or [initiatief.kern]

    @cached_property
    def dorpen(self) -> list[Kern]:
        """The kernen, without the folder for the whole municipality."""
        return sorted(
            (kern for kern in self.kernen.values() if not kern.gemeentebreed), key=lambda kern: kern.naam
        )

    @cached_property
    def alle_kernen(self) -> list[Kern]:
        """The kernen by name, and last the folder for the whole municipality, if there is one."""
        return [*self.dorpen, *(kern for kern in self.kernen.values() if kern.gemeentebreed)]

    @cached_property
    def in_kern(self) -> Mapping[str, list[Initiatief]]:
        """kern → what stands in its folder."""
        return _grouped((initiatief.kern, initiatief) for initiatief in self.initiatieven.values())

    @cached_property
    def ook_voor(self) -> Mapping[str, list[Initiatief]]:
        """kern → what serves it without being in it."""
        return _grouped(
            (kern, initiatief)
            for initiatief in self.initiatieven.values()
            for kern in self.bedient(initiatief)
            if kern != initiatief.kern
        )

    def aantal_voor(self, kern_id: str) -> int:
        """How many there are for somebody who lives there: in the kern, or serving it from elsewhere."""
        return len(self.in_kern.get(kern_id, ())) + len(self.ook_voor.get(kern_id, ()))

    @cached_property
    def groepen(self) -> Mapping[str, list[Initiatief]]:
        """building → who meets in it, with the whole or with one activity."""
        return _grouped(
            (plek, initiatief)
            for initiatief in self.initiatieven.values()
            for plek in dict.fromkeys(
                (initiatief.plek, *(activity.plek for activity in initiatief.activiteiten))
            )
            if plek and plek != initiatief.id
        )

    @cached_property
    def bij_thema(self) -> Mapping[str, list[Initiatief]]:
        return _grouped(
            (id, initiatief) for initiatief in self.initiatieven.values() for id in all_themas(initiatief)
        )

    @cached_property
    def voor_doelgroep(self) -> Mapping[str, list[Initiatief]]:
        return _grouped(
            (id, initiatief)
            for initiatief in self.initiatieven.values()
            for id in all_doelgroepen(initiatief)
        )

    @cached_property
    def delen(self) -> Mapping[str, list[Initiatief]]:
        """whole → its parts (`onderdeel_van`)."""
        return _grouped((one.onderdeel_van, one) for one in self.initiatieven.values() if one.onderdeel_van)

    def verouderd(self, initiatief: Initiatief) -> bool:
        """Whether nobody checked it for longer than the municipality's limit."""
        months = initiatief.beheer.maanden_oud(self.vandaag) if initiatief.beheer else None
        return months is not None and months >= self.gemeente.verouderd_na_maanden


def all_themas(initiatief: Initiatief) -> list[str]:
    """Its themas and those of its activities, each once."""
    return list(
        dict.fromkeys((*initiatief.themas, *(id for one in initiatief.activiteiten for id in one.themas)))
    )


def all_doelgroepen(initiatief: Initiatief) -> list[str]:
    return list(
        dict.fromkeys(
            (*initiatief.doelgroepen, *(id for one in initiatief.activiteiten for id in one.doelgroepen))
        )
    )


def _grouped(pairs: Iterable[tuple[str, Initiatief]]) -> Mapping[str, list[Initiatief]]:
    groups: defaultdict[str, list[Initiatief]] = defaultdict(list)
    for key, initiatief in pairs:
        groups[key].append(initiatief)
    return groups


def make_kaart(
    loaded: Loaded, problems: Iterable[Problem], vandaag: date, *, examples: bool = True
) -> SocialeKaart:
    """What may be published of what was loaded: no file with an error, nothing without consent.

    `examples=False` leaves out what is made up (`voorbeeld: ja`).
    """
    wrong = {problem.path for problem in problems if problem.level == "error"}
    published = {
        id: initiatief
        for id, initiatief in loaded.initiatieven.items()
        if initiatief.openbaar and (examples or not initiatief.voorbeeld) and loaded.shown(id) not in wrong
    }
    return SocialeKaart(
        gemeente=loaded.gemeente,
        begrippen=loaded.begrippen,
        kernen=loaded.kernen,
        initiatieven={id: one for id, one in published.items() if not one.gestopt},
        gestopt={id: one for id, one in published.items() if one.gestopt},
        vandaag=vandaag,
        kalender=kalender(loaded.gemeente.schoolvakanties or None),
    )


def today(environ: Mapping[str, str] = os.environ) -> date:
    """The day that counts as today: `SOCIALE_KAART_VANDAAG`, else that of `SOURCE_DATE_EPOCH`, else the day here.

    The second is the day in UTC, the same on every machine: an hour or two behind the Netherlands.
    """
    if text := environ.get("SOCIALE_KAART_VANDAAG"):
        return date.fromisoformat(text)
    if epoch := environ.get("SOURCE_DATE_EPOCH"):
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return datetime.now(ZoneInfo("Europe/Amsterdam")).date()
