// What was typed, kept in this browser until it is done: a reload loses nothing, and nobody else gets it.

import { BRON } from "./bestand.js";

const sleutelVan = (id) => `meedoen:${id || "nieuw"}`;
const MERK = "$bron";

export function bewaar(id, inhoud) {
  const metMerk = (_, waarde) => (waarde?.[BRON] === undefined ? waarde : { ...waarde, [MERK]: waarde[BRON] });
  try {
    localStorage.setItem(sleutelVan(id), JSON.stringify(inhoud, metMerk));
  } catch { /* private mode: only for this page */ }
}

export function bewaard(id) {
  try {
    return JSON.parse(localStorage.getItem(sleutelVan(id)), (_, waarde) => {
      if (waarde?.[MERK] === undefined) return waarde;
      const { [MERK]: bron, ...rest } = waarde;
      return { ...rest, [BRON]: bron };
    });
  } catch {
    return null;
  }
}

export function wis(id) {
  try {
    localStorage.removeItem(sleutelVan(id));
  } catch { /* private mode: nothing was kept */ }
}
