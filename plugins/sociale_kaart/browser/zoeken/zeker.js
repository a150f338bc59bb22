// Whether what was found answers the question, or only looks like it.

import { ZIN_VANAF } from "./rangorde.js";

const ONBEKEND_DEEL = 0.5; // of the words: above it, it was not really found
const ZIN_ZEKER = 0.6;
const NAAM_ZEKER = 0.4;

export function isZeker({ eenheden, rijen: alleRijen, lengte, naamLijkt }, bron) {
  if (naamLijkt.some(({ lijkt }) => lijkt >= NAAM_ZEKER)) return true;
  const rijen = alleRijen.filter(({ rij }) => [rij.id, ...rij.bij].some((id) => bron.plaatsen(id).nummers.length));
  if (!rijen.length && alleRijen.some(({ lijkt, raak }) => lijkt === 1 && raak.length >= lengte)) return false; // "roze salon" as a whole is nowhere
  const woorden = eenheden.filter((een) => !een.zwak && !een.geheel);
  if (!woorden.length) return rijen.length > 0 || !eenheden.some(({ geheel, lijkt }) => geheel && lijkt < ZIN_ZEKER); // of small words only
  const zin = lengte >= ZIN_VANAF;
  if (zin && rijen.some(({ lijkt }) => lijkt >= ZIN_ZEKER)) return true;
  bron.elders ??= new Set(bron.taal.elders.map((woord) => bron.stam(woord)));
  if (!zin && woorden.some(({ stam }) => bron.elders.has(stam) && !bron.inTeksten.has(stam))) return false;
  if (rijen.some(({ lijkt }) => lijkt >= ZIN_ZEKER)) return true;
  const nergens = woorden.filter((een) => !raakt(een, bron));
  return nergens.length / woorden.length <= ONBEKEND_DEEL;
}

// Whether a word leads to any entry. The name of an activity does by itself, not by the thema around it.
function raakt({ stam, opties }, bron) {
  const precies = alleenPrecies(stam, bron);
  const telt = ({ term, groep }) => !precies || (term.includes(":") ? precies.has(term) : !bron.taal.algemeen_achter.includes(groep)); // not any club for a schaakclub
  return [...opties.values()].some((optie) => telt(optie) && bron.plaatsen(optie.term).nummers.length);
}

function alleenPrecies(stam, bron) {
  bron.precies ??= new Set(bron.taal.precies);
  bron.ruim ??= new Set(bron.taal.ruim.map((woord) => bron.stam(woord)));
  if (bron.ruim.has(stam)) return null;
  const delen = bron.opWoord.has(stam) ? [] : bron.woordenlijst.delen(stam).filter((deel) => !bron.taal.algemeen_achter.includes(deel));
  const velden = [stam, ...delen].flatMap((deel) => bron.opWoord.get(deel) ?? []).map(({ id }) => id).filter((id) => id.startsWith("veld:"));
  return velden.length && velden.every((id) => bron.precies.has(id)) ? new Set(velden) : null;
}
