/** A number as people type it: with a point or a comma, with a sign. Null when it is empty, undefined when it is none. */
export function numberOf(text: string): number | null | undefined {
  const plain = text.trim().replace('−', '-').replace(',', '.');
  if (plain === '') return null;
  if (!/^[+-]?(\d+(?:\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}
