"""What every command starts from: the settings, the files, the day."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import click

from .. import reporting
from ..dutch_click import Wrong
from ..kaart import today
from ..loading import Loaded, load, shown
from ..opening import Opened
from ..settings import PLUGIN, Settings, SettingsError, read_settings

config_file_option = click.option(
    "--config-file",
    type=click.Path(path_type=Path),
    metavar="BESTAND",
    help="Een ander mkdocs.yml dan dat in deze map.",
)


def site_settings(config_file: Path | None) -> Settings:
    """What mkdocs.yml says; a wrong call when it cannot be read."""
    if config_file is not None and not config_file.is_file():
        raise Wrong(f"`{reporting.plain(str(config_file))}` bestaat niet.")
    path = config_file or Path("mkdocs.yml")
    try:
        settings = read_settings(path)
    except SettingsError as error:
        raise Wrong(reporting.plain(str(error))) from error
    return settings


def load_all(settings: Settings) -> Loaded:
    """All files of the site; a wrong call when its folder is not there."""
    if not settings.initiatives.is_dir():
        name = reporting.plain(shown(settings.initiatives.absolute()))
        raise Wrong(
            f"De map `{name}` bestaat niet. Ga naar de map van de site, of kijk bij `initiatives:` in mkdocs.yml."
        )
    return load(settings.initiatives)


def day() -> date:
    """The day that counts as today; a wrong call when a variable names none."""
    try:
        return today()
    except (ValueError, OverflowError, OSError) as error:
        name = "SOCIALE_KAART_VANDAAG" if os.environ.get("SOCIALE_KAART_VANDAAG") else "SOURCE_DATE_EPOCH"
        example = "2026-11-22" if name == "SOCIALE_KAART_VANDAAG" else "1795305600"
        raise Wrong(
            f"In de omgevingsvariabele {name} staat geen dag. Schrijf bijvoorbeeld {example}."
        ) from error


def complete(opened: Opened) -> int:
    """The exit status of a command that works with what may be published: 1, and a line, when files are wrong."""
    wrong = len({one.path for one in opened.problems if one.level == "error"})
    if wrong:
        files = "1 bestand met een fout staat" if wrong == 1 else f"{wrong} bestanden met een fout staan"
        click.echo(f"{files} er niet bij. Kijk met `{PLUGIN} check` wat er niet klopt.", err=True)
    return int(bool(wrong))
