// The finder's page: ties the address, the search and what is seen together. The steps themselves stand beside it.

import { maakBron, vulAan } from "./bron.js";
import { aantalZin, bedoeldZin, EERST, resultaat, toonNiets, toonNood } from "./beeld.js";
import { leesBewaard, toonBewaard, zetBewaard } from "./bewaard.js";
import { maakFilters, tel, toonGekozen, zetFilters } from "./filters.js";
import { maakPlaat } from "./plaat.js";
import { vraagPlek } from "./plek.js";
import { leesMomenten } from "./rangorde.js";
import { adres, gewisseld, isLeeg, lees } from "./staat.js";
import { moment, zoek } from "./zoek.js";
import { keren, kort, volgende } from "../nu.js";

const RUST = 250; // ms after the last key: counts, map and address follow
const STILTE = 900; // ms after the last key: the number is read out
const TYPEND = 4; // results that are drawn at each key

const $ = (id) => document.getElementById(id);
const zoeker = $("zoeker");
const vak = zoeker.querySelector(".zoek input");
const { wortel, eind } = zoeker.dataset;
const naar = (pad) => `${wortel}${pad}/${eind}`;
const delen = { niets: $("niets"), zin: $("niets-zin"), bijna: $("bijna"), ook: $("ook-kijken"), loket: $("loket") };

let bron;
let staat = lees();
let plek = null;
let aantal = EERST;
let uitkomst = null;
let plaat;
let wacht;
let melding;

const omgeving = () => ({ bron, naar, adres: (een) => naar(een.id), bewaard: new Set(leesBewaard()), bewaar, wijsAan: plaat.wijsAan });

// Draws the results; `typend`: only the first, now, and the rest when the keys rest.
function teken(typend = false) {
  uitkomst = zoek(staat, bron, { plek, half: typend });
  const leeg = isLeeg(staat);
  const { gevonden, zeker, nu } = uitkomst;
  const lijst = leeg || !zeker ? [] : gevonden.slice(0, typend ? Math.min(TYPEND, aantal) : aantal);
  const hier = { ...omgeving(), nu };
  vervang($("resultaten"), lijst.map((een) => resultaat(een, hier)));
  $("resultaten").dataset.aantal = String(zeker ? gevonden.length : 0);
  $("resultaten").dataset.klaar = "ja";
  toonNood($("nood"), uitkomst.nood);
  $("aantal").textContent = leeg ? `${bron.actief.length} plekken op de kaart.` : aantalZin(uitkomst, staat, bron);
  $("bladeren").hidden = !leeg;
  $("meer").hidden = lijst.length >= gevonden.length || !lijst.length;
  if (leeg) delen.niets.hidden = true;
  else toonNiets(delen, uitkomst, hier);
  clearTimeout(wacht);
  clearTimeout(melding);
  wacht = setTimeout(() => rond(typend), typend ? RUST : 0);
  melding = setTimeout(() => { $("gemeld").textContent = leeg ? "" : $("aantal").textContent; }, STILTE);
}

// What is the same stays where it is: the browser then has less to lay out, and focus is not lost.
function vervang(lijst, nieuw) {
  for (const [i, een] of nieuw.entries()) {
    const oud = lijst.children[i];
    if (!oud) lijst.append(een);
    else if (!oud.isEqualNode(een)) oud.replaceWith(een);
  }
  while (lijst.children.length > nieuw.length) lijst.lastElementChild.remove();
}

// What need not keep up with the keys.
function rond(naTypen) {
  if (naTypen) {
    history.replaceState(null, "", adres(staat));
    return teken();
  }
  const leeg = isLeeg(staat);
  const gezocht = leeg ? bron.actief : uitkomst.alles.map(({ document }) => document);
  zetFilters($("filtervak"), staat, tel(gezocht, staat.keuzes, bron, uitkomst.nu));
  toonGekozen($("gekozen"), staat, bron, kies);
  const bedoeld = bedoeldZin(uitkomst.vraag, bron);
  $("bedoeld").hidden = !bedoeld;
  $("bedoeld").textContent = bedoeld;
  plaat.toon(leeg ? [] : uitkomst.gevonden);
}

function naarStaat(nieuw) {
  const oud = location.pathname + location.search;
  staat = nieuw;
  aantal = EERST;
  if (adres(staat) !== oud) history.pushState(null, "", adres(staat));
}

