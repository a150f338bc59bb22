"""One module a command: it reads the settings, calls plain functions, prints the answer, gives the exit status."""

from .check import check
from .export import export
from .geocode import geocode
from .import_ import import_
from .nieuw import nieuw
from .pages import pages
from .schema import schema
from .start import start
from .verouderd import verouderd

COMMANDS = (start, check, nieuw, import_, geocode, schema, verouderd, export, pages)
