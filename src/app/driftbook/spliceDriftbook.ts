import { isDeepStrictEqual } from 'node:util';
import type { CST } from 'yaml';
import { isUnreadable } from './driftbookDocument.ts';
import { editedValue } from './editedValue.ts';
import { type ParsedYaml, parseYaml } from './parseYaml.ts';
import { afterKey, blockYaml, flowYaml, literalText } from './renderYaml.ts';
import { type Content, type SourceEdit, SpliceRefused } from './sourceEdit.ts';
import { columnOf, lineEnd, lineStart, linesOf, nextLine, withComments } from './sourceLines.ts';
import { isCollection, itemEnd, itemStart, itemsOf, type SourceNode, sourceNode, tokenEnd } from './sourceNodes.ts';
import type { SourceRange } from './sourceRange.ts';

/** A part of a text, and what stands there instead. */
interface Replacement extends SourceRange {
  readonly text: string;
}

/**
 * The text of a driftbook after edits, one after the other. What no edit is about stays byte for byte: comments, the order of names, names that nobody knows, spaces,
 * ends of lines. The library prints documents anew; here only the parts that it says are edited are written. An edit that changes nothing leaves the text
 * as it is. What comes out is read again: an edit that would not read as what was meant is not made. Throws `SpliceRefused`. Each edit takes
 * time linear in the text.
 */
export function spliceDriftbook(text: string, edits: readonly SourceEdit[]): string {
  let yaml = readable(text);
  for (const edit of edits) {
    const meant = editedValue(yaml.value, edit, (source) => readable(source).value);
    if (isUnchanged(text, yaml, edit, meant)) continue;
    const edited = spliced(text, yaml, edit, meant, true) ?? spliced(text, yaml, edit, meant, false);
    if (edited === null) throw new SpliceRefused('layout');
    [text, yaml] = edited;
  }
  return text;
}

/** The text after an edit, and what it holds; null where that is not what was meant. `blocks`: texts of several lines stand as they are where they may. */
function spliced(
  text: string,
  before: ParsedYaml,
  edit: SourceEdit,
  meant: unknown,
  blocks: boolean,
): readonly [string, ParsedYaml] | null {
  const replacements = new Splicer(text, before, blocks).replacements(edit).toSorted((a, b) => b.start - a.start);
  const after = replacements.reduce((done, { start, end, text: put }) => {
    // A text that keeps the empty lines after it ends with the end of a line.
    const isOpen = put !== '' && done.slice(start, end).endsWith('\n') && !put.endsWith('\n');
    return done.slice(0, start) + put + (isOpen ? lineEnd(text) : '') + done.slice(end);
  }, text);
  const yaml = parseYaml(after);
  return isUnreadable(yaml) || !isDeepStrictEqual(plain(yaml.value), plain(meant)) ? null : [after, yaml];
}

/** An item or a value as it stands in a file, with the comments on its lines, its lines moved to the left; null where it is not there. */
export function sourceOf(text: string, yaml: ParsedYaml, path: SourceEdit['path']): string | null {
  const node = yaml.document === null ? null : sourceNode(yaml.document, path);
  return node === null || node.token === null ? null : new Splicer(text, yaml).source(node);
}

function readable(text: string): ParsedYaml {
  const yaml = parseYaml(text);
  if (isUnreadable(yaml)) throw new SpliceRefused('unreadable');
  return yaml;
}

function isUnchanged(text: string, yaml: ParsedYaml, edit: SourceEdit, meant: unknown): boolean {
  if (edit.edit === 'set' && 'source' in edit.content) return sourceOf(text, yaml, edit.path) === edit.content.source;
  return isDeepStrictEqual(plain(yaml.value), plain(meant));
}

