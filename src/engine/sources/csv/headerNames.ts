/** Usable column names: blanks around them go, empty ones become `column0` (by place), repeated ones get a number behind (`a`, `a_1`). */
export function headerNames(
  first: readonly string[],
  header: boolean,
): { readonly names: readonly string[]; readonly repeated: readonly string[]; readonly trimmed: readonly string[] } {
  const names: string[] = [];
  const repeated: string[] = [];
  const trimmed: string[] = [];
  const taken = new Set(header ? first : []);
  const used = new Set<string>();
  /** The number to try next for a name: counting from 1 each time would take the square of the columns. */
  const next = new Map<string, number>();
  first.forEach((field, i) => {
    let name = header ? field.trim() : '';
    if (name === '') name = `column${i}`;
    else if (header && name !== field) trimmed.push(name);
    if (used.has(name)) {
      repeated.push(name);
      let number = next.get(name) ?? 1;
      while (used.has(`${name}_${number}`) || taken.has(`${name}_${number}`)) number++;
      next.set(name, number + 1);
      name = `${name}_${number}`;
    }
    used.add(name);
    names.push(name);
  });
  return { names, repeated, trimmed };
}
