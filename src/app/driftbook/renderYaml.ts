import { stringify } from 'yaml';

/** Characters that are not seen, or that turn what stands around them: written as escapes, so that a file shows what it holds. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

/** A value on one line, as it may stand anywhere in a file: `{measure: psi, columns: [price], max: 0.2}`. */
export function flowYaml(value: unknown, quotes: 'single' | 'double' | 'none' = 'none'): string {
  if (Array.isArray(value)) return `[${value.map((item) => flowYaml(item)).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, part]) => part !== undefined);
    return `{${entries.map(([key, part]) => `${flowYaml(key)}: ${flowYaml(part)}`).join(', ')}}`;
  }
  if (typeof value !== 'string') return inList(value);
  if (unseen.test(value)) return escaped(value);
  if (quotes === 'double') return JSON.stringify(value);
  if (quotes === 'single') return `'${value.replaceAll("'", "''")}'`;
  return inList(value);
}

/** A scalar as the library writes it within a list on one line, where more signs mean something than elsewhere. */
function inList(value: unknown): string {
  return stringify([value], { version: '1.2', collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false }).trimEnd().slice(1, -1);
}

function escaped(value: string): string {
  const hex = (code: number): string => code.toString(16).padStart(4, '0');
  return JSON.stringify(value).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (character) =>
    [...Array(character.length).keys()].map((i) => `\\u${hex(character.charCodeAt(i))}`).join(''),
  );
}

/** Longest value that stands on one line within others. */
const longestLine = 100;

/**
 * A value on lines of their own, the first to stand where the caller puts it, the others indented by `column`: objects and lists as blocks as far as they
 * are too long for one line, texts of several lines as they are (`blocks`) or in quotes.
 */
export function blockYaml(value: unknown, column: number, blocks: boolean, isItem = false): string {
  const pad = ' '.repeat(column);
  if (typeof value === 'string' && blocks) return literalText(value, isItem ? column : column + 2) ?? flowYaml(value);
  if (typeof value !== 'object' || value === null) return flowYaml(value);
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  if (entries.length === 0) return flowYaml(value);
  if (Array.isArray(value)) return value.map((item) => `- ${blockYaml(item, column + 2, blocks, true)}`).join(`\n${pad}`);
  return entries.map(([key, part]) => `${flowYaml(key)}:${afterKey(part, column, blocks)}`).join(`\n${pad}`);
}

/** What stands behind the colon of a key that begins at `column`. */
export function afterKey(value: unknown, column: number, blocks: boolean): string {
  const text = typeof value === 'string' && blocks ? literalText(value, column + 2) : null;
  if (text !== null) return ` ${text}`;
  const line = flowYaml(value);
  if (line.length <= longestLine || typeof value !== 'object' || value === null || Object.keys(value).length === 0) return ` ${line}`;
  return `\n${' '.repeat(column + 2)}${blockYaml(value, column + 2, blocks)}`;
}

/** A text of several lines as a block (`|`); null where it has one line, or what a block would not keep. */
export function literalText(value: string, column: number): string | null {
  if (!value.includes('\n') || /^[ \t\n]|\r/.test(value) || value.endsWith('\n\n') || unseen.test(value.replaceAll('\n', ''))) return null;
  const lines = value.endsWith('\n') ? value.slice(0, -1).split('\n') : value.split('\n');
  const pad = ' '.repeat(column);
  // The last line has no end of its own here: whoever puts it in ends it.
  return [value.endsWith('\n') ? '|' : '|-', ...lines.map((line) => (line === '' ? '' : pad + line))].join('\n');
}
