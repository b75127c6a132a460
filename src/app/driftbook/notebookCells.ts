import { isUnreadable } from './driftbookDocument.ts';
import type { DriftbookProblem } from './driftbookProblem.ts';
import { parseYaml } from './parseYaml.ts';
import { driftbookOfBytes } from './readDriftbookFile.ts';
import { type SourceEdit, SpliceRefused } from './sourceEdit.ts';
import { sourceOf, spliceDriftbook } from './spliceDriftbook.ts';

/** A cell as a notebook shows it: prose, or the YAML of any other kind. */
export interface NotebookCellText {
  readonly kind: 'markdown' | 'code';
  readonly source: string;
}

/** A cell of a notebook, with its place in the file that was opened; null of one that was added since. */
export interface PlacedCellText extends NotebookCellText {
  readonly index: number | null;
}

/** A cell that cannot be written: what stands in it is not YAML. */
export class CellRefused extends Error {
  /** From 0. */
  readonly cell: number;
  /** Null where the file itself does not take the edit. */
  readonly problem: DriftbookProblem | null;
  constructor(cell: number, problem: DriftbookProblem | null) {
    super(`Cell ${cell + 1} cannot be written`);
    this.name = 'CellRefused';
    this.cell = cell;
    this.problem = problem;
  }
}

/** What a notebook shows of a file: its text and cells, or the problem for which it cannot be read. */
export type NotebookText =
  | { readonly text: string; readonly cells: readonly NotebookCellText[] }
  | { readonly text: string; readonly problem: DriftbookProblem };

/** Takes a file apart for a notebook. Nothing is half shown: a file that cannot be read, or whose cells are no list, has no cells. */
export function notebookOfBytes(bytes: Uint8Array): NotebookText {
  const { text, problems } = driftbookOfBytes(bytes);
  if (problems[0] !== undefined && 'syntax' in problems[0].what && problems[0].what.syntax === 'encoding')
    return { text, problem: problems[0] };
  // An empty file is a notebook without cells.
  if (text.trim() === '') return { text, cells: [] };
  const yaml = parseYaml(text);
  const [first] = yaml.problems;
  if (first !== undefined && isUnreadable(yaml)) {
    const { range, ...what } = first;
    return { text, problem: { range, path: null, what } };
  }
  const listed = (yaml.value as { cells?: unknown } | null)?.cells;
  if (listed !== undefined && listed !== null && !Array.isArray(listed)) {
    const wrong = problems.find(({ path }) => path?.[0] === 'cells') ?? problems[0];
    if (wrong !== undefined) return { text, problem: wrong };
  }
  const cells = (Array.isArray(listed) ? listed : []).map((cell: unknown, i): NotebookCellText => {
    const prose = typeof cell === 'object' && cell !== null ? (cell as { markdown?: unknown }).markdown : undefined;
    // A text that an anchor stands for cannot be edited by itself.
    return typeof prose === 'string'
      ? { kind: 'markdown', source: prose }
      : { kind: 'code', source: sourceOf(text, yaml, ['cells', i]) ?? '' };
  });
  return { text, cells };
}

/**
 * The text of a file after its cells were edited, added, moved or deleted in a notebook: what no edit is about stays byte for byte. `text` is the one that was
 * opened. Throws `CellRefused`, and nothing is written then.
 */
export function spliceCells(text: string, cells: readonly PlacedCellText[]): string {
  const opened = notebookOfBytes(new TextEncoder().encode(text));
  if ('problem' in opened) throw new CellRefused(0, opened.problem);
  const seen = new Set<number>();
  // A copied cell says that it stands where the first one does: it is a new one.
  const placed = cells.flatMap((cell, at) => {
    const known = cell.index !== null && cell.index < opened.cells.length && !seen.has(cell.index);
    if (known) seen.add(cell.index!);
    return known || cell.source.trim() !== '' ? [{ ...cell, at, index: known ? cell.index : null }] : [];
  });
  let after = text;
  const apply = (cell: number, edit: SourceEdit): void => {
    try {
      after = spliceDriftbook(after.trim() === '' ? 'version: 1\n' : after, [edit]);
    } catch (error) {
      if (error instanceof SpliceRefused) throw new CellRefused(cell, null);
      throw error;
    }
  };
  for (const cell of placed) {
    const before = cell.index === null ? undefined : opened.cells[cell.index]!;
    if (before === undefined || (before.kind === cell.kind && before.source === normal(cell.source))) continue;
    apply(cell.at, setCell(cell.index!, before, cell));
  }
  for (let index = opened.cells.length - 1; index >= 0; index--) if (!seen.has(index)) apply(0, { edit: 'remove', path: ['cells', index] });
  const wanted = placed.flatMap(({ index }) => (index === null ? [] : [index]));
  const order = [...wanted].sort((a, b) => a - b);
  for (let i = 0; i < wanted.length; ) {
    if (order[i] === wanted[i]) {
      i++;
      continue;
    }
    // One that was moved down leaves in one step; so does one that was moved up.
    const [from, to] = order[i + 1] === wanted[i] ? [i, wanted.indexOf(order[i]!)] : [order.indexOf(wanted[i]!), i];
    apply(
      placed.findIndex(({ index }) => index === order[from]),
      { edit: 'move', path: ['cells'], from, to },
    );
    order.splice(to, 0, ...order.splice(from, 1));
  }
  // A list that is not there yet begins as an empty one: what is put into that has lines of its own.
  if (opened.cells.length === 0 && placed.length > 0 && !/^cells:/m.test(after))
    apply(placed[0]!.at, { edit: 'set', path: ['cells'], content: { value: [] } });
  for (const [index, cell] of placed.entries())
    if (cell.index === null) apply(cell.at, { edit: 'insert', path: ['cells'], index, content: contentOf(cell, cell.at) });
  return after;
}

function setCell(index: number, before: NotebookCellText, cell: PlacedCellText & { readonly at: number }): SourceEdit {
  if (before.kind === 'markdown' && cell.kind === 'markdown')
    return { edit: 'set', path: ['cells', index, 'markdown'], content: { value: normal(cell.source) } };
  return { edit: 'set', path: ['cells', index], content: contentOf(cell, cell.at) };
}

function contentOf({ kind, source }: NotebookCellText, at: number): { readonly value: unknown } | { readonly source: string } {
  if (kind === 'markdown') return { value: { markdown: normal(source) } };
  const yaml = parseYaml(normal(source));
  const [first] = yaml.problems;
  if (first !== undefined && isUnreadable(yaml)) {
    const { range, ...what } = first;
    throw new CellRefused(at, { range, path: null, what });
  }
  return { source: normal(source) };
}

/** Lines of a cell end with LF; those of a file as they do in it. */
function normal(source: string): string {
  return source.replaceAll('\r\n', '\n');
}
