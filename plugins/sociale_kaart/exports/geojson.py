"""What has a place on the map, as GeoJSON (RFC 7946: longitude first, WGS 84)."""

from __future__ import annotations

import json
from typing import Any

from .records import Source

PATH = "data/initiatieven.geojson"


def export(source: Source) -> str:
    features = [
        _feature(source, id) for id, one in source.kaart.initiatieven.items() if source.kaart.punt(one)
    ]
    return (
        json.dumps(
            {"type": "FeatureCollection", "features": features}, ensure_ascii=False, separators=(",", ":")
        )
        + "\n"
    )


def _feature(source: Source, id: str) -> dict[str, Any]:
    kaart, initiatief = source.kaart, source.kaart.initiatieven[id]
    punt, adres = kaart.punt(initiatief), kaart.adres(initiatief)
    assert punt and adres
    return {
        "type": "Feature",
        "id": id,
        "geometry": {"type": "Point", "coordinates": [punt.lon, punt.lat]},
        "properties": {**source.records[id], "precisie": "straat" if adres.als_gebied else "adres"},
    }
