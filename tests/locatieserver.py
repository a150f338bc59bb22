"""A stand-in for the PDOK Locatieserver on this machine: it knows a few streets, and misbehaves when told to.

Its answers have the shape of recorded ones. A `Reply` answers one request, by writing to the connection.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from goldens import write_files

Doc = Mapping[str, Any]
Reply = Callable[[BaseHTTPRequestHandler], None]
PDOK_PATH = "/bzk/locatieserver/search/v3_1/free"
PARAMETERS = {"q", "fq", "fl", "rows", "start"}  # any other is refused


def house(street: str, number: str, postcode: str, town: str = "Velp", **more: Any) -> Doc:
    """An address as the service tells it, in the middle of the municipality."""
    digits = "".join(sign for sign in number.split("-")[0] if sign.isdigit())
    return {
        "type": "adres", "weergavenaam": f"{street} {number}, {postcode} {town}", "straatnaam": street,
        "huis_nlt": number, "huisnummer": int(digits), "postcode": postcode, "woonplaatsnaam": town,
        "gemeentenaam": "Rheden", "provincienaam": "Gelderland", "centroide_ll": "POINT(5.97387512 51.99512349)",
        "id": f"adr-{street}-{number}".replace(" ", "").casefold(),
    } | more  # fmt: skip


def street(name: str, town: str = "Velp", postcode: str = "") -> Doc:
    """A street, or the piece of it that has one postcode."""
    doc = {
        "type": "postcode" if postcode else "weg", "straatnaam": name, "woonplaatsnaam": town,
        "gemeentenaam": "Rheden", "centroide_ll": "POINT(5.9741 51.9961)", "weergavenaam": f"{name}, {town}",
    }  # fmt: skip
    return doc | ({"postcode": postcode} if postcode else {})


def answer(*docs: Doc) -> Reply:
    """What the service says when it found these."""
    response = {"numFound": len(docs), "start": 0, "maxScore": 9.5, "numFoundExact": True, "docs": docs}
    return text(json.dumps({"response": response}), "application/json;charset=utf-8")


def text(
    body: str | bytes, content_type: str = "application/json", status: int = 200, **headers: str
) -> Reply:
    raw = body.encode() if isinstance(body, str) else body

    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", content_type)
        handler.send_header("Content-Length", str(len(raw)))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(raw)

    return reply


def refuse(status: int, **headers: str) -> Reply:
    return text("<html>fout</html>", "text/html", status, **headers)


def after(seconds: float, reply: Reply) -> Reply:
    def late(handler: BaseHTTPRequestHandler) -> None:
        time.sleep(seconds)
        reply(handler)

    return late


def hang_up(handler: BaseHTTPRequestHandler) -> None:
    """Not one byte."""


def cut_off(handler: BaseHTTPRequestHandler) -> None:
    """Half of what was announced."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b'{"response": {"numFound": 1, "docs": [')


def cut_off_in_chunks(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    handler.wfile.write(b'40\r\n{"response"')


def trickle(handler: BaseHTTPRequestHandler) -> None:
    """One byte at a time, so that no single read takes long."""
    handler.send_response(200)
    handler.end_headers()
    for _ in range(60):
        handler.wfile.write(b" ")
        time.sleep(0.05)


def no_http(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"SSH-2.0-OpenSSH_9.2\r\n")


class Locatieserver:
    """`replies` are given one after the other; after them, and without them, it looks in its `register`."""

    def __init__(self, register: Sequence[Doc] = (), replies: Sequence[Reply] = ()) -> None:
        self.register = tuple(register)
        self.replies = list(replies)
        self.asked: list[str] = []  # kind and question, as "adres Voorbeeldstraat 12A, 6881AB Velp"
        self.agents: set[str] = set()
        self.moments: list[float] = []
        self.url = ""

    def reply_to(self, handler: BaseHTTPRequestHandler) -> Reply:
        self.moments.append(time.monotonic())
        self.agents.add(handler.headers["User-Agent"])
        parts = urlsplit(handler.path)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        if parts.path != PDOK_PATH:
            return refuse(404)
        if not query.keys() <= PARAMETERS:
            return refuse(400)
        kind = query["fq"].removeprefix("type:")
        self.asked.append(f"{kind} {query['q']}")
        return self.replies.pop(0) if self.replies else answer(*self.found(query["q"], kind))

    def found(self, question: str, kind: str) -> list[Doc]:
        """Like the service: whatever has a street, a postcode or a town of the question, best first."""
        words = set(question.casefold().replace(",", " ").split())

        def score(doc: Doc) -> int:
            known = (
                f"{doc['straatnaam']} {doc.get('huis_nlt', '')} {doc.get('postcode', '')}".casefold().split()
            )
            return len(words.intersection(known))

        docs = [doc for doc in self.register if doc["type"] == kind and score(doc)]
        return sorted(docs, key=score, reverse=True)[:25]


@contextmanager
def running(server: Locatieserver) -> Iterator[Locatieserver]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            with suppress(OSError):  # whoever asked does not wait any longer
                server.reply_to(self)(self)

        def log_message(self, format: str, *args: object) -> None:
            pass

    class Threads(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False
        request_queue_size = 50

    http = Threads(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    server.url = f"http://127.0.0.1:{http.server_port}"
    try:
        yield server
    finally:
        http.shutdown()
        thread.join()
        http.server_close()


def write_site(folder: Path, url: str, addresses: Sequence[str]) -> Path:
    """A site with an initiative for each address, as `straat: …, huisnummer: …`; gives its folder."""
    files = {
        "mkdocs.yml": f"site_name: Kaart\nplugins:\n  - sociale-kaart:\n      geocoder_url: {url}\n",
        "initiatives/gemeente.yml": "naam: Rheden\nloket:\n  naam: Meldpunt\n  telefoon: 026 000 00 00\n"
        "redactie:\n  email: redactie@voorbeeld.example\ngrenzen: [[51.965, 5.92], [52.10, 6.16]]\n",
        "initiatives/velp/kern.yml": "naam: Velp\nmiddelpunt: [51.995, 5.974]\n",
    } | {
        f"initiatives/velp/plek-{number}.yml": f"naam: Plek {number}\nsoort: buurthuis\nkort: Een plek in Velp.\n"
        f"contact: loket\nadres: {{{written}}}\nbeheer: {{gecontroleerd: 2026-10-01, toestemming: ja}}\n"
        for number, written in enumerate(addresses, 1)
    }
    return write_files(folder, files)
