import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sayReport } from '../../../src/core/sections/sayReport.ts';
import { dataText } from '../../../src/core/words/dataText.ts';
import { plainText } from '../../../src/core/words/plainText.ts';
import { rich } from '../../../src/core/words/rich.ts';
import { categories, moved, note, report, untested } from './makeReport.ts';
import { english } from './translators.ts';

test('braces in data are never placeholders', () => {
  const text = rich(english, '{0} is missing in current.', { strong: 'a{0}{1}b' });
  assert.deepEqual(text, [{ strong: 'a{0}{1}b' }, ' is missing in current.']);
  assert.equal(plainText(rich(english, '{0}: {1}', '{1}', '{0}')), '{1}: {0}');
});

test('a translation may turn the parts round', () => {
  const turned = rich((message, ...values) => (message === 'x' ? `${values[1]} of ${values[0]}` : message), 'x', { strong: 'a' }, 'b');
  assert.deepEqual(turned, ['b of ', { strong: 'a' }]);
});

test('control and direction characters are made visible', () => {
  assert.equal(dataText('a\u001b[31mb\n\r\tc\u0000'), 'a␛[31mb␊␍␉c␀');
  assert.equal(dataText('abc\u202Ecba\u2066'), 'abc⟨U+202E⟩cba⟨U+2066⟩');
  assert.equal(dataText('\uFDD00\uFDD1'), '⟨U+FDD0⟩0⟨U+FDD1⟩');
  assert.equal(dataText('\ud800x'), '\ufffdx');
  assert.equal(dataText('价格 €'), '价格 €');
});

test('long names are cut in the middle, by characters, quickly', () => {
  const long = `${'a'.repeat(40)}${'b'.repeat(5_000_000)}${'c'.repeat(40)}`;
  const started = performance.now();
  const cut = dataText(long);
  assert.ok(performance.now() - started < 100);
  assert.equal([...cut].length, 60);
  assert.match(cut, /^a+…c+$/);
  assert.equal([...dataText('😀'.repeat(100))].length, 60);
  assert.doesNotMatch(dataText('😀'.repeat(100)), /\ufffd/);
});

test('a report of hostile names and values is put into words without harm', () => {
  const names = [
    '{0}',
    '__proto__',
    'constructor',
    '',
    '\u001b[2J',
    '\u202Egnp.exe',
    '=1+1',
    '<img src=x>',
    'x'.repeat(100_000),
    '{0} {1} {2}',
  ];
  const columns = names.flatMap((name) => [
    moved(name, {
      kind: 'text',
      categories: categories({ [name]: [1, 2], '{1}': [3, 0] }),
      movement: { kind: 'category_up', category: name, from: 0.1, to: 0.2 },
    }),
  ]);
  const of = report([...columns, untested('plain', 'failed', { error: 'boom {0}\u0007' })], {
    notes: names.map((name) => note('type_changed', { reference: name, current: '{3}' }, { column: name })),
  });
  const text = sayReport(of, english, 'en');
  assert.equal(Object.keys(text.columns).length, new Set(names).size + 1);
  const all = JSON.stringify(text);
  assert.doesNotMatch(
    plainText(text.title) + plainText(text.drift) + text.notes.map((one) => plainText(one.text)).join(),
    /[\u0000-\u001f\u202e\ufdd0]/,
  );
  assert.ok(all.length < 200_000, 'long names do not swell the words');
  assert.equal(plainText(text.notes[0]!.text), '{0}: {0} in reference, {3} in current.');
});

test('a third language gets English numbers with its English sentences', () => {
  const text = sayReport(report([moved('a')]), english, 'de');
  assert.equal(text.locale, 'en');
  assert.match(plainText(text.columns.a!.headline), /22,300 → 27,900/);
});
