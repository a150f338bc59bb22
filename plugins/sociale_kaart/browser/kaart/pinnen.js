// The pins of a map: places, streets, whole kernen, and the groups that stand for several.

const TEKST = {
  groep: (aantal) => `${aantal} plekken, inzoomen`,
  groepOpEenPlek: (aantal) => `${aantal} plekken op één adres, tonen`,
};
const CIRKELS = ["rood", "oranje", "geel", "groen", "blauw"];
const DORP = "kern"; // a whole kern instead of one place in it: its name stands beside it
const STRAAL_GEBIED = 120; // metres
const KLEINSTE_STRAAL = 14; // pixels: far out, a street must still be large enough to tap

const L = window.L;
export const heeftDorpen = (pins) => pins.some((pin) => pin.cirkel === DORP);
export const rustig = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
export const metVinger = () => window.matchMedia("(pointer: coarse)").matches;

export function zetPinnen(kaart, pins) {
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
