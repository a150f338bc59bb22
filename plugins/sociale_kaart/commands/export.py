"""`export`: the open data as files, without building the site."""

from __future__ import annotations

import re
from pathlib import Path

import click

from .. import reporting
from ..dutch_click import Command, Wrong, meant
from ..loading import shown
from ..opening import open_all
from ..writing import write_over
from .starting import complete, config_file_option, day, load_all, site_settings


@click.command(cls=Command, short_help="Schrijft de kaart als open data.", help="""
    Schrijft wat op de kaart staat als bestanden voor andere programma's, in de map bij `--output`. FORMAAT is:

    \b
    json     alles wat bekend is: initiatieven.json
    geojson  wat een plek op de kaart heeft: initiatieven.geojson
    csv      voor Excel: initiatieven.csv en overzicht.csv
    ics      agenda's, in de map agenda

    De map wordt gemaakt als die er niet is. Bestanden met deze namen worden vervangen. Wat er verder in de map
    staat, blijft zoals het is: ook een agenda van een initiatief dat er niet meer is.

    De opdracht eindigt met 1 als er bestanden zijn met een fout: die staan er dan niet bij.
    """)  # fmt: skip
@click.argument("formaat", metavar="FORMAAT", type=str)
@click.option("--output", type=click.Path(path_type=Path), metavar="MAP", help="De map. Die moet u noemen.")
@config_file_option
def export(formaat: str, output: Path | None, config_file: Path | None) -> int:
    from ..agenda import Agenda
    from ..exports import FORMATS, Source

    if formaat not in FORMATS:
        raise Wrong(f"`{reporting.plain(formaat)}` is geen formaat. {meant(formaat, tuple(FORMATS))}")
    if output is None:
        raise Wrong("Noem de map: `--output MAP`.")
    if output.exists() and not output.is_dir():
        raise Wrong(f"`{reporting.plain(str(output))}` is geen map.")
    settings = site_settings(config_file)
    opened = open_all(load_all(settings), day())
    kaart = opened.kaart(examples=settings.examples)
    root = f"{settings.site_url.rstrip('/')}/" if re.fullmatch(r"https?://\S+", settings.site_url) else ""
    # All of it before anything is written: what cannot be made leaves no half a folder.
    files = list(FORMATS[formaat](Source(Agenda(kaart), lambda id: f"{root}{id}/" if root else "")))
    for address, text in files:
        path = output / address.removeprefix("data/")
        path.parent.mkdir(parents=True, exist_ok=True)
        write_over(path, text)
    count = "1 bestand" if len(files) == 1 else f"{len(files)} bestanden"
    click.echo(f"Geschreven: {count} in `{reporting.plain(shown(output.absolute()))}`.")
    return complete(opened)
