// The data of the finder (search/gegevens.py) as the other modules read it. Where a term stands is read from its
// short text when somebody asks, so that loading costs no more than reading JSON.

import { leesNood } from "./nood.js";
import { maakStam, maakWoordenlijst, woordenIn } from "./woorden.js";

// From the web. Of many initiatives the first file names others beside it.
export async function haalBron(adres) {
  const haal = async (deze) => (await fetch(deze)).json();
  const gegevens = await haal(adres);
  const namen = gegevens.delen.filter((deel) => typeof deel === "string");
  const bron = maakBron(gegevens);
  if (namen.length) vulAan(bron, await Promise.all(namen.map((naam) => haal(new URL(naam, new URL(adres, location.href))))));
  return bron;
}

export function maakBron(gegevens) {
  const vormen = leesVormen(gegevens.vormen);
  const stam = maakStam({ ...gegevens.taal, vormen });
  const bron = {
    ...gegevens,
    stam,
    stammen: (tekst) => woordenIn(tekst).map(stam),
    documenten: [],
    delen: [],
    patronen: {
      niet: gegevens.taal.niet_dit.map((patroon) => new RegExp(`(?:^| )(?:${patroon})(?= |$)`, "g")),
      overdreven: gegevens.taal.overdreven.map((patroon) => new RegExp(patroon, "g")),
      wilHelpen: gegevens.taal.wil_helpen.map((patroon) => new RegExp(patroon)),
      wilNietHelpen: gegevens.taal.wil_niet_helpen.map((patroon) => new RegExp(patroon)),
    },
    nood: leesNood(gegevens.nood),
    lexicon: rijen(gegevens.lexicon).map((rij) => ({ ...rij, woorden: leesWoorden(rij.woorden), zinnen: leesWoorden(rij.zinnen) })),
  };
  for (const deel of gegevens.delen) if (typeof deel !== "string") voegToe(bron, deel);
  klaar(bron);
  return bron;
}

// Columns as rows.
function rijen(kolommen) {
  const namen = Object.keys(kolommen);
  return (kolommen.id ?? []).map((_, i) => Object.fromEntries(namen.map((naam) => [naam, kolommen[naam][i]])));
}

// "AtuinEderEman" is tuin, tuinder, tuinman: a capital tells how many letters are those of the word before.
function leesWoorden(tekst) {
  let woord = "";
  return tekst ? tekst.split(/(?=[A-Z])/).map((stuk) => (woord = woord.slice(0, stuk.charCodeAt(0) - 65) + stuk.slice(1))) : [];
}

// "loop:0t,3iep" is loopt and liep: each begins with how many letters of the stem go.
function leesVormen(tekst) {
  return new Map(leesWoorden(tekst).flatMap((groep) => {
    const [stam, vormen] = groep.split(":");
    return vormen.split(",").map((vorm) => [/^\d/.test(vorm) ? stam.slice(0, stam.length - vorm[0]) + vorm.slice(1) : vorm, stam]);
  }));
}

// More initiatives, from a file of their own.
export function vulAan(bron, delen) {
  for (const deel of delen) voegToe(bron, deel);
  klaar(bron);
}

function voegToe(bron, deel) {
  const begin = bron.documenten.length;
  for (const een of rijen(deel.documenten)) {
    een.nummer = bron.documenten.length;
    een.id ||= `${een.kern}/${woordenIn(een.naam).join("-")}`;
    een.kernen = een.bedient === "*" ? null : new Set(een.bedient ? een.bedient.split(" ") : [een.kern]);
    for (const naam of ["themas", "doelgroepen", "kenmerken"]) een[naam] = een[naam] ? een[naam].split(" ") : [];
    een.keren = een.keren && `${bron.vandaag};${een.keren}`;
    bron.documenten.push(een);
  }
  const { namen, waar } = deel.termen;
  const plaatsen = waar.split(";");
  bron.delen.push({ begin, termen: new Map(leesWoorden(namen).map((term, i) => [term, plaatsen[i]])) });
}

