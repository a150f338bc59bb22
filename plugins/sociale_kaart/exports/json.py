"""All initiatives as one JSON file."""

from __future__ import annotations

import json
from typing import Any

from ..kaart import SocialeKaart
from .records import record

PATH = "data/initiatieven.json"


def export(kaart: SocialeKaart) -> str:
    data: dict[str, Any] = {
        "gemeente": kaart.gemeente.naam,
        "gemaakt": kaart.vandaag.isoformat(),
        "kernen": [{"id": kern.id, "naam": kern.naam} for kern in kaart.kernen.values()],
        "initiatieven": [record(kaart, initiatief) for initiatief in kaart.initiatieven.values()],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"
