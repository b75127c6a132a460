/** Longest name, in characters; what is far beyond it is not even looked at. */
const longest = 80;

/** Without separators, dashes and dots at either end. */
function trimmed(characters: readonly string[]): string[] {
  const edge = (character: string | undefined): boolean => character === '-' || character === '.';
  let from = 0;
  let to = characters.length;
  while (from < to && edge(characters[from])) from++;
  while (to > from && edge(characters[to - 1])) to--;
  return characters.slice(from, to);
}

/** A text, such as a column's name, as a file name every system takes: no separators, no spaces, not too long. Takes no longer for longer texts. */
export function plainFileName(text: string): string {
  const plain = text
    .slice(0, 8 * longest)
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-');
  return trimmed(trimmed([...plain]).slice(0, longest)).join('') || 'chart';
}
