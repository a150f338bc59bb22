// Opening hours as a grid of seven days; more than one week where the season changes it.

import { maak } from "../zoeken/maak.js";
import { BRON, metBron } from "./bestand.js";
import { tijdInvoer } from "./enkel.js";
import { herstel } from "./samen.js";
import { DAGEN, OP_AFSPRAAK, leesTijdvakken } from "./tijden.js";
import { Veld, hoofdletter, knop, leesbaar, nieuwId, zin } from "./veld.js";
import { dagenVan, losVak, vakTekst, vakkenVan, zetDagen } from "./week.js";
import { alsLijst, isAfspraak, isGesloten, openingstijdenZinnen } from "./zinnen.js";

export class Openingstijden extends Veld {
  maak() {
    this.weken = [];
    this.afspraak = maak("input", { type: "checkbox" });
    this.vak = maak("div", {});
    this.zinnen = maak("ul", { className: "zinnen" });
    this.seizoenErbij = knop("Andere tijden in een ander seizoen", () => { this.erbij().focus(); this.plek.veranderd(); });
    const element = this.metLegende(
      maak("label", { className: "vink" }, this.afspraak, maak("span", {}, "Alleen op afspraak, zonder vaste tijden")),
      this.vak, this.seizoenErbij, maak("div", { ariaLive: "polite" }, this.zinnen));
    for (const soort of ["input", "change"]) element.addEventListener(soort, () => this.teken());
    return element;
  }

  teken() {
    this.vak.hidden = this.seizoenErbij.hidden = this.afspraak.checked;
    const nu = this.nu();
    this.zinnen.replaceChildren(...(nu ? openingstijdenZinnen(nu) : []).map((een) => maak("li", {}, hoofdletter(een))));
  }

  erbij(blok) {
    const week = new Week(this.soort, this.plek, this.weken.length, () => this.weg(week));
    week.zet(blok);
    this.weken.push(week);
    this.vak.append(week.element);
    return week;
  }

  weg(week) {
    this.weken = this.weken.filter((een) => een !== week);
    week.element.remove();
    this.weken.at(-1).focus();
    this.teken();
    this.plek.veranderd();
  }

  zet(bron) { super.zet(metBron(bron)); }

  vul(waarde) {
    this.afspraak.checked = typeof waarde === "string" && isAfspraak(waarde);
    this.weken = [];
    this.vak.replaceChildren();
    const blokken = typeof waarde === "object" ? alsLijst(waarde) : [];
    (blokken.length ? blokken : [undefined]).forEach((blok) => this.erbij(blok));
    this.teken();
  }

  herstel(waarde) {
    this.afspraak.checked = typeof waarde === "string";
    const blokken = typeof waarde === "object" ? alsLijst(waarde) : [];
    const oud = new Map(this.weken.map((week) => [week.bronNummer ?? "nieuw", week]));
    for (const [nummer, week] of oud) if (this.weken.length > 1 && !blokken.some((blok) => (blok[BRON] ?? "nieuw") === nummer)) this.weg(week);
    blokken.forEach((blok) => {
      const sleutel = blok[BRON] ?? "nieuw";
      const week = oud.get(sleutel) ?? this.erbij();
      oud.delete(sleutel);
      week.herstel(blok);
    });
    this.teken();
  }

  nu() { return this.alle((week) => week.nu()); }
  waarde() { return this.anders ? this.alle((week) => week.waarde()) : this.bron; }

  alle(haal) {
    if (this.afspraak.checked) return OP_AFSPRAAK;
    const weken = this.weken.map(haal).filter(Boolean);
    return weken.length > 1 ? weken : weken[0];
  }

  fouten() { return this.afspraak.checked ? [] : this.weken.flatMap((week) => week.fouten()); }
  toonFout() {}
  verschillen(ervoor = []) {
    if (this.afspraak.checked || typeof this.begin === "string") return super.verschillen(ervoor);
    return this.weken.flatMap((week) => week.verschillen([...ervoor, this.titel]));
  }

  zeg(waarde) { return typeof waarde === "object" ? openingstijdenZinnen(waarde).join("; ") : super.zeg(waarde); }
  focus() { super.focus(); this.weken[0].focus(); }
}

class Week {
  constructor(soort, plek, nummer, weg) {
    this.dagen = DAGEN.map((naam) => new Dag(naam, soort.dag));
    this.anders = soort.week.map((een) => plek.maak(een));
    const meer = maak("details", { className: "rest" }, maak("summary", {}, "Seizoen, vakanties of een opmerking"), ...this.anders.map(({ element }) => element));
    this.element = maak("div", { className: "week-vak" },
      nummer ? maak("h3", {}, `Tijden ${nummer + 1}`) : null,
      maak("div", { className: "dagen" }, ...this.dagen.map(({ element }) => element)), meer,
      nummer ? knop("Deze tijden weghalen", weg) : null);
  }

  zet(blok) {
    this.bron = blok;
    this.bronNummer = blok?.[BRON];
    this.toonDagen(blok);
    for (const veld of this.anders) veld.zet(blok?.[veld.soort.sleutel]);
    this.begin = this.teksten();
  }

