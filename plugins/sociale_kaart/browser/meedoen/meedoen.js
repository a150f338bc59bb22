// The page /meedoen/: something new, or a change of what there is (?wijzig=velp/x, with &stap=klopt or gestopt).

import { nu } from "../nu.js";
import { maak } from "../zoeken/maak.js";
import { leesBestand } from "./bestand.js";
import { bewaar, bewaard, wis } from "./bewaar.js";
import { Formulier } from "./formulier.js";
import { Keuze, Verwijzing } from "./enkel.js";
import { Uitweg, verschilRegel } from "./uitweg.js";
import { knop, leesbaar } from "./veld.js";

const STAPPEN = {
  klopt: { velden: [], kop: "Klopt alles nog?", zin: "Fijn dat u het nakijkt. De datum van vandaag staat klaar. U hoeft hem alleen nog door te geven." },
  gestopt: { velden: ["reden", "opvolger"], kop: "Bestaat het niet meer?", zin: "Vul in waarom het stopte, en waar mensen nu heen kunnen. Geef het daarna door." },
};
const WACHT = 150;

const vandaag = () => new Date(nu().dag).toISOString().slice(0, 10);
export const bestandsnaam = (naam) => naam.replaceAll("ß", "ss").normalize("NFKD").replace(/[^\x00-\x7f]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

export async function haalTekst(adres) {
  const antwoord = await fetch(adres);
  if (!antwoord.ok) throw new Error(`${antwoord.status}`);
  // As it is: a byte order mark at the start belongs to the file.
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await antwoord.arrayBuffer());
}

class Pagina {
  constructor(vak, gegevens, { id, stap, bron }) {
    Object.assign(this, { vak, gegevens, id, stap, nieuw: !id });
    this.bekend = gegevens.initiatieven.find((een) => een.id === id);
    this.formulier = new Formulier({ gegevens, bron: this.nieuw ? null : bron, veranderd: () => this.veranderd() });
    this.bron = bron;
    this.kern = this.nieuw ? this.kernKeuze() : null;
    this.resultaat = new Resultaat(this);
    this.teken();
    this.begin();
  }

  kernKeuze() {
    const keuze = new Keuze({ sleutel: "kern", titel: "In welk dorp?", uitleg: "", verplicht: true, geenKeuze: "Kies een dorp", keuzes: this.gegevens.kernen.map(({ id, naam }) => ({ waarde: id, naam })) }, {});
    keuze.luister();
    keuze.zet(new URLSearchParams(location.search).get("kern") ?? undefined);
    return keuze;
  }

  begin() {
    const bruikbaar = this.herstel();
    if (this.nieuw && !bruikbaar) this.formulier.veld("beheer").herstel({ gecontroleerd: vandaag() });
    if (this.stap === "klopt") this.zetVeld("beheer", "gecontroleerd", vandaag());
    if (this.stap === "gestopt") this.formulier.veld("status").vul("gestopt");
    this.resultaat.element.querySelector(".hersteld").hidden = !bruikbaar;
    this.bijwerken();
  }

  // What was typed before, unless the file changed since then or the form did.
  herstel() {
    const klad = bewaard(this.sleutel);
    if (!klad || klad.bron !== this.bron) return false;
    try {
      this.formulier.herstel(klad.stand);
      this.kern?.vul(klad.kern);
      return true;
    } catch {
      wis(this.sleutel);
      this.formulier.zet();
      return false;
    }
  }

  zetVeld(blok, sleutel, waarde) {
    this.formulier.veld(blok).velden.find(({ soort }) => soort.sleutel === sleutel).vul(waarde);
  }

  teken() {
    const secties = this.formulier.secties;
    const stap = STAPPEN[this.stap];
    const [eerste, ...rest] = secties;
    if (this.kern) eerste.element.querySelector(".sectie-inhoud").prepend(this.kern.element);
    if (!this.nieuw) for (const sectie of secties) sectie.element.open = sectie.id === "wanneer";
    const kop = stap ? [maak("h2", {}, `${stap.kop} ${this.bekend.naam}`), maak("p", {}, stap.zin)] : this.kop();
    this.vak.replaceChildren(...kop,
      maak("form", { noValidate: true, onsubmit: (event) => event.preventDefault() }, eerste.element, ...rest.map(({ element }) => element)), this.resultaat.element);
    if (stap) this.alleen(stap.velden);
    this.vak.addEventListener("input", () => this.veranderd());
    this.vak.addEventListener("change", () => this.veranderd());
    addEventListener("pagehide", () => this.bewaar());
  }

