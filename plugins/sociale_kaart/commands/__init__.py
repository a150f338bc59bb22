"""One module a command: it reads the settings, calls plain functions, prints the answer, gives the exit status."""

from .check import check
from .geocode import geocode
from .nieuw import nieuw
from .schema import schema

COMMANDS = (check, nieuw, geocode, schema)
