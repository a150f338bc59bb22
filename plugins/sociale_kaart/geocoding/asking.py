"""Asking a service politely: one request at a time, not too often, again when that can help. And what went wrong."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from geopy.adapters import get_retry_after
from geopy.exc import GeocoderTimedOut, GeocoderUnavailable, GeopyError

T = TypeVar("T")
TIMEOUT = 10.0  # seconds


@dataclass(frozen=True, slots=True)
class Pace:
    """How often a service is asked. All times are seconds; `interval` is between the starts of two requests."""

    interval: float
    timeout: float = TIMEOUT  # for one request
    attempts: int = 3
    backoff: float = 2.0  # before the second attempt; twice as much before each next one
    longest_wait: float = 60.0  # a service that asks for more is left alone

    @staticmethod
    def of(per_second: float) -> Pace:
        """A hair slower than allowed, so that also the service counts no more; 0 is without a limit."""
        return Pace(1.02 / per_second if per_second else 0.0)


class Asker:
    """Sees to the pace of all requests of one run, and counts them."""

    def __init__(self, pace: Pace) -> None:
        self.pace = pace
        self.requests = 0
        self._next_turn = 0.0

    def ask(self, request: Callable[[], T]) -> T:
        """The answer to `request`. Raises its last `GeopyError` when trying again does not help."""
        attempt = 1
        while True:
            self._await_turn()
            try:
                return request()
            except GeopyError as error:
                wait = self._wait_after(error, attempt)
                if wait is None:
                    raise
                time.sleep(wait)
                attempt += 1

    def _await_turn(self) -> None:
        time.sleep(max(self._next_turn - time.monotonic(), 0.0))
        self._next_turn = time.monotonic() + self.pace.interval
        self.requests += 1

    def _wait_after(self, error: Exception, attempt: int) -> float | None:
        """How long before the next attempt; None when there should be none."""
        if attempt >= self.pace.attempts or not passes(error):
            return None
        asked = retry_after(error)
        if asked is not None and asked > self.pace.longest_wait:
            return None
        return asked if asked is not None else self.pace.backoff * 2 ** (attempt - 1)


def status_of(error: Exception) -> int:
    """The HTTP status behind an error of geopy; 0 when there was none."""
    return int(getattr(error.__cause__, "status_code", 0))


def retry_after(error: Exception) -> float | None:
    """How many seconds the service asked to wait, written as a number or as a date."""
    headers = getattr(error.__cause__, "headers", {})
    try:
        seconds = get_retry_after(headers)
    except (ValueError, OverflowError):  # a date that does not exist
        return None
    return None if seconds is None else float(seconds)


def passes(error: Exception) -> bool:
    """Whether it may be over when one tries again."""
    status = status_of(error)
    if status:
        return status in (408, 429) or status >= 500
    return isinstance(error, GeocoderTimedOut | GeocoderUnavailable)


def ends_the_run(error: Exception, pace: Pace) -> bool:
    """Whether the next request would only be a nuisance."""
    return status_of(error) in (401, 403, 407) or (retry_after(error) or 0) > pace.longest_wait


def sentence(error: Exception) -> str:
    """What went wrong, for people."""
    status, wait = status_of(error), retry_after(error)
    if status == 429 or (status == 503 and wait is not None):
        return f"De dienst vindt dat we te veel vragen.{_wait_sentence(wait)}"
    if 300 <= status < 400:
        return "De dienst verwijst naar een ander adres. Dat volgen we niet: kijk of `geocoder_url` klopt."
    if status in (401, 403, 407):
        return f"De dienst laat ons niet toe (HTTP {status})."
    if status == 404:
        return "Op dit adres is de dienst er niet (HTTP 404): kijk of `geocoder_url` klopt."
    if status == 408:
        return "De dienst antwoordde niet op tijd."
    if 400 <= status < 500:
        return f"De dienst begrijpt de vraag niet (HTTP {status})."
    if status:
        return f"De dienst heeft een storing (HTTP {status})."
    return str(error) or "De dienst gaf een fout zonder uitleg."


def _wait_sentence(wait: float | None) -> str:
    if wait is None:
        return " Probeer het later weer."
    minutes = round(wait / 60)
    return f" Probeer het over {f'{minutes} minuten' if minutes > 1 else 'een minuut'} weer."
