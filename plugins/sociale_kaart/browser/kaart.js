// Makes a map of every [data-kaart]: reads the pins beside it as JSON and draws them with Leaflet (window.L).
// Everything on it is also on the page as text, so a page without this script lacks nothing but the picture.
//
//   element.dispatchEvent(new CustomEvent("kaart:toon", { detail: { id } }))   opens that pin
//   element.dispatchEvent(new CustomEvent("kaart:pinnen", { detail: { pins } }))   shows these instead
//   element.addEventListener("kaart:gekozen", e => e.detail.id)                tells which pin was opened
//   element.dataset.klaar === "ja"                                             its pins stand

const TEKST = {
  inzoomen: "Inzoomen",
  uitzoomen: "Uitzoomen",
  sluiten: "Sluiten",
  bedienen: "Kaart. Verschuiven met de pijltjes, zoomen met plus en min.",
  groep: (aantal) => `${aantal} plekken, inzoomen`,
  groepOpEenPlek: (aantal) => `${aantal} plekken op één adres, tonen`,
  gebied: "Ergens in deze straat. Het huisnummer staat er niet bij.",
};

const CIRKELS = ["rood", "oranje", "geel", "groen", "blauw"];
const DORP = "kern"; // a whole kern instead of one place in it: its name stands beside it
const STRAAL_GEBIED = 120; // metres
const RAND = { paddingTopLeft: [24, 32], paddingBottomRight: [24, 72] }; // pixels; the buttons are at the bottom
const RAND_DORPEN = { paddingTopLeft: [24, 24], paddingBottomRight: [96, 84] }; // names stand to the right
const KLEINSTE_STRAAL = 14; // pixels: far out, a street must still be large enough to tap

const L = window.L;
const heeftDorpen = (pins) => pins.some((pin) => pin.cirkel === DORP);
const rustig = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
const metVinger = () => window.matchMedia("(pointer: coarse)").matches;

export function tekenKaarten(wortel = document) {
  for (const element of wortel.querySelectorAll("[data-kaart]:not([data-klaar])")) tekenKaart(element);
}

function tekenKaart(element) {
  const gegevens = JSON.parse(element.querySelector("script[type='application/json']").textContent);
  const vlak = element.querySelector(".kaart-vlak");
  element.hidden = false;
  const kaart = maakKaart(vlak, gegevens);
  const toon = luisterNaarPinnen(element, kaart);
  let weg = toon(zetPinnen(kaart, gegevens.pins));
  element.addEventListener("kaart:pinnen", ({ detail }) => {
    weg();
    weg = toon(zetPinnen(kaart, detail.pins));
    element.dataset.punten = String(detail.pins.length);
    if (detail.pins.length) kaart.fitBounds(detail.pins.map(({ lat, lon }) => [lat, lon]), { ...RAND, maxZoom: gegevens.opties.zoom, animate: false });
  });
  maakKnoppen(element, kaart);
  alleenAlsGebruikt(element, kaart);
  pasBijZichtbaar(vlak, kaart, gegevens, tegels(element, kaart, gegevens));
  element.dataset.klaar = "ja";
}

function maakKaart(vlak, { opties, middelpunt, pins }) {
  const beweegt = !rustig();
  const kaart = L.map(vlak, {
    ...opties,
    center: middelpunt,
    attributionControl: false,
    zoomSnap: heeftDorpen(pins) ? 0.25 : 1, // a whole municipality rarely fits a whole step
    fadeAnimation: beweegt,
    zoomAnimation: beweegt,
    markerZoomAnimation: beweegt,
    inertia: beweegt,
  });
  if (!beweegt) kaart.panBy = (stap, keuze) => L.Map.prototype.panBy.call(kaart, stap, { ...keuze, animate: false });
  L.control
    .zoom({ position: "bottomleft", zoomInTitle: TEKST.inzoomen, zoomOutTitle: TEKST.uitzoomen })
    .addTo(kaart);
  vlak.setAttribute("role", "group");
  vlak.setAttribute("aria-label", TEKST.bedienen);
  return kaart;
}

// Tiles and their source. Returns what to do once the map is visible.
function tegels(element, kaart, { tegels: wanneer, laag }) {
  const leg = () => {
    L.tileLayer(laag.adres, laag.opties).addTo(kaart);
    L.control.attribution({ prefix: false }).addTo(kaart);
  };
  if (wanneer === "direct") return leg;
  const vraag = element.querySelector(".kaart-vraag");
  vraag?.querySelector("button").addEventListener("click", () => {
    vraag.remove();
    leg();
    kaart.getContainer().focus({ preventScroll: true });
  });
  return () => {};
}

// A map in a closed <details> looks at its pins, and fetches tiles, when it is first seen.
function pasBijZichtbaar(vlak, kaart, { grenzen, opties, pins }, legTegels) {
  let gepast = false;
  const pas = () => {
    if (!isZichtbaar(vlak)) return;
    kaart.invalidateSize({ pan: false });
    if (gepast) return;
    gepast = true;
    if (grenzen) kaart.fitBounds(grenzen, { ...(heeftDorpen(pins) ? RAND_DORPEN : RAND), maxZoom: opties.zoom, animate: false });
    legTegels();
  };
  pas();
  new ResizeObserver(pas).observe(vlak);
}

