"""Which scripts come along with a script, so that a page can ask for all of them at once.

Without that a browser finds out step by step, and on a telephone each step is a third of a second.
"""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache

from .output import BROWSER

# `import { a } from "./b.js"` over one line or more; not `import("./b.js")`, which may never be needed.
_FETCHED = re.compile(r"""^(?:import|export)\b[^;"'(]*["'](\.[^"']+)["']""", re.MULTILINE)


@lru_cache(maxsize=64)
def come_along(modules: tuple[str, ...]) -> tuple[str, ...]:
    """The modules that these import, and those import in turn; without these. Names as in the folder of assets."""
    found = dict.fromkeys(modules)
    waiting = list(modules)
    while waiting:
        new = [name for name in _imports(waiting.pop(0)) if name not in found]
        found.update(dict.fromkeys(new))
        waiting.extend(new)
    return tuple(name for name in found if name not in modules)


@lru_cache(maxsize=256)
def _imports(module: str) -> tuple[str, ...]:
    text = (BROWSER / module).read_text(encoding="utf-8")
    here = posixpath.dirname(module)
    return tuple(
        dict.fromkeys(posixpath.normpath(posixpath.join(here, name)) for name in _FETCHED.findall(text))
    )
