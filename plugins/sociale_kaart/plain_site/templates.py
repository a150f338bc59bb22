"""The frame as templates of the theme: header and footer with the menu still open, and what each page fetches."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..frame import Frame, has_own_search, needs_of
from ..pages.page import Page

_HERE = Path(__file__).parent
# Letters that nobody writes stand for what is only known where the page is built.
_ROOT, _ITEM, _GROUP, _CHILD = "\ue000", "\ue001", "\ue002", "\ue003"
_LINES = {
    f"<li>(?:(?!<li>).)*{_ITEM}.*?</li>": "for item in nav.items if not item.children and not item.is_homepage and item.url not in ('', '.', './')",
    f"<li>(?:(?!<li>).)*{_CHILD}.*?</li>": "for child in group.children",
    f"<nav [^>]*{_GROUP}.*?</nav>": "for group in nav.items if group.children",
}
_ACTIVE = ' aria-current="page"'


@dataclass(frozen=True, slots=True)
class _Item:
    """A line of the menu as the frame expects it."""

    title: str
    url: str | None
    children: tuple[_Item, ...] = ()


_MENU = (_Item(_ITEM, _ITEM), _Item(_GROUP, None, (_Item(_CHILD, _CHILD),)))


def needs(page: Page | None) -> dict[str, Any]:
    """What a page fetches, with addresses from the root of the site."""
    return {**needs_of(page, ""), **({"eigen_zoekvak": True} if has_own_search(page) else {})}


def frame_files(frame: Frame, pages: Sequence[Page], site_name: str) -> Iterator[tuple[str, str]]:
    """Templates for the theme: path in its folder, and text."""
    around = frame.around(None, f"{_ROOT}/", _ITEM, _MENU, site_name)
    searching = frame.around(next(filter(has_own_search, pages)), f"{_ROOT}/", _ITEM, _MENU, site_name)
    not_found = frame.not_found(_ROOT, _MENU, site_name)["not_found"]
    yield "sociale-kaart/kop.html", as_template(around["header"])
    yield "sociale-kaart/kop-zonder-zoekvak.html", as_template(searching["header"])
    yield "sociale-kaart/voet.html", as_template(around["footer"])
    yield "sociale-kaart/niet-gevonden.html", as_template(not_found)
    begin = (_HERE / "begin.html").read_text(encoding="utf-8")
    for path in sorted((_HERE.parent / "pages" / "thema").iterdir()):
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            yield path.name, begin + text if path.name == "main.html" else text


def as_template(html: str) -> str:
    """Text as it is, addresses as the generator makes them, and a loop around each line of the menu."""
    html = str(html).replace("{", "&#123;")  # as text: Markup would escape what it is to put there
    for line, loop in _LINES.items():
        html = re.sub(line, lambda found, loop=loop: _loop(loop, found[0]), html, flags=re.DOTALL)  # type: ignore[misc]
    for letter, name in ((_ITEM, "item"), (_GROUP, "group"), (_CHILD, "child")):
        html = html.replace(f'"{_ROOT}/{letter}"', f'"{{{{ {name}.url | url }}}}"')
        html = html.replace(letter, f"{{{{ {name}.title | e }}}}")
    return re.sub(f'"{_ROOT}/([^"]*)"', _address, html)


def _loop(loop: str, line: str) -> str:
    active = f"{{% if item.active %}}{_ACTIVE}{{% endif %}}"
    return f"{{% {loop} %}}{line.replace(_ACTIVE, active)}{{% endfor %}}"


def _address(found: re.Match[str]) -> str:
    return f"\"{{{{ '{found[1] or '.'}' | url }}}}\""
