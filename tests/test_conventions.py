"""What holds for the files of this repository, whatever they do."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from dev import DEV, NODE, RUNTIME
from sociale_kaart.cli import cli, main
from sociale_kaart.nieuw import SCHEMA_NAME

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "plugins" / "sociale_kaart"
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
README = (ROOT / "README.md").read_text(encoding="utf-8")

# Names of formats, which no browser fetches; and a link that a visitor follows or not.
NAMES = ("http://www.w3.org/2000/svg", "http://www.sitemaps.org/schemas/sitemap/0.9")
LINKS = ("https://wa.me/",)
HOST = re.compile(r"""(?:[a-z]+:)?//[\w-]+(?:\.[\w-]+)+[^\s"'`<>)]*""", re.IGNORECASE)
# What makes a browser fetch something: an address in a style, or given to an element or a function.
FETCHED = re.compile(r"""(?:url\(|@import|\bsrc=|\bsrc:|fetch\(|import\()\s*["']?(?:https?:)?//[^\s"')]+""")


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def python_files() -> list[Path]:
    folders = (ROOT / "plugins", ROOT / "tests", ROOT / "bench")
    return [*ROOT.glob("*.py"), *(path for folder in folders for path in sorted(folder.rglob("*.py")))]


def files_of_the_visitor(own: bool) -> list[Path]:
    """What ends up in the visitor's browser: written here, or brought from npm."""
    folders = (PACKAGE / "browser", PACKAGE / "pages" / "templates", PACKAGE / "pages" / "thema")
    files = [path for folder in folders for path in sorted(folder.rglob("*"))]
    read = (".js", ".css", ".html", ".xml")
    return [path for path in files if path.suffix in read and ("npm" not in path.parts) is own]


@pytest.mark.parametrize("path", files_of_the_visitor(own=True), ids=relative)
def test_what_we_write_for_the_browser_names_no_third_party(path: Path) -> None:
    hosts = HOST.findall(path.read_text(encoding="utf-8"))
    assert [host for host in hosts if host not in NAMES and not host.startswith(LINKS)] == []


def patterns_of_the_visitor() -> list[Path]:
    return [*files_of_the_visitor(own=True), *sorted((PACKAGE / "format" / "begrippen").glob("*.yml"))]


@pytest.mark.parametrize("path", patterns_of_the_visitor(), ids=relative)
def test_no_pattern_looks_back(path: Path) -> None:
    """An iPad of 2014 goes no further than Safari 15; a pattern that looks back came with 16.4 and stops the whole script."""
    assert re.findall(r"\(\?<[=!].*", path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", files_of_the_visitor(own=False), ids=relative)
def test_what_comes_from_npm_fetches_nothing_from_a_third_party(path: Path) -> None:
    assert FETCHED.findall(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "path", [one for one in files_of_the_visitor(own=True) if one.suffix == ".js"], ids=relative
)
def test_no_text_between_backticks_goes_over_the_end_of_a_line(path: Path) -> None:
    """What is served has no indents: in such a text they would be part of it."""
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.count("`") % 2] == []


@pytest.mark.parametrize("path", python_files(), ids=relative)
def test_a_python_file_has_at_most_300_lines(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= 300


def test_the_readme_names_every_command_and_no_other() -> None:
    told = set(re.findall(r"^\| `sociale-kaart (\w+)", README, re.MULTILINE))
    assert told == set(cli.commands)


def test_the_readme_tells_where_everything_is() -> None:
    """Each module that stands directly in the package, and each folder."""
    parts = {path.name + "/" * path.is_dir() for path in PACKAGE.iterdir()} - {"__init__.py", "__pycache__/"}
    assert {part for part in parts if f"`{part}" not in README} == set()


def test_what_the_readme_points_to_is_there() -> None:
    told = re.findall(r"`(\w[\w./-]*(?:\.py|\.lock|/))`", README) + re.findall(r"\]\(([\w./-]+)\)", README)
    there = {name for name in told if (ROOT / name).exists() or (PACKAGE / name).exists()}
    assert set(told) - there == set()


def test_editors_of_the_demonstration_have_the_schema_of_today(tmp_path: Path) -> None:
    assert (
        main(["schema", "--output", str(tmp_path / "schema.json"), "--config-file", str(ROOT / "mkdocs.yml")])
        == 0
    )
    committed = ROOT / "initiatives" / SCHEMA_NAME
    assert committed.read_text(encoding="utf-8") == (tmp_path / "schema.json").read_text(encoding="utf-8")


def pins(lockfile: str) -> set[tuple[str, str]]:
    """Each line of a lock that names a package: its name and the rest of the line."""
    text = (ROOT / lockfile).read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE))


@pytest.mark.parametrize("lockfile", [RUNTIME, DEV, NODE])
def test_a_lock_says_nothing_but_versions_and_hashes(lockfile: str) -> None:
    for line in (ROOT / lockfile).read_text(encoding="utf-8").splitlines():
        assert re.fullmatch(r"#.*|[a-z0-9-]+==[^/]* \\|    --hash=sha256:[0-9a-f]{64}( \\)?", line)


@pytest.mark.parametrize(
    ("lockfile", "asked"),
    [
        (RUNTIME, PYPROJECT["project"]["dependencies"] + PYPROJECT["build-system"]["requires"]),
        (DEV, PYPROJECT["project"]["optional-dependencies"]["dev"]),
    ],
    ids=[RUNTIME, DEV],
)
def test_a_lock_has_everything_that_is_asked_for(lockfile: str, asked: list[str]) -> None:
    versions = dict(pins(lockfile))
    for requirement in map(Requirement, asked):
        assert versions[canonicalize_name(requirement.name)] in requirement.specifier


def test_whoever_has_what_the_tests_need_has_what_the_site_needs() -> None:
    assert pins(RUNTIME) <= pins(DEV)
