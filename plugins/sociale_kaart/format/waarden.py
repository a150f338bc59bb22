"""Single values as people write them: yes and no, telephone numbers, addresses on the web, ages, points.

Each reader takes the text and gives the value, or raises `Onbegrepen` with what to write instead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

import phonenumbers
from babel import Locale

from .problems import Onbegrepen
from .tijden import quoted


def nearest(word: str, known: list[str] | tuple[str, ...]) -> str | None:
    """The known word that was probably meant. Short words are easily a little alike."""
    found = get_close_matches(word.casefold(), known, n=1, cutoff=0.6 if len(word) > 6 else 0.7)
    return found[0] if found else None


def read_text(value: Any) -> str:
    """One text. A row or a mapping where a text belongs is told as such."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        raise Onbegrepen(
            "Hier hoort één tekst, geen rij.", "Schrijf één tekst, zonder haken en streepjes.", "wrong-type"
        )
    remedy = "Staat er een dubbele punt in de tekst? Zet de hele tekst dan tussen aanhalingstekens."
    raise Onbegrepen("Hier hoort één tekst, geen blok met eigen regels.", remedy, "wrong-type")


def read_line(value: Any) -> str:
    """A text of one line."""
    return " ".join(read_text(value).split())


_JA_NEE = {"ja": True, "nee": False}
# English that people write from habit; accepted, with a warning.
ENGLISH_JA_NEE = {"yes": "ja", "no": "nee", "true": "ja", "false": "nee"}


def read_ja_nee(value: Any) -> bool:
    text = read_line(value)
    word = text.casefold()
    word = ENGLISH_JA_NEE.get(word, word)
    if word not in _JA_NEE:
        raise Onbegrepen(f"{quoted(text)} is geen ja of nee.", "Schrijf `ja` of `nee`.")
    return _JA_NEE[word]


def read_ja_nee_or_text(value: Any) -> bool | str:
    text = read_line(value)
    word = ENGLISH_JA_NEE.get(text.casefold(), text.casefold())
    if word in ("on", "off"):
        raise Onbegrepen(f"`{text}` is geen ja of nee.", "Schrijf `ja`, `nee` of een korte uitleg.")
    return _JA_NEE.get(word, text)


@dataclass(frozen=True, slots=True)
class Telefoon:
    """A number as it was written, and as a phone dials it (E.164, or as it is for 112, 0800 and 14 0xx)."""

    tekst: str
    nummer: str


