// From the schema of the format to what kind of field asks for a key. A key that is new in the schema is here too.

const VEEL = 40;
const isNull = (soort) => soort.type === "null";
const naamVan = (verwijzing) => verwijzing.$ref?.split("/").at(-1);

// `schema`: of one key; `wortel`: the whole, where its references lead.
export function soortVan(sleutel, schema, wortel, verplicht = false) {
  const open = (een) => (een.$ref ? wortel.definitions[naamVan(een)] : een);
  const delen = (schema.anyOf ?? [schema]).filter((een) => !isNull(een));
  const basis = {
    sleutel, verplicht, titel: schema.title ?? sleutel, uitleg: schema.description, voorbeeld: voorbeeldVan(schema),
  };
  if (delen.some((een) => naamVan(een) === "Openingstijden")) return { ...basis, vorm: "openingstijden", week: blokVelden(wortel.definitions.Week, wortel), dag: wortel.definitions.Week.properties.maandag.anyOf };
  const soorten = delen.filter((een) => een.type !== "array").map(open);
  const rij = delen.find((een) => een.type === "array");
  const blok = soorten.find((een) => een.properties);
  const woorden = soorten.find((een) => een.enum);
  const vorm = soorten.find((een) => een["x-vorm"])?.["x-vorm"] ?? schema["x-vorm"];
  const kern = { ...basis, soorten, keuzes: woorden && keuzesVan(woorden) };
  if (blok && rij) return { ...kern, vorm: "rij", velden: blokVelden(blok, wortel) };
  if (blok) return { ...kern, vorm: woorden ? "woord-of-blok" : "blok", velden: blokVelden(blok, wortel) };
  if (woorden?.enum.join() === "ja,nee") return { ...kern, vorm: "ja-nee" };
  if (vorm === "dagen" || vorm === "punt") return { ...kern, vorm };
  const enkel = vorm ?? (woorden ? "keuze" : "regel");
  if (!rij) return { ...kern, vorm: enkel };
  const losWoorden = sleutel === "niet_in";
  return woorden && woorden.enum.length <= VEEL ? { ...kern, vorm: "meerkeuze", losWoorden } : { ...kern, vorm: "meer", enkel };
}

export function blokVelden(blok, wortel) {
  const dagen = blok === wortel.definitions.Week ? Object.keys(blok.properties).filter((sleutel) => !["seizoen", "niet_in", "opmerking"].includes(sleutel)) : [];
  return Object.entries(blok.properties).filter(([sleutel]) => !dagen.includes(sleutel))
    .map(([sleutel, schema]) => soortVan(sleutel, schema, wortel, Boolean(blok.required?.includes(sleutel))));
}

function keuzesVan({ enum: woorden, enumNames: namen, enumDescriptions: uitleg }) {
  const gewoon = (woord) => woord.charAt(0).toUpperCase() + woord.slice(1).replaceAll("-", " ");
  return woorden.map((waarde, i) => ({ waarde, naam: namen?.[i] ?? (namen || !uitleg ? gewoon(waarde) : uitleg[i]), uitleg: namen ? uitleg?.[i] : undefined }));
}

function voorbeeldVan(schema) {
  const { examples, anyOf } = schema;
  const voorbeeld = examples?.[0];
  const tekst = Array.isArray(voorbeeld) ? voorbeeld.join(", ") : voorbeeld;
  const kiest = [schema, ...(anyOf ?? [])].some((een) => een.$ref || een.enum || een["x-vorm"]?.match(/^(?!tekst|punt)/));
  return tekst === undefined || typeof tekst === "object" || kiest ? "" : String(tekst);
}
