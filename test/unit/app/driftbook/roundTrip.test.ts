import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isUnreadable } from '../../../../src/app/driftbook/driftbookDocument.ts';
import { parseYaml } from '../../../../src/app/driftbook/parseYaml.ts';
import { type SourceEdit, SpliceRefused } from '../../../../src/app/driftbook/sourceEdit.ts';
import { sourceOf, spliceDriftbook } from '../../../../src/app/driftbook/spliceDriftbook.ts';
import { seeded } from '../../../tools/random.mjs';
import { type Generated, generateDriftbook, textOf } from './generateDriftbook.ts';

const files = 1000;

/** Edits of one cell, whatever it is. */
function editOf(seed: number, file: Generated, cell: number): SourceEdit {
  const random = seeded(seed + 1_000_000);
  const text = textOf(file);
  const isProse = file.numbers[cell]!.length === 0;
  const put = ['x', '# two\nlines', 'a\n\nb\n', 'it\'s: "so" #', ' '][Math.floor(random() * 5)]!;
  const content = { value: put };
  if (isProse)
    return random() < 0.7
      ? { edit: 'set', path: ['cells', cell, 'markdown'], content }
      : { edit: 'set', path: ['cells', cell, 'name'], content };
  const check = { value: { measure: 'psi', columns: ['a, b'], min: -1 } };
  const choices: SourceEdit[] = [
    { edit: 'set', path: ['cells', cell, ...file.numbers[cell]!], content: { value: 0.125 } },
    { edit: 'insert', path: ['cells', cell, 'checks'], index: Math.floor(random() * 2), content: check },
    { edit: 'set', path: ['cells', cell, 'checks', 0], content: check },
    { edit: 'remove', path: ['cells', cell, 'checks', 0] },
    { edit: 'remove', path: ['cells', cell, 'checks'] },
    { edit: 'set', path: ['cells', cell, 'name'], content },
    {
      edit: 'set',
      path: ['cells', cell],
      content: { source: sourceOf(text, parseYaml(text), ['cells', cell])!.replace(/max: /, 'max:  1') },
    },
    { edit: 'set', path: ['cells', cell], content: { value: { markdown: put } } },
  ];
  return choices[Math.floor(random() * choices.length)]!;
}

test(`${files} driftbooks: an edit of a cell changes only the lines of that cell`, () => {
  for (let seed = 0; seed < files; seed++) {
    const file = generateDriftbook(seed);
    const text = textOf(file);
    assert.equal(isUnreadable(parseYaml(text)), false, `${seed}\n${text}`);
    const cell = seed % file.cells.length;
    const edit = editOf(seed, file, cell);
    const say = (now: string): string => `seed ${seed} ${JSON.stringify(edit)}\n${text}\n=====\n${now}`;
    const now = spliceDriftbook(text, [edit]);
    const before =
      file.head +
      file.cells
        .slice(0, cell)
        .map((lines, i) => file.gaps[i] + lines)
        .join('') +
      file.gaps[cell];
    const after = text.slice(before.length + file.cells[cell]!.length);
    assert.ok(now.startsWith(before) && now.endsWith(after) && now.length >= before.length + after.length, say(now));
    assert.notEqual(now, text, say(now));
    // The ends of lines are those of the file.
    if (text.includes('\r\n')) assert.doesNotMatch(now, /[^\r]\n/, say(now));
    else assert.ok(!now.includes('\r'), say(now));
  }
});

/** Null where the edit is refused, which happens next to texts that keep the empty lines after them (`|+`) alone: these would become others. */
function spliceOrRefuse(text: string, edit: SourceEdit): string | null {
  try {
    return spliceDriftbook(text, [edit]);
  } catch (error) {
    assert.ok(error instanceof SpliceRefused && error.code === 'layout' && text.includes('|+'), `${JSON.stringify(edit)}\n${text}`);
    return null;
  }
}

test(`${files} driftbooks: cells put in, taken out and moved leave the lines of all others as they are`, () => {
  for (let seed = 0; seed < files; seed++) {
    const file = generateDriftbook(seed);
    const text = textOf(file);
    const cell = seed % file.cells.length;
    const to = (seed >> 3) % file.cells.length;
    const lines = (part: string): string[] => part.split(/(?<=\n)/).filter((line) => line.trim() !== '' && !/^\s*#/.test(line));
    const others = lines(text).sort();
    const put = spliceDriftbook(text, [{ edit: 'insert', path: ['cells'], index: cell, content: { value: { markdown: 'ZZ' } } }]);
    assert.deepEqual(
      lines(put)
        .filter((line) => !line.includes('ZZ'))
        .sort()
        .map((line) => line.trimEnd()),
      others.map((line) => line.trimEnd()),
      String(seed),
    );
    const moved = spliceOrRefuse(text, { edit: 'move', path: ['cells'], from: cell, to });
    if (moved === null) continue;
    assert.deepEqual(moved.split(/\r?\n/).sort(), text.split(/\r?\n/).sort(), `${seed}\n${text}\n====\n${moved}`);
    const back = spliceDriftbook(moved, [{ edit: 'move', path: ['cells'], from: to, to: cell }]);
    assert.deepEqual(lines(back), lines(text), String(seed));
    if (file.cells.length === 1) continue;
    const gone = spliceOrRefuse(text, { edit: 'remove', path: ['cells', cell] });
    if (gone === null) continue;
    const own = lines(file.cells[cell]!);
    const left = lines(text);
    for (const line of own) left.splice(left.indexOf(line), 1);
    assert.deepEqual(lines(gone).sort(), left.sort(), `${seed}\n${text}\n====\n${gone}`);
  }
});

test(`${files} driftbooks: edits that change nothing give the same bytes`, () => {
  for (let seed = 0; seed < files; seed++) {
    const file = generateDriftbook(seed);
    const text = textOf(file);
    const yaml = parseYaml(text);
    const value = yaml.value as { cells: unknown[] };
    const edits = value.cells.flatMap((cell, i): SourceEdit[] => [
      { edit: 'set', path: ['cells', i], content: { source: sourceOf(text, yaml, ['cells', i])! } },
      { edit: 'set', path: ['cells', i], content: { value: cell } },
      { edit: 'move', path: ['cells'], from: i, to: i },
    ]);
    assert.equal(spliceDriftbook(text, [...edits, { edit: 'set', path: [], content: { value } }]), text);
  }
});
