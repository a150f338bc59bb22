"""What our pages take from the theme, and what they leave."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from sites import Site, make_site


def test_only_texts_wait_for_the_stylesheet_of_the_theme(rheden: Site) -> None:
    theme = "stylesheets/main."
    assert theme in rheden.texts["over/index.html"]
    assert all(
        theme not in rheden.texts[f"{name}/index.html"] for name in ("velp", "zoeken", "dieren/de-spil")
    )


def test_who_chooses_an_icon_keeps_it(tmp_path: Path) -> None:
    theme = {"name": "material", "language": "nl", "font": False}
    ours = make_site(tmp_path / "ours", theme=theme)
    own = make_site(
        tmp_path / "own",
        docs={"index.md": "", "eigen.svg": "<svg/>"},
        theme={**theme, "favicon": "eigen.svg"},
    )

    icon = re.compile(r'<link rel="icon" href="([^"]+)"')
    [name] = icon.findall(ours.texts["index.html"])
    assert (ours.folder / name).is_file()
    assert "sociale-kaart" in name
    assert icon.findall(own.texts["velp/index.html"]) == ["../eigen.svg"]


@pytest.mark.parametrize("name", ["", "velp/", "zoeken/", "meedoen/", "verwijzen/", "over/"])
def test_what_scripts_need_is_asked_for_at_once_and_once(
    visit: Callable[..., tuple[BrowserContext, str]], rheden: Site, name: str
) -> None:
    context, address = visit(rheden)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + name, wait_until="networkidle")
    named = page.evaluate(
        "() => [...document.querySelectorAll('script[src], link[rel=modulepreload], link[rel=preload]')].map((one) => one.src || one.href)"
    )
    assert sorted(url for url in asked if re.search(r"\.js(on)?$", url)) == sorted(named)
