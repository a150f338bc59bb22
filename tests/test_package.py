"""The package as others get it: sdist, wheel and editable install, each made and used without npm or network."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tarfile
from pathlib import Path
from zipfile import ZipFile

import pytest

from hatch_build import WANTED, is_complete

ROOT = Path(__file__).parent.parent
IN_PACKAGE = "sociale_kaart/"
NPM = IN_PACKAGE + "browser/npm/"


def run(*command: str | Path) -> str:
    """Runs a program for which there is no npm and no network, and gives what it printed."""
    nowhere = "http://127.0.0.1:9"
    environment = {"PATH": "", "PIP_NO_INDEX": "1", "HTTP_PROXY": nowhere, "HTTPS_PROXY": nowhere}
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP", "HOME") if name in os.environ}
    done = subprocess.run(command, env=kept | environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    assert is_complete(ROOT), "the browser libraries are not there: `pip install -e .` brings them"
    folder = tmp_path_factory.mktemp("sdist")
    run(sys.executable, "-m", "build", "--no-isolation", "--sdist", "--outdir", folder, ROOT)
    return next(folder.glob("*.tar.gz"))


@pytest.fixture(scope="module")
def unpacked(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(sdist) as archive:
        # Python before 3.11.4 knows no filters.
        archive.extraction_filter = getattr(tarfile, "data_filter", lambda member, path: member)
        archive.extractall(folder)
    return next(folder.iterdir())


@pytest.fixture(scope="module")
def wheel(unpacked: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made from the sdist, as the tools of others do it."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", folder, unpacked)
    return next(folder.glob("*.whl"))


def new_environment(folder: Path) -> Path:
    """A virtual environment's Python. It sees what this Python has installed, but not this sociale-kaart."""
    run(sys.executable, "-m", "venv", "--without-pip", folder)
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    own = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    # Python does not read the .pth files (of an editable install) in a folder that a .pth file added.
    (own / "others.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return python


def install(python: Path, *what: str | Path) -> None:
    # Without --ignore-installed, pip would first take away the sociale-kaart that these tests run with.
    options = ("--quiet", "--no-deps", "--ignore-installed")
    run(sys.executable, "-m", "pip", "--python", python, "install", *options, *what)


def names_in(wheel: Path) -> set[str]:
    with ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_wheel_has_every_browser_library_with_its_licence(wheel: Path) -> None:
    names = names_in(wheel)
    assert {NPM + name for name in WANTED} <= names
    assert {name for name in names if name.startswith(NPM) and name.endswith(".LICENSE")} == {
        NPM + "leaflet.LICENSE",
        NPM + "leaflet.markercluster.LICENSE",
        NPM + "atkinson-hyperlegible.LICENSE",
        NPM + "yaml.LICENSE",
    }
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)


def test_the_wheel_has_all_that_stands_beside_the_code(wheel: Path) -> None:
    package = ROOT / "plugins" / "sociale_kaart"
    beside = {
        IN_PACKAGE + path.relative_to(package).as_posix()
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    missing = beside - names_in(wheel)
    assert not missing
    assert {IN_PACKAGE + "pages/thema/main.html", IN_PACKAGE + "format/begrippen/themas.yml"} <= beside


def test_the_wheel_has_nothing_else(wheel: Path) -> None:
    folders = {name.split("/")[0] for name in names_in(wheel)}
    assert {folder.partition("-")[0] for folder in folders} == {"sociale_kaart"}


def test_an_installed_wheel_builds_the_site(wheel: Path, tmp_path: Path) -> None:
    python = new_environment(tmp_path / "venv")
    install(python, wheel)
    where = run(python, "-c", "import sociale_kaart; print(sociale_kaart.__file__)")
    assert Path(where.strip()).is_relative_to(tmp_path)

    site = tmp_path / "site"
    run(python, "-m", "mkdocs", "build", "--config-file", ROOT / "mkdocs.yml", "--site-dir", site)
    assert "Ons Raadhuis" in (site / "velp/ons-raadhuis/index.html").read_text(encoding="utf-8")
    assert (site / "assets/sociale-kaart/npm/leaflet.js").is_file()

    command = python.with_name("sociale-kaart" + python.suffix)
    assert "check" in run(command, "--help")


def test_an_editable_install_has_the_browser_libraries(unpacked: Path, tmp_path: Path) -> None:
    python = new_environment(tmp_path / "venv")
    install(python, "--no-build-isolation", "--editable", unpacked)
    where = Path(run(python, "-c", "import sociale_kaart; print(sociale_kaart.__file__)").strip())
    assert where.is_relative_to(unpacked)
    assert (where.parent / "browser/npm/leaflet.js").is_file()
