// Times, days, dates and repetition as somebody wrote them; null where they cannot be understood.
// The twin of format/tijden.py and format/herhaling.py; a test holds the two together.

export const DAGEN = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];
export const MAANDEN = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];
export const NIET_IN = { schoolvakanties: "niet in de schoolvakanties", zomervakantie: "niet in de zomervakantie", bouwvak: "niet in de bouwvak", feestdagen: "niet op feestdagen" };
export const OP_AFSPRAAK = "op afspraak";
export const LAATSTE = -1;

const DAG = 1440;
const HELE_WEEK = [0, 1, 2, 3, 4, 5, 6];
const GROEPEN = {
  dagelijks: HELE_WEEK, dag: HELE_WEEK, dagen: HELE_WEEK, "alle dagen": HELE_WEEK, "hele week": HELE_WEEK,
  werkdag: HELE_WEEK.slice(0, 5), werkdagen: HELE_WEEK.slice(0, 5), doordeweeks: HELE_WEEK.slice(0, 5),
  weekend: [5, 6], weekends: [5, 6], weekenden: [5, 6],
};
const NUMMERS = { eerste: 1, tweede: 2, derde: 3, vierde: 4, vijfde: 5, laatste: LAATSTE };
const WEKEN = {
  "elke week": "week", "iedere week": "week", wekelijks: "week",
  "even weken": "even", "even week": "even", "elke even week": "even", "in de even weken": "even",
  "oneven weken": "oneven", "oneven week": "oneven", "elke oneven week": "oneven", "in de oneven weken": "oneven",
};

export const netjes = (tekst) => tekst.toLowerCase()
  .replace(/[‐‑‒–—―−]/g, "-")
  .replace(/\bt\s*\/\s*m\b|\btot en met\b/g, "-")
  .trim().replace(/\s+/g, " ");

const geen = (waarde) => waarde === null || waarde === undefined;
const alle = (lijst) => (lijst.length && !lijst.some(geen) ? lijst : null);
const delen = (tekst, scheiding) => netjes(tekst).split(scheiding).map((deel) => deel.trim()).filter(Boolean);

// Minutes since midnight.
function leesTijd(tekst) {
  const gevonden = /^(\d{1,2})(?:\s*[:.u]\s*(\d{2}))?\s*(?:uur|u|h)?\.?$/.exec(tekst);
  const [uur, minuut] = gevonden ? [Number(gevonden[1]), Number(gevonden[2] ?? 0)] : [99, 99];
  return minuut > 59 || uur * 60 + minuut > DAG ? null : uur * 60 + minuut;
}

// "10:00-12:00" → {begin, einde}; an open end is null, past midnight is over 1440
export function leesTijdvak(tekst) {
  const schoon = netjes(tekst);
  const bereik = /^(?:van(?:af)? )?(.+?)\s*(?:-|\btot\b)\s*(.+)$/.exec(schoon);
  if (!bereik) {
    const begin = schoon.startsWith("vanaf ") ? leesTijd(schoon.slice(6)) : null;
    return begin === null || begin === DAG ? null : { begin, einde: null };
  }
  const [begin, einde] = [leesTijd(bereik[1]), leesTijd(bereik[2])];
  if (begin === null || einde === null || begin === einde) return null;
  if (begin < einde) return { begin, einde };
  const nacht = begin < DAG && (einde === 0 || (begin >= 720 && einde <= 360));
  return nacht ? { begin, einde: einde + DAG } : null;
}

export function leesTijdvakken(tekst) {
  const vakken = alle(delen(tekst, /[,;]|\ben\b/).map(leesTijdvak))?.sort((a, b) => a.begin - b.begin);
  const overlapt = vakken?.some((vak, i) => i && (vakken[i - 1].einde === null || vakken[i - 1].einde > vak.begin));
  return vakken && !overlapt ? vakken : null;
}

function dagNummer(woord) {
  const vormen = (dag) => [dag, `${dag}s`, `${dag}en`, dag.slice(0, 2), `${dag.slice(0, 2)}.`];
  const nummer = DAGEN.findIndex((dag) => vormen(dag).includes(woord));
  return nummer < 0 ? null : nummer;
}

