"""`check`: reads everything and tells what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from .. import reporting
from ..dutch_click import Command, Wrong, one_of
from ..loading import shown
from ..opening import open_all
from .starting import config_file_option, day, load_all, site_settings

_LINES = {
    "text": reporting.text_lines,
    "json": reporting.json_lines,
    "github": reporting.github_lines,
    "gitlab": reporting.gitlab_lines,
}


@click.command(cls=Command, short_help="Leest alles en vertelt wat er niet klopt.", help="""
    Leest alle bestanden en vertelt wat er niet klopt, en wat u dan kunt schrijven.

    Noemt u een BESTAND of map, dan gaat het verslag alleen daarover. De rest wordt wel gelezen.
    """)  # fmt: skip
@click.argument("paths", nargs=-1, metavar="[BESTAND]…", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Eén JSON-object per regel, voor een programma.")
@click.option("--strict", is_flag=True, help="Ook een waarschuwing (let op) telt als fout.")
@click.option(
    "--annotations",
    callback=one_of("github", "gitlab"),
    metavar="github|gitlab",
    help="Het verslag zo dat GitHub of GitLab het bij de regels toont.",
)
@config_file_option
def check(
    paths: tuple[Path, ...], as_json: bool, strict: bool, annotations: str | None, config_file: Path | None
) -> int:
    if as_json and annotations:
        raise Wrong("`--json` en `--annotations` gaan niet samen. Kies er één.")
    loaded = load_all(site_settings(config_file))
    _refuse_strange(paths, loaded.folder)
    problems = open_all(loaded, day()).problems
    if paths:
        problems = reporting.only(problems, paths)
    form = "json" if as_json else annotations or "text"
    for line in _LINES[form](problems):
        click.echo(line)
    # A program reads the problems: the last line is for whoever started it.
    click.echo(reporting.summary(loaded.files, problems, partly=bool(paths)), err=form in ("json", "gitlab"))
    return reporting.exit_status(problems, strict=strict)


def _refuse_strange(paths: Sequence[Path], folder: Path) -> None:
    """A path about which "all is well" would be a lie is a wrong call."""
    real = folder.resolve()
    for path in paths:
        name = reporting.plain(str(path))
        if not path.exists():
            raise Wrong(f"`{name}` bestaat niet.")
        if not path.resolve().is_relative_to(real) and not real.is_relative_to(path.resolve()):
            raise Wrong(f"`{name}` staat niet in de map `{reporting.plain(shown(folder))}`.")
        if path.is_file() and path.suffix not in (".yml", ".yaml"):
            raise Wrong(f"`{name}` wordt niet gelezen: de naam van een initiatief eindigt op `.yml`.")
