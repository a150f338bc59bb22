"""`import`: a list from a spreadsheet to one file for each initiative."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from .. import reporting
from ..dutch_click import Command, Wrong, meant
from ..importing.files import write
from ..importing.headings import plain
from ..importing.kernen import Kernen
from ..importing.keys import all_keys, key_named
from ..importing.plan import SheetPlan, all_made, make_plan
from ..importing.reading import read_list
from ..importing.report import column_lines, row_lines, summary
from ..importing.sheets import ListRefused, Sheet
from ..importing.tables import SEARCHED_ROWS, make_table
from ..loading import Loaded, shown
from ..settings import PLUGIN
from .starting import config_file_option, day, load_all, site_settings


@click.command("import", cls=Command, short_help="Maakt bestanden van een lijst (CSV of Excel).", help="""
    Maakt van een LIJST (.csv of .xlsx) één bestand per initiatief, in de map van de kern.

    Laat eerst zien hoe de kolommen gelezen worden. Een bestand dat er al is, verandert niet. Wat geen plek
    heeft, komt als opmerking in het bestand. Rijen zonder naam of kern komen in een restlijst naast de lijst.
    """)  # fmt: skip
@click.argument("path", metavar="LIJST", type=click.Path(path_type=Path))
@click.option(
    "--kolom", "columns", multiple=True, metavar='"KOP=SLEUTEL"',
    help="Wat een kolom is, bijvoorbeeld `Tel.=contact.telefoon`. `=opmerking` en `=overslaan` kan ook. Mag vaker.",
)  # fmt: skip
@click.option("--kern", metavar="KERN", help="Voor rijen waar geen kern of plaats bij staat.")
@click.option(
    "--output", type=click.Path(path_type=Path), metavar="MAP", help="Een andere map om in te schrijven."
)
@click.option("--dry-run", is_flag=True, help="Laat alleen zien wat er zou gebeuren.")
@click.option("--ja", "sure", is_flag=True, help="Vraagt niet of het klopt.")
@config_file_option
def import_(
    path: Path, columns: tuple[str, ...], kern: str | None, output: Path | None, dry_run: bool, sure: bool,
    config_file: Path | None,
) -> int:  # fmt: skip
    loaded = load_all(site_settings(config_file))
    if not loaded.kernen:
        raise Wrong("Er zijn nog geen kernen. Maak eerst voor elke kern een map met een kern.yml.")
    folder = output or loaded.folder
    plans = _plans(path, columns, kern, loaded, folder)
    for line in (*column_lines(plans), *row_lines(plans, loaded)):
        click.echo(line)
    click.echo(summary(plans))
    rest = (output or path.parent) / f"{path.stem}-rest.csv"
    if dry_run or not (sure or _agreed()):
        click.echo("Er is niets geschreven.")
        return int(any(plan.refused or not plan.table for plan in plans))
    with _refusals(path):
        left = write(plans, folder, rest)
    _tell_what_next(plans, folder, left, loaded)
    return 1 if left else 0


@contextmanager
def _refusals(path: Path) -> Iterator[None]:
    try:
        yield
    except ListRefused as error:
        raise Wrong(f"`{reporting.plain(shown(path))}`: {error}") from error


def _plans(
    path: Path, columns: tuple[str, ...], kern: str | None, loaded: Loaded, folder: Path
) -> list[SheetPlan]:
    with _refusals(path):
        sheets = read_list(path)
    own = _own_columns(columns, sheets, loaded)
    return make_plan(sheets, own, loaded, folder, _kern(kern, loaded), day())


def _own_columns(columns: tuple[str, ...], sheets: list[Sheet], loaded: Loaded) -> dict[str, str]:
    """Heading → key, as somebody said on the command line."""
    tables = [make_table(sheet, {}, loaded.begrippen) for sheet in sheets]
    headings = [plain(column.heading) for table in tables if table for column in table.columns]
    cells = {plain(cell) for sheet in sheets for row in sheet.rows[:SEARCHED_ROWS] for cell in row.cells}
    own = {}
    for column in columns:
        heading, sign, name = column.rpartition("=")
        if not sign:
            raise Wrong(
                f"Bij `--kolom` hoort een kop en een sleutel: `Tel.=contact.telefoon`, niet `{reporting.plain(column)}`."
            )
        key = key_named(name, loaded.begrippen)
        if key is None:
            raise Wrong(f"De sleutel `{reporting.plain(name)}` bestaat niet. {meant(name, all_keys())}")
        if plain(heading) not in cells.union(headings):
            close = meant(plain(heading), list(dict.fromkeys(headings))[:30])
            raise Wrong(
                f"De kop `{reporting.plain(heading)}` staat niet in de lijst. {reporting.plain(close)}"
            )
        own[plain(heading)] = key
    return own


def _kern(kern: str | None, loaded: Loaded) -> str:
    if kern is None:
        return ""
    found = Kernen(loaded).read(kern)
    if not found.certain or len(found.ids) != 1:
        raise Wrong(f"De kern `{reporting.plain(kern)}` bestaat niet. {meant(kern, list(loaded.kernen))}")
    return found.ids[0]


def _agreed() -> bool:
    """Asks whoever sits at a terminal; a script has said so by running this."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout.isatty()):
        return True
    return bool(
        click.prompt("Klopt dit? Typ ja om de bestanden te maken", default="nee").strip().casefold()
        in ("ja", "j")
    )


def _tell_what_next(plans: list[SheetPlan], folder: Path, left: Path | None, loaded: Loaded) -> None:
    made = len(list(all_made(plans)))
    where = reporting.plain(shown(folder.absolute()))
    click.echo(f"Gemaakt: {made} {'bestand' if made == 1 else 'bestanden'} in `{where}`.")
    if left:
        click.echo(
            f"Wat niet overgenomen is, staat in `{reporting.plain(shown(left.absolute()))}`. Verbeter het daar en lees die lijst in."
        )
    if made:
        click.echo(
            "De bestanden zijn openbaar, ook de regels met een #. Haal weg wat niet iedereen mag weten."
        )
    if made and folder == loaded.folder:
        click.echo("Kijk daarna of alles klopt:")
        click.echo(f"    {PLUGIN} check")
