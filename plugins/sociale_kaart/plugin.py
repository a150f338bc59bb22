"""The MkDocs plugin: each event hands on to plain functions."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from .checks import check_all
from .exports import geojson, json
from .format.reference import reference_markdown
from .frame import Frame, asset_files
from .kaart import make_kaart, today
from .loading import load
from .pages.rendering import Look, Renderer
from .pages.site import Page, pages

log = get_plugin_logger(__name__)
HERE = Path(__file__).parent


class SocialeKaartConfig(Config):
    initiatives = c.Dir(default="initiatives")
    examples = c.Type(bool, default=True)
    tiles = c.Choice(("direct", "click", "none"), default="direct")
    geocoder_url = c.Type(str, default="")


class SocialeKaartPlugin(BasePlugin[SocialeKaartConfig]):
    """A fresh one for every build, so nothing of the last build lingers."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        config.watch.append(self.config.initiatives)
        # After the user's own overrides, before the theme's templates.
        at = 1 if config.theme.custom_dir else 0
        config.theme.dirs.insert(at, str(HERE / "pages" / "thema"))
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        vandaag = today()
        loaded = load(Path(self.config.initiatives))
        problems = [*loaded.problems, *check_all(loaded, vandaag)]
        for problem in problems:
            if problem.level != "hint":
                log.warning("%s", problem)
        kaart = make_kaart(loaded, problems, vandaag, examples=self.config.examples)
        self.renderer = Renderer(kaart, Look(self.config.tiles, config.use_directory_urls))
        self.frame = Frame(self.renderer)
        self.pages = {f"{page.path}/index.md".lstrip("/"): page for page in pages(kaart)}
        for uri, page in self.pages.items():
            if files.get_file_from_path(uri) is None:
                files.append(_generated(config, uri))
        if files.get_file_from_path("formaat.md") is None:
            files.append(File.generated(config, "formaat.md", content=reference_markdown(kaart.begrippen)))
        for export in (json, geojson):
            files.append(File.generated(config, export.PATH, content=export.export(kaart)))
        for uri, path in asset_files(kaart, loaded.folder):
            files.append(File.generated(config, uri, abs_src_path=str(path)))
        return files

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, **_: Any) -> str:
        ours = self.pages.get(page.file.src_uri)
        if ours:
            page.title = ours.title
            page.meta.update(description=ours.description, indexed=ours.indexed)
        return markdown

    def on_page_content(self, html: str, *, page: MkDocsPage, **_: Any) -> str:
        ours = self.pages.get(page.file.src_uri)
        if ours is None:
            return html
        page.toc.items.clear()
        return self.renderer.render(ours) + (f'<div class="md-typeset smal">{html}</div>' if html else "")

    def on_page_context(
        self, context: Any, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> Any:
        context["sociale_kaart"] = self.frame.context(
            self.pages.get(page.file.src_uri), page.url, nav.items, config.site_name
        )
        return context

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        if template_name == "404.html":
            context["sociale_kaart"] = self.frame.not_found(
                context["base_url"], context["nav"].items, config.site_name
            )
        return context


def _generated(config: MkDocsConfig, uri: str) -> File:
    file = File.generated(config, uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    file.edit_uri = None
    return file
