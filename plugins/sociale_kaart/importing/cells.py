"""The text of one cell: cleaned, taken apart, and recognised for what it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import phonenumbers

from ..format.characters import SUSPECT
from ..format.problems import Onbegrepen
from ..format.waarden import read_email, read_telefoon, read_website

EMPTY = frozenset({
    "", "-", "--", "---", "–", "—", "?", "??", "x?", "nvt", "n.v.t.", "n.v.t", "geen idee", "onbekend", "n/a", "na", "null",
    "~", ".", "#n/a", "#n/b", "tbd", "volgt", "nog niet bekend", "niet bekend", "leeg",
})  # fmt: skip
# As plain() of a heading writes it: of `✓` nothing is left, so that is told apart before.
JA_NEE = {
    **dict.fromkeys(("ja", "j", "yes", "y", "x", "v", "waar", "true", "1", "wel", "xx"), "ja"),
    **dict.fromkeys(("nee", "n", "no", "neen", "onwaar", "false", "0", "niet", "geen"), "nee"),
}
_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_EMAIL = re.compile(r"[\w.+%'-]+@[\w-]+(?:\.[\w-]+)+")
_SITE = re.compile(
    r"(?:https?://|www\.)[^\s;<>\"|]+|\b[\w-]+(?:\.[\w-]+)*\.(?:nl|com|org|nu|eu|info|net|example)\b[^\s;,<>\"|]*",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?<![\w@])(?:\(?\+|\(?0|\b14 ?0)[\d\s().+/‐‑–-]{5,60}\d(?!\w)")
_SHORT_ZERO = re.compile(r"(?<![\d.,-])[1-9]\d{8}(?!\d)|(?<![\d.,+-])31\d{9}(?!\d)")
_LABELS = re.compile(
    r"\b(?:tel|telefoon|telefoonnummer|mobiel|mob|gsm|vast|nummer|e-?mail|mail|mailadres|website|site|web|t|m|e|w|via|of|en|bel|app|nr)\b"
    r"|[^\w]",
    re.IGNORECASE,
)


def clean(text: str) -> str:
    """Without what cannot be seen; lines without space around them. An apostrophe that kept a spreadsheet from
    calculating is no text."""
    text = SUSPECT.sub("", _BREAKS.sub("\n", text).replace("\t", " "))
    lines = [" ".join(line.split()) for line in text.split("\n")]
    joined = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    return re.sub(r"^'(?=[=+@-])", "", joined)


def one_line(text: str) -> str:
    return " ".join(text.split())


def is_empty(text: str) -> bool:
    return text.casefold() in EMPTY


def squeezed(text: str) -> str:
    """Only what is letter or digit: to see whether two texts say the same words."""
    return "".join(re.findall(r"\w", text.casefold())).replace("_", "")


def pieces(text: str, *, also_and: bool = True) -> list[str]:
    """Several values in one cell: apart by lines, semicolons, commas, slashes, bars, bullets, "en"."""
    between = r"[\n;,/|•·]|\s\+\s|\s&\s" + (r"|\ben\b" if also_and else "")
    found = (part.strip(" \t-*.:") for part in re.split(between, text))
    return [part for part in found if part]


def ja_nee(text: str) -> str:
    """`ja` or `nee` for what people write for it, such as a cross; otherwise nothing."""
    word = text.casefold().strip(" .!")
    return "ja" if word in ("✓", "✔", "√", "☑", "☒", "●", "•") else JA_NEE.get(word, "")


def _readable(read: Callable[[Any], Any], text: str) -> bool:
    try:
        read(text)
    except Onbegrepen:
        return False
    return True


def take_emails(text: str) -> tuple[list[str], str]:
    """The addresses in a text, and the text without them."""
    text = re.sub(r"\s*[\[(]\s*(?:at|apenstaartje)\s*[\])]\s*", "@", text)
    found = [one.rstrip(".") for one in _EMAIL.findall(text)]
    good = [one for one in found if _readable(read_email, one)]
    for one in good:
        text = text.replace(one, " ", 1)
    return good, text.replace("mailto:", " ")


def take_websites(text: str) -> tuple[list[str], str]:
    found = [match.rstrip(".,)") for match in _SITE.findall(text)]
    good = [one for one in found if _readable(read_website, one)]
    for one in good:
        text = text.replace(one, " ", 1)
    return good, text


def take_phones(text: str) -> tuple[list[str], str]:
    """The numbers in a text. One that lost its zero or its plus in a spreadsheet gets it back."""
    text = re.sub(r"(?<=\+31)\s*\(0\)\s*", " ", text)
    if _readable(read_telefoon, one_line(text)):
        return [one_line(text)], ""
    found: list[str] = []

    def take(match: re.Match[str]) -> str:
        whole = match.group().strip()
        for between in (r"$", r"\s*[/\n]\s*|\s-\s", r"\s+(?=0\d)"):
            parts = [part for part in re.split(between, whole) if part]
            if all(_readable(read_telefoon, part) for part in parts):
                found.extend(parts)
                return " "
        return match.group()

    def mend(match: re.Match[str]) -> str:
        number = f"+{match.group()}" if len(match.group()) == 11 else f"0{match.group()}"
        parsed = phonenumbers.parse(number, "NL")
        if not phonenumbers.is_valid_number(parsed):
            return match.group()
        found.append(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL))
        return " "

    text = _PHONE.sub(take, text)
    return found, _SHORT_ZERO.sub(mend, text)


def only_labels(text: str) -> bool:
    """Whether what is left of a cell says nothing: `Tel.:`, `e-mail`, a dash."""
    return not _LABELS.sub("", text)


def is_email(text: str) -> bool:
    found, rest = take_emails(text)
    return bool(found) and only_labels(rest)


def is_website(text: str) -> bool:
    found, rest = take_websites(text)
    return bool(found) and only_labels(rest)


def is_phone(text: str) -> bool:
    found, rest = take_phones(text)
    return bool(found) and only_labels(rest)


def is_postcode(text: str) -> bool:
    return bool(re.fullmatch(r"[1-9]\d{3} ?[a-zA-Z]{2}(?:\b.{0,40})?", text))


def is_hours(text: str) -> bool:
    days = r"\b(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|ma|di|wo|do|vr|za|zo|dagelijks|werkdagen)\b"
    return bool(
        re.search(days, text.casefold())
        and re.search(r"\d{1,2}([.:u]\d{2}| ?uur|u\b| ?- ?\d)", text.casefold())
    )
