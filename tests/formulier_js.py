"""The form's own JavaScript in an empty page, without a site around it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page, Route

from sociale_kaart.output import ASSETS, BROWSER, asset_files

HOST = "http://kaart.example/"


class Modules:
    """`modules("meedoen/bestand.js", "gelijk(a, b)", a=…, b=…)` gives what that expression is."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def __call__(self, module: str, expression: str, **values: Any) -> Any:
        script = f"""async (values) => {{
          const all = {{ ...(await import("/{module}")), ...values }};
          return new Function(...Object.keys(all), {f"return ({expression});"!r})(...Object.values(all));
        }}"""
        return self.page.evaluate(script, values)


@contextmanager
def modules_in(browser: Browser) -> Iterator[Modules]:
    ours = dict(asset_files())

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(HOST)
        if text := ours.get(ASSETS + path):
            route.fulfill(body=text, content_type="text/javascript")
        elif (file := BROWSER / path).is_file():
            route.fulfill(path=file, content_type="text/javascript")
        else:
            route.fulfill(body="<!doctype html>", content_type="text/html")

    context = browser.new_context()
    page = context.new_page()
    page.route(f"{HOST}**", answer)
    page.goto(HOST)
    yield Modules(page)
    context.close()
