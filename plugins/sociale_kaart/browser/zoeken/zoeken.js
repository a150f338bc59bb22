// The finder's page: ties the address, the search and what is seen together. The steps themselves stand beside it.

import { haalBron } from "./bron.js";
import { aantalZin, bedoeldZin, EERST, eerstvolgende, plekken, toonKaartjes, toonNiets, toonNood, zetTekst } from "./beeld.js";
import { leesBewaard, toonBewaard, wissel, zetBewaard } from "./bewaard.js";
import { maakDichtbij, maakFilters, tel, toonGekozen, zetDichtbij, zetFilters } from "./filters.js";
import { nood } from "./nood.js";
import { warmOp, zodraRustig } from "./opwarmen.js";
import { maakPlaat } from "./plaat.js";
import { vraagPlek } from "./plek.js";
import { adres, gewisseld, isLeeg, lees } from "./staat.js";
import { moment, zoek } from "./zoek.js";

const RUST = 250; // ms after the last key: the whole list, counts and address follow
const STILTE = 900; // ms after the last key: the number is read out
const KAARTRUST = 400; // and after the counts the map, which takes longest to draw
const OOGWENK = 20; // ms after the frame of a key: what is in sight but was not in that frame
const TYPEND = 3; // results that are drawn at each key, with the frame
const SCHERM = 5; // and a moment later: what is in sight

const $ = (id) => document.getElementById(id);
const zoeker = $("zoeker");
const vak = zoeker.querySelector(".zoek input");
const { wortel, eind } = zoeker.dataset;
const naar = (pad) => `${wortel}${pad}/${eind}`;
const delen = { niets: $("niets"), kop: $("niets-kop"), zin: $("niets-zin"), bijna: $("bijna"), ook: $("ook-kijken"), loket: $("loket") };

let bron;
let staat = lees();
let plek = null;
let aantal = EERST;
let uitkomst = null;
let plaat;
let beurt = 0;
let melding;

const omgeving = () => ({ bron, naar, adres: (een) => naar(een.id), bewaard: new Set(leesBewaard()), bewaar, wijsAan: plaat.wijsAan });

const rust = (ms) => new Promise((verder) => { setTimeout(verder, ms); });
const naBeeld = () => new Promise((verder) => { requestAnimationFrame(() => setTimeout(verder, OOGWENK)); });

// Draws the results. `typend`: only what is in sight, now; the rest when the keys rest.
function teken(typend = false) {
  if (!typend) zoeker.removeAttribute("data-typt");
  zoekEnToon(typend, typend ? TYPEND : aantal);
  hierna(typend
    ? [[naBeeld, toonScherm], [() => rust(RUST), toonUitgetypt], [rust, toonRest], [rust, rond], [() => rust(KAARTRUST), toonKaart]]
    : [[rust, rond], [rust, toonKaart]]);
  clearTimeout(melding);
  melding = setTimeout(() => { $("gemeld").textContent = uitkomst.leeg ? "" : $("aantal").textContent; }, STILTE);
}

// One step after another, with room for a key between them; a next key drops what was still to be done.
async function hierna(stappen) {
  const deze = beurt += 1;
  for (const [wacht, stap] of stappen) {
    await wacht();
    if (deze !== beurt) return;
    stap();
  }
}

function zoekEnToon(half, hoeveel) {
  uitkomst = zoek(staat, bron, { plek, half });
  const { gevonden, zeker, leeg } = uitkomst;
  if (half && !leeg) zoeker.setAttribute("data-typt", "");
  toonLijst(hoeveel);
  $("resultaten").dataset.aantal = String(zeker ? gevonden.length : 0);
  $("resultaten").dataset.klaar = "ja";
  zetTekst($("aantal"), leeg ? `${plekken(bron.actief.length)} op de kaart.` : aantalZin(uitkomst, bron));
  $("zoek-hulp").hidden = !leeg;
  if (!half) {
    toonMelding();
    toonBladeren();
  }
  if (half && (leeg || (zeker && gevonden.length))) delen.niets.hidden = true;
  if (!half) toonBijna();
}

function toonBijna() {
  if (uitkomst.leeg) delen.niets.hidden = true;
  else toonNiets(delen, uitkomst, { ...omgeving(), nu: uitkomst.nu });
}

// The long lists of villages and subjects: they stand below, and laying them out takes longer than all the rest.
function toonBladeren() {
  $("bladeren").hidden = !isLeeg(staat);
}

// The numbers for who is in danger.
const toonMelding = () => toonNood($("nood"), nood(staat.q, bron.nood));

// What is in sight but need not come with the frame of a key.
function toonScherm() {
  zoeker.setAttribute("data-typt", "");
  toonMelding();
  toonBladeren();
  toonLijst(SCHERM);
  toonBijna();
}

