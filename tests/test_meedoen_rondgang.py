"""The form is made from the model, and gives back what it was given."""

from __future__ import annotations

from meedoenpagina import Visit
from sites import ROOT, Site
from sociale_kaart.format.begrippen import built_in
from sociale_kaart.format.document import read_document
from sociale_kaart.format.initiatief import Initiatief
from sociale_kaart.format.reading import read_model
from sociale_kaart.format.schema import json_schema
from sociale_kaart.loading import load
from sociale_kaart.pages.meedoen import sections


def test_every_key_of_the_format_has_one_place_in_the_form() -> None:
    keys = list(json_schema("initiatief", built_in())["properties"])
    placed = [key for one in sections(keys) for key in one["sleutels"]]
    assert sorted(placed) == sorted(keys)
    assert sections(keys)[-1]["id"] != "overig"


def test_a_new_key_appears_by_itself(visit: Visit, rheden: Site) -> None:
    assert sections(["naam", "hond_welkom"])[-1]["sleutels"] == ("hond_welkom",)
    context, address = visit(rheden)
    page = context.new_page()
    page.goto(f"{address}over/")
    page.evaluate(NEW_KEY, address)
    page.get_by_role("group", name="Hond welkom").get_by_label("Ja").check()
    assert page.evaluate("window.formulier.tekst()").endswith("\nhond_welkom: ja\n")


NEW_KEY = """async (root) => {
  const { Formulier } = await import(`${root}assets/sociale-kaart/meedoen/formulier.js`);
  const gegevens = await (await fetch(`${root}data/formulier.json`)).json();
  gegevens.schema.properties.hond_welkom = { ...gegevens.schema.properties.voorbeeld, title: "Hond welkom" };
  gegevens.secties.push({ id: "overig", titel: "Overig", sleutels: ["hond_welkom"], open: true });
  window.formulier = new Formulier({ gegevens, bron: null });
  document.body.replaceChildren(...window.formulier.secties.map(({ element }) => element));
}"""


ROUND = """async ([root, ids]) => {
  const { Formulier } = await import(`${root}assets/sociale-kaart/meedoen/formulier.js`);
  const { schrijfBestand } = await import(`${root}assets/sociale-kaart/meedoen/schrijf.js`);
  const gegevens = await (await fetch(`${root}data/formulier.json`)).json();
  const found = {};
  for (const id of ids) {
    const bron = (await (await fetch(`${root}data/bron/${id.split("/")[0]}.json`)).json())[id];
    const formulier = new Formulier({ gegevens, bron });
    const unchanged = formulier.tekst();
    const anew = schrijfBestand(Object.fromEntries(formulier.velden.map((veld) => [veld.soort.sleutel, veld.nu()])));
    formulier.veld("kort").vul("Anders.");
    found[id] = { unchanged, anew, other: formulier.tekst(), errors: formulier.fouten().map(({ tekst }) => tekst) };
  }
  return found;
}"""


def test_who_opens_and_saves_changes_nothing(visit: Visit, rheden: Site) -> None:
    """Of a third of the demonstration: the same bytes; another line changes only that; and what the fields hold
    is what was in the file."""
    folder = ROOT / "initiatives"
    loaded = load(folder)
    ids = [id for id, one in loaded.initiatieven.items() if one.openbaar][::3]
    context, address = visit(rheden)
    page = context.new_page()
    page.goto(f"{address}over/")

    for id, found in page.evaluate(ROUND, [address, ids]).items():
        text = (folder / f"{id}.yml").read_text("utf-8")
        assert (found["unchanged"], found["errors"]) == (text, [])
        lines = zip(found["other"].splitlines(), text.splitlines(), strict=True)
        assert [line for line, was in lines if line != was] == ["kort: Anders."]
        kern, _ = id.split("/")
        document = read_document(id, found["anew"].encode())
        assert read_model(Initiatief, document, loaded.begrippen, id=id, kern=kern) == loaded.initiatieven[id]
