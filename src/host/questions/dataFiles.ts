/** Suffixes offered in pickers; the manifest's menus show for the same ones. */
export const dataSuffixes = [
  'csv',
  'tsv',
  'json',
  'jsonl',
  'ndjson',
  'parquet',
  'pq',
  'parq',
  'pqt',
  'arrow',
  'arrows',
  'ipc',
  'feather',
] as const;

const dataName = /\.(?:(?:csv|tsv|txt|json|jsonl|ndjson)(?:\.(?:gz|zst))?|parquet|pq|parq|pqt|arrow|arrows|ipc|feather)$/i;

/** Whether a file of this name may hold a table, by its known end or one of `more` (as `.dat`). */
export function isDataFile(name: string, more: Iterable<string> = []): boolean {
  const plain = name.toLowerCase().replace(/\.(?:gz|zst)$/, '');
  return dataName.test(name) || [...more].some((suffix) => plain.endsWith(suffix));
}

/** The part of a file name that says its format: `csv` of `a.csv.gz`, `parquet` of `x.PARQUET`. */
export function dataSuffix(name: string): string {
  return /\.([a-z]+)(?:\.(?:gz|zst))?$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}
