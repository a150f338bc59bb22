"""What mkdocs.yml says for this program, read without MkDocs: the commands start light."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast, get_args

import yaml
from yaml_env_tag import construct_env_tag

PLUGIN = "sociale-kaart"
Tiles = Literal["direct", "click", "none"]


class SettingsError(ValueError):
    """mkdocs.yml cannot be used as it is; the text is one Dutch sentence."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one site. `geocoder_url` is empty when the provider's own address holds.

    `site_url` and `edit_uri` are MkDocs' own, as written: MkDocs gives an `edit_uri` that nobody wrote a branch.
    """

    initiatives: Path
    tiles: Tiles = "direct"
    examples: bool = True
    geocoder_url: str = ""
    site_url: str = ""
    edit_uri: str = ""


class _Loader(yaml.SafeLoader):
    """Knows MkDocs' `!ENV`; any other tag (`!!python/name:…`) is somebody else's setting and gives None."""


_Loader.add_constructor("!ENV", construct_env_tag)
_Loader.add_multi_constructor("", lambda loader, suffix, node: None)


def read_settings(config_file: Path) -> Settings:
    """The settings in `config_file`; where that file is not there, the defaults, seen from its folder."""
    config = _read(config_file) if config_file.exists() else {}
    written = _plugin_block(config, config_file)
    initiatives = _text(written, "initiatives", "initiatives", config_file)
    tiles = _text(written, "tiles", "direct", config_file)
    if tiles not in get_args(Tiles):
        raise _wrong(config_file, "tiles", "Kies uit direct, click en none.")
    examples = written.get("examples", True)
    if not isinstance(examples, bool):
        raise _wrong(config_file, "examples", "Schrijf true of false.")
    return Settings(
        initiatives=config_file.parent / initiatives,
        tiles=cast(Tiles, tiles),
        examples=examples,
        geocoder_url=_text(written, "geocoder_url", "", config_file),
        site_url=_own(config, "site_url"),
        edit_uri=_own(config, "edit_uri"),
    )


def _read(config_file: Path) -> Any:
    try:
        return yaml.load(config_file.read_text(encoding="utf-8-sig"), Loader=_Loader)
    # PyYAML's own constructors stumble over odd values (`!!int ""`, 2026-13-45) with all of these.
    except (yaml.YAMLError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f", vanaf regel {mark.line + 1}" if mark else ""
        raise SettingsError(f"`{config_file}` is niet te lezen als YAML{where}.") from error


def _plugin_block(config: Any, config_file: Path) -> Mapping[str, Any]:
    """What stands under the plugin's name: `plugins` is a list of names and of mappings, or one mapping."""
    plugins = config.get("plugins") if isinstance(config, dict) else None
    for entry in plugins if isinstance(plugins, list) else [plugins]:
        if isinstance(entry, dict) and PLUGIN in entry:
            block = entry[PLUGIN]
            if block is not None and not isinstance(block, dict):
                raise _wrong(config_file, PLUGIN, "Zet elke instelling op een eigen regel, ingesprongen.")
            return block or {}
    return {}


def _own(config: Any, key: str) -> str:
    """A setting of MkDocs itself, which tells what is wrong with it; here a wrong one is none."""
    value = config.get(key) if isinstance(config, dict) else None
    return value if isinstance(value, str) else ""


def _text(written: Mapping[str, Any], key: str, default: str, config_file: Path) -> str:
    value = written.get(key, default)
    if not isinstance(value, str) or "\0" in value:
        raise _wrong(config_file, key, "Schrijf daar één tekst.")
    return value


def _wrong(config_file: Path, key: str, remedy: str) -> SettingsError:
    return SettingsError(f"In `{config_file}` klopt de instelling `{key}` niet. {remedy}")
