"""The forge files of this repository come from the templates that `start` uses, so that they are tried here too.

After a change in a template: python tests/own_forge_files.py
"""

from __future__ import annotations

from pathlib import Path

from sociale_kaart.loading import load
from sociale_kaart.starting_site import forge_files
from sociale_kaart.starting_site.wensen import NieuweKern, Wensen

ROOT = Path(__file__).parent.parent
# The program is not installed from elsewhere here, but made from the checkout, with what the locks name.
_MAKE = "pip install --quiet --no-deps --no-build-isolation ."
INSTALL = {
    "GitHub": f"pip install --quiet --require-hashes -r requirements.lock && {_MAKE}",
    # Its image has no npm, which brings the browser libraries.
    "GitLab": f"pip install --quiet --require-hashes -r requirements.lock -r requirements-node.lock && {_MAKE}",
}


def own_forge_files() -> dict[str, str]:
    """Path → text, for the kernen of the demonstration."""
    loaded = load(ROOT / "initiatives")
    wide = loaded.gemeente.gemeentebreed
    kernen = tuple(NieuweKern(id, kern.naam) for id, kern in loaded.kernen.items() if id != wide)
    wensen = Wensen(loaded.gemeente.naam, kernen)
    return {
        name: text for forge, how in INSTALL.items() for name, text in forge_files(wensen, forge, how).items()
    }


if __name__ == "__main__":
    for name, text in own_forge_files().items():
        (ROOT / name).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / name).write_text(text, encoding="utf-8", newline="\n")
