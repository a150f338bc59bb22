// A few places kept in this browser: chosen in the finder or in the table, put on a sheet, shared as a link with
// their ids in it. What somebody types on the sheet is kept here too, and goes nowhere.

import { maak } from "./maak.js";

const SLEUTEL = "bewaard";
const REGELS = "bewaard-regels"; // id → a line of one's own; "" stands above the sheet
const BLAD = "verwijzen/blad";

function leesUit(sleutel, anders) {
  try {
    return JSON.parse(localStorage.getItem(sleutel)) ?? anders;
  } catch {
    return anders;
  }
}

function schrijf(sleutel, waarde) {
  try {
    localStorage.setItem(sleutel, JSON.stringify(waarde));
  } catch { /* private mode: only for this page */ }
}

export function leesBewaard() {
  const lijst = leesUit(SLEUTEL, []);
  return Array.isArray(lijst) ? lijst.filter((id) => typeof id === "string") : [];
}

export const zetBewaard = (ids) => schrijf(SLEUTEL, [...new Set(ids)]);

// Kept if it was not, and the other way round.
export function wissel(id) {
  const ids = leesBewaard();
  zetBewaard(ids.includes(id) ? ids.filter((een) => een !== id) : [...ids, id]);
}

export function leesRegel(id) {
  const regels = leesUit(REGELS, {});
  return Object.hasOwn(Object(regels), id) ? String(regels[id]) : "";
}

export const zetRegel = (id, tekst) => schrijf(REGELS, { ...Object(leesUit(REGELS, {})), [id]: tekst });

export function wisAlles() {
  try {
    for (const sleutel of [SLEUTEL, REGELS]) localStorage.removeItem(sleutel);
  } catch { /* nothing was kept */ }
}

export const bladAdres = (naar) => naar(BLAD);

// Puts a link to the sheet with these on the clipboard; only their ids stand in it.
export async function deel(ids, adres, melding) {
  const link = new URL(adres, location.href);
  link.searchParams.set("bewaard", ids.join(","));
  try {
    await navigator.clipboard.writeText(link.href);
    melding.textContent = "De link is gekopieerd. Plak hem in een mail of een appje.";
  } catch {
    melding.replaceChildren("Kopieer deze link: ", maak("a", { href: link.href }, link.href));
  }
}

// In the finder. `ids` are kept here; `gedeeld` came along in the address.
export function toonBewaard(vak, { ids, gedeeld, bron, naar, zet }) {
  const bekend = new Map(bron.documenten.map((een) => [een.id, een]));
  const lijst = (gedeeld.length ? gedeeld : ids).filter((id) => bekend.has(id)).map((id) => bekend.get(id));
  vak.hidden = !lijst.length;
  if (vak.hidden) return;
  const melding = maak("p", { role: "status", className: "zacht" });
  const deze = lijst.map(({ id }) => id);
  const blad = new URL(bladAdres(naar), location.href);
  if (gedeeld.length) blad.searchParams.set("bewaard", deze.join(","));
  const knop = (tekst, onclick) => maak("button", { type: "button", className: "stil-knop", onclick }, tekst);
  vak.replaceChildren(
    maak("h2", { id: "bewaard-kop", tabIndex: -1 }, gedeeld.length ? "Deze plekken zijn met u gedeeld" : "Bewaard"),
    maak("ul", { className: "bewaard-lijst" }, ...lijst.map((een) => maak("li", {},
      maak("div", {},
        maak("a", { href: naar(een.id) }, een.naam),
        maak("p", { className: "zacht" }, [een.waar || bron.kernen[een.kern].naam, een.wanneer].filter(Boolean).join(" · "), een.voorbeeld ? " · " : "", een.voorbeeld ? maak("span", { className: "voorbeeld" }, "voorbeeld") : ""),
        een.telefoon && maak("p", {}, maak("a", { href: `tel:${een.telefoon.replace(/[^+\d]/g, "")}` }, een.telefoon))),
      !gedeeld.length && maak("button", { type: "button", className: "weg", ariaLabel: `${een.naam} niet meer bewaren`, onclick: () => zet(ids.filter((id) => id !== een.id)) }, "Weghalen")))),
    maak("p", { className: "bewaard-knoppen" },
      maak("a", { className: "stil-knop", href: blad.href }, "Op papier"), knop("Link om te delen", () => deel(deze, bladAdres(naar), melding)),
      gedeeld.length ? knop("Ook bij mij bewaren", () => zet([...ids, ...deze])) : knop("Lijst leegmaken", () => zet([]))),
    melding,
  );
}
