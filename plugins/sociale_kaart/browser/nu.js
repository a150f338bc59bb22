// What depends on the moment: open now, the next time, this week, not checked for long. Python wrote the
// occurrences (see pages/keren.py); here they are only compared with the clock in the Netherlands.

const DAGEN = ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"];
export const MAANDEN = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];
export const DAG = 86_400_000;

// A day is a UTC midnight: days can be added and compared without clock changes.
const dagVan = (tekst) => Date.parse(`${tekst}T00:00:00Z`);

const KLOK = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Amsterdam", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

export function nu(moment = new Date()) {
  const delen = Object.fromEntries(KLOK.formatToParts(moment).map((deel) => [deel.type, deel.value]));
  return { dag: dagVan(`${delen.year}-${delen.month}-${delen.day}`), minuut: Number(delen.hour) * 60 + Number(delen.minute) };
}

// "2026-11-22;600-720:2,9;-:4" → [{dag, begin, einde}], soonest first
export const keren = (tekst) => perTijd(tekst).flatMap(({ dagen, keer }) => dagen.map(keer)).sort(vroegst);
const vroegst = (a, b) => a.dag - b.dag || (a.begin ?? -1) - (b.begin ?? -1);

// For each time of day the days, which stand in order, and what makes one of them an occurrence.
function perTijd(tekst) {
  const [start, ...delen] = tekst.split(";");
  const basis = dagVan(start);
  const getal = (woord) => (woord === "" ? null : Number(woord));
  return delen.map((deel) => {
    const [tijd, dagen] = deel.split(":");
    const [begin, einde] = tijd.split("-").map(getal);
    return { dagen: dagen.split(","), keer: (dag) => ({ dag: basis + Number(dag) * DAG, begin, einde }) };
  });
}

// Not over yet: an evening that runs past midnight belongs to the day before; without an end the day counts.
const minutenTot = (keer, nu) => (keer.dag - nu.dag) / 60_000;
export const isBezig = (keer, nu) => keer.begin !== null && keer.einde !== null
  && minutenTot(keer, nu) + keer.begin <= nu.minuut && nu.minuut < minutenTot(keer, nu) + keer.einde;
const komt = (keer, nu) => minutenTot(keer, nu) + (keer.einde ?? (keer.begin === null ? 1440 : keer.begin + 60)) > nu.minuut;

// The first that is not over, without reading those of half a year; undefined when there is none.
export function volgende(tekst, nu) {
  const eersten = perTijd(tekst).map(({ dagen, keer }) => [dagen.find((dag) => komt(keer(dag), nu)), keer]);
  return eersten.filter(([dag]) => dag !== undefined).map(([dag, keer]) => keer(dag)).sort(vroegst)[0];
}

export const klok = (minuten) => { // midnight is 24.00, an hour later 1.00
  const hier = minuten > 1440 ? minuten - 1440 : minuten;
  return `${Math.floor(hier / 60)}.${String(hier % 60).padStart(2, "0")}`;
};

export function dagNaam(dag, nu) {
  const afstand = Math.round((dag - nu.dag) / DAG);
  if (afstand === 0) return "vandaag";
  if (afstand === 1) return "morgen";
  const datum = new Date(dag);
  const naam = DAGEN[datum.getUTCDay()];
  return afstand > 1 && afstand < 7 ? naam : `${naam} ${datum.getUTCDate()} ${MAANDEN[datum.getUTCMonth()]}`;
}

export function kort(keer, nu) {
  if (isBezig(keer, nu)) return `open tot ${klok(keer.einde)}`;
  return keer.begin === null ? dagNaam(keer.dag, nu) : `${dagNaam(keer.dag, nu)} ${klok(keer.begin)}`;
}

function lang(keer, nu) {
  if (isBezig(keer, nu)) return `tot ${klok(keer.einde)} uur`;
  const datum = new Date(keer.dag);
  const naam = dagNaam(keer.dag, nu);
  const dag = naam === "vandaag" || naam === "morgen" ? naam : `${DAGEN[datum.getUTCDay()]} ${datum.getUTCDate()} ${MAANDEN[datum.getUTCMonth()]}`;
  if (keer.begin === null) return dag;
  return `${dag}, ${keer.einde === null ? `vanaf ${klok(keer.begin)}` : `${klok(keer.begin)} tot ${klok(keer.einde)}`} uur`;
}

