// Which class makes which kind of field.

import { Datum, Dagen, Herhaling, JaNee, Keuze, Meerkeuze, Punt, Regel, Seizoen, Tekst, Tijd, Verwijzing } from "./enkel.js";
import { Openingstijden } from "./openingstijden.js";
import { Blok, Meer, Rij, WoordOfBlok } from "./samen.js";

const VORMEN = {
  regel: Regel, tekst: Tekst, punt: Punt, datum: Datum, tijd: Tijd, keuze: Keuze, verwijzing: Verwijzing, herhaling: Herhaling,
  seizoen: Seizoen, "ja-nee": JaNee, "ja-nee-of-tekst": JaNee, meerkeuze: Meerkeuze, dagen: Dagen, meer: Meer, blok: Blok,
  "woord-of-blok": WoordOfBlok, rij: Rij, openingstijden: Openingstijden,
};

// `plek`: the initiatives and kernen to choose from, and `veranderd()`, called when something changed by a button.
export function maker(plek) {
  const hier = { ...plek, maak };
  function maak(soort) {
    const Vorm = VORMEN[soort.vorm] ?? Regel;
    const veld = new Vorm({ ...soort, ofTekst: soort.vorm === "ja-nee-of-tekst" }, hier);
    veld.luister();
    return veld;
  }
  return maak;
}
