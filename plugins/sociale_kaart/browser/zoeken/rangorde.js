// The ranking: every weight that decides what stands above what. What words mean is data (format/begrippen).

import { maakWanneer } from "./momenten.js";

// How much a term counts by where it stands (search/documenten.py).
const KLASSE = { N: 1.5, S: 1.2, L: 1, E: 1.2, A: 1, K: 1, B: 0.7, T: 0.6, W: 0.6, C: 0.4, V: 0.12 };
const KLASSE_ZIN = { ...KLASSE, N: 1.05, S: 1.05 }; // in a sentence a word of a name is mostly just a word
const KLASSE_VRIJWILLIGER = { ...KLASSE, V: 1.6 };
// From so many words on a question is a sentence, and one with much filling.
export const ZIN_VANAF = 5;
export const LANGE_ZIN_VANAF = 7;
export const NAAM_TOT = 6; // words that a name may have
const ZWAAR = "NSLEAK"; // where a word tells what something is

export const GEWICHT = {
  lexicon: 0.7, // a word of the same field, or of a begrip
  doelgroep: 0.8, // and of whom it is for: that is said by its label more than by a word in passing
  bij: 0.5, // of that, the begrip that answers a field of words
  samenstelling: 0.7, // dorpshuis for huis
  deel: 0.7, // huis for a compound that stands nowhere
  achter: 0.45, // club for a schilderclub
  deelBekend: 0.3, // and for one that does
  begin: 0.6, // what begins with what was typed so far
  fout: 1.6, // less for each mistake, by the length of the word
  verder: 0.6, // what was meant less likely than another word
  familie: 0.8, // wandeling for wandelen
  eenWoord: 0.55, // a phrase of which only one word was said
  ook: 0.55, // the second-best reason for the same word
  zin: 0.75, // a phrase that people say
  zinVanaf: 0.3, // from this likeness on
  geheel: 0.9, // what the question as a whole looks like (gelijkenis.js)
  naam: 1.5, // and what it looks like of a name
  naamVanaf: 0.33, // from this likeness on
  gok: 0.6, // a word that was guessed, beside one that is known
  los: 0.6, // in a sentence, a word that stands in entries but is nothing that people look for
  wending: 1, // a turn of speech
  zwak: 0.45, // words such as "alleen" that only count in a phrase
};

const PLAATS = { buurt: 1.3, eigen: 1, bedient: 0.95, alles: 0.9, elders: 0.5, misschien: 1.15 };
const TIJD = { datum: 1.4, anders: 1, activiteit: 1.3, past: 1.1, onbekend: 0.75, niet: 0.5 }; // as momenten.js tells them apart
const VRIJWILLIGER = { zoekt: 1.5, punt: 1.6, anders: 0.35 };
const NIET = { woord: 0.25, veld: 0.6 }; // it says the unwanted word, or one of the same field
const ANDERE_LEEFTIJD = 0.6;
const LEEFTIJDEN = new Set(["kinderen", "jongeren", "ouderen"]);
const DICHT = 0.9;
const BONDIG = 0.05; // of two that answer as well, the one that tells of less besides: by the number of its terms
const VANAF = 0.25; // of the best score: what is below is not shown

