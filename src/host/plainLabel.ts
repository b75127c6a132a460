/** A name from the data as the label of a pick or a tree: `$(…)` in it is no icon. */
export function plainLabel(name: string): string {
  return name.replaceAll('$(', '\\$(');
}
