"""The one seam to the network: a geopy adapter that distrusts what it gets.

A request takes `timeout` seconds at most, all of it: also looking up the name, and a body that trickles in. It
does not follow redirects, reads no more than a few megabytes, and says in Dutch what it could not read.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from http.client import HTTPException, HTTPMessage
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, HTTPSHandler, ProxyHandler, Request, build_opener, getproxies

from geopy.adapters import AdapterHTTPError, BaseSyncAdapter
from geopy.exc import (
    GeocoderParseError,
    GeocoderServiceError,
    GeocoderTimedOut,
    GeocoderUnavailable,
)

MAX_BYTES = 5_000_000


class _NoRedirects(HTTPRedirectHandler):
    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> None:
        return None  # so it is an error with status 30x


class Adapter(BaseSyncAdapter):  # type: ignore[misc]
    """Gets text and JSON with Python's own library."""

    def __init__(self, *, proxies: Mapping[str, str] | None, ssl_context: Any) -> None:
        super().__init__(proxies=proxies, ssl_context=ssl_context)
        proxies = getproxies() if proxies is None else proxies
        self._open = build_opener(
            _NoRedirects, HTTPSHandler(context=ssl_context), ProxyHandler(dict(proxies))
        ).open

    def get_json(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> Any:
        text = self.get_text(url, timeout=timeout, headers=headers).strip()
        if not text:
            raise GeocoderParseError("De dienst gaf een leeg antwoord.")
        if text.startswith("<"):
            raise GeocoderParseError("De dienst gaf een webpagina in plaats van gegevens.")
        try:
            return json.loads(text)
        except (ValueError, RecursionError) as error:
            raise GeocoderParseError("De dienst gaf een antwoord dat geen goede JSON is.") from error

    def get_text(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> str:
        answers: list[str | Exception] = []

        def fetch() -> None:
            try:
                answers.append(self._fetch(Request(url, headers=dict(headers)), timeout))
            except Exception as error:
                answers.append(error)

        # Sockets know a limit for each read only. A thread can be left behind.
        thread = threading.Thread(target=fetch, daemon=True)
        thread.start()
        thread.join(timeout)
        answer = answers[0] if answers else TimeoutError()
        if isinstance(answer, GeocoderServiceError):
            raise answer
        if isinstance(answer, Exception):
            raise _as_geopy_error(answer) from answer
        return answer

    def _fetch(self, request: Request, timeout: float) -> str:
        with self._open(request, timeout=timeout) as response:
            body: bytes = response.read(MAX_BYTES + 1)
            length = response.headers.get("Content-Length", "")
            if len(body) > MAX_BYTES:
                raise GeocoderParseError("De dienst gaf een veel te groot antwoord.")
            if length.isdigit() and len(body) < int(length):
                raise GeocoderUnavailable("De dienst brak het antwoord halverwege af.")
        try:
            return body.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise GeocoderParseError("De dienst gaf een antwoord dat geen tekst is.") from error


def _as_geopy_error(error: Exception) -> Exception:
    """geopy's exception for what went wrong."""
    reason = error.reason if isinstance(error, URLError) and not isinstance(error, HTTPError) else error
    if isinstance(error, HTTPError):
        headers = {name.lower(): value for name, value in error.headers.items()}
        error.close()
        message = f"HTTP {error.code}"
        return AdapterHTTPError(message, status_code=error.code, headers=headers, text="")  # type: ignore[no-any-return]
    if isinstance(reason, TimeoutError):
        return GeocoderTimedOut("De dienst antwoordde niet op tijd.")  # type: ignore[no-any-return]
    if isinstance(reason, HTTPException):
        return GeocoderUnavailable("De dienst brak het antwoord halverwege af.")  # type: ignore[no-any-return]
    return GeocoderUnavailable("De dienst is niet bereikbaar.")  # type: ignore[no-any-return]
