// The agenda on the day that it is: without what is over, and with the days that the page does not hold because it
// was made some days ago. Those come from a file beside the page, and look as the lines on the page do.

import { nu } from "./nu.js";

const DAG = 86_400_000;
const NAAM = new Intl.DateTimeFormat("nl-NL", { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
const LETTERS = new Intl.DateTimeFormat("nl-NL", { weekday: "short", timeZone: "UTC" });

const agenda = document.querySelector("[data-agenda]");
const lijst = agenda.querySelector("[data-agenda-dagen]");
const gemaakt = Date.parse(agenda.dataset.agenda);
const aantal = Number(agenda.dataset.dagen);

const datum = (dag) => new Date(dag).toISOString().slice(0, 10);
const dagVan = (sectie) => Date.parse(sectie.querySelector("time").dateTime);
const groot = (woord) => woord[0].toUpperCase() + woord.slice(1);

function maakDag(dag, regels) {
  const sectie = agenda.querySelector("[data-agenda-dag]").content.firstElementChild.cloneNode(true);
  const tijd = sectie.querySelector("time");
  sectie.id = `dag-${datum(dag)}`;
  tijd.dateTime = datum(dag);
  tijd.textContent = groot(NAAM.format(dag));
  const [gebeurt, open] = [0, 1].map((soort) => regels.filter(([deze]) => deze === soort).map(([, html]) => html));
  // Lines as the build escaped them.
  sectie.querySelector(".agenda-regels").innerHTML = gebeurt.join("");
  sectie.querySelector(".agenda-open ul").innerHTML = open.join("");
  sectie.querySelector(".agenda-open").hidden = open.length === 0;
  sectie.querySelector("summary").textContent = `Ook open: ${open.length} ${open.length === 1 ? "plek" : "plekken"}`;
  return sectie;
}

async function vulAan(vandaag) {
  const antwoord = await fetch("weken.json");
  if (!antwoord.ok) return;
  const { regels } = await antwoord.json();
  const vanaf = Math.max(vandaag, gemaakt + aantal * DAG);
  for (let dag = vanaf; dag < vandaag + aantal * DAG; dag += DAG) {
    const deze = regels.filter(([, , dagen]) => dagen.includes((dag - gemaakt) / DAG));
    if (deze.length) lijst.append(maakDag(dag, deze));
  }
}

function zonderVoorbij({ dag, minuut }) {
  for (const sectie of lijst.querySelectorAll("section")) {
    if (dagVan(sectie) < dag) sectie.remove();
    if (dagVan(sectie) !== dag) continue;
    for (const regel of sectie.querySelectorAll("[data-tot]")) if (Number(regel.dataset.tot) <= minuut) regel.remove();
    const open = sectie.querySelectorAll(".agenda-open li").length;
    sectie.querySelector(".agenda-open").hidden = open === 0;
    sectie.querySelector("summary").textContent = `Ook open: ${open} ${open === 1 ? "plek" : "plekken"}`;
    if (!sectie.querySelector("[data-tot]")) sectie.remove();
  }
}

function toonDagen({ dag }) {
  const dagen = [...lijst.querySelectorAll("section")].map(dagVan);
  for (const [woord, welke] of [["vandaag", dag], ["morgen", dag + DAG]]) {
    const kop = lijst.querySelector(`#dag-${datum(welke)} h2`);
    if (kop) kop.append(" ", Object.assign(document.createElement("small"), { textContent: woord }));
  }
  const links = Array.from({ length: aantal }, (_, i) => dag + i * DAG).map((een) => {
    const li = document.createElement("li");
    const link = document.createElement(dagen.includes(een) ? "a" : "span");
    if (dagen.includes(een)) link.href = `#dag-${datum(een)}`;
    link.append(LETTERS.format(een), " ", Object.assign(document.createElement("b"), { textContent: new Date(een).getUTCDate() }));
    li.append(link);
    return li;
  });
  agenda.querySelector(".agenda-dagen ol").replaceChildren(...links);
  agenda.querySelector("[data-agenda-leeg]").hidden = dagen.length > 0;
}

const moment = nu();
if (moment.dag > gemaakt) await vulAan(moment.dag).catch(() => {});
zonderVoorbij(moment);
toonDagen(moment);
agenda.dataset.klaar = "ja";
