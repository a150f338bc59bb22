// Dutch words, as search/woorden.py makes them: huizen, huisje and huis get one stem. And what somebody meant who
// typed something else: swapped letters, a sound written another way, a compound that stands nowhere.

const KLINKER_OF_VOOR_S = /([\p{L}\p{N}])['’‘`´](?=[\p{L}\p{N}])|^['’‘`´](?=s\b)/gu;
const PLUS = /(\d+)\s?(?:\+|-?\s?plus\w*)/g;
const KLANKEN = [
  [/^chr/, "kr"], [/sch(?=[rl])/g, "sg"], [/ch/g, "g"], [/ei|y/g, "ij"], [/ou/g, "au"], [/ph/g, "f"], [/th/g, "t"], [/qu/g, "kw"], [/x/g, "ks"],
  [/c(?=[eij])/g, "s"], [/c/g, "k"], [/d$|dt$/g, "t"], [/(.)\1+/g, "$1"], [/z/g, "s"], [/v/g, "f"], [/ieu/g, "iu"],
];
// By ear, vowels and foreign sounds too: otisme, naaimasjien, joga, sosjaal.
const GEHOOR = [[/t?sj|sg|t?si(?=[aeo])|ti(?=[aeo])/g, "g"], [/au/g, "o"], [/oe/g, "u"], [/ie/g, "i"], [/ij|j/g, "i"], [/b$/g, "p"], [/w$/g, ""], [/e$/g, ""], [/(.)\1+/g, "$1"]];
const KORTST_DEEL = 3;
const KORTST_VERSCHREVEN = 5;
const LANG = 7; // letters of a word
const DEELWOORD = /^ge.+[td]e$/; // gehaakte is gehaakt

const ENKEL_LETTERS = /^[A-Za-z ]*$/; // as most questions are: nothing else to look for, at every key
export const gewoon = (tekst) => ENKEL_LETTERS.test(tekst) ? tekst.toLowerCase()
  : tekst.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(KLINKER_OF_VOOR_S, "$1").replace(PLUS, "$1plus");
export const woordenIn = (tekst) => gewoon(tekst).match(/\d+plus|[a-z]+|\d+/g) ?? [];
export const klank = (woord, regels = KLANKEN) => regels.reduce((tot, [van, naar]) => tot.replace(van, naar), woord);
const gehoor = (woord) => klank(klank(woord), GEHOOR);

export function maakStam({ stappen, uitgangen, vormen }) {
  const regels = stappen.map((stap) => stap.map(([patroon, naar, over]) => [new RegExp(patroon), naar, over]));
  const bekend = new Map();
  const maak = (woord) => {
    let stam = woord;
    for (const stap of regels) {
      for (const [patroon, naar, over] of stap) {
        const korter = stam.replace(patroon, naar);
        if (korter !== stam && korter.length >= over) {
          stam = korter;
          break;
        }
      }
    }
    return stam;
  };
  let kent = null;
  // What the table leaves out because it follows from a word that is known here: wandelt, gewandeld → wandel.
  const afgeleid = (woord) => {
    const stam = maak(woord);
    if (!kent || kent.has(stam)) return stam;
    for (const uitgang of ["", ...uitgangen]) {
      if (!woord.endsWith(uitgang)) continue;
      for (const kop of [woord.slice(0, woord.length - uitgang.length), ...(uitgang && woord.startsWith("ge") ? [woord.slice(2, woord.length - uitgang.length)] : [])]) {
        const korter = kop.length > 2 ? maak(kop) : "";
        for (const een of [korter, korter.replace(/eer$/, "er")]) if (kent.has(een)) return een;
      }
    }
    return stam;
  };
  const stam = (woord) => {
    const vorm = vormen.get(woord) ?? (DEELWOORD.test(woord) ? vormen.get(woord.slice(0, -1)) : undefined);
    if (vorm) return vorm;
    if (!bekend.has(woord)) bekend.set(woord, afgeleid(woord));
    return bekend.get(woord);
  };
  stam.vormen = vormen;
  stam.ken = (stammen) => {
    kent = stammen;
    bekend.clear();
  };
  return stam;
}

// How many letters differ; two that changed places count as one. Stops above `grens`.
export function afstand(a, b, grens) {
  if (Math.abs(a.length - b.length) > grens) return grens + 1;
  const breed = b.length + 1;
  let [eerder, vorige, rij] = [new Uint16Array(breed), new Uint16Array(breed), new Uint16Array(breed)];
  for (let j = 0; j < breed; j += 1) vorige[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    const letter = a.charCodeAt(i - 1);
    rij[0] = i;
    let minst = i;
    for (let j = 1; j < breed; j += 1) {
      const gelijk = letter === b.charCodeAt(j - 1);
      let kost = Math.min(vorige[j] + 1, rij[j - 1] + 1, vorige[j - 1] + (gelijk ? 0 : 1));
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)) kost = Math.min(kost, eerder[j - 2] + 1);
      rij[j] = kost;
      if (kost < minst) minst = kost;
    }
    if (minst > grens) return grens + 1;
    [eerder, vorige, rij] = [vorige, rij, eerder];
  }
  return vorige[b.length];
}

// The words of this site: which begin or end with a given stem, which were probably meant, what a compound holds.
export function maakWoordenlijst(stammen, { stam, stil, voorvoegsels, algemeen }) {
  const alle = [...stammen].sort();
  const bekend = new Set(alle);
  const opKlank = groepeer(alle, (woord) => klank(woord));
  let opGehoor = null;
  const maakGehoor = () => opGehoor ??= groepeer(alle.filter((woord) => woord.length > 3).map((woord) => vergelijkbaar(gehoor(woord), woord)), ({ tekst }) => tekst[0]);
  const metDeel = new Map();
  const familie = new Map();
  const deel = (woord) => stil.has(woord) ? null : bekend.has(woord) ? woord : woord.endsWith("s") && bekend.has(woord.slice(0, -1)) ? woord.slice(0, -1) : null;

  // zwemclub → zwem, club. The longest two parts that are both words here. Kinder for what was typed: bordspellen is
  // bordspel, and beside a part that says little the other is enough.
  const delen = (woord, metWelke = false) => {
    const lees = metWelke ? getyptDeel : deel;
    let beste = null;
    for (let i = KORTST_DEEL; i <= woord.length - KORTST_DEEL; i += 1) {
      const [kop, staart] = [lees(woord.slice(0, i)), lees(woord.slice(i))];
      const bijna = metWelke && !staart && kop && kop.length > 3 && algemeen.has(woord.slice(i));
      const heel = (kop && staart) || bijna;
      const half = staart && staart.length > 3 && i > 3 && !/^[aeiouy]/.test(staart) && !voorvoegsels.has(woord.slice(0, i));
      if (!heel && !half) continue;
      const kleinste = heel ? 100 + Math.min(kop.length, staart?.length ?? 0) : staart.length;
      if (!beste || kleinste >= beste.kleinste) beste = { kleinste, heel, delen: bijna ? [kop] : heel ? [kop, staart] : [staart] };
    }
    if (metWelke) return { heel: Boolean(beste?.heel), delen: beste?.delen ?? [] };
    return [...new Set((beste?.delen ?? []).flatMap((een) => [een, ...(een.length > 7 ? delen(een) : [])]))];
  };
  const getyptDeel = (woord) => stil.has(woord) ? null : [woord, stam(woord), woord.replace(/e?[rs]$/, "")].map(deel).find((een) => een?.length > 2) ?? null;
  for (const woord of alle) {
    if (woord.length < 2 * KORTST_DEEL) continue;
    for (const een of delen(woord)) voegBij(metDeel, een, woord);
    // wandeling, wandelaar → wandelen
    const uitgang = /(?:ing|ster|er)$/.exec(woord)?.[0];
    const werkwoord = uitgang && stam(`${woord.slice(0, -uitgang.length)}en`);
    if (werkwoord && werkwoord.length > 3 && bekend.has(werkwoord)) {
      voegBij(familie, werkwoord, woord);
      voegBij(familie, woord, werkwoord);
    }
  }

  const beginnendMet = (begin, meeste) => {
    let van = 0;
    let tot = alle.length;
    while (van < tot) {
      const midden = (van + tot) >> 1;
      if (alle[midden] < begin) van = midden + 1;
      else tot = midden;
    }
    const gevonden = [];
    while (van < alle.length && alle[van].startsWith(begin) && gevonden.length < meeste) gevonden.push(alle[van++]);
    return gevonden;
  };

  // Words as they are written, for who writes them wrong: schulden for schuld, bingo for what the dictionary makes of it.
  let vormen = null;
  const maakVormen = () => vormen ??= groepeer([
    ...alle.filter((een) => een.length > 2).map((een) => vergelijkbaar(voluit(een), een)),
    ...[...stam.vormen].filter(([vorm, een]) => vorm.length > 3 && bekend.has(een)).map(([vorm, een]) => vergelijkbaar(vorm, een)),
  ], ({ tekst }) => gehoor(tekst)[0]);

  // What somebody probably meant: the same sound first, then the fewest letters apart.
  const onthouden = new Map(); // as one types on, the words before are the same
  const bedoeld = (woord, getypt = woord) => {
    const sleutel = `${woord} ${getypt}`;
    if (!onthouden.has(sleutel)) onthouden.set(sleutel, zoekBedoeld(woord, getypt));
    return onthouden.get(sleutel);
  };
  const zoekBedoeld = (woord, getypt) => {
    if (getypt.length < 4) return [];
    const zelfdeKlank = (opKlank.get(klank(woord)) ?? []).filter((een) => een.length > 2);
    if (zelfdeKlank.length) return zelfdeKlank.map((een) => ({ woord: een, fout: 0.5 }));
    const eigen = gehoor(woord);
    const [grens, grensVorm] = [fouten(woord.length), fouten(getypt.length)];
    const [meest, meestVorm] = [Math.ceil(grens), Math.ceil(grensVorm)];
    const [klinktWat, lijktWat] = [maakLijktWat(eigen, meest), maakLijktWat(getypt, meestVorm)];
    const kandidaten = [];
    const [opBegin, opVorm] = [maakGehoor(), maakVormen()];
    for (const letter of new Set([eigen[0], eigen[1]])) {
      const andersBegin = letter === eigen[0] ? 0 : 0.5;
      for (const { tekst: hoe, woord: een } of (opBegin.get(letter) ?? []).filter(klinktWat)) {
        const fout = Math.min(afstand(woord, een, meest), afstand(eigen, hoe, meest) + 0.25) + andersBegin;
        if (fout <= grens) kandidaten.push({ woord: een, fout });
      }
      for (const { tekst: vorm, woord: een } of (opVorm.get(letter) ?? []).filter(lijktWat)) {
        const fout = afstand(getypt, vorm, meestVorm) + andersBegin;
        if (fout <= grensVorm && !kandidaten.some((ander) => ander.woord === een && ander.fout <= fout)) kandidaten.push({ woord: een, fout });
      }
    }
    kandidaten.sort((a, b) => a.fout - b.fout || b.woord.length - a.woord.length);
    return kandidaten.filter(({ fout }) => fout <= kandidaten[0].fout + 0.25).slice(0, 4);
  };
  // A slip leaves groups of letters that no word has; a word that is merely unknown here does not.
  let drietallen = null;
  const isVerschreven = (woord) => {
    drietallen ??= new Set([...alle, ...stam.vormen.keys()].flatMap(drietallenVan));
    return woord.length >= KORTST_VERSCHREVEN && drietallenVan(woord).filter((drie) => !drietallen.has(drie)).length >= (woord.length < LANG ? 2 : 1);
  };
  return { isVerschreven, bekend: (woord) => bekend.has(woord), delen, familie: (woord) => familie.get(woord) ?? [], metDeel: (woord) => metDeel.get(woord) ?? [], beginnendMet, bedoeld };
}

// boek → boeken, taal → talen, les → lessen, huis → huizen, oudere → ouderen
function voluit(stam) {
  if (stam.endsWith("e")) return `${stam}n`;
  const zacht = stam.replace(/([aeiou]{2}|ij)f$/, "$1v").replace(/([aeiou]{2}|ij)s$/, "$1z");
  if (/([aeou])\1[^aeiou]$/.test(zacht)) return `${zacht.replace(/([aeou])\1([^aeiou])$/, "$1$2")}en`;
  return /(?:^|[^aeiou])[aeiou][bdfgklmnprst]$/.test(zacht) && zacht.length < 5 ? `${zacht}${zacht.at(-1)}en` : `${zacht}en`;
}

// "tuin" has ^tu, tui, uin and in$.
function drietallenVan(woord) {
  const heel = `^${woord}$`;
  return Array.from({ length: heel.length - 2 }, (_, i) => heel.slice(i, i + 3));
}

// How many mistakes a word of so many letters may have.
const fouten = (letters) => letters < 5 ? 1 : letters < 9 ? 1.5 : letters < 12 ? 2 : 3;

// A text to compare with what was typed, the word that it stands for, and which letters it has, a bit for each.
const vergelijkbaar = (tekst, woord) => ({ tekst, woord, letters: lettersVan(tekst) });
const lettersVan = (tekst) => [...tekst].reduce((samen, letter) => samen | (1 << (letter.charCodeAt(0) & 31)), 0);

// Cheaper than counting mistakes: words that share few letters cannot be the same word.
function maakLijktWat(a, meest) {
  const eigen = lettersVan(a);
  return ({ tekst: b, letters }) => {
    if (Math.abs(b.length - a.length) > meest) return false;
    let over = meest;
    for (let rest = eigen & ~letters; rest; rest &= rest - 1) if ((over -= 1) < 0) return false;
    let gelijk = 0;
    for (const letter of a) if (b.includes(letter)) gelijk += 1;
    return gelijk >= a.length - meest;
  };
}

function voegBij(groepen, sleutel, waarde) {
  if (!groepen.has(sleutel)) groepen.set(sleutel, []);
  groepen.get(sleutel).push(waarde);
}

function groepeer(lijst, sleutel) {
  const groepen = new Map();
  for (const een of lijst) {
    const waar = sleutel(een);
    if (!groepen.has(waar)) groepen.set(waar, []);
    groepen.get(waar).push(een);
  }
  return groepen;
}
