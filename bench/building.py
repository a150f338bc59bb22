"""A build of a site in a process of its own, and what it took."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
# This repository's own site, with other initiatives.
OURS = f"""\
INHERIT: {REPOSITORY}/mkdocs.yml
docs_dir: {REPOSITORY}/docs
plugins:
  - sociale-kaart:
      initiatives: initiatives
"""


@dataclass(frozen=True)
class Build:
    """What one build took: seconds on the wall clock, seconds of processor, peak memory."""

    seconds: float
    processor: float
    megabytes: float


def build(folder: Path) -> Build:
    """Builds the site of the mkdocs.yml in `folder`, into `folder`/site."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    plugins = str(REPOSITORY / "plugins")
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": plugins}
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=environment)
    _, status, usage = os.wait4(process.pid, 0)  # what this process used, and no other
    seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"the build in {folder} failed with status {process.returncode}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Build(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 1_000_000)
