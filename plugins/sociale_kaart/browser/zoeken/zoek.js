// One search: from what is asked and chosen to what is found, in order. Knows nothing of the page.

import { nu as nuIn } from "../nu.js";
import { zeef } from "./filters.js";
import { hoeVer, kernenVanaf } from "./plek.js";
import { rangschik, Vondst } from "./rangorde.js";
import { isLeeg } from "./staat.js";
import { begrijp } from "./vraag.js";
import { isZeker } from "./zeker.js";

const RAAK_GENOEG = 0.5; // of the best: what is sorted by distance

let laatste = { minuut: NaN, moment: null };

// Asked at every key, worked out once a minute.
export function moment() {
  const minuut = Math.floor(Date.now() / 60_000);
  if (minuut !== laatste.minuut) {
    const nu = nuIn();
    laatste = { minuut, moment: { ...nu, weekdag: new Date(nu.dag).getUTCDay() || 7 } };
  }
  return laatste.moment;
}

// `half`: still being typed. Then a first letter is no question yet, so nothing is missing either.
export function zoek(staat, bron, { plek = null, half = false, nu = moment() } = {}) {
  const vraag = begrijp(staat.q, bron, { half });
  const gevraagd = vraag.eenheden.length > 0 || vraag.plaatsen.length > 0 || vraag.tijd !== null;
  const leeg = !gevraagd && (half || !staat.q.trim());
  let alles = gevraagd ? rangschik(vraag, bron, nu) : leeg ? opNaam(bron) : [];
  const vanaf = waarVandaan(staat, bron, plek);
  if (vanaf) alles = opAfstand(alles, vanaf, bron);
  const gevonden = zeefVondsten(alles, staat.keuzes, bron, nu);
  return { vraag, gevonden, alles, zeker: isZeker(vraag, bron), nu, vanaf, leeg: leeg && isLeeg({ ...staat, q: "" }) };
}

function zeefVondsten(alles, keuzes, bron, nu) {
  if (!Object.values(keuzes).some(({ length }) => length)) return alles;
  const door = new Set(zeef(alles.map(({ document }) => document), keuzes, bron, nu));
  return alles.filter(({ document }) => door.has(document));
}

const opNaam = (bron) => bron.opNaam.filter(({ gestopt }) => !gestopt).map((document) => new Vondst(document, 1));

function waarVandaan({ bij }, { kernen }, plek) {
  const punt = bij === "hier" ? plek : kernen[bij]?.punt;
  return punt ? { punt, kern: bij === "hier" ? kernenVanaf(punt, kernen)[0]?.id : bij } : null;
}

function opAfstand(gevonden, vanaf, { kernen }) {
  const genoeg = (gevonden[0]?.score ?? 0) * RAAK_GENOEG;
  return gevonden.filter(({ score }) => score >= genoeg).map((een) => Object.assign(een, { ver: hoeVer(een.document, vanaf, kernen) }))
    .sort((a, b) => a.ver.km - b.ver.km || b.score - a.score);
}

// The themas that come nearest to the question, for who found nothing.
export function dichtstbij({ eenheden }, { labels }) {
  const punten = new Map();
  for (const { opties } of eenheden) {
    for (const { term, gewicht } of opties.values()) {
      const [sectie, id] = term.split(":");
      if (sectie === "themas" && labels.themas[id]) punten.set(id, (punten.get(id) ?? 0) + gewicht);
    }
  }
  return [...punten].sort((a, b) => b[1] - a[1]).slice(0, 2).map(([id]) => ({ id, naam: labels.themas[id] }));
}
