// Fields for one value: a text, a date, a time, a choice.

import { maak } from "../zoeken/maak.js";
import { DAGEN, MAANDEN, leesDagen, leesDatum, leesHerhaling, leesSeizoen, leesTijdvak } from "./tijden.js";
import { Veld, foutVanTekst, hoofdletter, nieuwId, zin } from "./veld.js";
import { dagSleutels, losVak, netteTijd, vakTekst, vakkenVan } from "./week.js";
import { alsLijst } from "./zinnen.js";

const TOETSEN = { telefoon: "tel", whatsapp: "tel", email: "email", website: "url", begonnen: "numeric" };
const eerste = (waarde) => alsLijst(waarde)[0] ?? "";

export class Regel extends Veld {
  maak() {
    const lijst = this.plek.suggesties?.[this.soort.sleutel];
    const keuzes = lijst && maak("datalist", { id: `${this.id}-lijst` }, ...lijst.map((value) => maak("option", { value })));
    this.invoer = maak("input", { type: "text", autocomplete: "off", placeholder: " ", inputMode: TOETSEN[this.soort.sleutel] ?? "text" });
    if (lijst) this.invoer.setAttribute("list", keuzes.id);
    if (this.soort.verplicht) this.invoer.required = true;
    return this.metLabel(this.invoer, keuzes);
  }

  vul(waarde) { this.invoer.value = eerste(waarde).trim(); }
  nu() { return this.invoer.value.trim().replace(/\s+/g, " ") || undefined; }
  wat() { return this.leeg ? "" : foutVanTekst(this.soort.soorten, this.nu()); }
}

export class Tekst extends Veld {
  maak() {
    this.invoer = maak("textarea", { rows: 3 });
    return this.metLabel(this.invoer);
  }

  vul(waarde) { this.invoer.value = eerste(waarde).trimEnd(); }

  // A line end after it: what is long or has more lines gets lines of its own in the file.
  nu() {
    const tekst = this.invoer.value.trim();
    return tekst.includes("\n") || tekst.length > 100 ? `${tekst}\n` : tekst || undefined;
  }
}

export class Punt extends Regel {
  vul(waarde) { this.invoer.value = alsLijst(waarde).join(", "); }
  nu() {
    const delen = this.invoer.value.replace(/[[\]()]/g, "").trim().split(/\s*[,;]\s*|\s+/).filter(Boolean);
    return delen.length ? delen : undefined;
  }
  wat() { return this.leeg || (this.nu().length === 2 && this.nu().every((deel) => /^[+-]?\d{1,3}(\.\d*)?$/.test(deel))) ? "" : zin(this.soort.soorten); }
}

export class Datum extends Veld {
  maak() {
    this.invoer = maak("input", { type: "date", className: "datum", min: "1900-01-01", max: "2199-12-31" });
    return this.metLabel(this.invoer);
  }

  vul(waarde) { this.invoer.value = leesDatum(eerste(waarde))?.toISOString().slice(0, 10) ?? ""; }
  nu() { return this.invoer.value || undefined; }
  wat() { return this.invoer.validity.valid ? "" : zin(this.soort.soorten); }
}

export class Tijd extends Veld {
  maak() {
    this.vakken = ["van", "tot"].map((naam) => tijdInvoer(`${this.titel}, ${naam}`));
    return this.metLegende(maak("div", { className: "van-tot" }, this.vakken[0], maak("span", {}, "tot"), this.vakken[1], maak("span", {}, "uur")));
  }

  vul(waarde) {
    const vak = vakkenVan(eerste(waarde))?.[0] ?? losVak(eerste(waarde));
    this.vakken.forEach((invoer, i) => { invoer.value = vak[i]; });
  }

  nu() { return vakTekst(this.vakken.map((invoer) => invoer.value)) || undefined; }
  wat() { return this.leeg || leesTijdvak(this.nu()) ? "" : zin(this.soort.soorten); }
  focus() { super.focus(); this.vakken[0].focus(); }
}