function toonVolgende(element, nu) {
  const keer = element.dataset.keren && volgende(element.dataset.keren, nu);
  if (!keer) return;
  const groot = element.dataset.vorm === "lang";
  element.textContent = groot ? lang(keer, nu) : kort(keer, nu);
  element.hidden = false;
  if (groot) element.closest("div").querySelector("[data-vraag]").textContent = isBezig(keer, nu) ? "Nu open" : "Volgende keer";
}

function toonWeek(lijst, nu) {
  const bron = lijst.parentElement.querySelector("[data-weken]");
  const rijen = JSON.parse(bron.textContent).map(([naam, url, tekst]) => ({ naam, url, keren: keren(tekst) }));
  const dagen = Array.from({ length: 7 }, (_, i) => nu.dag + i * DAG).map((dag) => {
    const items = rijen.flatMap(({ naam, url, keren }) => keren.filter((keer) => keer.dag === dag && komt(keer, nu)).map((keer) => ({ ...keer, naam, url })));
    items.sort((a, b) => (a.begin ?? -1) - (b.begin ?? -1) || a.naam.localeCompare(b.naam, "nl"));
    return { dag, items };
  }).filter(({ items }) => items.length);
  lijst.replaceChildren(...dagen.map((een) => weekdag(een, bron.dataset.weken, nu)));
  const knop = lijst.parentElement.querySelector(".hele-week");
  knop.hidden = dagen.length < 4;
  knop.onclick = () => {
    lijst.classList.add("heel");
    knop.hidden = true;
    lijst.children[3].querySelector("a").focus();
  };
  lijst.parentElement.querySelector("[data-week-leeg]")?.toggleAttribute("hidden", dagen.length > 0);
}

function maak(naam, eigenschappen = {}, ...kinderen) {
  const element = Object.assign(document.createElement(naam), eigenschappen);
  element.append(...kinderen);
  return element;
}

function weekdag({ dag, items }, niveau, nu) {
  const datum = new Date(dag);
  const naam = DAGEN[datum.getUTCDay()];
  const titel = dag === nu.dag ? "Vandaag" : `${naam[0].toUpperCase()}${naam.slice(1)} ${datum.getUTCDate()}`;
  const kop = maak(`h${niveau}`, {}, maak("time", { dateTime: datum.toISOString().slice(0, 10) }, titel));
  return maak("li", {}, kop, maak("ul", {}, ...items.map(({ begin, naam, url }) =>
    maak("li", {}, maak("a", { href: url }, maak("span", { className: "tijd" }, begin === null ? "" : klok(begin)), " ", maak("span", {}, naam))))));
}

function toonVerouderd(element, nu) {
  const toen = new Date(dagVan(element.dataset.nagekeken)), hier = new Date(nu.dag);
  // Whole months, as Python counts them.
  const maanden = (hier.getUTCFullYear() - toen.getUTCFullYear()) * 12 + hier.getUTCMonth() - toen.getUTCMonth() - (hier.getUTCDate() < toen.getUTCDate());
  element.querySelector("b")?.toggleAttribute("hidden", maanden < element.dataset.maanden);
}

function toonWeerOpen(element, nu) {
  const tot = dagVan(element.dataset.geslotenTot);
  if (tot > nu.dag) return;
  const datum = new Date(tot);
  element.textContent = element.dataset.vorm === "lang"
    ? `Zou sinds ${datum.getUTCDate()} ${MAANDEN[datum.getUTCMonth()]} ${datum.getUTCFullYear()} weer open zijn. Bel even voor u gaat.`
    : "zou weer open zijn";
}

// On paper "vandaag" needs a day.
function toonStand(element, { dag }) {
  const datum = new Date(dag);
  element.textContent = `Afgedrukt op ${DAGEN[datum.getUTCDay()]} ${datum.getUTCDate()} ${MAANDEN[datum.getUTCMonth()]} ${datum.getUTCFullYear()}.`;
}

export function toonAlles(wortel = document, moment = nu()) {
  for (const element of wortel.querySelectorAll("[data-keren]")) toonVolgende(element, moment);
  for (const element of wortel.querySelectorAll("[data-week]")) toonWeek(element, moment);
  for (const element of wortel.querySelectorAll("[data-nagekeken]")) toonVerouderd(element, moment);
  for (const element of wortel.querySelectorAll("[data-gesloten-tot]")) toonWeerOpen(element, moment);
  for (const element of wortel.querySelectorAll("[data-stand]")) toonStand(element, moment);
}

toonAlles();
