// What somebody does not want.

// "niet overdag", "behalve op vrijdag", "niet in Velp"
export function isNiet(woorden, i) {
  const vorige = woorden.slice(0, i).findLast(({ woord }) => !["op", "in", "de", "het", "s", "te"].includes(woord));
  return ["niet", "behalve"].includes(vorige?.woord) && !vorige.komma;
}

export function zoekNiet(woorden, bron) {
  const zin = woorden.map(({ woord, komma }) => woord + komma).join(" ");
  const niet = [];
  for (const patroon of bron.patronen.niet) {
    for (const gevonden of zin.matchAll(patroon)) {
      const dat = woorden.findIndex(({ woord }) => woord === gevonden[1]); // what stands before it: "bingo is niks voor mij"
      const eerste = dat < 0 ? zin.slice(0, gevonden.index + gevonden[0].length).split(" ").length : dat;
      if (gevonden[0].trim() === "zonder" && woorden.slice(eerste, eerste + 3).some(({ woord }) => woord === "te")) continue; // "zonder noten te lezen": about how
      niet.push(...tot(woorden, eerste, bron, dat < 0 ? 5 : 1));
    }
  }
  return niet;
}

// The words from `begin` until something is wanted again; at most two.
function tot(woorden, begin, bron, hoeveel) {
  const niet = [];
  for (const woord of woorden.slice(begin, begin + hoeveel)) {
    if (bron.taal.toch_wel.includes(woord.woord) || woord.woord === "en") break;
    if (woord.rol) continue;
    if (bron.taal.wel_dit.includes(woord.woord)) break;
    if (woord.stil) continue;
    woord.rol = "niet";
    niet.push(woord.stam);
    if (niet.length === 2) break;
  }
  return niet;
}

// "ik verveel me dood" is about being bored.
export function zoekOverdreven(woorden, { patronen }) {
  const zin = woorden.map(({ woord }) => woord).join(" ");
  const loos = new Set(patronen.overdreven.flatMap((patroon) => [...zin.matchAll(patroon)].map(([, woord]) => woord)));
  for (const woord of woorden) if (loos.has(woord.woord)) woord.rol = "overdreven";
}
