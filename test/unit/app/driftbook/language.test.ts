import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellFrame } from '../../../../src/app/driftbook/cellFrame.ts';
import { columnAtOffset } from '../../../../src/app/driftbook/columnAtOffset.ts';
import { driftbookCompletions } from '../../../../src/app/driftbook/driftbookCompletions.ts';
import { parseDriftbook } from '../../../../src/app/driftbook/driftbookDocument.ts';
import {
  changeBound,
  changedPart,
  checkAtOffset,
  meantWord,
  muteCheck,
  setColumnRole,
} from '../../../../src/app/driftbook/driftbookFixes.ts';
import { driftbookHover } from '../../../../src/app/driftbook/driftbookHover.ts';
import { starterDriftbook } from '../../../../src/app/driftbook/starterDriftbook.ts';
import { chinese, english } from '../../words/translators.ts';

/** Splits a text at its ‸, where somebody types. */
function typed(text: string): [string, number] {
  return [text.replace('‸', ''), text.indexOf('‸')];
}

const labels = (text: string, columns: readonly string[] = []): string[] =>
  driftbookCompletions(...typed(text), columns, english).map(({ label }) => label);

test('names that an object may have and has not are offered, in blocks and on one line, also where the text is not finished', () => {
  assert.deepEqual(labels('version: 1\ndatasets:\n  ‸'), ['reference', 'current']);
  assert.deepEqual(labels('version: 1\ndatasets: {reference: {path: a}, ‸'), ['current']);
  assert.deepEqual(labels('cells:\n  - drift: {}\n    ‸\n  - quality: {}\n'), ['name', 'checks']);
  assert.ok(labels('version: 1\n‸').includes('datasets') && !labels('version: 1\n‸').includes('version'));
  assert.deepEqual(labels('cells:\n  - d‸'), ['markdown', 'quality', 'drift', 'performance', 'behaviour', 'slices', 'attribution', 'sql']);
});

test('a check is offered what its kind of cells has', () => {
  const ofDrift = labels('cells:\n  - drift: {}\n    checks: [{measure: psi, ‸}]');
  assert.ok(
    ofDrift.includes('columns') && ofDrift.includes('max') && !ofDrift.includes('slices') && !ofDrift.includes('by'),
    ofDrift.join(),
  );
  const measures = labels('cells:\n  - drift: {}\n    checks:\n      - measure: ‸');
  assert.ok(measures.includes('psi') && measures.includes('drifted_share') && !measures.includes('roc_auc'), measures.join());
  const [psi] = driftbookCompletions(...typed('cells:\n  - drift: {}\n    checks: [{measure: ps‸'), [], english).filter(
    ({ label }) => label === 'psi',
  );
  assert.match(psi?.about ?? '', /logarithm/);
  assert.deepEqual(labels('cells:\n  - drift: {}\n    checks: [{severity: ‸}]'), ['info', 'warning', 'critical']);
});

test('columns of the data are offered where a column is named, written so that they read as themselves', () => {
  const columns = ['price', 'true', 'a: b', '#'];
  const offered = driftbookCompletions(...typed('columns:\n  target: ‸'), columns, english);
  assert.deepEqual(
    offered.map(({ label, insert }) => [
      label,
      (parseDriftbook(`columns: {target: ${insert}}`).value as { columns: { target: unknown } }).columns.target,
    ]),
    columns.map((name) => [name, name]),
  );
  for (const text of [
    'columns: {segments: [‸]}',
    'columns:\n  importance:\n    ‸',
    'cells:\n  - drift: {columns: [‸]}',
    'cells:\n  - drift: {}\n    checks: [{columns: [‸]}]',
  ])
    assert.ok(labels(text, ['price']).includes('price'), text);
  assert.deepEqual(labels('title: ‸', ['price']), []);
});

test('prose is left alone', () => {
  assert.deepEqual(labels('cells:\n  - markdown: |\n      some ‸ text\n'), []);
});

