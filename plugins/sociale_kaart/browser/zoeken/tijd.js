// When it should be: the days, the part of the day, the hour and the date that a question names.

import { DAG, MAANDEN } from "../nu.js";
import { isNiet } from "./ontkenning.js";

const DAGWOORD = /^((?:maan|dins|woens|donder|vrij|zater|zon)dag|weekend)(ochtend|morgen|middag|avond|nacht)?(?:en|s)?$/;
const VANDAAG = { vandaag: [0, ""], vanochtend: [0, "ochtend"], vanmorgen: [0, "ochtend"], vanmiddag: [0, "middag"], vanavond: [0, "avond"], morgen: [1, ""], morgenochtend: [1, "ochtend"], morgenmiddag: [1, "middag"], morgenavond: [1, "avond"], overmorgen: [2, ""] };
const VOORUIT = 182; // days that the data look ahead (pages/keren.py)
const DAG_KORT = { ma: "maandag", di: "dinsdag", wo: "woensdag", do: "donderdag", vr: "vrijdag", za: "zaterdag", zo: "zondag" };
// "om elf uur" is half an hour more or less, "na zes uur" four hours.
const RUIMTE = { om: [-30, 30], rond: [-30, 30], omstreeks: [-30, 30], tegen: [-30, 30], na: [0, 240], vanaf: [0, 240] };
const EERSTE_UUR = 9; // an hour before it, without more, is in the afternoon or evening

export function zoekTijd(woorden, bron) {
  const { dagen, dagdelen } = bron.taal;
  const tijd = { dagen: [], deel: null, straks: null, niet: false, datum: zoekDatum(woorden, bron) };
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
    else if (Object.hasOwn(DAG_KORT, woord.woord) && isDag(woorden, i, dagdelen)) tijd.dagen.push(...dagen[DAG_KORT[woord.woord]]);
    else if (Object.hasOwn(dagdelen, woord.woord)) tijd.deel = dagdelen[woord.woord];
    else continue;
    woord.rol = "tijd";
    tijd.niet ||= isNiet(woorden, i) || (dag !== null && woorden[i - 1]?.woord === "geen"); // "geen zondag", not "geen nacht alleen"
  }
  tijd.deel = zoekUur(woorden, bron.taal, tijd.deel) ?? tijd.deel;
  return tijd.dagen.length || tijd.deel || tijd.straks !== null || tijd.datum !== null ? tijd : null;
}

// "eerste kerstdag", "25 dec": the first such day from the day of the data on, as far as the data look ahead.
function zoekDatum(woorden, { feesten, vandaag }) {
  const zin = ` ${woorden.map(({ woord }) => woord).join(" ")} `;
  const feest = Object.keys(feesten).find((naam) => zin.includes(` ${naam} `));
  const begin = Date.parse(vandaag);
  const jaar = new Date(begin).getUTCFullYear();
  for (const [i, getal] of woorden.entries()) {
    if (!/^\d\d?$/.test(getal.woord)) continue;
    const maand = MAANDEN.findIndex((naam) => [naam, naam.slice(0, 3)].includes(woorden[i + 1]?.woord));
    if (maand < 0) continue;
    const datum = [jaar, jaar + 1].map((dit) => Date.UTC(dit, maand, Number(getal.woord))).find((dag) => dag >= begin);
    if (datum > begin + VOORUIT * DAG) continue;
    for (const woord of [getal, woorden[i + 1]]) woord.stil = true;
    return datum;
  }
  return feest ? begin + feesten[feest] * DAG : null;
}

// "op wo", "zo middag"; not "zo fijn", not "ma van 80".
const isDag = (woorden, i, dagdelen) => ["op", "elke", "iedere"].includes(woorden[i - 1]?.woord) || Object.hasOwn(dagdelen, woorden[i + 1]?.woord ?? "");

// "om elf uur", "rond half drie", "na 19.30": as minutes since midnight, from and to. "Al 3 uur" is no hour of the day.
function zoekUur(woorden, { getallen }, dagdeel) {
  for (const [i, { woord }] of woorden.entries()) {
    if (!Object.hasOwn(RUIMTE, woord)) continue;
    const half = woorden[i + 1]?.woord === "half";
    const uurWoord = woorden[i + (half ? 2 : 1)];
    const uur = /^\d\d?$/.test(uurWoord?.woord ?? "") ? Number(uurWoord.woord) : getallen[uurWoord?.woord];
    const daarna = woorden[uurWoord?.i + 1];
    const minuten = /^[0-5]\d$/.test(daarna?.woord ?? "") ? Number(daarna.woord) : 0;
    const metUur = minuten || ["uur", "u", "00"].includes(daarna?.woord);
    if (!(uur >= 1 && uur <= 24) || !(half || metUur || (woord === "om" && !daarna))) continue;
    for (const een of [half && woorden[i + 1], uurWoord, metUur && daarna, woorden[uurWoord.i + 2]?.woord === "uur" && woorden[uurWoord.i + 2]]) if (een) een.rol = "tijd";
    const ochtend = dagdeel ? dagdeel[1] <= 720 : uur >= EERSTE_UUR;
    const moment = (uur < 12 && !ochtend ? uur + 12 : uur) * 60 + minuten - (half ? 30 : 0);
    return RUIMTE[woord].map((over) => moment + over);
  }
  return null;
}
