"""Which services there are. Another one is a module with a class like `Pdok`, and a line here."""

from __future__ import annotations

from collections.abc import Mapping

from .answer import Provider
from .nominatim import Nominatim
from .pdok import Pdok

PROVIDERS: Mapping[str, type[Provider]] = {Pdok.name: Pdok, Nominatim.name: Nominatim}
