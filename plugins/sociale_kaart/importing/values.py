"""Reads the cells of a row into its draft: a small reader for each kind of key, and one for all the others."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from ..format.begrippen import Begrippen
from ..format.problems import Onbegrepen
from ..format.tijden import lees_datum
from ..format.waarden import talen
from .cells import (
    is_empty,
    ja_nee,
    one_line,
    pieces,
    squeezed,
)
from .draft import Cell, Draft, join_lines
from .headings import plain
from .kernen import Kernen
from .keys import Leaf, leaves
from .terms import Terms

_LONG = 200  # characters; a longer text is not one sentence
_FREE = frozenset(
    {"0", "geen", "gratis", "nee", "kosteloos", "free", "geen kosten", "0,00", "0.00", "0,-", "niets", "vrij"}
)


def read_texts(draft: Draft) -> None:
    """`kort` and `beschrijving`: whatever is too long for one sentence is a description, which begins with one."""
    for cell in (*draft.of("kort"), *draft.of("beschrijving")):
        listed = len(re.findall(r"^[-*•]", cell.text, re.MULTILINE)) > 1
        if "kort" not in draft.values and len(cell.text) <= _LONG and not listed:
            draft.put("kort", one_line(cell.text), cell)
        else:
            _describe(draft, cell)
    if "kort" not in draft.values and "beschrijving" in draft.values:
        whole = ", ".join(line.strip("-*• ") for line in draft.values["beschrijving"].splitlines() if line)
        first = re.split(r"(?<=[.!?])[\s,]", whole)[0]
        cut = first[: _LONG - 1].rsplit(" ", 1)[0] + "…"
        draft.put("kort", first if len(first) <= _LONG else cut)


def _describe(draft: Draft, cell: Cell) -> None:
    draft.put("beschrijving", join_lines([draft.values.get("beschrijving", ""), cell.text]), cell, cell.text)


def read_terms(draft: Draft, cell: Cell, leaf: Leaf, terms: Terms) -> None:
    """Words from the vocabulary. An unknown subject helps as a search word; an age is an age."""
    found = terms.read(cell.text)
    unknown = list(found.unknown)
    for piece in pieces(re.sub(r"[()]", ";", cell.text)) if leaf.key == "doelgroepen" else ():
        if not leaves()["leeftijd"].why_not(piece, terms.begrippen) and "leeftijd" not in draft.values:
            draft.put("leeftijd", piece, cell, piece)
            unknown = [one for one in unknown if one != piece]
    ids = found.ids if leaf.many else found.ids[:1]
    for id in ids:
        if leaf.many:
            draft.add(leaf.key, id, cell, "")
        elif leaf.key not in draft.values:
            draft.put(leaf.key, id, cell, "")
    if len(ids) < len(found.ids):
        draft.unplaced(cell, f"er kan er maar één: {ids[0]}.")
    for piece, id in found.guessed:
        draft.remark(f"{cell.column.heading}: `{one_line(piece)}` is gelezen als {id}.")
    if unknown and leaf.key == "themas":
        for piece in unknown:
            draft.add("steekwoorden", one_line(piece), cell, piece)
    elif unknown:
        draft.unplaced(
            cell, f"geen woord uit de lijst: {', '.join(f'`{one_line(one)}`' for one in unknown)}."
        )
    if not unknown and not found.guessed and _same_words(cell.text, found.ids, terms):
        draft.told(cell)


def _same_words(text: str, ids: tuple[str, ...], terms: Terms) -> bool:
    known = [terms.begrippen[terms.section][id] for id in ids]
    words = {plain(one) for begrip in known for one in (begrip.id, begrip.label, begrip.meervoud)}
    return plain(text) in words or all(plain(piece) in words for piece in pieces(text))


def read_cross(draft: Draft, cell: Cell) -> None:
    """A column for one begrip: `ja` or a cross is that begrip."""
    section, _, id = cell.column.key.partition("/")
    answer = ja_nee(cell.text)
    if answer == "ja" or (answer == "nee" and id == "rolstoel"):
        draft.add(section, id if answer == "ja" else f"niet-{id}", cell)
        if len(cell.text) == 1 or cell.text.casefold() == answer:
            draft.told(cell)
    elif answer == "nee":
        draft.deny(cell)
    else:
        draft.unplaced(cell, "hier kan alleen ja of nee.")


def read_other(
    draft: Draft, cell: Cell, leaf: Leaf, begrippen: Begrippen, kernen: Kernen, vandaag: date
) -> None:
    """A value as it is, put right where people write it otherwise; refused is not placed."""
    if leaf.many:
        _read_row(draft, cell, leaf, begrippen, kernen)
        return
    mend = _MEND.get(leaf.key)
    value = mend(cell.text) if mend else cell.text
    if leaf.yes_or_no:
        value = ja_nee(value) or _JA_NEE_SENTENCES.get(plain(value), value)
    if leaf.key == "status" and value == "actief":
        draft.told(cell)
        return
    why = leaf.why_not(value, begrippen) or _why_not_that_day(leaf, value, vandaag)
    if why or leaf.key in draft.values:
        draft.unplaced(cell, why or "hier staat al iets anders.")
    else:
        several = leaf.info.examples == [] and "\n" in value
        draft.put(leaf.key, value if several else one_line(value), cell)
        if leaf.yes_or_no and len(cell.text) == 1:  # a cross, a J: no more than ja
            draft.told(cell)


_JA_NEE_SENTENCES = {
    "niet nodig": "nee", "niet verplicht": "nee", "hoeft niet": "nee", "vrije inloop": "nee", "nodig": "ja",
    "verplicht": "ja", "vereist": "ja", "niet vereist": "nee", "geen": "nee",
}  # fmt: skip


def _costs(text: str) -> str:
    bare = text.casefold().replace("€", "").strip(" .!")
    if bare in _FREE:
        return "gratis"
    amount = re.fullmatch(r"(\d+)(?:[.,](\d{1,2}))?", bare)
    if not amount:
        return text
    return f"€ {amount[1]},{amount[2].ljust(2, '0')}" if amount[2] else f"€ {amount[1]}"


def _status(text: str) -> str:
    words = plain(text)
    stopped = ("gestopt", "beeindigd", "opgeheven", "gesloten", "gestaakt", "vervallen")
    return (
        "gestopt"
        if words in stopped
        else "actief"
        if words in ("actief", "ja", "loopt", "lopend", "open")
        else words
    )


def _year(text: str) -> str:
    found = re.fullmatch(
        r"(?:in |sinds |\d{4}-|\d{1,2}-\d{1,2}-)?((?:19|20)\d\d)(?:-\d\d-\d\d)?", text.casefold()
    )
    return found[1] if found else text


_MEND: dict[str, Callable[[str], str]] = {
    "toegang.kosten": _costs,
    "status": _status,
    "begonnen": _year,
    "beheer.gecontroleerd": lambda text: text.split(" ")[0] if re.match(r"\d{4}-\d\d-\d\d ", text) else text,
    "leeftijd": lambda text: re.sub(r"\s*(jaar|jr\.?)$", "", text.strip()),
}


def _why_not_that_day(leaf: Leaf, value: str, vandaag: date) -> str:
    if leaf.key != "beheer.gecontroleerd":
        return ""
    try:
        return "deze dag moet nog komen." if lees_datum(one_line(value)) > vandaag else ""
    except Onbegrepen as wrong:
        return wrong.message


def _read_row(draft: Draft, cell: Cell, leaf: Leaf, begrippen: Begrippen, kernen: Kernen) -> None:
    refused = []
    for piece in pieces(cell.text, also_and=leaf.key in ("talen", "werkgebied")):
        text = one_line(piece)
        if leaf.key == "talen":
            by_name = {name.casefold(): code for code, name in talen().items()}
            text = by_name.get(text.casefold(), text)
        if leaf.key == "werkgebied":
            meant = kernen.read(text)
            found = (meant.ids or ("",))[0] if meant.certain else ""
            text = "alle" if found and found == kernen.wide else found
        if not text or is_empty(piece) or leaf.why_not(text, begrippen):
            refused.append(piece)
        else:
            draft.add(leaf.key, text, cell)
    if refused:
        draft.unplaced(cell, f"niet geplaatst: {', '.join(f'`{one_line(one)}`' for one in refused)}.")
    elif squeezed("".join(pieces(cell.text))) == squeezed("".join(draft.values.get(leaf.key, []))):
        draft.told(cell)
