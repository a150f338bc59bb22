// Which calls for volunteers are shown: those that have everything that was ticked.

const vak = document.querySelector("[data-wensen]");
const totaal = document.querySelector("[data-oproepen-aantal]");
const woord = (aantal) => `${aantal} ${aantal === 1 ? "oproep" : "oproepen"}`;

function toon() {
  const wil = [...vak.querySelectorAll(":checked")].map(({ value }) => value);
  let over = 0;
  for (const dorp of document.querySelectorAll("[data-dorp]")) {
    let hier = 0;
    for (const oproep of dorp.querySelectorAll("[data-wens]")) {
      const heeft = oproep.dataset.wens.split(" ");
      oproep.hidden = !wil.every((een) => heeft.includes(een));
      if (!oproep.hidden) hier += 1;
    }
    dorp.querySelector("[data-tel]").textContent = hier ? woord(hier) : wil.length ? "geen die past" : "nu geen";
    dorp.querySelector("[data-niets]").hidden = hier > 0 || wil.length > 0;
    over += hier;
  }
  totaal.textContent = wil.length ? `${woord(over)} ${over === 1 ? "past" : "passen"} bij u.` : alles;
}

const alles = totaal?.textContent;
if (vak) {
  vak.hidden = false;
  vak.addEventListener("change", toon);
  if (vak.querySelector(":checked")) toon(); // kept by the browser on the way back
}
