"""Occurrences as data for the browser: when something is, for the coming 26 weeks.

Repetition is worked out once, here; the browser only compares with its clock. Written as
`2026-11-22;600-720:2,9,16;1050-1170:4`: the day of the build, then for each time of day (minutes since
midnight, empty when unknown) the days since.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import islice

from ..format.herhaling import Keer, Ritme
from ..format.initiatief import Initiatief
from ..format.onderdelen import Activiteit
from ..format.tijden import datum_zin, som_op
from ..kaart import SocialeKaart

WEKEN = 26
# What is open more often is a place to walk in, not something that happens this week.
MAX_DAGEN_IN_WEEKLIJST = 3


def encode(vandaag: date, keren: Iterable[Keer]) -> str:
    """The occurrences as one short text; empty when there are none."""
    slots: dict[tuple[int | None, int | None], list[str]] = {}
    for keer in keren:
        slots.setdefault((keer.begin, keer.einde), []).append(str((keer.datum - vandaag).days))
    if not slots:
        return ""
    parts = [
        f"{_minutes(begin)}-{_minutes(einde)}:{','.join(days)}" for (begin, einde), days in slots.items()
    ]
    return f"{vandaag.isoformat()};{';'.join(parts)}"


def _minutes(value: int | None) -> str:
    return "" if value is None else str(value)


def occurrences(kaart: SocialeKaart, initiatief: Initiatief) -> list[Keer]:
    """When somebody can go there: its opening hours, or else its activities, soonest first.

    Nothing while it is closed; from yesterday on, since an evening may run past midnight.
    """
    if initiatief.status == "tijdelijk-gesloten" and initiatief.gesloten_tot is None:
        return []
    van = kaart.vandaag - timedelta(days=1)
    if initiatief.gesloten_tot:
        van = max(van, initiatief.gesloten_tot)
    tot = kaart.vandaag + timedelta(weeks=WEKEN)
    if initiatief.openingstijden and not initiatief.openingstijden.op_afspraak:
        return list(initiatief.openingstijden.keren(van, tot, kaart.kalender))
    found = (keer for one in initiatief.activiteiten for keer in one.wanneer.keren(van, tot, kaart.kalender))
    return sorted(set(found), key=_moment)


def _moment(keer: Keer) -> tuple[date, int, int]:
    return keer.datum, -1 if keer.begin is None else keer.begin, keer.einde or 0


def week_rows(
    kaart: SocialeKaart, initiatief: Initiatief, *, only_in: str = ""
) -> Iterator[tuple[str, list[Keer]]]:
    """What of it belongs in a list of the week: name and occurrences. `only_in`: a building's id."""
    if initiatief.status == "tijdelijk-gesloten":
        return
    van, tot = kaart.vandaag, kaart.vandaag + timedelta(weeks=WEKEN)
    here = not only_in or only_in in (initiatief.plek, initiatief.id)
    named: set[Keer] = set()
    for activity in initiatief.activiteiten:
        if (activity.plek == only_in) if only_in and activity.plek else here:
            keren = list(activity.wanneer.keren(van, tot, kaart.kalender))
            named.update(keren)
            yield activity.naam, keren
    hours = initiatief.openingstijden
    if here and hours and 0 < hours.dagen_per_week <= MAX_DAGEN_IN_WEEKLIJST:
        starts = {(keer.datum, keer.begin) for keer in named}
        keren = [keer for keer in hours.keren(van, tot, kaart.kalender) if keer[:2] not in starts]
        yield initiatief.naam, keren


def first_dates(kaart: SocialeKaart, activity: Activiteit) -> str:
    """The next three dates of what is not every week: the sentence alone does not tell them."""
    rhythm = activity.wanneer
    if not isinstance(rhythm, Ritme) or not rhythm.wisselt:
        return ""
    keren = rhythm.keren(kaart.vandaag, kaart.vandaag + timedelta(weeks=WEKEN), kaart.kalender)
    return som_op([datum_zin(keer.datum, dag=False) for keer in islice(keren, 3)])