// Browsers that hide with content-visibility still give a hidden element its width.
function isZichtbaar(vlak) {
  return vlak.clientWidth > 0 && (vlak.checkVisibility?.() ?? true);
}

// Pins

function zetPinnen(kaart, pins) {
  const groep = L.markerClusterGroup({
    maxClusterRadius: heeftDorpen(pins) ? 1 : metVinger() ? 44 : 34,
    showCoverageOnHover: false,
    animate: !rustig(),
    spiderLegPolylineOptions: { className: "kaart-poot", weight: 1.5 },
    iconCreateFunction: groepsteken,
  });
  const lagen = new Map();
  lagen.groep = groep;
  for (const pin of pins) lagen.set(pin.id, pin.gebied ? gebied(kaart, pin) : punt(kaart, groep, pin));
  const punten = pins.filter((pin) => !pin.gebied).map((pin) => lagen.get(pin.id).laag);
  groep.addLayers(punten.reverse()); // it draws the last first; Tab follows the list where it can
  kaart.addLayer(groep);
  return lagen;
}

// A div that has a name, which Leaflet's own lacks.
const Teken = L?.DivIcon.extend({
  createIcon(oud) {
    const div = L.DivIcon.prototype.createIcon.call(this, oud);
    div.setAttribute("aria-label", this.options.naam);
    div.textContent = this.options.tekst ?? "";
    return div;
  },
});

function opEenPlek(groep) {
  const grenzen = groep.getBounds();
  return grenzen.getSouthWest().equals(grenzen.getNorthEast());
}

function groepsteken(groep) {
  const aantal = groep.getChildCount();
  return new Teken({
    className: "kaart-groep",
    iconSize: [44, 44],
    tekst: String(aantal),
    naam: (opEenPlek(groep) ? TEKST.groepOpEenPlek : TEKST.groep)(aantal),
  });
}

const kleur = (pin) => `kaart-${[...CIRKELS, DORP].includes(pin.cirkel) ? pin.cirkel : "onbekend"}`;

function punt(kaart, groep, pin) {
  const icon = new Teken({ className: `kaart-punt ${kleur(pin)}`, iconSize: pin.cirkel === DORP ? [20, 20] : [28, 28], naam: pin.naam });
  const laag = L.marker([pin.lat, pin.lon], { icon, title: pin.naam });
  if (pin.cirkel === DORP) {
    const bordje = document.createElement("span");
    bordje.textContent = pin.naam;
    bordje.ariaHidden = "true"; // the pin itself bears the name already
    laag.on("tooltipopen", ({ tooltip }) => tooltip.getElement().removeAttribute("role"));
    laag.bindTooltip(bordje, { permanent: true, direction: "right", offset: [8, 0], className: "kaart-bordje" });
  }
  return { pin, laag, zichtbaar: (dan) => haalUitGroep(kaart, groep, laag, dan) };
}

// Opens the group around a pin, no closer than needed: the plugin's own way ends where no street name is in sight.
function haalUitGroep(kaart, groep, laag, dan) {
  const zichtbaar = groep.getVisibleParent(laag); // null when out of view
  const zoom = Math.min(zoomBuitenGroep(laag), kaart.getMaxZoom());
  const verder = () => haalUitGroep(kaart, groep, laag, dan);
  if (zichtbaar === laag) {
    dan();
  } else if (zichtbaar && kaart.getZoom() >= zoom) {
    groep.once("spiderfied", dan);
    zichtbaar.spiderfy();
  } else {
    if (kaart.getZoom() < zoom) groep.once("animationend", verder);
    else kaart.once("moveend", verder);
    kaart.setView(laag.getLatLng(), Math.max(zoom, kaart.getZoom()));
  }
}

// From where a pin stands alone, or with no others than those at its own address.
function zoomBuitenGroep(laag) {
  let zoom = laag.__parent._zoom + 1;
  for (let groep = laag.__parent; groep && opEenPlek(groep); groep = groep.__parent) zoom = groep._zoom;
  return zoom;
}

function gebied(kaart, pin) {
  const laag = L.circle([pin.lat, pin.lon], { radius: STRAAL_GEBIED, className: `kaart-gebied ${kleur(pin)}` });
  const grootGenoeg = () => {
    const hier = kaart.latLngToLayerPoint(laag.getLatLng());
    const opzij = kaart.layerPointToLatLng(hier.add([KLEINSTE_STRAAL, 0]));
    laag.setRadius(Math.max(STRAAL_GEBIED, kaart.distance(laag.getLatLng(), opzij)));
  };
  laag.addTo(kaart);
  grootGenoeg();
  kaart.on("zoomend", grootGenoeg);
  laag.on("remove", () => kaart.off("zoomend", grootGenoeg));
  const pad = laag.getElement();
  pad.setAttribute("tabindex", "0");
  pad.setAttribute("role", "button");
  pad.setAttribute("aria-label", pin.naam);
  return { pin, laag, zichtbaar: (dan) => dan() };
}