  kop() {
    if (this.nieuw) return [this.alErbij()];
    return [maak("p", {}, "U verandert ", maak("b", {}, this.bekend.naam), ". Wat u niet aanraakt, blijft precies zoals het was.")];
  }

  // Of a change that is ready only these fields are asked; the others come when they are wanted.
  alleen(sleutels) {
    const secties = this.formulier.secties.map((sectie) => [sectie, sectie.velden.filter(({ soort }) => sleutels.includes(soort.sleutel))]);
    for (const [sectie, gevraagd] of secties) {
      Object.assign(sectie.element, { hidden: !gevraagd.length, open: gevraagd.length > 0 });
      if (gevraagd.length) for (const veld of sectie.velden) veld.element.hidden = !gevraagd.includes(veld);
    }
    const anders = knop("Toch iets anders veranderen", () => {
      for (const [sectie] of secties) for (const { element } of [sectie, ...sectie.velden]) element.hidden = false;
      this.formulier.secties[0].element.querySelector("summary").focus();
      anders.remove();
    }, { className: "stil-knop toch-anders" });
    this.resultaat.element.before(anders);
  }

  alErbij() {
    const keuze = new Verwijzing({ sleutel: "al", titel: "Staat het al op de kaart?", uitleg: "Kies het hier om het te veranderen.", geenKeuze: "Nee, het is nieuw" }, this.gegevens);
    const verander = knop("Verander dit", () => { location.search = `?wijzig=${keuze.nu()}`; }, { hidden: true });
    keuze.element.addEventListener("change", () => { verander.hidden = keuze.leeg; });
    return maak("div", { className: "al-erbij" }, keuze.element, verander);
  }

  // A moment after the last key: the whole file is made anew.
  veranderd() {
    clearTimeout(this.wachter);
    this.wachter = setTimeout(() => this.bijwerken(), WACHT);
  }

  bijwerken() {
    clearTimeout(this.wachter);
    for (const sectie of this.formulier.secties) sectie.teken();
    this.resultaat.teken();
    this.bewaar();
  }

  bewaar() {
    if (this.gewist || !this.begonnen) return;
    bewaar(this.sleutel, { bron: this.bron, stand: this.formulier.waarde(), kern: this.kern?.nu() });
  }

  get begonnen() {
    return this.nieuw ? this.formulier.velden.some((veld) => veld.anders && veld.soort.sleutel !== "beheer") || this.kern.anders : this.formulier.verschillen().length > 0;
  }

  // A change that was made ready is apart from one that somebody was typing.
  get sleutel() {
    return [this.id, this.stap].filter(Boolean).join(" ");
  }

  get naam() {
    return this.formulier.veld("naam").nu() ?? "";
  }

  get pad() {
    return this.nieuw ? `${this.kern.nu() ?? "dorp"}/${bestandsnaam(this.naam) || "nieuw"}.yml` : `${this.id}.yml`;
  }

  fouten() {
    const fouten = [...(this.kern?.fouten() ?? []), ...this.formulier.fouten()];
    const pad = this.pad.replace(/\.yml$/, "");
    const bezet = this.nieuw && this.gegevens.initiatieven.some(({ id }) => id === pad);
    const eigen = this.nieuw && this.gegevens.gereserveerd.includes(pad.split("/")[1]);
    const veld = this.formulier.veld("naam");
    if (bezet) fouten.push({ veld, tekst: "Dit staat al op de kaart. Kies het bovenaan om het te veranderen, of geef het een andere naam." });
    if (eigen) fouten.push({ veld, tekst: "Deze naam gebruikt de kaart zelf. Kies een andere naam." });
    return fouten;
  }

  wis() {
    this.gewist = true;
    wis(this.sleutel);
    location.assign(location.pathname);
  }
}

