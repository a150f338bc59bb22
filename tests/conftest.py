"""What several test modules need: a browser, and a web server for a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect, sync_playwright

from serving import CHROMIUM, served
from sites import PATH, VANDAAG, Site, demonstration

# Playwright's own five seconds are too few where other work slows the machine; what is there does not wait for it.
expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests; a test opens its own context in it. Where there is none, tests fail."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def serve() -> Iterator[Callable[[Path], str]]:
    """`serve(folder)` gives the address, without a slash at the end, where that folder is served."""
    with ExitStack() as servers:
        yield lambda folder: servers.enter_context(served(folder))


@pytest.fixture(scope="session")
def rheden(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The demonstration, built once."""
    return demonstration(tmp_path_factory.mktemp("rheden"))


@pytest.fixture
def visit(
    browser: Browser, serve: Callable[[Path], str]
) -> Iterator[Callable[..., tuple[BrowserContext, str]]]:
    """`visit(site, …)` opens a browser window with these settings; what it asks of others is in `elsewhere`."""
    contexts: list[BrowserContext] = []
    errors: list[str] = []

    def visit(site: Site, elsewhere: list[str] | None = None, **settings: Any) -> tuple[BrowserContext, str]:
        host = serve(site.folder.parent)
        context = browser.new_context(
            reduced_motion="reduce", **{"viewport": {"width": 1280, "height": 800}, **settings}
        )
        contexts.append(context)

        def answer(route: Route) -> None:
            if route.request.url.startswith(host):
                route.continue_()
            else:
                if elsewhere is not None:
                    elsewhere.append(route.request.url)
                route.abort()

        context.route("**/*", answer)
        context.on("weberror", lambda error: errors.append(str(error.error)))
        return context, f"{host}{PATH}"

    yield visit
    for context in contexts:
        context.close()
    assert errors == []


@pytest.fixture
def open_in(visit: Callable[..., tuple[BrowserContext, str]]) -> Callable[[Site], Callable[..., Page]]:
    """`open_in(site)(name, …)` shows a page of that site in a window with these settings, on a morning."""

    def opener(site: Site) -> Callable[..., Page]:
        def opened(name: str, day: str = str(VANDAAG), **settings: Any) -> Page:
            context, address = visit(site, **settings)
            page = context.new_page()
            if settings.get("java_script_enabled", True):
                page.clock.set_fixed_time(f"{day}T09:30:00Z")
            page.goto(address + name)
            return page

        return opened

    return opener


@pytest.fixture
def opened(open_in: Callable[[Site], Callable[..., Page]], rheden: Site) -> Callable[..., Page]:
    """`opened(name, …)` shows a page of the demonstration."""
    return open_in(rheden)
