// What a reader of the site will read about hours and repetition. Twin of the sentences in format/.

import { DAGEN, LAATSTE, MAANDEN, NIET_IN, OP_AFSPRAAK, leesDagen, leesDatum, leesHerhaling, leesNietIn, leesSeizoen, leesTijdvak, leesTijdvakken, netjes } from "./tijden.js";

const AFSPRAAK = [OP_AFSPRAAK, "na afspraak", "volgens afspraak", "alleen op afspraak"];
const RANG = { 1: "eerste", 2: "tweede", 3: "derde", 4: "vierde", 5: "vijfde", [LAATSTE]: "laatste" };
const GEEN_DAG = ["seizoen", "niet_in", "opmerking"];

export const isAfspraak = (tekst) => AFSPRAAK.includes(netjes(tekst));
export const isGesloten = (tekst) => ["gesloten", "dicht"].includes(netjes(tekst));
export const alsLijst = (waarde) => (Array.isArray(waarde) ? waarde : waarde === undefined || waarde === null || waarde === "" ? [] : [waarde]);
export const somOp = (woorden) => (woorden.length < 2 ? woorden.join("") : `${woorden.slice(0, -1).join(", ")} en ${woorden.at(-1)}`);
const samen = (...delen) => delen.filter(Boolean).join(", ");

export function klok(minuten, teken = ".") {
  const hier = minuten > 1440 ? minuten - 1440 : minuten;
  return `${Math.floor(hier / 60)}${teken}${String(hier % 60).padStart(2, "0")}`;
}

const tijdZin = ({ begin, einde }) => (einde === null ? `vanaf ${klok(begin)} uur` : `van ${klok(begin)} tot ${klok(einde)} uur`);
const nietInZin = (woorden) => woorden.map((woord) => NIET_IN[woord]).join(" en ");
const seizoenZin = ({ van, tot }) => (van === tot ? `in ${MAANDEN[van]}` : `van ${MAANDEN[van]} tot en met ${MAANDEN[tot]}`);
const isWeek = (dagen) => dagen.length === 7;
const isWerkweek = (dagen) => dagen.join("") === "01234";

export function datumZin(datum, { jaar = true, dag = true } = {}) {
  const woorden = [dag && DAGEN[(datum.getUTCDay() + 6) % 7], datum.getUTCDate(), MAANDEN[datum.getUTCMonth()], jaar && datum.getUTCFullYear()];
  return woorden.filter(Boolean).join(" ");
}

// maandag tot en met woensdag en vrijdag
export function dagenZin(dagen) {
  if (isWeek(dagen)) return "elke dag";
  if (isWerkweek(dagen)) return "op werkdagen";
  return somOp(reeksen(dagen).flatMap((reeks) =>
    (reeks.length > 2 ? [`${DAGEN[reeks[0]]} tot en met ${DAGEN[reeks.at(-1)]}`] : reeks.map((dag) => DAGEN[dag]))));
}

// [0, 1, 2, 4] → [[0, 1, 2], [4]]
export function reeksen(dagen) {
  const gevonden = [];
  for (const dag of dagen) {
    if (gevonden.at(-1)?.at(-1) === dag - 1) gevonden.at(-1).push(dag);
    else gevonden.push([dag]);
  }
  return gevonden;
}

export function openingstijdenZinnen(waarde) {
  if (typeof waarde === "string") return isAfspraak(waarde) ? [OP_AFSPRAAK] : [];
  return alsLijst(waarde).flatMap(blokZinnen);
}