@lru_cache(maxsize=4096)
def _phone(text: str) -> Telefoon:
    digits = re.sub(r"[^0-9+]", "", text)
    if re.search(r"[^0-9\s()+./‐‑–-]", text) or not digits:
        raise Onbegrepen(
            f"{quoted(text)} is geen telefoonnummer.",
            "Schrijf alleen het nummer, bijvoorbeeld `026 123 45 67`. Uitleg hoort bij `bereikbaar`.",
        )
    # Short and special numbers have no international form: phonenumbers would make them undiallable.
    if re.fullmatch(r"11\d|116\d{3}|14\d{3,4}|0(800|900|906|909)\d{4,7}", digits):
        return Telefoon(text, digits)
    try:
        number = phonenumbers.parse(digits, "NL")
    except phonenumbers.NumberParseException:
        number = None
    dutch_length = number is None or number.country_code != 31 or len(str(number.national_number)) == 9
    whole = number is not None and dutch_length and phonenumbers.is_possible_number(number)
    if number is None or not whole or digits[0] not in "0+":
        raise Onbegrepen(f"{quoted(text)} is geen volledig telefoonnummer.", _phone_remedy(digits))
    return Telefoon(text, phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def _phone_remedy(digits: str) -> str:
    if len(digits) >= 18:
        return "Zijn het twee nummers? Maak er een rij van: `[026 123 45 67, 06 12 34 56 78]`."
    remedy = "Schrijf tien cijfers, bijvoorbeeld `026 123 45 67`."
    return f"Ontbreekt de nul aan het begin? {remedy}" if len(digits) == 9 and digits[0] != "0" else remedy


def read_telefoon(value: Any) -> Telefoon:
    return _phone(read_line(value))


_EMAIL = re.compile(r"[A-Za-z0-9._%+'-]+@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}")


def read_email(value: Any) -> str:
    text = read_line(value).removeprefix("mailto:")
    if not _EMAIL.fullmatch(text):
        raise Onbegrepen(f"{quoted(text)} is geen e-mailadres.", "Schrijf het adres zo: `naam@voorbeeld.nl`.")
    return text


def read_website(value: Any) -> str:
    """An http or https address; `www.` alone gets https."""
    text = read_line(value)
    address = f"https://{text}" if re.match(r"(?i)[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}(/|$)", text) else text
    try:
        parts = urlsplit(address)
        host = re.fullmatch(r"[^.]+(\.[^.]+)+", parts.hostname or "")
        fine = parts.scheme in ("http", "https") and bool(host) and not parts.username and parts.port != 0
    except ValueError:
        fine = False
    if not fine or re.search(r"[\s\"'<>\\^`{|}]", address):
        raise Onbegrepen(
            f"{quoted(text)} is geen adres van een website.",
            "Schrijf het adres zo: `https://www.voorbeeld.nl`.",
        )
    return address


def read_postcode(value: Any) -> str:
    text = read_line(value)
    found = re.fullmatch(r"([1-9]\d{3}) ?([A-Za-z]{2})", text)
    if not found:
        raise Onbegrepen(
            f"{quoted(text)} is geen postcode.",
            "Schrijf vier cijfers en twee letters, bijvoorbeeld `6881 AB`.",
        )
    return f"{found[1]} {found[2].upper()}"


def read_huisnummer(value: Any) -> str:
    text = read_line(value)
    if not re.fullmatch(r"[1-9]\d{0,4}(?:[ -]?[A-Za-z0-9]{1,6}){0,2}", text):
        raise Onbegrepen(
            f"{quoted(text)} is geen huisnummer.",
            "Schrijf het nummer met letter of toevoeging, bijvoorbeeld `12a` of `12-2`.",
        )
    return text


@dataclass(frozen=True, slots=True)
class Leeftijd:
    """Ages in whole years, both included; None is open."""

    vanaf: int | None
    tot_en_met: int | None

    def zin(self) -> str:
        if self.tot_en_met is None:
            return f"vanaf {self.vanaf} jaar"
        if self.vanaf is None:
            return f"tot {self.tot_en_met + 1} jaar"
        return f"{self.vanaf} tot en met {self.tot_en_met} jaar"


def read_leeftijd(value: Any) -> Leeftijd:
    text = read_line(value)
    bare = re.sub(r"\s*jaar$", "", text.casefold())
    if found := re.fullmatch(r"(\d{1,3}) ?(?:[-–]|tot en met|t/m) ?(\d{1,3})", bare):
        low, high = int(found[1]), int(found[2])
        if low > high or high > 120:
            raise Onbegrepen(
                f"{quoted(text)} kan geen leeftijd zijn.",
                f"Bedoelt u `{min(low, high, 120)}-{min(max(low, high), 120)}`?",
            )
        return Leeftijd(low, high)
    if (found := re.fullmatch(r"(\d{1,3}) ?\+|vanaf (\d{1,3})", bare)) and int(found[1] or found[2]) <= 120:
        return Leeftijd(int(found[1] or found[2]), None)
    if (found := re.fullmatch(r"tot (\d{1,3})", bare)) and 0 < int(found[1]) <= 120:
        return Leeftijd(None, int(found[1]) - 1)
    remedy = (
        "Schrijf `12-18`, `55+`, `vanaf 55` of `tot 4`. Is het voor alle leeftijden? Laat de regel dan weg."
    )
    raise Onbegrepen(f"{quoted(text)} is geen leeftijd die het programma kent.", remedy)


@dataclass(frozen=True, slots=True)
class Punt:
    """A point in degrees (WGS 84)."""

    lat: float
    lon: float


_DEGREES = re.compile(r"[+-]?[0-9]{1,3}(?:\.[0-9]*)?")


def read_punt(value: Any) -> Punt:
    parts = re.split(r"\s*[,;]\s*|\s+", value.strip("[]() ")) if isinstance(value, str) else value
    example = "Schrijf breedte en lengte met een punt: `[52.00012, 5.97234]`."
    if not isinstance(parts, list) or len(parts) != 2 or not all(isinstance(part, str) for part in parts):
        if isinstance(parts, list) and len(parts) == 4:
            example = "Schrijf in een getal een punt, geen komma: `[52.00012, 5.97234]`."
        raise Onbegrepen("Een punt bestaat uit twee getallen.", example)
    if not all(_DEGREES.fullmatch(part) for part in parts):
        raise Onbegrepen(f"{quoted(', '.join(parts))} zijn geen twee getallen.", example)
    lat, lon = (float(part) for part in parts)
    if lat == 0 or lon == 0:
        raise Onbegrepen(
            "In dit punt staat een nul: het is nog niet ingevuld.",
            "Zoek het punt op een kaart op, of haal de regel weg.",
            "point",
        )
    if 2 < lat < 8 and 50 < lon < 54:
        raise Onbegrepen(
            "De twee getallen van het punt zijn omgedraaid.",
            f"Schrijf eerst de breedte: `[{parts[1]}, {parts[0]}]`.",
            "point",
        )
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise Onbegrepen(f"`{', '.join(parts)}` is geen punt op aarde.", example, "point")
    return Punt(lat, lon)


_REFERENCE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*")


def read_verwijzing(value: Any) -> str:
    """The id of another initiative: `velp/de-poort`."""
    text = read_line(value)
    bare = text.strip("/").removesuffix(".yml")
    if not _REFERENCE.fullmatch(bare):
        remedy = (
            "Schrijf de map, een schuine streep en de naam van het bestand, bijvoorbeeld `velp/de-poort`."
        )
        raise Onbegrepen(f"{quoted(text)} wijst geen initiatief aan.", remedy, "reference")
    return bare


def read_jaar(value: Any) -> int:
    text = read_line(value)
    if not re.fullmatch(r"1[5-9]\d\d|20\d\d", text):
        raise Onbegrepen(f"{quoted(text)} is geen jaar.", "Schrijf vier cijfers, bijvoorbeeld `2015`.")
    return int(text)


def read_foto(value: Any) -> str:
    text = read_line(value)
    if not re.fullmatch(r"(?i)[a-z0-9][a-z0-9_-]*\.(?:jpe?g|png|webp)", text):
        raise Onbegrepen(
            f"{quoted(text)} kan geen foto zijn.",
            "Zet de foto (jpg, png of webp) in dezelfde map als dit bestand. Schrijf alleen de naam, zonder map en zonder spaties: `ons-raadhuis.jpg`.",
        )
    return text


@lru_cache(maxsize=1)
def talen() -> dict[str, str]:
    """ISO 639-1 code → Dutch name, from the Unicode CLDR."""
    return {code: name for code, name in Locale("nl").languages.items() if len(code) == 2}


def read_taal(value: Any) -> str:
    text = read_line(value)
    if text.casefold() not in talen():
        by_name = {name.casefold(): code for code, name in talen().items()}
        code = by_name.get(nearest(text, tuple(by_name)) or "")
        remedy = (
            f"Bedoelt u `{code}`?"
            if code
            else "Schrijf twee letters, bijvoorbeeld `nl` (Nederlands), `en` (Engels) of `ar` (Arabisch)."
        )
        if "," in text:
            remedy = f"Zet er haken omheen: `[{text[:60]}]`."
        raise Onbegrepen(f"{quoted(text)} is geen afkorting van een taal.", remedy)
    return text.casefold()