function klaar(bron) {
  const vergelijk = new Intl.Collator("nl").compare;
  bron.opNaam = [...bron.documenten].sort((a, b) => vergelijk(a.naam, b.naam));
  bron.nummersOpNaam = Int32Array.from(bron.opNaam, ({ nummer }) => nummer);
  bron.actief = bron.documenten.filter(({ gestopt }) => !gestopt); // what stopped is found by its name only
  bron.vast = bron.lijktOpNaam = bron.betekenissen = null; // what ranking, likeness and questions keep of these documents
  const gelezen = new Map();
  // term → the numbers of its documents, and beside each the letter of its class
  bron.plaatsen = (term) => {
    if (!gelezen.has(term)) gelezen.set(term, lees(bron.delen.filter(({ termen }) => termen.has(term)).map(({ begin, termen }) => [begin, termen.get(term)])));
    return gelezen.get(term);
  };
  const stammen = new Set();
  for (const { termen } of bron.delen) for (const term of termen.keys()) if (!term.includes(":")) stammen.add(term);
  bron.inTeksten = new Set(stammen);
  bron.opWoord = new Map(); // stem → rows of the lexicon in which it is a word by itself
  bron.zinnen = []; // what takes more than one word
  for (const rij of bron.lexicon) {
    for (const tekst of rij.woorden) {
      if (tekst.includes(" ")) bron.zinnen.push({ rij, stammen: tekst.split(" "), vast: true });
      else {
        bron.opWoord.set(tekst, [...(bron.opWoord.get(tekst) ?? []), rij]);
        stammen.add(tekst);
      }
    }
    for (const tekst of rij.zinnen) bron.zinnen.push({ rij, stammen: tekst.split(" "), vast: false });
  }
  bron.stam.ken(new Set([...stammen, ...bron.zinnen.flatMap((zin) => zin.stammen)]));
  bron.stil = new Set(bron.taal.stil.flatMap((woord) => [woord, bron.stam(woord)]));
  bron.zwak = new Set(bron.taal.zwak.flatMap((woord) => [woord, bron.stam(woord)]));
  bron.woordenlijst = maakWoordenlijst(stammen, { stam: bron.stam, stil: bron.stil, voorvoegsels: new Set(bron.taal.voorvoegsels), algemeen: new Set(bron.taal.algemeen_achter) });
  weegZinnen(bron);
}

// "N02.1c.T5" is class N in documents 0, 2 and 50, class T in 5: steps in base 36, longer ones between dots.
function lees(stukken) {
  const nummers = [];
  const letters = [];
  for (const [begin, tekst] of stukken) {
    let nummer = begin;
    let letter = 0;
    for (let i = 0; i < tekst.length; i += 1) {
      const teken = tekst.charCodeAt(i);
      if (teken >= 65 && teken <= 90) {
        letter = teken;
        nummer = begin;
        continue;
      }
      let stap = tekst[i];
      if (stap === ".") {
        const eind = tekst.indexOf(".", i + 1);
        stap = tekst.slice(i + 1, eind);
        i = eind;
      }
      nummer += parseInt(stap, 36);
      nummers.push(nummer);
      letters.push(letter);
    }
  }
  return { nummers: Int32Array.from(nummers), letters: Uint8Array.from(letters) };
}

// A word that stands in the phrases of few begrippen tells more than one that stands in many.
function weegZinnen(bron) {
  const rijenMet = new Map();
  bron.opZin = new Map(); // stem → the numbers of its phrases
  for (const [nummer, zin] of bron.zinnen.entries()) {
    for (const stam of new Set(zin.stammen)) {
      if (bron.stil.has(stam) && !bron.zwak.has(stam)) continue;
      if (!rijenMet.has(stam)) rijenMet.set(stam, new Set());
      rijenMet.get(stam).add(zin.rij.id);
      if (!bron.opZin.has(stam)) bron.opZin.set(stam, []);
      bron.opZin.get(stam).push(nummer);
    }
  }
  const aantal = bron.lexicon.length;
  bron.zinGewicht = (stam) => {
    if (bron.stil.has(stam) && !bron.zwak.has(stam)) return 0;
    const gewicht = Math.log(1 + aantal / (1 + (rijenMet.get(stam)?.size ?? 0))) / Math.log(1 + aantal);
    return bron.zwak.has(stam) ? gewicht * 0.45 : gewicht;
  };
  bron.zinGewichten = Float64Array.from(bron.zinnen, ({ stammen }) => [...new Set(stammen)].reduce((som, stam) => som + bron.zinGewicht(stam), 0));
  bron.zinVast = Uint8Array.from(bron.zinnen, ({ vast }) => Number(vast));
}
