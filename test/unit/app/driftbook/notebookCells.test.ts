import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseDriftbook } from '../../../../src/app/driftbook/driftbookDocument.ts';
import { CellRefused, notebookOfBytes, type PlacedCellText, spliceCells } from '../../../../src/app/driftbook/notebookCells.ts';
import { repo } from '../../../harness/repo.mjs';

const churn = readFileSync(join(repo, 'test/fixtures/driftbooks/v1/churn.driftbook.yaml'), 'utf8');

function opened(text: string): PlacedCellText[] {
  const notebook = notebookOfBytes(new TextEncoder().encode(text));
  assert.ok('cells' in notebook, JSON.stringify(notebook));
  return notebook.cells.map((cell, index) => ({ ...cell, index }));
}

/** Lines that differ, by number from 1. */
function changedLines(before: string, after: string): number[] {
  const lines = after.split('\n');
  return before.split('\n').flatMap((line, i) => (line === lines[i] ? [] : [i + 1]));
}

const layouts: Readonly<Record<string, string>> = {
  churn,
  crlf: churn.replaceAll('\n', '\r\n'),
  open: churn.trimEnd(),
  block:
    'version: 1\n# a\ncells:\n\n  # first\n  - markdown: |\n      # Head\n\n      text\n\n  - drift:\n      columns: all   # each\n    checks:\n      - {measure: psi, max: 0.2}\n  # last\n  - quality:\nunknown: [1,   2]\n',
  flow: 'version: 1\ncells: [{markdown: "a"}, {quality: {}}] # x\n',
  empty: 'version: 1\ncells: []\n',
  none: 'version: 1\n',
};

test('a notebook that was opened and not edited is written byte for byte', () => {
  for (const [name, text] of Object.entries(layouts)) assert.equal(spliceCells(text, opened(text)), text, name);
});

test('an edit of one cell changes its lines alone', () => {
  const { block = '' } = layouts;
  const cells = opened(block);
  assert.deepEqual(
    cells.map(({ kind, source }) => [kind, source]),
    [
      ['markdown', '# Head\n\ntext\n'],
      ['code', 'drift:\n  columns: all   # each\nchecks:\n  - {measure: psi, max: 0.2}'],
      ['code', 'quality:'],
    ],
  );
  const drift = { ...cells[1]!, source: cells[1]!.source.replace('0.2', '0.3') };
  const after = spliceCells(block, cells.with(1, drift));
  assert.deepEqual(changedLines(block, after), [14]);
  assert.deepEqual(changedLines(block, spliceCells(block, cells.with(0, { ...cells[0]!, source: '# Head\n\nother\n' }))), [9]);
  const crlf = block.replaceAll('\n', '\r\n');
  const lines = spliceCells(crlf, opened(crlf).with(1, drift));
  assert.equal(lines, after.replaceAll('\n', '\r\n'));
});

test('cells are moved, added, copied and deleted; the others stay as they are', () => {
  const text = 'version: 1\ncells:\n  # a\n  - quality: {} # q\n  - drift: {}   # d\n  - markdown: m\n';
  const [quality, drift, prose] = opened(text) as [PlacedCellText, PlacedCellText, PlacedCellText];
  const cellsOf = (after: string): unknown => (parseDriftbook(after).value as { cells: unknown }).cells;
  assert.equal(
    spliceCells(text, [drift, prose, quality]),
    'version: 1\ncells:\n  - drift: {}   # d\n  - markdown: m\n  # a\n  - quality: {} # q\n',
  );
  assert.equal(spliceCells(text, [quality, prose]), 'version: 1\ncells:\n  # a\n  - quality: {} # q\n  - markdown: m\n');
  const added = { kind: 'code', source: 'performance: {} # new\nname: p', index: null } as const;
  assert.equal(
    spliceCells(text, [quality, added, drift, prose]),
    'version: 1\ncells:\n  # a\n  - quality: {} # q\n  - performance: {} # new\n    name: p\n  - drift: {}   # d\n  - markdown: m\n',
  );
  assert.deepEqual(cellsOf(spliceCells(text, [quality, quality, drift, prose])), [
    { quality: {} },
    { quality: {} },
    { drift: {} },
    { markdown: 'm' },
  ]);
  assert.deepEqual(cellsOf(spliceCells(text, [])), []);
  assert.deepEqual(cellsOf(spliceCells(text, [prose, { kind: 'markdown', source: 'a\nb', index: null }, quality])), [
    { markdown: 'm' },
    { markdown: 'a\nb' },
    { quality: {} },
  ]);
  // One that was added and is still empty is not written.
  assert.equal(spliceCells(text, [quality, drift, prose, { kind: 'code', source: ' \n', index: null }]), text);
  assert.equal(spliceCells('', [{ kind: 'code', source: 'quality: {}', index: null }]), 'version: 1\ncells:\n  - quality: {}\n');
});

test('every order of cells is written as it was put', () => {
  const text = `version: 1\ncells:\n${[0, 1, 2, 3].map((i) => `  - markdown: m${i}\n`).join('')}`;
  const orders = (list: readonly PlacedCellText[]): PlacedCellText[][] =>
    list.length === 0 ? [[]] : list.flatMap((cell, i) => orders(list.toSpliced(i, 1)).map((rest) => [cell, ...rest]));
  for (const order of orders(opened(text)))
    assert.equal(spliceCells(text, order), `version: 1\ncells:\n${order.map(({ source }) => `  - markdown: ${source}\n`).join('')}`);
});

test('what cannot be read is not shown as an empty notebook, and a cell that is no YAML is not written', () => {
  const text = 'version: 1\ncells:\n  - quality: {}\n';
  for (const broken of ['cells: [\n', 'cells:\n\t- a\n', 'cells: 3\n', 'cells: {a: 1}\n', '- a\n  b: c: d\n'])
    assert.ok('problem' in notebookOfBytes(new TextEncoder().encode(broken)), broken);
  assert.ok('problem' in notebookOfBytes(new Uint8Array([0x61, 0xff])));
  const [quality] = opened(text) as [PlacedCellText];
  for (const source of ['quality: {', '', 'a: b: c'])
    assert.throws(
      () => spliceCells(text, [{ ...quality, source }]),
      (error) => error instanceof CellRefused && error.cell === 0 && error.problem !== null,
      source,
    );
  assert.throws(() => spliceCells(text, [quality, { kind: 'code', source: '{', index: null }]), { cell: 1 });
});