/** Without the names that are undefined: a file cannot hold them. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value).flatMap(([key, part]) => (part === undefined ? [] : [[key, plain(part)]]));
}

class Splicer {
  readonly #text: string;
  readonly #yaml: ParsedYaml;
  readonly #end: string;
  readonly #blocks: boolean;

  constructor(text: string, yaml: ParsedYaml, blocks = true) {
    this.#blocks = blocks;
    this.#text = text;
    this.#yaml = yaml;
    this.#end = lineEnd(text);
  }

  replacements(edit: SourceEdit): readonly Replacement[] {
    switch (edit.edit) {
      case 'set':
        return this.#set(edit.path, edit.content);
      case 'insert':
        return this.#insert(edit.path, edit.index, edit.content);
      case 'remove':
        return this.#remove(edit.path);
      case 'move':
        return this.#move(edit.path, edit.from, edit.to);
    }
  }

  /** What stands at a node, with the comments that are set with it. */
  source(node: SourceNode): string {
    const { start, end } = this.#sourceRange(node);
    const column = columnOf(this.#text, start);
    const [first = '', ...lines] = this.#text.slice(start, end).split(/\r?\n/);
    return [first, ...lines.map((line) => line.slice(Math.min(column, line.length - line.trimStart().length)))].join('\n');
  }

  #set(path: SourceEdit['path'], content: Content): readonly Replacement[] {
    const node = this.#node(path);
    if (node === null) return this.#add(path, content);
    const { token } = node;
    if (token === null) {
      const at = node.item === null ? this.#text.length : this.#afterMarks(node);
      const put = this.#isFlow(node)
        ? flowYaml(this.#value(content))
        : afterKey(this.#value(content), this.#ownColumn(node), this.#blocks).trimStart();
      return [{ start: at, end: at, text: this.#lines(` ${put}`) }];
    }
    if (this.#isFlow(node) || path.length === 0) return [this.#inline(token, content)];
    const column = columnOf(this.#text, token.offset);
    const isBlock = token.type === 'block-map' || token.type === 'block-seq';
    const isItem = node.around?.token?.type === 'block-seq';
    if ('source' in content) {
      if (!isBlock && !isItem) return [this.#inline(token, content)];
      const { start, end } = this.#sourceRange(node);
      return [{ start, end, text: this.#lines(indented(content.source, column)) }];
    }
    const { value } = content;
    if (isBlock)
      return [{ start: token.offset, end: tokenEnd(token, this.#text), text: this.#lines(blockYaml(value, column, this.#blocks, true)) }];
    const block = typeof value === 'string' && this.#blocks ? literalText(value, this.#ownColumn(node) + 2) : null;
    if (block === null) return [this.#inline(token, content)];
    return [this.#literal(token, block)];
  }

  /** A text of several lines in place of another value: what stands behind that on its line stands behind the head of the text, where comments may. */
  #literal(token: CST.Token, block: string): Replacement {
    const end = tokenEnd(token, this.#text);
    const [head = '', ...lines] = block.split('\n');
    const rest = this.#text.slice(end, nextLine(this.#text, end)).trimEnd();
    const comment = token.type === 'block-scalar' ? '' : rest;
    return { start: token.offset, end: end + comment.length, text: this.#lines([head + comment, ...lines].join('\n')) };
  }

  #inline(token: CST.Token, content: Content): Replacement {
    const quotes = token.type === 'single-quoted-scalar' ? 'single' : token.type === 'double-quoted-scalar' ? 'double' : 'none';
    const value = this.#value(content);
    const oneLine = typeof value === 'string' && value.includes('\n') ? 'double' : quotes;
    return { start: token.offset, end: tokenEnd(token, this.#text), text: flowYaml(value, oneLine) };
  }

  /** A field that is not there yet, behind those that are. */
  #add(path: SourceEdit['path'], content: Content): readonly Replacement[] {
    const key = path.at(-1);
    const around = path.length === 0 ? null : this.#node(path.slice(0, -1));
    if (typeof key !== 'string') throw new SpliceRefused('place');
    if (around === null) return this.#add(path.slice(0, -1), { value: { [key]: this.#value(content) } });
    const { token } = around;
    if (token === null || (token.type === 'scalar' && /^(?:~|null|Null|NULL)?$/.test(token.source)))
      return this.#set(path.slice(0, -1), { value: { [key]: this.#value(content) } });
    if (!isCollection(token) || token.type === 'block-seq') throw new SpliceRefused('place');
    const items = itemsOf(token);
    const last = items.at(-1);
    if (token.type === 'flow-collection') {
      const at = last === undefined ? token.start.offset + 1 : itemEnd(last, this.#text);
      return [{ start: at, end: at, text: `${last === undefined ? '' : ', '}${flowYaml(key)}: ${flowYaml(this.#value(content))}` }];
    }
    const column = columnOf(this.#text, itemStart(items[0]!));
    const line = `${' '.repeat(column)}${flowYaml(key)}:${this.#behindKey(content, column)}`;
    return [this.#lineAt(withComments(this.#text, itemEnd(last!, this.#text), column), line)];
  }

  #behindKey(content: Content, column: number): string {
    if ('value' in content) return afterKey(content.value, column, this.#blocks);
    const { source } = content;
    if (!source.includes('\n')) return ` ${source}`;
    return `\n${' '.repeat(column + 2)}${indented(source, column + 2)}`;
  }

  #insert(path: SourceEdit['path'], index: number, content: Content): readonly Replacement[] {
    const node = this.#node(path);
    if (node === null) return this.#add(path, { value: [this.#value(content)] });
    const { token } = node;
    if (!isCollection(token)) return this.#set(path, { value: [this.#value(content)] });
    const items = itemsOf(token);
    if (token.type === 'block-seq') {
      const column = columnOf(this.#text, itemStart(items[0]!));
      const lines = `${' '.repeat(column)}- ${this.#itemLines(content, column + 2)}`;
      const spans = this.#spans(token);
      const spaced = spans.some(
        ({ end }, i) =>
          i > 0 && this.#text.slice(spans[i - 1]!.end, spans[i]!.start).trim() === '' && spans[i - 1]!.end < spans[i]!.start && end > 0,
      );
      if (index < items.length) return [this.#lineAt(spans[index]!.start, spaced ? `${lines}\n` : lines)];
      return [this.#lineAt(spans.at(-1)!.end, spaced ? `\n${lines}` : lines)];
    }
    if (token.type !== 'flow-collection') throw new SpliceRefused('place');
    if (
      items.length === 0 &&
      !this.#isFlow(node) &&
      node.item !== null &&
      !this.#text.slice(token.start.offset + 1, tokenEnd(token, this.#text)).includes('#')
    ) {
      // An empty list has no form of its own yet.
      const column = this.#ownColumn(node) + 2;
      const put = `\n${' '.repeat(column)}- ${this.#itemLines(content, column + 2)}`;
      const end = tokenEnd(token, this.#text);
      const rest = this.#text.slice(end, nextLine(this.#text, end)).trimEnd();
      const from = this.#text[token.offset - 1] === ' ' && rest === '' ? token.offset - 1 : token.offset;
      return [{ start: from, end: end + rest.length, text: this.#lines(rest.trimStart() + put) }];
    }
    const put = flowYaml(this.#value(content));
    const before = items[index];
    if (before !== undefined) return [{ start: itemStart(before), end: itemStart(before), text: `${put}, ` }];
    const last = items.at(-1);
    const at = last === undefined ? token.start.offset + 1 : itemEnd(last, this.#text);
    return [{ start: at, end: at, text: last === undefined ? put : `, ${put}` }];
  }

  #itemLines(content: Content, column: number): string {
    return 'source' in content ? indented(content.source, column) : blockYaml(content.value, column, this.#blocks, true);
  }

  #remove(path: SourceEdit['path']): readonly Replacement[] {
    const node = this.#node(path);
    const token = node?.around?.token ?? null;
    if (node === null || node.item === null || !isCollection(token)) throw new SpliceRefused('place');
    const items = itemsOf(token);
    const index = items.indexOf(node.item);
    const [start, end] = [itemStart(node.item), itemEnd(node.item, this.#text)];
    if (token.type === 'flow-collection') return this.#removeFlow(token, index);
    if (items.length === 1) {
      const empty = token.type === 'block-seq' ? '[]' : '{}';
      const around = node.around!;
      if (around.item === null) return [{ start, end, text: empty }];
      const at = this.#afterMarks(around);
      // From its own lines up to where it belongs; a comment behind the name stays.
      const own = linesOf(this.#text, { start: lineStart(this.#text, start) === lineStart(this.#text, at) ? at : start, end }, at);
      if (lineStart(this.#text, start) === lineStart(this.#text, at)) return [{ start, end, text: empty }];
      return [
        { start: at, end: at, text: ` ${empty}` },
        { ...own, text: '' },
      ];
    }
    const first = this.#text.slice(lineStart(this.#text, start), start).trim() === '';
    if (first) {
      const lines = linesOf(this.#text, { start, end }, index === 0 ? 0 : itemEnd(items[index - 1]!, this.#text));
      return [{ ...(token.type === 'block-seq' ? this.#withGap(lines, index === items.length - 1) : lines), text: '' }];
    }
    // The first name of an item stands behind its dash: the next one takes its place.
    const next = itemStart(items[index + 1]!);
    const between = this.#text.slice(end, next);
    return [{ start, end: between.trim() === '' ? next : end, text: '' }];
  }

  /** The lines of an item with the empty ones that part it from the next item; of the last item, from the one before. */
  #withGap({ start, end }: SourceRange, isLast: boolean): SourceRange {
    let first = start;
    while (isLast && first > 0 && this.#text.slice(lineStart(this.#text, first - 1), first).trim() === '')
      first = lineStart(this.#text, first - 1);
    if (isLast) return { start: first, end };
    return { start, end: end + /^(?:[ \t]*\r?\n)*/.exec(this.#text.slice(end))![0].length };
  }

  #removeFlow(token: CST.FlowCollection, index: number): readonly Replacement[] {
    const items = itemsOf(token);
    const start = itemStart(items[index]!);
    const end = itemEnd(items[index]!, this.#text);
    const comma = this.#comma(end);
    if (comma !== null) {
      const spaces = /^[ \t]*/.exec(this.#text.slice(comma + 1))![0].length;
      return [
        { start, end, text: '' },
        { start: comma, end: comma + 1 + spaces, text: '' },
      ].toSorted((a, b) => a.start - b.start);
    }
    const before = index === 0 ? null : this.#comma(itemEnd(items[index - 1]!, this.#text));
    if (before === null) return [{ start, end, text: '' }];
    if (this.#text.slice(before + 1, start).trim() === '') return [{ start: before, end, text: '' }];
    return [
      { start: before, end: before + 1, text: '' },
      { start, end, text: '' },
    ];
  }

  /** The comma behind a part of a list on one line; null when its end comes first. */
  #comma(from: number): number | null {
    const skipped = /^(?:\s|(?<=\s)#[^\n]*)*/.exec(this.#text.slice(from))![0].length;
    return this.#text[from + skipped] === ',' ? from + skipped : null;
  }

  #move(path: SourceEdit['path'], from: number, to: number): readonly Replacement[] {
    const token = this.#node(path)?.token ?? null;
    if (!isCollection(token) || token.type === 'block-map') throw new SpliceRefused('place');
    const spans =
      token.type === 'block-seq'
        ? this.#spans(token)
        : itemsOf(token).map((item) => ({ start: itemStart(item), end: itemEnd(item, this.#text) }));
    if (spans[from] === undefined || spans[to] === undefined) throw new SpliceRefused('place');
    const texts = spans.map(({ start, end }) => this.#text.slice(start, end));
    const moved = texts.toSpliced(from, 1).toSpliced(to, 0, texts[from]!);
    const isOpen = token.type === 'block-seq' && !texts.at(-1)!.endsWith('\n');
    return spans.map(({ start, end }, i) => {
      // The last line of a file may have no end: whichever item is last has none then.
      const text = moved[i]!;
      const ended = !isOpen ? text : i === spans.length - 1 ? text.replace(/\r?\n$/, '') : text.endsWith('\n') ? text : text + this.#end;
      return { start, end, text: ended };
    });
  }

  /** The lines of each item of a list. */
  #spans(token: CST.BlockSequence): SourceRange[] {
    let from = lineStart(this.#text, token.offset);
    // Comments above the first item are its own as well.
    from = linesOf(this.#text, { start: itemStart(itemsOf(token)[0]!), end: token.offset }, 0).start;
    return itemsOf(token).map((item) => {
      const lines = linesOf(this.#text, { start: itemStart(item), end: itemEnd(item, this.#text) }, from);
      from = lines.end;
      return lines;
    });
  }

  #sourceRange(node: SourceNode): SourceRange {
    const { token, around } = node;
    const [start, end] = [token!.offset, tokenEnd(token!, this.#text)];
    if (this.#isFlow(node) || around?.token?.type !== 'block-seq') return { start, end };
    const column = columnOf(this.#text, itemStart(node.item!));
    const lines = this.#text.slice(0, withComments(this.#text, end, column));
    return { start, end: Math.max(end, lines.length - (/\r?\n$/.exec(lines.slice(end))?.[0].length ?? 0)) };
  }

  /** Lines put in at the start of a line, or at the end of the text. */
  #lineAt(at: number, lines: string): Replacement {
    const isOpen = at === this.#text.length && at > 0 && !this.#text.endsWith('\n');
    return { start: at, end: at, text: this.#lines(isOpen ? `\n${lines}` : `${lines}\n`) };
  }

  #lines(text: string): string {
    return this.#end === '\n' ? text : text.replaceAll('\n', this.#end);
  }

  #node(path: SourceEdit['path']): SourceNode | null {
    return this.#yaml.document === null ? null : sourceNode(this.#yaml.document, path);
  }

  #value(content: Content): unknown {
    return 'value' in content ? content.value : readable(content.source).value;
  }

  /** Behind a name and its colon, or a dash, and what belongs to the value already: an anchor, a tag. */
  #afterMarks({ item }: SourceNode): number {
    return itemEnd({ ...item!, value: undefined } as SourceNode['item'] & object, this.#text);
  }

  /** Column that the name or the dash of a value begins at. */
  #ownColumn({ item }: SourceNode): number {
    return item === null ? 0 : columnOf(this.#text, item.key?.offset ?? itemStart(item));
  }

  #isFlow({ around }: SourceNode): boolean {
    for (let at = around; at !== null; at = at.around) if (at.token?.type === 'flow-collection') return true;
    return false;
  }
}

/** Text whose first line stands somewhere, the others moved to the right; empty lines stay empty. */
function indented(source: string, column: number): string {
  const [first = '', ...lines] = source.trimEnd().split(/\r?\n/);
  return [first, ...lines.map((line) => (line === '' ? '' : ' '.repeat(column) + line))].join('\n');
}
