// Narrowing: what each choice lets through, how many that would be, and the fields to choose in.

import { isBezig, keren } from "../nu.js";
import { maak } from "./maak.js";
import { leesMomenten } from "./rangorde.js";
import { NAMEN } from "./staat.js";

const DAGEN = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];
const JA_NEE = { open: ["ja", "Nu open"], gratis: ["ja", "Gratis"], indicatie: ["nee", "Zonder indicatie"], rolstoel: ["ja", "Met een rolstoel binnen"] };

// What an initiative has of each name. All but `open` stays the same, so it is worked out once.
function waarden(een, bron, nu) {
  een.waarden ??= {
    kern: een.kernen === null ? Object.keys(bron.kernen) : [...new Set([een.kern, ...een.kernen])],
    thema: een.themas,
    voor: een.doelgroepen,
    soort: [een.soort],
    dag: [...new Set(leesMomenten(een).map(([dag]) => DAGEN[dag - 1]))],
    gratis: een.kenmerken.includes("gratis") ? ["ja"] : [],
    indicatie: een.kenmerken.includes("zonder-indicatie") ? ["nee"] : [],
    rolstoel: een.kenmerken.includes("rolstoel") ? ["ja"] : [],
    taal: een.kenmerken.filter((kenmerk) => kenmerk.startsWith("taal-")).map((kenmerk) => kenmerk.slice(5)),
  };
  if (een.waarden.minuut !== nu.minuut) {
    een.waarden.minuut = nu.minuut;
    een.waarden.open = een.keren && keren(een.keren).some((keer) => isBezig(keer, nu)) ? ["ja"] : [];
  }
  return een.waarden;
}

const past = (eigen, gekozen) => !gekozen.length || gekozen.some((waarde) => eigen.includes(waarde));

// Whether the choices let it through; what stopped is found by its name, not by choosing.
export function laatDoor(een, keuzes, bron, nu, behalve = "") {
  const namen = NAMEN.filter((naam) => naam !== behalve && keuzes[naam].length);
  if (!namen.length) return true;
  const eigen = waarden(een, bron, nu);
  return !een.gestopt && namen.every((naam) => past(eigen[naam], keuzes[naam]));
}

// Which values there are of each name: [value, label]. Languages and the like only where there is one.
export function mogelijkheden({ kernen, labels }) {
  const paren = (waarden) => Object.entries(waarden);
  return {
    kern: paren(kernen).filter(([, { breed }]) => !breed).map(([id, { naam }]) => [id, naam]),
    thema: paren(labels.themas), voor: paren(labels.doelgroepen), soort: paren(labels.soorten), taal: paren(labels.talen),
    dag: DAGEN.map((dag) => [dag, dag[0].toUpperCase() + dag.slice(1)]),
    ...Object.fromEntries(paren(JA_NEE).map(([naam, paar]) => [naam, [paar]])),
  };
}

const naamVan = (bron, naam, waarde) => mogelijkheden(bron)[naam].find(([een]) => een === waarde)?.[1] ?? waarde;

// For each name and value how many there would be with it, the other choices as they are.
export function tel(documenten, keuzes, bron, nu) {
  return Object.fromEntries(NAMEN.map((naam) => {
    const aantallen = new Map();
    for (const een of documenten) {
      if (een.gestopt || !laatDoor(een, keuzes, bron, nu, naam)) continue;
      for (const waarde of waarden(een, bron, nu)[naam]) aantallen.set(waarde, (aantallen.get(waarde) ?? 0) + 1);
    }
    return [naam, aantallen];
  }));
}

const TITELS = { kern: "Dorp", thema: "Onderwerp", voor: "Voor wie", soort: "Soort", dag: "Dag", taal: "Taal" };

// Made once; counts are set with `zetFilters`.
export function maakFilters(vak, bron, kies) {
  const alle = mogelijkheden(bron);
  const keuzelijst = (naam) => alle[naam].length > 0 && maak("label", { className: "veld" }, TITELS[naam],
    maak("select", { name: naam, onchange: ({ target }) => kies(naam, target.value) },
      maak("option", { value: "" }, "Alles"), ...alle[naam].map(([waarde, label]) => maak("option", { value: waarde }, label))));
  const vinkjes = (titel, namen) => maak("fieldset", {}, maak("legend", {}, titel), ...namen.flatMap((naam) => alle[naam].map(([waarde, label]) =>
    maak("label", { className: "vink" }, maak("input", { type: "checkbox", name: naam, value: waarde, onchange: ({ target }) => kies(naam, waarde, target.checked) }),
      maak("span", {}, label), maak("small", {})))));
  const dichtbij = maak("label", { className: "veld" }, "Dicht bij",
    maak("select", { name: "bij", onchange: ({ target }) => kies("bij", target.value) },
      maak("option", { value: "" }, "Maakt niet uit"), maak("option", { value: "hier", hidden: true }, "Waar ik nu ben"),
      ...alle.kern.map(([waarde, label]) => maak("option", { value: waarde }, label))));
  const hier = maak("button", { type: "button", className: "stil-knop", onclick: () => kies("bij", "hier") }, "Dicht bij waar ik nu ben");
  vak.replaceChildren(vinkjes("Dorp", ["kern"]), maak("div", {}, ...["thema", "voor", "soort", "taal"].map(keuzelijst).filter(Boolean)),
    vinkjes("Dag", ["dag"]), maak("div", {}, vinkjes("Alleen", Object.keys(JA_NEE)), dichtbij, "geolocation" in navigator ? hier : "", maak("p", { id: "plek-zin", className: "zacht", role: "status" })));
  vak.onsubmit = (gebeurtenis) => gebeurtenis.preventDefault();
}

export function zetFilters(vak, staat, tellingen) {
  for (const vinkje of vak.querySelectorAll("input")) {
    const aantal = tellingen[vinkje.name].get(vinkje.value) ?? 0;
    vinkje.checked = staat.keuzes[vinkje.name].includes(vinkje.value);
    vinkje.closest("label").querySelector("small").textContent = String(aantal);
    vinkje.closest("label").classList.toggle("leeg", aantal === 0 && !vinkje.checked);
  }
  for (const lijst of vak.querySelectorAll("select")) {
    if (lijst.name === "bij") {
      lijst.querySelector("[value=hier]").hidden = staat.bij !== "hier";
      lijst.value = staat.bij;
      continue;
    }
    lijst.value = staat.keuzes[lijst.name].at(-1) ?? "";
    for (const optie of lijst.options) {
      if (!optie.value) continue;
      optie.dataset.label ??= optie.textContent;
      optie.textContent = `${optie.dataset.label} (${tellingen[lijst.name].get(optie.value) ?? 0})`;
    }
  }
}

// What was chosen, as buttons that take it away again.
export function toonGekozen(lijst, staat, bron, kies) {
  const knoppen = NAMEN.flatMap((naam) => staat.keuzes[naam].map((waarde) => [naamVan(bron, naam, waarde), () => kies(naam, waarde, false)]));
  if (staat.bij) knoppen.push([staat.bij === "hier" ? "Dicht bij mij" : `Dicht bij ${bron.kernen[staat.bij]?.naam ?? staat.bij}`, () => kies("bij", "")]);
  lijst.hidden = !knoppen.length;
  lijst.replaceChildren(...knoppen.map(([label, onclick]) => maak("li", {}, maak("button", { type: "button", onclick, ariaLabel: `Weghalen: ${label}` }, `${label} `, maak("span", { ariaHidden: "true" }, "×")))));
}
