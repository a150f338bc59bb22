"""The MkDocs plugin: each event hands on to plain functions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import escape
from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc
from mkdocs.utils import write_file

from .beside import beside
from .forge import Forge, folder_in_repository, forge_of
from .format.reference import reference_page
from .frame import Frame
from .kaart import today
from .loading import load
from .opening import open_all
from .output import ASSETS, asset_files, copied_files, public_files, script_files
from .pages.compiled import compiled_templates
from .pages.redactie import redactie_page
from .pages.rendering import Look, Renderer
from .pages.site import pages
from .pages.tekst import tables_in_boxes
from .settings import read_settings

log = get_plugin_logger(__name__)
HERE = Path(__file__).parent
MATERIALS_ICON = "assets/images/favicon.png"


class SocialeKaartConfig(Config):
    initiatives = c.Dir(default="initiatives")
    examples = c.Type(bool, default=True)
    tiles = c.Choice(("direct", "click", "none"), default="direct")
    geocoder_url = c.Type(str, default="")


class GeneratedPage(MkDocsPage):
    """A page of ours. There is no Markdown in it to convert: what it shows is made when it is written."""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content = ""
        self.toc = get_toc([])


class SocialeKaartPlugin(BasePlugin[SocialeKaartConfig]):
    """A fresh one for every build, so nothing of the last build lingers."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        if Path(self.config.initiatives).is_dir():
            config.watch.append(self.config.initiatives)
        # After the user's own overrides, before the theme's templates.
        at = 1 if config.theme.custom_dir else 0
        config.theme.dirs.insert(at, str(HERE / "pages" / "thema"))
        if config.theme["favicon"] == MATERIALS_ICON:  # nobody chose one
            config.theme["favicon"] = f"{ASSETS}favicon.png"
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        opened = open_all(load(Path(self.config.initiatives)), today())
        for problem in opened.problems:
            if problem.level != "hint":
                log.warning("%s", problem)
        kaart = opened.kaart(examples=self.config.examples)
        look = Look(
            self.config.tiles,
            config.use_directory_urls,
            _forge(config, Path(self.config.initiatives)),
            config.site_url or "",
        )
        self.renderer = Renderer(kaart, look)
        self.frame = Frame(self.renderer)
        every = (*pages(kaart), redactie_page(kaart, opened.loaded, opened.problems))
        self.pages = {f"{page.path}/index.md".lstrip("/"): page for page in every}
        folder = opened.loaded.folder
        taken = {file.dest_uri: file.src_uri for file in files}
        self.script_files = beside(
            lambda: _write(script_files(self.renderer, folder), config.site_dir, taken)
        )
        _add(_ours(config, files, self.pages, self.renderer, folder), files)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        # Only now: what the menu names has its title from there.
        for uri in self.pages:
            file = files.get_file_from_path(uri)
            if file and file.page is None and file.generated_by:
                GeneratedPage(None, file, config)  # it hangs itself on the file
        return nav

    def on_env(self, env: jinja2.Environment, **_: Any) -> jinja2.Environment:
        env.bytecode_cache = compiled_templates()
        return env

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, **_: Any) -> str:
        ours = self.pages.get(page.file.src_uri)
        if ours:
            # The theme's templates escape nothing.
            title = {"title": ours.title} if ours.path else {}  # home is called after the site
            page.meta = {
                **title,
                "description": escape(ours.description),
                "indexed": ours.indexed,
                **page.meta,
            }
        return markdown

    def on_page_content(self, html: str, *, page: MkDocsPage, **_: Any) -> str:
        ours = self.pages.get(page.file.src_uri)
        if ours is None:
            return _text(html)
        page.toc.items.clear()
        return _text(html.replace("<h1", "<h2").replace("</h1>", "</h2>")) if html else ""  # ours has a h1

    def on_page_context(
        self, context: Any, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> Any:
        ours = self.pages.get(page.file.src_uri)
        context["sociale_kaart"] = self.frame.context(ours, page.url, nav.items, config.site_name)
        if ours:  # only now: MkDocs keeps what pages contain until all are written
            context["sociale_kaart"]["content"] = self.renderer.render(ours) + (page.content or "")
        return context

    def on_post_build(self, **_: Any) -> None:
        for theirs, address in self.script_files():
            _warn_taken(theirs, address)

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        if template_name == "404.html":
            context["sociale_kaart"] = self.frame.not_found(
                context["base_url"], context["nav"].items, config.site_name
            )
        return context


def _forge(config: MkDocsConfig, initiatives: Path) -> Forge | None:
    file = Path(config.config_file_path)
    return forge_of(
        config.repo_url, read_settings(file).edit_uri, folder_in_repository(initiatives, file.parent)
    )


def _text(html: str) -> str:
    return f'<div class="md-typeset tekst">{tables_in_boxes(html)}</div>'


def _ours(
    config: MkDocsConfig, files: Files, pages: Iterable[str], renderer: Renderer, folder: Path
) -> list[File]:
    """The files that we make or bring. A page for which the owner wrote a text in `docs` is theirs already."""
    ours = [_page_file(config, uri) for uri in pages if files.get_file_from_path(uri) is None]
    if files.get_file_from_path("formaat/index.md") is None:
        ours.append(
            File.generated(config, "formaat/index.md", content=reference_page(renderer.kaart.begrippen))
        )
    ours += [
        # As bytes: one € makes a text twice as large, and these are kept until the end.
        File.generated(config, uri, content=text.encode())
        for uri, text in (*public_files(renderer), *asset_files())
    ]
    copied = copied_files(renderer.kaart, folder)
    ours += [File.generated(config, uri, abs_src_path=str(path)) for uri, path in copied]
    return ours


def _add(ours: list[File], files: Files) -> None:
    """Adds our files; one that has the address of a file of the site's owner gives way, and that is told."""
    taken = {file.dest_uri: file.src_uri for file in files}
    for file in ours:
        if file.dest_uri in taken:
            _warn_taken(taken[file.dest_uri], file.url)
        else:
            files.append(file)


def _warn_taken(theirs: str, address: str) -> None:
    log.warning(
        "`%s` in uw docs-map krijgt het adres `%s`, dat ook van de sociale kaart is. Uw bestand gaat voor. Geef het een andere naam als u dat niet wilt.",
        theirs, address,
    )  # fmt: skip


def _write(made: Iterable[tuple[str, str]], site: str, taken: Mapping[str, str]) -> list[tuple[str, str]]:
    """Writes files into the site. Returns those that gave way: the owner's file and the address."""
    gave_way = []
    for uri, text in made:
        if uri in taken:
            gave_way.append((taken[uri], uri))
        else:
            write_file(text.encode(), str(Path(site, uri)))
    return gave_way


def _page_file(config: MkDocsConfig, uri: str) -> File:
    file = File.generated(config, uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    file.edit_uri = None
    return file