export function tijdInvoer(naam) {
  const invoer = maak("input", { type: "text", className: "tijd-invoer", autocomplete: "off", ariaLabel: naam, maxLength: 12 });
  invoer.addEventListener("change", () => { invoer.value = netteTijd(invoer.value); });
  return invoer;
}

export class Keuze extends Veld {
  maak() {
    this.invoer = maak("select", { required: Boolean(this.soort.verplicht) }, maak("option", { value: "" }, this.soort.geenKeuze ?? "Niet ingevuld"), ...this.opties());
    this.toelichting = maak("p", { className: "hulp", id: `${this.id}-keuze` });
    this.invoer.addEventListener("change", () => this.licht());
    return this.metLabel(this.invoer, this.toelichting);
  }

  opties() {
    return this.soort.keuzes.map(({ waarde, naam }) => maak("option", { value: waarde }, naam));
  }

  vul(waarde) {
    const tekst = eerste(waarde).trim();
    const bekend = [...this.invoer.options].find(({ value }) => gewoon(value) === gewoon(tekst));
    if (tekst && !bekend) this.invoer.append(maak("option", { value: tekst }, tekst));
    this.invoer.value = bekend?.value ?? tekst;
    this.licht();
  }

  licht() {
    const uitleg = this.soort.keuzes?.find(({ waarde }) => waarde === this.invoer.value)?.uitleg;
    if (this.toelichting) this.toelichting.textContent = uitleg ?? "";
  }

  nu() { return this.invoer.value || undefined; }
  zeg(waarde) { return [...this.invoer.options].find(({ value }) => value === waarde)?.textContent ?? super.zeg(waarde); }
}

const gewoon = (tekst) => tekst.toLowerCase().replaceAll(" ", "-");

// Another initiative, by its name.
export class Verwijzing extends Keuze {
  opties() {
    return this.plek.kernen.map(({ id, naam }) => maak("optgroup", { label: naam },
      ...this.plek.initiatieven.filter((een) => een.id.startsWith(`${id}/`)).map((een) => maak("option", { value: een.id }, een.naam))));
  }

  vul(waarde) { super.vul(eerste(waarde).replace(/^\/+|\/+$|\.yml$/g, "")); }
}

const HERHALING = ["elke week", "even weken", "oneven weken", "1e van de maand", "2e van de maand", "3e van de maand", "4e van de maand", "laatste van de maand", "1e en 3e van de maand", "2e en 4e van de maand"];

export class Herhaling extends Keuze {
  constructor(soort, plek) {
    super({ ...soort, geenKeuze: "Niet ingevuld: elke week", keuzes: HERHALING.map((naam) => ({ waarde: naam, naam })) }, plek);
  }

  vul(waarde) {
    const gelezen = eerste(waarde) && leesHerhaling(eerste(waarde));
    const bekend = gelezen && HERHALING.find((een) => JSON.stringify(leesHerhaling(een)) === JSON.stringify(gelezen));
    super.vul(bekend ?? waarde);
  }
}

export class Seizoen extends Veld {
  maak() {
    const maanden = () => [maak("option", { value: "" }, "hele jaar"), ...MAANDEN.map((naam, i) => maak("option", { value: String(i) }, naam))];
    [this.van, this.tot] = ["van", "tot en met"].map((naam) => maak("select", { className: "maand", ariaLabel: `${this.titel}, ${naam}` }, ...maanden()));
    this.van.addEventListener("change", () => { if (!this.van.value || !this.tot.value) this.tot.value = this.van.value; });
    return this.metLegende(maak("div", { className: "van-tot" }, this.van, maak("span", {}, "tot en met"), this.tot));
  }

  vul(waarde) {
    const { van, tot } = (eerste(waarde) && leesSeizoen(eerste(waarde))) || { van: "", tot: "" };
    [this.van.value, this.tot.value] = [String(van), String(tot)];
  }

  nu() {
    const [van, tot] = [this.van.value, this.tot.value || this.van.value];
    if (!van) return undefined;
    return van === tot ? MAANDEN[van] : `${MAANDEN[van]}-${MAANDEN[tot]}`;
  }
}

