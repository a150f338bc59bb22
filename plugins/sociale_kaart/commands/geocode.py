"""`geocode`: looks up where addresses are. The only command that uses the network."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from ..dutch_click import Command, Wrong
from .starting import config_file_option, day, load_all, site_settings


@click.command(cls=Command, short_help="Zoekt op waar de adressen op de kaart liggen.", help="""
    Zoekt van elk nieuw adres op waar het ligt, en bewaart dat in locaties.lock.json.

    Alleen wat precies klopt wordt bewaard. Over de rest staat in het verslag wat er niet klopt.
    """)  # fmt: skip
@click.option(
    "--provider", default="pdok", metavar="pdok|nominatim", help="Welke dienst: PDOK of OpenStreetMap."
)
@click.option(
    "--accept",
    multiple=True,
    metavar="ID",
    help="Bewaart wat de dienst bij dit initiatief vond, al is het niet zeker. Mag vaker.",
)
@click.option("--prune", is_flag=True, help="Haalt weg wat geen enkel bestand meer gebruikt.")
@click.option("--refresh", is_flag=True, help="Zoekt ook op wat al bekend is.")
@click.option("--dry-run", is_flag=True, help="Zoekt op en vertelt, maar schrijft niets.")
@click.option("--json", "as_json", is_flag=True, help="Eén JSON-object per regel, voor een programma.")
@click.option(
    "--tempo",
    type=float,
    metavar="GETAL",
    help="Vragen per seconde, 0 is zonder grens. Alleen hoger met een eigen dienst.",
)
@config_file_option
def geocode(config_file: Path | None, as_json: bool, **options: Any) -> int:
    # Only this command needs geopy, which takes long to import.
    from ..geocoding.command import GeocodeRefused, Options, look_up
    from ..geocoding.report import Report

    settings = site_settings(config_file)
    loaded = load_all(settings)
    report = Report(loaded, click.echo, sys.stderr, as_json=as_json)
    try:
        return look_up(loaded, settings.geocoder_url, Options(**options), day(), report)
    except GeocodeRefused as error:
        raise Wrong(str(error)) from error
