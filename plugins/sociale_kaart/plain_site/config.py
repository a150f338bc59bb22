"""mkdocs.yml for a site without our plugin, from the one that has it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from ..settings import SettingsError

OVERRIDES = "overrides"
# What goes over as it is written. The rest is about this checkout, or about plugins.
KEPT = (
    "site_description", "site_author", "site_url", "copyright", "nav", "exclude_docs",
    "extra", "extra_css", "extra_javascript", "validation",
)  # fmt: skip
REPLACED = frozenset({"site_name", "plugins", "theme", "docs_dir", "site_dir", "use_directory_urls", "repo_url", "repo_name", "edit_uri", "watch", "markdown_extensions"})  # fmt: skip


class _Tagged:
    """A value with a tag of MkDocs' own (`!ENV`, `!!python/name:…`): written again as it stood there."""

    def __init__(self, node: yaml.Node) -> None:
        self.node = node


class _Loader(yaml.SafeLoader):
    pass


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


_Loader.add_multi_constructor("", lambda loader, suffix, node: _Tagged(node))
_Dumper.add_representer(_Tagged, lambda dumper, value: value.node)


def read_config(config_file: Path) -> dict[str, Any]:
    """All that mkdocs.yml says; nothing where it is not there."""
    try:
        config = yaml.load(config_file.read_text(encoding="utf-8-sig"), Loader=_Loader)
    except FileNotFoundError:
        return {}
    # PyYAML's own constructors stumble over odd values with all of these.
    except (yaml.YAMLError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise SettingsError(f"`{config_file}` is niet te lezen als YAML.") from error
    return config if isinstance(config, dict) else {}


def text_of(config: Mapping[str, Any], key: str, default: str = "") -> str:
    """A setting that is one text; what is something else, MkDocs refuses by itself."""
    value = config.get(key)
    return value if isinstance(value, str) else default


def custom_dir(config: Mapping[str, Any]) -> str:
    """The owner's own folder of templates, or ""."""
    theme = config.get("theme")
    return text_of(theme, "custom_dir") if isinstance(theme, dict) else ""


def left_out(config: Mapping[str, Any]) -> list[str]:
    """What the site without our plugin does not have: plugins of others, hooks and the like."""
    names = [str(key) for key in config if key not in KEPT and key not in REPLACED]
    plugins = config.get("plugins")
    entries = plugins if isinstance(plugins, (list, dict)) else ()
    found = (next(iter(entry), "") if isinstance(entry, dict) else entry for entry in entries)
    return [*names, *(f"plugin {name}" for name in found if name != "sociale-kaart")]


def mkdocs_yml(
    config: Mapping[str, Any], site_name: str, needs: Mapping[str, Any], ours: Iterable[str]
) -> str:
    """`needs`: what a page that is not ours fetches. `ours`: folders of docs that are in no menu of themselves."""
    theme = config.get("theme")
    look = theme if isinstance(theme, dict) else {"name": "material", "language": "nl", "font": False}
    kept = {key: config[key] for key in KEPT if config.get(key) is not None}
    extra = kept.get("extra")
    settings = {
        "site_name": config.get("site_name", site_name),
        **kept,
        "markdown_extensions": _extensions(config.get("markdown_extensions")),
        "theme": {**look, "custom_dir": OVERRIDES},
        "plugins": [],
        "extra": {**(extra if isinstance(extra, dict) else {}), "sociale_kaart": dict(needs)},
        "not_in_nav": "".join(f"/{folder}/\n" for folder in ours),
    }
    return yaml.dump(settings, Dumper=_Dumper, allow_unicode=True, sort_keys=False)


def _extensions(written: object) -> object:
    """With what lets Markdown stand within our HTML."""
    if isinstance(written, dict):
        return {"md_in_html": None, **written}
    return (
        ["md_in_html", *(one for one in written if one != "md_in_html")]
        if isinstance(written, list)
        else ["md_in_html"]
    )
