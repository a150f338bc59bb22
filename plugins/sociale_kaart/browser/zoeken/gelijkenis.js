// How much a question as a whole looks like other texts, by groups of letters: like the words and phrases of each row
// of the lexicon, and like the names of initiatives. That sees what stems do not: parts of words, compounds, slips, a
// phrase said in half other words, a name that somebody only heard.

import { woordenIn } from "./woorden.js";
import { GEWICHT } from "./rangorde.js";

const IN_LEXICON = 4; // letters in a group
const IN_NAAM = 3;
const BITS = 5; // a letter: a is 1, z is 26, a digit 27, a space 0
const cijfer = (code) => (code >= 97 && code <= 122 ? code - 96 : code === 32 ? 0 : 27);
const MEESTE = 8; // rows
const VANAF = 0.15;
const VAN_DE_BESTE = 0.5;
// Several texts that look like it count for more than one: the power 2.5, here as what is quickest to work out.
const machtVan = (lijkt) => lijkt * lijkt * Math.sqrt(lijkt);
const wortelVan = (som) => som ** 0.4;

// One more thing that the question may mean, beside what each of its words means; null when it looks like nothing.
export function geheel(woorden, bron) {
  bron.lijktOp ??= maakGelijkenis(bron.lexicon.flatMap((rij, i) => [...rij.woorden, ...rij.zinnen].map((tekst) => [i, tekst])), bron.lexicon.length, IN_LEXICON);
  const lijst = bron.lijktOp(woorden.map(({ stam }) => stam).join(" "), VANAF).sort((a, b) => b.lijkt - a.lijkt);
  const rijen = lijst.slice(0, MEESTE).filter(({ lijkt }) => lijkt >= VAN_DE_BESTE * lijst[0].lijkt);
  const opties = new Map();
  const stel = (term, gewicht, waarom) => {
    if (!opties.has(term) || opties.get(term).gewicht < gewicht) opties.set(term, { term, gewicht, waarom, groep: term });
  };
  for (const { nummer, lijkt } of rijen) {
    const rij = bron.lexicon[nummer];
    stel(rij.id, GEWICHT.geheel * lijkt, rij.label);
    for (const id of rij.bij) stel(id, GEWICHT.geheel * lijkt * GEWICHT.bij, rij.label);
  }
  return opties.size ? { woord: "", stam: "", bekend: true, geheel: true, lijkt: lijst[0].lijkt, opties } : null;
}

// The documents of which the name looks like the question, and how much.
export function naamLijkt(zin, bron) {
  const kaal = (tekst) => woordenIn(tekst).filter((woord) => !bron.stil.has(woord)).join(" ");
  bron.lijktOpNaam ??= maakGelijkenis(bron.documenten.map(({ nummer, naam }) => [nummer, kaal(naam)]), bron.documenten.length, IN_NAAM);
  return bron.lijktOpNaam(kaal(zin), GEWICHT.naamVanaf);
}

// `teksten` are [number, text]; the answer is which numbers look like what is asked, from `vanaf` on. As everywhere such
// texts are compared: a group tells more when fewer texts have it, and texts are as long as one another (tf-idf, cosine).
function maakGelijkenis(teksten, hoeveel, letters) {
  const perTekst = teksten.map(([, tekst]) => groepenVan(tekst, letters));
  const { begin, waar } = opGroep(perTekst, letters);
  const gewicht = (groep) => (1 + Math.log((1 + teksten.length) / (1 + begin[groep + 1] - begin[groep]))) ** 2;
  const som = (groepen) => groepen.reduce((tot, groep) => tot + gewicht(groep), 0);
  const nummers = Int32Array.from(teksten, ([nummer]) => nummer);
  const lengte = Float32Array.from(perTekst, (groepen) => Math.sqrt(som(groepen)));
  const punten = new Float32Array(teksten.length); // of this question; put back to 0 after it
  const geraakt = new Int32Array(teksten.length);

  return (tekst, vanaf) => {
    const groepen = groepenVan(tekst, letters);
    let aantal = 0;
    for (const groep of groepen) {
      const weegt = gewicht(groep);
      for (let i = begin[groep]; i < begin[groep + 1]; i += 1) {
        if (!punten[waar[i]]) geraakt[aantal++] = waar[i];
        punten[waar[i]] += weegt;
      }
    }
    const eigen = Math.sqrt(som(groepen));
    const sommen = new Float64Array(hoeveel);
    for (const i of geraakt.subarray(0, aantal)) {
      sommen[nummers[i]] += machtVan(punten[i] / (eigen * lengte[i]));
      punten[i] = 0;
    }
    const grens = machtVan(vanaf);
    const gevonden = [];
    for (let nummer = 0; nummer < hoeveel; nummer += 1) if (sommen[nummer] > grens) gevonden.push({ nummer, lijkt: wortelVan(sommen[nummer]) });
    return gevonden;
  };
}

// For each group the texts that have it, one after another: those of group g in `waar` from begin[g] to begin[g + 1].
function opGroep(perTekst, letters) {
  const begin = new Int32Array((1 << (BITS * letters)) + 1);
  for (const groepen of perTekst) for (const groep of groepen) begin[groep + 1] += 1;
  for (let i = 1; i < begin.length; i += 1) begin[i] += begin[i - 1];
  const waar = new Int32Array(begin.at(-1));
  const vol = begin.slice();
  for (const [nummer, groepen] of perTekst.entries()) for (const groep of groepen) waar[vol[groep]++] = nummer;
  return { begin, waar };
}

// "tuin" has " tui", "tuin" and "uin ", each as a number; of more words each by itself.
function groepenVan(tekst, letters) {
  const masker = (1 << (BITS * letters)) - 1;
  const groepen = new Set();
  let groep = 0;
  let lang = 1; // of the word so far, with the space before it
  for (let i = 0; i <= tekst.length; i += 1) {
    const letter = i < tekst.length ? cijfer(tekst.charCodeAt(i)) : 0;
    groep = ((groep << BITS) | letter) & masker;
    lang += 1;
    if (lang >= letters || !letter) groepen.add(groep);
    if (!letter) [groep, lang] = [0, 1];
  }
  return [...groepen];
}
