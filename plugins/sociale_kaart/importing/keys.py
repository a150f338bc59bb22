"""What a column can be: the keys of the model, and a few that only a list has.

`contact.telefoon` is a key of the model; `doelgroepen/ouderen` a column of crosses for one begrip; `toevoeging`
a piece of a value that a list keeps apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any, get_args

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from ..format.begrippen import SECTIONS, Begrippen
from ..format.initiatief import InitiatiefTekst
from ..format.problems import Onbegrepen
from ..format.tijden import DAGEN
from ..format.velden import Blok
from ..format.voorbeelden import block_of, is_list, section_of

COMMENT = "opmerking"
SKIP = "overslaan"
# Of a list only: `kern` and what belongs to an address or to hours but stands in a column of its own.
OWN = ("kern", "dag", "tijd", "herhaling", "toevoeging", "lat", "lon", COMMENT, SKIP)
# Which file, which photo: a list does not know the names that the program gives.
_NOT_FROM_A_LIST = {
    "foto",
    "foto_tekst",
    "plek",
    "onderdeel_van",
    "opvolger",
    "samen_met",
    "lichter",
    "zwaarder",
}


@dataclass(frozen=True)
class Leaf:
    """A key that holds values, not a block."""

    key: str
    info: FieldInfo

    @property
    def many(self) -> bool:
        return is_list(self.info)

    @property
    def section(self) -> str | None:
        return section_of(self.info)

    @property
    def yes_or_no(self) -> bool:
        return bool in _kinds(self.info.annotation)

    def why_not(self, value: Any, begrippen: Begrippen) -> str:
        """Why this value cannot stand here, as a sentence; empty when it can."""
        try:
            _adapter(self.key).validate_python(value, context={"begrippen": begrippen})
        except ValidationError as error:
            reason = error.errors(include_url=False)[0].get("ctx", {}).get("error")
            return reason.message if isinstance(reason, Onbegrepen) else "Deze waarde past hier niet."
        return ""


def _kinds(annotation: Any) -> set[Any]:
    return {annotation}.union(*map(_kinds, get_args(annotation)))


@lru_cache(maxsize=1)
def leaves() -> dict[str, Leaf]:
    """Every key of an initiative that a cell can fill by itself."""
    return {leaf.key: leaf for leaf in _leaves(InitiatiefTekst, "") if leaf.key not in _NOT_FROM_A_LIST}


def _leaves(model: type[Blok], prefix: str) -> Iterator[Leaf]:
    for name, info in model.model_fields.items():
        block = block_of(info)
        if block is None:
            yield Leaf(prefix + name, info)
        elif not is_list(info):
            yield from _leaves(block, f"{prefix}{name}.")


@lru_cache(maxsize=512)
def _adapter(key: str) -> TypeAdapter[Any]:
    info = leaves()[key].info
    annotation: Any = info.annotation
    for mark in info.metadata:
        annotation = Annotated[annotation, mark]
    return TypeAdapter(annotation)


def all_keys() -> tuple[str, ...]:
    """Every key that `--kolom` can name, but for those of one begrip."""
    blocks = ("adres", "contact", "openingstijden", "activiteiten", "vrijwilligers.gezocht")
    days = tuple(f"openingstijden.{day}" for day in DAGEN)
    return tuple(dict.fromkeys((*leaves(), *blocks, *days, *OWN)))


def key_named(name: str, begrippen: Begrippen) -> str | None:
    """The key that somebody means: whole, or only its last word where one key ends so."""
    name = name.strip().casefold()
    section, _, id = name.partition("/")
    if id:
        return name if section in SECTIONS and id in begrippen[section] else None
    if name in all_keys():
        return name
    ending = [key for key in all_keys() if key.endswith(f".{name}")]
    return ending[0] if len(ending) == 1 else None