// The end of the form: what is not right yet, what changes, the file and the ways out.
class Resultaat {
  constructor(pagina) {
    this.pagina = pagina;
    const { forge, redactie } = pagina.gegevens;
    this.uitweg = new Uitweg({ forge, redactie, nieuw: pagina.nieuw, gereed: () => { this.gelukt.hidden = false; } });
    this.mis = maak("div", { className: "melding", hidden: true });
    this.anders = maak("ul", { className: "verschillen" });
    this.yaml = maak("pre", { tabIndex: 0, ariaLabel: "Tekst van het bestand", role: "group" });
    this.bestand = maak("p", { className: "hulp" });
    this.gelukt = maak("p", { className: "gelukt", hidden: true }, "Is het gelukt? ", knop("Ja, wis wat ik invulde", () => pagina.wis()));
    this.doorgeven = maak("div", {}, this.uitweg.element);
    this.element = maak("section", { className: "resultaat", ariaLabel: "Doorgeven" },
      maak("h2", { id: "doorgeven" }, "Geef het door"),
      maak("p", { className: "hulp hersteld", hidden: true }, "Wat u eerder invulde, staat er nog. ", knop("Wis het en begin opnieuw", () => pagina.wis())),
      this.mis, this.anders, this.doorgeven, this.gelukt,
      maak("details", { className: "sectie" }, maak("summary", {}, maak("h3", {}, "Bekijk het bestand")), maak("div", { className: "sectie-inhoud" }, this.bestand, this.yaml)));
  }

  teken() {
    const { pagina } = this;
    const { formulier } = pagina;
    const fouten = pagina.fouten();
    const tekst = formulier.tekst();
    const verschillen = pagina.nieuw ? [] : formulier.verschillen();
    this.tekenFouten(fouten);
    this.anders.replaceChildren(...verschillen.map(({ naam, was, wordt }) => maak("li", {}, maak("b", {}, naam), maak("span", {}, ` ${was} → ${wordt}`))));
    const niets = !pagina.nieuw && !verschillen.length;
    if (niets) this.anders.append(maak("li", { className: "zacht" }, "U hebt nog niets veranderd."));
    this.doorgeven.hidden = niets;
    this.yaml.textContent = tekst;
    this.bestand.textContent = `Zo heet het: ${pagina.pad}. Zo staat het erin:`;
    this.uitweg.teken({ pad: pagina.pad, tekst, naam: pagina.naam, regels: pagina.nieuw ? tekst.trimEnd().split("\n") : verschillen.map(verschilRegel), klaar: !fouten.length });
  }

  tekenFouten(fouten) {
    this.mis.hidden = !fouten.length;
    const kop = fouten.length === 1 ? "Er is nog één ding nodig:" : `Er zijn nog ${fouten.length} dingen nodig:`;
    this.mis.replaceChildren(maak("p", {}, maak("b", {}, kop)), maak("ul", {}, ...fouten.map(({ veld, tekst }) => maak("li", {},
      maak("a", { href: "#", onclick: (event) => { event.preventDefault(); veld.toonFout(true); veld.focus(); } }, veld.titel), `: ${leesbaar(tekst)}`))));
  }
}

async function start(vak) {
  const vraag = new URLSearchParams(location.search);
  const id = vraag.get("wijzig")?.replace(/^\/|\/$/g, "");
  const { bron: adres, bestanden } = vak.dataset;
  const gegevens = { ...JSON.parse(await haalTekst(adres)), ...JSON.parse(vak.querySelector("script").textContent) };
  if (id && !gegevens.initiatieven.some((een) => een.id === id)) return zegNiet(vak, "Dit staat niet op de kaart. Misschien heet het nu anders.");
  const bron = id ? JSON.parse(await haalTekst(`${bestanden}${id.split("/")[0]}.json`))[id] : "";
  if (bron === undefined || (id && leesBestand(bron) === null)) return zegNiet(vak, "Dit bestand kunnen we hier niet openen. Mail de redactie wat er anders moet.");
  return new Pagina(vak, gegevens, { id, stap: vraag.get("stap"), bron });
}

function zegNiet(vak, zin) {
  vak.replaceChildren(maak("p", { className: "melding" }, zin, " ", maak("a", { href: location.pathname }, "Begin opnieuw")));
}

const vak = document.getElementById("meedoen");
if (vak) {
  const uitleg = document.getElementById("zonder-formulier");
  start(vak).then(() => { uitleg.hidden = true; vak.dataset.klaar = "ja"; vak.hidden = false; })
    .catch(() => { uitleg.hidden = false; });
}
