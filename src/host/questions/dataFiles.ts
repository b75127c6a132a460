import { formatFacts, formatNames } from '../../core/data/dataFormats.ts';

/** Ends of file names that are offered in pickers; the manifest's menus show for the same ones. */
export const dataSuffixes: readonly string[] = formatNames.flatMap((format) => formatFacts(format).offered);

/** Those that are offered packed, too, without the end that says so. */
export const packedSuffixes: readonly string[] = formatNames.flatMap((format) => {
  const { packed, offered } = formatFacts(format);
  return packed ? offered : [];
});

const ends = (packed: boolean): readonly string[] =>
  formatNames
    .map(formatFacts)
    .filter((facts) => facts.packed || !packed)
    .flatMap(({ offered, alsoRead }) => [...offered, ...alsoRead].map((suffix) => `.${suffix}`));
const plainEnds = ends(false);
const packedEnds = ends(true);

/** Whether a file of this name may hold a table, by its known end or one of `more` (as `.dat`). */
export function isDataFile(name: string, more: Iterable<string> = []): boolean {
  const lower = name.toLowerCase();
  const plain = lower.replace(/\.(?:gz|zst)$/, '');
  return [...(plain === lower ? plainEnds : packedEnds), ...more].some((suffix) => plain.endsWith(suffix));
}

/** The part of a file name that says its format: `csv` of `a.csv.gz`, `parquet` of `x.PARQUET`. */
export function dataSuffix(name: string): string {
  return /\.([a-z]+)(?:\.(?:gz|zst))?$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}
