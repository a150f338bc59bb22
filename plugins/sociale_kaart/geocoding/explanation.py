"""Why an address is doubtful: what its postcode belongs to, and which postcode is probably meant.

At most two more requests, and only for what the first answer does not say.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from .address import Address, same_postcode, written_postcode
from .answer import Candidate
from .decision import LOOK_AGAIN, Verdict, in_town, matches, not_it, same_street_as

Find = Callable[[Address], list[Candidate]]


def explain(asked: Address, first: Sequence[Candidate], verdict: Verdict, find: Find) -> Verdict:
    """The same verdict with a better reason, and with what was probably meant in front."""
    if asked.postcode:
        return _by_postcode(asked, first, verdict, find)
    return _by_street(asked, verdict, find) if asked.huisnummer else verdict


def _by_postcode(asked: Address, first: Sequence[Candidate], verdict: Verdict, find: Find) -> Verdict:
    here = _with_postcode(asked, first) or _with_postcode(asked, find(Address(postcode=asked.postcode)))
    reason = _about_postcode(asked, here)
    bare = replace(asked, postcode="")
    meant = matches(bare, first) if asked.huisnummer else []
    if asked.huisnummer and not meant:
        meant = matches(bare, find(bare))
    if meant and (right := written_postcode(meant[0].postcode)):
        rest = tuple(one for one in verdict.candidates if one not in meant)
        return Verdict((*meant, *rest), reason or verdict.reason, f"Bedoelt u `postcode: {right}`?", True)
    return replace(verdict, reason=reason or verdict.reason, remedy=verdict.remedy or LOOK_AGAIN)


def _with_postcode(asked: Address, candidates: Sequence[Candidate]) -> list[Candidate]:
    return [one for one in candidates if same_postcode(one.postcode, asked.postcode)]


def _about_postcode(asked: Address, here: Sequence[Candidate]) -> str:
    """What is wrong with the postcode; empty when it does belong to this street in this town."""
    postcode = written_postcode(asked.postcode)
    if not here:
        return f"Postcode {postcode} bestaat niet."
    in_this_town = [one for one in here if in_town(asked, one)]
    if not in_this_town:
        where = here[0].plaats or "een andere plaats"
        return f"Postcode {postcode} hoort bij {where}, niet bij {asked.plaats}."
    streets = [one.straat for one in in_this_town if one.straat]
    if streets and not any(same_street_as(asked, one) for one in in_this_town):
        return f"Postcode {postcode} hoort bij de straat {streets[0]}, niet bij {asked.straat}."
    if asked.huisnummer:
        return (
            f"Postcode {postcode} hoort wel bij {asked.straat}, maar nummer {asked.huisnummer} is daar niet."
        )
    return ""


def _by_street(asked: Address, verdict: Verdict, find: Find) -> Verdict:
    """Whether it is the number or the street that does not exist."""
    street = replace(asked, huisnummer="")
    found = find(street)
    if known := matches(street, found):
        reason = f"De straat {known[0].straat} is er wel, maar nummer {asked.huisnummer} niet."
        return Verdict(
            (*verdict.candidates, *known), reason, "Kijk of het huisnummer en de plaats kloppen.", True
        )
    return not_it(street, found) if found else verdict
