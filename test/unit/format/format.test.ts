import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatChange } from '../../../src/core/format/change.ts';
import { chunkLabels } from '../../../src/core/format/chunkLabels.ts';
import { formatCount } from '../../../src/core/format/count.ts';
import { formatDate } from '../../../src/core/format/date.ts';
import { formatDuration } from '../../../src/core/format/duration.ts';
import { fill } from '../../../src/core/format/fill.ts';
import { formatFixed } from '../../../src/core/format/fixed.ts';
import { formatNumber } from '../../../src/core/format/number.ts';
import { formatP } from '../../../src/core/format/pValue.ts';
import { formatRoundedCount } from '../../../src/core/format/roundedCount.ts';
import { formatShare } from '../../../src/core/format/share.ts';
import { formatShareChange } from '../../../src/core/format/shareChange.ts';
import { formatSpan } from '../../../src/core/format/span.ts';
import { thinnedLabels } from '../../../src/core/format/thinnedLabels.ts';

/** Spaces that do not break are told apart from plain ones in the product, not in these expectations. */
const plain = (text: string | null): string | null => text?.replace(/[\u00a0\u202f]/g, ' ') ?? null;
const utc = Date.UTC;

test('numbers as people write them', () => {
  const cases: [number, string][] = [
    [22345.6, '22,300'],
    [0.03123, '0.0312'],
    [1234.5, '1,235'],
    [999.7, '1,000'],
    [0, '0'],
    [-0.5, '−0.5'],
    [12_345_678, '12.3 M'],
    [9_876_543, '9,880,000'],
    [4.2e9, '4.2 B'],
    [0.0000312, '3.12e-5'],
    [-1.5e18, '−1.5e18'],
    [Number.NaN, '–'],
    [Number.NEGATIVE_INFINITY, '−∞'],
  ];
  for (const [x, text] of cases) assert.equal(plain(formatNumber(x, 'en')), text);
  assert.equal(formatNumber(12_345_678, 'zh-CN'), '1230万');
  assert.equal(formatCount(50000, 'en'), '50,000');
  assert.equal(formatCount(Number.NaN, 'en'), '–');
});

test('shares: exact 0 and 100 only when they are', () => {
  const cases: [number, string][] = [
    [0.14, '14 %'],
    [0.032, '3.2 %'],
    [0.03, '3 %'],
    [0.0996, '10 %'],
    [0.004, '< 1 %'],
    [0, '0 %'],
    [1, '100 %'],
    [0.9999, '> 99 %'],
    [-0.14, '−14 %'],
  ];
  for (const [x, text] of cases) assert.equal(plain(formatShare(x, 'en')), text);
  assert.equal(formatShare(0.14, 'zh-CN'), '14%');
  assert.equal(formatShare(0.14, 'en'), '14\u202f%');
});

test('p-values', () => {
  const cases: [number, string][] = [
    [1e-9, '< 0.0001'],
    [0, '< 0.0001'],
    [0.0321, '0.032'],
    [0.00032, '0.00032'],
    [0.4501, '0.45'],
    [0.0999, '0.10'],
    [0.998, '> 0.99'],
    [1, '1'],
  ];
  for (const [p, text] of cases) assert.equal(plain(formatP(p, 'en')), text);
});

test('changes', () => {
  assert.equal(plain(formatChange(22300, 27900, 'en')), '+25 %');
  assert.equal(plain(formatChange(100, 96.8, 'en')), '−3.2 %');
  assert.equal(plain(formatChange(-10, -15, 'en')), '−50 %');
  assert.equal(plain(formatChange(-118, -121, 'en')), '−2.5 %');
  assert.equal(plain(formatChange(-121, -118, 'en')), '+2.5 %');
  assert.equal(plain(formatChange(1, 12.3, 'en')), '× 12');
  assert.equal(plain(formatChange(5, 5, 'en')), '0 %');
  assert.equal(formatChange(0, 5, 'en'), null);
  assert.equal(formatChange(-1, 5, 'en'), null);
});

test('dates in UTC, as precise as their unit', () => {
  const june = utc(2019, 5, 1);
  const march = utc(2019, 2, 3, 14);
  assert.equal(formatDate(june, 'month', 'en'), 'June 2019');
  assert.equal(plain(formatDate(june, 'month', 'en', { short: true })), 'Jun 19');
  assert.equal(formatDate(march, 'day', 'en'), '3 Mar 2019');
  assert.equal(formatDate(march, 'hour', 'en'), '3 Mar 14:00');
  assert.equal(formatDate(march, 'week', 'en'), 'week of 3 Mar 2019');
  assert.equal(plain(formatDate(utc(2019, 8, 3), 'week', 'en-GB', { short: true })), '3 Sep');
  assert.equal(formatDate(20000, 'rows', 'en'), '20,000');
  assert.equal(formatDate(june, 'month', 'zh-CN'), '2019年6月');
  assert.equal(formatDate(march, 'day', 'zh-CN'), '2019年3月3日');
  assert.equal(formatDate(march, 'hour', 'zh-CN'), '3月3日 14:00');
});