// Radio buttons: ja, nee, not filled in; and with `ofTekst` words of one's own.
export class JaNee extends Veld {
  maak() {
    const naam = nieuwId();
    const keuzes = [["", "Niet ingevuld"], ["ja", "Ja"], ["nee", "Nee"], ...(this.soort.ofTekst ? [["anders", "Anders"]] : [])];
    this.knoppen = keuzes.map(([value]) => maak("input", { type: "radio", name: naam, value }));
    this.eigen = maak("input", { type: "text", ariaLabel: `${this.titel}, in uw eigen woorden`, hidden: true });
    const rij = maak("div", { className: "keuzerij" }, ...keuzes.map(([, tekst], i) => maak("label", { className: "vink" }, this.knoppen[i], maak("span", {}, tekst))));
    rij.addEventListener("change", () => { this.eigen.hidden = this.gekozen() !== "anders"; });
    return this.metLegende(rij, this.soort.ofTekst && this.eigen);
  }

  gekozen() { return this.knoppen.find(({ checked }) => checked)?.value ?? ""; }

  vul(waarde) {
    const tekst = eerste(waarde).trim();
    const woord = { yes: "ja", true: "ja", no: "nee", false: "nee" }[tekst.toLowerCase()] ?? tekst.toLowerCase();
    const keuze = ["", "ja", "nee"].includes(woord) ? woord : "anders";
    this.knoppen.forEach((knop) => { knop.checked = knop.value === keuze; });
    this.eigen.value = keuze === "anders" ? tekst : "";
    this.eigen.hidden = keuze !== "anders";
  }

  nu() { return (this.gekozen() === "anders" ? this.eigen.value.trim() : this.gekozen()) || undefined; }
}

// Several of a few words, with what each means; in the order in which they were chosen.
export class Meerkeuze extends Veld {
  maak() {
    this.gekozen = [];
    this.vinken = this.soort.keuzes.map(({ waarde }) => maak("input", { type: "checkbox", value: waarde }));
    const lijst = maak("div", { className: "vinken" }, ...this.soort.keuzes.map(({ naam, uitleg }, i) =>
      maak("label", { className: "vink" }, this.vinken[i], maak("span", {}, naam, uitleg && uitleg !== naam ? maak("small", {}, uitleg) : null))));
    lijst.addEventListener("change", ({ target: { value, checked } }) => {
      this.gekozen = [...this.gekozen.filter((woord) => woord !== value), ...(checked ? [value] : [])];
    });
    return this.metLegende(lijst);
  }

  vul(waarde) {
    const woorden = alsLijst(waarde).flatMap((tekst) => (this.soort.losWoorden ? tekst.split(/,|\ben\b/) : [tekst])).map((tekst) => tekst.trim());
    this.gekozen = woorden.map((woord) => this.vinken.find(({ value }) => gewoon(value) === gewoon(woord))?.value ?? woord);
    this.vinken.forEach((vink) => { vink.checked = this.gekozen.includes(vink.value); });
  }

  nu() { return this.gekozen.length ? this.gekozen : undefined; }
  zeg(waarde) { return super.zeg(waarde && waarde.map((woord) => this.soort.keuzes.find((een) => een.waarde === woord)?.naam ?? woord)); }
}

export class Dagen extends Meerkeuze {
  constructor(soort, plek) {
    super({ ...soort, keuzes: DAGEN.map((dag) => ({ waarde: dag, naam: hoofdletter(dag) })) }, plek);
  }

  vul(waarde) { super.vul([...new Set(alsLijst(waarde).flatMap((tekst) => leesDagen(tekst) ?? []))].map((dag) => DAGEN[dag])); }
  nu() { return super.nu() && dagSleutels(this.vinken.flatMap(({ checked }, dag) => (checked ? [dag] : []))); }
  zeg(waarde) { return Veld.prototype.zeg.call(this, waarde); }
}
