"""Whole pages, as goldens: an initiative with everything, minimal, stopped, closed, and a kern.

After a change that is meant: `python tests/test_whole_pages.py` writes the goldens anew; look at the difference.
"""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from sites import GEMEENTE, KLEIN, read_kaart
from sociale_kaart.pages.rendering import Look, Renderer
from sociale_kaart.pages.site import pages

GOLDENS = Path(__file__).parent / "golden" / "pages"
RIJK = """\
naam: Ons Huis
soort: tussenvoorziening
kort: Plek voor ontmoeting en beweging, ook als het thuis moeilijker wordt.
beschrijving: |
  ## Wat er is

  Koffie, en een **tuin**. Zie [de site](https://x.example).

  | dag | wat |
  |---|---|
  | ma | soep |
themas: [ontmoeting, bewegen]
doelgroepen: [ouderen, mantelzorgers]
leeftijd: 55+
waar: [op-locatie, telefonisch]
adres: {locatie: Oude school, straat: Kerkweg, huisnummer: 3, postcode: 6881 AB, punt: [51.997, 5.976]}
buurt: [Noord]
initiatief_van: inwoners
wie_helpt: [vrijwilligers, beroepskrachten]
partners: [Huisartsen]
onderdeel_van: overal/geheel
contact: {telefoon: [026 000 00 05, 026 000 00 06], whatsapp: 06 00 00 00 00, email: a@x.example, website: "https://x.example", wie: coördinator, bereikbaar: op werkdagen}
openingstijden: {maandag-woensdag: 10-12 uur, donderdag: "10-12 uur, 13:30-16:00", vrijdag: 9-10 uur, niet_in: feestdagen, opmerking: Bel even als u voor het eerst komt}
activiteiten:
  - {naam: Samen eten, dag: dinsdag, tijd: "17:30-19:30", herhaling: even weken, kosten: "€ 7,50", aanmelden: ja, doelgroepen: [iedereen], plek: velp/de-poort}
  - {naam: Zomerfeest, datum: 2027-07-03, tijd: "14-18 uur", leeftijd: 12-18}
toegang: {kosten: gratis, aanmelden: nee, indicatie: nee, verwijzing: nee}
toegankelijkheid: [rolstoel, ringleiding]
talen: [nl, ar]
mantelzorg: [respijtzorg]
verwijzen: {geschikt_voor: Wie nog zelf kan komen., niet_geschikt_voor: Wie verzorging nodig heeft., hoe: Bel., wie_belt: inwoner zelf, wachttijd: geen, professional_aanwezig: ja, vervoer: Plusbus, overdracht: Kan.}
vrijwilligers: {gezocht: [{taak: Gastheer, tijd: Eén ochtend, vog: ja, begeleiding: ja, scholing: Training}], contact: Loop eens binnen.}
zelf_bijdragen: Wie wil kookt een keer mee.
vertrouwen: [vog, anbi]
samen_met: velp/de-poort
lichter: velp/de-poort
zwaarder: overal/geheel
begonnen: 2015
foto: huis.jpg
foto_tekst: De voordeur
beheer: {gecontroleerd: 2026-10-01, door: organisator, toestemming: ja, bron: Nota}
voorbeeld: ja
"""
DORP = {
    **KLEIN,
    "gemeente.yml": GEMEENTE + "voorbeeld: ja\n",
    "velp/kern.yml": "naam: Velp\nmiddelpunt: [51.995, 5.974]\nbuurten: [Noord]\nomschrijving: Een dorp.\ncoach: {wie: krachtcoach, email: coach@x.example}\n",
    "velp/ons-huis.yml": RIJK,
    "velp/koffie.yml": "naam: Koffie\nsoort: ontmoetingsplek\nkort: Koffie op het plein.\ncontact: loket\n",
    "velp/oud.yml": "naam: Oud\nsoort: vereniging\nkort: Was er.\nplek: velp/de-poort\nstatus: gestopt\nreden: Te weinig leden\nopvolger: velp/koffie\n",
    "velp/even-dicht.yml": "naam: Even Dicht\nsoort: ruilpunt\nkort: Ruilen.\nplek: velp/de-poort\nstatus: tijdelijk-gesloten\ngesloten_tot: 2027-01-04\nreden: Verbouwing\n",
    "overal/geheel.yml": "naam: Het Geheel\nsoort: zorgaanbieder\nkort: Zorg voor iedereen.\ncontact: {telefoon: 026 000 00 09}\n",
}  # fmt: skip
WHOLE = {
    "rijk": "velp/ons-huis",
    "minimaal": "velp/koffie",
    "gestopt": "velp/oud",
    "gesloten": "velp/even-dicht",
    "kern": "velp",
}


def rendered(folder: Path) -> dict[str, str]:
    """The pages of `WHOLE`, without empty lines."""
    kaart = read_kaart(folder, DORP)
    found = {page.path: page for page in pages(kaart)}
    renderer = Renderer(kaart, Look("none"))
    return {name: re.sub(r"\n\s*\n+", "\n", renderer.render(found[path])) for name, path in WHOLE.items()}


@pytest.mark.parametrize("name", WHOLE)
def test_a_whole_page(tmp_path: Path, name: str) -> None:
    assert rendered(tmp_path)[name] == (GOLDENS / f"{name}.html").read_text("utf-8")


if __name__ == "__main__":
    GOLDENS.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        for name, html in rendered(Path(folder)).items():
            (GOLDENS / f"{name}.html").write_text(html, "utf-8")
