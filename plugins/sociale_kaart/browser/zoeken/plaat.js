// The map beside the list. Leaflet comes along only when there is something to show and room to show it.

const BREED = matchMedia("(min-width: 60rem)");
const MEESTE = 100; // pins

export function maakPlaat(element, { lijst, naar, knop }) {
  let geladen = null;
  let laatste = [];
  const pin = ({ document: een }) => ({
    id: een.id, naam: een.naam, url: naar(een.id), lat: een.punt[0], lon: een.punt[1], cirkel: een.cirkel, regel: een.waar, gebied: Boolean(een.punt[2]),
  });
  let getoond = null;
  const zet = async () => {
    await (geladen ??= teken(element));
    const ids = laatste.map(({ id }) => id).join();
    if (ids === getoond) return; // a map that is the same need not be drawn again
    getoond = ids;
    element.dispatchEvent(new CustomEvent("kaart:pinnen", { detail: { pins: laatste } }));
  };
  const naarKaart = async () => {
    await zet();
    element.scrollIntoView({ block: "nearest" });
  };
  element.addEventListener("kaart:gekozen", ({ detail }) => kies(lijst, detail.id, BREED.matches));
  lijst.addEventListener("focusin", ({ target }) => kies(lijst, target.closest("[data-id]")?.dataset.id));
  knop.addEventListener("click", naarKaart);
  return {
    // Before there is something to show, so that it does not come in between two keys.
    haalVast() {
      if (BREED.matches) haal();
    },
    async toon(gevonden) {
      laatste = gevonden.filter(({ document }) => document.punt).slice(0, MEESTE).map(pin);
      knop.hidden = !laatste.length;
      if (geladen || (laatste.length && BREED.matches)) await zet();
    },
    async wijsAan(document) {
      if (!laatste.some(({ id }) => id === document.id)) laatste = [...laatste, pin({ document })];
      await (BREED.matches ? zet() : naarKaart());
      element.dispatchEvent(new CustomEvent("kaart:toon", { detail: { id: document.id } }));
    },
  };
}

function kies(lijst, id, kijk = false) {
  for (const een of lijst.querySelectorAll("[data-id]")) {
    const gekozen = een.dataset.id === id;
    een.classList.toggle("gekozen", gekozen);
    if (gekozen && kijk) een.scrollIntoView({ block: "nearest" });
  }
}

const HIER = new URL("../", import.meta.url);
let gehaald = null;

const haal = () => gehaald ??= (async () => {
  for (const naam of ["npm/leaflet.css", "npm/MarkerCluster.css", "kaart.css"]) stijl(new URL(naam, HIER));
  for (const naam of ["npm/leaflet.js", "npm/leaflet.markercluster.js"]) await script(new URL(naam, HIER));
})();

async function teken(element) {
  await haal();
  const { tekenKaarten } = await import("../kaart.js");
  if (!element.dataset.klaar) tekenKaarten();
}

const stijl = (href) => document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href }));
const script = (src) => new Promise((klaar, mis) => document.head.append(Object.assign(document.createElement("script"), { src, onload: klaar, onerror: mis })));
