"""Work beside other work: in a copy of this process, where that can be had."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import warnings
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import TypeVar

T = TypeVar("T")


def beside(work: Callable[[], T]) -> Callable[[], T]:
    """Begins `work` and returns what waits for its value, or raises what went wrong in it.

    On Linux, with a second processor, a copy of this process does it (fork): nothing has to be handed to it, and
    what it returns must be small. Elsewhere it is done when somebody waits for it.
    """
    if not _can_copy():
        return work
    copies = multiprocessing.get_context("fork")
    reader, writer = copies.Pipe(duplex=False)
    copy = copies.Process(target=_do, args=(work, writer), daemon=True)  # it ends when we end
    with warnings.catch_warnings():
        # Of threads that a library started and left idle (numpy's): the copy does not calculate.
        warnings.simplefilter("ignore", DeprecationWarning)
        copy.start()
    writer.close()

    def wait() -> T:
        try:
            value, error = reader.recv()
        except (EOFError, OSError):  # it was ended from outside, as where memory is short
            return work()
        copy.join()
        if error is not None:
            raise error
        result: T = value
        return result

    return wait


def _can_copy() -> bool:
    # A lock that another thread holds at that moment would stay locked in the copy.
    if sys.platform != "linux" or threading.active_count() > 1:
        return False
    return len(os.sched_getaffinity(0)) > 1


def _do(work: Callable[[], T], writer: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who waits for us hears it too, and ends us
    outcome: tuple[T | None, Exception | None]
    try:
        outcome = work(), None
    except Exception as error:
        outcome = None, error
    with suppress(OSError):  # nobody waits any more
        writer.send(outcome)
