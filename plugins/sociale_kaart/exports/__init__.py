"""The open data: one module a format, each with its `PATH` on the site and `export(kaart)`."""

from . import geojson, json

FORMATS = (json, geojson)
