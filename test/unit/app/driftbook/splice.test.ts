import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseYaml } from '../../../../src/app/driftbook/parseYaml.ts';
import { type Content, type SourceEdit, SpliceRefused } from '../../../../src/app/driftbook/sourceEdit.ts';
import { sourceOf, spliceDriftbook } from '../../../../src/app/driftbook/spliceDriftbook.ts';

const file = `version: 1 # of the format
# head
cells:
  # about a
  - markdown: "# Hi"   # said

  # about b
  -   drift: {columns: all}   # all
      checks: [{measure: psi, max: 0.2}, {measure: ks, max: 0.1},]
      # deep
  - markdown: |
      a

      b

  - quality:
    future: {kept: yes}
    checks:
      - measure: rows
        min: 3
      # two
      - {measure: rows, max: 5}`;

const value = (value: unknown): Content => ({ value });
const set = (path: SourceEdit['path'], content: Content): SourceEdit => ({ edit: 'set', path, content });
const insert = (path: SourceEdit['path'], index: number, content: Content): SourceEdit => ({ edit: 'insert', path, index, content });
const remove = (...path: SourceEdit['path']): SourceEdit => ({ edit: 'remove', path });
const move = (path: SourceEdit['path'], from: number, to: number): SourceEdit => ({ edit: 'move', path, from, to });

/** Lines that an edit takes out and puts in, where everything before and after them is as it was. */
function changed(edits: readonly SourceEdit[], text = file): string[] {
  const [old, now] = [text.split('\n'), spliceDriftbook(text, edits).split('\n')];
  let head = 0;
  while (head < Math.min(old.length, now.length) && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  return [...old.slice(head, old.length - tail).map((line) => `-${line}`), ...now.slice(head, now.length - tail).map((line) => `+${line}`)];
}

test('a value is replaced where it stands, in its quotes, and nothing else of its line', () => {
  const old = '-      checks: [{measure: psi, max: 0.2}, {measure: ks, max: 0.1},]';
  assert.deepEqual(changed([set(['cells', 1, 'checks', 0, 'max'], value(0.5))]), [
    old,
    '+      checks: [{measure: psi, max: 0.5}, {measure: ks, max: 0.1},]',
  ]);
  assert.deepEqual(changed([set(['cells', 0, 'markdown'], value('# "So"'))]), [
    '-  - markdown: "# Hi"   # said',
    '+  - markdown: "# \\"So\\""   # said',
  ]);
  assert.deepEqual(changed([set(['cells', 0, 'markdown'], value('two\nlines'))]), [
    '-  - markdown: "# Hi"   # said',
    '+  - markdown: |-   # said',
    '+      two',
    '+      lines',
  ]);
  assert.deepEqual(changed([set(['cells', 2, 'markdown'], value('a\n\nc\n'))]), ['-      b', '+      c']);
});

test('fields and items are added in the form of those around them', () => {
  const psi = value({ measure: 'psi', columns: ['a, b'], max: 1 });
  assert.deepEqual(changed([insert(['cells', 1, 'checks'], 2, psi)]), [
    '-      checks: [{measure: psi, max: 0.2}, {measure: ks, max: 0.1},]',
    '+      checks: [{measure: psi, max: 0.2}, {measure: ks, max: 0.1}, {measure: psi, columns: ["a, b"], max: 1},]',
  ]);
  assert.deepEqual(changed([insert(['cells', 3, 'checks'], 1, psi)]), [
    '+      - measure: psi',
    '+        columns: ["a, b"]',
    '+        max: 1',
  ]);
  assert.deepEqual(changed([insert(['cells', 0, 'checks'], 0, value({ measure: 'rows', min: 1 }))]), [
    '+    checks: [{measure: rows, min: 1}]',
  ]);
  assert.deepEqual(changed([set(['cells', 3, 'quality'], value({}))]), ['-  - quality:', '+  - quality: {}']);
  assert.deepEqual(changed([insert(['cells'], 2, value({ markdown: 'x\ny\n' }))]), ['+      x', '+      y', '+', '+  - markdown: |']);
  assert.match(spliceDriftbook(file, [set(['columns', 'ignore'], value(['x']))]), /max: 5}\ncolumns: {ignore: \[x\]}$/);
});

