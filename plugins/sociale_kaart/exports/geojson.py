"""What has a place on the map, as GeoJSON (RFC 7946: longitude first, WGS 84)."""

from __future__ import annotations

import json
from typing import Any

from ..kaart import SocialeKaart
from .records import record

PATH = "data/initiatieven.geojson"


def export(kaart: SocialeKaart) -> str:
    features = [_feature(kaart, id) for id, one in kaart.initiatieven.items() if kaart.punt(one)]
    return (
        json.dumps(
            {"type": "FeatureCollection", "features": features}, ensure_ascii=False, separators=(",", ":")
        )
        + "\n"
    )


def _feature(kaart: SocialeKaart, id: str) -> dict[str, Any]:
    initiatief = kaart.initiatieven[id]
    punt, adres = kaart.punt(initiatief), kaart.adres(initiatief)
    assert punt and adres
    return {
        "type": "Feature",
        "id": id,
        "geometry": {"type": "Point", "coordinates": [punt.lon, punt.lat]},
        "properties": {**record(kaart, initiatief), "precisie": "straat" if adres.als_gebied else "adres"},
    }
