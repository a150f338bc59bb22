// What the visitor sees of a search: the results, why they were found, what to do when there are none, the numbers.

import { keren, kort, volgende } from "../nu.js";
import { maak } from "./maak.js";
import { kernenVanaf } from "./plek.js";
import { dichtstbij } from "./zoek.js";

export const EERST = 20;
const BIJNA = 5;

export function resultaat(vondst, { bron, nu, adres, bewaard, bewaar, wijsAan }) {
  const { document: een, ver } = vondst;
  const keer = een.keren && volgende(keren(een.keren), nu);
  const kern = bron.kernen[een.kern];
  const regel = [een.voor, een.waar || (kern.breed ? "In de hele gemeente" : kern.naam), ver?.zin].filter(Boolean);
  const waarom = uitleg(vondst, bron);
  const isBewaard = bewaard.has(een.id);
  const element = maak("li", { className: "kaartje" },
    maak("i", { className: `stip stip-${een.cirkel}`, ariaHidden: "true" }),
    maak("div", {},
      maak("a", { href: adres(een) }, een.naam),
      maak("p", {}, een.kort),
      maak("p", { className: "regel" }, regel.join(" · "), een.voorbeeld ? " · " : "", een.voorbeeld ? maak("span", { className: "voorbeeld" }, "voorbeeld") : ""),
      waarom && maak("p", { className: "waarom" }, waarom)),
    maak("div", { className: "zij" },
      een.dicht ? maak("em", { className: "gesloten" }, een.gestopt ? "gestopt" : "tijdelijk gesloten") : keer ? maak("em", {}, kort(keer, nu)) : "",
      maak("div", { className: "knoppen" }, een.punt && maak("button", { type: "button", className: "wijs", ariaLabel: `Op de kaart: ${een.naam}`, onclick: () => wijsAan(een) }, "Kaart"),
      maak("button", { type: "button", className: "bewaar", ariaPressed: String(isBewaard), ariaLabel: `${isBewaard ? "Bewaard" : "Bewaar"}: ${een.naam}`, onclick: () => bewaar(een.id) }, isBewaard ? "Bewaard" : "Bewaar"))));
  element.dataset.id = een.id;
  return element;
}

// Why, when the word that was asked does not stand in what is shown.
function uitleg({ document: een, waarom }, bron) {
  const zichtbaar = new Set(bron.stammen(`${een.naam} ${een.kort} ${een.voor} ${een.waar}`));
  const sterkst = [...waarom].sort((a, b) => b.waarde - a.waarde);
  const reden = sterkst[0];
  if (!reden || zichtbaar.has(reden.term) || zichtbaar.has(bron.stam(reden.woord))) return "";
  const [sectie, id] = reden.term.split(":");
  const label = bron.labels[sectie]?.[id] ?? reden.waarom;
  if (id !== undefined) return label ? `Past bij “${reden.woord}”: ${label[0].toLowerCase()}${label.slice(1)}` : "";
  const activiteit = een.activiteiten.find(([naam]) => bron.stammen(naam).includes(reden.term));
  return activiteit ? `Daar is ook: ${activiteit[0]}` : reden.waarom && reden.waarom !== reden.woord ? `Gevonden met: ${reden.waarom}` : "";
}

export function toonNood(vak, meldingen) {
  const ids = meldingen.map(({ id }) => id).join();
  vak.hidden = !ids;
  if (vak.dataset.ids === ids) return; // as one types on, it must not be read out again
  vak.dataset.ids = ids;
  vak.replaceChildren(...meldingen.map(({ label, zin, nummers }) => maak("div", {}, maak("h2", {}, label), maak("p", {}, zin),
    maak("p", { className: "nummers" }, ...nummers.map(({ tekst, uitleg: hoe }) => maak("a", { href: `tel:${tekst.replace(/\D/g, "")}` }, maak("b", {}, `Bel ${tekst}`), maak("small", {}, ` ${hoe}`)))))));
}

export function aantalZin({ gevonden, zeker, vraag, vanaf }, staat, bron) {
  const waar = vraag.plaatsen.length ? ` voor ${[...new Set(vraag.plaatsen.map(({ kern, buurt }) => buurt ?? bron.kernen[kern].naam))].join(" en ")}` : "";
  if (!zeker || !gevonden.length) return "Niets precies gevonden.";
  const aantal = gevonden.length === 1 ? "1 plek" : `${gevonden.length} plekken`;
  return `${aantal} gevonden${waar}${vanaf ? ", dichtbij eerst" : ", het beste eerst"}.`;
}

// A mistake in writing that was seen through, said once for all results.
export function bedoeldZin({ eenheden }, bron) {
  const anders = eenheden.filter(({ bekend, zwak, woord }) => !bekend && !zwak && woord.length > 3).map(({ woord, stam, opties }) => {
    const beste = [...opties.values()].filter(({ term, waarom }) => waarom && !term.includes(":") && term === waarom && term !== stam && bron.plaatsen(term).nummers.length)
      .sort((a, b) => b.gewicht - a.gewicht)[0];
    return beste && beste.gewicht > 0.7 ? `“${woord}” als “${beste.term}”` : "";
  }).filter(Boolean);
  return anders.length ? `Wij lezen ${anders.join(" en ")}.` : "";
}

export function toonNiets(delen, uitkomst, omgeving) {
  const { bron, naar } = omgeving;
  const { vraag, alles, gevonden, zeker } = uitkomst;
  delen.niets.hidden = zeker && gevonden.length > 0;
  if (delen.niets.hidden) return;
  const bijna = (gevonden.length ? gevonden : alles).slice(0, BIJNA);
  const plaats = vraag.plaatsen[0]?.kern;
  delen.zin.textContent = bijna.length
    ? gevonden.length ? "Precies wat u vraagt, vinden wij niet. Misschien helpt dit." : "Met deze keuzes is er niets. Zonder uw keuzes vinden wij dit."
    : "Probeer een ander woord, kijk bij een onderwerp, of bel. Wij denken graag mee.";
  delen.bijna.replaceChildren(...bijna.map((een) => resultaat(een, omgeving)));
  const buren = plaats && bron.kernen[plaats].punt ? kernenVanaf(bron.kernen[plaats].punt, bron.kernen).slice(0, 3) : [];
  delen.ook.replaceChildren(...[
    ...dichtstbij(vraag, bron).map(({ id, naam }) => [naar(`onderwerp/${id}`), naam]),
    ...buren.map(({ id, naam }) => [naar(id), naam]),
    [naar("onderwerp"), "Alle onderwerpen"],
  ].map(([href, tekst]) => maak("li", {}, maak("a", { href }, tekst))));
  toonLoket(delen.loket, bron, plaats);
}

function toonLoket(vak, bron, plaats) {
  const loket = bron.kernen[plaats]?.loket || Object.values(bron.kernen).map((kern) => kern.loket).find(Boolean);
  const [naam, telefoon, bereikbaar] = loket || [];
  vak.replaceChildren(loket ? maak("aside", { className: "loket", ariaLabel: "Komt u er niet uit?" },
    maak("p", {}, maak("b", {}, "Komt u er niet uit? "), `${naam} denkt met u mee.`),
    telefoon && maak("a", { className: "nummer", href: `tel:${telefoon.replace(/[^+\d]/g, "")}` }, telefoon),
    bereikbaar && maak("p", { className: "zacht" }, bereikbaar)) : "");
}
