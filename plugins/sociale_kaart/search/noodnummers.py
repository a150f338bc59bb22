"""The national numbers for who is in danger, and what somebody then says (begrippen/noodnummers.yml)."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from typing import Any

import yaml


@lru_cache(maxsize=1)
def noodnummers() -> list[dict[str, Any]]:
    text = (resources.files("sociale_kaart.format") / "begrippen" / "noodnummers.yml").read_text(
        encoding="utf-8"
    )
    rows: list[dict[str, Any]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return rows
