// Elements from values. Text is only ever set as text: names and questions come from many hands.

export function maak(soort, eigenschappen = {}, ...kinderen) {
  const element = Object.assign(document.createElement(soort), eigenschappen);
  element.append(...kinderen.filter((kind) => kind !== "" && kind !== null && kind !== undefined && kind !== false));
  return element;
}
