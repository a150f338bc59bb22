"""locaties.lock.json: what git does to it, what people do to it, and that it is always whole."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from sociale_kaart.format.waarden import Punt
from sociale_kaart.geocoding.lock import Entry, Lock, lock_text, read_lock, write_lock


def entry(key: str, lat: float = 51.995123, datum: str = "2026-11-22", id: str = "") -> Entry:
    return Entry(key, Punt(lat, 5.973875), "pdok", key, id, datum)


A, B, C = (entry(f"{street} 1, 6881AB Velp") for street in ("Arnhemsestraat", "Beukenlaan", "Coupérusplein"))


def read(folder: Path, text: str | bytes) -> Lock:
    path = folder / "locaties.lock.json"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_lock(path)


def keys(lock: Lock) -> list[str]:
    return [one.key for one in lock.entries.values()]


def told(lock: Lock) -> list[tuple[int, str, str]]:
    return [(one.line, one.level, one.message) for one in lock.problems]


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "locaties.lock.json"
    entries = [A, entry('Straat "De \\ Hoek" 2, Velp', id="adr-1"), C]
    write_lock(path, entries)
    lock = read_lock(path)
    assert sorted(lock.entries.values(), key=lambda one: one.key) == sorted(entries, key=lambda one: one.key)
    assert lock.problems == ()


def test_one_sorted_line_for_each_entry() -> None:
    text = lock_text([C, entry("beukenlaan 3, Velp", id="adr-3"), A])
    assert text.split("\n") == [
        "{",
        '"Arnhemsestraat 1, 6881AB Velp": {"lat": 51.995123, "lon": 5.973875, "provider": "pdok", '
        '"label": "Arnhemsestraat 1, 6881AB Velp", "datum": "2026-11-22"},',
        '"beukenlaan 3, Velp": {"lat": 51.995123, "lon": 5.973875, "provider": "pdok", '
        '"label": "beukenlaan 3, Velp", "id": "adr-3", "datum": "2026-11-22"},',
        '"Coupérusplein 1, 6881AB Velp": {"lat": 51.995123, "lon": 5.973875, "provider": "pdok", '
        '"label": "Coupérusplein 1, 6881AB Velp", "datum": "2026-11-22"}',
        "}",
        "",
    ]
    assert json.loads(text).keys() == {A.key, "beukenlaan 3, Velp", C.key}


def test_a_point_has_six_decimals() -> None:
    assert '"lat": 51.123457,' in lock_text([entry("Straat 1, Velp", lat=51.1234567890)])


def test_a_key_is_found_without_regard_to_case(tmp_path: Path) -> None:
    lock = read(tmp_path, lock_text([A]))
    assert lock.get("ARNHEMSESTRAAT 1, 6881ab velp") == A
    assert lock.get("Arnhemsestraat 2, 6881AB Velp") is None


def test_without_a_file_the_lock_is_empty(tmp_path: Path) -> None:
    assert read_lock(tmp_path / "locaties.lock.json") == Lock()


def test_a_file_that_would_not_change_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "locaties.lock.json"
    write_lock(path, [A, B])
    before = path.stat().st_ino
    write_lock(path, [B, A])
    assert path.stat().st_ino == before
    write_lock(path, [A])
    assert path.stat().st_ino != before


def test_half_a_file_of_a_killed_program_is_written_over(tmp_path: Path) -> None:
    path = tmp_path / "locaties.lock.json"
    (tmp_path / ".locaties.lock.json.tmp").write_text('{"half')
    write_lock(path, [A])
    assert [one.name for one in tmp_path.iterdir()] == ["locaties.lock.json"]


def git(folder: Path, *arguments: str, status: int = 0) -> None:
    command = ["git", "-c", "user.name=Test", "-c", "user.email=test@voorbeeld.example", *arguments]
    assert subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode == status


def commit(folder: Path, entries: list[Entry]) -> None:
    write_lock(folder / "locaties.lock.json", entries)
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "adressen")


def branches(folder: Path, base: list[Entry], ours: list[Entry], theirs: list[Entry]) -> None:
    """A repository in which two branches changed the lock."""
    git(folder, "init", "--quiet", "--initial-branch=theirs")
    commit(folder, base)
    git(folder, "branch", "ours")
    commit(folder, theirs)
    git(folder, "checkout", "--quiet", "ours")
    commit(folder, ours)


@pytest.mark.parametrize("style", ["merge", "diff3", "zdiff3"])
def test_both_sides_of_a_conflict_are_read(tmp_path: Path, style: str) -> None:
    # Neighbouring added lines: git cannot know that both may stay.
    branches(tmp_path, [A], [A, B], [A, C])
    git(tmp_path, "-c", f"merge.conflictStyle={style}", "merge", "theirs", status=1)
    path = tmp_path / "locaties.lock.json"
    marker = path.read_text(encoding="utf-8").split("\n").index("<<<<<<< HEAD") + 1
    lock = read_lock(path)
    assert sorted(keys(lock)) == [A.key, B.key, C.key]
    assert told(lock) == [
        (
            marker,
            "warning",
            "In dit bestand staan twee versies door elkaar (een conflict van git). Beide zijn gelezen.",
        )
    ]
    assert lock.whole


def test_lines_that_are_no_neighbours_do_not_conflict(tmp_path: Path) -> None:
    between = [entry(f"Straat {number:03}, Velp") for number in range(20)]
    branches(tmp_path, between, [A, *between], [*between, entry("Zuidweg 1, Velp")])
    git(tmp_path, "merge", "theirs")
    lock = read_lock(tmp_path / "locaties.lock.json")
    assert len(lock.entries) == 22
    assert lock.problems == ()


def test_what_the_base_of_a_conflict_had_does_not_come_back(tmp_path: Path) -> None:
    text = "{\n<<<<<<< ours\n||||||| base\n" + A.line + ",\n=======\n" + B.line + ",\n>>>>>>> theirs\n}\n"
    assert keys(read(tmp_path, text)) == [B.key]


def test_of_two_versions_of_one_address_the_newest_counts(tmp_path: Path) -> None:
    old, new = entry(A.key, lat=51.9, datum="2026-01-01"), entry(A.key, lat=52.0, datum="2026-06-01")
    for first, second in ((old, new), (new, old)):
        text = f"{{\n<<<<<<< HEAD\n{first.line}\n=======\n{second.line}\n>>>>>>> tak\n}}\n"
        assert read(tmp_path, text).get(A.key) == new
        assert read(tmp_path, f"{{{first.line}, {second.line}}}").get(A.key) == new


@pytest.mark.parametrize(
    "text",
    [
        f"{{\n{A.line}\n{B.line}\n}}\n",  # a comma too few, as a merge with `union` leaves it
        f"{{\n{A.line},\n{B.line},\n}}\n",
        f"{{\n{A.line},\n{B.line}\n",
        f"{{{A.line},\r\n{B.line},\r\n}}\r\n",
    ],
)
def test_a_comma_or_brace_out_of_place_is_no_loss(tmp_path: Path, text: str) -> None:
    lock = read(tmp_path, text)
    assert keys(lock) == [A.key, B.key]
    assert [(level, message[:40]) for _, level, message in told(lock)] == [
        ("warning", "In dit bestand klopt een komma of haakje")
    ]


def test_a_line_that_cannot_be_read_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    lock = read(tmp_path, f"{{\n{A.line},\n<<<<<<< HEAD\nBeukenlaan\n=======\n{C.line}\n>>>>>>> tak\n}}\n")
    assert keys(lock) == [A.key, C.key]
    assert told(lock)[1] == (4, "error", "Deze regel is niet te lezen.")
    assert not lock.whole


@pytest.mark.parametrize(
    "value",
    [
        "{}",
        "[51.9, 5.9]",
        '"51.9, 5.9"',
        "null",
        '{"lat": 51.9}',
        '{"lat": "51.9", "lon": 5.9}',
        '{"lat": true, "lon": 5.9}',
        '{"lat": NaN, "lon": 5.9}',
        '{"lat": 510.9, "lon": 5.9}',
        '{"lat": 51.9, "lon": 1e999}',
    ],
)
def test_an_entry_without_a_point_that_can_be_right(tmp_path: Path, value: str) -> None:
    lock = read(tmp_path, f'{{\n{A.line},\n"Dorpsplein 1, Velp": {value}\n}}\n')
    assert keys(lock) == [A.key]
    assert told(lock) == [(3, "error", "Bij dit adres staat geen punt dat kan kloppen.")]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('["Velp"]', "Hier hoort een blok met adressen te staan."),
        ("12", "Hier hoort een blok met adressen te staan."),
        (b"\xff\xfe{}", "Dit bestand is geen gewone tekst (UTF-8)."),
        ("hallo", "Deze regel is niet te lezen."),
        ("[" * 100_000, "Deze regel is niet te lezen."),
    ],
)
def test_a_file_that_is_no_lock_at_all(tmp_path: Path, content: str | bytes, message: str) -> None:
    lock = read(tmp_path, content)
    assert lock.entries == {}
    assert told(lock) == [(1, "error", message)]


def test_a_folder_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "locaties.lock.json").mkdir()
    (problem,) = read_lock(tmp_path / "locaties.lock.json").problems
    assert problem.message == "Dit kan niet gelezen worden: het is een map."
