"""The reference of the format as a page of Markdown: all fields from the models, all begrippen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pydantic.fields import FieldInfo

from .begrippen import Begrip, Begrippen
from .gebied import BegrippenTekst, GemeenteTekst, KernTekst
from .initiatief import InitiatiefTekst
from .velden import Blok
from .voorbeelden import block_of, choices_of, is_list, section_of, written

_PAGES: tuple[tuple[str, str, type[Blok]], ...] = (
    (
        "Een initiatief",
        "Eén bestand per initiatief, in de map van de kern: `velp/ons-raadhuis.yml`.",
        InitiatiefTekst,
    ),
    ("Een kern", "Het bestand `kern.yml` in de map van de kern.", KernTekst),
    ("De gemeente", "Het bestand `gemeente.yml`.", GemeenteTekst),
    ("Eigen woorden", "Het bestand `begrippen.yml`. Dat hoeft er niet te zijn.", BegrippenTekst),
)
_FIELD_HEAD = ("Sleutel", "Wat", "Uitleg", "Voorbeeld")
_BEGRIP_HEAD = ("Woord", "Op de site", "Wat het is")
# The keys of opening hours are days, so no model lists them.
_OPENING = (
    ("`dinsdag`", "Een dag", "Van en tot, of `gesloten` of `op afspraak`. Ook `maandag-woensdag`, `werkdagen` of `dagelijks`. Dagen die u niet noemt, is het dicht.", "`10:00-12:00, 13:30-16:00`"),
    ("`seizoen`", "Seizoen", "Hele maanden. Voor meer seizoenen maakt u een rij van zulke blokken.", "`april-oktober`"),
    ("`niet_in`", "Niet in", "Eén of een rij: `schoolvakanties`, `zomervakantie`, `bouwvak`, `feestdagen`.", "`[schoolvakanties]`"),
    ("`opmerking`", "Opmerking", "Eén zin.", "`Bel even als u voor het eerst komt`"),
)  # fmt: skip


def reference_page(begrippen: Begrippen) -> str:
    """The whole page, for a site that has no page of its own at that address."""
    intro = (
        "Een bestand is gewone tekst: op elke regel een woord, een dubbele punt en een waarde. Alleen `naam`, "
        "`soort`, `kort` en één manier om contact op te nemen zijn verplicht. Wat in het bestand staat, is openbaar."
    )
    return f"# Het formaat\n\n{intro}\n\n{reference_markdown(begrippen)}"


def reference_markdown(begrippen: Begrippen) -> str:
    """Sections from the second level on; the page itself gives the title."""
    lines: list[str] = []
    told: set[type[Blok]] = set()
    for title, text, model in _PAGES:
        lines += [f"## {title}", "", text, "", *_table(_FIELD_HEAD, _rows(model))]
        if model is InitiatiefTekst:
            lines += ["### openingstijden", "", *_table(_FIELD_HEAD, _OPENING)]
        for key, block in _blocks(model):
            if block not in told:
                told.add(block)
                lines += [f"### {key}", "", *_table(_FIELD_HEAD, _rows(block))]
    lines += ["## De woorden om uit te kiezen", ""]
    for name, known in begrippen.sections.items():
        lines += [f"### Lijst {name}", "", *_table(_BEGRIP_HEAD, map(_begrip, known.values()))]
    return "\n".join(lines)


def _blocks(model: type[Blok]) -> Iterator[tuple[str, type[Blok]]]:
    """The blocks in a model, and those in them: `vrijwilligers`, `vrijwilligers: gezocht`."""
    for key, info in model.model_fields.items():
        block = block_of(info)
        if block:
            yield key, block
            yield from ((f"{key}: {inner}", deeper) for inner, deeper in _blocks(block))


def _rows(model: type[Blok]) -> Iterator[tuple[str, ...]]:
    for key, info in model.model_fields.items():
        example = f"`{written(info.examples[0])}`" if info.examples else ""
        yield f"`{key}`", _cell(info.title or ""), _help(key, info), example.replace("|", "\\|")


def _help(key: str, info: FieldInfo) -> str:
    section, block, words = section_of(info), block_of(info), choices_of(info)
    parts = ["**Verplicht.**"] if info.is_required() else []
    parts += [(info.description or "").replace("|", "\\|")]
    if block:
        parts.append(f"Een {'rij blokken' if is_list(info) else 'blok'} met eigen sleutels, zie hieronder.")
    elif section:
        parts.append(f"{'Een of meer woorden' if is_list(info) else 'Een woord'} uit de lijst `{section}`.")
    elif words:
        parts.append(
            f"{'Een of meer van' if is_list(info) else 'Kies uit'}: {', '.join(f'`{word}`' for word in words)}."
        )
    elif is_list(info) and "een of meer" not in (info.description or "").casefold():
        parts.append("Een of meer.")
    return " ".join(parts)


def _begrip(begrip: Begrip) -> tuple[str, ...]:
    return f"`{begrip.id}`", _cell(begrip.label), _cell(begrip.zin)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    lines = [head, tuple("---" for _ in head), *rows]
    return [*(f"| {' | '.join(line)} |" for line in lines), ""]


def _cell(text: str) -> str:
    """Text that stays text: each sign that Markdown, its extensions or HTML would act upon as a number."""
    return re.sub(r"[^\w ,.?]|_|\.(?=\w)", lambda sign: f"&#{ord(sign.group())};", " ".join(text.split()))
