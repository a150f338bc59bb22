"""Does an editor underline what `check` finds? Each golden in tests/golden/problems, line by line.

The editor is the real yaml-language-server, with the schema that `sociale-kaart schema` writes. What a schema cannot
know (other files, the disk, the day, how text reads) is counted apart. Prints what only one of the two finds.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from goldens import AROUND, GOLDENS, VANDAAG, read_golden, write_files
from sociale_kaart.checks import check_all
from sociale_kaart.format.begrippen import built_in
from sociale_kaart.format.editor_schema import schema_text
from sociale_kaart.loading import load
from taalserver import Editor, editor

# What only shows across files, on the disk, with the day, or in the characters before YAML is read.
BEYOND = {
    "reference", "area", "double", "bounds", "photo", "point", "not-checked", "bsn",
    "encoding", "hash", "english", "bidi-character", "control-character", "zero-width-character", "empty-file",
}  # fmt: skip
# Of YAML that cannot be read, each tells once, somewhere in the file.
SYNTAX = {"yaml-syntax", "yaml-feature", "second-document"}
OWN_WORDS = GOLDENS / "begrippen-own-fine.txt"  # the municipality's schema has these
Line = tuple[str, str, int]


def found_by_check(folder: Path, name: str) -> Iterator[tuple[Line, str]]:
    loaded = load(folder)
    for problem in [*loaded.problems, *check_all(loaded, VANDAAG)]:
        if problem.level != "hint":
            path = Path(problem.path).relative_to(folder).as_posix()
            yield (name, path, problem.line), problem.rule


def found_by_editor(folder: Path, golden: Path, running: Editor) -> Iterator[tuple[Line, str]]:
    names = [name for name in read_golden(golden) if name.endswith(".yml")]
    for name in names:
        running.open(folder / name)
    for name in names:
        for line, said in running.problems(folder / name):
            yield (golden.stem, name, line), said


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        work = Path(scratch)
        kinds = ("initiatief", "kern", "gemeente", "begrippen")
        for kind in kinds:
            write_files(work, {f"{kind}.schema.json": schema_text(kind, built_in())})
        files = {kind: f"**/{kind}.yml" for kind in kinds[1:]} | {
            "initiatief": "**/!(begrippen*)/*/proef*.yml"
        }
        schemas = {str(work / f"{kind}.schema.json"): pattern for kind, pattern in files.items()}
        own = write_files(work / "own", read_golden(OWN_WORDS))
        write_files(work, {"own.schema.json": schema_text("initiatief", load(own).begrippen)})
        schemas[str(work / "own.schema.json")] = f"**/{OWN_WORDS.stem}/velp/proef.yml"
        cache = Path(__file__).parent.parent / ".venv" / "editors"
        checked: dict[Line, str] = {}
        shown: dict[Line, str] = {}
        with editor(cache if cache.parent.is_dir() else work / "npm", schemas) as running:
            for golden in sorted(GOLDENS.glob("*.txt")):
                folder = write_files(work / golden.stem, {**AROUND, **read_golden(golden)})
                checked |= dict(found_by_check(folder, golden.stem))
                shown |= dict(found_by_editor(folder, golden, running))
    report(checked, shown)


def report(checked: dict[Line, str], shown: dict[Line, str]) -> None:
    unread = {line[:2] for line, rule in checked.items() if rule in SYNTAX}
    # What is missing is told at the block or at its key, one line higher.
    near = {(name, path, line + step) for name, path, line in shown for step in (0, 1)}
    both = {line for line in checked if line in near or (line[:2] in {one[:2] for one in shown} & unread)}
    beyond = {line for line, rule in checked.items() if rule in BEYOND} - both
    only_check = sorted(checked.keys() - both - beyond)
    told = {(name, path, line - step) for name, path, line in checked for step in (0, 1)}
    only_editor = sorted(line for line in shown if line not in told and line[:2] not in unread)
    print(f"{len(checked)} lines with an error or a warning; a schema cannot know {len(beyond)} of them:")
    print("  ", ", ".join(f"{rule} {n}" for rule, n in Counter(checked[one] for one in beyond).most_common()))
    print(f"both find {len(both)}\n\nonly `check`: {len(only_check)}")
    for line in only_check:
        print("  ", *line, checked[line])
    print(f"\nonly the editor: {len(only_editor)}")
    for line in only_editor:
        print("  ", *line, shown[line])


if __name__ == "__main__":
    main()
