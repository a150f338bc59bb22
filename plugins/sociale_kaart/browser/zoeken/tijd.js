// When it should be: the days and the part of the day that a question names.

import { isNiet } from "./ontkenning.js";

const DAGWOORD = /^((?:maan|dins|woens|donder|vrij|zater|zon)dag|weekend)(ochtend|morgen|middag|avond|nacht)?(?:en|s)?$/;
const VANDAAG = { vandaag: [0, ""], vanochtend: [0, "ochtend"], vanmorgen: [0, "ochtend"], vanmiddag: [0, "middag"], vanavond: [0, "avond"], morgen: [1, ""], morgenochtend: [1, "ochtend"], morgenmiddag: [1, "middag"], morgenavond: [1, "avond"], overmorgen: [2, ""] };

export function zoekTijd(woorden, bron) {
  const { dagen, dagdelen } = bron.taal;
  const tijd = { dagen: [], deel: null, straks: null, niet: false };
  for (const [i, woord] of woorden.entries()) {
    const dag = DAGWOORD.exec(woord.woord);
    if (dag) {
      tijd.dagen.push(...dagen[dag[1]]);
      if (dag[2]) tijd.deel = dagdelen[dag[2] === "morgen" ? "ochtend" : dag[2]];
    } else if (Object.hasOwn(VANDAAG, woord.woord)) {
      const [over, deel] = VANDAAG[woord.woord];
      tijd.straks = over;
      if (deel) tijd.deel = dagdelen[deel];
    } else if (Object.hasOwn(dagen, woord.woord)) tijd.dagen.push(...dagen[woord.woord]);
    else if (Object.hasOwn(dagdelen, woord.woord)) tijd.deel = dagdelen[woord.woord];
    else continue;
    woord.rol = "tijd";
    tijd.niet ||= isNiet(woorden, i);
  }
  return tijd.dagen.length || tijd.deel || tijd.straks !== null ? tijd : null;
}
