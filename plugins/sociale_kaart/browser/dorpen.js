// The visitor's village: what is there stands first and open, then what is for all, then the other villages by how
// near they are. The choice is in the address, as the finder's is; where the visitor is stays in the browser.

const vak = document.querySelector("[data-dorp-keuze]");
const lijsten = [...document.querySelectorAll("[data-dorpen]")].map((lijst) => [lijst, [...lijst.children]]);
const stand = vak?.querySelector("[role=status]");
const keuze = vak?.querySelector("select");

function zet(kern, waarom = "") {
  const optie = [...keuze.options].find(({ value }) => value === kern) ?? keuze.options[0];
  keuze.value = optie.value;
  stand.textContent = waarom;
  const volgorde = ["", ...(optie.dataset.buren?.split(" ") ?? [])];
  const rang = (deel) => (deel.dataset.dorp === optie.value ? -1 : volgorde.indexOf(deel.dataset.dorp));
  for (const [lijst, delen] of lijsten) {
    lijst.replaceChildren(...(optie.value ? [...delen].sort((een, ander) => rang(een) - rang(ander)) : delen));
    lijst.classList.toggle("gekozen", optie.value !== "");
    const zin = lijst.closest("details")?.querySelector("[data-zin-hier]");
    if (zin) zin.textContent = delen.find(({ dataset }) => optie.value && dataset.dorp === optie.value)?.dataset.zin ?? "";
    for (const deel of delen) {
      const eigen = optie.value !== "" && deel.dataset.dorp === optie.value;
      deel.classList.toggle("eigen", eigen);
      if (eigen && deel.matches("details")) deel.open = true;
    }
  }
  document.dispatchEvent(new CustomEvent("dorp", { detail: optie.value && { id: optie.value, naam: optie.text } }));
}

function onthoud() {
  const adres = new URL(location.href);
  if (keuze.value) adres.searchParams.set("kern", keuze.value);
  else adres.searchParams.delete("kern");
  adres.hash = "";
  history.replaceState(null, "", adres);
}

async function hier() {
  stand.textContent = "Uw browser vraagt of wij mogen weten waar u bent. Uw plek blijft in uw browser.";
  const { kilometers, vraagPlek } = await import("./zoeken/plek.js");
  try {
    const plek = await vraagPlek();
    const ver = ({ dataset }) => kilometers(plek, dataset.punt.split(",").map(Number));
    const dorp = [...keuze.options].filter(({ dataset }) => dataset.punt).sort((een, ander) => ver(een) - ver(ander))[0];
    zet(dorp.value, `U bent het dichtst bij ${dorp.text}.`);
    onthoud();
  } catch {
    stand.textContent = "Wij weten niet waar u bent. Kies uw dorp in de lijst.";
  }
}

// A link to a village or a kind of help opens it.
function opent() {
  const deel = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const plooi = deel && deel.closest("details");
  if (!plooi) return;
  plooi.open = true;
  deel.scrollIntoView();
}

if (vak) {
  vak.hidden = false;
  const metPlek = "geolocation" in navigator && keuze.querySelector("[data-punt]");
  vak.querySelector("[data-hier]").hidden = !metPlek;
  vak.querySelector("[data-hier]").addEventListener("click", hier);
  vak.addEventListener("submit", (gebeurtenis) => gebeurtenis.preventDefault());
  keuze.addEventListener("change", () => { zet(keuze.value); onthoud(); });
  zet(new URLSearchParams(location.search).get("kern") ?? "");
}
addEventListener("hashchange", opent);
opent();
