// Fields made of fields: several texts, a block, a word or a block, a list of blocks.

import { maak } from "../zoeken/maak.js";
import { BRON, metBron } from "./bestand.js";
import { Veld, hoofdletter, knop, nieuwId } from "./veld.js";
import { activiteitZin, alsLijst } from "./zinnen.js";

const EERST = 6; // of a block in a list; the rest opens

// One or more of the same.
export class Meer extends Veld {
  maak() {
    this.rijen = [];
    this.lijst = maak("div", { className: "meer-rijen" });
    const erbij = knop("Nog een", () => this.erbij("").focus(), { ariaLabel: `Nog een: ${this.titel}` });
    return this.metLegende(this.lijst, erbij);
  }

  erbij(waarde) {
    const { sleutel, soorten, keuzes, enkel } = this.soort;
    const veld = this.plek.maak({ sleutel, soorten, keuzes, vorm: enkel, titel: this.rijen.length ? `${this.titel} ${this.rijen.length + 1}` : this.titel, verborgen: true });
    const weg = knop("Weg", () => this.weg(veld), { ariaLabel: `Weg: ${veld.titel}` });
    veld.zet(waarde || undefined);
    veld.regel = maak("div", { className: "meer-rij" }, veld.element, weg);
    this.rijen.push(veld);
    this.lijst.append(veld.regel);
    return veld;
  }

  weg(veld) {
    this.rijen = this.rijen.filter((een) => een !== veld);
    veld.regel.remove();
    if (!this.rijen.length) this.erbij("");
    this.rijen.at(-1).focus();
    this.plek.veranderd();
  }

  vul(waarde) {
    this.rijen = [];
    this.lijst.replaceChildren();
    for (const een of [alsLijst(waarde), ""].flat().slice(0, Math.max(1, alsLijst(waarde).length))) this.erbij(een);
  }

  nu() {
    const gevuld = this.rijen.map((veld) => veld.nu()).filter((een) => een !== undefined);
    return gevuld.length ? gevuld : undefined;
  }

  toonFout() {} // each row has its own
  fouten() { return this.rijen.flatMap((veld) => veld.fouten()); }
  focus() { this.rijen[0].focus(); }
}

// A block of keys. As a section of its own it needs no legend.
export class Blok extends Veld {
  maak() {
    this.velden = this.soort.velden.map((soort) => this.plek.maak(soort));
    const [eerst, rest] = this.soort.inRij ? [this.velden.slice(0, EERST), this.velden.slice(EERST)] : [this.velden, []];
    const open = rest.length ? maak("details", { className: "rest" }, maak("summary", {}, "Meer hierover"), ...rest.map(({ element }) => element)) : null;
    return maak("div", { className: "blokvelden" }, ...eerst.map(({ element }) => element), open);
  }

  luister() {}

  vul(waarde) {
    this.bronNummer = waarde?.[BRON];
    for (const veld of this.velden) veld.zet(waarde?.[veld.soort.sleutel]);
  }

  herstel(waarde) {
    for (const veld of this.velden) herstel(veld, waarde?.[veld.soort.sleutel]);
  }

  nu() { return this.met((veld) => veld.nu()); }
  waarde() { return this.met((veld) => veld.waarde()); }

  met(haal) {
    const paren = this.velden.map((veld) => [veld.soort.sleutel, haal(veld)]).filter(([, waarde]) => waarde !== undefined);
    if (!paren.length) return undefined;
    return Object.assign(Object.fromEntries(paren), this.bronNummer === undefined ? {} : { [BRON]: this.bronNummer });
  }

  // A key that is needed is needed only in a block that is there.
  fouten() { return this.leeg && !this.soort.inRij ? [] : this.velden.flatMap((veld) => veld.fouten()); }
  toonFout(zichtbaar) { for (const veld of this.velden) veld.toonFout(zichtbaar); }
  verschillen(ervoor = []) { return this.velden.flatMap((veld) => veld.verschillen(this.titel ? [...ervoor, this.titel] : ervoor)); }
  focus() { this.velden[0].focus(); }
}

export const herstel = (veld, waarde) => (veld.herstel ? veld.herstel(waarde) : veld.vul(waarde));

// A fixed word (`loket`) or a block.
export class WoordOfBlok extends Veld {
  constructor(soort, plek) {
    super({ ...soort, uitleg: soort.uitleg?.replace("Of schrijf", "Of kies") }, plek);
  }

  maak() {
    const naam = nieuwId();
    const woorden = this.soort.keuzes.map(({ waarde }) => waarde);
    this.blok = new Blok(this.soort, this.plek);
    this.knoppen = ["", ...woorden].map((value) => maak("input", { type: "radio", name: naam, value, checked: !value }));
    const rij = maak("div", { className: "keuzerij" }, ...this.knoppen.map((een) => maak("label", { className: "vink" }, een, maak("span", {}, hoofdletter(een.value || "Hieronder invullen")))));
    rij.addEventListener("change", () => this.wissel());
    return this.metLegende(rij, this.blok.element);
  }

