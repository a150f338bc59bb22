"""The agenda: what there is to do in the coming two weeks, day by day, for one kern or for all.

A page holds two weeks. The weeks after that are in a file beside it, which the browser only fetches when the
site was not rebuilt today: both are filled with the same lines.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from markupsafe import Markup

from ..agenda import Agenda, Moment, Plaats, aanmelden, kosten, voorwaarden
from ..format.gebied import Kern
from ..format.tijden import MIDDERNACHT
from ..kaart import SocialeKaart
from .antwoorden import bellen
from .keren import WEKEN
from .page import Page

DAGEN = 14
# More lines than this nobody reads: then the page of the whole municipality holds fewer days, but whole ones.
MAX_REGELS = 3_000
LATER = "weken.json"

Line = Callable[[Moment], Markup]


@dataclass(frozen=True, slots=True)
class Regel:
    """One line of the agenda and the days on which it stands there, counted from today."""

    html: Markup
    dagen: tuple[int, ...]
    alleen_open: bool


@dataclass(frozen=True, slots=True)
class Dag:
    """What happens on a day, and what is merely open."""

    datum: date
    gebeurt: list[Markup]
    open: list[Markup]


def pages(kaart: SocialeKaart) -> Iterator[Page]:
    yield _page(kaart, None)
    for kern in kaart.dorpen:
        yield _page(kaart, kern)


def _page(kaart: SocialeKaart, kern: Kern | None) -> Page:
    title = "Agenda" if kern is None else f"Agenda van {kern.naam}"
    where = f"in {kern.naam}" if kern else f"in de gemeente {kaart.gemeente.naam}"
    return Page(f"{kern.id}/agenda" if kern else "agenda", title, f"Wat er de komende twee weken te doen is {where}.", "agenda.html", {
        "kern": kern, "waar": where, "volle_dagen": DAGEN, "lege_dag": Dag(kaart.vandaag, [], []),
    }, frozenset({"agenda"}))  # fmt: skip


def lines_of(agenda: Agenda, kern: Kern | None, show: Line) -> list[Regel]:
    """In the order of a day. Who is merely open stands only in the agenda of its kern."""
    kaart = agenda.kaart
    there = (
        agenda.in_kern.get(kern.id, [])
        if kern
        else [one for those in agenda.momenten.values() for one in those if not one.alleen_open]
    )
    tot, vandaag = kaart.vandaag + timedelta(weeks=WEKEN), kaart.vandaag.toordinal()
    found = (
        (one, tuple(day.toordinal() - vandaag for day in one.datums(kaart, tot)))
        for one in sorted(there, key=_order)
    )
    return [Regel(show(one), days, one.alleen_open) for one, days in found if days]


def _order(moment: Moment) -> tuple[int, int, str, str]:
    tijd = moment.wanneer.tijd
    return tijd.begin if tijd else -1, (tijd.einde or 0) if tijd else 0, moment.naam.casefold(), moment.id


def days_of(vandaag: date, lines: list[Regel]) -> list[Dag]:
    """Two weeks from today, also the days that have nothing."""
    days = [Dag(vandaag + timedelta(days=number), [], []) for number in range(DAGEN)]
    for line in lines:
        for number in line.dagen:
            if number < DAGEN:
                (days[number].open if line.alleen_open else days[number].gebeurt).append(line.html)
    return _that_fit(days)


def _that_fit(days: list[Dag]) -> list[Dag]:
    """As many whole days as a page can hold, and always the first."""
    kept: list[Dag] = []
    total = 0
    for day in days:
        total += len(day.gebeurt)
        if kept and total > MAX_REGELS:
            break
        kept.append(day)
    return kept


def later(lines: list[Regel]) -> str:
    """26 weeks for the browser: of each line whether it is merely open, its HTML, and its days from today."""
    rows = [[int(line.alleen_open), line.html, line.dagen] for line in lines]
    return json.dumps({"regels": rows}, ensure_ascii=False, separators=(",", ":")) + "\n"


def facts(agenda: Agenda, moment: Moment, kern: Kern | None) -> dict[str, Any]:
    """What a line says of it, as seen in the agenda of `kern`."""
    tijd, sign_up = moment.wanneer.tijd, aanmelden(moment)
    return {
        "moment": moment,
        "tijd": tijd.kort() if tijd else "",
        # As long as it has to be shown: without an end an hour, without a time the whole day.
        "tot": (tijd.einde or tijd.begin + 60) if tijd else MIDDERNACHT,
        "waar": _where(agenda.plaats(moment), moment, kern),
        "erbij": [part for part in (kosten(moment), *voorwaarden(moment)) if part],
        "aanmelden": sign_up,
        "nummer": bellen(agenda.kaart, moment.initiatief) if sign_up is True else None,
    }


def _where(place: Plaats, moment: Moment, kern: Kern | None) -> list[str]:
    """With whom, the building or the street, and the village where that is not the one of the page."""
    host = moment.initiatief.naam if moment.activiteit and moment.initiatief.naam != moment.naam else ""
    named = place.naam if place.naam.casefold() not in moment.initiatief.naam.casefold() else ""
    if host.casefold() in named.casefold():
        host = ""
    street = "" if named or (host and place.naam) else place.straat
    village = place.dorp if kern is None or place.dorp != kern.naam else ""
    return [part for part in (host, named, street, village) if part]
