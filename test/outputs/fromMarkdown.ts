import MarkdownIt from 'markdown-it';
import type { Language } from './runPair.ts';
import type { Shown, ShownColumn, ShownMeasure } from './shown.ts';
import { inLanguage, pageLabel } from './words.ts';

interface Table {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Code in the first cell of each row: the name of a column. */
  readonly codes: readonly string[];
}

/** Reads a summary as a program for Markdown reads it. */
export function fromMarkdown(markdown: string, language: Language): Shown {
  const tokens = new MarkdownIt({ html: true }).enable('table').parse(markdown, {});
  let title = '';
  let heading = '';
  const prose: Record<string, string[]> = {};
  const tables: { heads: string[]; rows: string[][]; codes: string[] }[] = [];
  let at = '';
  for (const token of tokens) {
    if (token.type.endsWith('_open')) at = token.type === 'paragraph_open' ? 'paragraph' : token.type.replace(/_open$/, '') + token.tag;
    if (token.type === 'table_open') tables.push({ heads: [], rows: [], codes: [] });
    if (token.type === 'tr_open' && tables.at(-1)!.heads.length > 0) tables.at(-1)!.rows.push([]);
    if (token.type !== 'inline') continue;
    const pieces = token.children!.filter((piece) => piece.type !== 'html_inline');
    const text = pieces.map((piece) => (piece.type === 'softbreak' ? ' ' : piece.content)).join('');
    if (at === 'headingh1') title = text;
    else if (at === 'headingh2') heading = text;
    else if (at === 'thth') tables.at(-1)!.heads.push(text);
    else if (at === 'tdtd') {
      const table = tables.at(-1)!;
      const row = table.rows.at(-1)!;
      if (row.length === 0) table.codes.push(pieces.find((piece) => piece.type === 'code_inline')?.content ?? '');
      row.push(text);
    } else (prose[heading] ??= []).push(text);
  }
  return { title, prose, columns: columnsOf(tables, language), measures: measuresOf(tables, language) };
}

function columnsOf(tables: readonly Table[], language: Language): ShownColumn[] {
  const head = pageLabel('columnHead', language);
  const table = tables.find(({ heads }) => heads[0] === head);
  if (table === undefined) return [];
  return table.rows.map(([, status = '', moved = '', typical = '', missing = '', q = ''], i) => ({
    name: table.codes[i]!,
    status,
    moved,
    typical,
    missing,
    q,
  }));
}

function measuresOf(tables: readonly Table[], language: Language): ShownMeasure[] {
  const verdict = inLanguage('Verdict', language);
  const current = inLanguage('Current', language);
  const table = tables.find(({ heads }) => heads[0] === inLanguage('Measure', language) && heads.at(-1) === verdict);
  if (table === undefined) return [];
  const at = table.heads.indexOf(current);
  return table.rows.map((row) => ({
    name: row[0]!,
    reference: at > 1 ? row[1]! : null,
    current: row[at]!,
    change: at > 1 ? row[at + 1]! : null,
    status: row.at(-1)!,
  }));
}