test('spans', () => {
  assert.equal(formatSpan(utc(2018, 0, 1), utc(2018, 9, 30), 'en'), 'Jan – Oct 2018');
  assert.equal(formatSpan(utc(2018, 10, 1), utc(2019, 7, 30), 'en'), 'Nov 2018 – Aug 2019');
  assert.equal(formatSpan(utc(2019, 2, 3), utc(2019, 2, 17), 'en'), '3 – 17 Mar 2019');
  assert.equal(formatSpan(utc(2019, 2, 28), utc(2019, 3, 2), 'en'), '28 Mar – 2 Apr 2019');
  assert.equal(formatSpan(utc(2019, 2, 3, 8), utc(2019, 2, 3, 14), 'en'), '3 Mar 08:00 – 14:00');
  assert.equal(formatSpan(utc(2018, 0, 1), utc(2018, 9, 30), 'zh-CN'), '2018年1月–10月');
});

test('durations', () => {
  assert.equal(plain(formatDuration(40, 'en')), '40 ms');
  assert.equal(plain(formatDuration(912, 'en')), '0.9 s');
  assert.equal(plain(formatDuration(12_400, 'en')), '12 s');
  assert.equal(plain(formatDuration(80_000, 'en')), '1 min 20 s');
  assert.equal(plain(formatDuration(912, 'zh-CN')), '0.9 秒');
});

test('names of chunks in a row say the year once', () => {
  const starts = [utc(2018, 10, 1), utc(2018, 11, 1), utc(2019, 0, 1), utc(2019, 1, 1)];
  assert.deepEqual(chunkLabels(starts, 'month', 'en').map(plain), ['Nov 18', 'Dec', 'Jan 19', 'Feb']);
  assert.deepEqual(chunkLabels(starts, 'month', 'zh-CN'), ['18年11月', '12月', '19年1月', '2月']);
  assert.deepEqual(chunkLabels([0, 5000], 'rows', 'en'), ['1', '2']);
  assert.deepEqual(chunkLabels([utc(2019, 0, 1, 23), utc(2019, 0, 2, 0), utc(2019, 0, 2, 1)], 'hour', 'en').map(plain), [
    '1 Jan',
    '2 Jan',
    '01:00',
  ]);
});

test('names are thinned to the room there is, and still say the year', () => {
  const starts = Array.from({ length: 10 }, (_, i) => utc(2018, 10 + i, 1));
  assert.equal(thinnedLabels(starts, 'month', 'en', 7).filter((text) => text !== '').length, 10);
  assert.deepEqual(thinnedLabels(starts, 'month', 'en', 3.4).map(plain), ['Nov 18', '', 'Jan 19', '', 'Mar', '', 'May', '', 'Jul', '']);
  assert.equal(thinnedLabels(starts, 'month', 'en', 0).filter((text) => text !== '').length, 1);
  assert.equal(thinnedLabels(starts, 'month', 'zh-CN', 5).filter((text) => text !== '').length, 5);
  assert.deepEqual(thinnedLabels([0, 10, 20, 30], 'rows', 'en', 1), ['1', '', '3', '']);
});

test('an estimated number of rows has two digits, and is never less than what would do', () => {
  assert.equal(formatRoundedCount(44_321, 'en'), '45,000');
  assert.equal(formatRoundedCount(44_000, 'en'), '44,000');
  assert.equal(formatRoundedCount(601, 'en'), '610');
  assert.equal(formatRoundedCount(99_500, 'en'), '100,000');
  assert.equal(formatRoundedCount(57, 'en'), '57');
});

test('labels are filled in one pass', () => {
  assert.equal(fill('{0} and {1}', '{1}', 'x$&'), '{1} and x$&');
  assert.equal(fill('{0} {2}', 'a'), 'a {2}');
  assert.equal(fill('{{0}} {x} {', 'a'), '{a} {x} {');
});

test('fixed digits and changes of shares', () => {
  assert.equal(formatFixed(0.19, 3, 'en'), '0.190');
  assert.equal(plain(formatFixed(0.0004, 3, 'en')), '< 0.001');
  assert.equal(formatFixed(0, 3, 'en'), '0.000');
  assert.equal(plain(formatShareChange(0.011, 'en')), '+1.1 %');
  assert.equal(plain(formatShareChange(-0.03, 'en')), '−3 %');
  assert.equal(plain(formatShareChange(0, 'en')), '0 %');
});