async function kies(naam, waarde, aan = true) {
  if (naam === "bij" && waarde === "hier" && !plek) {
    $("plek-zin").textContent = "Uw browser vraagt of wij mogen weten waar u bent. Uw plek blijft in uw browser.";
    try {
      plek = await vraagPlek();
      $("plek-zin").textContent = "";
    } catch {
      $("plek-zin").textContent = "Wij weten niet waar u bent. Kies een dorp bij “Dicht bij”.";
      return;
    }
  }
  if (naam === "bij") naarStaat({ ...staat, bij: waarde });
  else if ($("filtervak").elements[naam] instanceof HTMLSelectElement) naarStaat({ ...staat, keuzes: { ...staat.keuzes, [naam]: aan && waarde ? [waarde] : staat.keuzes[naam].filter((een) => aan ? false : een !== waarde) } });
  else naarStaat(gewisseld(staat, naam, waarde, aan));
  const weggehaald = document.activeElement?.closest("#gekozen");
  teken();
  if (weggehaald) $("aantal").focus({ preventScroll: true });
}

function bewaar(id) {
  const ids = leesBewaard();
  zetBewaard(ids.includes(id) ? ids.filter((een) => een !== id) : [...ids, id]);
  toonLijst();
  const terug = document.activeElement?.closest("[data-id]")?.dataset.id;
  teken();
  if (terug) document.querySelector(`[data-id="${CSS.escape(terug)}"] .bewaar`)?.focus({ preventScroll: true });
}

function toonLijst() {
  const nu = moment();
  for (const een of bron.documenten) {
    if (!leesBewaard().includes(een.id) && !staat.gedeeld.includes(een.id)) continue;
    const keer = een.keren && volgende(keren(een.keren), nu);
    een.wanneer = keer ? kort(keer, nu) : "";
  }
  const zet = (ids) => {
    zetBewaard(ids);
    if (staat.gedeeld.length) naarStaat({ ...staat, gedeeld: [] });
    toonLijst();
    teken();
    ($("bewaard").hidden ? vak : $("bewaard-kop")).focus({ preventScroll: true });
  };
  toonBewaard($("bewaard"), { ids: leesBewaard(), gedeeld: staat.gedeeld, bron, adres: (een) => naar(een.id), zet });
}

// Files beside the first, when there are many: those of the chosen kernen hold nothing up.
async function haalRest() {
  const namen = bron.delen.length ? [] : bronDelen;
  if (!namen.length) return;
  vulAan(bron, await Promise.all(namen.map((naam) => haal(new URL(naam, new URL(zoeker.dataset.bron, location.href))))));
}

// What the first keys would otherwise wait for.
function warmOp({ documenten }) {
  for (const een of documenten) een.momenten ??= leesMomenten(een);
  for (const q of ["ik zoek iemand voor de tuin op vrijdagmiddag", "samn eten"]) zoek({ ...lees(""), q }, bron);
}

let bronDelen = [];
const haal = async (adresVan) => (await fetch(adresVan)).json();

async function begin() {
  const gegevens = await haal(zoeker.dataset.bron);
  bronDelen = gegevens.delen.filter((deel) => typeof deel === "string");
  bron = maakBron(gegevens);
  await haalRest();
  zoeker.querySelector(".zoek-werk").hidden = false;
  maakFilters($("filtervak"), bron, kies);
  plaat = maakPlaat(zoeker.querySelector("[data-kaart]"), { lijst: $("resultaten"), naar, knop: $("op-de-kaart") });
  vak.value = staat.q;
  if (matchMedia("(min-width: 60rem)").matches && Object.values(staat.keuzes).some(({ length }) => length)) $("filters").open = true;
  toonLijst();
  teken();
  vak.addEventListener("input", () => {
    staat = { ...staat, q: vak.value };
    aantal = EERST;
    teken(true);
  });
  vak.form.addEventListener("submit", (gebeurtenis) => {
    gebeurtenis.preventDefault();
    naarStaat({ ...staat, q: vak.value });
    teken();
    $("aantal").focus();
  });
  $("meer").addEventListener("click", () => {
    const eerste = $("resultaten").children.length;
    aantal += EERST;
    teken();
    $("resultaten").children[eerste]?.querySelector("a").focus();
  });
  (window.requestIdleCallback ?? setTimeout)(() => warmOp(bron));
  addEventListener("popstate", () => {
    staat = lees();
    vak.value = staat.q;
    toonLijst();
    teken();
  });
}

begin().catch((fout) => {
  // The pages with the full lists stay in sight.
  $("gemeld").textContent = "";
  console.error(fout);
});
