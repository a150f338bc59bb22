"""The whole site as plain files, so that another generator can build it: Markdown with a fragment of HTML, assets,
the theme's templates, and a mkdocs.yml without our plugin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from markupsafe import escape

from ..forge import folder_in_repository, forge_of
from ..format.reference import reference_page
from ..frame import Frame
from ..opening import Opened
from ..output import asset_files, copied_files, public_files, script_files
from ..pages.page import Page
from ..pages.redactie import redactie_page
from ..pages.rendering import Look, Renderer
from ..pages.site import pages
from ..settings import Settings
from .config import OVERRIDES, custom_dir, mkdocs_yml, text_of
from .templates import frame_files, needs

DOCS = "docs"
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*\n", re.DOTALL)
_H1 = re.compile(r"^#(?=[ \t])", re.MULTILINE)
# At the start of a line, Markdown would take these for code, also within HTML.
_FENCE = re.compile(r"^([ \t]*)(`{3,}|~{3,})", re.MULTILINE)

PlainFile = tuple[str, str | Path]


@dataclass(frozen=True)
class PlainSite:
    """What the files are made from. `docs` are the owner's own pages, `overrides` their own templates."""

    frame: Frame
    pages: tuple[Page, ...]
    initiatives: Path
    config: Mapping[str, Any]
    docs: Path
    overrides: Path | None

    @property
    def site_name(self) -> str:
        """As it is written, else after the municipality."""
        name = self.config.get("site_name")
        return name if isinstance(name, str) else f"Sociale kaart {self.frame.renderer.kaart.gemeente.naam}"

    def files(self) -> Iterator[PlainFile]:
        """Path in the folder, and the text or the file to copy. What the owner has at a path comes first."""
        own = _below(self.docs, DOCS)
        theirs = _below(self.overrides, OVERRIDES) if self.overrides else {}
        ours = {f"{DOCS}/{f'{page.path}/index.md'.lstrip('/')}" for page in self.pages}
        yield from ((path, file) for path, file in own.items() if path not in ours)
        yield from theirs.items()
        for page in self.pages:
            path = f"{DOCS}/{f'{page.path}/index.md'.lstrip('/')}"
            yield path, self._page(page, own.get(path))
        taken = own.keys() | theirs.keys()
        yield from (file for file in self._around() if file[0] not in taken)

    def _around(self) -> Iterator[PlainFile]:
        renderer = self.frame.renderer
        yield f"{DOCS}/formaat/index.md", reference_page(renderer.kaart.begrippen)
        yield from (
            (f"{DOCS}/{path}", text)
            for path, text in (
                *public_files(renderer),
                *script_files(renderer, self.initiatives),
                *asset_files(),
            )
        )
        yield from ((f"{DOCS}/{path}", file) for path, file in copied_files(renderer.kaart, self.initiatives))
        templates = frame_files(self.frame, self.pages, self.site_name)
        yield from ((f"{OVERRIDES}/{path}", text) for path, text in templates)
        yield "mkdocs.yml", mkdocs_yml(self.config, self.site_name, needs(None), self._folders())

    def _folders(self) -> list[str]:
        """The folders of docs with our pages, which a menu that nobody wrote is not to list."""
        return sorted({page.path.partition("/")[0] for page in self.pages} - {""})

    def _page(self, page: Page, own: Path | None) -> str:
        """Front matter and HTML; below it what the owner wrote at the same address."""
        meta, text = _read_page(own) if own else ({}, "")
        matter = {
            **({"title": page.title} if page.path else {}),  # home is called after the site
            "description": str(escape(page.description)),  # themes of MkDocs escape nothing
            **({} if page.indexed else {"indexed": False}),
            **meta,
            "sociale_kaart": needs(page),
        }
        head = yaml.safe_dump(matter, allow_unicode=True, sort_keys=False, width=float("inf"))
        html = as_fragment(self.frame.renderer.render(page))
        return f"---\n{head}---\n\n<div>\n{html}\n</div>\n{_below_ours(text)}"


def as_fragment(html: str) -> str:
    """HTML that Markdown leaves as it is; the theme's templates put boxes around the owner's tables only."""
    html = html.strip().replace("<table>", "<table >").replace("</table>", "</table >")
    return _FENCE.sub(_as_entities, html)


def _below_ours(text: str) -> str:
    """What the owner wrote for a page of ours, which has an h1 already."""
    if not text.strip():
        return ""
    return f'\n<div class="md-typeset tekst" markdown="1">\n\n{_H1.sub("##", text)}\n\n</div>\n'


def plain_site(opened: Opened, settings: Settings, config: Mapping[str, Any], here: Path) -> PlainSite:
    """The site of `opened`; `config` is all of mkdocs.yml, which stands in the folder `here`."""
    kaart = opened.kaart(examples=settings.examples)
    folder = folder_in_repository(settings.initiatives, here)
    forge = forge_of(text_of(config, "repo_url"), settings.edit_uri, folder)
    renderer = Renderer(kaart, Look(settings.tiles, forge=forge, site_url=settings.site_url))
    theirs = custom_dir(config)
    return PlainSite(
        Frame(renderer),
        (*pages(kaart), redactie_page(kaart, opened.loaded, opened.problems)),
        settings.initiatives,
        config,
        here / text_of(config, "docs_dir", "docs"),
        here / theirs if theirs else None,
    )


def _as_entities(found: re.Match[str]) -> str:
    return found[1] + "".join(f"&#{ord(sign)};" for sign in found[2])


def _read_page(path: Path) -> tuple[dict[str, Any], str]:
    """Front matter and text of somebody's own page; MkDocs tells what is wrong with it."""
    text = path.read_text(encoding="utf-8-sig", errors="replace")
    found = _FRONT_MATTER.match(text)
    try:
        meta = yaml.safe_load(found[1]) if found else None
    except yaml.YAMLError:
        meta = None
    return (meta, text[found.end() :]) if found and isinstance(meta, dict) else ({}, text)


def _below(folder: Path, name: str) -> dict[str, Path]:
    """Path below `name` → file, for everything in `folder` that is not hidden."""
    files: Iterable[Path] = sorted(folder.rglob("*")) if folder.is_dir() else ()
    parts = ((path.relative_to(folder), path) for path in files if path.is_file())
    return {
        f"{name}/{part.as_posix()}": path
        for part, path in parts
        if not any(one.startswith(".") for one in part.parts)
    }