// What stands below the first few stays for a frame as it was.
function toonLijst(hoeveel) {
  const { vraag, gevonden, zeker, nu, leeg } = uitkomst;
  const alle = leeg || !zeker ? [] : gevonden.slice(0, aantal);
  const lijst = alle.slice(0, hoeveel);
  toonKaartjes($("resultaten"), lijst, { ...omgeving(), nu, op: vraag.tijd?.datum ?? null }, hoeveel < SCHERM ? Math.min(alle.length, SCHERM) : 0);
  $("meer").hidden = lijst.length >= gevonden.length || lijst.length < aantal;
}

function toonUitgetypt() {
  history.replaceState(null, "", adres(staat));
  zoekEnToon(false, SCHERM);
}

function toonRest() {
  toonLijst(aantal);
  zoeker.removeAttribute("data-typt");
}

// What need not keep up with the keys.
function rond() {
  const gezocht = uitkomst.leeg ? bron.actief : uitkomst.alles.map(({ document }) => document);
  zetFilters($("filtervak"), staat, tel(gezocht, staat.keuzes, bron, uitkomst.nu), `Toon ${plekken(uitkomst.leeg ? bron.actief.length : uitkomst.gevonden.length)}`);
  zetDichtbij($("dichtbij"), staat);
  toonGekozen($("gekozen"), staat, bron, kies);
  const bedoeld = bedoeldZin(uitkomst.vraag, bron);
  $("bedoeld").hidden = !bedoeld;
  zetTekst($("bedoeld"), bedoeld);
}

const toonKaart = () => plaat.toon(uitkomst.leeg ? [] : uitkomst.gevonden);

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
      $("plek-zin").textContent = "Wij weten niet waar u bent. Kies het dorp waar u dichtbij zoekt.";
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
  wissel(id);
  toonHetBewaarde();
  const terug = document.activeElement?.closest("[data-id]")?.dataset.id;
  teken();
  if (terug) document.querySelector(`[data-id="${CSS.escape(terug)}"] .bewaar`)?.focus({ preventScroll: true });
}

function toonHetBewaarde() {
  const nu = moment();
  for (const een of bron.documenten) {
    if (!leesBewaard().includes(een.id) && !staat.gedeeld.includes(een.id)) continue;
    een.wanneer = een.gestopt ? "gestopt" : een.dicht ? "tijdelijk gesloten" : eerstvolgende(een, nu);
  }
  const zet = (ids) => {
    zetBewaard(ids);
    if (staat.gedeeld.length) naarStaat({ ...staat, gedeeld: [] });
    toonHetBewaarde();
    teken();
    ($("bewaard").hidden ? vak : $("bewaard-kop")).focus({ preventScroll: true });
  };
  toonBewaard($("bewaard"), { ids: leesBewaard(), gedeeld: staat.gedeeld, bron, naar, zet });
}

function toonFilters(open) {
  $("filtervak").hidden = !open;
  $("filterknop").ariaExpanded = String(open);
}

async function begin() {
  bron = await haalBron(zoeker.dataset.bron);
  zoeker.querySelector(".zoek-werk").hidden = false;
  maakFilters($("filtervak"), bron, kies);
  maakDichtbij($("dichtbij"), bron, kies);
  plaat = maakPlaat(zoeker.querySelector("[data-kaart]"), { lijst: $("resultaten"), naar, knop: $("op-de-kaart") });
  const alGetypt = vak.value !== ""; // while the data was on its way
  if (alGetypt) staat = { ...staat, q: vak.value };
  else vak.value = staat.q;
  toonFilters(matchMedia("(min-width: 60rem)").matches && Object.values(staat.keuzes).some(({ length }) => length));
  toonHetBewaarde();
  teken(alGetypt);
  vak.addEventListener("focus", () => zodraRustig(plaat.haalVast), { once: true });
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
  $("filterknop").addEventListener("click", () => toonFilters($("filtervak").hidden));
  $("filtervak").addEventListener("submit", (gebeurtenis) => {
    gebeurtenis.preventDefault();
    toonFilters(false);
    $("aantal").focus();
  });
  $("meer").addEventListener("click", () => {
    const eerste = $("resultaten").children.length;
    aantal += EERST;
    teken();
    $("resultaten").children[eerste]?.querySelector("a").focus();
  });
  warmOp(vak, omgeving(), TYPEND);
  addEventListener("popstate", () => {
    staat = lees();
    vak.value = staat.q;
    toonHetBewaarde();
    teken();
  });
}

begin().catch((fout) => {
  // The pages with the full lists stay in sight.
  $("gemeld").textContent = "";
  console.error(fout);
});
