// Understanding a question: which words count, which are a place, a day or something unwanted, and what else each
// may mean. The result is units (one a word), each with the terms that answer it and how well.

import { geheel, naamLijkt } from "./gelijkenis.js";
import { isNiet, zoekNiet, zoekOverdreven } from "./ontkenning.js";
import { woordenIn } from "./woorden.js";
import { zoekPlaatsen } from "./plek.js";
import { GEWICHT, LANGE_ZIN_VANAF, NAAM_TOT, ZIN_VANAF } from "./rangorde.js";
import { zoekTijd } from "./tijd.js";

const VRIJWILLIGER = "veld:vrijwilliger-worden";
const AANBOD = [VRIJWILLIGER, "doelgroepen:vrijwilligers"];
const ZONDER_INDICATIE = "veld:zonder-indicatie";
const BEGIN = 3; // letters of a last word that tell something: who types slowly rests before it is whole
const DUIDELIJK = 1.25; // mistakes in a word of which it is still clear what was meant

export function begrijp(tekst, bron, { half = false } = {}) {
  const woorden = lees(tekst, bron);
  const zin = woordenIn(tekst).join(" ");
  const plaatsen = zoekPlaatsen(woorden, bron);
  const vraag = {
    plaatsen: plaatsen.filter(({ i }) => !isNiet(woorden, i)),
    nietIn: plaatsen.filter(({ i }) => isNiet(woorden, i)).map(({ kern }) => kern),
    tijd: zoekTijd(woorden, bron),
    niet: zoekNiet(woorden, bron),
  };
  zoekOverdreven(woorden, bron);
  zoekVerwanten(woorden, bron);
  const leeftijd = zoekLeeftijd(woorden, bron);
  const laatste = /\S$/.test(tekst) ? woorden.at(-1) : null; // perhaps still being typed
  const over = woorden.filter((woord) => !woord.rol && !(woord === laatste && zegtNogNiets(woord, bron)));
  vraag.eenheden = over.filter(({ stil }) => !stil).map((woord) => eenheid(woord, bron, { half: half && woord === laatste, enige: woorden.length === 1 }));
  const gelezen = zoalsBedoeld(over, vraag.eenheden);
  vraag.zinnen = zoekZinnen(gelezen, bron);
  koppelZinnen(vraag, gelezen, bron);
  if (leeftijd) vraag.eenheden.push(leeftijd);
  vraag.leeftijd = leeftijd && leeftijd.opties.keys().next().value.split(":")[1];
  vraag.lengte = woorden.length;
  vraag.naamLijkt = vraag.lengte <= NAAM_TOT ? naamLijkt(zin, bron) : [];
  if (woorden.length > 2) vraag.eenheden.push(...zoekWendingen(zin, bron));
  merkLosse(vraag, bron);
  const alles = geheel(gelezen, bron);
  if (alles) vraag.eenheden.push(alles);
  vraag.vrijwilliger = isVrijwilliger(zin, vraag, bron);
  if (vraag.vrijwilliger) for (const een of vraag.eenheden) telAanbod(een, bron);
  return vraag;
}

// Of who offers help it is what they can do that tells, more than that they offer it or who they are.
function telAanbod(een, { taal }) {
  if (taal.over_zichzelf.includes(een.woord) || een.opties.get(VRIJWILLIGER)?.woord) een.zwak = true;
  for (const term of AANBOD) {
    const optie = een.opties.get(term);
    if (optie) een.opties.set(term, { ...optie, gewicht: optie.gewicht * GEWICHT.bij });
  }
}

