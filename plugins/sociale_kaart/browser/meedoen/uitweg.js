// The ways out: to the forge, by mail, copied, downloaded. Nothing leaves the browser before somebody chooses one.

import { maak } from "../zoeken/maak.js";
import { knop } from "./veld.js";

export const MAX_ADRES = 6000;
const MAX_MAIL = 1800;

// The address of the forge with the text in it, or null when it does not fit or does not take a text.
export function nieuwAdres(forge, pad, tekst) {
  const adres = forge.nieuw.replaceAll("{pad}", pad).replaceAll("{tekst}", () => encodeURIComponent(tekst));
  return forge.nieuw.includes("{tekst}") && adres.length <= MAX_ADRES ? adres : null;
}

const zonderTekst = (forge, pad) => forge.nieuw.replaceAll("{pad}", pad).replaceAll("{tekst}", "");
export const wijzigAdres = (forge, pad) => forge.wijzig.replaceAll("{pad}", pad);

export function mailAdres(naar, { nieuw, naam, pad, regels }) {
  const onderwerp = nieuw ? `Nieuw op de sociale kaart: ${naam}` : `Wijziging op de sociale kaart: ${naam}`;
  const begin = ["Beste redactie,", "", nieuw ? "Wilt u dit op de sociale kaart zetten?" : `Wilt u dit veranderen bij ${naam}?`, ""];
  const slot = ["", `Het bestand ${pad} zit bij deze mail. Is dat niet gelukt, gebruik dan de regels hierboven.`, "", "Met vriendelijke groet,", ""];
  const tekst = [];
  const past = (regel) => encodeURIComponent([...begin, ...tekst, regel, ...slot].join("\r\n")).length < MAX_MAIL;
  for (const regel of regels) {
    if (!past(regel)) {
      tekst.push("De rest staat in het bestand.");
      break;
    }
    tekst.push(regel);
  }
  return `mailto:${naar}?subject=${encodeURIComponent(onderwerp)}&body=${encodeURIComponent([...begin, ...tekst, ...slot].join("\r\n"))}`;
}

export const verschilRegel = ({ naam, was, wordt }) => `- ${naam}: ${was} → ${wordt}`.replace(/\s+/g, " ");

export class Uitweg {
  // `gereed`: called when a way out was taken.
  constructor({ forge, redactie, nieuw, gereed }) {
    Object.assign(this, { forge, redactie, nieuw });
    this.gemeld = maak("p", { className: "gemeld", role: "status" });
    const link = (tekst, klasse) => maak("a", { className: klasse, onclick: gereed }, tekst);
    this.open = link(forge && (nieuw ? `Zet het voorstel klaar op ${forge.naam}` : `Kopieer de tekst en open ${forge.naam}`), "knop");
    Object.assign(this.open, { target: "_blank", rel: "noopener" });
    this.open.addEventListener("click", () => { if (this.kopieert) this.kopieer(); });
    this.stappen = maak("ol", { className: "stappen" });
    this.mail = link("Stuur het per e-mail", redactie && !forge ? "knop" : "stil-knop");
    this.download = link("Download het bestand", "stil-knop");
    const kopie = knop("Kopieer de tekst", () => { this.kopieer(); gereed(); });
    this.viaForge = maak("div", { className: "weg-forge", hidden: !forge }, this.open, this.stappen);
    this.element = maak("div", { className: "uitwegen" }, this.viaForge,
      maak("p", { className: "hulp" }, this.uitleg()),
      maak("div", { className: "weg-rij" }, redactie ? this.mail : null, this.download, kopie), this.gemeld);
  }

  uitleg() {
    const mail = this.redactie ? "Stuur het per e-mail aan de redactie. Download dan ook het bestand en voeg het toe als bijlage." : "Download het bestand en geef het aan wie deze kaart bijhoudt.";
    return this.forge ? `Hebt u geen account op ${this.forge.naam}? ${mail}` : `Uw voorstel gaat via de redactie: u hebt geen account nodig. ${mail}`;
  }

  teken({ pad, tekst, naam, regels, klaar }) {
    this.tekst = tekst;
    this.viaForge.hidden = !this.forge || !klaar;
    if (!this.viaForge.hidden) this.tekenForge(pad, tekst);
    if (this.redactie) this.mail.href = mailAdres(this.redactie, { nieuw: this.nieuw, naam, pad, regels });
    URL.revokeObjectURL(this.download.href);
    this.download.href = URL.createObjectURL(new Blob([tekst], { type: "application/yaml" }));
    this.download.download = pad.split("/").at(-1);
  }

  tekenForge(pad, tekst) {
    const { naam } = this.forge;
    const vol = this.nieuw ? nieuwAdres(this.forge, pad, tekst) : null;
    this.kopieert = !vol;
    this.open.textContent = vol ? `Zet het voorstel klaar op ${naam}` : `Kopieer de tekst en open ${naam}`;
    this.open.href = vol ?? (this.nieuw ? zonderTekst(this.forge, pad) : wijzigAdres(this.forge, pad));
    const plak = this.nieuw ? "Plak de tekst in het lege vak." : "Klik in de tekst, kies alles (Ctrl A of ⌘ A) en plak (Ctrl V of ⌘ V).";
    const stappen = [`${naam} opent in een nieuw venster. Meld u daar aan met uw account.`, ...(vol ? [] : [plak]),
      "Kies de groene knop om te bewaren en schrijf in één zin wat u deed.", "De redactie kijkt ernaar. Daarna staat het op de kaart."];
    if (this.stappen.children.length !== stappen.length) this.stappen.replaceChildren(...stappen.map((stap) => maak("li", {}, stap)));
  }

  async kopieer() {
    try {
      await navigator.clipboard.writeText(this.tekst);
      this.gemeld.textContent = "De tekst is gekopieerd.";
    } catch {
      this.gemeld.textContent = "Kopiëren lukt hier niet. Download het bestand, of kopieer de tekst hieronder zelf.";
    }
  }
}
