"""Names of persons in a text. Nothing can know all names, so this looks at how a name is written and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources

_BETWEEN = r"(?:(?:[Vv]an|[Dd]e|[Dd]en|[Dd]er|[Tt]en|[Tt]er|[Tt]e|[Ee]l|[Aa]l|[Bb]en|[’']t)\s+){0,3}"
_CAPITAL = r"[A-ZÀ-ÖØ-ÞŞ][a-zà-öø-ÿşıł’']+(?:-[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+)?"
_CAPITAL_WORD = re.compile(r"[A-Z]\w+")
_TWO_NAMES = re.compile(rf"\b(?P<first>{_CAPITAL})\s+{_BETWEEN}(?P<last>{_CAPITAL})")
_TITLES = ("mevr", "mw", "meneer", "dhr", "de heer")
_TITLE = re.compile(
    rf"\b(?:[Mm]evrouw|[Mm]evr\.?|[Mm]w\.?|[Mm]eneer|[Dd]hr\.?|[Dd]e heer)\s+"
    rf"(?:[A-Z]\.\s?){{0,4}}(?:{_CAPITAL}\s+)?{_BETWEEN}{_CAPITAL}"
)
# After these a first name alone is a person as well: "Bel Annie", "vraag naar Kees".
_ASKED_FOR = re.compile(
    rf"\b(?:[Bb]el(?:len)?|[Mm]ail|[Aa]pp|[Vv]raag|[Ss]preek|[Cc]ontactpersoon|[Cc]oördinator|[Bb]eheerder|"
    rf"[Aa]anmelden|[Oo]pgeven|[Mm]eld\s+u)(?:\s+(?:met|naar|aan|bij|is))?:?\s+(?P<name>{_CAPITAL})"
)
_CONTACT = re.compile(rf"\b[Cc]ontactpersoon(?:\s+is)?:?\s+(?P<name>{_CAPITAL}\s+{_BETWEEN}{_CAPITAL})")
# What is called after somebody, and the names of groups: "Willem Barentszstraat", "Sociaal Wijkteam".
_NO_PERSON = re.compile(
    r"(?:straat|laan|weg|plein|hof|park|pad|kade|dijk|singel|school|huis|kerk|kapel|zaal|college|stichting|"
    r"fonds|vereniging|club|koor|kring|groep|team|teams|loket|punt|balie|bestuur|raad|dienst|ploeg|commissie|"
    r"werk|praktijk|centrum|winkel|café|tuin|tuinen|museum|theater)$",
    re.IGNORECASE,
)
_ARTICLES = frozenset({"de", "het", "een", "wij", "onze", "ons", "bij", "in", "op", "voor", "met"})


@lru_cache(maxsize=1)
def first_names() -> frozenset[str]:
    lines = (resources.files(__package__) / "voornamen.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split())


def persons(text: str) -> Iterator[tuple[int, str]]:
    """Where in `text` the name of a person stands, and as it stands there."""
    small = text.lower()
    if any(title in small for title in _TITLES):
        for found in _TITLE.finditer(text):
            yield found.start(), found.group()
    if "contactpersoon" in small:
        for found in _CONTACT.finditer(text):
            if not _NO_PERSON.search(found["name"]):
                yield found.start("name"), found["name"]
    if first_names().isdisjoint(_CAPITAL_WORD.findall(text)):
        return
    for found in _TWO_NAMES.finditer(text):
        if found["first"] in first_names() and not _NO_PERSON.search(found["last"]):
            yield found.start(), found.group()
    for found in _ASKED_FOR.finditer(text):
        if found["name"] in first_names():
            yield found.start("name"), found["name"]


def person_to_speak_to(text: str, known: frozenset[str]) -> str:
    """The name in a text that says whom people will speak to, or nothing. `known` are names of other things.

    Where a role belongs, two words with a capital are a name, also when the first one is in no list.
    """
    for _, name in persons(text):
        return name
    for found in _TWO_NAMES.finditer(text):
        both = (found["first"], found["last"])
        group = any(_NO_PERSON.search(one) for one in both)
        if not group and not {one.casefold() for one in both} & (known | _ARTICLES):
            return found.group()
    return next((word for word in _CAPITAL_WORD.findall(text) if word in first_names()), "")
