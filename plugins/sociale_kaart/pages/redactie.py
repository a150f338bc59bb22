"""The page for editors: per kern what is missing, old or doubtful, what hinders visitors most first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..format.gebied import Kern
from ..format.initiatief import Initiatief
from ..format.problems import Onbegrepen, Problem
from ..format.waarden import read_ja_nee
from ..kaart import SocialeKaart, all_doelgroepen, all_themas
from ..loading import Loaded
from ..versheid import Verouderd, verouderd
from .antwoorden import bellen
from .page import Page

# What there is to do, the worst for a visitor first: id → heading of its column, and what it means.
SOORTEN = {
    "weg": ("Fout", "Staat niet op de site: er zit een fout in het bestand."),
    "bereik": (
        "Bereik",
        "Een bezoeker loopt vast: er is geen telefoonnummer, of niet te zien wanneer het is.",
    ),
    "oud": ("Oud", "Te lang niet nagekeken, of nog nooit."),
    "aanvullen": ("Mist", "Er ontbreekt iets waardoor mensen het niet vinden of niet kunnen kiezen."),
    "twijfel": ("Twijfel", "Misschien dubbel, moeilijk te lezen of te persoonlijk."),
}
_ORDER = list(SOORTEN)
# Rules of `check` that are not a matter of doubt.
_SOORT_VAN = {"no-contact": "bereik", "no-point": "aanvullen", "no-consent": "aanvullen"}
# What they found is not repeated on a page: it is about one person.
_PERSONAL = frozenset({"bsn", "iban", "person-name", "private-email", "private-phone"})
_PERSONAL_SENTENCE = "Hier staat misschien iets over één persoon: een naam, een nummer of een rekening."


@dataclass(frozen=True, slots=True)
class Werk:
    """One thing to do about an entry or a file."""

    soort: str
    zin: str
    advies: str = ""


@dataclass(frozen=True, slots=True)
class Rij:
    """A published initiative with what there is to do about it, the worst first."""

    initiatief: Initiatief
    werk: tuple[Werk, ...]

    @property
    def soorten(self) -> set[str]:
        return {one.soort for one in self.werk}


@dataclass(frozen=True, slots=True)
class Bestand:
    """A file that is not on the site, or not as it was meant. `pad` is its path in the folder of initiatives."""

    pad: str
    werk: tuple[Werk, ...]


@dataclass(frozen=True, slots=True)
class KernWerk:
    """What there is to do in one kern."""

    kern: Kern
    bestanden: list[Bestand]
    rijen: list[Rij]

    def aantal(self, soort: str) -> int:
        """How many entries and files have something of this kind."""
        return sum(soort in one.soorten for one in self.rijen) + sum(
            any(werk.soort == soort for werk in one.werk) for one in self.bestanden
        )


def redactie_page(kaart: SocialeKaart, loaded: Loaded, problems: Sequence[Problem]) -> Page:
    """Of what nobody may publish (`toestemming: nee`) nothing is said here, also not beside something else."""
    secret = {id for id in loaded.ids if not _may_be_named(loaded, id)}
    told: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        path = problem.path.removeprefix(loaded.prefix)
        if secret.isdisjoint((path.removesuffix(".yml"), *problem.message.split("`"))):
            told[path].append(problem)
    old = verouderd(kaart)
    work = [_kern_work(kaart, loaded, kern, told, old[kern.id]) for kern in kaart.alle_kernen]
    context = {
        "soorten": {id: words for id, words in SOORTEN.items() if any(one.aantal(id) for one in work)},
        "kernen": work,
        "algemeen": [_bestand(loaded, path, told[path]) for path in sorted(told) if "/" not in path],
        "aantal": sum(len(one.rijen) + len(one.bestanden) for one in work),
    }
    description = "Wat er op deze sociale kaart nog ontbreekt, oud is of beter kan."
    return Page("redactie", "Voor de redactie", description, "redactie.html", context, frozenset({"redactie"}), indexed=False)  # fmt: skip


def _kern_work(
    kaart: SocialeKaart, loaded: Loaded, kern: Kern, told: Mapping[str, list[Problem]], old: list[Verouderd]
) -> KernWerk:
    age = {one.initiatief.id: one for one in old}
    rows = [
        Rij(one, tuple(sorted(work, key=lambda one: _ORDER.index(one.soort))))
        for one in kaart.in_kern.get(kern.id, ())
        if (work := [*_own(kaart, one, age.get(one.id)), *_of_check(told.get(f"{one.id}.yml", ()))])
    ]
    files = [
        _bestand(loaded, path, found)
        for path, found in sorted(told.items())
        if path.startswith(f"{kern.id}/") and _concerns_editors(loaded, path, found)
    ]
    return KernWerk(kern, files, sorted(rows, key=lambda row: _urgency(row, age)))


def _concerns_editors(loaded: Loaded, path: str, problems: Sequence[Problem]) -> bool:
    """An initiative that is not on the site by mistake; or a file that is none, such as kern.yml."""
    return path.removesuffix(".yml") not in loaded.ids or any(one.level == "error" for one in problems)


def _urgency(row: Rij, age: Mapping[str, Verouderd]) -> tuple[int, int, str]:
    """By the worst that there is; among what is old the oldest first, and what was never checked before that."""
    old = age.get(row.initiatief.id)
    months = -(old.maanden or 10_000) if old else 0
    return _ORDER.index(row.werk[0].soort), months, row.initiatief.naam.casefold()


def _own(kaart: SocialeKaart, one: Initiatief, old: Verouderd | None) -> Iterator[Werk]:
    """What is not wrong, but is missed by who looks for help."""
    if bellen(kaart, one) is None:
        yield Werk("bereik", "Er staat geen telefoonnummer.")
    if not one.openingstijden and not one.activiteiten and (one.adres or one.plek):
        yield Werk("bereik", "Er staat niet wanneer het is.")
    if old:
        yield Werk("oud", f"{old.zin.capitalize()}.")
    missing = [
        word
        for word, there in (
            ("onderwerpen", all_themas(one)),
            ("voor wie het is", all_doelgroepen(one)),
            ("wat het kost", one.toegang and one.toegang.kosten),
        )
        if not there
    ]
    if missing:
        yield Werk("aanvullen", f"Er ontbreekt nog: {', '.join(missing)}.")


def _of_check(problems: Sequence[Problem]) -> Iterator[Werk]:
    """What `check` says of a file, but how old it is: that is said here already."""
    for one in problems:
        if one.rule in ("old", "not-checked") and one.level == "hint" and one.key != "gesloten_tot":
            continue
        if one.rule == "old":
            yield Werk("bereik", "Zou weer open zijn: de datum bij tijdelijk gesloten is voorbij.")
        elif one.rule in _PERSONAL:
            yield Werk("twijfel", _PERSONAL_SENTENCE)
        elif one.rule in _SOORT_VAN:
            yield Werk(_SOORT_VAN[one.rule], one.message)
        else:
            yield Werk("twijfel", one.message, one.remedy)


def _bestand(loaded: Loaded, path: str, problems: Sequence[Problem]) -> Bestand:
    """A file with errors. One that cannot be read is not quoted: nobody knows whether that is allowed."""
    id = path.removesuffix(".yml")
    readable = id not in loaded.ids or isinstance(loaded.document(id).value, dict)
    return Bestand(path, tuple(_of_file(one, readable) for one in problems))


def _of_file(problem: Problem, readable: bool) -> Werk:
    soort = "weg" if problem.level == "error" else "twijfel"
    if not readable:
        return Werk(
            soort, "Dit bestand is niet te lezen.", "Kijk met `sociale-kaart check` wat er niet klopt."
        )
    if problem.rule in _PERSONAL:
        return Werk(soort, _PERSONAL_SENTENCE)
    return Werk(soort, problem.message, problem.remedy)


def _may_be_named(loaded: Loaded, id: str) -> bool:
    """Whether nobody said no to being on the site: also not in a file that is wrong elsewhere."""
    if id in loaded.initiatieven:
        return loaded.initiatieven[id].openbaar
    value = loaded.document(id).value
    beheer = value.get("beheer") if isinstance(value, dict) else None
    try:
        return not isinstance(beheer, dict) or read_ja_nee(beheer.get("toestemming", "ja"))
    except Onbegrepen:
        return True
