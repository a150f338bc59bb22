// The sheet for one client: the places that were kept, from a file a kern, with lines of
// one's own that never leave this browser.

import { klok, nu, volgende } from "../nu.js";
import { bladAdres, deel, leesBewaard, leesRegel, wisAlles, zetBewaard, zetRegel } from "../zoeken/bewaard.js";
import { maak } from "../zoeken/maak.js";
import { lees } from "../zoeken/staat.js";

const IS_ID = /^[a-z0-9-]+\/[a-z0-9-]+$/; // an address may hold anything
const SVG = "http://www.w3.org/2000/svg";
const RAND = 4; // white modules around a code, as scanners ask

const $ = (id) => document.getElementById(id);
const { wortel, eind } = $("blad").dataset;
const naar = (pad) => `${wortel}${pad}/${eind}`;
const dagNaam = new Intl.DateTimeFormat("nl-NL", { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });

let gedeeld = lees().gedeeld;
const gekozen = () => [...new Set(gedeeld.length ? gedeeld : leesBewaard())].filter((id) => IS_ID.test(id));

// What is told of each; nothing of what is no longer there.
async function haal(ids) {
  const kernen = [...new Set(ids.map((id) => id.split("/")[0]))];
  const antwoorden = await Promise.all(kernen.map((kern) => fetch(`${wortel}data/verwijsblad/${kern}.json`)));
  const delen = await Promise.all(antwoorden.map((antwoord) => (antwoord.ok ? antwoord.json() : {})));
  const alles = new Map(delen.flatMap(Object.entries));
  return ids.filter((id) => alles.has(id)).map((id) => ({ id, ...alles.get(id) }));
}

async function teken() {
  const ids = gekozen();
  const gevonden = await haal(ids);
  const leeg = gevonden.length === 0;
  $("leeg").hidden = !leeg;
  $("blad-werk").hidden = leeg;
  $("houden").hidden = !gedeeld.length;
  $("datum").textContent = `${dagNaam.format(nu().dag)} ${new Date(nu().dag).getUTCFullYear()}`;
  $("lijst").replaceChildren(...gevonden.map(plek));
  const weg = ids.length - gevonden.length;
  meld(weg ? `${weg === 1 ? "Eén plek staat" : `${weg} plekken staan`} niet meer op de kaart.` : "");
}

// On paper tomorrow "vandaag" is another day: always the date.
function keerZin({ dag, begin, einde }) {
  const datum = dagNaam.format(dag);
  if (begin === null) return datum;
  return `${datum}, ${einde === null ? `vanaf ${klok(begin)}` : `${klok(begin)} tot ${klok(einde)}`} uur`;
}

function plek(een) {
  const keer = een.keren && volgende(een.keren, nu());
  return maak("li", { className: "blad-plek" },
    maak("div", { className: "blad-kop" },
      maak("div", {},
        maak("h2", {}, maak("a", { href: naar(een.id) }, een.naam)),
        maak("p", {}, een.kort),
        een.adres && maak("p", { className: "webadres" }, een.adres),
        een.voorbeeld && maak("p", { className: "voorbeeld" }, "Verzonnen voorbeeld: deze plek bestaat niet."),
        een.dicht && maak("p", { className: "dicht" }, maak("b", {}, een.dicht))),
      een.code.length > 0 && qr(een)),
    maak("dl", {},
      een.telefoon.length > 0 ? regel("Bel", maak("a", { className: "nummer", href: `tel:${een.telefoon[1]}` }, een.telefoon[0]), [een.wie, ...een.ook])
        : (een.wie || een.ook.length > 0) && regel("Contact", een.ook[0] ?? een.wie, een.ook.length ? [een.wie, ...een.ook.slice(1)] : []),
      keer ? regel("Eerstvolgende keer", keerZin(keer), een.wanneer) : een.wanneer.length > 0 && regel("Wanneer", een.wanneer[0], een.wanneer.slice(1)),
      ...een.regels.map(([vraag, antwoord, klein]) => regel(vraag, antwoord, klein))),
    ...eigen(een));
}

const regel = (vraag, antwoord, klein) => maak("div", {}, maak("dt", {}, vraag),
  maak("dd", {}, antwoord, klein.some(Boolean) && maak("small", {}, klein.filter(Boolean).join(" · "))));

// A line of one's own: a box to type in on the screen, text on paper.
function eigen({ id, naam }) {
  const papier = maak("p", { className: "eigen papier" }, leesRegel(id));
  const vak = maak("input", { type: "text", value: leesRegel(id), autocomplete: "off", spellcheck: false, oninput: () => {
    papier.textContent = vak.value;
    zetRegel(id, vak.value);
  } });
  vak.setAttribute("aria-describedby", "regel-uitleg");
  const weg = maak("button", { type: "button", className: "weg", ariaLabel: `${naam} van het blad halen`, onclick: () => haalWeg(id) }, "Weghalen");
  return [papier, maak("div", { className: "scherm blad-eigen" }, maak("label", {}, `Eigen regel bij ${naam}`, vak), weg)];
}

function qr({ code: [maat, pad], naam }) {
  const svg = document.createElementNS(SVG, "svg");
  const lijn = document.createElementNS(SVG, "path");
  lijn.setAttribute("d", pad);
  svg.append(lijn);
  svg.setAttribute("viewBox", [-RAND, -RAND, maat + 2 * RAND, maat + 2 * RAND].join(" "));
  svg.setAttribute("class", "qr");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", `QR-code naar de pagina van ${naam}`);
  svg.setAttribute("shape-rendering", "crispEdges");
  return svg;
}

function meld(tekst) {
  $("melding").textContent = tekst;
}

function vulRegel() {
  $("regel").value = leesRegel("");
  $("regel-papier").textContent = leesRegel("");
}

// What was shared is from now on one's own list.
function houd(ids) {
  zetBewaard(ids);
  gedeeld = [];
  history.replaceState(null, "", location.pathname);
}

async function haalWeg(id) {
  const over = gekozen().filter((een) => een !== id);
  zetRegel(id, "");
  if (gedeeld.length) gedeeld = over;
  else zetBewaard(over);
  await teken();
  ($("leeg").hidden ? $("lijst").querySelector("a") : $("leeg-zin")).focus();
}

$("regel").addEventListener("input", () => {
  zetRegel("", $("regel").value);
  $("regel-papier").textContent = $("regel").value;
});
$("afdrukken").addEventListener("click", () => print());
$("delen").addEventListener("click", () => deel(gekozen(), bladAdres(naar), $("melding")));
$("houden").addEventListener("click", () => {
  houd([...leesBewaard(), ...gedeeld]);
  $("houden").hidden = true;
  teken().then(() => meld("Deze plekken zijn nu ook bij u bewaard."));
});
$("wissen").addEventListener("click", async () => {
  houd([]);
  wisAlles();
  vulRegel();
  await teken();
  $("leeg-zin").textContent = "Alles is gewist: de plekken en wat u typte.";
  $("leeg-zin").focus();
});

vulRegel();
teken().then(() => { $("blad").dataset.klaar = "ja"; });
