"""The GitHub workflows: right for GitHub, and nothing of a contributor reaches a shell."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

WORKFLOWS = sorted((Path(__file__).parent.parent / ".github" / "workflows").glob("*.yml"))


def read(path: Path) -> dict[str, Any]:
    workflow: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return workflow


def commands(path: Path) -> list[str]:
    return [step["run"] for job in read(path)["jobs"].values() for step in job["steps"] if "run" in step]


def test_the_schema_of_github_accepts_them() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows"]
    done = subprocess.run(
        [*command, *map(str, WORKFLOWS)], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_expression_in_a_shell(path: Path) -> None:
    # A branch is called what its maker likes, also `$(curl …)`.
    assert [command for command in commands(path) if "${{" in command] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_may_only_read_unless_a_job_says_otherwise(path: Path) -> None:
    assert read(path)["permissions"] == {"contents": "read"}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_secret_and_no_trigger_that_gives_a_fork_one(path: Path) -> None:
    assert "pull_request_target" not in read(path)["on"]
    assert not re.search(r"\bsecrets\b", path.read_text(encoding="utf-8"))


def test_only_a_branch_of_this_repository_may_write() -> None:
    jobs = read(WORKFLOWS[0].with_name("geocode.yml"))["jobs"]
    writing = [job for job in jobs.values() if job.get("permissions") == {"contents": "write"}]
    assert [job["if"] for job in writing] == [
        "github.event.pull_request.head.repo.full_name == github.repository"
    ]
    assert jobs["fork"]["if"] == writing[0]["if"].replace("==", "!=")
