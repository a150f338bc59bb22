// Who is there already, in this village and on this subject: the part of the subject's page about that village.
// This module stands before dorpen.js, which tells the village at its start.

const vak = document.querySelector("[data-onderwerp]");
const onderwerp = vak.querySelector("select");
const plek = document.querySelector("[data-wie-er-is]");
let dorp = null;

function maak(naam, tekst, href) {
  const element = document.createElement(naam);
  if (tekst) element.textContent = tekst;
  if (href) element.href = href;
  return element;
}

// That page stands elsewhere: its links are written out before they stand here.
async function haal(adres) {
  const antwoord = await fetch(adres);
  if (!antwoord.ok) throw new Error(`${antwoord.status}`);
  const blad = new DOMParser().parseFromString(await antwoord.text(), "text/html");
  const deel = blad.querySelector(`[data-dorp="${CSS.escape(dorp.id)}"] > .dorp`);
  for (const link of deel?.querySelectorAll("a") ?? []) link.href = new URL(link.getAttribute("href"), adres).href;
  return deel;
}

async function toon() {
  plek.hidden = !(dorp && onderwerp.value);
  if (plek.hidden) return;
  const adres = new URL(onderwerp.value, location.href);
  adres.searchParams.set("kern", dorp.id);
  const gevraagd = adres.href;
  const kop = maak("h2", `${onderwerp.selectedOptions[0].text} in ${dorp.naam}`);
  const alles = maak("p");
  alles.append(maak("a", "Alles over dit onderwerp", gevraagd));
  const deel = await haal(adres).catch(() => null);
  if (vraag() !== gevraagd) return;
  plek.replaceChildren(kop, deel ?? maak("p", "Wij kennen hier nog niets. U zou de eerste zijn."), alles);
}

function vraag() {
  const adres = new URL(onderwerp.value, location.href);
  adres.searchParams.set("kern", dorp?.id ?? "");
  return adres.href;
}

if (document.querySelector("[data-dorp-keuze]")) {
  vak.hidden = false;
  onderwerp.addEventListener("change", toon);
  document.addEventListener("dorp", ({ detail }) => { dorp = detail || null; toon(); });
}
