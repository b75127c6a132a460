import { dataSuffix } from './dataFiles.ts';

const referenceWord = /(^|[^a-z])(ref|reference|train|training|baseline|base|before|old|prev|previous|expected)([^a-z]|$)/i;
const currentWord = /(^|[^a-z])(cur|current|prod|production|test|live|monitoring|after|new|latest|actual|serving)([^a-z]|$)/i;

const fileName = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
const folderOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);

/** Share of two-letter pieces that two names have in common, 0 to 1 (Sørensen–Dice). */
function likeness(a: string, b: string): number {
  const pieces = (text: string): Set<string> =>
    new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)));
  const [left, right] = [pieces(a.toLowerCase()), pieces(b.toLowerCase())];
  if (left.size + right.size === 0) return 0;
  let common = 0;
  for (const piece of left) if (right.has(piece)) common++;
  return (2 * common) / (left.size + right.size);
}

/** Whether a file name says that it is the reference of a comparison rather than the current data, or the other way, or neither. */
export function sideByName(path: string): 'reference' | 'current' | null {
  const name = fileName(path);
  const [isReference, isCurrent] = [referenceWord.test(name), currentWord.test(name)];
  return isReference === isCurrent ? null : isReference ? 'reference' : 'current';
}

/** Orders files by how likely they hold predictions to evaluate: by their names. */
export function predictionsFirst(paths: readonly string[]): string[] {
  const rank = (path: string): number =>
    (/(^|[^a-z])(pred|preds|predictions?|predicted|scores?|scored|eval|evaluation)([^a-z]|$)/i.test(fileName(path)) ? 0 : 2) +
    { current: 0, none: 1, reference: 1.5 }[sideByName(path) ?? 'none'];
  return [...paths].sort().sort((a, b) => rank(a) - rank(b));
}

/** Orders candidates by how likely each is the other side of a comparison with `path`: opposite sides by name, same folder, same format, similar name. */
export function likelyPartners(path: string, candidates: readonly string[]): string[] {
  const side = sideByName(path);
  const score = (other: string): number => {
    const otherSide = sideByName(other);
    return (
      (side && otherSide && side !== otherSide ? 3 : 0) +
      (folderOf(other) === folderOf(path) ? 2 : 0) +
      (dataSuffix(other) === dataSuffix(path) ? 1 : 0) +
      2 * likeness(fileName(path), fileName(other))
    );
  };
  return candidates
    .filter((other) => other !== path)
    .map((other) => ({ other, score: score(other) }))
    .sort((a, b) => b.score - a.score || (a.other < b.other ? -1 : 1))
    .map(({ other }) => other);
}
