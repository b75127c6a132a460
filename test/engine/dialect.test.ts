import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectShape } from '../../src/engine/sources/csv/dialect.ts';
import { endsQuoted } from '../../src/engine/sources/csv/endsQuoted.ts';
import { headerNames } from '../../src/engine/sources/csv/headerNames.ts';
import { parseRecords } from '../../src/engine/sources/csv/parseRecords.ts';

/** Expected shapes are read off the texts by eye. */
const rows = (make: (i: number) => string, count = 30): string => Array.from({ length: count }, (_, i) => `${make(i)}\n`).join('');
const standard = { delimiter: ',', quote: '"', escape: '"' };

for (const { what, text, delimiter, header = true, skip = 0, first } of [
  { what: 'commas', text: `a,b\n${rows((i) => `${i},x`)}`, delimiter: ',', first: ['a', 'b'] },
  { what: 'decimal commas between semicolons', text: `a;b;c\n${rows((i) => `${i},5;2,5;t`)}`, delimiter: ';', first: ['a', 'b', 'c'] },
  { what: 'tabs', text: `a\tb\n${rows((i) => `${i}, x\ty, z`)}`, delimiter: '\t', first: ['a', 'b'] },
  { what: 'pipes', text: `a|b\n${rows((i) => `${i}|x`)}`, delimiter: '|', first: ['a', 'b'] },
  { what: 'quoted delimiters and line ends', text: `a,b\n${rows((i) => `${i},"x; y;\n z;"`)}`, delimiter: ',', first: ['a', 'b'] },
  { what: 'one column of sentences', text: `text\n${rows((i) => `w${',x'.repeat(i % 4)}`)}`, delimiter: '\x1f', first: ['text'] },
  {
    what: 'remarks before the header',
    text: `# from the warehouse\n\na,b\n${rows((i) => `${i},x`)}`,
    delimiter: ',',
    skip: 2,
    first: ['a', 'b'],
  },
  { what: 'no header', text: rows((i) => `${i},x`), delimiter: ',', header: false, first: ['0', 'x'] },
  { what: 'a frame without names', text: `,0,1,2\n${rows((i) => `${i},5,6,7`)}`, delimiter: ',', first: ['', '0', '1', '2'] },
  { what: 'years as names', text: `country,2019,2020\n${rows((i) => `c${i},1,2`)}`, delimiter: ',', first: ['country', '2019', '2020'] },
]) {
  test(`shape: ${what}`, () => {
    const shape = detectShape(text, true, null);
    assert.deepEqual([shape?.dialect.delimiter, shape?.header, shape?.skip, shape?.first], [delimiter, header, skip, first]);
  });
}

test('backslash escapes are told from doubled quotes', () => {
  const text = `a,b\n${rows((i) => `${i},"say \\"hi\\", you"`)}`;
  assert.equal(detectShape(text, true, null)?.dialect.escape, '\\');
  assert.equal(detectShape(text.replaceAll('\\"', '""'), true, null)?.dialect.escape, '"');
});

test('the preferred dialect wins where it fits, and only there', () => {
  const semicolons = { ...standard, delimiter: ';' };
  assert.equal(detectShape(`a;b\n${rows(() => '1,5;2,5')}`, true, semicolons)?.dialect.delimiter, ';');
  assert.equal(detectShape(`a,b\n${rows(() => '1,2')}`, true, semicolons)?.dialect.delimiter, ',');
});

test('nothing but blank lines has no shape', () => {
  assert.equal(detectShape('\n\r\n  \n', true, null), null);
});

test('records carry their first line; a last one without an end only counts when the text is complete', () => {
  const records = parseRecords('a,b\r\n"x\ny",1\n\nz,2', standard, 10, true);
  assert.deepEqual(
    records.map(({ fields, line }) => [line, ...fields]),
    [
      [1, 'a', 'b'],
      [2, 'x\ny', '1'],
      [5, 'z', '2'],
    ],
  );
  assert.equal(parseRecords('a,b\nz,2', standard, 10, false).length, 1);
  assert.deepEqual(
    parseRecords('"x"y,1\n"x",1\n', standard, 10, true).map(({ sound }) => sound),
    [false, true],
  );
});

test('header names are usable and apart', () => {
  assert.deepEqual(headerNames(['', 'a', 'a', 'a_1', ' b '], true).names, ['column0', 'a', 'a_2', 'a_1', 'b']);
  assert.deepEqual(headerNames(['1', '2'], false).names, ['column0', 'column1']);
});

test('a quote that stays open is seen', () => {
  for (const [text, open] of [
    ['a,b\n1,"x', true],
    ['a,b\n1,"x"\n', false],
    ['a,b\n1,"x""', true],
    ['a,b\n1,"x"""', false],
    ['"', true],
    ['\ufeff"a', true],
    // Within a field it is no quote.
    ['a,b\n1,5"\n', false],
    ['a,b\n1,5",\n"', true],
  ] as const)
    assert.equal(endsQuoted(text, standard), open, JSON.stringify(text));
  const escaped = { ...standard, escape: '\\' };
  assert.equal(endsQuoted('a\n"x\\"', escaped), true);
  assert.equal(endsQuoted('a\n"x\\""', escaped), false);
});
