"""A web server for a folder, and where Chromium is: what every bench in a browser needs."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

# As the tests look for it: what the variable says, the one on the PATH, or (None) Playwright's own.
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address where `folder` is served, as long as the block lasts."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass
