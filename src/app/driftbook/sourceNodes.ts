import { type CST, type Document, isAlias, isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import type { Path } from '../../core/spec/problem.ts';
import { SpliceRefused } from './sourceEdit.ts';

export type Collection = CST.BlockMap | CST.BlockSequence | CST.FlowCollection;
export type Item = Collection['items'][number];

/** A value in the text: its token, and the item of the collection around that holds it. */
export interface SourceNode {
  /** Null where nothing is written. */
  readonly token: CST.Token | null;
  readonly item: Item | null;
  readonly around: SourceNode | null;
}

/** The value at a path; null where it is not there. Throws `SpliceRefused` behind an alias: what it stands for is shared. */
export function sourceNode(document: Document.Parsed, path: Path): SourceNode | null {
  let node: ParsedNode | null = document.contents;
  let found: SourceNode = { token: (node?.srcToken as CST.Token) ?? null, item: null, around: null };
  for (const part of path) {
    if (isAlias(node)) throw new SpliceRefused('shared');
    let item: Item | null = null;
    if (isSeq(node) && typeof part === 'number' && part < node.items.length) {
      item = itemsOf(found.token as Collection)[part] ?? null;
      node = node.items[part] as ParsedNode | null;
    } else if (isMap(node)) {
      const pair = node.items.find(
        ({ key }) => isScalar(key) && (key.value === part || (typeof key.value !== 'string' && key.source === part)),
      );
      if (pair === undefined) return null;
      item = (pair.srcToken as Item | undefined) ?? null;
      node = pair.value as ParsedNode | null;
    } else return null;
    if (item === null) throw new SpliceRefused('layout');
    found = { token: item.value ?? null, item, around: found };
  }
  return found;
}

/** The items of a collection that hold something: the text between, before and after them makes items of its own in the tokens. */
export function itemsOf(collection: Collection): readonly Item[] {
  if (collection.type === 'block-seq') return collection.items.filter(({ start }) => start.some(({ type }) => type === 'seq-item-ind'));
  return (collection.items as readonly Item[]).filter(
    ({ start, key, sep, value }) => key !== undefined || sep !== undefined || value !== undefined || start.some(isProperty),
  );
}

const isProperty = ({ type }: CST.SourceToken): boolean => type === 'anchor' || type === 'tag';

export function isCollection(token: CST.Token | null): token is Collection {
  return token !== null && (token.type === 'block-map' || token.type === 'block-seq' || token.type === 'flow-collection');
}

/** Where an item begins: at its dash, its name, or what stands before these (an anchor, a tag, a question mark). */
export function itemStart({ start, key, sep, value }: Item): number {
  const first = start.find(({ type }) => type === 'seq-item-ind' || type === 'explicit-key-ind' || type === 'anchor' || type === 'tag');
  return first?.offset ?? key?.offset ?? sep?.[0]?.offset ?? value?.offset ?? 0;
}

/** Where an item ends, without spaces, ends of lines and comments. */
export function itemEnd(item: Item, text: string): number {
  if (item.value !== undefined) return tokenEnd(item.value, text);
  const marks = [...item.start, ...(item.sep ?? [])].filter(
    ({ type }) => type !== 'space' && type !== 'newline' && type !== 'comment' && type !== 'comma',
  );
  const last = marks.at(-1);
  const end = last === undefined ? 0 : last.offset + last.source.length;
  return Math.max(end, item.key ? tokenEnd(item.key, text) : 0);
}

/** Where what is written of a value ends; of a text in a block, after its last line. */
export function tokenEnd(token: CST.Token, text: string): number {
  switch (token.type) {
    case 'block-map':
    case 'block-seq': {
      const last = itemsOf(token).at(-1);
      return last === undefined ? token.offset : itemEnd(last, text);
    }
    case 'flow-collection': {
      const close = token.end.find(({ type }) => type === 'flow-map-end' || type === 'flow-seq-end');
      if (close === undefined) throw new SpliceRefused('unreadable');
      return close.offset + close.source.length;
    }
    case 'block-scalar':
      return blockEnd(token, text);
    case 'alias':
    case 'scalar':
    case 'single-quoted-scalar':
    case 'double-quoted-scalar':
      return token.offset + token.source.length;
    default:
      throw new SpliceRefused('layout');
  }
}

function blockEnd({ props, source }: CST.BlockScalar, text: string): number {
  const marks = props as readonly CST.SourceToken[];
  const header = marks.find(({ type }) => type === 'block-scalar-header');
  const last = marks.at(-1)!;
  const start = last.offset + last.source.length;
  const end = start + source.length;
  // With a plus, the empty lines after it are its own.
  if (header?.source.includes('+')) return end;
  // A line of spaces is its own, though the library passes it over: below another text it would be read as part of that.
  const spaces = /^(?:(?:[ \t]*\r?\n)*[ \t]+\r?\n)?/.exec(text.slice(end))![0].length;
  let kept = end + spaces - start;
  while (kept > 0 && (text[start + kept - 1] === '\n' || text[start + kept - 1] === '\r')) kept--;
  return kept === 0 ? header!.offset + header!.source.length : start + kept;
}