  wissel() { this.blok.element.hidden = Boolean(this.woord()); }
  woord() { return this.knoppen.find(({ checked }) => checked)?.value ?? ""; }

  vul(waarde) {
    this.kies(waarde);
    this.blok.zet(typeof waarde === "string" ? undefined : waarde);
  }

  herstel(waarde) {
    this.kies(waarde);
    this.blok.herstel(typeof waarde === "string" ? undefined : waarde);
  }

  kies(waarde) {
    const woord = typeof waarde === "string" ? waarde.trim().toLowerCase() : "";
    this.knoppen.forEach((een) => { een.checked = een.value === woord; });
    this.wissel();
  }

  nu() { return this.woord() || this.blok.nu(); }
  waarde() { return this.anders && !this.woord() ? this.blok.waarde() : super.waarde(); }
  fouten() { return this.woord() ? [] : this.blok.fouten(); }
  toonFout() {}
  verschillen(ervoor = []) {
    return this.woord() || typeof this.begin === "string" ? super.verschillen(ervoor) : this.blok.verschillen(ervoor);
  }
  zeg(waarde) { return typeof waarde === "object" ? Object.values(waarde).flat().join(", ") : super.zeg(waarde); }
  focus() { this.blok.focus(); }
}

// Blocks below each other.
export class Rij extends Veld {
  maak() {
    this.blokken = [];
    this.lijst = maak("ol", { className: "rij" });
    return this.metLegende(this.lijst, knop("Iets toevoegen", () => { this.erbij().focus(); this.plek.veranderd(); }, { ariaLabel: `Iets toevoegen: ${this.titel}` }));
  }

  erbij(waarde) {
    const blok = new Blok({ ...this.soort, titel: "", inRij: true }, this.plek);
    const kop = maak("h3", {});
    const zin = maak("p", { className: "zinnen" });
    const nieuw = this.soort.velden[0].titel;
    blok.teken = () => {
      kop.textContent = blok.velden[0].nu() ?? `${nieuw}: nog leeg`;
      weg.setAttribute("aria-label", `Weghalen: ${kop.textContent}`);
      zin.textContent = this.soort.velden.some(({ sleutel }) => sleutel === "herhaling") ? hoofdletter(activiteitZin(blok.nu() ?? {})) : "";
      zin.hidden = !zin.textContent;
    };
    const weg = knop("Weghalen", () => this.weg(blok));
    blok.item = maak("li", { className: "blok-in-rij" }, kop, zin, blok.element, weg);
    blok.zet(waarde);
    blok.item.addEventListener("input", blok.teken);
    blok.item.addEventListener("change", blok.teken);
    blok.teken();
    this.blokken.push(blok);
    this.lijst.append(blok.item);
    return blok;
  }

  weg(blok) {
    this.blokken = this.blokken.filter((een) => een !== blok);
    blok.item.remove();
    this.control.focus();
    this.plek.veranderd();
  }

  zet(bron) { super.zet(metBron(bron)); }

  vul(waarde) {
    this.blokken = [];
    this.lijst.replaceChildren();
    for (const een of alsLijst(waarde)) this.erbij(een);
    this.begonnen = this.blokken.map((blok) => ({ naam: blok.velden[0].nu(), blok }));
  }

  herstel(waarde) {
    const oud = new Map(this.blokken.map((blok) => [blok.bronNummer, blok]));
    const nieuw = alsLijst(waarde);
    for (const [nummer, blok] of oud) if (!nieuw.some((een) => een[BRON] === nummer)) this.weg(blok);
    for (const een of nieuw) (oud.get(een[BRON]) ?? this.erbij()).herstel(een);
    for (const blok of this.blokken) blok.teken();
  }

  nu() { return this.alle((blok) => blok.nu()); }
  waarde() { return this.anders ? this.alle((blok) => blok.waarde()) : this.bron; }

  alle(haal) {
    const gevuld = this.blokken.map(haal).filter((een) => een !== undefined);
    return gevuld.length ? gevuld : undefined;
  }

  fouten() { return this.blokken.flatMap((blok) => blok.fouten()); }
  toonFout() {}

  verschillen(ervoor = []) {
    const naam = [...ervoor, this.titel].join(", ");
    const weg = this.begonnen.filter(({ blok }) => !this.blokken.includes(blok)).map((een) => ({ naam, was: een.naam, wordt: "(weg)" }));
    return [...weg, ...this.blokken.flatMap((blok) => {
      const titel = blok.velden[0].nu() ?? blok.velden[0].begin ?? "";
      if (blok.bronNummer !== undefined) return blok.verschillen([naam, titel]);
      return blok.leeg ? [] : [{ naam, was: "(nieuw)", wordt: Object.values(blok.nu()).flat().join(", ") }];
    })];
  }

}