test('items go with the comments right above them and the empty lines that part them; comments of others stay', () => {
  assert.deepEqual(changed([remove('cells', 0)]), ['-  # about a', '-  - markdown: "# Hi"   # said', '-']);
  assert.deepEqual(changed([remove('cells', 1, 'checks', 1)]), [
    '-      checks: [{measure: psi, max: 0.2}, {measure: ks, max: 0.1},]',
    '+      checks: [{measure: psi, max: 0.2}, ]',
  ]);
  assert.deepEqual(changed([remove('cells', 3, 'checks', 0, 'measure')]), ['-      - measure: rows', '-        min: 3', '+      - min: 3']);
  assert.deepEqual(changed([remove('version')]), ['-version: 1 # of the format']);
  const none = spliceDriftbook(
    file,
    [0, 1, 2, 3].map(() => remove('cells', 0)),
  );
  assert.equal(none.trimEnd(), 'version: 1 # of the format\n# head\ncells: []');
  assert.equal(
    spliceDriftbook(none, [insert(['cells'], 0, value({ quality: {} }))]).trimEnd(),
    `${none.trimEnd().slice(0, -3)}\n  - quality: {}`,
  );
});

test('items are moved as they stand; the last line of a file keeps having no end', () => {
  const moved = spliceDriftbook(file, [move(['cells'], 3, 0)]);
  assert.match(moved, /^cells:\n {2}- quality:\n {4}future: \{kept: yes\}\n[\s\S]*max: 5\}\n\n {2}# about a\n/m);
  assert.match(moved, /\n {6}b$/);
  assert.equal(spliceDriftbook(moved, [move(['cells'], 0, 3)]), file);
  assert.deepEqual(changed([move(['cells', 1, 'checks'], 0, 1)])[1], '+      checks: [{measure: ks, max: 0.1}, {measure: psi, max: 0.2},]');
});

test('a cell as text: what it is edited to stands in its place, the same text changes nothing', () => {
  const source = (i: number): string => sourceOf(file, parseYaml(file), ['cells', i]) ?? '';
  assert.equal(source(1), 'drift: {columns: all}   # all\nchecks: [{measure: psi, max: 0.2}, {measure: ks, max: 0.1},]\n# deep');
  assert.equal(source(2), 'markdown: |\n  a\n\n  b');
  for (const i of [0, 1, 2, 3]) assert.equal(spliceDriftbook(file, [set(['cells', i], { source: source(i) })]), file);
  assert.deepEqual(changed([set(['cells', 3], { source: source(3).replace('min: 3', 'min: 4 # more') })]), [
    '-        min: 3',
    '+        min: 4 # more',
  ]);
});

test('ends of lines are those of the file', () => {
  const dos = file.replaceAll('\n', '\r\n');
  const edits = [
    insert(['cells'], 1, value({ markdown: 'a\nb\n' })),
    set(['cells', 0, 'markdown'], value('x\ny')),
    move(['cells'], 0, 2),
    remove('cells', 0),
  ];
  assert.equal(spliceDriftbook(dos, edits), spliceDriftbook(file, edits).replaceAll('\n', '\r\n'));
});

test('what an edit would break is refused, with why', () => {
  const refused = (code: string, text: string, edit: SourceEdit): void =>
    assert.throws(
      () => spliceDriftbook(text, [edit]),
      (error) => error instanceof SpliceRefused && error.code === code,
    );
  refused('unreadable', 'a: [', set(['a'], value(1)));
  refused('unreadable', file, set(['cells', 0], { source: 'a: [' }));
  refused('place', file, set(['cells', 9], value(1)));
  refused('place', file, remove('cells', 0, 'nothing'));
  refused('place', file, move(['cells'], 0, 4));
  refused('shared', 'a: &a {x: 2}\nb: *a\n', set(['b', 'x'], value(1)));
  refused('layout', 'a: &a {x: 2}\nb: *a\n', remove('a'));
});

test('what is put in is quoted as it must be: texts that look like something else, and characters that are not seen', () => {
  for (const text of [
    'yes',
    'true',
    '1e3',
    '- a',
    'a: b',
    '#',
    '',
    ' a ',
    '\u001b[31m',
    '\u202egpj',
    'a\u2028b',
    '\ud83d\ude00',
    '{{',
    "it's",
    '*a',
    '&a',
    '!x',
    'null',
    '\ufeff',
    '__proto__',
  ]) {
    const out = spliceDriftbook(file, [
      insert(['cells', 1, 'checks', 0, 'columns'], 0, value(text)),
      set(['cells', 0, 'markdown'], value(text)),
    ]);
    assert.doesNotMatch(out, /[\u001b\u202e\u2028\ufeff]/u);
  }
});
