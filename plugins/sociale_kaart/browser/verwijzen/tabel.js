// The table for professionals: sorting needs only what stands there; searching and filtering fetch the finder's
// own engine, when somebody asks for it or the address does.

import { leesBewaard, wissel } from "../zoeken/bewaard.js";
import { maak } from "../zoeken/maak.js";
import { adres, gewisseld, isLeeg, lees } from "../zoeken/staat.js";
import { maakVolgorde } from "./volgorde.js";

const RUST = 200; // ms after the last key
const STILTE = 900; // ms until the number is read out

const $ = (id) => document.getElementById(id);
const vak = $("zoek");
const tabel = document.querySelector(".verwijs-tabel");
for (const kop of tabel.querySelectorAll("[data-kolom]")) kop.replaceChildren(maak("button", { type: "button" }, kop.textContent));
const volgorde = maakVolgorde(tabel);
const opId = new Map(volgorde.rijen.map((rij) => [rij.dataset.id, rij]));

let staat = lees();
let kolom = { nummer: -1, omlaag: false };
let motor = null; // the finder's modules and its data
let klok;
let melding;

const plekken = (aantal) => aantal === 1 ? "1 plek" : `${aantal} plekken`;

function haalMotor() {
  motor ??= Promise.all([import("../zoeken/bron.js"), import("../zoeken/filters.js"), import("../zoeken/zoek.js")])
    .then(async ([{ haalBron }, filters, { zoek }]) => {
      const bron = await haalBron($("verwijs").dataset.bron);
      filters.maakFilters($("filtervak"), bron, kies);
      return { bron, filters, zoek };
    });
  return motor;
}

// The ids that pass, in the order of the search; null when nothing was asked.
function zoekUit({ bron, zoek }) {
  const uitkomst = zoek(staat, bron);
  return { ...uitkomst, ids: (uitkomst.zeker ? uitkomst.gevonden : []).map(({ document }) => document.id).filter((id) => opId.has(id)) };
}

async function teken() {
  if (isLeeg(staat) && !motor) return zetRijen(null);
  const hulp = await haalMotor();
  const uitkomst = zoekUit(hulp);
  zetRijen(isLeeg(staat) ? null : uitkomst.ids);
  requestAnimationFrame(() => setTimeout(zetKeuzes, 0, hulp, uitkomst)); // after the rows are painted
}

function zetRijen(ids) {
  const gevonden = ids?.map((id) => opId.get(id));
  rangschik(gevonden);
  const aantal = gevonden?.length ?? opId.size;
  $("aantal").textContent = gevonden ? `${aantal} van de ${plekken(opId.size)}${staat.q.trim() && ` voor “${staat.q.trim()}”`}.` : `${plekken(opId.size)}.`;
  $("niets").hidden = aantal > 0;
  clearTimeout(melding);
  melding = setTimeout(() => { $("gemeld").textContent = isLeeg(staat) ? "" : $("aantal").textContent; }, STILTE);
}

// By the column that was chosen, else as the search ranks them, else by kern.
function rangschik(gevonden) {
  const door = gevonden && new Set(gevonden);
  if (kolom.nummer >= 0) {
    const lijst = volgorde.opKolom(kolom.nummer, kolom.omlaag);
    volgorde.inLijst(door ? lijst.filter((rij) => door.has(rij)) : lijst);
  } else if (gevonden && (staat.q.trim() || staat.bij)) volgorde.inLijst(gevonden);
  else volgorde.perDorp(door);
  for (const [nummer, kop] of volgorde.koppen.entries()) {
    if (nummer === kolom.nummer) kop.ariaSort = kolom.omlaag ? "descending" : "ascending";
    else kop.removeAttribute("aria-sort");
  }
  $("per-dorp").hidden = kolom.nummer < 0;
}

function zetKeuzes({ bron, filters }, { alles, nu, ids }) {
  const gezocht = isLeeg(staat) ? bron.actief : alles.map(({ document }) => document);
  const aantal = isLeeg(staat) ? opId.size : ids.length;
  filters.zetFilters($("filtervak"), staat, filters.tel(gezocht, staat.keuzes, bron, nu), `Toon ${plekken(aantal)}`);
  filters.toonGekozen($("gekozen"), staat, bron, kies);
}

