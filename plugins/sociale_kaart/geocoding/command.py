"""The command `geocode`: from the loaded files to a lock with all that was found, and an exit status."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from urllib.parse import urlsplit

from ..loading import Loaded
from .asking import Asker, Pace
from .decision import NETHERLANDS, Area
from .lock import Entry, Lock, read_lock, write_lock
from .places import Place, lock_path, places
from .providers import PROVIDERS
from .report import Report
from .run import Job, Outcome, run

_WELL = ("found", "accepted", "unchanged")


class GeocodeRefused(ValueError):
    """The call is wrong; the text is a Dutch sentence."""


@dataclass(frozen=True, slots=True)
class Options:
    """What somebody asked for. `tempo` is requests a second (0: no limit); None: what the service allows."""

    provider: str = "pdok"
    accept: tuple[str, ...] = ()
    prune: bool = False
    refresh: bool = False
    dry_run: bool = False
    tempo: float | None = None


def look_up(
    loaded: Loaded, url: str, options: Options, vandaag: date, report: Report, pace: Pace | None = None
) -> int:
    """Looks up what is not in the lock and gives the exit status. `pace` is for who wants another patience."""
    service = PROVIDERS.get(options.provider)
    if service is None:
        raise GeocodeRefused(
            f"De dienst `{options.provider}` kennen we niet. Kies uit: {', '.join(PROVIDERS)}."
        )
    pace = pace or Pace.of(_tempo(options, url, service.per_second))
    provider = service(_checked(url), user_agent(loaded), pace.timeout)
    accept = tuple(one.removeprefix(loaded.prefix).removesuffix(".yml") for one in options.accept)
    _refuse_unknown(loaded, accept)
    lock = read_lock(lock_path(loaded.folder))
    report.lock(lock.problems)
    if not lock.whole:
        return 1
    wanted = places(loaded)
    job = Job(provider, Asker(pace), area(loaded), vandaag, accept, options.refresh)
    report.begin(sum(options.refresh or key not in lock.entries for key in wanted))
    entries, outcomes = _run(loaded, wanted, lock, job, options, report)
    unused = [entry for key, entry in entries.items() if key not in wanted]
    complete = not any(problem.level == "error" for problem in loaded.problems)
    if options.prune and complete and unused:
        _write(loaded, {key: entry for key, entry in entries.items() if key in wanted}, options)
    if unused:
        report.unused(unused, prune=options.prune, complete=complete)
    idle = _idle(accept, outcomes)
    report.end(outcomes, idle, complete=complete, dry_run=options.dry_run)
    return int(bool(idle) or any(one.status not in _WELL for one in outcomes))


def _run(
    loaded: Loaded, wanted: Mapping[str, Place], lock: Lock, job: Job, options: Options, report: Report
) -> tuple[dict[str, Entry], list[Outcome]]:
    """All outcomes, and what the lock now holds. It is written anew with every address that is found."""
    entries = dict(lock.entries)
    if lock.problems:
        _write(loaded, entries, options)
    outcomes = []
    for key, outcome in zip(wanted, run(wanted, lock, job), strict=True):
        if outcome.entry and outcome.entry != entries.get(key):
            entries[key] = outcome.entry
            _write(loaded, entries, options)
        outcomes.append(outcome)
        report.outcome(outcome)
    return entries, outcomes


def _write(loaded: Loaded, entries: Mapping[str, Entry], options: Options) -> None:
    if not options.dry_run:
        write_lock(lock_path(loaded.folder), entries.values())


def user_agent(loaded: Loaded) -> str:
    """Who asks, with where to reach them: a service wants to know."""
    try:
        number = version("sociale-kaart")
    except PackageNotFoundError:
        number = "0"
    gemeente = loaded.gemeente
    contact = gemeente.redactie.email if gemeente.redactie else f"gemeente {gemeente.naam}"
    return f"sociale-kaart/{number} ({contact.encode('ascii', 'ignore').decode()})"


def area(loaded: Loaded) -> Area:
    """Where points may lie; anywhere in the country when the bounds of the municipality are not known."""
    return Area(loaded.gemeente.naam, loaded.gemeente.grenzen or NETHERLANDS)


def _tempo(options: Options, url: str, allowed: float) -> float:
    if options.tempo is None:
        return allowed
    if not 0 <= options.tempo <= 1000:
        raise GeocodeRefused("De waarde bij `--tempo` is een getal van 0 tot 1000.")
    if not url and not 0 < options.tempo <= allowed:
        raise GeocodeRefused(
            f"Deze dienst staat {allowed:g} vragen per seconde toe. Sneller kan alleen met een eigen `geocoder_url`."
        )
    return options.tempo


def _checked(url: str) -> str:
    wrong = GeocodeRefused(
        "De instelling `geocoder_url` is geen adres van een dienst. Schrijf https:// en de naam."
    )
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 (raises when it is no number)
    except ValueError as error:
        raise wrong from error
    if url and (
        parts.scheme not in ("http", "https") or not parts.hostname or parts.username or parts.query or parts.fragment
        or not url.isascii() or not url.isprintable() or " " in url
    ):  # fmt: skip
        raise wrong
    return url


def _refuse_unknown(loaded: Loaded, accept: tuple[str, ...]) -> None:
    for id in accept:
        if id.split("/")[0] in loaded.kernen and id not in loaded.ids:
            raise GeocodeRefused(f"Het initiatief `{id}` bestaat niet.")


def _idle(accept: tuple[str, ...], outcomes: list[Outcome]) -> list[str]:
    """What was confirmed and yet led to nothing."""
    done = {name for one in outcomes if one.entry for name in (*one.place.ids, one.entry.id)}
    return [id for id in accept if id not in done]
