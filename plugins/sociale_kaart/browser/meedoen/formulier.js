// The form as a whole: sections made from the schema, and the text of the file that follows from it.

import { maak } from "../zoeken/maak.js";
import { leesBestand, zetInBestand } from "./bestand.js";
import { maker } from "./maken.js";
import { herstel } from "./samen.js";
import { schrijfBestand } from "./schrijf.js";
import { blokVelden } from "./soorten.js";

export class Formulier {
  // `bron`: the text of the file to change; null for a new one.
  constructor({ gegevens, bron, veranderd = () => {} }) {
    this.bron = bron;
    this.kop = gegevens.kop;
    this.eenVan = gegevens.schema["x-een-van"];
    const maakVeld = maker({ kernen: gegevens.kernen, initiatieven: gegevens.initiatieven.filter((een) => !een.gestopt), suggesties: gegevens.suggesties, veranderd });
    // In its own section a block needs no heading of its own.
    const alleen = new Set(gegevens.secties.filter(({ sleutels }) => sleutels.length === 1).flatMap(({ sleutels }) => sleutels));
    this.velden = blokVelden(gegevens.schema, gegevens.schema).map((soort) => maakVeld({ ...soort, alleen: alleen.has(soort.sleutel) }));
    const perSleutel = new Map(this.velden.map((veld) => [veld.soort.sleutel, veld]));
    this.secties = gegevens.secties.map((sectie) => new Sectie(sectie, sectie.sleutels.map((sleutel) => perSleutel.get(sleutel))));
    this.oud = bron === null ? {} : leesBestand(bron);
    this.zet();
  }

  zet() {
    for (const veld of this.velden) veld.zet(this.oud[veld.soort.sleutel]);
  }

  herstel(stand) {
    for (const veld of this.velden) herstel(veld, stand[veld.soort.sleutel]);
  }

  veld(sleutel) {
    return this.velden.find(({ soort }) => soort.sleutel === sleutel);
  }

  waarde() {
    return Object.fromEntries(this.velden.map((veld) => [veld.soort.sleutel, veld.waarde()]).filter(([, waarde]) => waarde !== undefined));
  }

  // Nothing changed: the same bytes.
  tekst() {
    const waarde = this.waarde();
    if (this.bron === null) return schrijfBestand(waarde, this.kop);
    return this.velden.some((veld) => veld.anders) ? zetInBestand(this.bron, waarde) : this.bron;
  }

  fouten() {
    const geen = this.eenVan.keys.every((sleutel) => this.veld(sleutel).leeg);
    const ontbreekt = geen ? [{ veld: this.veld(this.eenVan.keys[0]), tekst: this.eenVan.errorMessage }] : [];
    return [...this.velden.flatMap((veld) => veld.fouten()), ...ontbreekt];
  }

  verschillen() {
    return this.velden.flatMap((veld) => veld.verschillen());
  }

  get leeg() {
    return this.velden.every((veld) => veld.leeg);
  }
}

class Sectie {
  constructor({ id, titel, uitleg, open }, velden) {
    this.id = id;
    this.velden = velden;
    this.open = open;
    this.stand = maak("small", {});
    const inhoud = velden.map((veld) => {
      if (veld.soort.vorm !== "blok" || veld.soort.alleen) return veld.element;
      return maak("fieldset", { className: "vak" }, maak("legend", { className: "verborgen" }, veld.titel), veld.element);
    });
    this.element = maak("details", { className: "sectie", open: Boolean(open), id: `sectie-${id}` },
      maak("summary", {}, maak("h2", {}, titel, " ", this.stand)),
      maak("div", { className: "sectie-inhoud" }, uitleg ? maak("p", { className: "hulp" }, uitleg) : null, ...inhoud));
  }

  teken() {
    const gevuld = this.velden.filter((veld) => !veld.leeg).length;
    this.stand.textContent = this.velden.some((veld) => veld.anders && veld.bron !== undefined) ? "veranderd" : gevuld ? "ingevuld" : "";
  }
}

