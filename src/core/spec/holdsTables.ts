import { type FileFormat, formatFacts, formatNames } from '../data/dataFormats.ts';

/** Ends of names of files that hold tables. */
const known: readonly string[] = formatNames
  .map(formatFacts)
  .flatMap(({ tables, offered, alsoRead }) => (tables ? [...offered, ...alsoRead].map((suffix) => `.${suffix}`) : []));

/** Whether a file of this name holds tables, of which one is meant: by a known end, or by what `suffixes` say. */
export function holdsTables(path: string, suffixes: Readonly<Record<string, FileFormat>> = {}): boolean {
  const lower = path.toLowerCase();
  const own = Object.keys(suffixes).find((end) => lower.endsWith(end));
  return own === undefined ? known.some((end) => lower.endsWith(end)) : formatFacts(suffixes[own]!).tables;
}
