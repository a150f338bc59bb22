// What a pin tells when it is opened, and where the keyboard goes when it closes.

const TEKST = {
  sluiten: "Sluiten",
  gebied: "Ergens in deze straat. Het huisnummer staat er niet bij.",
};

const L = window.L;

// Returns what makes pins listen; that in turn returns what takes them away.
export function luisterNaarPinnen(element, kaart) {
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
