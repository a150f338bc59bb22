"""Contributors' Markdown as HTML that is safe to show, and values as people read them."""

from __future__ import annotations

from collections.abc import MutableMapping
from datetime import date
from typing import Any

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

from ..format.tijden import DAGEN, datum_zin
from ..format.waarden import talen

_TAGS = {"p", "br", "em", "strong", "a", "ul", "ol", "li", "blockquote", "code", "pre", "hr",
         "table", "thead", "tbody", "tr", "th", "td", "h3", "h4", "h5", "h6", "s"}  # fmt: skip
_cleaner = nh3.Cleaner(
    tags=_TAGS,
    attributes={"a": {"href"}, "th": {"style"}, "td": {"style"}, "ol": {"start"}},
    filter_style_properties={"text-align"},
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel="nofollow noopener",
)
_markdown = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")


def _headings_below(state: Any) -> None:
    """The page has its own h1 and h2: headings in a text begin at h3, and none skips a level."""
    written = sorted({token.tag for token in state.tokens if token.type == "heading_open"})
    level = 2
    for token in state.tokens:
        if token.type == "heading_open":
            level = min(3 + written.index(token.tag), level + 1, 6)
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{level}"


_markdown.core.ruler.push("headings_below", _headings_below)


def from_markdown(text: str) -> Markup:
    """HTML without scripts, pictures or addresses other than http(s), mailto and tel."""
    return Markup(tables_in_boxes(_cleaner.clean(_markdown.render(text))))


def tables_in_boxes(html: str) -> str:
    """A table wider than a phone scrolls in a box of its own, reachable by keyboard."""
    box = '<div class="tabel" tabindex="0" role="group" aria-label="Tabel">'
    return html.replace("<table>", f"{box}<table>").replace("</table>", "</table></div>")


def hoofdletter(text: str) -> str:
    """The first letter a capital, the rest as it is."""
    return text[:1].upper() + text[1:]


def kleine_letter(text: str) -> str:
    """The first letter small, unless a second capital shows that it is an abbreviation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def dag_kort(day: date) -> str:
    """ "Maandag 23"."""
    return f"{DAGEN[day.weekday()].capitalize()} {day.day}"


def dag_letters(day: date) -> str:
    """ "zo"."""
    return DAGEN[day.weekday()][:2]


def met_punt(text: str) -> str:
    """As a sentence: with a full stop, unless it has an end of its own."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def ja_nee(value: bool | str) -> str:
    return value if isinstance(value, str) else "Ja" if value else "Nee"


def zonder_schema(address: str) -> str:
    """An address on the web as people say it."""
    return address.split("://", 1)[-1].removeprefix("www.").rstrip("/")


def lang(day: date) -> str:
    """ "24 november 2026"."""
    return datum_zin(day, jaar=True, dag=False)


def meervoud(number: int, one: str, many: str) -> str:
    """ "1 plek", "3 plekken"."""
    return f"{number} {one if number == 1 else many}"


FILTERS: MutableMapping[str, Any] = {
    "markdown": from_markdown,
    "hoofdletter": hoofdletter,
    "lang": lang,
    "kleine_letter": kleine_letter,
    "dag_kort": dag_kort,
    "dag_lang": datum_zin,
    "dag_letters": dag_letters,
    "ja_nee": ja_nee,
    "met_punt": met_punt,
    "zonder_schema": zonder_schema,
    "taalnaam": lambda code: talen()[code],
    "meervoud": meervoud,
}
