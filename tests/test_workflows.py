"""What a forge does by itself: right for that forge, nothing of a contributor in a shell, and every command runs."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from goldens import write_files
from locatieserver import Locatieserver, house, running
from own_forge_files import ROOT, own_forge_files
from sociale_kaart.cli import main

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
GITLAB = ROOT / ".gitlab-ci.yml"
FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))
SCHEMAS = {
    "vendor.github-workflows": WORKFLOWS,
    "vendor.gitlab-ci": [GITLAB],
    "vendor.github-issue-forms": [path for path in FORMS if path.name != "config.yml"],
    "vendor.github-issue-config": [path for path in FORMS if path.name == "config.yml"],
}


def read(path: Path) -> dict[str, Any]:
    workflow: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return workflow


def steps(path: Path, job: str = "") -> Iterator[dict[str, Any]]:
    for name, one in read(path)["jobs"].items():
        if job in ("", name):
            yield from one["steps"]


def commands(path: Path, job: str = "") -> list[str]:
    return [step["run"] for step in steps(path, job) if "run" in step]


def gitlab_jobs() -> dict[str, str]:
    """Job → its commands, as one script."""
    return {name: "\n".join(job["script"]) for name, job in read(GITLAB).items() if "script" in job}


@pytest.mark.parametrize("schema", SCHEMAS)
def test_the_schema_of_the_forge_accepts_them(schema: str) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema]
    done = subprocess.run(
        [*command, *map(str, SCHEMAS[schema])], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", own_forge_files())
def test_this_repository_uses_what_a_new_site_gets(name: str) -> None:
    """Not so? python tests/own_forge_files.py"""
    assert (ROOT / name).read_text(encoding="utf-8") == own_forge_files()[name]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_expression_in_a_shell(path: Path) -> None:
    # A branch is called what its maker likes, also `$(curl …)`.
    assert [command for command in commands(path) if "${{" in command] == []


def test_no_variable_of_a_contributor_in_a_shell_of_gitlab() -> None:
    scripts = "\n".join([*gitlab_jobs().values(), *read(GITLAB)["default"]["before_script"]])
    assert re.findall(r"\$\{?(?:CI|GITLAB)_\w*", scripts) == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_may_only_read_unless_a_job_says_otherwise(path: Path) -> None:
    assert read(path)["permissions"] == {"contents": "read"}


@pytest.mark.parametrize("path", [*WORKFLOWS, GITLAB], ids=lambda path: path.name)
def test_no_secret_and_no_trigger_that_gives_a_fork_one(path: Path) -> None:
    assert "pull_request_target" not in read(path).get("on", {})
    assert not re.search(r"\bsecrets\b", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_what_others_made_has_a_version(path: Path) -> None:
    used = [step["uses"] for step in steps(path) if "uses" in step]
    assert used
    assert [one for one in used if not re.fullmatch(r"actions/[a-z-]+@v\d+", one)] == []


def test_who_may_write_and_when() -> None:
    """A proposal from outside starts no job that may write."""
    writing = {
        job: (sorted(may), one.get("if", ""), sorted(read(path)["on"]))
        for path in WORKFLOWS
        for job, one in read(path)["jobs"].items()
        if (may := {key for key, value in one.get("permissions", {}).items() if value == "write"})
    }
    inside = "github.event.pull_request.head.repo.full_name == github.repository"
    assert writing == {
        "geocode": (["contents"], inside, ["pull_request"]),
        # After `site`, which runs for the branch main only.
        "op-internet": (["id-token", "pages"], "", ["pull_request", "push", "schedule", "workflow_dispatch"]),
        "verouderd": (["issues"], "", ["schedule", "workflow_dispatch"]),
    }
    kaart = read(ROOT / ".github/workflows/kaart.yml")["jobs"]
    assert kaart["op-internet"]["needs"] == "site"
    assert kaart["site"]["if"] == "github.event_name != 'pull_request' && github.ref == 'refs/heads/main'"


# From here on the commands run, in the checkout of a new site, as the forge runs them.

HEG = """\
naam: Handen uit de mouwen
soort: burenhulp
kort: Buren die helpen in de tuin.
contact: loket
adres: {straat: Laan, huisnummer: 3, postcode: 6881 AB}
beheer: {gecontroleerd: 2024-03-01, toestemming: ja}
"""


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "kaart"
    monkeypatch.setenv("SOCIALE_KAART_VANDAAG", "2026-11-22")
    call = ["--naam", "Rheden", "--kernen", "Velp, Dieren", "--repo-url", "https://github.com/rheden/kaart"]
    assert main(["start", str(folder), *call]) == 0
    return write_files(folder, {"initiatives/velp/heg.yml": HEG})


def run(script: str, folder: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    """One step; the program is the one that is being tested, so it is not installed."""
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    settings = os.environ | {"PATH": path, "NO_MKDOCS_2_WARNING": "1"} | environ
    bash = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script]
    return subprocess.run(bash, cwd=folder, env=settings, capture_output=True, text=True, check=False)


def own_steps(path: Path, job: str) -> list[str]:
    return [command for command in commands(path, job) if not command.startswith("pip install")]


def test_a_proposal_is_checked_and_shown(checkout: Path) -> None:
    write_files(checkout, {"initiatives/velp/fout.yml": HEG.replace("burenhulp", "burenhlp")})
    kaart = ROOT / ".github/workflows/kaart.yml"
    (check,) = own_steps(kaart, "nakijken")
    checked = run(check, checkout)
    assert checked.returncode == 1
    assert "::error file=initiatives/velp/fout.yml,line=2,col=8," in checked.stdout
    build, tell = own_steps(kaart, "voorbeeld")
    assert run(build, checkout).returncode == 0
    assert (checkout / "voorbeeld/velp/heg/index.html").is_file()
    assert not (checkout / "voorbeeld/velp/fout").exists()
    # Opened from a disk, a folder shows no page.
    assert 'href="./velp/index.html"' in (checkout / "voorbeeld/index.html").read_text("utf-8")
    summary = checkout / "summary.md"
    assert run(tell, checkout, ADRES="https://x.example/1", GITHUB_STEP_SUMMARY=str(summary)).returncode == 0
    assert "(https://x.example/1)" in summary.read_text("utf-8")


def test_main_becomes_the_site(checkout: Path) -> None:
    path = ROOT / ".github/workflows/kaart.yml"
    (build,) = own_steps(path, "site")
    assert run(build, checkout).returncode == 0
    (upload,) = [step for step in steps(path, "site") if "upload-pages" in step.get("uses", "")]
    assert (checkout / upload["with"]["path"] / "velp/heg/index.html").is_file()


def git(folder: Path, *arguments: str) -> str:
    who = ["-c", "user.name=Proef", "-c", "user.email=proef@proef.example"]
    done = subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout


def test_a_new_address_comes_into_the_proposal(checkout: Path, tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--bare", "forge.git")
    git(checkout, "init", "--quiet", "--initial-branch", "heg")
    git(checkout, "remote", "add", "origin", str(tmp_path / "forge.git"))
    path = ROOT / ".github/workflows/geocode.yml"
    look_up, keep, _ = own_steps(path, "geocode")
    with running(Locatieserver([house("Laan", "3", "6881 AB")])) as server:
        settings = checkout / "mkdocs.yml"
        text = settings.read_text("utf-8")
        settings.write_text(
            text.replace(
                "initiatives: initiatives", f"initiatives: initiatives\n      geocoder_url: {server.url}"
            ),
            "utf-8",
        )
        git(checkout, "add", ".")
        git(checkout, "commit", "--quiet", "--message", "Een nieuwe plek")
        git(checkout, "push", "--quiet", "--set-upstream", "origin", "heg")
        assert run(look_up, checkout).returncode == 0
    kept = run(keep, checkout)
    assert kept.returncode == 0, kept.stderr
    changed = git(tmp_path / "forge.git", "show", "--name-only", "--format=%an: %s", "heg").split("\n")
    assert changed[0] == "github-actions[bot]: Adressen op de kaart gezet"
    assert "initiatives/locaties.lock.json" in changed
    assert run(keep, checkout).returncode == 0  # nothing new: no commit
    assert git(checkout, "rev-list", "--count", "heg").strip() == "2"


# Stands where GitHub's own program stands: tells which issues there are, and keeps what it is asked.
GH = """\
#!/usr/bin/env bash
if [ "$2" = list ]; then cat issues-there.txt; else
  echo "$@" >> asked.txt
  for one; do [ -f "$one" ] && cat "$one" >> asked.txt; done
