// A file as text and as values: opens it, and puts changed values back without touching the rest of the text.
//
// Values are texts, lists and blocks, as they are written. A block in a list carries under BRON which one of the
// original list it was, so that a comment stays with it.

import { isMap, isScalar, isSeq, parseDocument } from "../npm/yaml/index.js";
import { isBlok, schrijfBestand, schrijfHaken, schrijfPaar, schrijfStreep, schrijfTekst } from "./schrijf.js";

export const BRON = Symbol("bron");
// A list of blocks, or the one block that it is, with the place of each in it.
export function metBron(waarde) {
  if (Array.isArray(waarde)) return waarde.map((een, i) => (isBlok(een) ? { ...een, [BRON]: i } : een));
  return isBlok(waarde) ? { ...waarde, [BRON]: 0 } : waarde;
}

// Nothing is resolved: 026 keeps its zero, 10:00 stays a text.
const LEZEN = { schema: "failsafe", uniqueKeys: false, logLevel: "silent" };

// The values of a file, or null when it is no file that we can open.
export function leesBestand(tekst) {
  const document = parseDocument(tekst, LEZEN);
  return document.errors.length || !isMap(document.contents) ? null : zonderLeeg(document.toJS());
}

function zonderLeeg(waarde) {
  if (Array.isArray(waarde)) return waarde.map(zonderLeeg).filter((een) => een !== undefined);
  if (isBlok(waarde)) {
    const over = Object.entries(waarde).map(([sleutel, een]) => [sleutel, zonderLeeg(een)]).filter(([, een]) => een !== undefined);
    return over.length ? Object.fromEntries(over) : undefined;
  }
  return waarde === "" || waarde === null ? undefined : waarde;
}

// What means the same is the same: a list of one and that one, another order of keys, white space at the end.
function kern(waarde) {
  if (Array.isArray(waarde)) return waarde.length === 1 ? kern(waarde[0]) : waarde.map(kern);
  if (isBlok(waarde)) return Object.fromEntries(Object.keys(waarde).sort().map((sleutel) => [sleutel, kern(waarde[sleutel])]));
  return typeof waarde === "string" ? waarde.trimEnd() : waarde;
}

export const gelijk = (een, ander) => JSON.stringify(kern(zonderLeeg(een))) === JSON.stringify(kern(zonderLeeg(ander)));