function lees(tekst, bron) {
  const rauw = tekst.normalize("NFC").match(/[\p{L}\p{M}\p{N}'’+-]+[,;]?/gu) ?? [];
  return rauw.flatMap((stuk) => woordenIn(stuk).map((woord) => {
    const stam = bron.stam(woord);
    return { woord, stam, komma: /[,;]$/.test(stuk) ? "," : "", hoofdletter: /^\p{Lu}/u.test(stuk), stil: isStil(woord, stam, bron), rol: "" };
  })).map((woord, i) => ({ ...woord, i }));
}

const zegtNogNiets = ({ woord, stam, stil }, { inTeksten, opWoord }) => !stil && woord.length < BEGIN && !inTeksten.has(stam) && !opWoord.has(stam);

// Also "dagje", for dag.
const isStil = (woord, stam, { stil, inTeksten, opWoord }) => woord.length < 2 || stil.has(woord) || (stil.has(stam) && !inTeksten.has(stam) && !opWoord.has(stam));

// Whom it is about

function zoekVerwanten(woorden, bron) {
  for (const [i, woord] of woorden.entries()) {
    if (bron.taal.geteld.includes(woord.woord) && isGetal(woorden[i - 1]?.woord ?? "", bron)) woord.stil = true;
    if (bron.taal.verwanten.includes(woord.woord) && isEigen(woorden, i, bron.taal)) woord.stil = true;
  }
}

// "mijn man", "mijn overleden man"; in a sentence also "sinds vader valt", and what stands first.
function isEigen(woorden, i, { bezit, vader_en_moeder, voor_vader_en_moeder }) {
  const [vorige, eerder] = [woorden[i - 1], woorden[i - 2]];
  if (bezit.includes(vorige?.woord) || (bezit.includes(eerder?.woord) && !vorige.stil)) return true;
  return woorden.length >= ZIN_VANAF && (i === 0 || (vader_en_moeder.includes(woorden[i].woord) && voor_vader_en_moeder.includes(vorige.woord)));
}

const isGetal = (woord, { taal }) => /^\d+$/.test(woord) || Object.hasOwn(taal.getallen, woord);

// "van 14", "14 jaar", "ik ben 84": for people of that age.
function zoekLeeftijd(woorden, bron) {
  for (const [i, woord] of woorden.entries()) {
    const getal = bron.taal.getallen[woord.woord] ?? (/^\d{1,3}$/.test(woord.woord) ? Number(woord.woord) : NaN);
    if (bron.taal.duur_na.includes(woorden[i - 1]?.woord)) continue;
    const naast = /^(?:jaar|jarige?|jr)$/.test(woorden[i + 1]?.woord ?? "") || (/^(?:ben|van|is|wordt|word)$/.test(woorden[i - 1]?.woord ?? "") && (getal > 11 || i === woorden.length - 1));
    const rij = naast && bron.taal.leeftijden.find(([van, tot]) => getal >= van && getal <= tot);
    if (!rij) continue;
    woord.rol = "leeftijd";
    return { ...woord, bekend: true, opties: new Map([[rij[2], { term: rij[2], gewicht: 1, waarom: "", groep: rij[2] }]]) };
  }
  return null;
}

// Words

// The terms that answer a word, each with how well; terms of one group count as one.
function maakOpties({ woordenlijst, inTeksten, opWoord, taal }) {
  const opties = new Map();
  const stel = (term, gewicht, waarom, groep = term, alsWoord = false) => {
    if (!opties.has(term) || opties.get(term).gewicht < gewicht) opties.set(term, { term, gewicht, waarom, groep, woord: alsWoord });
  };
  const metStam = (stam, deel, waarom = "") => {
    stel(stam, deel, waarom);
    for (const rij of opWoord.get(stam) ?? []) {
      stel(rij.id, deel * (deel === 1 && rij.id.startsWith("doelgroepen:") ? GEWICHT.doelgroep : GEWICHT.lexicon), rij.label, rij.id, true);
      for (const id of rij.bij) stel(id, deel * GEWICHT.lexicon * GEWICHT.bij, rij.label);
    }
    for (const verwant of woordenlijst.familie(stam)) stel(verwant, deel * GEWICHT.familie, waarom, stam);
    for (const groter of woordenlijst.metDeel(stam)) stel(groter, deel * GEWICHT.samenstelling, waarom, stam);
  };
  const metDelen = (stam, delen, hoezeer) => {
    const weegt = hoezeer * (inTeksten.has(stam) ? GEWICHT.deelBekend : GEWICHT.deel);
    const kleiner = (een) => een.length > 7 && !opWoord.has(een) ? woordenlijst.delen(een) : [];
    for (const deel of new Set(delen.flatMap((een) => [een, ...kleiner(een)]))) metStam(deel, weegt * (taal.algemeen_achter.includes(deel) && stam.endsWith(deel) ? GEWICHT.achter : 1), deel);
  };
  return { opties, stel, metStam, metDelen };
}

// As one types on, the words before are the same: what they may mean is worked out once.
function eenheid(woord, bron, { half, enige }) {
  bron.betekenissen ??= new Map();
  const sleutel = `${woord.woord} ${half} ${enige}`;
  if (!bron.betekenissen.has(sleutel)) bron.betekenissen.set(sleutel, betekenis(woord, bron, { half, enige }));
  const wat = bron.betekenissen.get(sleutel);
  return { ...woord, ...wat, opties: new Map(wat.opties) };
}

function betekenis({ woord, stam }, bron, { half, enige }) {
  const { woordenlijst, inTeksten, opWoord } = bron;
  const { opties, stel, metStam, metDelen } = maakOpties(bron);
  bron.gewoon ??= new Set(bron.taal.gewoon.map((een) => bron.stam(een)));
  const bekend = inTeksten.has(stam) || opWoord.has(stam);
  const gewoon = bron.gewoon.has(stam) && !opWoord.has(stam);
  if (gewoon && !bekend) return { bekend, gewoon, opties };
  metStam(stam, 1);
  if (half && stam.length >= BEGIN) for (const langer of woordenlijst.beginnendMet(stam, 12)) stel(langer, GEWICHT.begin, langer, stam);
  const { heel, delen } = woordenlijst.delen(woord, true);
  const begonnen = half && opties.size > 1; // still being typed: not a mistake yet
  const bedoeld = bekend || begonnen ? [] : woordenlijst.bedoeld(stam, woord).filter(({ fout }) => !heel || fout <= 1);
  const duidelijk = isDuidelijk(bedoeld);
  const zoGoed = (fout) => Math.max(0.4, 1 - (GEWICHT.fout * fout) / stam.length);
  for (const { woord: ander, fout } of bedoeld) metStam(ander, zoGoed(fout) * (fout > bedoeld[0].fout ? GEWICHT.verder : 1), ander);
  if (bekend || heel || !bedoeld.length) metDelen(stam, delen, 1);
  else if (duidelijk) metDelen(bedoeld[0].woord, woordenlijst.delen(bedoeld[0].woord, true).delen, zoGoed(bedoeld[0].fout));
  if (!bekend && !begonnen && !bedoeld.length && !heel) {
    const begin = stam.slice(0, Math.max(6, stam.length - 3));
    for (const langer of stam.length > 3 ? woordenlijst.beginnendMet(begin, 6) : []) metStam(langer, GEWICHT.begin, langer);
  }
  if (!bekend && !begonnen && !heel && (opties.size === 1 || bedoeld[0]?.fout > 2)) for (const deel of verhaspeld(woord, bron)) metStam(deel, GEWICHT.deel * 0.8, deel);
  const gok = bedoeld.length > 0 && bedoeld[0].fout >= 1;
  return { bekend, gewoon, gok, opties, gelezenAls: duidelijk && (enige || woordenlijst.isVerschreven(woord)) ? bedoeld[0].woord : stam };
}

// Whether one word comes nearer than all others to what was typed.
const isDuidelijk = ([eerste, tweede]) => eerste?.fout <= DUIDELIJK && !(tweede?.fout <= eerste.fout);

// The words with the stem of what was meant, so that a slip does not hide a phrase.
function zoalsBedoeld(woorden, eenheden) {
  const als = new Map(eenheden.map((een) => [een.i, een.gelezenAls]));
  return woorden.map((woord) => ({ ...woord, stam: als.get(woord.i) ?? woord.stam }));
}

// A compound with a mistake in one of its parts: the part that is right.
function verhaspeld(woord, { stam, opWoord, inTeksten }) {
  for (let lengte = woord.length - 3; lengte >= 5; lengte -= 1) {
    const raak = [woord.slice(0, lengte), woord.slice(-lengte)].map(stam).filter((deel) => opWoord.has(deel) || inTeksten.has(deel));
    if (raak.length) return raak.slice(0, 1);
  }
  return [];
}

// Phrases of the lexicon that look like the question, best first. Most share too little with it: that is seen before
// their words are compared.
function zoekZinnen(woorden, bron) {
  const gewichten = new Map(woorden.map(({ stam }) => [stam, bron.zinGewicht(stam)]));
  const samen = [...gewichten.values()].reduce((a, b) => a + b, 0);
  const { gedeeld, geraakt } = deelt(gewichten, bron);
  const { zinnen, zinGewichten, zinVast } = bron;
  const lijkt = (nummer) => gedeeld[nummer] / Math.sqrt(zinGewichten[nummer] * Math.max(samen, 0.6 * zinGewichten[nummer]));
  const genoeg = (nummer) => zinVast[nummer] ? gedeeld[nummer] >= 0.99 * zinGewichten[nummer] : gedeeld[nummer] > 0.35 && lijkt(nummer) >= GEWICHT.zinVanaf;
  return geraakt.filter(genoeg)
    .map((nummer) => ({ nummer, ...vergelijk(zinnen[nummer], lijkt(nummer), gewichten, woorden, bron) }))
    .filter(({ zin }) => zin)
    .sort((a, b) => b.lijkt - a.lijkt || a.nummer - b.nummer);
}

// For each phrase the weight of the words that it shares with the question, and which share any.
function deelt(gewichten, { zinnen, opZin }) {
  const gedeeld = new Float64Array(zinnen.length);
  const geraakt = [];
  for (const [stam, gewicht] of gewichten) {
    for (const nummer of (gewicht && opZin.get(stam)) || []) {
      if (!gedeeld[nummer]) geraakt.push(nummer);
      gedeeld[nummer] += gewicht;
    }
  }
  return { gedeeld, geraakt };
}

function vergelijk(zin, gelijk, gewichten, woorden, { stil, zwak }) {
  const raak = zin.stammen.filter((stam) => gewichten.has(stam));
  const tellen = new Set(raak.filter((stam) => gewichten.get(stam) > 0));
  if (zin.vast) {
    const telt = raak.filter((stam) => tellen.has(stam) && !stil.has(stam)).length;
    return raak.length === zin.stammen.length && (telt > 1 || staatIn(woorden, zin.stammen)) ? { zin, raak, lijkt: 1 } : null;
  }
  const loos = (tellen.size < 2 && zin.stammen.length > 1) || raak.every((stam) => zwak.has(stam)); // "mijn man niet"
  const lijkt = loos ? gelijk * GEWICHT.eenWoord : gelijk;
  return lijkt < GEWICHT.zinVanaf ? null : { zin, raak, lijkt: Math.min(1, lijkt) };
}

// Whether these stems stand in the question one after another.
function staatIn(woorden, stammen) {
  return woorden.some((_, i) => stammen.every((stam, j) => woorden[i + j]?.stam === stam));
}

// A phrase answers the words that it shares with the question.
function koppelZinnen(vraag, woorden, bron) {
  const perRij = new Map();
  for (const { zin, raak, lijkt } of vraag.zinnen) if (!perRij.has(zin.rij.id)) perRij.set(zin.rij.id, { rij: zin.rij, raak, lijkt });
  const eigen = new Map(vraag.eenheden.map((een) => [een.gelezenAls ?? een.stam, een]));
  for (const woord of woorden) {
    if (!eigen.has(woord.stam) && bron.zinGewicht(woord.stam) > 0) {
      const los = { ...woord, bekend: true, zwak: true, opties: new Map() };
      eigen.set(woord.stam, los);
      vraag.eenheden.push(los);
    }
  }
  for (const { rij, raak, lijkt } of perRij.values()) {
    for (const stam of raak) {
      const een = eigen.get(stam);
      if (!een) continue;
      for (const [id, gewicht] of [[rij.id, 1], ...rij.bij.map((ander) => [ander, GEWICHT.bij])]) {
        const waarde = GEWICHT.zin * lijkt * gewicht;
        if (!een.opties.has(id) || een.opties.get(id).gewicht < waarde) een.opties.set(id, { term: id, gewicht: waarde, waarom: rij.label, groep: id });
      }
    }
  }
  vraag.rijen = [...perRij.values()];
  const zonder = perRij.get(ZONDER_INDICATIE);
  vraag.zonderIndicatie = zonder?.lijkt === 1;
  if (vraag.zonderIndicatie) houdAlleen(zonder.raak.map((stam) => eigen.get(stam)?.opties ?? new Map()), [zonder.rij.id, ...zonder.rij.bij]); // not to who gives one
}

function houdAlleen(lijsten, termen) {
  for (const opties of lijsten) for (const term of opties.keys()) if (!termen.includes(term)) opties.delete(term);
}

// Turns of speech that say what is needed without its name: "ik mag niet meer rijden".
function zoekWendingen(zin, bron) {
  bron.wendingen ??= bron.taal.wendingen.map(([patroon, ...ids]) => ({ patroon: new RegExp(patroon), ids }));
  return bron.wendingen.filter(({ patroon }) => patroon.test(zin)).map(({ patroon, ids }) => ({
    woord: patroon.exec(zin)[0], stam: "", bekend: true, wending: true,
    opties: new Map(ids.map((id, i) => [id, { term: id, gewicht: GEWICHT.wending * GEWICHT.bij ** i, waarom: "", groep: id }])),
  }));
}

// Beside a word that is known, one that was guessed tells little, and so does "cafe" or "les". In a sentence, words of
// no begrip are mostly filling.
function merkLosse({ eenheden, rijen, lengte }, bron) {
  const zeker = eenheden.some(telt);
  const geraakt = new Set(rijen.flatMap(({ raak }) => raak));
  const algemeen = ({ stam, rol }) => !rol && bron.taal.algemeen_achter.includes(stam);
  const naastIets = eenheden.some((een) => telt(een) && !algemeen(een));
  for (const een of eenheden) {
    een.gok &&= zeker;
    een.los = een.gewoon ? zeker || lengte >= LANGE_ZIN_VANAF : (naastIets && algemeen(een)) || isVulling(een, lengte, geraakt, bron);
  }
}

const telt = ({ bekend, zwak, gewoon }) => bekend && !zwak && !gewoon;

function isVulling(een, lengte, geraakt, { opWoord }) {
  return lengte >= LANGE_ZIN_VANAF && !een.wending && !een.rol && !een.zwak && !opWoord.has(een.stam) && !geraakt.has(een.gelezenAls);
}

// Somebody who offers help looks for who needs it, not for where to get it.
function isVrijwilliger(zin, { eenheden, rijen }, bron) {
  const klinkt = (patronen) => patronen.some((patroon) => patroon.test(zin));
  if (klinkt(bron.patronen.wilNietHelpen)) return false;
  return klinkt(bron.patronen.wilHelpen)
    || rijen.some(({ rij, lijkt }) => rij.id === VRIJWILLIGER && lijkt > 0.8)
    || eenheden.some(({ opties, zwak }) => !zwak && (opties.get(VRIJWILLIGER)?.gewicht ?? 0) > 0.5 && opties.get(VRIJWILLIGER).woord);
}
