"""Click in Dutch: headings of the help, and a sentence for each way in which a call can be wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from .format.waarden import nearest

_HEADINGS = {"Options": "Opties", "Commands": "Opdrachten"}


class Wrong(click.UsageError):
    """A wrong call, told in Dutch already."""


class _Formatter(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or "Gebruik: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(_HEADINGS.get(heading, heading))


class _Context(click.Context):
    formatter_class = _Formatter


class Command(click.Command):
    """A command with Dutch help. Its callback gives the exit status."""

    context_class = _Context

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **{"options_metavar": "[OPTIES]"} | settings)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option:
            option.help = "Toont deze uitleg."
        return option

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx  # a sentence about it looks at the command
            raise


class Group(Command, click.Group):
    """The commands together; a command that does not exist gets the nearest that does."""

    command_class = Command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            known = self.list_commands(ctx)
            raise Wrong(f"De opdracht `{args[0]}` bestaat niet. {meant(args[0], known)}", ctx)
        return super().resolve_command(ctx, args)


def one_of(*words: str) -> Callable[[click.Context, click.Parameter, str | None], str | None]:
    """A callback for an option that takes one of a few words."""

    def read(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
        if value is not None and value not in words:
            raise Wrong(f"`{value}` kan niet bij `{param.opts[0]}`. {meant(value, words)}", ctx)
        return value

    return read


def meant(word: str, known: list[str] | tuple[str, ...]) -> str:
    """The nearest right word as a question, or all of them."""
    close = nearest(word, known)
    return f"Bedoelt u `{close}`?" if close else f"Kies uit: {', '.join(known)}."


def dutch(error: click.ClickException) -> str:
    """What is wrong with the call, in one or two Dutch sentences."""
    if isinstance(error, Wrong) or not isinstance(error, click.UsageError):
        return error.message
    if isinstance(error, click.NoSuchOption):
        options = [name for param in _params(error) for name in param.opts if name.startswith("--")]
        return (
            f"De optie `{error.option_name}` bestaat niet. {meant(error.option_name, [*options, '--help'])}"
        )
    if isinstance(error, click.MissingParameter) and error.param:
        return f"Er ontbreekt {error.param.human_readable_name.upper()}. {_usage(error)}"
    if isinstance(error, click.BadOptionUsage):
        flag = any(
            getattr(param, "is_flag", False) for param in _params(error) if error.option_name in param.opts
        )
        return f"Bij `{error.option_name}` hoort {'geen' if flag else 'een'} waarde."
    if isinstance(error, click.BadParameter) and error.param:
        return f"De waarde bij `{error.param.opts[0]}` kan hier niet."
    return f"Er staat te veel achter de opdracht. {_usage(error)}"


def _usage(error: click.UsageError) -> str:
    ctx = error.ctx
    return f"Schrijf: `{ctx.command_path} {' '.join(ctx.command.collect_usage_pieces(ctx))}`." if ctx else ""


def _params(error: click.UsageError) -> list[click.Parameter]:
    return error.ctx.command.params if error.ctx else []
