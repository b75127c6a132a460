import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvText, withoutFormula } from '../../../src/core/format/csvField.ts';

test('control and direction characters are shown in a cell, not sent', () => {
  assert.equal(csvText('\u001b]0;title\u0007'), '"␛]0;title␇"');
  assert.equal(csvText('abc\u202efdp.exe'), 'abc⟨U+202E⟩fdp.exe');
  assert.equal(csvText('line\none\r\ttab'), 'line␊one␍␉tab');
  assert.equal(csvText('\ud83d\ude00 中文'), '😀 中文');
});

test('no formula begins at the start, nor behind a semicolon or tab, whatever quotes and blanks stand between', () => {
  for (const [text, safe] of [
    ['=1+1', "'=1+1"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝x', "'＝x"],
    ['a;=1+1', "a;'=1+1"],
    ['a;"=1+1', 'a;\'"=1+1'],
    ['a; =1+1;+2', "a;' =1+1;'+2"],
    ['a\t=1', "a\t'=1"],
    ['a;b=c', 'a;b=c'],
    ['a=b', 'a=b'],
    ['5 - 3', '5 - 3'],
  ] as const)
    assert.equal(withoutFormula(text), safe);
  // A cell of a file cut at semicolons: quotes in front would make it one cell again, the apostrophe must stand within.
  assert.equal(csvText('x;=cmd|"/c calc"!A0'), '"x;\'=cmd|""/c calc""!A0"');
});