// Popups

// Returns what makes pins listen; that in turn returns what takes them away.
function luisterNaarPinnen(element, kaart) {
  let blad = null;
  let lagen = new Map();
  const sluit = () => {
    const waarheen = blad.terug();
    blad.popup.remove();
    (waarheen?.isConnected ? waarheen : kaart.getContainer()).focus({ preventScroll: true });
  };
  const open = ({ pin, laag }, terug) => {
    const popup = maakPopup(laag, pin, sluit).openOn(kaart);
    blad = { popup, terug };
    popup.getElement().querySelector(".kaart-naam").focus({ preventScroll: true });
    element.dispatchEvent(new CustomEvent("kaart:gekozen", { bubbles: true, detail: { id: pin.id } }));
  };
  element.addEventListener("kaart:toon", ({ detail }) => {
    const plek = lagen.get(detail.id);
    if (!plek) return;
    const vanwaar = document.activeElement;
    const terug = () => (vanwaar === document.body ? plek.laag.getElement() : vanwaar);
    plek.zichtbaar(() => open(plek, terug));
  });
  element.addEventListener("keydown", (toets) => {
    if (toets.key === "Escape" && blad?.popup.isOpen()) sluit();
  });
  return (nieuwe) => {
    lagen = nieuwe;
    for (const plek of nieuwe.values()) plek.laag.on("click", () => open(plek, () => plek.laag.getElement()));
    return () => {
      kaart.closePopup();
      nieuwe.groep.remove();
      for (const { pin, laag } of nieuwe.values()) if (pin.gebied) laag.remove();
    };
  };
}

function maakPopup(laag, pin, sluiten) {
  const boven = pin.gebied ? 0 : -8;
  const popup = L.popup({ closeButton: false, minWidth: 200, maxWidth: 260, offset: [0, boven] });
  popup.setLatLng(laag.getLatLng()).setContent(inhoud(pin, sluiten));
  popup.on("add", () => {
    popup.getElement().setAttribute("role", "dialog");
    popup.getElement().setAttribute("aria-label", pin.naam);
  });
  return popup;
}

// Names come from many hands: they are set as text, never as HTML.
function inhoud(pin, sluiten) {
  const adres = veiligAdres(pin.url);
  const naam = maak(adres ? "a" : "strong", "kaart-naam", pin.naam);
  if (adres) naam.href = adres;
  else naam.tabIndex = -1;
  const knop = maak("button", "kaart-sluit", TEKST.sluiten);
  knop.type = "button";
  knop.addEventListener("click", sluiten);
  const div = maak("div", "kaart-blad", "");
  div.append(naam);
  if (pin.regel) div.append(maak("p", "kaart-regel", pin.regel));
  if (pin.gebied) div.append(maak("p", "kaart-regel", TEKST.gebied));
  div.append(knop);
  return div;
}

function maak(soort, klasse, tekst) {
  const element = document.createElement(soort);
  element.className = klasse;
  element.textContent = tekst;
  return element;
}

function veiligAdres(adres) {
  try {
    const { href, protocol } = new URL(adres, document.baseURI);
    return ["http:", "https:", document.location.protocol].includes(protocol) ? href : null;
  } catch {
    return null;
  }
}

// Keyboard, wheel and finger

// Pins, groups and Leaflet's own links are buttons in name; here they also take Enter and Space.
function maakKnoppen(element, kaart) {
  element.addEventListener("keydown", (toets) => {
    const knop = toets.target.closest(".kaart-vlak [role='button']");
    if (!knop || (toets.key !== "Enter" && toets.key !== " ")) return;
    toets.preventDefault();
    // A group goes away when it opens; without this the keyboard would start again at the top of the page.
    if (knop.classList.contains("kaart-groep")) kaart.getContainer().focus({ preventScroll: true });
    knop.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  });
}

// The page must scroll on past the map. So the wheel zooms, and one finger moves the map, only while the map is in
// use: from a click, a tap or focus on it, until one elsewhere. Two fingers always move it, as do the buttons.
function alleenAlsGebruikt(element, kaart) {
  const handeling = metVinger() ? kaart.dragging : kaart.scrollWheelZoom;
  const zet = (aan) => {
    element.toggleAttribute("data-actief", aan);
    if (aan) handeling.enable();
    else handeling.disable();
  };
  const buiten = (doel) => !element.contains(doel);
  zet(false);
  element.addEventListener("click", () => zet(true));
  element.addEventListener("focusin", () => zet(true));
  element.addEventListener("focusout", (gebeurtenis) => buiten(gebeurtenis.relatedTarget) && zet(false));
  document.addEventListener("pointerdown", (gebeurtenis) => buiten(gebeurtenis.target) && zet(false));
}

if (L?.markerClusterGroup) tekenKaarten();
