"""Work beside other work: its value, what goes wrong in it, and a copy that is ended from outside."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

COPIES = sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1
ALONE = ""
WITH_A_THREAD = "import threading; threading.Thread(target=threading.Event().wait, daemon=True).start()\n"
BEGIN = "import os, signal\nfrom sociale_kaart.beside import beside\nhere = os.getpid()\n"


def run(script: str) -> str:
    """In a process of its own, since that of the tests may have threads."""
    done = subprocess.run([sys.executable, "-W", "error", "-c", script], capture_output=True, text=True)
    assert not done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("threads", "copied"),
    [(ALONE, COPIES), (WITH_A_THREAD, False)],
    ids=["alone", "with another thread"],
)
def test_it_is_done_in_a_copy_where_that_is_safe(threads: str, copied: bool) -> None:
    said = run(f"{threads}{BEGIN}wait = beside(os.getpid)\nprint(wait() != here)")
    assert said == str(copied)


@pytest.mark.parametrize("threads", [ALONE, WITH_A_THREAD], ids=["alone", "with another thread"])
def test_what_goes_wrong_is_raised_by_who_waits(threads: str) -> None:
    said = run(
        f"{threads}{BEGIN}wait = beside(lambda: open('/er/is/niets'))\n"
        "try: wait()\nexcept OSError as error: print(error.filename)"
    )
    assert said == "/er/is/niets"


def test_a_copy_that_is_ended_from_outside_is_done_over_here() -> None:
    said = run(
        f"{BEGIN}def work():\n"
        "    if os.getpid() != here: os.kill(os.getpid(), signal.SIGTERM)\n"
        "    return 'klaar'\n"
        "print(beside(work)())"
    )
    assert said == "klaar"
