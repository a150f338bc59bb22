"""What is private in a text: numbers, addresses and names, each found by how it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..format.problems import Level
from ..format.tijden import quoted
from .personen import person_to_speak_to, persons

# What may not stand before a number is looked at after its first sign: such a pattern is found faster.
_NINE = re.compile(r"\d(?<![\w+/=@.,)-]\d)(?<!\d \d)(?:[ .-]?\d){8}(?![ .-]?\d)(?!\w)")
_BSN_WORD = re.compile(r"\bbsn\b|burgerservice|sofi")
_OTHER_NUMBER = re.compile(
    r"rsin|fiscaal|kvk|k\.v\.k|handelsregister|btw|anbi|rekening|bank|giro|telefo|\btel\b|\bfax|mobiel|whatsapp|vestiging|punt"
)
_IBAN_LENGTH = {"NL": 18, "BE": 16, "DE": 22, "FR": 27, "GB": 22, "LT": 20, "LU": 20, "ES": 24, "IE": 22}
_EIGHT_DIGITS = re.compile(r"\d{4}[ .]?\d{4}")  # part of every one of these, and quick to look for
_IBAN = re.compile(rf"(?<!\w)({'|'.join(_IBAN_LENGTH)})\d\d(?:[ .]?[A-Z0-9]){{11,23}}", re.IGNORECASE)
_DOMAIN = re.compile(r"@([A-Za-z0-9-]{1,60}\.[A-Za-z.]{2,6})\b")
# Providers of addresses for people at home: everywhere, and in the Netherlands.
_PROVIDERS = frozenset({
    "gmail", "gmx", "googlemail", "hotmail", "icloud", "live", "me", "msn", "outlook", "proton", "protonmail", "yahoo",
})  # fmt: skip
_DUTCH_PROVIDERS = frozenset({
    "12move", "caiway", "casema", "chello", "freeler", "hetnet", "home", "kpnmail", "kpnplanet", "online", "planet",
    "quicknet", "solcon", "tele2", "telfort", "tiscali", "upcmail", "versatel", "wxs", "xs4all", "ziggo", "zonnet",
})  # fmt: skip
_LOCAL_PART = re.compile(r"[A-Za-z0-9._%+'-]{1,64}$")
# A free address that says itself that it is of a group: buurthuisvelp@, penningmeester.zangkoor@.
_OF_A_GROUP = re.compile(
    r"info|bestuur|secretari|penningmeester|redactie|stichting|vereniging|contact|buurt|dorp|wijk|huis|club|koor|groep|"
    r"kring|team|cafe|kerk|tuin|inloop|steunpunt|vrijwillig|balie|loket|aanmeld|activiteit|bibliotheek|winkel|voedselbank|school",
    re.IGNORECASE,
)
_MOBILE = re.compile(r"[0+](?<![\d+/][0+])(?:(?<=0)6|(?<=\+)31 ?(?:\(0\) ?)?6|0316)(?:[ .-]?\d){8}(?!\d)")
_TO_SPEAK_TO = re.compile(r"^[ \t-]*wie: *(.+)", re.MULTILINE)
_ROLE = "Schrijf liever een rol, zoals `coördinator`: iedereen kan dit bestand lezen."
_TO_CALL = re.compile(r"(?:telefoon|whatsapp): *(.*(?:\n *- *[\d+ .()-]+)*)")


@dataclass(frozen=True, slots=True)
class Found:
    """Something private at `start` in a text. Where two are alike (`what` is equal), the first is told."""

    start: int
    level: Level
    rule: str
    what: str
    message: str
    remedy: str


def bsn(text: str) -> Iterator[Found]:
    """Nine digits that pass the test for BSNs, unless what stands before them says that it is another number."""
    for found in _NINE.finditer(text):
        groups = re.split(r"[ .-]", found.group())
        digits = "".join(groups)
        one_way = len(set(re.findall(r"[ .-]", found.group()))) <= 1 and all(len(one) > 1 for one in groups)
        before = text[max(0, found.start() - 40) : found.start()].rsplit("\n", 1)[-1].casefold()
        said = bool(_BSN_WORD.search(before))
        if one_way and _eleven(digits) and (said or (digits[0] != "0" and not _OTHER_NUMBER.search(before))):
            yield Found(
                found.start(),
                "error",
                "bsn",
                digits,
                f"Hier staat een burgerservicenummer (BSN): `{digits[:2]}…`.",
                "Haal het meteen weg, en vertel het de redactie: in oude versies van dit bestand staat het nog.",
            )


def _eleven(digits: str) -> bool:
    """The test for BSNs: 9, 8, … 2 times the digits minus the last one is a multiple of eleven."""
    total = sum(weight * int(one) for weight, one in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), digits, strict=True))
    return total % 11 == 0 and len(set(digits)) > 1


def iban(text: str) -> Iterator[Found]:
    """A bank account whose check digits are right (ISO 7064, mod 97)."""
    for found in _IBAN.finditer(text) if _EIGHT_DIGITS.search(text) else ():
        number = re.sub(r"\W", "", found.group()).upper()[: _IBAN_LENGTH[found[1].upper()]]
        turned = "".join(str(int(one, 36)) for one in number[4:] + number[:4])
        if len(number) == _IBAN_LENGTH[number[:2]] and int(turned) % 97 == 1:
            yield Found(
                found.start(),
                "hint",
                "iban",
                number,
                f"Hier staat een rekeningnummer: `{number[:4]}…`.",
                "Is het van een persoon? Haal het weg. Is het van een organisatie? Verwijs liever naar haar website.",
            )


def email(text: str) -> Iterator[Found]:
    """An address at a provider for homes, unless it says that it is of a group."""
    for found in _DOMAIN.finditer(text):
        provider, _, country = found[1].lower().partition(".")
        if provider not in _PROVIDERS and (provider not in _DUTCH_PROVIDERS or country != "nl"):
            continue
        local = _LOCAL_PART.search(text[max(0, found.start() - 64) : found.start()])
        if local and not _OF_A_GROUP.search(local.group()):
            address = local.group() + found.group()
            yield Found(
                found.start() - len(local.group()),
                "hint",
                "private-email",
                address.casefold(),
                f"{quoted(address)} lijkt het adres van een persoon.",
                "Gebruik liever een adres van de organisatie, dat blijft als iemand stopt.",
            )


def mobile(text: str) -> Iterator[Found]:
    """A mobile number that is not one of those to call: those are meant to be public."""
    written = list(_MOBILE.finditer(text))
    to_call = _to_call(text) if written else set()
    for found in written:
        digits = re.sub(r"\D", "", found.group())[-8:]
        if digits not in to_call:
            yield Found(
                found.start(),
                "hint",
                "private-phone",
                digits,
                f"In deze tekst staat een 06-nummer: `{found.group()[:6].rstrip()}…`.",
                "Is het van een persoon? Haal het weg. Mag iedereen het bellen? Zet het onder `contact:`.",
            )


def _to_call(text: str) -> set[str]:
    """The last eight digits of every mobile number after `telefoon` and `whatsapp`."""
    lines = " ; ".join(_TO_CALL.findall(text))
    return {re.sub(r"\D", "", number)[-8:] for number in _MOBILE.findall(lines)}


def names(text: str, known: frozenset[str]) -> Iterator[Found]:
    """Names of persons. `known` are other names, in small letters: of the kernen and the municipality."""
    to_speak_to = list(_TO_SPEAK_TO.finditer(text)) if "wie:" in text else []
    number = bool(to_speak_to) and _MOBILE.search(text)
    remedy = f"{_ROLE} Vraag ook of het 06-nummer openbaar mag zijn." if number else _ROLE
    for found in to_speak_to:
        if name := person_to_speak_to(found[1], known):
            yield _name(found.start(1) + found[1].index(name), name, remedy)
    for start, name in persons(text):
        yield _name(start, name, _ROLE)


def _name(start: int, name: str, remedy: str) -> Found:
    return Found(start, "hint", "person-name", name, f"{quoted(name)} lijkt de naam van een persoon.", remedy)
