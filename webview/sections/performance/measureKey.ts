/** What tells a measure from the others of a report: its name and cut-off. */
export function measureKey({ current }: { readonly current: { readonly name: string; readonly at: number | null } }): string {
  return current.at === null ? current.name : `${current.name}@${current.at}`;
}

/** Id of what opens a measure in the table of measures. */
export function measureId(key: string): string {
  return `measure-${key}`;
}
