import { existsSync } from 'node:fs';
import type { AskedDataset } from '../../core/spec/layers.ts';
import { canBeRevision } from './commit.ts';

/**
 * A dataset as it is written on a command line: a path, or `path@rev`. A file or folder of the whole name wins, then the shortest beginning that is
 * one; where none is there any more, the last `@` parts the two, unless what would be the revision ends like a data file or cannot be one.
 */
export function datasetArgument(text: string, isThere: (path: string) => boolean = existsSync): AskedDataset {
  // A pattern of file names is none of revisions: no branch or tag has these characters.
  if (/^[a-z][a-z0-9+.-]*:\/\/|[*?[]/i.test(text) || isThere(text)) return text;
  const parted = [...text.matchAll(/@(?!\{)/g)]
    .map(({ index }) => ({ path: text.slice(0, index), rev: text.slice(index + 1) }))
    .filter(({ path, rev }) => path !== '' && rev !== '');
  return (
    parted.find(({ path }) => isThere(path)) ??
    parted.findLast(({ rev }) => canBeRevision(rev) && !/\.[a-z]+(?:\.(?:gz|zst))?$/i.test(rev)) ??
    text
  );
}
