"""All initiatives as one JSON file."""

from __future__ import annotations

import json
from typing import Any

from .records import Source

PATH = "data/initiatieven.json"


def export(source: Source) -> str:
    kaart = source.kaart
    data: dict[str, Any] = {
        "gemeente": kaart.gemeente.naam,
        "gemaakt": kaart.vandaag.isoformat(),
        "kernen": [{"id": kern.id, "naam": kern.naam} for kern in kaart.kernen.values()],
        "initiatieven": list(source.records.values()),
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"
