/** Fills `{0}`, `{1}` … of a label in one pass: braces inside a filled-in value (a column named "{1}") stay as they are. */
export function fill(template: string, ...values: readonly string[]): string {
  return template.replace(/\{(\d)\}/g, (whole, index: string) => values[Number(index)] ?? whole);
}
