"""A whole site for a municipality that begins: settings, texts, a first entry, and what its forge needs.

The texts are templates in `files/`. Their marks are « » and <% %>, which YAML, Markdown and GitHub leave free.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..format.begrippen import built_in
from ..format.editor_schema import schema_text
from ..format.voorbeelden import written
from ..nieuw import SCHEMA_NAME
from .wensen import WIDE, Wensen

INSTALL = "pip install --quiet -r requirements.txt"
_FILES = Path(__file__).parent / "files"
# Folders of `files/` that belong to one forge, and what is hidden in a real site.
_FORGES = {"github": "GitHub", "gitlab": "GitLab"}
_HIDDEN = {"github": ".github", "vscode": ".vscode", "gitignore": ".gitignore"}
# Elsewhere than in `files/`; without a place here: made for each kern, or for one.
_MOVED = {
    "gitlab/gitlab-ci.yml": ".gitlab-ci.yml",
    "initiatives/breed.yml": f"initiatives/{WIDE}/kern.yml",
    "initiatives/kern.yml": "",
    "initiatives/voorbeeld-koffieochtend.yml": "",
}


def site_files(wensen: Wensen, programma: str, vandaag: date) -> dict[str, str]:
    """All files of a new site: path → text. `programma` is what pip installs."""
    begrippen = built_in()
    files = {f"initiatives/{SCHEMA_NAME}": schema_text("initiatief", begrippen)}
    for kind in ("kern", "gemeente"):
        files[f"initiatives/{kind}.schema.json"] = schema_text(kind, begrippen)
    values = {"programma": programma, "vandaag": vandaag, "installeer": INSTALL}
    for name in _templates():
        folder = name.partition("/")[0]
        if folder not in _FORGES and _target(name):
            files[_target(name)] = _render(name, wensen, **values)
    for kern in wensen.kernen:
        files[f"initiatives/{kern.id}/kern.yml"] = _render("initiatives/kern.yml", wensen, kern=kern)
    example = "voorbeeld-koffieochtend.yml"
    files[f"initiatives/{wensen.kernen[0].id}/{example}"] = _render(
        f"initiatives/{example}", wensen, vandaag=vandaag
    )
    # mkdocs.yml last: without it there is no site yet.
    settings = files.pop("mkdocs.yml")
    return files | forge_files(wensen, wensen.forge, INSTALL) | {"mkdocs.yml": settings}


def forge_files(wensen: Wensen, forge: str | None, installeer: str) -> dict[str, str]:
    """What a forge does by itself: check proposals, show and publish the site, tell what is old."""
    names = (name for name in _templates() if _FORGES.get(name.partition("/")[0], "") == forge)
    return {_target(name): _render(name, wensen, installeer=installeer) for name in names}


def _templates() -> Iterator[str]:
    for path in sorted(_FILES.rglob("*")):
        if path.is_file():
            yield path.relative_to(_FILES).as_posix()


def _target(name: str) -> str:
    first, slash, rest = name.partition("/")
    return _MOVED.get(name, f"{_HIDDEN.get(first, first)}{slash}{rest}")


def _render(name: str, wensen: Wensen, **values: object) -> str:
    return _ENVIRONMENT.get_template(name).render(
        naam=wensen.naam,
        site_naam=f"Sociale kaart {wensen.naam}",
        kernen=wensen.kernen,
        loket_telefoon=wensen.loket_telefoon,
        redactie_email=wensen.redactie_email,
        repo_url=wensen.repo_url,
        site_url=wensen.site_url,
        forge=wensen.forge,
        breed=WIDE,
        **values,
    )


_ENVIRONMENT = Environment(
    loader=FileSystemLoader(_FILES),
    undefined=StrictUndefined,
    autoescape=False,  # YAML and Markdown; `read_naam` and the readers of the format keep out what would not fit
    keep_trailing_newline=True,
    trim_blocks=True,
    variable_start_string="«",
    variable_end_string="»",
    block_start_string="<%",
    block_end_string="%>",
    comment_start_string="<#",
    comment_end_string="#>",
)
_ENVIRONMENT.filters["yaml"] = written
_ENVIRONMENT.filters["json"] = lambda text: json.dumps(text, ensure_ascii=False)