function dagenVan(deel) {
  const kaal = deel.replace(/^(?:elke|iedere|op|in het|van) /, "");
  if (GROEPEN[kaal]) return GROEPEN[kaal];
  const streep = kaal.indexOf("-");
  const [eerste, laatste] = streep < 0 ? [kaal, kaal] : [kaal.slice(0, streep).trim(), kaal.slice(streep + 1).trim()];
  const [van, tot] = [dagNummer(eerste), dagNummer(laatste)];
  if (van === null || tot === null) return null;
  return HELE_WEEK.slice(0, (((tot - van) % 7) + 7) % 7 + 1).map((n) => (van + n) % 7);
}

// "ma t/m wo" → [0, 1, 2]
export function leesDagen(tekst) {
  const dagen = alle(delen(tekst, /[,;/&]|\ben\b/).map(dagenVan));
  return dagen && [...new Set(dagen.flat())].sort((a, b) => a - b);
}

function maandNummer(woord) {
  const anders = { mrt: 2, "mrt.": 2, sept: 8, "sept.": 8 };
  const nummer = MAANDEN.findIndex((maand) => [maand, maand.slice(0, 3), `${maand.slice(0, 3)}.`].includes(woord));
  return nummer >= 0 ? nummer : anders[woord] ?? null;
}

// "april-oktober" → {van, tot}, januari is 0
export function leesSeizoen(tekst) {
  const schoon = netjes(tekst).replace(/^(?:van|in) /, "").replace(/\btot\b/g, "-");
  const streep = schoon.indexOf("-");
  const van = maandNummer((streep < 0 ? schoon : schoon.slice(0, streep)).trim());
  const tot = streep < 0 ? van : maandNummer(schoon.slice(streep + 1).trim());
  return van === null || tot === null ? null : { van, tot };
}

// A date as a UTC midnight; "2027-07-03", "3-7-2027", "zaterdag 3 juli 2027"
export function leesDatum(tekst) {
  const schoon = netjes(tekst);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(schoon);
  if (iso) return datum(iso[1], Number(iso[2]) - 1, iso[3]);
  const cijfers = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(schoon);
  if (cijfers) return datum(cijfers[4], Number(cijfers[3]) - 1, cijfers[1]);
  const woorden = /^(?:([a-z]+\.?) )?(\d{1,2}) ([a-z]+\.?) (\d{4})$/.exec(schoon);
  const maand = woorden && maandNummer(woorden[3]);
  const gevonden = geen(maand) ? null : datum(woorden[4], maand, woorden[2]);
  const dag = gevonden && woorden[1] ? dagNummer(woorden[1]) : undefined;
  return dag === undefined || dag === (gevonden.getUTCDay() + 6) % 7 ? gevonden : null;
}

function datum(jaar, maand, dag) {
  const gemaakt = new Date(Date.UTC(Number(jaar), maand, Number(dag)));
  const bestaat = gemaakt.getUTCMonth() === maand && gemaakt.getUTCDate() === Number(dag);
  return bestaat && jaar >= 1900 && jaar <= 2199 ? gemaakt : null;
}

// "1e en 3e van de maand" → {soort: "maand", nummers: [1, 3]}
export function leesHerhaling(tekst) {
  const schoon = netjes(tekst);
  if (WEKEN[schoon]) return { soort: WEKEN[schoon], nummers: [] };
  const maand = /^(?:(?:op )?(?:de|elke|iedere) )?(.+?)(?: (?:van|in) (?:de|elke|iedere) maand)$/.exec(schoon);
  const nummers = maand && alle(delen(maand[1], /,|\ben\b/).map(leesNummer));
  return nummers && { soort: "maand", nummers: [...new Set(nummers)].sort((a, b) => (a === LAATSTE) - (b === LAATSTE) || a - b) };
}

function leesNummer(woord) {
  if (NUMMERS[woord]) return NUMMERS[woord];
  const cijfer = Number(/^(\d+)(?:e|de|ste)?$/.exec(woord)?.[1]);
  return cijfer >= 1 && cijfer <= 5 ? cijfer : null;
}

const NIET_IN_ANDERS = { schoolvakantie: "schoolvakanties", vakanties: "schoolvakanties", zomervakanties: "zomervakantie", bouwvakantie: "bouwvak", feestdag: "feestdagen" };

export function leesNietIn(tekst) {
  const schoon = netjes(tekst);
  const woord = NIET_IN_ANDERS[schoon] ?? schoon;
  return Object.hasOwn(NIET_IN, woord) ? woord : null;
}
