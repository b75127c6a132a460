import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse } from '../../../../src/core/pipeline/analyse.ts';
import type { Report } from '../../../../src/core/report/report.ts';
import { columnsOf } from '../../../../src/core/report/sectionOf.ts';
import type { ColumnReport } from '../../../../src/core/sections/drift/result.ts';
import { columnText } from '../../../../src/core/sections/drift/words/columnText.ts';
import { driftSentence } from '../../../../src/core/sections/drift/words/driftSentence.ts';
import { title } from '../../../../src/core/sections/title.ts';
import { normalQuantile } from '../../../../src/core/stats/distributions/normal.ts';
import { mulberry32 } from '../../../../src/core/stats/samples/mulberry32.ts';
import { plainText } from '../../../../src/core/words/plainText.ts';
import { MemoryTable, type MemoryValue } from '../../memoryTable.ts';
import { chinese, english } from '../../words/translators.ts';

const dayMs = 86_400_000;

/** Rows by day: a price that follows the months (110 in summer, 70 in winter) and rises by `rise`, a category that does, and noise. */
function seasonal(
  start: string,
  days: number,
  seed: number,
  rise: number,
  keep: (day: Date) => boolean = () => true,
): Record<string, MemoryValue[]> {
  const random = mulberry32(seed);
  const made: { event_time: Date[]; price: number[]; kind: string[]; noise: number[] } = { event_time: [], price: [], kind: [], noise: [] };
  for (let day = 0; day < days; day++) {
    const at = new Date(Date.parse(start) + day * dayMs);
    if (!keep(at)) continue;
    const summer = [5, 6, 7, 8].includes(at.getUTCMonth() + 1);
    for (let i = 0; i < 30; i++) {
      made.event_time.push(at);
      made.price.push((summer ? 110 : 70) + rise + 10 * normalQuantile(0.000_001 + 0.999_998 * random()));
      made.kind.push(random() < (summer ? 0.8 : 0.3) - rise / 100 ? 'beach' : 'town');
      made.noise.push(normalQuantile(0.000_001 + 0.999_998 * random()));
    }
  }
  return made;
}

async function compare(reference: Record<string, MemoryValue[]>, current: Record<string, MemoryValue[]>): Promise<Report> {
  return analyse(
    { reference: { path: '/data/r.csv' }, current: { path: '/data/c.csv' } },
    { reference: new MemoryTable('r.csv', reference), current: new MemoryTable('c.csv', current) },
    { signal: new AbortController().signal, progress: () => {}, notes: [], version: '0.0.0', now: () => 0, budgetBytes: 1e8 },
  );
}

const column = (report: Report, name: string): ColumnReport => columnsOf(report).find((c) => c.name === name)!;

/** Median of values that weigh as many rows of their month in `now` stand for one of theirs. */
function weightedMedian(before: Record<string, MemoryValue[]>, now: Record<string, MemoryValue[]>, months: readonly number[]): number {
  const monthsOf = (side: Record<string, MemoryValue[]>): number[] => side.event_time!.map((at) => (at as Date).getUTCMonth() + 1);
  const count = (of: readonly number[], month: number): number => of.filter((m) => m === month).length;
  const [old, recent] = [monthsOf(before), monthsOf(now)];
  const weight = new Map(months.map((month) => [month, count(recent, month) / count(old, month)]));
  const rows = before
    .price!.map((value, i) => ({ value: value as number, weight: weight.get(old[i]!) ?? 0 }))
    .sort((a, b) => a.value - b.value);
  const total = rows.reduce((sum, row) => sum + row.weight, 0);
  let below = 0;
  for (const row of rows) {
    below += row.weight;
    if (below >= total / 2) return row.value;
  }
  return Number.NaN;
}