// The text with `waarde` in it; what did not change keeps its place, its quotes and its comments.
export function zetInBestand(tekst, waarde) {
  const document = parseDocument(tekst, LEZEN);
  if (!isMap(document.contents) || document.contents.flow) return schrijfBestand(waarde);
  const knipper = new Knipper(tekst, document);
  knipper.blok(document.contents, waarde);
  const nieuw = knipper.klaar();
  // What could not be put in its place is written anew, below the comments that the file began with.
  return gelijk(leesBestand(nieuw), waarde) ? nieuw : schrijfBestand(waarde, /^(#.*\r?\n)*/.exec(tekst)[0]);
}

// Collects what to replace where, and does it at the end, so that places stay what they were.
class Knipper {
  constructor(tekst, document) {
    this.tekst = tekst;
    this.document = document;
    this.knippen = [];
  }

  klaar() {
    const einde = this.tekst.includes("\r\n") ? "\r\n" : "\n";
    let tekst = this.tekst;
    // From the end; of what is put in at one place, the last first.
    this.knippen.map((knip, nummer) => ({ ...knip, nummer }))
      .sort((a, b) => b.van - a.van || b.tot - a.tot || b.nummer - a.nummer)
      .forEach(({ van, tot, erin }) => { tekst = tekst.slice(0, van) + erin.replaceAll("\n", einde) + tekst.slice(tot); });
    return tekst;
  }

  knip(van, tot, erin = "") {
    this.knippen.push({ van, tot, erin });
  }

  blok(knoop, waarde) {
    const paren = knoop.items;
    const blijft = paren.filter((paar) => waarde[paar.key.value] !== undefined);
    paren.forEach((paar, i) => {
      const nieuw = waarde[paar.key.value];
      if (nieuw === undefined) this.paarWeg(paar, paren[i + 1]);
      else if (!gelijk(paar.value?.toJS(this.document) ?? "", nieuw)) this.paar(paar, nieuw);
    });
    const bekend = new Set(paren.map((paar) => paar.key.value));
    const sleutels = Object.keys(waarde).filter((sleutel) => waarde[sleutel] !== undefined);
    for (const sleutel of sleutels.filter((een) => !bekend.has(een))) {
      const ervoor = sleutels.slice(0, sleutels.indexOf(sleutel));
      this.paarErbij(blijft, ervoor, schrijfPaar(sleutel, waarde[sleutel], this.inspring(paren[0].key.range[0])));
    }
  }

  paar(paar, nieuw) {
    const knoop = paar.value;
    if (knoop && isScalar(knoop) && typeof nieuw === "string" && !nieuw.includes("\n") && !/BLOCK/.test(knoop.type)) {
      this.knip(knoop.range[0], knoop.range[1], `${knoop.range[0] === knoop.range[1] ? " " : ""}${schrijfTekst(nieuw)}`);
    } else if (isMap(knoop) && !knoop.flow && isBlok(nieuw) && knoop.items.some(({ key }) => nieuw[key.value] !== undefined)) {
      this.blok(knoop, nieuw);
    } else if (this.zelfdeHaken(knoop, nieuw)) {
      for (const { key, value } of knoop.items) if (value.value !== nieuw[key.value]) this.knip(value.range[0], value.range[1], schrijfTekst(nieuw[key.value], true));
    } else if (isSeq(knoop) && knoop.flow && Array.isArray(nieuw) && nieuw.length > 1 && !nieuw.some(isBlok)) {
      this.knip(knoop.range[0], knoop.range[1], schrijfHaken(nieuw));
    } else if (isSeq(knoop) && !knoop.flow && this.kanRij(knoop, nieuw)) {
      this.rij(knoop, nieuw);
    } else {
      const [begin, einde] = [paar.key.range[0], this.laatste(paar)];
      const inspring = this.inspring(begin);
      this.knip(begin, einde, schrijfPaar(paar.key.value, nieuw, inspring).join("\n").slice(inspring.length));
    }
  }

  // A block between curly brackets with the same keys, each with a text.
  zelfdeHaken(knoop, nieuw) {
    return isMap(knoop) && knoop.flow && isBlok(nieuw) && Object.keys(nieuw).length === knoop.items.length
      && knoop.items.every(({ key, value }) => isScalar(value) && typeof nieuw[key.value] === "string");
  }

  // Blocks of which at least one was there and none was moved.
  kanRij(knoop, nieuw) {
    if (!Array.isArray(nieuw) || !nieuw.every(isBlok) || !knoop.items.every((een) => isMap(een) && !een.flow)) return false;
    const oud = nieuw.map((een) => een[BRON]).filter((bron) => bron !== undefined);
    return oud.length > 0 && oud.every((bron, i) => bron < knoop.items.length && (i === 0 || bron > oud[i - 1]));
  }

  rij(knoop, nieuw) {
    const perBron = new Map(nieuw.map((een) => [een[BRON], een]));
    knoop.items.forEach((een, bron) => {
      const erna = perBron.get(bron);
      if (!erna) this.knip(this.regelBegin(een.range[0]), this.regelEinde(this.einde(een)));
      else if (!gelijk(een.toJS(this.document), erna)) this.blok(een, erna);
    });
    const inspring = /^[^-]*/.exec(this.tekst.slice(this.regelBegin(knoop.items[0].range[0])))[0];
    const erbij = nieuw.filter((een) => een[BRON] === undefined).flatMap((een) => schrijfStreep(een, inspring));
    this.regelsErbij(this.einde(knoop.items.at(-1)), erbij);
  }

  paarErbij(blijft, ervoor, regels) {
    const vorige = blijft.filter((paar) => ervoor.includes(paar.key.value)).sort((a, b) => ervoor.indexOf(a.key.value) - ervoor.indexOf(b.key.value)).at(-1);
    if (vorige) return this.regelsErbij(this.laatste(vorige), regels);
    const begin = blijft[0].key.range[0];
    const inspring = this.inspring(begin);
    return this.knip(begin, begin, `${regels.join("\n").slice(inspring.length)}\n${inspring}`);
  }

  regelsErbij(plek, regels) {
    if (!regels.length) return;
    const einde = this.regelEinde(plek);
    const opNieuweRegel = this.tekst[einde - 1] === "\n" ? "" : "\n";
    this.knip(einde, einde, opNieuweRegel + regels.map((regel) => `${regel}\n`).join(""));
  }

  // The first key of a block in a list stands behind the dash: then the next one takes its place.
  paarWeg(paar, volgende) {
    const begin = paar.key.range[0];
    const regel = this.regelBegin(begin);
    if (this.tekst.slice(regel, begin).trim() && volgende) this.knip(begin, volgende.key.range[0]);
    else this.knip(regel, this.regelEinde(this.laatste(paar)));
  }

  laatste(paar) {
    return paar.value ? Math.max(this.einde(paar.value), paar.key.range[1] + 1) : paar.key.range[1] + 1;
  }

  // After the last sign of it, without the white space that follows.
  einde(knoop) {
    const diepste = isSeq(knoop) || isMap(knoop) ? knoop.items.at(-1) : null;
    if (diepste && !knoop.flow) return isMap(knoop) ? this.laatste(diepste) : this.einde(diepste);
    return knoop.range[0] + this.tekst.slice(knoop.range[0], knoop.range[1]).trimEnd().length;
  }

  regelBegin(plek) {
    return this.tekst.lastIndexOf("\n", plek - 1) + 1;
  }

  regelEinde(plek) {
    const einde = this.tekst.indexOf("\n", plek);
    return einde < 0 ? this.tekst.length : einde + 1;
  }

  inspring(begin) {
    return " ".repeat(begin - this.regelBegin(begin));
  }
}
