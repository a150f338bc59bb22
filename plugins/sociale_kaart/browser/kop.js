// The header: the menu on a phone, and the choice between light and dark colours. Without it the menu is open.
const knop = document.querySelector(".menuknop");
const menu = document.getElementById("menu");
if (knop && menu) {
  knop.hidden = false;
  const zet = (open) => {
    knop.setAttribute("aria-expanded", String(open));
    menu.classList.toggle("open", open);
  };
  knop.addEventListener("click", () => zet(knop.getAttribute("aria-expanded") !== "true"));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.classList.contains("open")) {
      zet(false);
      knop.focus();
    }
  });
}

const kleuren = document.querySelector(".kleuren");
if (kleuren) {
  const wortel = document.documentElement;
  const donkerApparaat = matchMedia("(prefers-color-scheme: dark)");
  const donker = () => (wortel.dataset.kleuren ? wortel.dataset.kleuren === "donker" : donkerApparaat.matches);
  const toon = () => { kleuren.textContent = donker() ? "Lichte kleuren" : "Donkere kleuren"; };
  kleuren.hidden = false;
  toon();
  donkerApparaat.addEventListener("change", toon);
  kleuren.addEventListener("click", () => {
    wortel.dataset.kleuren = donker() ? "licht" : "donker";
    try { localStorage.setItem("kleuren", wortel.dataset.kleuren); } catch { /* private mode: only for this page */ }
    toon();
  });
}
