"""Opening hours: the blocks that somebody wrote, their sentences, and the dates that follow from them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import merge
from itertools import combinations

from sociale_kaart.format.herhaling import Keer, in_weken, zonder
from sociale_kaart.format.kalender import Kalender, lees_niet_in, niet_in_zin
from sociale_kaart.format.problems import Onbegrepen
from sociale_kaart.format.tijden import (
    DAGEN,
    HELE_WEEK,
    WERKDAGEN,
    Seizoen,
    Tijdvak,
    lees_dagen,
    lees_seizoen,
    lees_tijdvakken,
    meant,
    nearest,
    normalise,
    quoted,
    som_op,
)

Pad = tuple[str | int, ...]

OP_AFSPRAAK = "op afspraak"
OP_AFSPRAAK_WOORDEN = (OP_AFSPRAAK, "na afspraak", "volgens afspraak", "alleen op afspraak")
_GESLOTEN = ("gesloten", "dicht")
_SLEUTELS = ("seizoen", "niet_in", "opmerking")
_BLOK_HULP = "Schrijf op een eigen regel per dag, bijvoorbeeld `maandag: 10:00-12:00`, of `op afspraak`."


class OnbegrepenBij(Onbegrepen):
    """What is wrong at one place inside the opening hours, such as ("donderdag",) or (1, "seizoen")."""

    def __init__(self, message: str, remedy: str = "", rule: str = "openingstijden", pad: Pad = ()) -> None:
        super().__init__(message, remedy, rule)
        self.pad = pad


class OnbegrepenDelen(ValueError):
    """All that is wrong in one value, so that it is told at once."""

    def __init__(self, delen: Sequence[OnbegrepenBij]) -> None:
        super().__init__(" ".join(deel.message for deel in delen))
        self.delen = tuple(delen)


@dataclass(frozen=True, slots=True)
class Blok:
    """One week. Of each day: its times, () when it is written as closed or by appointment, or else None."""

    dagen: tuple[tuple[Tijdvak, ...] | None, ...]
    op_afspraak_dagen: tuple[int, ...] = ()
    seizoen: Seizoen | None = None
    niet_in: tuple[str, ...] = ()
    opmerking: str = ""

    def open_dagen(self) -> tuple[int, ...]:
        return tuple(dag for dag, tijden in enumerate(self.dagen) if tijden)

    def wanneer(self) -> str:
        """van april tot en met oktober, niet op feestdagen; empty when it is always so."""
        seizoen = self.seizoen.zin() if self.seizoen else ""
        return ", ".join(deel for deel in (seizoen, niet_in_zin(self.niet_in)) if deel)

    def zinnen(self) -> list[str]:
        """Each true by itself, so the season comes with every one of them."""
        zinnen = []
        for dagen, tijden in self._groepen():
            wanneer = self.wanneer()
            if tijden or dagen[0] in self.op_afspraak_dagen:
                gezegd = som_op([tijdvak.zin() for tijdvak in tijden]) or OP_AFSPRAAK
            elif len(dagen) == 1 and self._rest_van_de_week_open(dagen[0]):
                # Closed is closed, in the holidays too.
                gezegd, wanneer = "gesloten", self.seizoen.zin() if self.seizoen else ""
            else:
                continue
            zinnen.append(", ".join(deel for deel in (f"{dagen_zin(dagen)} {gezegd}", wanneer) if deel))
        return zinnen

    def regels(self) -> list[tuple[str, str]]:
        """Rows for a table: the days and their times, with what is explicitly closed."""
        regels = []
        for dagen, tijden in self._groepen():
            leeg = OP_AFSPRAAK if dagen[0] in self.op_afspraak_dagen else "gesloten"
            regels.append((dagen_zin(dagen), som_op([tijdvak.kort() for tijdvak in tijden]) or leeg))
        return regels

    def keren(self, van: date, tot: date, kalender: Kalender) -> Iterator[Keer]:
        tot = min(tot, kalender.bekend_tot(self.niet_in) or tot)
        vrij = kalender.vrije_dagen(self.niet_in, van, tot) if self.niet_in else frozenset[date]()
        for datum in zonder(in_weken(van, tot, self.open_dagen()), vrij, self.seizoen):
            for tijdvak in self.dagen[datum.weekday()] or ():
                yield Keer(datum, tijdvak.begin, tijdvak.einde)

    def _groepen(self) -> list[tuple[tuple[int, ...], tuple[Tijdvak, ...]]]:
        """Days that are alike, in the order of the week."""
        groepen: dict[tuple[tuple[Tijdvak, ...], bool], list[int]] = {}
        for dag, tijden in enumerate(self.dagen):
            if tijden is not None:
                groepen.setdefault((tijden, dag in self.op_afspraak_dagen), []).append(dag)
        return [(tuple(dagen), tijden) for (tijden, _), dagen in groepen.items()]

    def _rest_van_de_week_open(self, dag: int) -> bool:
        return all(
            self.dagen[ander] or ander in self.op_afspraak_dagen for ander in WERKDAGEN if ander != dag
        )


@dataclass(frozen=True, slots=True)
class Openingstijden:
    """`op_afspraak` is for the whole value; then there are no blocks."""

    op_afspraak: bool = False
    blokken: tuple[Blok, ...] = ()

    @property
    def dagen_per_week(self) -> int:
        return max((len(blok.open_dagen()) for blok in self.blokken), default=0)

    def zinnen(self) -> list[str]:
        return [OP_AFSPRAAK] if self.op_afspraak else [zin for blok in self.blokken for zin in blok.zinnen()]

    def regels(self) -> list[tuple[str, str]]:
        """The rows of all blocks; of a block with a season the days say so."""
        return [
            (f"{dagen} ({blok.seizoen.zin()})" if blok.seizoen else dagen, tijden)
            for blok in self.blokken
            for dagen, tijden in blok.regels()
        ]

    def keren(self, van: date, tot: date, kalender: Kalender) -> Iterator[Keer]:
        """Every opening from `van` up to and including `tot`, as far as the calendar knows."""
        if len(self.blokken) == 1:
            return self.blokken[0].keren(van, tot, kalender)
        # Two blocks never have the same date, so the date alone decides.
        return merge(*(blok.keren(van, tot, kalender) for blok in self.blokken), key=lambda keer: keer.datum)


def dagen_zin(dagen: Sequence[int]) -> str:
    """maandag tot en met woensdag en vrijdag; three days or more in a row are a range."""
    dagen = tuple(dagen)
    if dagen == HELE_WEEK:
        return "elke dag"
    if dagen == WERKDAGEN:
        return "op werkdagen"
    reeksen: list[list[int]] = []
    for dag in dagen:
        if reeksen and reeksen[-1][-1] == dag - 1:
            reeksen[-1].append(dag)
        else:
            reeksen.append([dag])
    woorden: list[str] = []
    for reeks in reeksen:
        if len(reeks) > 2:
            woorden.append(f"{DAGEN[reeks[0]]} tot en met {DAGEN[reeks[-1]]}")
        else:
            woorden += [DAGEN[dag] for dag in reeks]
    return som_op(woorden)


def lees_openingstijden(data: object) -> Openingstijden:
    """From what the file says: `op afspraak`, one block, or a list of blocks. Raises OnbegrepenDelen."""
    if isinstance(data, str) and normalise(data) in OP_AFSPRAAK_WOORDEN:
        return Openingstijden(op_afspraak=True)
    lezers = [
        _BlokLezer(blok, (plaats,) if isinstance(data, list) else ())
        for plaats, blok in enumerate(data if isinstance(data, list) else [data])
    ]
    fouten = [fout for lezer in lezers for fout in lezer.fouten]
    if not lezers:
        fouten.append(OnbegrepenBij("Er staan geen openingstijden.", _BLOK_HULP))
    fouten += [fout for een, ander in combinations(lezers, 2) for fout in _dubbel(een, ander)]
    if fouten:
        raise OnbegrepenDelen(fouten)
    return Openingstijden(blokken=tuple(lezer.blok() for lezer in lezers))


class _BlokLezer:
    """Reads one block key by key, and keeps what is wrong instead of stopping at it."""

    def __init__(self, data: object, pad: Pad) -> None:
        self.pad = pad
        self.fouten: list[OnbegrepenBij] = []
        self.sleutels: dict[int, str] = {}
        self.tijden: dict[int, tuple[Tijdvak, ...]] = {}
        self.afspraak: list[int] = []
        self.seizoen: Seizoen | None = None
        self.niet_in: tuple[str, ...] = ()
        self.opmerking = ""
        if not isinstance(data, Mapping):
            self._fout(f"{quoted(str(data))} is geen openingstijd.", _BLOK_HULP)
            return
        for sleutel, waarde in data.items():
            try:
                self._lees(str(sleutel), waarde)
            except Onbegrepen as fout:
                self._fout(fout.message, fout.remedy, fout.rule, str(sleutel))
        if not self.sleutels and not self.fouten:
            self._fout("Er staat geen dag bij deze openingstijden.", _BLOK_HULP)

    def blok(self) -> Blok:
        dagen = tuple(self.tijden.get(dag) for dag in HELE_WEEK)
        return Blok(dagen, tuple(sorted(self.afspraak)), self.seizoen, self.niet_in, self.opmerking)

    def _fout(self, message: str, remedy: str, rule: str = "openingstijden", *verder: str) -> None:
        self.fouten.append(OnbegrepenBij(message, remedy, rule, (*self.pad, *verder)))

    def _lees(self, sleutel: str, waarde: object) -> None:
        if waarde is None:
            return
        if sleutel == "opmerking":
            self.opmerking = _een_tekst(waarde).strip()
        elif sleutel == "seizoen":
            self.seizoen = lees_seizoen(_een_tekst(waarde))
        elif sleutel == "niet_in":
            woorden = (woord for tekst in _teksten(waarde) for woord in re.split(r",|\ben\b", tekst))
            self.niet_in = tuple(dict.fromkeys(lees_niet_in(woord) for woord in woorden if woord.strip()))
        else:
            self._lees_dag(sleutel, waarde)

    def _lees_dag(self, sleutel: str, waarde: object) -> None:
        dagen = _dagen_van_sleutel(sleutel)
        dubbel = [dag for dag in dagen if dag in self.sleutels]
        if dubbel:
            eerder = dict.fromkeys(self.sleutels[dag] for dag in dubbel)
            bij = som_op([f"bij `{regel}`" for regel in (*eerder, sleutel)])
            raise Onbegrepen(
                f"Dubbel genoemd: {dagen_zin(dubbel)}, {bij}.", "Schrijf elke dag één keer.", "dag"
            )
        self.sleutels |= dict.fromkeys(dagen, sleutel)
        tekst = ", ".join(_teksten(waarde))
        afspraak = normalise(tekst) in OP_AFSPRAAK_WOORDEN
        gesloten = normalise(tekst) in _GESLOTEN
        self.tijden |= dict.fromkeys(dagen, () if afspraak or gesloten else _tijden(tekst))
        if afspraak:
            self.afspraak += dagen


def _dagen_van_sleutel(sleutel: str) -> tuple[int, ...]:
    if sleutel in ("begin", "eind"):
        raise Onbegrepen(
            f"`{sleutel}` kan niet bij openingstijden.",
            "Gebruik `seizoen` met hele maanden, of laat de regel weg.",
            "sleutel",
        )
    try:
        return lees_dagen(sleutel)
    except Onbegrepen:
        if bedoeld := nearest(normalise(sleutel), _SLEUTELS):
            fout = f"{quoted(sleutel)} kennen we hier niet."
            raise Onbegrepen(fout, f"Bedoelt u `{bedoeld}`?", "sleutel") from None
        raise


def _tijden(tekst: str) -> tuple[Tijdvak, ...]:
    try:
        return lees_tijdvakken(tekst)
    except Onbegrepen as fout:
        # "gesloten, 10-12" looks like `gesloten` but means times.
        bekend = () if re.search(r"\d", tekst) else (*_GESLOTEN, OP_AFSPRAAK)
        hulp = meant(normalise(tekst), bekend, fout.remedy)
        raise Onbegrepen(fout.message, hulp, fout.rule) from fout


def _teksten(waarde: object) -> list[str]:
    return [_een_tekst(deel) for deel in waarde] if isinstance(waarde, list) else [_een_tekst(waarde)]


def _een_tekst(waarde: object) -> str:
    if not isinstance(waarde, str):
        raise Onbegrepen(
            "Hier hoort tekst, geen lijst of blok.", "Schrijf de waarde op één regel.", "openingstijden"
        )
    return waarde


def _dubbel(een: _BlokLezer, ander: _BlokLezer) -> Iterator[OnbegrepenBij]:
    """A day that two blocks name for the same months."""
    if een.fouten or ander.fouten:
        return
    if een.seizoen and ander.seizoen and not een.seizoen.maanden() & ander.seizoen.maanden():
        return
    hulp = "Geef elk blok een eigen `seizoen`, zonder overlap, of schrijf de dag één keer."
    for sleutel in dict.fromkeys(ander.sleutels[dag] for dag in ander.sleutels if dag in een.sleutels):
        dag = next(dag for dag in een.sleutels if ander.sleutels.get(dag) == sleutel)
        bij = f"bij `{een.sleutels[dag]}` en bij `{sleutel}`"
        fout = f"Twee blokken die tegelijk gelden, noemen {DAGEN[dag]}: {bij}."
        yield OnbegrepenBij(fout, hulp, "dag", (*ander.pad, sleutel))
