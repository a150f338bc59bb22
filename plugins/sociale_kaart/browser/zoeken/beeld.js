// What the visitor sees of a search: the results, why they were found, what to do when there are none, the numbers.

import { keren, kort, volgende } from "../nu.js";
import { maak } from "./maak.js";
import { kernenVanaf } from "./plek.js";
import { dichtstbij } from "./zoek.js";

export const EERST = 20;
const BIJNA = 5;
const ONTHOUDEN = 400; // results that were drawn
const NIETS = {
  lijkt: ["Wij vonden niets dat precies past.", "Dit lijkt erop", "Misschien helpt dit u verder."],
  keuzes: ["Met uw keuzes vonden wij niets.", "Zonder uw keuzes", "Haal een keuze weg, dan staan deze plekken erbij."],
  niets: ["Wij vonden niets dat past.", "Wat u nu kunt doen", "Probeer een ander woord, kijk bij een onderwerp, of bel. Wij denken graag mee."],
};

const getekend = new Map(); // id → how it was last drawn

// What looks as it did is the same element again: at a key there is then little to make and to lay out.
export function resultaat(vondst, omgeving) {
  const { id } = vondst.document;
  const beeld = beschrijf(vondst, omgeving);
  const sleutel = Object.values(beeld).join("\n");
  const eerder = getekend.get(id);
  if (eerder?.sleutel === sleutel) {
    if (!eerder.element.isConnected) eerder.element.classList.remove("gekozen");
    return eerder.element;
  }
  if (getekend.size > ONTHOUDEN) getekend.clear();
  const element = kaartje(vondst.document, beeld, omgeving);
  getekend.set(id, { sleutel, element });
  return element;
}

function beschrijf(vondst, { bron, nu, bewaard }) {
  const { document: een, ver } = vondst;
  const kern = bron.kernen[een.kern];
  return {
    regel: [een.voor, een.waar || (kern.breed ? "In de hele gemeente" : kern.naam), ver?.zin].filter(Boolean).join(" · "),
    waarom: uitleg(vondst, bron),
    wanneer: een.dicht ? "" : eerstvolgende(een, nu),
    isBewaard: bewaard.has(een.id),
  };
}

export function eerstvolgende(een, nu) {
  const keer = een.keren && volgende(een.gelezenKeren ??= keren(een.keren), nu);
  return keer ? kort(keer, nu) : "";
}

function kaartje(een, { regel, waarom, wanneer, isBewaard }, { adres, bewaar, wijsAan }) {
  const knop = (className, tekst, naam, onclick) => maak("button", { type: "button", className, ariaLabel: `${naam}: ${een.naam}`, onclick }, tekst);
  const opKaart = Boolean(een.punt) && knop("wijs", "Kaart", "Op de kaart", () => wijsAan(een));
  const woord = isBewaard ? "Bewaard" : "Bewaar";
  const bewaarKnop = knop("bewaar", woord, woord, () => bewaar(een.id));
  bewaarKnop.ariaPressed = String(isBewaard);
  const element = maak("li", { className: "kaartje" },
    maak("i", { className: `stip stip-${een.cirkel}`, ariaHidden: "true" }),
    maak("div", {},
      maak("a", { href: adres(een) }, een.naam),
      maak("p", {}, een.kort),
      maak("p", { className: "regel" }, regel, een.voorbeeld ? " · " : "", een.voorbeeld ? maak("span", { className: "voorbeeld" }, "voorbeeld") : ""),
      waarom && maak("p", { className: "waarom" }, waarom)),
    maak("div", { className: "zij" },
      een.dicht ? maak("em", { className: "gesloten" }, een.gestopt ? "gestopt" : "tijdelijk gesloten") : wanneer && maak("em", {}, wanneer),
      maak("div", { className: "knoppen" }, opKaart, bewaarKnop)));
  element.dataset.id = een.id;
  return element;
}

// What is there already stays where it is: the browser then has less to lay out, and focus is not lost.
export function vervang(lijst, nieuw) {
  for (const [i, een] of nieuw.entries()) if (lijst.children[i] !== een) lijst.insertBefore(een, lijst.children[i] ?? null);
  while (lijst.children.length > nieuw.length) lijst.lastElementChild.remove();
}

// Why, when the word that was asked does not stand in what is shown.
function uitleg({ document: een, waarom }, bron) {
  const reden = waarom.reduce((beste, deze) => (!beste || deze.waarde > beste.waarde ? deze : beste), null);
  const zichtbaar = een.zichtbaar ??= new Set(bron.stammen(`${een.naam} ${een.kort} ${een.voor} ${een.waar}`));
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

// Whether it was found: as it was asked, only what looks like it, only without the choices, or nothing at all.
function hoeRaak({ gevonden, alles, zeker }) {
  if (gevonden.length) return zeker ? "raak" : "lijkt";
  return alles.length ? "keuzes" : "niets";
}

export function aantalZin(uitkomst, bron) {
  const { gevonden, vraag, vanaf } = uitkomst;
  const raak = hoeRaak(uitkomst);
  if (raak !== "raak") return NIETS[raak][0];
  const waar = vraag.plaatsen.length ? ` voor ${[...new Set(vraag.plaatsen.map(({ kern, buurt }) => buurt ?? bron.kernen[kern].naam))].join(" en ")}` : "";
  return `${plekken(gevonden.length)} gevonden${waar}${vanaf ? ", dichtbij eerst" : ", het beste eerst"}.`;
}

export const plekken = (aantal) => aantal === 1 ? "1 plek" : `${aantal} plekken`;

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
  const { vraag, alles, gevonden } = uitkomst;
  const raak = hoeRaak(uitkomst);
  delen.niets.hidden = raak === "raak";
  if (delen.niets.hidden) return;
  [, delen.kop.textContent, delen.zin.textContent] = NIETS[raak];
  vervang(delen.bijna, (gevonden.length ? gevonden : alles).slice(0, BIJNA).map((een) => resultaat(een, omgeving)));
  const plaats = vraag.plaatsen[0]?.kern;
  const themas = dichtstbij(vraag, bron);
  const sleutel = JSON.stringify([plaats, themas]);
  if (delen.niets.dataset.voor === sleutel) return;
  delen.niets.dataset.voor = sleutel;
  const buren = plaats && bron.kernen[plaats].punt ? kernenVanaf(bron.kernen[plaats].punt, bron.kernen).slice(0, 3) : [];
  delen.ook.replaceChildren(...[
    ...themas.map(({ id, naam }) => [naar(`onderwerp/${id}`), naam]),
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
