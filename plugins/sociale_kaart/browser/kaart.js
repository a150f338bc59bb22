// Makes a map of every [data-kaart]: reads the pins beside it as JSON and draws them with Leaflet (window.L).
// Everything on it is also on the page as text, so a page without this script lacks nothing but the picture.
//
//   element.dispatchEvent(new CustomEvent("kaart:toon", { detail: { id } }))   opens that pin
//   element.dispatchEvent(new CustomEvent("kaart:pinnen", { detail: { pins } }))   shows these instead
//   element.addEventListener("kaart:gekozen", e => e.detail.id)                tells which pin was opened
//   element.dataset.klaar === "ja"                                             its pins stand

import { heeftDorpen, metVinger, rustig, zetPinnen } from "./kaart/pinnen.js";
import { luisterNaarPinnen } from "./kaart/popup.js";

const TEKST = {
  inzoomen: "Inzoomen",
  uitzoomen: "Uitzoomen",
  bedienen: "Kaart. Verschuiven met de pijltjes, zoomen met plus en min.",
};

const RAND = { paddingTopLeft: [24, 32], paddingBottomRight: [24, 72] }; // pixels; the buttons are at the bottom
const RAND_DORPEN = { paddingTopLeft: [24, 24], paddingBottomRight: [96, 84] }; // names stand to the right

const L = window.L;

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
