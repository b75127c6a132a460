/** Usable column names: empty ones become `column0` (by place), repeated ones get a number behind (`a`, `a_1`). */
export function headerNames(
  first: readonly string[],
  header: boolean,
): { readonly names: readonly string[]; readonly repeated: readonly string[] } {
  const names: string[] = [];
  const repeated: string[] = [];
  const taken = new Set(header ? first : []);
  const used = new Set<string>();
  first.forEach((field, i) => {
    let name = header ? field.trim() : '';
    if (name === '') name = `column${i}`;
    if (used.has(name)) {
      repeated.push(name);
      let number = 1;
      while (used.has(`${name}_${number}`) || taken.has(`${name}_${number}`)) number++;
      name = `${name}_${number}`;
    }
    used.add(name);
    names.push(name);
  });
  return { names, repeated };
}
