"""`schema`: the format as JSON Schema."""

from __future__ import annotations

from pathlib import Path

import click

from .. import reporting
from ..dutch_click import Command, one_of
from ..format.editor_schema import schema_text
from ..format.schema import KINDS
from ..loading import load
from ..writing import write_over
from .starting import config_file_option, site_settings


@click.command(cls=Command, short_help="Beschrijft het formaat, voor tekstprogramma's.", help="""
    Beschrijft het formaat als JSON Schema (draft 7), met de woorden van uw gemeente.

    Een tekstprogramma als VS Code helpt daarmee bij het invullen.
    """)  # fmt: skip
@click.option(
    "--output", type=click.Path(path_type=Path), metavar="BESTAND", help="Schrijft naar dit bestand."
)
@click.option(
    "--van",
    callback=one_of(*KINDS),
    default="initiatief",
    metavar="|".join(KINDS),
    help="Van welk soort bestand.",
)
@config_file_option
def schema(output: Path | None, van: str, config_file: Path | None) -> int:
    loaded = load(site_settings(config_file).initiatives)
    wrong = [
        one for one in loaded.problems if one.level == "error" and Path(one.path).name == "begrippen.yml"
    ]
    if wrong:
        click.echo("\n".join(reporting.text_lines(wrong)), err=True)
        return 1
    text = schema_text(van, loaded.begrippen)
    if output is None:
        click.echo(text, nl=False)
    else:
        write_over(output, text)
    return 0
