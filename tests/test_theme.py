"""What our pages take from the theme, and what they leave."""

from __future__ import annotations

import re
from pathlib import Path

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