// Numbers stand in arrays with a place for each document: this runs at every key, over thousands.
export function rangschik(vraag, bron, nu) {
  const klassen = gewichten(vraag.vrijwilliger ? KLASSE_VRIJWILLIGER : vraag.lengte < LANGE_ZIN_VANAF ? KLASSE : KLASSE_ZIN);
  const punten = new Float64Array(bron.documenten.length);
  const ook = new Float32Array(punten.length);
  const lagen = vraag.eenheden.map((een) => weeg(een, bron, klassen, punten, ook));
  const factoren = maakFactoren(vraag, bron, lagen, nu);
  const alleenWaarOfWanneer = !vraag.eenheden.some(({ zwak, gewoon, geheel, opties }) => !zwak && !geheel && !(gewoon && !opties.size)) && !vraag.rijen.length && (vraag.plaatsen.length > 0 || vraag.tijd !== null);
  if (alleenWaarOfWanneer) for (const { nummer } of bron.actief) punten[nummer] += 1;
  for (const { nummer, lijkt } of vraag.naamLijkt) punten[nummer] += GEWICHT.naam * lijkt;
  const vast = bron.vast ??= Float64Array.from(bron.documenten, vasteFactor);
  const alles = punten.map((som, i) => som && factoren.reduce((product, factor) => product * factor(bron.documenten[i]), som * vast[i]));
  const hoogste = alles.reduce((meest, som) => Math.max(meest, som), 0);
  const gevonden = [];
  for (const nummer of bron.nummersOpNaam) if (alles[nummer] > hoogste * VANAF) gevonden.push(new Vondst(bron.documenten[nummer], alles[nummer], lagen));
  return gevonden.sort((a, b) => b.score - a.score); // stable: by name where they are equal
}

// What every question finds less easily.
const vasteFactor = ({ dicht, lengte }) => (dicht ? DICHT : 1) * Math.max(lengte, 10) ** -BONDIG;

// What makes a document more or less of an answer; only what this question asks for.
function maakFactoren(vraag, bron, lagen, nu) {
  const niet = ongewenst(vraag.niet, bron);
  const wanneer = vraag.tijd && maakWanneer(vraag.tijd, lagen, bron, nu);
  const misschien = vraag.eenheden.find((een) => een.misschien)?.misschien;
  for (const plaats of vraag.plaatsen) plaats.inBuurt = plaats.buurt ? waarAlles(plaats.stukken, bron) : null;
  return [
    vraag.plaatsen.length && ((document) => vraag.plaatsen.reduce((beste, plaats) => Math.max(beste, inPlaats(plaats, document)), 0)),
    !vraag.plaatsen.length && misschien && ((document) => document.kern === misschien ? PLAATS.misschien : 1),
    vraag.nietIn.length && (({ kern }) => vraag.nietIn.includes(kern) ? NIET.woord : 1),
    vraag.zonderIndicatie && (({ kenmerken }) => kenmerken.includes("met-indicatie") ? NIET.veld : 1),
    vraag.leeftijd && ((document) => leeftijdFactor(vraag.leeftijd, document)),
    wanneer && ((document) => TIJD[wanneer(document)]),
    vraag.vrijwilliger && vrijwilligerFactor,
    niet.size && ((document) => niet.get(document.nummer) ?? 1),
  ].filter(Boolean);
}

// One document that was found. Why is worked out only for those that are shown.
export class Vondst {
  constructor(document, score, lagen = []) {
    this.document = document;
    this.score = score;
    this.lagen = lagen;
    this.ver = null;
  }

  // For each word of the question that it answers, what it answered with. Without such a word: for the whole question.
  get waarom() {
    const redenen = this.redenen();
    const perWoord = redenen.filter(({ woord }) => woord);
    return perWoord.length ? perWoord : redenen;
  }

  redenen() {
    const { nummer } = this.document;
    return this.lagen.filter(({ waarde }) => waarde[nummer] > 0).map(({ een, opties, waarde, reden }) => {
      const { term, waarom } = opties[reden[nummer]];
      return { woord: een.woord, term, waarom, waarde: waarde[nummer] };
    });
  }
}

