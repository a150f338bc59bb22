"""What whoever starts a site wants, and how their answers are read."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from ..folders import SITE_NAMES, kebab
from ..forge import forge_of
from ..format.problems import Onbegrepen
from ..format.waarden import read_telefoon, read_website

WIDE = "hele-gemeente"  # the folder for what helps in all kernen
_SIGNS = " '’-.()/"  # besides letters and digits, in the name of a municipality or kern


@dataclass(frozen=True, slots=True)
class NieuweKern:
    """A kern that is to be made: `id` is its folder."""

    id: str
    naam: str


@dataclass(frozen=True, slots=True)
class Wensen:
    """What is asked of whoever starts. Only `naam` and `kernen` are needed; what is empty is marked in the files."""

    naam: str
    kernen: tuple[NieuweKern, ...]
    loket_telefoon: str = ""
    redactie_email: str = ""
    repo_url: str = ""

    @property
    def forge(self) -> str | None:
        """The name of the forge that `repo_url` is on, if we know it."""
        found = forge_of(self.repo_url, None, "")
        return found.naam if found else None

    @property
    def site_url(self) -> str:
        """Where GitHub Pages puts the site; elsewhere only the owner knows."""
        address = urlsplit(self.repo_url)
        owner, _, name = address.path.strip("/").removesuffix(".git").partition("/")
        if address.hostname != "github.com" or not name:
            return ""
        host = f"{owner.casefold()}.github.io"
        return f"https://{host}/" if name.casefold() == host else f"https://{host}/{name}/"


def read_naam(text: str) -> str:
    """The name of a municipality or kern, fit to stand in any file."""
    naam = " ".join(text.split())
    if not naam or not any(sign.isalpha() for sign in naam):
        raise Onbegrepen("Dit is geen naam.", "Schrijf de naam, bijvoorbeeld `Voorbeelddam`.")
    wrong = next((sign for sign in naam if not sign.isalnum() and sign not in _SIGNS), None)
    if wrong is not None or len(naam) > 80:
        raise Onbegrepen("Deze naam kan niet.", "Gebruik letters, cijfers, spaties en streepjes.")
    return naam


def read_kernen(text: str) -> tuple[NieuweKern, ...]:
    """Kernen as a person lists them: `Velp, Dieren`."""
    kernen = [NieuweKern(kebab(naam), naam) for naam in map(read_naam, filter(str.strip, text.split(",")))]
    if not kernen:
        raise Onbegrepen("Er is geen kern genoemd.", "Schrijf de namen met komma's ertussen: `Velp, Dieren`.")
    for kern in kernen:
        if not kern.id or kern.id in SITE_NAMES or kern.id == WIDE:
            why = "die naam gebruikt het programma zelf" if kern.id else "daar is geen mapnaam van te maken"
            raise Onbegrepen(f"Een kern kan niet `{kern.naam}` heten: {why}.", "Kies een andere naam.")
    _refuse_doubles([kern.id for kern in kernen])
    return tuple(kernen)


def _refuse_doubles(ids: list[str]) -> None:
    double = next((id for id in ids if ids.count(id) > 1), None)
    if double:
        raise Onbegrepen(f"De kern `{double}` staat er twee keer.", "Noem elke kern één keer.")


def read_repo_url(text: str) -> str:
    address = read_website(text)
    parts = urlsplit(address)
    if "/" not in parts.path.strip("/") or parts.query or parts.fragment or set(address) & set("()[]*"):
        raise Onbegrepen(
            "Dit is geen adres van een project.",
            "Schrijf het hele adres: `https://github.com/gemeente/sociale-kaart`.",
        )
    return address.rstrip("/").removesuffix(".git")


def read_nummer(text: str) -> str:
    return read_telefoon(text).tekst
