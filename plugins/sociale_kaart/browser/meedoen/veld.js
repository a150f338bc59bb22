// What every field of the form has: a label, help, an error beside it, and the value that it began with.

import { maak } from "../zoeken/maak.js";
import { gelijk } from "./bestand.js";

let nummer = 0;
export const nieuwId = () => `veld-${++nummer}`;

// The format writes its words between backticks; on the page they are between quotes.
export const leesbaar = (tekst) => tekst.replace(/\x60([^\x60]*)\x60/g, "‘$1’");
export const hoofdletter = (tekst) => tekst.charAt(0).toUpperCase() + tekst.slice(1);

export function knop(tekst, onclick, eigenschappen = {}) {
  return maak("button", { type: "button", className: "stil-knop", onclick, ...eigenschappen }, tekst);
}

// A kind of field gives `vul(waarde)`, `nu()` and, where it can be wrong, `wat()`: the sentence that says so.
export class Veld {
  constructor(soort, plek) {
    this.soort = soort;
    this.plek = plek;
    this.id = nieuwId();
    this.titel = soort.titel;
    this.foutregel = maak("p", { className: "fout", id: `${this.id}-fout`, hidden: true });
    this.element = this.maak();
  }

  // A label above one control.
  metLabel(control, ...erbij) {
    control.id = this.id;
    const hulp = this.hulp();
    this.control = control;
    this.beschrijf([hulp]);
    return maak("div", { className: "vak" }, this.label(), hulp, control, this.foutregel, ...erbij);
  }

  label() {
    return maak("label", { htmlFor: this.id, className: this.soort.verborgen ? "verborgen" : "" }, this.titel, this.verplichtTeken());
  }

  // A legend above several controls.
  metLegende(...inhoud) {
    const hulp = this.hulp();
    this.control = maak("fieldset", { className: "vak", id: this.id, tabIndex: -1 },
      maak("legend", { className: this.soort.verborgen || this.soort.alleen ? "verborgen" : "" }, this.titel, this.verplichtTeken()), hulp, ...inhoud, this.foutregel);
    this.beschrijf([hulp]);
    return this.control;
  }

  verplichtTeken() {
    return this.soort.verplicht ? maak("span", { className: "nodig" }, " (nodig)") : null;
  }

  hulp() {
    const { uitleg, voorbeeld } = this.soort;
    const tekst = [uitleg && leesbaar(uitleg), voorbeeld && `Bijvoorbeeld: ${voorbeeld}`].filter(Boolean).join(" ");
    return tekst && !this.soort.verborgen ? maak("p", { className: "hulp", id: `${this.id}-hulp` }, tekst) : null;
  }

  beschrijf(delen) {
    const ids = [...delen.filter(Boolean).map(({ id }) => id), this.foutregel.id];
    this.control.setAttribute("aria-describedby", ids.join(" "));
  }

  luister() {
    this.element.addEventListener("input", () => this.toonFout(!this.foutregel.hidden));
    this.element.addEventListener("change", () => this.toonFout(true));
  }

  zet(bron) {
    this.bron = bron;
    this.vul(bron);
    this.begin = this.nu();
  }

  waarde() {
    const nu = this.nu();
    return gelijk(nu, this.begin) ? this.bron : nu;
  }

  get anders() {
    return !gelijk(this.nu(), this.begin);
  }

  get leeg() {
    return this.nu() === undefined;
  }

  wat() {
    return "";
  }

  fout() {
    return this.soort.verplicht && this.leeg ? "Vul dit in." : this.wat();
  }

  toonFout(zichtbaar) {
    const tekst = zichtbaar ? this.fout() : "";
    this.foutregel.textContent = leesbaar(tekst);
    this.foutregel.hidden = !tekst;
    if (tekst) this.control.setAttribute("aria-invalid", "true");
    else this.control.removeAttribute("aria-invalid");
  }

  fouten() {
    const tekst = this.fout();
    return tekst ? [{ veld: this, tekst }] : [];
  }

  // What changed, for people: [{naam, was, wordt}]
  verschillen(ervoor = []) {
    if (!this.anders) return [];
    return [{ naam: [...ervoor, this.titel].join(", "), was: this.zeg(this.begin), wordt: this.zeg(this.nu()) }];
  }

  zeg(waarde) {
    return waarde === undefined ? "(leeg)" : [waarde].flat().join(", ").trim();
  }

  focus() {
    for (let ouder = this.element.closest("details"); ouder; ouder = ouder.parentElement.closest("details")) ouder.open = true;
    this.control.focus();
  }
}

// Is a text one of the kinds that may stand here? The sentence when it is not.
export function foutVanTekst(soorten, tekst) {
  const teksten = soorten.filter((soort) => soort.enum || [soort.type].flat().includes("string"));
  const goed = teksten.some((soort) => (soort.enum ? soort.enum.includes(tekst) : !soort.pattern || new RegExp(soort.pattern, "u").test(tekst)));
  return goed || !teksten.length ? "" : teksten.find((soort) => soort.errorMessage)?.errorMessage ?? "Dit kan hier niet.";
}

export const zin = (soorten) => soorten.find((soort) => soort.errorMessage)?.errorMessage ?? "Dit kan hier niet.";
