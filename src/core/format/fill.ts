/** Fills `{0}`, `{1}` … of a label in one pass: braces inside a filled-in value (a column named "{1}") stay as they are. */
export function fill(template: string, ...values: readonly string[]): string {
  let filled = '';
  let from = 0;
  // Without a regular expression: a heatmap fills thousands of names while one scrolls.
  for (let at = template.indexOf('{'); at >= 0; at = template.indexOf('{', at + 1)) {
    const value = template[at + 2] === '}' && isDigit(template[at + 1]) ? values[Number(template[at + 1])] : undefined;
    if (value === undefined) continue;
    filled += template.slice(from, at) + value;
    from = at + 3;
  }
  return filled + template.slice(from);
}

function isDigit(sign: string | undefined): boolean {
  return sign !== undefined && sign >= '0' && sign <= '9';
}
