"""Data flows one way, so a module imports only from what stands left of it. Read from the source itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "plugins" / "sociale_kaart"

# From left to right. Modules in one layer stand beside each other and do not know each other; what is inside
# a folder does. A new module has to be given its place here.
LAYERS = (
    {"format"},
    {"beside", "folders", "forge", "reporting", "settings", "writing", "yaml_writing", "dutch_click"},
    {"loading"},
    {"kaart", "geocoding", "nieuw"},
    {"starting_site"},
    {"agenda", "checks", "dekking", "lijn", "versheid"},
    {"exports"},
    {"pages"},
    {"opening", "search"},
    {"output", "importing"},
    {"scripts"},
    {"frame"},
    {"plain_site"},
    {"commands"},
    {"plugin", "cli"},
)


def module_name(path: Path) -> str:
    """plugins/sociale_kaart/pages/maps.py is pages.maps; the package itself is the empty name."""
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix("__init__").rstrip(".")


MODULES = {module_name(path): path for path in PACKAGE.rglob("*.py")}


def imported(path: Path) -> Iterator[str]:
    """The full name of everything that a file imports, wherever in the file it does so."""
    inside = ("sociale_kaart", *path.relative_to(PACKAGE).parent.parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = inside[: len(inside) + 1 - node.level] if node.level else ()
            module = ".".join((*start, *filter(None, [node.module])))
            yield from (f"{module}.{alias.name}" for alias in node.names)


def own_imports(path: Path) -> set[str]:
    """Which of our modules a file imports: pages.tekst for sociale_kaart.pages.tekst.FILTERS."""
    names = {name.partition(".")[2] for name in imported(path) if name.split(".")[0] == "sociale_kaart"}
    return {name if name in MODULES else name.rpartition(".")[0] for name in names} - {""}


def importers_of(library: str) -> set[str]:
    roots = {module: {name.split(".")[0] for name in imported(path)} for module, path in MODULES.items()}
    return {module for module in MODULES if library in roots[module]}


def layer_of(module: str) -> int:
    top = module.split(".")[0]
    return next(number for number, layer in enumerate(LAYERS) if top in layer)


def test_every_module_has_a_place_in_the_layers() -> None:
    tops = {module.split(".")[0] for module in MODULES if module}
    assert tops <= set[str]().union(*LAYERS)


@pytest.mark.parametrize("module", sorted(MODULES.keys() - {""}))
def test_a_module_imports_only_from_what_stands_left_of_it(module: str) -> None:
    top = module.split(".")[0]
    others = {other for other in own_imports(MODULES[module]) if other.split(".")[0] != top}
    assert {other for other in others if layer_of(other) >= layer_of(module)} == set()


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph = {module: own_imports(path) for module, path in MODULES.items()}
    order = list(TopologicalSorter(graph).static_order())  # raises a CycleError that names the circle
    assert order.index("format.problems") < order.index("loading") < order.index("plugin")


def test_two_modules_at_most_know_mkdocs() -> None:
    importers = importers_of("mkdocs")
    assert "plugin" in importers
    assert len(importers) <= 2, importers


def test_one_module_knows_folium() -> None:
    assert importers_of("folium") == {"pages.maps"}
