"""The commands. Each one is a few lines: it reads the settings, calls plain functions, prints the answer.

Exit status: 0 when all is well, 1 when something is wrong with the data, 2 when the call is wrong.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import click

from . import reporting
from .checks import check_all
from .dutch_click import Command, Group, Wrong, dutch, one_of
from .format.schema import KINDS, schema_text
from .geocoding.lock import read_lock
from .geocoding.places import lock_path, lock_problems
from .kaart import today
from .loading import Loaded, load, shown
from .nieuw import NameRefused, write_first_file
from .settings import PLUGIN, Settings, SettingsError, read_settings
from .writing import write_over

_OS_ERRORS = {
    errno.ENOSPC: "de schijf is vol",
    errno.EACCES: "u hebt daar geen rechten voor",
    errno.EPERM: "u hebt daar geen rechten voor",
    errno.EROFS: "daar kan niets geschreven worden",
    errno.ENOENT: "dit bestand of deze map bestaat niet",
    errno.EISDIR: "dit is een map, geen bestand",
    errno.ENOTDIR: "dit is geen map",
    errno.ENAMETOOLONG: "de naam is te lang",
}
_config_file = click.option(
    "--config-file",
    type=click.Path(path_type=Path),
    metavar="BESTAND",
    help="Een ander mkdocs.yml dan dat in deze map.",
)


@click.group(cls=Group, invoke_without_command=True, subcommand_metavar="OPDRACHT …", options_metavar="[OPTIES]",
             help="Maakt en controleert een sociale kaart: één bestand per initiatief.")  # fmt: skip
@click.pass_context
def cli(ctx: click.Context) -> int:
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
        return 2
    return 0


@cli.command(cls=Command, short_help="Leest alles en vertelt wat er niet klopt.", help="""
    Leest alle bestanden en vertelt wat er niet klopt, en wat u dan kunt schrijven.

    Noemt u een BESTAND of map, dan gaat het verslag alleen daarover. De rest wordt wel gelezen.
    """)  # fmt: skip
@click.argument("paths", nargs=-1, metavar="[BESTAND]…", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Eén JSON-object per regel, voor een programma.")
@click.option("--strict", is_flag=True, help="Ook een waarschuwing (let op) telt als fout.")
@click.option(
    "--annotations",
    callback=one_of("github"),
    metavar="github",
    help="Toont het verslag bij de regels op GitHub.",
)
@_config_file
def check(
    paths: tuple[Path, ...], as_json: bool, strict: bool, annotations: str | None, config_file: Path | None
) -> int:
    if as_json and annotations:
        raise Wrong("`--json` en `--annotations` gaan niet samen. Kies er één.")
    loaded = _load(_settings(config_file))
    _refuse_strange(paths, loaded.folder)
    lock = read_lock(lock_path(loaded.folder))
    problems = [*loaded.problems, *check_all(loaded, _today()), *lock_problems(loaded, lock)]
    if paths:
        problems = reporting.only(problems, paths)
    lines = (
        reporting.json_lines if as_json else reporting.github_lines if annotations else reporting.text_lines
    )
    for line in lines(problems):
        click.echo(line)
    # A program reads the problems: the last line is for whoever started it.
    click.echo(reporting.summary(loaded.files, problems, partly=bool(paths)), err=as_json)
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


@cli.command(cls=Command, short_help="Maakt een eerste bestand voor een initiatief.", help="""
    Maakt een eerste bestand voor een initiatief, in de map van de KERN.

    Daarin staat wat u moet invullen, en als opmerking wat u nog meer kunt vertellen.
    """)  # fmt: skip
@click.argument("kern")
@click.argument("naam", nargs=-1, required=True, metavar="NAAM")
@_config_file
def nieuw(kern: str, naam: tuple[str, ...], config_file: Path | None) -> int:
    loaded = _load(_settings(config_file))
    path = shown(write_first_file(loaded, kern, " ".join(naam)))
    click.echo(f"Gemaakt: {path}")
    click.echo("Vul achter de dubbele punten in wat er nog niet staat. Kijk daarna of alles klopt:")
    click.echo(f"    {PLUGIN} check {path}")
    return 0


@cli.command(cls=Command, short_help="Zoekt op waar de adressen op de kaart liggen.", help="""
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
@_config_file
def geocode(config_file: Path | None, as_json: bool, **options: Any) -> int:
    # Only this command needs geopy, which takes long to import.
    from .geocoding.command import GeocodeRefused, Options, look_up
    from .geocoding.report import Report

    settings = _settings(config_file)
    loaded = _load(settings)
    report = Report(loaded, click.echo, sys.stderr, as_json=as_json)
    try:
        return look_up(loaded, settings.geocoder_url, Options(**options), _today(), report)
    except GeocodeRefused as error:
        raise Wrong(str(error)) from error


@cli.command(cls=Command, short_help="Beschrijft het formaat, voor tekstprogramma's.", help="""
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
@_config_file
def schema(output: Path | None, van: str, config_file: Path | None) -> int:
    loaded = load(_settings(config_file).initiatives)
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


def _settings(config_file: Path | None) -> Settings:
    if config_file is not None and not config_file.is_file():
        raise Wrong(f"`{reporting.plain(str(config_file))}` bestaat niet.")
    path = config_file or Path("mkdocs.yml")
    try:
        settings = read_settings(path)
    except SettingsError as error:
        raise Wrong(reporting.plain(str(error))) from error
    return settings


def _load(settings: Settings) -> Loaded:
    if not settings.initiatives.is_dir():
        name = reporting.plain(shown(settings.initiatives.absolute()))
        raise Wrong(
            f"De map `{name}` bestaat niet. Ga naar de map van de site, of kijk bij `initiatives:` in mkdocs.yml."
        )
    return load(settings.initiatives)


def _today() -> date:
    try:
        return today()
    except (ValueError, OverflowError, OSError) as error:
        name = "SOCIALE_KAART_VANDAAG" if os.environ.get("SOCIALE_KAART_VANDAAG") else "SOURCE_DATE_EPOCH"
        example = "2026-11-22" if name == "SOCIALE_KAART_VANDAAG" else "1795305600"
        raise Wrong(
            f"In de omgevingsvariabele {name} staat geen dag. Schrijf bijvoorbeeld {example}."
        ) from error


def main(args: Sequence[str] | None = None) -> int:
    """Runs one command. Whatever is wrong with the call or with the disk is a sentence and exit status 2."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that does not know all characters
    try:
        with cli.make_context(PLUGIN, list(sys.argv[1:] if args is None else args)) as ctx:
            status: int = cli.invoke(ctx)
        if sys.stdout:  # None where a shell closed it
            sys.stdout.flush()
        return status
    except click.exceptions.Exit as done:
        return done.exit_code
    except (click.ClickException, NameRefused) as error:
        return _refuse(dutch(error) if isinstance(error, click.ClickException) else str(error))
    except (KeyboardInterrupt, click.Abort):
        return _refuse("Afgebroken.")
    except OSError as error:
        _let_go_of_output()
        return _refuse(_about_disk(error))


def _refuse(sentence: str) -> int:
    with suppress(OSError):  # nobody listens any more
        click.echo(reporting.plain(sentence), err=True)
    return 2


def _about_disk(error: OSError) -> str:
    if error.errno == errno.EPIPE:
        return "De uitvoer is afgebroken: niet alles is geschreven."
    where = f" bij `{error.filename}`" if error.filename else ""
    return f"Dit lukte niet{where}: {_OS_ERRORS.get(error.errno or 0, error.strerror or 'onbekende fout')}."


def _let_go_of_output() -> None:
    """What could not be written is not tried once more when Python ends."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