function naarStaat(nieuw, stap = true) {
  const oud = location.pathname + location.search;
  staat = nieuw;
  if (adres(staat) !== oud) history[stap ? "pushState" : "replaceState"](null, "", adres(staat));
  return teken();
}

async function kies(naam, waarde, aan = true) {
  const weggehaald = document.activeElement?.closest("#gekozen");
  const enkel = naam !== "bij" && $("filtervak").elements[naam] instanceof HTMLSelectElement;
  const zonder = enkel ? { ...staat, keuzes: { ...staat.keuzes, [naam]: [] } } : staat;
  if (naam === "bij") await naarStaat({ ...staat, bij: waarde });
  else await naarStaat(waarde ? gewisseld(zonder, naam, waarde, aan) : zonder);
  if (weggehaald) $("aantal").focus({ preventScroll: true });
}

async function toonFilters(open) {
  if (open) {
    $("filterknop").ariaBusy = "true";
    await haalMotor();
    $("filterknop").ariaBusy = "false";
    await teken();
  }
  $("filtervak").hidden = !open;
  $("filterknop").ariaExpanded = String(open);
}

function toonBewaard() {
  const ids = leesBewaard();
  const hier = ids.filter((id) => opId.has(id));
  for (const [id, rij] of opId) {
    const knop = rij.querySelector(".bewaar");
    const is = String(hier.includes(id));
    if (knop.ariaPressed === is) continue;
    knop.ariaPressed = is;
    knop.textContent = is === "true" ? "Bewaard" : "Bewaar";
    knop.ariaLabel = `${knop.textContent}: ${rij.querySelector("a").textContent}`;
  }
  $("balk").hidden = !hier.length;
  $("balk").firstElementChild.textContent = `Verwijsblad met ${plekken(hier.length)}`;
}

tabel.addEventListener("click", ({ target }) => {
  const bewaar = target.closest(".bewaar");
  if (bewaar) {
    wissel(bewaar.closest("tr").dataset.id);
    toonBewaard();
  }
  const kop = target.closest("thead button")?.parentElement;
  if (!kop) return;
  const nummer = volgorde.koppen.indexOf(kop);
  kolom = { nummer, omlaag: nummer === kolom.nummer && !kolom.omlaag };
  teken();
});
$("per-dorp").addEventListener("click", () => {
  kolom = { nummer: -1, omlaag: false };
  teken();
  $("aantal").focus({ preventScroll: true });
});
$("afdrukken").addEventListener("click", () => print());
$("filterknop").addEventListener("click", () => toonFilters($("filtervak").hidden));
$("filtervak").addEventListener("submit", (gebeurtenis) => {
  gebeurtenis.preventDefault();
  toonFilters(false);
  $("aantal").focus();
});
vak.addEventListener("focus", haalMotor, { once: true });
vak.addEventListener("input", () => {
  clearTimeout(klok);
  klok = setTimeout(() => naarStaat({ ...staat, q: vak.value }, false), RUST);
});
vak.form.addEventListener("submit", async (gebeurtenis) => {
  gebeurtenis.preventDefault();
  clearTimeout(klok);
  await naarStaat({ ...staat, q: vak.value });
  $("aantal").focus();
});
addEventListener("popstate", () => {
  staat = lees();
  vak.value = staat.q;
  teken();
});
addEventListener("beforeprint", volgorde.legAlles);
addEventListener("pageshow", toonBewaard); // also on the way back from the sheet

vak.value = staat.q;
toonBewaard();
teken().then(() => { tabel.dataset.klaar = "ja"; });
// What the first click would otherwise wait for.
(window.requestIdleCallback ?? setTimeout)(() => {
  for (const [nummer, kop] of volgorde.koppen.entries()) if (kop.dataset.kolom) volgorde.opKolom(nummer, false);
});
