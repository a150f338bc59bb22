"""`nieuw`: a first file for an initiative."""

from __future__ import annotations

from pathlib import Path

import click

from ..dutch_click import Command
from ..loading import shown
from ..nieuw import write_first_file
from ..settings import PLUGIN
from .starting import config_file_option, load_all, site_settings


@click.command(cls=Command, short_help="Maakt een eerste bestand voor een initiatief.", help="""
    Maakt een eerste bestand voor een initiatief, in de map van de KERN.

    Daarin staat wat u moet invullen, en als opmerking wat u nog meer kunt vertellen.
    """)  # fmt: skip
@click.argument("kern")
@click.argument("naam", nargs=-1, required=True, metavar="NAAM")
@config_file_option
def nieuw(kern: str, naam: tuple[str, ...], config_file: Path | None) -> int:
    loaded = load_all(site_settings(config_file))
    path = shown(write_first_file(loaded, kern, " ".join(naam)))
    click.echo(f"Gemaakt: {path}")
    click.echo("Vul achter de dubbele punten in wat er nog niet staat. Kijk daarna of alles klopt:")
    click.echo(f"    {PLUGIN} check {path}")
    return 0
