// When initiatives are there in a week, and whether that is when a question asks for. A moment is a day, 1 (Monday) to
// 7, and times in minutes since midnight; `begin` is -1 where no hour is known.

import { DAG } from "../nu.js";

const UUR = 60;

// Its opening hours and its activities, of which each keeps its own; read once. `weekdagen` has a bit for each day.
export function leesMomenten(document) {
  if (document.momenten) return document.momenten;
  document.perActiviteit = document.activiteiten.map(([naam, dagen, begin]) => ({ naam, momenten: [...dagen].map((dag) => moment(Number(dag), begin, begin + UUR)) }));
  document.momenten = [...document.perActiviteit.flatMap(({ momenten }) => momenten), ...openingstijden(document)];
  document.weekdagen = document.momenten.reduce((samen, { dag }) => samen | (1 << dag), 0);
  return document.momenten;
}

const moment = (dag, begin, einde) => ({ dag, begin, einde });

function openingstijden({ keren }) {
  if (!keren) return [];
  const [start, ...delen] = keren.split(";");
  const basis = new Date(`${start}T00:00:00Z`).getUTCDay();
  return delen.flatMap((deel) => {
    const [uren, dagen] = deel.split(":");
    const [begin, einde] = uren.split("-").map((getal) => (getal === "" ? -1 : Number(getal)));
    const weekdagen = new Set(dagen.split(",").map((dag) => ((basis + Number(dag) + 6) % 7 + 7) % 7 + 1));
    return [...weekdagen].map((dag) => moment(dag, begin, einde < 0 ? begin + UUR : einde));
  });
}

// How a document answers the time that was asked: "activiteit" (what was asked is then), "past", "niet", "onbekend";
// for a date "datum" or "anders". `lagen` say for which words each document was found.
export function maakWanneer(tijd, lagen, bron, nu) {
  if (tijd.datum !== null) return opDatum((tijd.datum - Date.parse(bron.vandaag)) / DAG);
  const welkom = tijd.straks === null ? tijd.dagen : [((nu.weekdag - 1 + tijd.straks) % 7) + 1];
  const past = maakPast(tijd, welkom);
  const opDag = welkom.length && !tijd.niet ? welkom.reduce((samen, dag) => samen | (1 << dag), 0) : -1;
  const isGevraagd = maakGevraagd(lagen, bron);
  return (document) => {
    const momenten = leesMomenten(document);
    if (!(document.weekdagen & opDag)) return momenten.length ? "niet" : "onbekend"; // as most are
    if (document.perActiviteit.some((een) => isGevraagd(een.naam, document.nummer) && een.momenten.some(past))) return "activiteit";
    return momenten.some(past) ? "past" : "niet";
  };
}

function maakPast({ deel, niet }, welkom) {
  const [van, tot] = deel ?? [-Infinity, Infinity];
  return ({ dag, begin, einde }) => ((!welkom.length || welkom.includes(dag)) && (begin < 0 || (begin < tot && Math.max(einde, begin + 1) > van))) !== niet;
}

// What is there in so many days, as its days are written ("600-720:2,9"). Of what is not, an activity may be.
function opDatum(over) {
  const die = new RegExp(`[:,]${over}(?=[,;]|$)`);
  return ({ keren }) => keren && die.test(keren) ? "datum" : "anders";
}

// Whether a document was found by an activity of this name. Most activities are nothing that was asked for: that is
// seen once a name.
function maakGevraagd(lagen, bron) {
  const gevraagd = new Set(lagen.flatMap(({ opties }) => opties.map(({ term }) => term)));
  bron.termenVanActiviteit ??= new Map();
  const perNaam = new Map();
  const zoekTermen = (naam) => {
    if (!bron.termenVanActiviteit.has(naam)) bron.termenVanActiviteit.set(naam, bron.stammen(naam).flatMap((stam) => [stam, ...(bron.opWoord.get(stam) ?? []).map(({ id }) => id)]));
    return bron.termenVanActiviteit.get(naam).filter((term) => gevraagd.has(term));
  };
  return (naam, nummer) => {
    if (!perNaam.has(naam)) perNaam.set(naam, zoekTermen(naam));
    const termen = perNaam.get(naam);
    return termen.length > 0 && lagen.some(({ opties, waarde, reden }) => waarde[nummer] > 0 && termen.includes(opties[reden[nummer]].term));
  };
}
