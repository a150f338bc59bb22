"""What `geocode` says: a line or a few for each address, how far it is, and a summary."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TextIO

from ..format.problems import Problem
from ..loading import Loaded
from ..reporting import plain, text_lines
from .answer import Candidate
from .lock import Entry
from .run import Outcome, Status

_WORDS: dict[Status, str] = {
    "found": "gevonden", "accepted": "bevestigd", "doubtful": "twijfel", "not-found": "niet gevonden",
    "failed": "mislukt",
}  # fmt: skip
_COUNTED: dict[Status, str] = {
    "found": "gevonden", "accepted": "bevestigd", "doubtful": "twijfelachtig", "not-found": "niet gevonden",
    "failed": "mislukt", "not-asked": "niet gevraagd", "unchanged": "ongewijzigd",
}  # fmt: skip
_EVERY = 10.0  # seconds between two lines about progress, where there is no terminal


class Report:
    """`out` gets the results line by line, `err` what is for whoever started it."""

    def __init__(
        self, loaded: Loaded, out: Callable[[str], None], err: TextIO, *, as_json: bool = False
    ) -> None:
        self._loaded, self._out, self._err, self._json = loaded, out, err, as_json
        self._total = self._done = 0
        self._told_at = time.monotonic()

    def lock(self, problems: Sequence[Problem]) -> None:
        for line in text_lines(problems):
            self._note(line)

    def begin(self, total: int) -> None:
        self._total = total

    def outcome(self, outcome: Outcome) -> None:
        lines = [self._json_line(outcome)] if self._json else self._lines(outcome)
        if lines:
            self._clear()
        for line in lines:
            self._out(line)
        if outcome.status not in ("unchanged", "not-asked"):
            self._done += 1
            self._progress()

    def unused(self, entries: Sequence[Entry], *, prune: bool, complete: bool) -> None:
        keys = "; ".join(plain(entry.key) for entry in entries)
        if not complete:
            if prune:
                self._note(
                    "Er is niets weggehaald: een bestand met fouten heeft zijn adres misschien nog nodig."
                )
        elif prune:
            self._note(f"Niemand gebruikt dit meer, het gaat weg: {keys}")
        else:
            self._note(f"Niemand gebruikt dit meer (met `--prune` gaat het weg): {keys}")

    def end(self, outcomes: Sequence[Outcome], idle: Iterable[str], *, complete: bool, dry_run: bool) -> None:
        """`idle` is what was confirmed and yet led to nothing."""
        self._clear()
        for id in idle:
            self._note(f"Bij `--accept {plain(id)}` was er niets te bevestigen.")
        if any(one.status == "not-asked" for one in outcomes):
            self._note("De dienst werkt nu niet. Probeer het later weer; wat gevonden is, is bewaard.")
        if not complete:
            self._note("In sommige bestanden staan fouten: die doen niet mee. Zie `sociale-kaart check`.")
        tell = self._note if self._json else self._out
        tell(summary(outcomes) + (" Er is niets geschreven." if dry_run else ""))

    def _clear(self) -> None:
        """Takes away the line about progress."""
        if self._total and self._err.isatty():
            self._err.write("\r\x1b[K")
            self._err.flush()

    def _note(self, line: str) -> None:
        self._err.write(line + "\n")

    def _progress(self) -> None:
        if self._err.isatty():
            self._err.write(f"\r\x1b[K{self._done} van {self._total} adressen opgezocht")
            self._err.flush()
        elif time.monotonic() - self._told_at >= _EVERY and self._done < self._total:
            self._told_at = time.monotonic()
            self._note(f"{self._done} van {self._total} adressen opgezocht")

    def _lines(self, outcome: Outcome) -> list[str]:
        if outcome.status not in _WORDS:
            return []
        ids = outcome.place.ids
        others = f" (ook {', '.join(ids[1:])})" if len(ids) > 1 else ""
        told = outcome.reason if outcome.status not in ("found", "accepted") else outcome.place.address.key
        lines = [f"{plain(self._loaded.shown(ids[0]))}{others}  {_WORDS[outcome.status]}  {plain(told)}"]
        if outcome.status in ("doubtful", "not-found"):
            lines += [f"    {plain(line)}" for line in _details(outcome)]
        return lines

    def _json_line(self, outcome: Outcome) -> str:
        entry = outcome.entry
        row: dict[str, Any] = {
            "status": outcome.status,
            "adres": outcome.place.address.key,
            "initiatieven": list(outcome.place.ids),
            "punt": [entry.punt.lat, entry.punt.lon] if entry else None,
            "label": entry.label if entry else None,
            "reason": outcome.reason,
            "remedy": outcome.remedy,
            "candidates": [_candidate(one) for one in outcome.candidates if not entry],
        }
        return json.dumps(row).replace("##", "#\\u0023")


def summary(outcomes: Sequence[Outcome]) -> str:
    """The last line: how many of each."""
    counts = Counter(one.status for one in outcomes)
    told = [f"{counts[status]} {word}" for status, word in _COUNTED.items() if counts[status]]
    number = len(outcomes)
    return f"{number} {'adres' if number == 1 else 'adressen'}: {', '.join(told) or 'niets op te zoeken'}."


def _details(outcome: Outcome) -> list[str]:
    lines = [f"gevraagd: {outcome.place.address.key}"]
    for number, one in enumerate(outcome.candidates):
        lines.append(f"{'of' if number else 'gevonden'}: {one.label}{f' ({one.id})' if one.id else ''}")
    if outcome.remedy:
        lines.append(outcome.remedy)
    if any(one.punt for one in outcome.candidates):
        lines.append(
            f"Klopt wat gevonden is toch? Dan: sociale-kaart geocode --accept {outcome.place.ids[0]}"
        )
    return lines


def _candidate(one: Candidate) -> dict[str, Any]:
    return {"label": one.label, "id": one.id, "punt": [one.punt.lat, one.punt.lon] if one.punt else None}
