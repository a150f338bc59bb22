"""How far two points are apart, and how people say that."""

from __future__ import annotations

import math

from .waarden import Punt


def metres(one: Punt, other: Punt) -> float:
    """Straight-line distance; the earth is flat enough within a municipality."""
    dy = (one.lat - other.lat) * 111_320
    dx = (one.lon - other.lon) * 111_320 * math.cos(math.radians((one.lat + other.lat) / 2))
    return math.hypot(dx, dy)


def afstand_zin(metres: float) -> str:
    """As people say it, rounder the further it is: "20 meter", "300 meter", "2,4 km", "12 km"."""
    if metres < 95:
        return f"{max(_rounded(metres, 10), 10)} meter"
    if metres < 975:
        return f"{_rounded(metres, 50)} meter"
    tenths = _rounded(metres, 100) // 100
    if tenths >= 100:
        return f"{_rounded(metres, 1000) // 1000} km"
    return f"{tenths // 10},{tenths % 10} km" if tenths % 10 else f"{tenths // 10} km"


def _rounded(metres: float, step: int) -> int:
    """To the nearest step; halfway goes up, as people expect (`round` goes to the even one)."""
    return math.floor(metres / step + 0.5) * step
