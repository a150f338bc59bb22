// Narrowing: what each choice lets through, how many that would be, and the fields to choose in.

import { DAG, isBezig, keren } from "../nu.js";
import { maak } from "./maak.js";
import { leesMomenten } from "./momenten.js";
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
    dag: [...new Set(leesMomenten(een).map(({ dag }) => DAGEN[dag - 1]))],
    gratis: een.kenmerken.includes("gratis") ? ["ja"] : [],
    indicatie: een.kenmerken.includes("zonder-indicatie") ? ["nee"] : [],
    rolstoel: een.kenmerken.includes("rolstoel") ? ["ja"] : [],
    taal: een.kenmerken.filter((kenmerk) => kenmerk.startsWith("taal-")).map((kenmerk) => kenmerk.slice(5)),
  };
  if (een.waarden.minuut !== nu.minuut) {
    een.waarden.minuut = nu.minuut;
    een.waarden.open = isOpen(een, nu) ? ["ja"] : [];
  }
  return een.waarden;
}

// Only what is today, or began last night, can be going on: of the 26 weeks no more is read.
function isOpen({ keren: tekst }, nu) {
  if (!tekst) return false;
  const [start, ...delen] = tekst.split(";");
  const vandaag = Math.round((nu.dag - Date.parse(start)) / DAG);
  const nabij = delen.flatMap((deel) => {
    const [tijd, dagen] = deel.split(":");
    const deze = dagen.split(",").filter((dag) => Number(dag) === vandaag || Number(dag) === vandaag - 1);
    return deze.length ? [`${tijd}:${deze}`] : [];
  });
  return nabij.length > 0 && keren(`${start};${nabij.join(";")}`).some((keer) => isBezig(keer, nu));
}

const past = (eigen, gekozen) => gekozen.some((waarde) => eigen.includes(waarde));

// Which the choices let through; what stopped is found by its name, not by choosing.
export function zeef(documenten, keuzes, bron, nu, behalve = "") {
  const namen = NAMEN.filter((naam) => naam !== behalve && keuzes[naam].length);
  if (!namen.length) return documenten;
  return documenten.filter((een) => {
    const eigen = waarden(een, bron, nu);
    return !een.gestopt && namen.every((naam) => past(eigen[naam], keuzes[naam]));
  });
}

const dorpen = (kernen) => Object.entries(kernen).filter(([, { breed }]) => !breed).map(([id, { naam }]) => [id, naam]);

// Which values there are of each name: [value, label]. Languages and the like only where there is one.
export function mogelijkheden({ kernen, labels }) {
  const paren = (waarden) => Object.entries(waarden);
  return {
    kern: dorpen(kernen),
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
    for (const een of zeef(documenten, keuzes, bron, nu, naam)) {
      if (een.gestopt) continue;
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
  vak.replaceChildren(vinkjes("Dorp", ["kern"]), maak("div", {}, ...["thema", "voor", "soort", "taal"].map(keuzelijst).filter(Boolean)),
    vinkjes("Dag", ["dag"]), vinkjes("Alleen", Object.keys(JA_NEE)), maak("button", { className: "klaar" }));
}

// Near the visitor, or near a kern.
export function maakDichtbij(vak, { kernen }, kies) {
  const mij = maak("button", { type: "button", className: "pil", id: "dicht-bij-mij", onclick: () => kies("bij", mij.ariaPressed === "true" ? "" : "hier") }, "Dicht bij mij");
  vak.replaceChildren("geolocation" in navigator ? mij : "",
    maak("select", { className: "pil", id: "dicht-bij", ariaLabel: "Dicht bij een dorp", onchange: ({ target }) => kies("bij", target.value) },
      maak("option", { value: "" }, "Dicht bij een dorp"), ...dorpen(kernen).map(([waarde, label]) => maak("option", { value: waarde }, `Dicht bij ${label}`))));
}

export function zetDichtbij(vak, { bij }) {
  const [mij, dorp] = [vak.querySelector("button"), vak.querySelector("select")];
  if (mij) mij.ariaPressed = String(bij === "hier");
  dorp.value = bij;
  if (dorp.selectedIndex < 0) dorp.value = "";
}

export function zetFilters(vak, staat, tellingen, klaar) {
  vak.querySelector(".klaar").textContent = klaar;
  for (const vinkje of vak.querySelectorAll("input")) {
    const aantal = tellingen[vinkje.name].get(vinkje.value) ?? 0;
    vinkje.checked = staat.keuzes[vinkje.name].includes(vinkje.value);
    vinkje.closest("label").querySelector("small").textContent = String(aantal);
    vinkje.closest("label").classList.toggle("leeg", aantal === 0 && !vinkje.checked);
  }
  for (const lijst of vak.querySelectorAll("select")) {
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