test('current holds a winter that the reference lacks: it is said, and the direction is that of the months both hold', async () => {
  const before = seasonal('2024-05-01', 123, 1, 0);
  // A fifth of the days of July are there, so months weigh differently.
  const now = seasonal('2024-10-01', 335, 2, 8, (day) => day.getUTCMonth() !== 6 || day.getUTCDate() % 5 === 0);
  const report = await compare(before, now);
  assert.equal(report.season?.by, 'month');
  assert.deepEqual(report.season.missing, [10, 11, 12, 1, 2, 3, 4]);
  assert.deepEqual(report.season.common, [5, 6, 7, 8]);
  assert.deepEqual(report.season.unmatched, [0, 1, 2, 3, 4, 5, 6]);
  const price = column(report, 'price');
  assert.equal(price.movement.kind, 'lower');
  assert.equal(price.like?.movement.kind, 'higher');
  const [from, to] = price.like.medians!;
  assert.ok(Math.abs(from - weightedMedian(before, now, [5, 6, 7, 8])) < 0.02, `${from}`);
  const summer = now.price!.filter((_, i) => [5, 6, 7, 8].includes((now.event_time![i] as Date).getUTCMonth() + 1)) as number[];
  const middle = summer.sort((a, b) => a - b)[summer.length >> 1]!;
  assert.ok(Math.abs(to - middle) < 0.02, `${to}`);
  const said = plainText(driftSentence(report, english, 'en'));
  assert.match(said, /\. Like for like, over May to August, values are higher: median 110 → 118/);
  assert.doesNotMatch(said, /lower/);
  // Two columns moved: which months are compared is said of the first alone, and no sentence begins within another.
  assert.equal(said.match(/over May to August/g)?.length, 1);
  assert.match(said, /\. Like for like, “(?:town|beach)” is (?:more|less) frequent: /);
  const chineseSaid = plainText(driftSentence(report, chinese, 'zh-cn'));
  assert.match(chineseSaid, /同期比较（仅取五月至八月），取值偏高：/);
  assert.match(chineseSaid, /同期比较，“(?:town|beach)”/);
  assert.equal(columnText(price, report, english, 'en').typical, '110 → 118');
  assert.match(plainText(title(report, english, 'en')), /The reference lacks October to April: these months can differ by season alone\./);
  const kind = column(report, 'kind');
  assert.equal(kind.like?.movement.kind, kind.movement.category === 'town' ? 'category_up' : 'category_down');
  assert.ok(Math.abs(kind.like.movement.from! - 0.2) < 0.03 && Math.abs(kind.like.movement.to! - 0.28) < 0.03);
});

test('what differs only in months that the reference lacks is told as that, and not as drift since then', async () => {
  const report = await compare(seasonal('2024-05-01', 123, 3, 0), seasonal('2024-09-01', 365, 4, 0));
  const price = column(report, 'price');
  assert.equal(price.verdict, 'alert');
  assert.equal(price.unmatched, true);
  assert.equal(column(report, 'noise').unmatched, false);
  const said = plainText(driftSentence(report, english, 'en'));
  assert.match(said, /In price, .* of rows differ .*, in months that the reference does not hold; that can be the season\./);
  assert.match(plainText(title(report, english, 'en')), /only in months that the reference does not hold/);
  assert.match(columnText(price, report, english, 'en').status, /unmatched$/);
});

test('what moved in months that both hold, too, is drift', async () => {
  const report = await compare(seasonal('2024-05-01', 123, 3, 0), seasonal('2024-09-01', 365, 4, 15));
  assert.equal(column(report, 'price').verdict, 'alert');
  assert.equal(column(report, 'price').unmatched, false);
});

test('a reference of working days is compared with working days', async () => {
  const working = (day: Date): boolean => day.getUTCDay() % 6 !== 0;
  const report = await compare(seasonal('2024-05-06', 42, 5, 0, working), seasonal('2024-06-17', 42, 6, 0));
  assert.equal(report.season?.by, 'weekday');
  assert.deepEqual([...report.season.missing].sort(), [6, 7]);
  assert.deepEqual(report.season.common, [1, 2, 3, 4, 5]);
  assert.match(plainText(title(report, english, 'en')), /The reference lacks Saturday and Sunday: these weekdays can differ/);
});

test('calendars that are alike leave nothing to be said', async () => {
  const report = await compare(seasonal('2024-05-06', 42, 5, 0), seasonal('2024-06-17', 42, 6, 0));
  assert.equal(report.season, null);
  assert.ok(columnsOf(report).every(({ like, unmatched }) => like === null && !unmatched));
});

test('a whole year is compared with a summer by the summer', async () => {
  const report = await compare(seasonal('2024-01-01', 366, 7, 0), seasonal('2025-06-01', 60, 8, 8));
  assert.deepEqual(report.season?.missing, []);
  assert.deepEqual(report.season?.common, [6, 7]);
  const [from, to] = column(report, 'price').like!.medians!;
  assert.ok(Math.abs(from - 110) < 1 && Math.abs(to - 118) < 1, `${from} → ${to}`);
  assert.doesNotMatch(plainText(title(report, english, 'en')), /lacks/);
});