// Of what cannot be read yet there is no sentence.
function blokZinnen(blok) {
  const week = Array(7).fill(null);
  for (const [sleutel, geschreven] of Object.entries(blok)) {
    if (GEEN_DAG.includes(sleutel)) continue;
    const tekst = alsLijst(geschreven).join(", ");
    const afspraak = isAfspraak(tekst);
    const tijden = afspraak || isGesloten(tekst) ? [] : leesTijdvakken(tekst);
    if (tijden) for (const dag of leesDagen(sleutel) ?? []) week[dag] = { tijden, afspraak, sleutel: JSON.stringify([tijden, afspraak]) };
  }
  const seizoen = blok.seizoen && leesSeizoen(blok.seizoen);
  const inSeizoen = seizoen ? seizoenZin(seizoen) : "";
  const wanneer = samen(inSeizoen, nietInZin(nietIn(blok.niet_in)));
  return groepen(week).flatMap(({ dagen, tijden, afspraak }) => {
    const wanneerOpen = tijden.length || afspraak;
    const anderen = [0, 1, 2, 3, 4].filter((dag) => dag !== dagen[0]);
    if (!wanneerOpen && (dagen.length > 1 || anderen.some((dag) => !week[dag]?.tijden.length && !week[dag]?.afspraak))) return [];
    const gezegd = wanneerOpen ? somOp(tijden.map(tijdZin)) || OP_AFSPRAAK : "gesloten";
    return [samen(`${dagenZin(dagen)} ${gezegd}`, wanneerOpen ? wanneer : inSeizoen)];
  });
}

function groepen(week) {
  const gevonden = new Map();
  week.forEach((dag, nummer) => {
    if (!dag) return;
    if (!gevonden.has(dag.sleutel)) gevonden.set(dag.sleutel, { ...dag, dagen: [] });
    gevonden.get(dag.sleutel).dagen.push(nummer);
  });
  return [...gevonden.values()];
}

const nietIn = (waarde) => [...new Set(alsLijst(waarde).flatMap((tekst) => tekst.split(/,|\ben\b/)).map((deel) => deel.trim()).filter(Boolean).map(leesNietIn).filter(Boolean))];

export function activiteitZin(waarde) {
  const tijd = waarde.tijd && leesTijdvak(waarde.tijd);
  return waarde.datum ? eenmaligZin(waarde, tijd) : ritmeZin(waarde, tijd);
}

function ritmeZin(waarde, tijd) {
  const dagen = [...new Set(alsLijst(waarde.dag).flatMap((tekst) => leesDagen(tekst) ?? []))].sort((a, b) => a - b);
  const herhaling = waarde.herhaling ? leesHerhaling(waarde.herhaling) : { soort: "week" };
  if (!dagen.length || !herhaling || (waarde.tijd && !tijd)) return "";
  const seizoen = waarde.seizoen && leesSeizoen(waarde.seizoen);
  return samen(
    [hoeVaak(herhaling, dagen), tijd && tijdZin(tijd)].filter(Boolean).join(" "),
    seizoen && seizoenZin(seizoen),
    looptijd(waarde.begin && leesDatum(waarde.begin), waarde.eind && leesDatum(waarde.eind)),
    nietInZin(nietIn(waarde.niet_in)),
  );
}

function hoeVaak({ soort, nummers }, dagen) {
  const namen = somOp(dagen.map((dag) => DAGEN[dag]));
  if (soort === "maand") return `elke ${somOp(nummers.map((nummer) => RANG[nummer]))} ${namen} van de maand`;
  if (soort !== "week") return `${namen} in de ${soort} weken`;
  return isWeek(dagen) || isWerkweek(dagen) ? dagenZin(dagen) : `elke ${namen}`;
}

function looptijd(begin, eind) {
  return [
    begin && `${eind ? "van" : "vanaf"} ${datumZin(begin, { dag: false })}`,
    eind && `tot en met ${datumZin(eind, { dag: false })}`,
  ].filter(Boolean).join(" ");
}

function eenmaligZin(waarde, tijd) {
  const [eerste, laatste] = [leesDatum(waarde.datum), waarde.einddatum && leesDatum(waarde.einddatum)];
  if (!eerste || (waarde.einddatum && !laatste) || (waarde.tijd && !tijd)) return "";
  if (!laatste || Number(laatste) === Number(eerste)) return [datumZin(eerste), tijd && tijdZin(tijd)].filter(Boolean).join(" ");
  const begin = datumZin(eerste, { jaar: eerste.getUTCFullYear() !== laatste.getUTCFullYear() });
  return samen(`van ${begin} tot en met ${datumZin(laatste)}`, tijd && tijdZin(tijd));
}
