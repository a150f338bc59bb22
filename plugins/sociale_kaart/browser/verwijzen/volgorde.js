// The order of the rows: by kern as they were written, or in one list through all kernen. A thousand rows are not
// laid at once: first what fills the screen, then the rest step by step, each step in a group of its own that the
// browser leaves alone until it comes in sight.

const EERST = 8; // rows: more than a screenful
const STAP = 40;
const TAAL = new Intl.Collator("nl", { numeric: true });

export function maakVolgorde(tabel) {
  const koppen = [...tabel.tHead.rows[0].cells];
  const groepen = [...tabel.tBodies].map((groep) => ({ groep, rijen: [...groep.rows].slice(1) }));
  const thuis = new Map(groepen.flatMap(({ groep, rijen }) => rijen.map((rij) => [rij, groep])));
  const rijen = [...thuis.keys()];
  const geordend = new Map(); // column → its rows: those that say something in order, then the others
  let lijstdelen = []; // the groups of the one list
  let inLijsten = false;
  let werk = { rijen: [], plaats: null };

  // `plaats` puts a few rows where they belong. A next order drops what this one still had to do.
  function leg(deze, plaats) {
    werk = { rijen: [...deze], plaats };
    stap(EERST);
    requestAnimationFrame(() => setTimeout(verder, 0, werk)); // once these are painted
  }

  function verder(mijn) {
    if (mijn !== werk || !werk.rijen.length) return;
    stap(STAP);
    setTimeout(verder, 0, mijn);
  }

  function stap(aantal) {
    const deel = werk.rijen.splice(0, aantal);
    if (deel.length) werk.plaats(deel);
    tabel.ariaBusy = String(werk.rijen.length > 0);
  }

  // `door`: the rows that are to be seen; null for all.
  function perDorp(door) {
    for (const rij of rijen) verberg(rij, Boolean(door) && !door.has(rij));
    for (const { groep, rijen: eigen } of groepen) verberg(groep, eigen.every((rij) => rij.hidden));
    if (!inLijsten) return;
    ruimOp();
    inLijsten = false;
    tabel.dataset.volgorde = "dorp";
    leg(rijen, (deel) => { for (const rij of deel) thuis.get(rij).append(rij); });
  }

  function inLijst(lijst) {
    ruimOp();
    for (const { groep } of groepen) verberg(groep, true);
    for (const rij of lijst) verberg(rij, false);
    inLijsten = true;
    tabel.dataset.volgorde = "vlak";
    leg(lijst, (deel) => {
      const groep = tabel.createTBody();
      groep.setAttribute("role", "rowgroup");
      groep.className = lijst[0] === deel[0] ? "eerst" : "";
      groep.append(...deel);
      lijstdelen.push(groep);
    });
  }

  // The groups of the last list go out of sight; their rows are taken from them as they find a new place.
  function ruimOp() {
    for (const deel of lijstdelen) if (deel.rows.length) verberg(deel, true); else deel.remove();
    lijstdelen = lijstdelen.filter((deel) => deel.isConnected);
  }

  function opKolom(nummer, omlaag) {
    if (!geordend.has(nummer)) geordend.set(nummer, orden(rijen, nummer));
    const { gevuld, leeg } = geordend.get(nummer);
    return omlaag ? [...gevuld.toReversed(), ...leeg] : [...gevuld, ...leeg];
  }

  // On paper nothing may be missing.
  const legAlles = () => stap(Infinity);

  return { koppen, rijen, perDorp, inLijst, opKolom, legAlles };
}

// To set what is so already would cost the browser as much as a change.
function verberg(element, weg) {
  if (element.hidden !== weg) element.hidden = weg;
}

function orden(rijen, nummer) {
  const sleutels = new Map(rijen.map((rij) => [rij, sleutel(rij.cells[nummer])]));
  const gevuld = rijen.filter((rij) => sleutels.get(rij).tekst);
  gevuld.sort((a, b) => sleutels.get(a).getal - sleutels.get(b).getal || TAAL.compare(sleutels.get(a).tekst, sleutels.get(b).tekst));
  return { gevuld, leeg: rijen.filter((rij) => !sleutels.get(rij).tekst) };
}

// A wait that is known in days stands before one in other words.
function sleutel(vak) {
  const tekst = (vak.querySelector("a") ?? vak.firstChild)?.textContent ?? "";
  return { tekst, getal: Number(vak.dataset.dagen ?? 1e6) };
}
