/** Words of a program that has lost a value, and places that were not filled. */
const lost = /\bNaN\b|\bundefined\b|\[object [A-Z]\w*\]|\bInfinity\b|\{\d\}|\bnull\b|(?<![\w.-])-0(?![\w.-])/g;

/** What the product says about such values, and means. */
const meant = [/Nulls and NaN together/g, /空值与 NaN 合计/g];

/** Lost values in an output that people or programs read. */
export function junkIn(output: string): string[] {
  const rest = meant.reduce((text, said) => text.replace(said, ''), output);
  return [...rest.matchAll(lost)].map((match) => `“${rest.slice(Math.max(0, match.index - 30), match.index + 30).replace(/\s+/g, ' ')}”`);
}