fi
exit 0
"""


def test_what_is_old_becomes_one_issue_a_kern(checkout: Path) -> None:
    write_files(checkout, {"bin/gh": GH, "issues-there.txt": "7\tNakijken: dieren\n8\tNakijken: velpen\n"})
    (checkout / "bin" / "gh").chmod(0o755)
    (script,) = own_steps(ROOT / ".github/workflows/verouderd.yml", "verouderd")

    def asked() -> str:
        (checkout / "asked.txt").write_text("", "utf-8")
        done = run(
            script, checkout, PATH=f"{checkout / 'bin'}:{Path(sys.executable).parent}:{os.environ['PATH']}"
        )
        assert done.returncode == 0, done.stderr
        return (checkout / "asked.txt").read_text("utf-8")

    first = asked()
    assert "issue close 7 --comment" in first
    assert "issue create --title Nakijken: velp --body-file nakijken.md" in first
    assert "Handen uit de mouwen" in first
    (checkout / "issues-there.txt").write_text("9\tNakijken: velp\n", "utf-8")
    again = asked()
    assert "issue edit 9 --body-file nakijken.md" in again
    assert "create" not in again and "close" not in again


def test_gitlab_does_the_same(checkout: Path) -> None:
    jobs = gitlab_jobs()
    assert jobs["voorbeeld"] == own_steps(ROOT / ".github/workflows/kaart.yml", "voorbeeld")[0]
    done = {name: run(jobs[name], checkout) for name in ("pages", "verouderd")}
    assert {name: one.stderr for name, one in done.items() if one.returncode != 0} == {}
    assert (checkout / "public/velp/heg/index.html").is_file()
    assert "Handen uit de mouwen" in (checkout / "nakijken/velp.md").read_text("utf-8")
    assert (checkout / "nakijken/dieren.md").read_text("utf-8") == ""


def test_gitlab_shows_what_is_wrong_at_the_line(checkout: Path) -> None:
    write_files(checkout, {"initiatives/velp/fout.yml": HEG.replace("burenhulp", "burenhlp")})
    job = read(GITLAB)["nakijken"]
    assert run("\n".join(job["script"]), checkout).returncode == 1
    report = json.loads((checkout / job["artifacts"]["reports"]["codequality"]).read_text("utf-8"))
    (wrong,) = [one for one in report if one["severity"] == "major"]
    assert wrong["location"] == {"path": "initiatives/velp/fout.yml", "lines": {"begin": 2}}
    assert "Bedoelt u `burenhulp`?" in wrong["description"]
    assert len({one["fingerprint"] for one in report}) == len(report)
