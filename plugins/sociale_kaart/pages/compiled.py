"""Templates that an earlier build compiled, as Python keeps its own modules compiled."""

from __future__ import annotations

import contextlib

import jinja2
from jinja2.bccache import Bucket


class Compiled(jinja2.FileSystemBytecodeCache):
    """Jinja's folder among the temporary files, which only who builds can read and write."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        # A disk that is full costs the next build time, and not this one its life.
        with contextlib.suppress(OSError):
            super().dump_bytecode(bucket)


def compiled_templates() -> Compiled | None:
    """None where that folder cannot be had, or is somebody else's."""
    try:
        return Compiled()
    except (OSError, RuntimeError):
        return None
