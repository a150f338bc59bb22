"""The program `sociale-kaart`: its commands, and a sentence for whatever is wrong with the call or the disk.

Exit status: 0 when all is well, 1 when something is wrong with the data, 2 when the call is wrong.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

import click

from . import reporting
from .commands import COMMANDS
from .dutch_click import Group, dutch
from .nieuw import NameRefused
from .settings import PLUGIN

_OS_ERRORS = {
    errno.ENOSPC: "de schijf is vol",
    errno.EACCES: "u hebt daar geen rechten voor",
    errno.EPERM: "u hebt daar geen rechten voor",
    errno.EROFS: "daar kan niets geschreven worden",
    errno.ENOENT: "dit bestand of deze map bestaat niet",
    errno.EISDIR: "dit is een map, geen bestand",
    errno.ENOTDIR: "dit is geen map",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.EFBIG: "het bestand is te groot",
    errno.EEXIST: "dit bestand of deze map is er al",
}


@click.group(cls=Group, invoke_without_command=True, subcommand_metavar="OPDRACHT …", options_metavar="[OPTIES]",
             help="Maakt en controleert een sociale kaart: één bestand per initiatief.")  # fmt: skip
@click.pass_context
def cli(ctx: click.Context) -> int:
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
        return 2
    return 0


for command in COMMANDS:
    cli.add_command(command)


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
