"""For residents with an idea: who is there already near them and on their subject, and whom to talk to."""

from __future__ import annotations

from collections.abc import Iterator

from ..kaart import ERVARINGSDESKUNDIGEN, SocialeKaart
from .antwoorden import loket_van
from .begrippen import ZELF_MEEGEMAAKT
from .dorpen import keuzes
from .page import Page

PAD = "zelf-beginnen"


def pages(kaart: SocialeKaart) -> Iterator[Page]:
    description = (
        f"Hebt u een idee? Wie er al is in de gemeente {kaart.gemeente.naam}, en met wie u kunt praten."
    )
    yield Page(PAD, "Zelf iets beginnen", description, "beginnen.html", {
        "dorp_keuzes": keuzes(kaart),
        "coaches": [(kern, kern.coach, None if kern.coach else loket_van(kaart, kern.id)) for kern in kaart.dorpen],
        "themas": [(thema, len(kaart.bij_thema.get(id, ()))) for id, thema in kaart.begrippen["themas"].items()],
        "ervaring": sum(ERVARINGSDESKUNDIGEN in one.wie_helpt for one in kaart.initiatieven.values()),
        "ervaring_pad": f"voor/{ZELF_MEEGEMAAKT}",
    }, frozenset({"dorpen", "beginnen"}))  # fmt: skip
