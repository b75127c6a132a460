import { fieldAt, shapesAt } from '../../core/driftbook/shapesAt.ts';
import type { Path } from '../../core/spec/problem.ts';
import type { AnyShape } from '../../core/spec/shape.ts';
import { checkMeasureText } from '../../core/words/measures/checkMeasureText.ts';
import { shapeText } from '../../core/words/shapeText.ts';
import type { Translate } from '../../core/words/translate.ts';
import { namesColumns } from './namesColumns.ts';
import { parseYaml } from './parseYaml.ts';
import { flowYaml } from './renderYaml.ts';
import type { SourceRange } from './sourceRange.ts';

/** A key or a value that may stand at a place. */
export interface DriftbookCompletion {
  readonly kind: 'key' | 'value' | 'measure' | 'column';
  readonly label: string;
  /** What is put in place of `range`. */
  readonly insert: string;
  readonly range: SourceRange;
  readonly about: string | null;
}

/** Stands for what is being typed; no file has it. */
const mark = 'driftbook\u2060here';

/**
 * What may be typed at an offset: keys of the object there, values of the field there. `columns` are the names of the columns of the data, as far as they are
 * known. Text that is not finished yet is read as far as it goes. Linear in the text.
 */
export function driftbookCompletions(
  text: string,
  offset: number,
  columns: readonly string[],
  t: Translate,
): readonly DriftbookCompletion[] {
  const range = wordAt(text, offset);
  const found = markedPlace(text, range);
  if (found === null) return [];
  const { value, path, isKey } = found;
  const keys = isKey ? keysAt(value, path.slice(0, -1), columns, t) : keysAt(value, path, columns, t);
  const values = isKey ? [] : valuesAt(value, path, columns, t);
  // Behind the name of a field there may be no name of another on the same line.
  const line = text.slice(text.lastIndexOf('\n', range.start - 1) + 1, range.start);
  const isBehindKey = !isKey && /(?:^|[\s{,[-])[\w"']+:[ \t]+$/.test(line);
  const hasColon = /^[ \t]*:/.test(text.slice(range.end));
  const put = (item: Item): DriftbookCompletion => ({ ...item, insert: item.kind === 'key' && hasColon ? item.label : item.insert, range });
  return [...values, ...(isBehindKey ? [] : keys)].map(put);
}

type Item = Omit<DriftbookCompletion, 'range'>;

/** The word that is typed at an offset, without quotes. */
function wordAt(text: string, offset: number): SourceRange {
  const start = offset - /[^\s{}[\],:#"']*$/.exec(text.slice(Math.max(0, offset - 200), offset))![0].length;
  return { start, end: offset + /^[^\s{}[\],:#"']*/.exec(text.slice(offset, offset + 200))![0].length };
}

interface MarkedPlace {
  readonly value: unknown;
  readonly path: Path;
  /** Whether the word stands as a name. */
  readonly isKey: boolean;
}

/** Where a word stands, read with a mark in its place. */
function markedPlace(text: string, { start, end }: SourceRange): MarkedPlace | null {
  const { value, places } = parseYaml(text.slice(0, start) + mark + text.slice(end));
  for (const [key, place] of places) {
    const path = JSON.parse(key) as (string | number)[];
    if (path.at(-1) === mark) return { value, path, isKey: true };
    if (place.value.start === start || place.value.start === start - 1)
      if (valueAt(value, path) === mark) return { value, path, isKey: false };
  }
  return null;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (held, part) => (typeof held === 'object' && held !== null && Object.hasOwn(held, part) ? held[part as keyof typeof held] : undefined),
    value,
  );
}

/** Names that the object at a path may have and has not. */
function keysAt(value: unknown, path: Path, columns: readonly string[], t: Translate): Item[] {
  const held = valueAt(value, path);
  const has = (key: string): boolean => typeof held === 'object' && held !== null && Object.hasOwn(held, key);
  const items = shapesAt(value, path).flatMap(({ shape: { node } }): Item[] => {
    if (node.is === 'variant')
      return Object.entries(node.of).map(([name, form]) => key(name, form, {}, t, name === 'markdown' ? ' ' : ' {}'));
    if (node.is === 'byName' && namesColumns([...path, '']))
      return columns
        .filter((name) => !has(name))
        .map((name) => ({ kind: 'column', label: name, insert: `${flowYaml(name)}: `, about: null }));
    if (node.is !== 'fields') return [];
    return Object.entries(node.of).flatMap(([name, field]) => {
      if (has(name) || (typeof node.check === 'function' && !fits(node.check, held, name))) return [];
      const { shape, asked } = fieldAt(field);
      return [key(name, shape, asked, t, opensLines(path, shape) ? '\n' : ' ')];
    });
  });
  return unique(items);
}

/** Whether a field has a meaning beside those that are there: a check of another kind of cells may name other parts. */
function fits(
  check: (object: Readonly<Record<string, unknown>>) => readonly { code: string; path: Path }[],
  held: unknown,
  name: string,
): boolean {
  const beside = Object.fromEntries(Object.entries((held ?? {}) as object).filter(([key]) => key !== mark));
  return !check({ ...beside, [name]: '' }).some(({ code, path }) => path[0] === name && code === 'unfit');
}

/** At the top of a file lists and objects begin on a line of their own. */
function opensLines(path: Path, shape: AnyShape): boolean {
  return path.length === 0 && (shape.node.is === 'fields' || shape.node.is === 'list');
}

function key(name: string, shape: AnyShape, asked: Parameters<typeof shapeText>[1], t: Translate, behind: string): Item {
  const insert = behind === '\n' ? `${name}:\n  ${shape.node.is === 'list' ? '- ' : ''}` : `${name}:${behind}`;
  return { kind: 'key', label: name, insert, about: shapeText(shape, asked, t) };
}

/** Values that may stand at a path. */
function valuesAt(value: unknown, path: Path, columns: readonly string[], t: Translate): Item[] {
  const plain = (label: string, about: string | null = null): Item => ({ kind: 'value', label, insert: flowYaml(label), about });
  const items = shapesAt(value, path).flatMap(({ shape: { node } }): Item[] => {
    switch (node.is) {
      case 'choice':
        return node.of.map((word) =>
          path.at(-1) === 'measure' ? { ...plain(word, checkMeasureText(word, t)), kind: 'measure' as const } : plain(word),
        );
      case 'flag':
        return (node.only ? ['true'] : ['true', 'false']).map((label) => ({ kind: 'value', label, insert: label, about: null }));
      case 'written':
        return node.as.split(', ').map((word) => plain(word));
      case 'text':
        return namesColumns(path) ? columns.map((label) => ({ kind: 'column', label, insert: flowYaml(label), about: null })) : [];
      default:
        return [];
    }
  });
  return unique(items);
}

function unique(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [`${item.kind} ${item.label}`, item])).values()];
}