// What one word of the question adds to the points of each document: the best reason, which it was, and the second best.
function weeg(een, bron, klassen, punten, ook) {
  const aantal = punten.length;
  const opties = [...een.opties.values()];
  const laag = { een, opties, waarde: new Float32Array(aantal), reden: new Int16Array(aantal) };
  const deel = (een.zwak ? GEWICHT.zwak : 1) * (een.los ? GEWICHT.los : 1) * (een.gok ? GEWICHT.gok : 1);
  const plaatsen = opties.map(({ term }) => bron.plaatsen(term));
  const perGroep = new Map(); // in how many places
  for (const [welke, { groep }] of opties.entries()) perGroep.set(groep, (perGroep.get(groep) ?? 0) + plaatsen[welke].nummers.length);
  const geraakt = [];
  for (const [welke, { gewicht, groep }] of opties.entries()) {
    if (plaatsen[welke].nummers.length) telOp(laag, ook, geraakt, plaatsen[welke], klassen, welke, gewicht * zeldzaam(perGroep.get(groep), aantal) * deel);
  }
  for (const nummer of geraakt) {
    punten[nummer] += laag.waarde[nummer] + GEWICHT.ook * ook[nummer];
    ook[nummer] = 0;
  }
  return laag;
}

function telOp({ waarde, reden }, ook, geraakt, { nummers, letters }, klassen, welke, zwaarte) {
  for (let i = 0; i < nummers.length; i += 1) {
    const nummer = nummers[i];
    const dit = zwaarte * klassen[letters[i]];
    if (!waarde[nummer]) geraakt.push(nummer);
    if (dit > waarde[nummer]) {
      ook[nummer] = waarde[nummer];
      waarde[nummer] = dit;
      reden[nummer] = welke;
    } else if (dit > ook[nummer]) ook[nummer] = dit;
  }
}

function gewichten(perLetter) {
  const lijst = new Float32Array(128);
  for (const [letter, gewicht] of Object.entries(perLetter)) lijst[letter.charCodeAt(0)] = gewicht;
  return lijst;
}

// What stands in few places tells more. A word and its compounds are one: else the rarest compound would win.
const zeldzaam = (samen, aantal) => Math.log(1 + aantal / Math.min(samen, aantal)) / Math.log(1 + aantal);

// Documents that tell of what is not wanted, and how much that weighs.
function ongewenst(stammen, bron) {
  const factoren = new Map();
  for (const stam of stammen) {
    for (const { id } of bron.opWoord.get(stam) ?? []) for (const nummer of zwaar(bron, id)) factoren.set(nummer, NIET.veld);
  }
  for (const stam of stammen) for (const nummer of zwaar(bron, stam)) factoren.set(nummer, NIET.woord);
  return factoren;
}

const zwaar = (bron, term) => {
  const { nummers, letters } = bron.plaatsen(term);
  return [...nummers].filter((_, i) => ZWAAR.includes(String.fromCharCode(letters[i])));
};

export const dient = (document, kern) => document.kernen === null || document.kernen.has(kern);

// The documents in which all words of a name stand.
const waarAlles = (stukken, bron) => stukken.map((stuk) => new Set(bron.plaatsen(bron.stam(stuk)).nummers))
  .reduce((samen, hier) => new Set([...samen].filter((nummer) => hier.has(nummer))));

function inPlaats({ kern, inBuurt }, document) {
  if (inBuurt?.has(document.nummer) && document.kern === kern) return PLAATS.buurt;
  if (document.kern === kern) return PLAATS.eigen;
  if (document.kernen === null) return PLAATS.alles;
  return document.kernen.has(kern) ? PLAATS.bedient : PLAATS.elders;
}

// What is for another age.
function leeftijdFactor(leeftijd, { doelgroepen }) {
  if (doelgroepen.includes(leeftijd)) return 1;
  return doelgroepen.some((id) => LEEFTIJDEN.has(id)) ? ANDERE_LEEFTIJD : 1;
}

function vrijwilligerFactor({ kenmerken, themas, doelgroepen }) {
  if (doelgroepen.includes("vrijwilligers") || (themas[0] === "werk-en-leren" && kenmerken.includes("zoekt-vrijwilligers"))) return VRIJWILLIGER.punt;
  return kenmerken.includes("zoekt-vrijwilligers") ? VRIJWILLIGER.zoekt : VRIJWILLIGER.anders;
}