test('names and measures are explained where they stand, in both languages', () => {
  const text = 'version: 1\ncells:\n  - drift: {}\n    checks: [{measure: psi, max: 0.2}]\n';
  const at = (word: string, t = english) => driftbookHover(text, text.indexOf(word) + 1, t);
  assert.deepEqual(at('max'), { range: { start: text.indexOf('max'), end: text.indexOf('max') + 3 }, text: 'The most that is allowed.' });
  assert.equal(at('max', chinese)?.text, '允许的最大值。');
  assert.match(at('psi')?.text ?? '', /logarithm/);
  assert.match(at('drift')?.text ?? '', /Which columns moved/);
  assert.equal(driftbookHover(text, text.length, english), null);
});

test('the word that was likely meant is put in its place', () => {
  const text =
    'version: 1\ndatasets: {reference: {path: a}, current: {path: b}}\ncells:\n  - drift: {}\n    chekcs: []\n  - quality: {}\n    checks: [{measure: missing_shar, max: 1}]\n';
  const fixed = parseDriftbook(text).problems.flatMap((problem) => meantWord(problem) ?? []);
  assert.deepEqual(
    fixed.map(({ start, end, text: put }) => [text.slice(start, end), put]),
    [
      ['chekcs', 'checks'],
      ['missing_shar', 'missing_share'],
    ],
  );
});

test('a check is muted, or its bound changed with the reason above it; nothing else changes', () => {
  const text =
    'version: 1\ncells:\n  - drift: {}   # d\n    checks:\n      - {measure: psi, max: 0.2} # p\n      - measure: ks\n        max:   0.1\n';
  const psi = checkAtOffset(text, text.indexOf('psi'));
  assert.deepEqual([psi?.measure, psi?.path, [...(psi?.bounds ?? [])]], ['psi', ['cells', 0, 'checks', 0], [['max', '0.2']]]);
  assert.equal(
    muteCheck(text, psi!.path, { until: '2026-12-31', reason: 'new feed' }),
    text.replace('max: 0.2}', 'max: 0.2, mute: {until: 2026-12-31, reason: new feed}}'),
  );
  assert.equal(
    changeBound(text, psi!.path, 'max', 0.25, 'a\nsale'),
    text.replace('      - {measure: psi, max: 0.2}', '      # max 0.25: a sale\n      - {measure: psi, max: 0.25}'),
  );
  const ks = checkAtOffset(text, text.indexOf('measure: ks'));
  assert.equal(
    changeBound(text, ks!.path, 'max', '30%', 'why: # not'),
    text.replace('        max:   0.1', '        # max 30%: why: # not\n        max:   30%'),
  );
  assert.equal(checkAtOffset(text, 3), null);
});

test('the role of a column that is named is set', () => {
  const text = 'version: 1\ncolumns:\n  target: y # t\ncells:\n  - drift: {columns: [price]}\n';
  assert.equal(columnAtOffset(text, text.indexOf('price') + 2), 'price');
  assert.equal(columnAtOffset(text, text.indexOf('drift') + 2), null);
  assert.equal(setColumnRole(text, 'price', 'segment'), text.replace('y # t\n', 'y # t\n  roles: {price: segment}\n'));
});

test('the part in which two texts differ', () => {
  for (const [before, after] of [
    ['abc', 'axc'],
    ['aa', 'aaa'],
    ['', 'x'],
    ['same', 'same'],
    ['abab', 'ab'],
  ] as const) {
    const { start, end, text } = changedPart(before, after);
    assert.equal(before.slice(0, start) + text + before.slice(end), after);
  }
});

test('a cell is read as a driftbook of its own, and its places are those of the cell', () => {
  const source = 'drift: {}\nchecks:\n  - {measure: psy, max: 0.2}\n  - {measure: ks, mx: 1}';
  const { text, framed, unframed } = cellFrame(source);
  for (let offset = 0; offset <= source.length; offset++)
    assert.deepEqual(unframed({ start: framed(offset), end: framed(offset) }), { start: offset, end: offset });
  const marked = parseDriftbook(text).problems.map(({ range }) => unframed(range));
  assert.deepEqual(
    marked.map((range) => range && source.slice(range.start, range.end)),
    ['psy', 'mx'],
  );
});

test('a driftbook to begin with reads without a problem, in both languages', () => {
  for (const t of [english, chinese]) assert.deepEqual(parseDriftbook(starterDriftbook(t)).problems, []);
});
