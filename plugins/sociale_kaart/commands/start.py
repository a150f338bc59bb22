"""`start`: a whole site for a municipality that begins."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from .. import reporting
from ..dutch_click import Command, Wrong
from ..format.problems import Onbegrepen
from ..format.waarden import read_email
from ..loading import shown
from ..starting_site import site_files
from ..starting_site.wensen import Wensen, read_kernen, read_naam, read_nummer, read_repo_url
from ..starting_site.writing import FolderRefused, requirement, write_site
from .starting import day

T = TypeVar("T")


@click.command(cls=Command, short_help="Maakt een hele nieuwe site voor een gemeente.", help="""
    Maakt in MAP alles wat een sociale kaart nodig heeft: instellingen, teksten, een map per kern en een voorbeeld.

    Noemt u `--naam` en `--kernen`, dan vraagt deze opdracht niets. Wat u weglaat, vult u later in.
    """)  # fmt: skip
@click.argument("map", metavar="MAP", type=click.Path(path_type=Path))
@click.option("--naam", metavar="NAAM", help="De naam van de gemeente.")
@click.option("--kernen", metavar="NAMEN", help='De kernen, met komma\'s ertussen: "Velp, Dieren".')
@click.option("--loket-telefoon", metavar="NUMMER", help="Het nummer dat op elke pagina staat.")
@click.option("--redactie-email", metavar="ADRES", help="Waar wijzigingen per e-mail heen gaan.")
@click.option(
    "--repo-url", metavar="ADRES", help="Waar de bestanden komen te staan, zoals op GitHub of GitLab."
)
def start(
    map: Path,
    naam: str | None,
    kernen: str | None,
    loket_telefoon: str | None,
    redactie_email: str | None,
    repo_url: str | None,
) -> int:
    asking = naam is None or kernen is None
    wensen = Wensen(
        _answer("--naam", naam, read_naam, asking and "Hoe heet de gemeente?"),
        _answer("--kernen", kernen, read_kernen, asking and "Welke kernen zijn er? Zet komma's tussen de namen."),
        _answer("--loket-telefoon", loket_telefoon, _or_nothing(read_nummer), asking and "Welk nummer heeft het loket? (Enter: weet ik nog niet)"),
        _answer("--redactie-email", redactie_email, _or_nothing(read_email), asking and "Naar welk e-mailadres gaan wijzigingen? (Enter: weet ik nog niet)"),
        _answer("--repo-url", repo_url, _or_nothing(read_repo_url), asking and "Op welk adres komen de bestanden te staan, zoals op GitHub? (Enter: nergens, of weet ik nog niet)"),
    )  # fmt: skip
    programma, findable = requirement()
    files = site_files(wensen, programma, day())
    try:
        write_site(map, files)
    except FolderRefused as error:
        raise Wrong(f"`{reporting.plain(str(map))}` {error}") from error
    _tell(map, len(files), wensen, programma if not findable else "")
    return 0


def _answer(option: str, given: str | None, read: Callable[[str], T], question: str | bool) -> T:
    """What was given, or what somebody answers; asked again until it can be read."""
    if given is not None or not question:
        try:
            return read(given or "")
        except Onbegrepen as wrong:
            raise Wrong(f"Bij `{option}`: {reporting.plain(f'{wrong.message} {wrong.remedy}')}") from wrong
    while True:
        answer = click.prompt(str(question), default="", show_default=False, prompt_suffix="\n> ")
        try:
            return read(answer)
        except Onbegrepen as wrong:
            click.echo(reporting.plain(f"{wrong.message} {wrong.remedy}"))


def _or_nothing(read: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: read(text) if text.strip() else ""


def _tell(folder: Path, count: int, wensen: Wensen, unsure: str) -> None:
    name = reporting.plain(shown(folder.absolute()))
    click.echo(f"Gemaakt: {count} bestanden in `{name}`. Kijk hoe het eruitziet:")
    click.echo(f"    cd {name}\n    mkdocs serve --livereload")
    click.echo("Zoek daarna in de bestanden naar `Vul in`: daar weet het programma het antwoord niet.")
    if wensen.forge not in ("GitHub", "GitLab"):
        click.echo(
            "Er is niets bij om voorstellen vanzelf na te kijken en de site op internet te zetten: "
            "dat is er alleen voor GitHub en GitLab."
        )
    if unsure:
        click.echo(
            f"Let op: in requirements.txt staat `{unsure}`. Kan een andere computer dat niet vinden? Schrijf daar "
            "dan waar het programma vandaan komt: `sociale-kaart @ git+https://…`."
        )
