/** The lines of a tooltip: a field of the datum each, and what it is. */
export function tip(...lines: readonly (readonly [field: string, title: string])[]): object[] {
  return lines.map(([field, title]) => ({ field, type: 'nominal', title }));
}
