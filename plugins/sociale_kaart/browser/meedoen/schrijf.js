// YAML as a careful person writes it: no quotes that are not needed, short lists on one line, long text after a |.

const BREED = 110;
const STAP = "  ";
export const isBlok = (waarde) => typeof waarde === "object" && waarde !== null && !Array.isArray(waarde);

// A whole file.
export const schrijfBestand = (waarde, kop = "") => kop + schrijfBlok(waarde, "").map((regel) => `${regel}\n`).join("");

// A block as lines, each with the indentation before it. What is undefined is left out.
export function schrijfBlok(waarde, inspring) {
  return Object.entries(waarde).filter(([, een]) => een !== undefined).flatMap(([sleutel, een]) => schrijfPaar(sleutel, een, inspring));
}

export function schrijfPaar(sleutel, waarde, inspring) {
  const begin = `${inspring}${schrijfTekst(sleutel, true)}:`;
  if (isBlok(waarde)) return [begin, ...schrijfBlok(waarde, inspring + STAP)];
  if (Array.isArray(waarde)) return schrijfRij(waarde, begin, inspring);
  if (waarde.includes("\n")) return [`${begin} |`, ...schrijfRegels(waarde, inspring + STAP)];
  return [`${begin} ${schrijfTekst(waarde)}`];
}

function schrijfRij(waarde, begin, inspring) {
  if (waarde.some(isBlok)) return [begin, ...waarde.flatMap((een) => schrijfStreep(een, inspring + STAP))];
  if (waarde.length === 1) return [`${begin} ${schrijfTekst(waarde[0])}`];
  const kort = `${begin} ${schrijfHaken(waarde)}`;
  return kort.length <= BREED ? [kort] : [begin, ...waarde.map((een) => `${inspring}${STAP}- ${schrijfTekst(een)}`)];
}

// One block of a list: its first key after the dash.
export function schrijfStreep(waarde, inspring) {
  const regels = schrijfBlok(waarde, inspring + STAP);
  return [`${inspring}- ${regels[0].slice(inspring.length + STAP.length)}`, ...regels.slice(1)];
}

export const schrijfHaken = (waarde) => `[${waarde.map((een) => schrijfTekst(een, true)).join(", ")}]`;

export function schrijfRegels(waarde, inspring) {
  const regels = waarde.trim().split("\n").map((regel) => regel.replaceAll("\t", STAP).trimEnd());
  return regels.map((regel) => (regel ? inspring + regel : ""));
}

// `tussenHaken`: in a row, where commas and brackets mean something.
export function schrijfTekst(waarde, tussenHaken = false) {
  const tekst = waarde.replace(/\s+/g, " ").trim();
  const kaal = /^[^\s\-?:,[\]{}#&*!|>'"%@\x60~=<]/.test(tekst) || /^-[\d.]/.test(tekst);
  const bijzonder = /:(\s|$)|\s#/.test(tekst) || (tussenHaken && /[,[\]{}:]/.test(tekst.replace(/\b\d{1,2}:\d\d\b|https?:\/\//g, "")));
  if (kaal && !bijzonder && !/^(\.\.\.|null)$/i.test(tekst)) return tekst;
  return /["\\]/.test(tekst) ? `'${tekst.replaceAll("'", "''")}'` : `"${tekst}"`;
}
