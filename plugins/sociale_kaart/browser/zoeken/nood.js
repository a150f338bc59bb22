// Whether a question sounds like danger, abuse or suicide. The words and the numbers are data
// (format/begrippen/noodnummers.yml); what only looks like it ("doodmoe") is taken out first.

import { gewoon, klank } from "./woorden.js";

const LANG_GENOEG = 8; // letters from which a word may be misspelt and still be meant

// The data as it is asked at every key: patterns ready, and the words that may be misspelt by their sound.
export const leesNood = (rijen) => rijen.map((rij) => ({
  ...rij,
  patronen: rij.patronen.map((patroon) => new RegExp(patroon)),
  gesproken: new Set(rij.woorden.filter((woord) => woord.length >= LANG_GENOEG && !woord.includes(" ")).map(klank)),
}));

const klanken = new Map();
function klankVan(woord) {
  if (!klanken.has(woord)) klanken.set(woord, klank(woord));
  return klanken.get(woord);
}

export function nood(tekst, rijen) {
  const zin = ` ${gewoon(tekst).replace(/[^a-z0-9]+/g, " ").trim()} `;
  return rijen.filter(({ woorden, patronen, niet, gesproken }) => {
    const rest = niet.reduce((tot, uitdrukking) => tot.replaceAll(uitdrukking, " … "), zin);
    return woorden.some((woord) => rest.includes(` ${woord} `))
      || rest.split(" ").some((woord) => gesproken.has(klankVan(woord)))
      || patronen.some((patroon) => patroon.test(rest));
  });
}
