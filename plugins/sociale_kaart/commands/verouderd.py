"""`verouderd`: what was not checked for longer than the municipality's limit."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from .. import reporting, versheid
from ..dutch_click import Command, Wrong, meant
from ..kaart import SocialeKaart
from ..loading import Loaded
from ..opening import open_all
from ..settings import Settings
from ..versheid import Verouderd
from .starting import complete, config_file_option, day, load_all, site_settings

# An issue on GitHub may have 65,536 characters.
MOST_IN_AN_ISSUE = 100


@click.command(cls=Command, short_help="Vertelt wat te lang niet is nagekeken.", help="""
    Vertelt per kern wat langer niet is nagekeken dan `verouderd_na_maanden` in gemeente.yml: het oudste eerst,
    wat nog nooit is nagekeken als laatste.

    Dat iets oud is, is geen fout. De opdracht eindigt met 0 als de lijst compleet is, en met 1 als er bestanden
    zijn met een fout: die staan er dan niet bij.
    """)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Eén JSON-object per regel, voor een programma.")
@click.option("--markdown", "kern", metavar="KERN", help="Als lijst om af te vinken, van één kern. Is er niets oud, dan komt er niets.")  # fmt: skip
@config_file_option
def verouderd(as_json: bool, kern: str | None, config_file: Path | None) -> int:
    if as_json and kern is not None:
        raise Wrong("`--json` en `--markdown` gaan niet samen. Kies er één.")
    settings = site_settings(config_file)
    opened = open_all(load_all(settings), day())
    kaart = opened.kaart(examples=settings.examples)
    found = versheid.verouderd(kaart)
    if kern is not None:
        lines = markdown_lines(_of(kern, found), opened.loaded, settings)
    else:
        lines = list(json_lines(found, opened.loaded) if as_json else text_lines(kaart, found))
    for line in lines:
        click.echo(line)
    return complete(opened)


def _of(kern: str, found: Mapping[str, list[Verouderd]]) -> list[Verouderd]:
    if kern not in found:
        raise Wrong(f"`{reporting.plain(kern)}` is geen kern. {meant(kern, list(found))}")
    return found[kern]


def text_lines(kaart: SocialeKaart, found: Mapping[str, list[Verouderd]]) -> Iterator[str]:
    """For a person: kern by kern, and the total."""
    for kern, those in found.items():
        if those:
            yield f"{reporting.plain(kaart.kernen[kern].naam)}:"
            yield from (
                f"  {one.initiatief.id}  {reporting.plain(one.initiatief.naam)}: {one.zin}" for one in those
            )
            yield ""
    total, everything = sum(map(len, found.values())), len(kaart.initiatieven)
    never = sum(one.maanden is None for those in found.values() for one in those)
    months = kaart.gemeente.verouderd_na_maanden
    if total:
        yield f"{total} van de {everything} plekken: {months} maanden of langer niet nagekeken, of nog nooit ({never})."
    else:
        yield f"Alles is de laatste {months} maanden nagekeken."


def json_lines(found: Mapping[str, list[Verouderd]], loaded: Loaded) -> Iterator[str]:
    """For a program: one object a line, ASCII only, without what a build server reads as a command."""
    for those in found.values():
        for one in those:
            beheer = one.initiatief.beheer
            row = {
                "id": one.initiatief.id,
                "kern": one.initiatief.kern,
                "naam": one.initiatief.naam,
                "path": loaded.shown(one.initiatief.id),
                "gecontroleerd": str(beheer.gecontroleerd) if beheer and beheer.gecontroleerd else None,
                "maanden": one.maanden,
            }
            yield json.dumps(row).replace("##", "#\\u0023")


def markdown_lines(those: Sequence[Verouderd], loaded: Loaded, settings: Settings) -> list[str]:
    """For an issue on a forge: what to look at, with links to the change ready made where the site has an address."""
    if not those:
        return []
    lines = [
        f"Deze plekken zijn {loaded.gemeente.verouderd_na_maanden} maanden of langer niet nagekeken. "
        "Kijk, of vraag het even na. Klopt het nog, is er iets anders, of bestaat het niet meer?",
        "",
    ]
    for one in those[:MOST_IN_AN_ISSUE]:
        lines.append(
            f"- [ ] {code(one.initiatief.naam)}: {one.zin} ({_where(one.initiatief.id, loaded, settings)})"
        )
    if len(those) > MOST_IN_AN_ISSUE:
        lines += ["", f"En nog {len(those) - MOST_IN_AN_ISSUE} andere."]
    return lines


def _where(id: str, loaded: Loaded, settings: Settings) -> str:
    if not re.fullmatch(r"https?://[^\s()<>]+", settings.site_url):
        return code(loaded.shown(id))
    site = settings.site_url.rstrip("/")
    change = f"{site}/meedoen/?wijzig={id}"
    links = (
        ("bekijk", f"{site}/{id}/"),
        ("klopt nog", f"{change}&stap=klopt"),
        ("wijzig", change),
        ("bestaat niet meer", f"{change}&stap=gestopt"),
    )
    return " · ".join(f"[{text}]({address})" for text, address in links)


def code(text: str) -> str:
    """A name as code: in it no forge sees a mention, a reference, a link or HTML."""
    text = reporting.plain(text)
    fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    return f"{fence} {text} {fence}" if "`" in text else f"{fence}{text}{fence}"
