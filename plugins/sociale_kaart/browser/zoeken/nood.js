// Whether a question sounds like danger, abuse or suicide. The words and the numbers are data
// (format/begrippen/noodnummers.yml); what only looks like it ("doodmoe") is taken out first.

import { gewoon, klank } from "./woorden.js";

const LANG_GENOEG = 8; // letters from which a word may be misspelt and still be meant

export function nood(tekst, nummers) {
  const zin = ` ${gewoon(tekst).replace(/[^a-z0-9]+/g, " ").trim()} `;
  return nummers.filter(({ woorden, patronen, niet }) => {
    const rest = niet.reduce((tot, uitdrukking) => tot.replaceAll(uitdrukking, " … "), zin);
    const klanken = new Set(rest.split(" ").map(klank));
    return woorden.some((woord) => rest.includes(` ${woord} `) || (woord.length >= LANG_GENOEG && !woord.includes(" ") && klanken.has(klank(woord))))
      || patronen.some((patroon) => patroon.test(rest));
  });
}
