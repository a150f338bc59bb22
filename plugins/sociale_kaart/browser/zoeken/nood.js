// Whether a question sounds like danger, abuse or suicide. The words, the sentences and the numbers are data
// (format/begrippen/noodnummers.yml tells how a sentence is written, search/noodnummers.py makes it smaller). Data
// and question are compared by their sound; what only looks like danger ("doodmoe") is taken out first.

import { afstand, gewoon, klank } from "./woorden.js";

const LANGST = 1000; // letters of a question that are read
const LANG_GENOEG = 9; // letters from which a telling word may have one letter wrong
const ONDERDEEL = /(\p{Lu})|([a-z0-9]+)(\*?)(\??)|([_()|?^$])|./gu;
const TEKENS = { _: "(?: [^ ]+){0,4}", "(": "(?:", "^": "^", $: "(?= $)" };

const gehoord = new Map();
// The sound of a word without its ending: schopt, schopte and schoppen are the same, so are brand and branden.
export function hoor(woord) {
  if (!gehoord.has(woord)) gehoord.set(woord, /\d/.test(woord) ? woord : klank(woord).replace(/^(...+?)(?:[dt]?en?|[dt])$/, "$1"));
  return gehoord.get(woord);
}

// Part of a sentence as a regular expression over sounds, each word with the space before it.
function uitdrukking(deel, groepen) {
  return deel.replace(ONDERDEEL, (_, groep, woord, ster, kan, teken) => {
    if (groep) return `(?:${uitdrukking(groepen[groep], groepen)})`;
    if (teken) return TEKENS[teken] ?? teken;
    if (!woord) return "";
    const klanken = ` ${woord}${ster && "[^ ]*"}`;
    return kan ? `(?:${klanken})?` : klanken;
  });
}

// A & B becomes two looks ahead from where the question begins.
function zinnenVan(zinnen, groepen, vlag) {
  return zinnen.split(";").map((zin) => {
    const delen = zin.split("&").map((deel) => `(?:${uitdrukking(deel, groepen)})(?= )`);
    return new RegExp(delen.length > 1 ? `^${delen.map((deel) => `(?=.*?${deel})`).join("")}` : delen[0], vlag);
  });
}

// All of them as one: whether any fits is one question to the engine, not a hundred.
const eenVan = (zinnen) => new RegExp(zinnen.map(({ source }) => `(?:${source})`).join("|") || "(?!)");

// The data as it is asked at every key.
export function leesNood({ spelling, groepen, meldingen }) {
  return {
    spelling: new Map(Object.entries(spelling).flatMap(([goed, anders]) => anders.split(" ").map((woord) => [woord, goed]))),
    meldingen: meldingen.map((melding) => {
      const niet = zinnenVan(melding.niet, groepen, "g");
      return {
        ...melding,
        woorden: new Set(melding.woorden.split(" ")),
        bekend: new Map(),
        zinnen: eenVan(zinnenVan(melding.zinnen, groepen)),
        niet,
        ergensNiet: eenVan(niet),
      };
    }),
  };
}

// Also "zelf moord", and a long word with one letter wrong.
function zegtGenoeg(zin, melding) {
  const gehoorde = zin.trim().split(" ");
  return gehoorde.some((woord, i) => lijktOp(woord, melding) || (i > 0 && lijktOp(gehoorde[i - 1] + woord, melding)));
}

function lijktOp(woord, { woorden, bekend }) {
  if (!bekend.has(woord)) {
    bekend.set(woord, woorden.has(woord) || (woord.length >= LANG_GENOEG
      && [...woorden].some((een) => een.length >= LANG_GENOEG && een[0] === woord[0] && afstand(een, woord, 1) < 2)));
  }
  return bekend.get(woord);
}

export function nood(tekst, { spelling, meldingen }) {
  const getypt = gewoon(tekst.slice(0, LANGST)).replace(/([a-z])['’‘\x60´](?=[a-z])/g, "$1").match(/[a-z0-9]+/g) ?? [];
  const zin = ` ${getypt.flatMap((woord) => (spelling.get(woord) ?? woord).split(" ")).map(hoor).join(" ")} `;
  return meldingen.filter((melding) => {
    const rest = melding.ergensNiet.test(zin) ? melding.niet.reduce((tot, lijktErop) => tot.replace(lijktErop, " …"), zin) : zin;
    return zegtGenoeg(rest, melding) || melding.zinnen.test(rest);
  });
}
