// What the first keys would otherwise wait for, done beforehand: a bit at a time, and not while somebody types.

import { toonKaartjes } from "./beeld.js";
import { geheel, naamLijkt } from "./gelijkenis.js";
import { maak } from "./maak.js";
import { leesMomenten } from "./momenten.js";
import { lees } from "./staat.js";
import { zoek } from "./zoek.js";

const EVEN = 8; // ms at a time
const RUST = 1000; // ms after the last key
const VERSCHREVEN = "mantelzroger";
const VRAGEN = ["samn eten of iemand voor de tuin op vrijdagmiddag", "mantelzroger dagbesteeding", "mijn vader komt niet meer buiten en wil geen hulp"];

export function warmOp(vak, omgeving, hoeveel) {
  const { bron } = omgeving;
  let getypt = -RUST;
  vak.addEventListener("input", () => { getypt = performance.now(); });
  const lijst = maak("ol");
  const halve = VRAGEN.flatMap((vraag) => [...vraag].map((_, i) => vraag.slice(0, i + 1)).filter((_, i) => i % 3 === 1));
  const stappen = [
    () => bron.documenten.forEach(leesMomenten),
    () => geheel([], bron),
    () => naamLijkt("", bron),
    () => bron.woordenlijst.bedoeld(VERSCHREVEN),
    () => bron.woordenlijst.isVerschreven(VERSCHREVEN),
    ...halve.map((q) => () => {
      const { gevonden, nu } = zoek({ ...lees(""), q }, bron, { half: true });
      toonKaartjes(lijst, gevonden.slice(0, hoeveel), { ...omgeving, nu });
    }),
  ];
  zodraRustig(verder);

  function verder() {
    const begin = performance.now();
    const wacht = getypt + RUST - begin;
    if (wacht > 0) return setTimeout(verder, wacht);
    do stappen.shift()(); while (stappen.length && performance.now() - begin < EVEN);
    return stappen.length && setTimeout(verder);
  }
}

export const zodraRustig = window.requestIdleCallback ?? setTimeout; // Safari has no such periods
