"""Days on which what repeats may not happen: school holidays by region, the bouwvak, public holidays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from importlib.resources import files

import yaml
from dateutil.easter import easter

from sociale_kaart.format.problems import Onbegrepen
from sociale_kaart.format.tijden import meant, normalise, quoted

REGIOS = ("noord", "midden", "zuid")
NIET_IN = {
    "schoolvakanties": "niet in de schoolvakanties",
    "zomervakantie": "niet in de zomervakantie",
    "bouwvak": "niet in de bouwvak",
    "feestdagen": "niet op feestdagen",
}
NIET_IN_ANDERS = {
    "schoolvakantie": "schoolvakanties",
    "vakanties": "schoolvakanties",
    "zomervakanties": "zomervakantie",
    "bouwvakantie": "bouwvak",
    "feestdag": "feestdagen",
}


@dataclass(frozen=True, slots=True)
class Vakantie:
    naam: str
    begin: date
    einde: date

    def dagen(self) -> Iterator[date]:
        for n in range((self.einde - self.begin).days + 1):
            yield self.begin + timedelta(days=n)


@dataclass(frozen=True, slots=True)
class Kalender:
    """The holidays of one region; `tot` and `bouwvak_tot` are the last days for which they are known."""

    schoolvakanties: tuple[Vakantie, ...] = ()
    tot: date | None = None
    bouwvak: tuple[Vakantie, ...] = ()
    bouwvak_tot: date | None = None

    def uitgesloten(self, datum: date, niet_in: Iterable[str]) -> bool:
        return datum in self.vrije_dagen(tuple(niet_in), datum, datum)

    def vrije_dagen(self, niet_in: tuple[str, ...], van: date, tot: date) -> frozenset[date]:
        """All that is excluded in the years from `van` to `tot`: one look-up in it for each date."""
        return _vrije_dagen(self, niet_in, van.year, tot.year)

    def bekend_tot(self, niet_in: Iterable[str]) -> date | None:
        """The last day for which `uitgesloten` is sure; None: no limit; date.min: it never is."""
        grenzen = {"schoolvakanties": self.tot, "zomervakantie": self.tot, "bouwvak": self.bouwvak_tot}
        return min((grenzen[woord] or date.min for woord in niet_in if woord in grenzen), default=None)


@lru_cache(maxsize=256)
def _vrije_dagen(kalender: Kalender, niet_in: tuple[str, ...], van: int, tot: int) -> frozenset[date]:
    vakanties = {
        "schoolvakanties": kalender.schoolvakanties,
        "zomervakantie": tuple(v for v in kalender.schoolvakanties if v.naam == "zomervakantie"),
        "bouwvak": kalender.bouwvak,
    }
    vrij = {dag for woord in niet_in for vakantie in vakanties.get(woord, ()) for dag in vakantie.dagen()}
    if "feestdagen" in niet_in:
        vrij.update(dag for jaar in range(van, tot + 1) for dag in feestdagen(jaar))
    return frozenset(vrij)


@lru_cache(maxsize=4)
def kalender(regio: str | None) -> Kalender:
    """The table of noord, midden or zuid. Without a region only the public holidays are known."""
    if regio is None:
        return Kalender()
    if regio not in REGIOS:
        raise Onbegrepen(
            f"{quoted(regio)} is geen regio voor schoolvakanties.",
            meant(normalise(regio), REGIOS, "Schrijf `noord`, `midden` of `zuid`."),
            "regio",
        )
    tabel = yaml.safe_load(files(__package__).joinpath("schoolvakanties.yml").read_text(encoding="utf-8"))
    vakanties = tuple(
        Vakantie(naam, *periodes[regio])
        for schooljaar in tabel["schooljaren"].values()
        for naam, periodes in schooljaar.items()
        if isinstance(periodes, dict)
    )
    bouwvak = tuple(Vakantie("bouwvak", begin, einde) for begin, einde in tabel["bouwvak"][regio])
    return Kalender(vakanties, max(v.einde for v in vakanties), bouwvak, tabel["bouwvak"]["bekend_tot"])


@lru_cache(maxsize=64)
def feestdagen(jaar: int) -> frozenset[date]:
    pasen = easter(jaar)
    # Goede Vrijdag, eerste en tweede paasdag, Hemelvaart, eerste en tweede pinksterdag
    rond_pasen = {pasen + timedelta(days=n) for n in (-2, 0, 1, 39, 49, 50)}
    vast = {date(jaar, 1, 1), _koningsdag(jaar), date(jaar, 5, 5), date(jaar, 12, 25), date(jaar, 12, 26)}
    return frozenset(rond_pasen | vast)


def _koningsdag(jaar: int) -> date:
    """27 April, or the day before when that is a Sunday."""
    dag = date(jaar, 4, 27)
    return dag - timedelta(days=1) if dag.weekday() == 6 else dag


# As people say them, with month and day or with the days from Easter.
_FEESTEN = {
    "sinterklaasavond": (12, 5),
    "pakjesavond": (12, 5),
    "kerstavond": (12, 24),
    "eerste kerstdag": (12, 25),
    "kerstdag": (12, 25),
    "kerstmis": (12, 25),
    "met kerst": (12, 25),
    "met de kerst": (12, 25),
    "tweede kerstdag": (12, 26),
    "oudjaar": (12, 31),
    "oud en nieuw": (12, 31),
    "oudejaarsdag": (12, 31),
    "oudejaarsavond": (12, 31),
    "jaarwisseling": (12, 31),
    "nieuwjaarsdag": (1, 1),
    "dodenherdenking": (5, 4),
    "bevrijdingsdag": (5, 5),
}
_FEESTEN_ROND_PASEN = {
    "goede vrijdag": -2,
    "pasen": 0,
    "eerste paasdag": 0,
    "tweede paasdag": 1,
    "hemelvaart": 39,
    "hemelvaartsdag": 39,
    "pinksteren": 49,
    "eerste pinksterdag": 49,
    "tweede pinksterdag": 50,
}


def feesten(van: date, tot: date) -> dict[str, date]:
    """Names of feast days, each with the first day from `van` up to and including `tot` that it is on."""
    found: dict[str, date] = {}
    for jaar in range(van.year, tot.year + 1):
        vast = {naam: date(jaar, maand, dag) for naam, (maand, dag) in _FEESTEN.items()}
        vast["koningsdag"] = _koningsdag(jaar)
        rond_pasen = {naam: easter(jaar) + timedelta(days=n) for naam, n in _FEESTEN_ROND_PASEN.items()}
        for naam, dag in {**vast, **rond_pasen}.items():
            if van <= dag <= tot:
                found.setdefault(naam, dag)
    return found


def lees_niet_in(text: str) -> str:
    """One of the words of `niet_in`."""
    schoon = normalise(text)
    woord = NIET_IN_ANDERS.get(schoon, schoon)
    if woord not in NIET_IN:
        hulp = "Kies uit `schoolvakanties`, `zomervakantie`, `bouwvak` en `feestdagen`."
        raise Onbegrepen(f"{quoted(text)} kan niet bij `niet_in`.", meant(woord, NIET_IN, hulp), "niet-in")
    return woord


def niet_in_zin(niet_in: Iterable[str]) -> str:
    """niet in de schoolvakanties en niet op feestdagen"""
    return " en ".join(NIET_IN[woord] for woord in niet_in)
