"""The real yaml-language-server, asked as an editor asks it: over its standard input and output."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hatch_build import npm_command

EDITORS = Path(__file__).parent / "editors"
Message = dict[str, Any]


def install(cache: Path) -> Path:
    """The program that package-lock.json pins, fetched once into `cache`; its path."""
    lock = (EDITORS / "package-lock.json").read_text("utf-8")
    done = cache / "installed.json"
    if not done.exists() or done.read_text("utf-8") != lock:
        cache.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copyfile(EDITORS / name, cache / name)
        command = [*npm_command(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        fetched = subprocess.run(command, cwd=cache, capture_output=True, text=True, check=False)
        assert fetched.returncode == 0, fetched.stderr
        done.write_text(lock, "utf-8")
    return cache / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"


def node() -> str:
    """Node itself: the one on the PATH, or the one that came with npm from PyPI."""
    return shutil.which("node") or npm_command()[0]


class Editor:
    """An editor with files open, each opened once. Diagnostics come when the server has them ready."""

    def __init__(self, server: subprocess.Popen[bytes], schemas: Mapping[str, str]) -> None:
        self._server = server
        self._count = 0
        self._open: set[str] = set()
        self._diagnostics: dict[str, list[Message]] = {}
        yaml = {
            "validate": True,
            "hover": True,
            "completion": True,
            "schemaStore": {"enable": False},
            "schemas": dict(schemas),
        }
        self._settings = {
            "yaml": yaml,
            "http": {"proxy": "", "proxyStrictSSL": True},
            "[yaml]": {},
            "editor": {},
        }
        markdown = {"documentationFormat": ["markdown"], "snippetSupport": True}
        self._ask(
            "initialize",
            processId=os.getpid(),
            rootUri=None,
            capabilities={
                "textDocument": {
                    "completion": {"completionItem": markdown},
                    "hover": {"contentFormat": ["markdown"]},
                },
                "workspace": {"configuration": True},
            },
        )
        self._tell("initialized")
        self._tell("workspace/didChangeConfiguration", settings=self._settings)

    def open(self, path: Path) -> str:
        """Opens a file of the disk and gives its address."""
        uri = path.absolute().as_uri()
        document = {
            "uri": uri,
            "languageId": "yaml",
            "version": 1,
            "text": path.read_text("utf-8", "replace"),
        }
        if uri not in self._open:
            self._open.add(uri)
            self._tell("textDocument/didOpen", textDocument=document)
        return uri

    def problems(self, path: Path) -> list[tuple[int, str]]:
        """What the editor underlines in a file: the line, from 1, and the text."""
        uri = self.open(path)
        while uri not in self._diagnostics:
            self._next()
        return [(one["range"]["start"]["line"] + 1, one["message"]) for one in self._diagnostics[uri]]

    def offered(self, path: Path, line: int, column: int) -> dict[str, str]:
        """What the editor offers to write at a place (from 1): the word and its explanation."""
        answer = self._ask("textDocument/completion", **self._place(path, line, column))
        return {item["label"]: _text(item.get("documentation", "")) for item in answer["items"]}

    def explained(self, path: Path, line: int, column: int) -> str:
        """What the editor tells about what stands at a place."""
        answer = self._ask("textDocument/hover", **self._place(path, line, column))
        return _text(answer["contents"]) if answer else ""

    def _place(self, path: Path, line: int, column: int) -> Message:
        position = {"line": line - 1, "character": column - 1}
        return {"textDocument": {"uri": self.open(path)}, "position": position}

    def _ask(self, method: str, **params: Any) -> Any:
        self._count += 1
        number = self._count
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._next()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def _tell(self, method: str, **params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: Message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._server.stdin
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._server.stdin.flush()

    def _next(self) -> Message:
        """The next message of the server. What it asks of the editor is answered on the way."""
        assert self._server.stdout
        length = 0
        while line := self._server.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the language server stopped"
        message: Message = json.loads(self._server.stdout.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            self._diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif message.get("method") == "workspace/configuration":
            asked = [item["section"] for item in message["params"]["items"]]
            self._send({"id": message["id"], "result": [self._settings.get(one) for one in asked]})
        elif "id" in message and "method" in message:
            self._send({"id": message["id"], "result": None})
        return message


@contextmanager
def editor(cache: Path, schemas: Mapping[str, str] | None = None) -> Iterator[Editor]:
    """`schemas`: file with a schema → which files it is for, as somebody can set in an editor."""
    command = [node(), str(install(cache)), "--stdio"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=sys.stderr
    ) as server:
        try:
            yield Editor(server, schemas or {})
        finally:
            server.kill()


def _text(value: Any) -> str:
    return value["value"] if isinstance(value, dict) else str(value)
