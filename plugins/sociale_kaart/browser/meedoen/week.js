// One week of opening hours as seven days, and back into the notation of the format.

import { DAGEN, leesDagen, leesTijdvakken } from "./tijden.js";
import { alsLijst, isAfspraak, isGesloten, klok, reeksen } from "./zinnen.js";

export const ANDERS = ["seizoen", "niet_in", "opmerking"];

// Of each day what is written for it ("10:00-12:00", "gesloten"), "" when it is not named.
export function dagenVan(blok) {
  const week = Array(7).fill("");
  for (const [sleutel, waarde] of Object.entries(blok ?? {})) {
    if (!ANDERS.includes(sleutel)) for (const dag of leesDagen(sleutel) ?? []) week[dag] = alsLijst(waarde).join(", ");
  }
  return week;
}

// The times of one day as pairs for two fields; null when they are no times.
export function vakkenVan(tekst) {
  return tekst && !isAfspraak(tekst) && !isGesloten(tekst)
    ? leesTijdvakken(tekst)?.map(({ begin, einde }) => [klok(begin, ":"), einde === null ? "" : klok(einde, ":")]) ?? null
    : [];
}

// What is no time (yet), in two fields as it was typed.
export function losVak(tekst) {
  const [van, tot = ""] = tekst.trim().replace(/^vanaf /, "").split("-", 2);
  return [van, tot];
}

// "9 uur" → "9:00"
export const netteTijd = (tijd) => tijd.trim().replace(/^(\d{1,2})(?:\s*[.:u]?\s*(\d{2}))?(?:\s*(?:uur|u))?$/, (_, uur, minuut) => `${uur}:${minuut ?? "00"}`);

// "9", "" → "vanaf 9:00"; what is no time stays what was typed.
export function vakTekst([van, tot]) {
  const geschreven = [van, tot].map(netteTijd);
  if (!geschreven[0] && !geschreven[1]) return "";
  return geschreven[1] ? geschreven.join("-") : `vanaf ${geschreven[0]}`;
}

const zelfde = (een, ander) => een === ander || (leesTijdvakken(een) !== null && JSON.stringify(leesTijdvakken(een)) === JSON.stringify(leesTijdvakken(ander)));

// The block with these days. Lines of which no day changed stay as they were; of a line that changed as a whole
// only its times change.
export function zetDagen(blok, week) {
  const oud = dagenVan(blok);
  const regels = [];
  const over = new Set(week.keys());
  for (const [sleutel, waarde] of Object.entries(blok ?? {})) {
    const dagen = ANDERS.includes(sleutel) ? null : leesDagen(sleutel);
    if (!dagen) continue;
    const nieuw = week[dagen[0]];
    const alsEen = dagen.every((dag) => zelfde(week[dag], nieuw));
    if (!nieuw || !alsEen) continue;
    regels.push({ eerste: dagen[0], sleutel, waarde: zelfde(nieuw, oud[dagen[0]]) ? waarde : nieuw });
    dagen.forEach((dag) => over.delete(dag));
  }
  for (const groep of groepen(week, [...over].filter((dag) => week[dag]))) {
    regels.push({ eerste: groep[0], sleutel: dagSleutel(groep), waarde: week[groep[0]] });
  }
  regels.sort((a, b) => a.eerste - b.eerste);
  return Object.fromEntries(regels.map(({ sleutel, waarde }) => [sleutel, waarde]));
}

// Days in a row with the same times.
function groepen(week, dagen) {
  const gevonden = [];
  for (const dag of dagen) {
    const vorige = gevonden.at(-1);
    if (vorige && vorige.at(-1) === dag - 1 && zelfde(week[vorige[0]], week[dag])) vorige.push(dag);
    else gevonden.push([dag]);
  }
  return gevonden.flatMap((groep) => (groep.length === 2 ? groep.map((dag) => [dag]) : [groep]));
}

const dagSleutel = (dagen) => {
  if (dagen.length === 7) return "dagelijks";
  return dagen.length > 1 ? `${DAGEN[dagen[0]]}-${DAGEN[dagen.at(-1)]}` : DAGEN[dagen[0]];
};

// The days of an activity: a list, or a range of three days and more.
export const dagSleutels = (dagen) => (dagen.length > 2 && reeksen(dagen).length === 1 ? [dagSleutel(dagen)] : dagen.map((dag) => DAGEN[dag]));
