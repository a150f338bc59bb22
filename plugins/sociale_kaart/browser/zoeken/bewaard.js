// A few results kept in this browser: to print as a sheet, or to share as a link with their ids in it.

import { maak } from "./maak.js";

const SLEUTEL = "bewaard";

export function leesBewaard() {
  try {
    const lijst = JSON.parse(localStorage.getItem(SLEUTEL) ?? "[]");
    return Array.isArray(lijst) ? lijst.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}

export function zetBewaard(ids) {
  try {
    localStorage.setItem(SLEUTEL, JSON.stringify(ids));
  } catch { /* private mode: only for this page */ }
}

// `ids` are kept here; `gedeeld` came along in the address.
export function toonBewaard(vak, { ids, gedeeld, bron, adres, zet }) {
  const bekend = new Map(bron.documenten.map((een) => [een.id, een]));
  const lijst = (gedeeld.length ? gedeeld : ids).filter((id) => bekend.has(id)).map((id) => bekend.get(id));
  vak.hidden = !lijst.length;
  if (vak.hidden) return;
  const melding = maak("span", { role: "status", className: "zacht" });
  const deel = async () => {
    const link = new URL(location.pathname, location.href);
    link.searchParams.set("bewaard", lijst.map(({ id }) => id).join(","));
    try {
      await navigator.clipboard.writeText(link.href);
      melding.textContent = "De link is gekopieerd. Plak hem in een mail of een appje.";
    } catch {
      melding.replaceChildren("Kopieer deze link: ", maak("a", { href: link.href }, link.href));
    }
  };
  const knop = (tekst, onclick) => maak("button", { type: "button", className: "stil-knop", onclick }, tekst);
  vak.replaceChildren(
    maak("h2", { id: "bewaard-kop", tabIndex: -1 }, gedeeld.length ? "Deze plekken zijn met u gedeeld" : "Bewaard"),
    maak("ul", { className: "bewaard-lijst" }, ...lijst.map((een) => maak("li", {},
      maak("a", { href: adres(een) }, een.naam), maak("p", {}, een.kort),
      maak("p", { className: "zacht" }, [een.waar || bron.kernen[een.kern].naam, een.wanneer].filter(Boolean).join(" · "), een.voorbeeld ? " · " : "", een.voorbeeld ? maak("span", { className: "voorbeeld" }, "voorbeeld") : ""),
      een.telefoon && maak("p", {}, maak("a", { href: `tel:${een.telefoon.replace(/[^+\d]/g, "")}` }, een.telefoon)),
      !gedeeld.length && maak("button", { type: "button", className: "weg", ariaLabel: `${een.naam} niet meer bewaren`, onclick: () => zet(ids.filter((id) => id !== een.id)) }, "Weghalen")))),
    maak("p", { className: "bewaard-knoppen" },
      knop("Afdrukken", () => print()), knop("Link om te delen", deel),
      gedeeld.length ? knop("Ook bij mij bewaren", () => zet([...new Set([...ids, ...lijst.map(({ id }) => id)])])) : knop("Lijst leegmaken", () => zet([]))),
    melding,
  );
}
