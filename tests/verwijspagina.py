"""A small municipality to refer in, and what tests ask of its table."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from sites import KLEIN

HOSTILE = "<img src=x onerror=document.title='gekaapt'>"
FILES = {
    **KLEIN,
    "velp/dagopvang.yml": """\
naam: Dagopvang
soort: zorgaanbieder
kort: Overdag onder de mensen.
doelgroepen: [ouderen]
contact: {telefoon: 026 000 00 05, wie: coördinator, email: dag@proef.example}
adres: {straat: Laan, huisnummer: 2, postcode: 6881 AB}
toegankelijkheid: [dichtbij-bushalte]
toegang: {indicatie: ja, verwijzing: ja}
openingstijden: {maandag: 10-16 uur}
verwijzen:
  geschikt_voor: Ouderen met geheugenproblemen.
  niet_geschikt_voor: Wie verzorging nodig heeft.
  hoe: Bel de coördinator.
  wie_belt: verwijzer
  wachttijd: acht tot tien weken
  professional_aanwezig: ja
  vervoer: Eigen busje
""",
    "velp/lotgenoten.yml": """\
naam: Lotgenoten
soort: lotgenotengroep
kort: Praten met wie hetzelfde meemaakt.
plek: velp/de-poort
toegang: {indicatie: nee, aanmelden: ja}
verwijzen: {wachttijd: geen}
""",
    "dieren/kern.yml": "naam: Dieren\nmiddelpunt: [52.045, 6.1]\n",
    "dieren/schaak.yml": "naam: Schaak\nsoort: vereniging\nkort: Samen schaken.\ncontact: loket\nverwijzen: {wachttijd: twee weken}\n",
    "dieren/vreemd.yml": f'naam: "{HOSTILE}"\nsoort: vereniging\nkort: "{HOSTILE}"\ncontact: {{email: info@proef.example}}\nverwijzen: {{hoe: "{HOSTILE}", wachttijd: rustig aan}}\n',
}


def names(page: Page) -> list[str]:
    """The places in the table, from top to bottom, once all rows are laid."""
    expect(page.locator("table[data-klaar]")).to_be_visible()
    expect(page.locator("table[aria-busy=true]")).to_have_count(0)
    found: list[str] = page.locator("tr[data-id]:visible").evaluate_all(
        "rows => rows.map(row => row.dataset.id.split('/')[1])"
    )
    return found
