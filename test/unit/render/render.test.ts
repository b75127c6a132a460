import assert from 'node:assert/strict';
import { test } from 'node:test';
import { escapeMarkdown } from '../../../src/core/format/escapeMarkdown.ts';
import { renderColumnsCsv } from '../../../src/core/render/columnsCsv.ts';
import { displayWidth } from '../../../src/core/render/displayWidth.ts';
import { renderMarkdown } from '../../../src/core/render/markdown.ts';
import { codeSpan } from '../../../src/core/render/markdownRich.ts';
import { renderText } from '../../../src/core/render/text.ts';
import { wrapRich } from '../../../src/core/render/wrapRich.ts';
import { sayDocument } from '../../../src/core/sections/sayDocument.ts';
import { cells, column, months, moved, note, report, untested } from '../words/makeReport.ts';
import { chinese, english } from '../words/translators.ts';

const hostile = '\u001b[31m|`<img src=x onerror=alert(1)>`|@everyone #1 [x](javascript:alert(1)) \u202Egnp';
const of = report(
  [
    moved('car_value', { chunks: cells('.......AAA'), since: 7 }),
    column('region', { verdict: 'cannot_tell', visible: 0.12, rowsNeeded: { current: 600, reference: null } }),
    column('a_name_that_is_quite_a_bit_longer_than_names_of_columns_usually_are_in_practice'),
    column(hostile),
    untested('id', 'identifier'),
  ],
  { time: months(10), notes: [note('type_changed', { reference: hostile, current: 'x' }, { column: hostile })] },
);
const english1 = sayDocument(of, english, 'en');
const chinese1 = sayDocument(of, chinese, 'zh-cn');
const escapes = /\u001b\[[0-9;]*m/g;

test('the terminal report says the finding first, columns worst first, and nothing wider than the window', () => {
  for (const text of [english1, chinese1]) {
    for (const width of [60, 80, 100, 160]) {
      const lines = renderText(text, { width, color: false }).split('\n');
      assert.ok(text.plainTitle.startsWith(lines[0]!) || lines[0] === text.plainTitle);
      for (const line of lines) assert.ok(displayWidth(line) <= width, `${width}: ${line}`);
    }
  }
  const all = renderText(english1, { width: 100, color: false });
  assert.ok(all.indexOf('car_value number') < all.indexOf('region number'));
  assert.match(all, /car_value +[▁▂▃▄▅▆▇█]{10} {2}since June 2019/);
  assert.match(all, /region number .*\? cannot tell below 12/);
  assert.match(all, /\n {2}id +Not tested: the values identify rows/);
});

test('data cannot steer the terminal; colour is only there when asked for', () => {
  const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
  assert.doesNotMatch(renderText(english1, { width: 100, color: false }), control);
  const coloured = renderText(english1, { width: 100, color: true });
  assert.match(coloured, escapes);
  assert.doesNotMatch(coloured.replace(escapes, ''), control);
  assert.equal(coloured.replace(escapes, ''), renderText(english1, { width: 100, color: false }));
});

test('width counts wide characters twice and marks not at all', () => {
  assert.equal(displayWidth('漂移 drift'), 10);
  assert.equal(displayWidth('e\u0301'), 1);
  assert.equal(displayWidth('😀'), 2);
  assert.equal(displayWidth('→ ▲ 5\u202f%'), 7);
});

test('lines break at spaces, and in Chinese between characters, not before a closing mark', () => {
  assert.deepEqual(wrapRich(['one two ', { strong: 'three' }, '. four'], 9, false), ['one two', 'three.', 'four']);
  assert.deepEqual(wrapRich(['未见漂移。应能发现'], 8, false), ['未见漂', '移。应能', '发现']);
  assert.deepEqual(wrapRich(['x'.repeat(20)], 8, false), ['x'.repeat(20)]);
});

test('Markdown lets no data become markup', () => {
  const markdown = renderMarkdown(english1);
  const outsideCode = markdown.replace(/(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, '');
  assert.doesNotMatch(outsideCode, /<img|(?<!\\)\[x|@everyone|[^\\]#1\b/);
  assert.match(markdown, /^# 1 of 4 columns moved enough to matter: `car_value`, since June 2019\.\n/);
  const rows = markdown.split('\n').filter((line) => line.startsWith('| '));
  for (const row of rows) assert.equal(row.replace(/\\\|/g, '').split('|').length, 8, row);
});

test('Markdown marks are escaped, and mentions, references and links parted', () => {
  assert.equal(escapeMarkdown('a|b*c_d[e]`f`<g>&'), 'a\\|b\\*c\\_d\\[e\\]\\`f\\`&lt;g&gt;&amp;');
  assert.equal(escapeMarkdown('@me #12 http://x.y 03:51:23'), '@&#8203;me \\#&#8203;12 http:&#8203;//x.y 03:51:23');
  assert.equal(codeSpan('a`b``c'), '```a`b``c```');
  assert.equal(codeSpan('`a'), '`` `a ``');
});

test('the Markdown of a Chinese report keeps its emphasis beside Chinese marks', () => {
  assert.doesNotMatch(renderMarkdown(chinese1), /\*\*[^*]*[%”]\*\*/);
});

test('CSV is RFC 4180, and formulas are defused', () => {
  const names = ['=1+1', '+1', '-1', '@a', '\tx', '\rx', 'a,b', 'a"b', 'a\nb', ' a', '＝x', 'plain'];
  const csv = renderColumnsCsv(report(names.map((name) => column(name))));
  assert.ok(csv.endsWith('\r\n'));
  const cellsOf = csv.split('\r\n').slice(1, -1);
  assert.equal(cellsOf[0]!.split(',')[0], "'=1+1");
  assert.equal(cellsOf[1]!.split(',')[0], "'+1");
  assert.equal(cellsOf[2]!.split(',')[0], "'-1");
  assert.equal(cellsOf[3]!.split(',')[0], "'@a");
  assert.ok(cellsOf[4]!.startsWith('␉x,'));
  assert.ok(csv.includes('␍x'));
  assert.ok(csv.includes('"a,b"') && csv.includes('"a""b"') && csv.includes('a␊b') && csv.includes('" a"') && csv.includes("'＝x"));
  const heads = csv.split('\r\n')[0]!.split(',');
  assert.equal(cellsOf.at(-1)!.split(',').length, heads.length);
  assert.equal(cellsOf.at(-1)!.split(',')[heads.indexOf('rows_moved')], '0.001');
});

test('reports without tests, without columns and with very many chunks are rendered too', () => {
  const empty = report([]);
  const none = report([untested('id', 'identifier')]);
  const many = report([moved('x', { chunks: cells('.'.repeat(300) + 'A'.repeat(100)), since: 300 })], { time: months(400) });
  for (const one of [empty, none, many]) {
    const text = sayDocument(one, english, 'en');
    const shown = renderText(text, { width: 80, color: false });
    for (const line of shown.split('\n')) assert.ok(displayWidth(line) <= 80, line);
    assert.ok(renderMarkdown(text).startsWith('# '));
    assert.ok(renderColumnsCsv(one).startsWith('column,'));
  }
});
