// What the visitor sees of a search: the results, why they were found, what to do when there are none, the numbers.

import { keren, kort, volgende } from "../nu.js";
import { maak } from "./maak.js";
import { kernenVanaf } from "./plek.js";
import { dichtstbij } from "./zoek.js";

export const EERST = 20;
const BIJNA = 5;
const NIETS = {
  lijkt: ["Wij vonden niets dat precies past.", "Dit lijkt erop", "Misschien helpt dit u verder."],
  keuzes: ["Met uw keuzes vonden wij niets.", "Zonder uw keuzes", "Haal een keuze weg, dan staan deze plekken erbij."],
  niets: ["Wij vonden niets dat past.", "Wat u nu kunt doen", "Probeer een ander woord, kijk bij een onderwerp, of bel. Wij denken graag mee."],
};

// The cards of a list, drawn in those that are there already: at a key only texts change, and focus is not lost.
const kaartjes = new WeakMap();

export function toonKaartjes(lijst, vondsten, omgeving, blijft = 0) {
  if (!kaartjes.has(lijst)) kaartjes.set(lijst, []);
  const deze = kaartjes.get(lijst);
  while (lijst.childElementCount > Math.max(vondsten.length, blijft)) lijst.lastElementChild.remove();
  for (const [i, vondst] of vondsten.entries()) {
    const kaartje = deze[i] ??= new Kaartje();
    kaartje.zet(vondst, omgeving);
    if (i < lijst.childElementCount) continue;
    kaartje.element.classList.remove("gekozen");
    lijst.append(kaartje.element);
  }
}

class Kaartje {
  constructor() {
    const knop = (className, onclick) => maak("button", { type: "button", className, onclick }, " ");
    this.stip = maak("i", { ariaHidden: "true" });
    this.naam = maak("a", {}, " ");
    this.kort = maak("p", {}, " ");
    this.regel = maak("p", { className: "regel" }, " ");
    this.voorbeeld = maak("span", { className: "voorbeeld" }, "voorbeeld");
    this.waarom = maak("p", { className: "waarom" });
    this.wanneer = maak("em");
    this.wijs = knop("wijs", () => this.omgeving.wijsAan(this.een));
    this.bewaar = knop("bewaar", () => this.omgeving.bewaar(this.een.id));
    this.element = maak("li", { className: "kaartje" }, this.stip,
      maak("div", {}, this.naam, this.kort, this.regel, this.waarom),
      maak("div", { className: "zij" }, this.wanneer, maak("div", { className: "knoppen" }, this.wijs, this.bewaar)));
  }

  zet(vondst, omgeving) {
    const { document: een, ver } = vondst;
    const { bron, nu, bewaard } = omgeving;
    this.omgeving = omgeving;
    if (this.een !== een) this.zetVast(een, omgeving);
    const kern = bron.kernen[een.kern];
    const regel = [een.voor, een.waar || (kern.breed ? "In de hele gemeente" : kern.naam), ver?.zin].filter(Boolean).join(" · ");
    zetTekst(this.regel, een.voorbeeld ? `${regel} · ` : regel);
    zetTekst(this.waarom, uitleg(vondst, bron));
    zetTekst(this.wanneer, een.gestopt ? "gestopt" : een.dicht ? "tijdelijk gesloten" : eerstvolgende(een, nu, omgeving.op));
    const woord = bewaard.has(een.id) ? "Bewaard" : "Bewaar";
    if (zetTekst(this.bewaar, woord)) this.bewaar.ariaPressed = String(woord === "Bewaard");
    this.bewaar.ariaLabel = `${woord}: ${een.naam}`;
  }

  // What stays as it is, as long as the card is of the same initiative.
  zetVast(een, { adres }) {
    this.een = een;
    this.element.dataset.id = een.id;
    this.element.classList.remove("gekozen");
    this.stip.className = `stip stip-${een.cirkel}`;
    this.naam.href = adres(een);
    zetTekst(this.naam, een.naam);
    zetTekst(this.kort, een.kort);
    if (een.voorbeeld) this.regel.append(this.voorbeeld);
    else this.voorbeeld.remove();
    this.wanneer.className = een.dicht ? "gesloten" : "";
    this.wijs.hidden = !een.punt;
    zetTekst(this.wijs, "Kaart");
    this.wijs.ariaLabel = `Op de kaart: ${een.naam}`;
  }
}

// Another text in the same node, which is less work than another node; tells whether it was another.
export function zetTekst(element, tekst) {
  const knoop = element.firstChild;
  if (knoop?.nodeType !== Node.TEXT_NODE) {
    if (tekst) element.prepend(tekst);
    return Boolean(tekst);
  }
  if (knoop.data === tekst) return false;
  if (tekst) knoop.data = tekst;
  else knoop.remove();
  return true;
}

// The next time; where it is open on the date that was asked for, that day.
export function eerstvolgende(een, nu, op = null) {
  if (!een.keren) return "";
  const keer = (op !== null && keren(een.keren).find(({ dag }) => dag === op)) || volgende(een.keren, nu);
  return keer ? kort(keer, nu) : "";
}

// Why, when the word that was asked does not stand in what is shown.
function uitleg({ document: een, waarom }, bron) {
  const reden = waarom.reduce((beste, deze) => (!beste || deze.waarde > beste.waarde ? deze : beste), null);
  const zichtbaar = een.zichtbaar ??= new Set(bron.stammen(`${een.naam} ${een.kort} ${een.voor} ${een.waar}`));
  if (!reden || zichtbaar.has(reden.term) || zichtbaar.has(bron.stam(reden.woord))) return "";
  const [sectie, id] = reden.term.split(":");
  const label = bron.labels[sectie]?.[id] ?? reden.waarom;
  const klein = label && label[0].toLowerCase() + label.slice(1);
  if (!reden.woord) return klein ? `Uw vraag lijkt te gaan over: ${klein}` : "";
  if (id !== undefined) return label ? `Past bij “${reden.woord}”: ${klein}` : "";
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
  toonKaartjes(delen.bijna, (gevonden.length ? gevonden : alles).slice(0, BIJNA), omgeving);
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
