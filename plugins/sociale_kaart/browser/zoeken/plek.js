// How far something is: from a kern or from where the visitor is. The place of the visitor stays in the browser.

import { dient } from "./rangorde.js";

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
