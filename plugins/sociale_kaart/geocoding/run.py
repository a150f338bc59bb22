"""One run: every address that the lock does not know is asked, and given up when the service does not work."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from geopy.exc import GeopyError

from ..format.waarden import Punt
from .address import Address
from .answer import Candidate, Provider
from .asking import Asker, ends_the_run, sentence
from .decision import Area, Verdict, decide
from .explanation import explain
from .lock import DECIMALS, Entry, Lock
from .places import Place

Status = Literal["found", "accepted", "unchanged", "doubtful", "not-found", "failed", "not-asked"]
GIVE_UP_AFTER = 3  # addresses in a row for which the service did not work
# How far over the border somebody may be who works for a werkgebied: about ten kilometres, in degrees.
_MARGIN_LAT, _MARGIN_LON = 0.09, 0.146


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one address."""

    place: Place
    status: Status
    entry: Entry | None = None
    candidates: tuple[Candidate, ...] = ()
    reason: str = ""
    remedy: str = ""


@dataclass(frozen=True)
class Job:
    """What is asked, and of whom. `accept` are ids, of initiatives or of the service, that somebody confirmed."""

    provider: Provider
    asker: Asker
    area: Area
    vandaag: date
    accept: Collection[str] = ()
    refresh: bool = False


def run(places: Mapping[str, Place], lock: Lock, job: Job) -> Iterator[Outcome]:
    """The outcomes one by one, so that each can be written at once."""
    failed_in_a_row = 0
    for key, place in places.items():
        known = lock.entries.get(key)
        if known and not job.refresh:
            yield Outcome(place, "unchanged", known)
            continue
        if failed_in_a_row >= GIVE_UP_AFTER:
            yield Outcome(place, "not-asked")
            continue
        try:
            outcome = _look_up(place, job)
        except GeopyError as error:
            failed_in_a_row = GIVE_UP_AFTER if ends_the_run(error, job.asker.pace) else failed_in_a_row + 1
            yield Outcome(place, "failed", known, reason=sentence(error))
            continue
        failed_in_a_row = 0
        yield outcome


def _look_up(place: Place, job: Job) -> Outcome:
    def find(asked: Address) -> list[Candidate]:
        return job.asker.ask(lambda: job.provider.find(asked))

    area = job.area.wider(_MARGIN_LAT, _MARGIN_LON) if place.serves else job.area
    first = find(place.address)
    verdict = decide(place.address, first, area)
    if verdict.found:
        return Outcome(place, "found", _entry(place, verdict.candidates[0], job), verdict.candidates)
    if not verdict.explained:
        verdict = _explained(place, first, verdict, find)
    if accepted := _accepted(place, verdict, job.accept):
        return Outcome(place, "accepted", _entry(place, accepted, job), verdict.candidates, verdict.reason)
    status: Status = "doubtful" if verdict.candidates or first else "not-found"
    return Outcome(place, status, None, verdict.candidates, verdict.reason, verdict.remedy)


def _explained(
    place: Place, first: list[Candidate], verdict: Verdict, find: Callable[[Address], list[Candidate]]
) -> Verdict:
    try:
        return explain(place.address, first, verdict, find)
    except GeopyError:  # the address is doubtful all the same
        return verdict


def _accepted(place: Place, verdict: Verdict, accept: Collection[str]) -> Candidate | None:
    """What somebody confirmed: the service's own id names one thing, an initiative the first that was found."""
    with_point = [one for one in verdict.candidates if one.punt]
    by_id = [one for one in with_point if one.id and one.id in accept]
    if by_id or any(id in accept for id in place.ids):
        return next(iter(by_id or with_point), None)
    return None


def _entry(place: Place, found: Candidate, job: Job) -> Entry:
    assert found.punt  # without a point nothing is found or accepted
    punt = Punt(round(found.punt.lat, DECIMALS), round(found.punt.lon, DECIMALS))
    return Entry(place.address.key, punt, job.provider.name, found.label, found.id, job.vandaag.isoformat())
