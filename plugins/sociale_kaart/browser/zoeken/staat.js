// What is asked and chosen, as it stands in the address: a professional can send it, and Back works.

export const NAMEN = ["kern", "thema", "voor", "soort", "dag", "open", "gratis", "indicatie", "rolstoel", "taal"];

export function lees(zoekdeel = location.search) {
  const vraag = new URLSearchParams(zoekdeel);
  const keuzes = Object.fromEntries(NAMEN.map((naam) => [naam, [...new Set(vraag.getAll(naam).filter(Boolean))]]));
  return { q: vraag.get("q") ?? "", keuzes, bij: vraag.get("bij") ?? "", gedeeld: (vraag.get("bewaard") ?? "").split(",").filter(Boolean) };
}

export function adres({ q, keuzes, bij, gedeeld }) {
  const vraag = new URLSearchParams();
  if (q) vraag.set("q", q);
  for (const naam of NAMEN) for (const waarde of keuzes[naam]) vraag.append(naam, waarde);
  if (bij && bij !== "hier") vraag.set("bij", bij); // one's own place never goes into an address
  if (gedeeld.length) vraag.set("bewaard", gedeeld.join(","));
  const tekst = vraag.toString();
  return location.pathname + (tekst && `?${tekst}`);
}

export const isLeeg = ({ q, keuzes, bij }) => !q.trim() && !bij && NAMEN.every((naam) => !keuzes[naam].length);

// With one value more, or without it if it was there.
export function gewisseld(staat, naam, waarde, aan) {
  const zonder = staat.keuzes[naam].filter((een) => een !== waarde);
  return { ...staat, keuzes: { ...staat.keuzes, [naam]: aan ? [...zonder, waarde] : zonder } };
}