  toonDagen(blok) {
    dagenVan(blok).forEach((tekst, dag) => this.dagen[dag].vul(tekst));
  }

  herstel(blok) {
    this.toonDagen(blok);
    for (const veld of this.anders) herstel(veld, blok[veld.soort.sleutel]);
  }

  teksten() { return this.dagen.map((dag) => dag.tekst()); }
  nu() { return this.met((veld) => veld.nu()); }
  waarde() { return this.met((veld) => veld.waarde()); }

  // A day that did not change is written as it was.
  met(haal) {
    const oud = dagenVan(this.bron);
    const dagen = this.teksten().map((tekst, dag) => (tekst === this.begin?.[dag] ? oud[dag] : tekst));
    const overig = this.anders.map((veld) => [veld.soort.sleutel, haal(veld)]).filter(([, waarde]) => waarde !== undefined);
    const blok = { ...zetDagen(this.bron, dagen), ...Object.fromEntries(overig) };
    if (!Object.keys(blok).length) return undefined;
    return Object.assign(blok, this.bronNummer === undefined ? {} : { [BRON]: this.bronNummer });
  }

  fouten() { return [...this.dagen.flatMap((dag) => dag.fouten()), ...this.anders.flatMap((veld) => veld.fouten())]; }

  verschillen(ervoor) {
    const dagen = this.teksten().flatMap((tekst, dag) => (tekst === this.begin[dag] ? [] : [{ naam: [...ervoor, DAGEN[dag]].join(", "), was: this.begin[dag] || "(leeg)", wordt: tekst || "(leeg)" }]));
    return [...dagen, ...this.anders.flatMap((veld) => veld.verschillen(ervoor))];
  }

  focus() { this.dagen[0].focus(); }
}

const NIET = { "": "tijden", gesloten: "gesloten", [OP_AFSPRAAK]: OP_AFSPRAAK };

// One day: two fields a time, or closed, or by appointment.
class Dag {
  constructor(naam, soorten) {
    this.naam = naam;
    this.soorten = soorten;
    this.titel = hoofdletter(naam);
    this.foutregel = maak("p", { className: "fout", id: nieuwId(), hidden: true });
    this.vakken = maak("div", { className: "vakken" });
    this.keuze = maak("select", { className: "dag-soort", ariaLabel: `${this.titel}: tijden of gesloten` }, ...Object.entries(NIET).map(([value, tekst]) => maak("option", { value }, tekst)));
    this.erbijKnop = knop("+ tijd", () => this.erbij(["", ""])[0].focus(), { ariaLabel: `+ tijd: nog een tijd op ${naam}` });
    this.element = maak("div", { className: "dag", role: "group", ariaLabel: this.titel },
      maak("span", { className: "dagnaam" }, this.titel), this.keuze, this.vakken, this.erbijKnop, this.foutregel);
    this.keuze.addEventListener("change", () => this.wissel());
    this.element.addEventListener("change", () => this.toonFout(true));
    this.element.addEventListener("input", () => this.toonFout(!this.foutregel.hidden));
  }

  wissel() { this.vakken.hidden = this.erbijKnop.hidden = this.keuze.value !== ""; }

  erbij(vak) {
    const nummer = this.vakken.children.length ? ` (${this.vakken.children.length + 1})` : "";
    const invoer = ["van", "tot"].map((naam, i) => Object.assign(tijdInvoer(`${this.titel} ${naam}${nummer}`), { value: vak[i] }));
    for (const een of invoer) een.setAttribute("aria-describedby", this.foutregel.id);
    this.vakken.append(maak("div", { className: "van-tot" }, invoer[0], maak("span", {}, "tot"), invoer[1]));
    return invoer;
  }

  vul(tekst) {
    this.keuze.value = isGesloten(tekst) ? "gesloten" : isAfspraak(tekst) ? OP_AFSPRAAK : "";
    this.vakken.replaceChildren();
    const vakken = vakkenVan(tekst) ?? tekst.split(",").map(losVak);
    for (const vak of vakken.length ? vakken : [["", ""]]) this.erbij(vak);
    this.wissel();
  }

  tekst() {
    if (this.keuze.value) return this.keuze.value;
    return [...this.vakken.children].map((rij) => vakTekst([...rij.querySelectorAll("input")].map(({ value }) => value))).filter(Boolean).join(", ");
  }

  fout() { return this.keuze.value || !this.tekst() || leesTijdvakken(this.tekst()) ? "" : zin(this.soorten); }
  fouten() { return this.fout() ? [{ veld: this, tekst: this.fout() }] : []; }

  toonFout(zichtbaar) {
    const tekst = zichtbaar ? this.fout() : "";
    this.foutregel.textContent = leesbaar(tekst);
    this.foutregel.hidden = !tekst;
    for (const invoer of this.vakken.querySelectorAll("input")) invoer.ariaInvalid = tekst ? "true" : null;
  }

  focus() {
    for (let ouder = this.element.closest("details"); ouder; ouder = ouder.parentElement.closest("details")) ouder.open = true;
    (this.keuze.value ? this.keuze : this.vakken.querySelector("input")).focus();
  }
}
