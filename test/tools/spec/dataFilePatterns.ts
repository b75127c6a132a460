import { formatFacts, formatNames } from '../../../src/core/data/dataFormats.ts';

interface MenuEntry {
  readonly when?: string;
}

/** Ends of names of files that are open in an editor for other reasons most of the time. */
const everyday = new Set(['json']);

/** The menus of package.json with the pattern of data files in them as `src/core/data/dataFormats.ts` has them. */
export function dataFilePatterns<E extends MenuEntry>(menus: Readonly<Record<string, readonly E[]>>): Record<string, readonly E[]> {
  return Object.fromEntries(
    Object.entries(menus).map(([menu, entries]) => {
      const pattern = patternOf(menu === 'editor/title' ? everyday : new Set());
      const patterned = entries.map((entry) =>
        entry.when === undefined
          ? entry
          : { ...entry, when: entry.when.replace(/resourceFilename =~ \/.*?\/i/g, () => `resourceFilename =~ /${pattern}/i`) },
      );
      return [menu, patterned];
    }),
  );
}

function patternOf(without: ReadonlySet<string>): string {
  const ends = (packed: boolean): string =>
    formatNames
      .map(formatFacts)
      .filter((facts) => facts.packed === packed)
      .flatMap(({ offered }) => offered)
      .filter((suffix) => !without.has(suffix))
      .join('|');
  return `\\.(${ends(true)})(\\.(gz|zst))?$|\\.(${ends(false)})$`;
}
