"""`pages`: the whole site as plain files for another generator."""

from __future__ import annotations

from pathlib import Path

import click

from .. import reporting
from ..dutch_click import Command, Wrong
from ..loading import shown
from ..opening import open_all
from .starting import complete, config_file_option, day, load_all, site_settings


@click.command(cls=Command, short_help="Schrijft de site als losse bestanden, voor een ander programma.", help="""
    Schrijft de hele site als losse bestanden in de map bij `--output`: elke pagina als Markdown met HTML erin, de
    gegevens, foto's, stijlen en scripts, uw eigen pagina's, en een mkdocs.yml die deze uitbreiding niet nodig heeft.

    Een ander programma kan daar de site van maken. Met MkDocs: `cd MAP`, en dan `mkdocs build`.

    De map is leeg of er nog niet, of is door deze opdracht gemaakt. Dan worden de bestanden vernieuwd en gaan oude
    weg. Wat u er zelf bij zette, blijft staan.

    De opdracht eindigt met 1 als er bestanden zijn met een fout: die staan er dan niet bij.
    """)  # fmt: skip
@click.option("--output", type=click.Path(path_type=Path), metavar="MAP", help="De map. Die moet u noemen.")
@config_file_option
def pages(output: Path | None, config_file: Path | None) -> int:
    # Renders pages: folium and the rest take long to import.
    from ..plain_site import plain_site
    from ..plain_site.config import left_out, read_config
    from ..plain_site.writing import FolderRefused, write_folder

    if output is None:
        raise Wrong("Noem de map: `--output MAP`.")
    settings = site_settings(config_file)
    opened = open_all(load_all(settings), day())
    file = config_file or Path("mkdocs.yml")
    site = plain_site(opened, settings, read_config(file), file.absolute().parent)
    name = reporting.plain(shown(output.absolute()))
    if output.resolve().is_relative_to(site.docs.resolve()):
        raise Wrong(f"`{name}` ligt in de map met uw eigen pagina's. Noem een map daarbuiten.")
    try:
        count = write_folder(output, site.files())
    except FolderRefused as error:
        raise Wrong(f"`{name}` {error}") from error
    click.echo(f"Geschreven: {count} bestanden in `{name}`.")
    if missing := left_out(site.config):
        click.echo(f"Niet overgenomen uit mkdocs.yml: {reporting.plain(', '.join(missing))}.")
    return complete(opened)
