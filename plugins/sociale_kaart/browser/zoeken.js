// A plain filter over the list that is on the page: every word must stand somewhere in a card.
// The state is in the address (?q=…&kern=…), so that a search can be sent and the back button works.

const vak = document.getElementById("zoek");
const lijst = document.getElementById("resultaten");
const aantal = document.getElementById("aantal");
const niets = document.getElementById("niets");

const gewoon = (tekst) => tekst.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const woorden = JSON.parse(document.getElementById("zoekwoorden").textContent);
const kaartjes = [...lijst.querySelectorAll("[data-id]")].map((element) => ({
  element, tekst: gewoon(`${element.textContent} ${woorden[element.dataset.id]?.[0] ?? ""}`),
  kernen: woorden[element.dataset.id]?.[1] ?? [],
}));

function zoek() {
  const vraag = new URLSearchParams(location.search);
  const q = vraag.get("q") ?? "";
  const kernen = vraag.getAll("kern");
  const stukken = gewoon(q).split(/[^\p{L}\p{N}]+/u).filter((woord) => woord.length > 1);
  let gevonden = 0;
  for (const { element, tekst, kernen: van } of kaartjes) {
    const past = stukken.every((woord) => tekst.includes(woord)) && (!kernen.length || kernen.some((kern) => van.includes(kern)));
    element.hidden = !past;
    gevonden += past;
  }
  aantal.textContent = gevonden === 1 ? "1 plek gevonden." : `${gevonden} plekken ${q || kernen.length ? "gevonden" : "in heel de gemeente"}.`;
  niets.hidden = gevonden > 0;
  lijst.dataset.aantal = String(gevonden);
  lijst.dataset.klaar = "ja";
}

function opnieuw() {
  vak.value = new URLSearchParams(location.search).get("q") ?? "";
  zoek();
}

vak.addEventListener("input", () => {
  const vraag = new URLSearchParams(location.search);
  vak.value ? vraag.set("q", vak.value) : vraag.delete("q");
  history.replaceState(null, "", `${location.pathname}${vraag.size ? `?${vraag}` : ""}`);
  zoek();
});
vak.form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("popstate", opnieuw);
opnieuw();
