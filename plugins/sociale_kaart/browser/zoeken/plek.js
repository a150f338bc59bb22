// How far something is: from a kern or from where the visitor is. The place of the visitor stays in the browser.
// And which places a question names.

import { dient } from "./rangorde.js";
import { woordenIn } from "./woorden.js";

const AARDE = 6371; // kilometres

export function kilometers([lat1, lon1], [lat2, lon2]) {
  const graad = Math.PI / 180;
  const [dLat, dLon] = [(lat2 - lat1) * graad, (lon2 - lon1) * graad];
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(lat1 * graad) * Math.cos(lat2 * graad) * Math.sin(dLon / 2) ** 2;
  return 2 * AARDE * Math.asin(Math.sqrt(h));
}

// The kernen with the nearest first.
export function kernenVanaf(punt, kernen) {
  return Object.entries(kernen).filter(([, kern]) => kern.punt && !kern.breed)
    .map(([id, kern]) => ({ id, naam: kern.naam, ver: kilometers(punt, kern.punt) })).sort((a, b) => a.ver - b.ver);
}

// From `punt` in `kern`: who comes there, or works from there, is near.
export function hoeVer(document, { punt, kern }, kernen) {
  if (document.aanhuis && dient(document, kern)) return { km: 0, zin: "komt bij u thuis" };
  const daar = document.punt || kernen[document.kern]?.punt;
  if (!document.punt && dient(document, kern)) return { km: 0.5, zin: "ook voor uw dorp" };
  if (!daar) return { km: Infinity, zin: "" };
  const km = kilometers(punt, daar);
  return { km, zin: km < 1 ? `${Math.max(50, Math.round(km * 20) * 50)} meter` : `${km < 10 ? km.toFixed(1).replace(".", ",") : Math.round(km)} kilometer` };
}

export const vraagPlek = () => new Promise((klaar, mis) => {
  navigator.geolocation.getCurrentPosition(({ coords }) => klaar([coords.latitude, coords.longitude]), mis, { maximumAge: 300_000, timeout: 15_000 });
});

// All names of kernen and buurten, those of more words first.
const plaatsnamen = (kernen) => Object.entries(kernen).flatMap(([kern, { naam, buurten, breed }]) => breed ? [] : [
  { kern, stukken: woordenIn(naam) },
  ...buurten.map((buurt) => ({ kern, buurt, stukken: woordenIn(buurt) })),
]).sort((a, b) => b.stukken.length - a.stukken.length);

// Each with the number of its first word.
export function zoekPlaatsen(woorden, bron) {
  const gevonden = [];
  for (const naam of (bron.plaatsnamen ??= plaatsnamen(bron.kernen))) {
    for (let i = 0; i + naam.stukken.length <= woorden.length; i += 1) {
      const hier = woorden.slice(i, i + naam.stukken.length);
      if (hier.some(({ rol }) => rol) || !hier.every((woord, j) => isNaam(woord, naam.stukken[j], bron))) continue;
      const zeker = naam.stukken.length > 1 || plaatsBedoeld(woorden, i, bron);
      if (!zeker) { hier[0].misschien = naam.kern; continue; }
      for (const woord of hier) woord.rol = "plaats";
      if (!gevonden.some(({ kern, buurt }) => kern === naam.kern && buurt === naam.buurt)) gevonden.push({ ...naam, i });
    }
  }
  return gevonden;
}

function isNaam({ woord, stam }, naam, bron) {
  if (woord === naam || (woord === "st" && naam === "sint")) return true;
  if (naam.length < 5 || bron.inTeksten.has(stam) || bron.opWoord.has(stam)) return false;
  return verschilt(woord, naam) === 1 && bron.woordenlijst.bedoeld(woord).length === 0;
}

function verschilt(a, b) {
  if (Math.abs(a.length - b.length) > 1 || a[0] !== b[0]) return 2;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i += 1;
  const [resta, restb] = [a.slice(i), b.slice(i)];
  if (resta.slice(1) === restb || resta === restb.slice(1) || resta.slice(1) === restb.slice(1)) return 1;
  return resta[0] === restb[1] && resta[1] === restb[0] && resta.slice(2) === restb.slice(2) ? 1 : 2;
}

// A name that is also an ordinary word (Dieren) is a place after "in", with a capital, or where it closes the question.
function plaatsBedoeld(woorden, i, bron) {
  const { woord, stam, hoofdletter } = woorden[i];
  const gewoonWoord = bron.opWoord.has(stam);
  if (!gewoonWoord) return woorden[i - 1]?.woord !== "gemeente" || Object.keys(bron.kernen).length < 3;
  const voor = woorden[i - 1]?.woord;
  if (bron.taal.plaats_na.includes(voor)) return true;
  if (bron.taal.woord_na.includes(voor)) return false;
  if (hoofdletter && i > 0) return true;
  return i > 0 && i === woorden.length - 1 && woord.length > 3;
}
