import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderMarkdown } from '../../../src/core/render/markdown.ts';
import type { Evaluation } from '../../../src/core/report/evaluationOf.ts';
import { sayDocument } from '../../../src/core/sections/sayDocument.ts';
import { mulberry32 } from '../../../src/core/stats/samples/mulberry32.ts';
import { plainText } from '../../../src/core/words/plainText.ts';
import type { MemoryValue } from '../memoryTable.ts';
import { chinese, english } from '../words/translators.ts';
import { binaryRows, type Columns, evaluated } from './tables.ts';

/** Cars whose price is predicted with an error that grows with the kilometres. `easy`: share of cars with few of them. */
function cars(n: number, seed: number, { easy = 0.5, factor = 1 } = {}): Columns {
  const random = mulberry32(seed);
  const rows = Array.from({ length: n }, () => {
    const km = Math.round(1000 * (random() < easy ? 10 + 40 * random() : 100 + 100 * random()));
    const noise = random() + random() + random() + random() - 2;
    const doors = random() < 0.5 ? 3 : 5;
    return { km: km * factor, doors, said: 20_000 - km / 20, price: 20_000 - km / 20 + noise * (100 + km / 100) };
  });
  return {
    km_driven: rows.map(({ km }) => km),
    doors: rows.map(({ doors }) => doors),
    y_pred: rows.map(({ said }) => said),
    y_true: rows.map(({ price }) => price),
  };
}

const withoutLabels = (columns: Columns): Columns => ({ ...columns, y_true: columns.y_true!.map((): MemoryValue => null) });
const regression = { task: 'regression', target: 'y_true', prediction: 'y_pred' } as const;
const mae = ({ estimate }: Evaluation) => estimate!.rows.find(({ name }) => name === 'mae')!;

/** A day for every `perDay` rows. */
function daily(columns: Columns, from: string, perDay: number): Columns {
  const start = Date.parse(from);
  const rows = Object.values(columns)[0]!.length;
  return { day: Array.from({ length: rows }, (_, i) => new Date(start + Math.floor(i / perDay) * 86_400_000)), ...columns };
}

test('the whole is held against the whole of reference: as in reference only when it is, better when better, worse when worse', async () => {
  const reference = cars(4000, 1);
  const expected = {
    same: [cars(4000, 2), 'as_reference'],
    better: [cars(4000, 3, { easy: 0.9 }), 'better'],
    worse: [cars(4000, 4, { easy: 0.1 }), 'worse'],
  } as const;
  for (const [name, [current, standing]] of Object.entries(expected)) {
    const { evaluation, report } = await evaluated(withoutLabels(current), reference, regression);
    const row = mae(evaluation);
    assert.equal(row.whole.standing, standing, name);
    assert.equal(row.whole.alert, standing === 'worse');
    assert.ok(row.wholeLimits!.low < row.reference! && row.reference! < row.wholeLimits!.high);
    const outside = row.whole.value! < row.wholeLimits!.low || row.whole.value! > row.wholeLimits!.high;
    assert.equal(outside, standing !== 'as_reference', 'words and limits are of one scale');
    const said = plainText(sayDocument(report, english, 'en').evaluation!.estimate!);
    assert.match(
      said,
      { as_reference: /, as in reference \(/, better: /, better than in reference \(/, worse: /, worse than in reference \(/ }[standing],
    );
  }
});

test('of kilometres three times as large the estimate knows nothing: a remark, and from most rows on a refusal', async () => {
  const reference = cars(4000, 1);
  const tripled = cars(4000, 2, { factor: 3 });
  const some = Object.fromEntries(
    Object.entries(cars(4000, 5)).map(([name, values]) => [name, values.map((value, i) => (i % 4 === 0 ? tripled[name]![i]! : value))]),
  );
  const told = await evaluated(withoutLabels(some), reference, regression);
  const [beyond] = told.evaluation.estimate!.beyond;
  assert.equal(beyond?.column, 'km_driven');
  assert.ok(beyond!.share > 0.08 && beyond!.share < 0.2, String(beyond?.share));
  assert.notEqual(mae(told.evaluation).whole.value, null);
  for (const [t, locale, words] of [
    [english, 'en', /In 1\d % of rows km_driven holds values that reference has never seen/],
    [chinese, 'zh-cn', /km_driven 的值从未出现在参考数据中/],
  ] as const)
    assert.match(plainText(sayDocument(told.report, t, locale).evaluation!.estimate!).replaceAll('\u202f', ' '), words);

  const all = await evaluated(withoutLabels(cars(4000, 6, { factor: 6, easy: 0.2 })), reference, regression);
  assert.deepEqual(mae(all.evaluation).whole.refused, { code: 'inputs_beyond', value: null });
  assert.equal(mae(all.evaluation).whole.value, null);
  assert.match(
    plainText(sayDocument(all.report, english, 'en').evaluation!.estimate!),
    /is not estimated: in most rows a column that matters/,
  );

  // A column that tells nothing of errors or predictions may go where it likes.
  const { doors, ...others } = cars(4000, 7);
  const harmless = await evaluated(withoutLabels({ ...others, doors: doors!.map((d) => Number(d) + 100) }), reference, regression);
  assert.deepEqual(harmless.evaluation.estimate!.beyond, []);
});

test('scores, too: a category that reference lacks is told where it matters to the model', async () => {
  const reference = binaryRows(4000, 11);
  const current = binaryRows(4000, 12);
  const score = (columns: Columns) => columns.y_pred_proba as readonly number[];
  const sized = (columns: Columns, huge: string): Columns => ({
    ...columns,
    size: score(columns).map((p) => (p > 0.6 ? huge : p > 0.2 ? 'm' : 's')),
  });
  const { evaluation } = await evaluated({ ...sized(current, 'xxl'), churned: current.churned!.map(() => null) }, sized(reference, 'xl'), {
    target: 'churned',
  });
  assert.deepEqual(
    evaluation.estimate!.beyond.map(({ column }) => column),
    ['size'],
  );
});

test('by chunks, with since when, in text and Markdown, where no label is there', async () => {
  const perDay = 400;
  const reference = daily(cars(10 * perDay, 21), '2026-01-01', perDay);
  const good = cars(6 * perDay, 22);
  const bad = cars(6 * perDay, 23, { easy: 0.1 });
  const joined = Object.fromEntries(Object.entries(good).map(([name, values]) => [name, [...values, ...bad[name]!]]));
  const current = daily(withoutLabels(joined), '2026-01-11', perDay);
  const { evaluation, report } = await evaluated(current, reference, regression, {
    spec: { chunk: { by: 'day' } },
    kinds: { y_true: 'number' },
  });
  const row = mae(evaluation);
  assert.equal(row.since, 6);
  assert.deepEqual(
    row.chunks.map(({ standing }) => standing),
    [...Array<string>(6).fill('as_reference'), ...Array<string>(6).fill('worse')],
  );
  const text = sayDocument(report, english, 'en');
  assert.match(plainText(text.evaluation!.estimate!), /By chunks it has been worse than chunks of reference show since 17 Jan 2026\./);
  assert.match(plainText(sayDocument(report, chinese, 'zh-cn').evaluation!.estimate!), /按分块看，自 .*起估计值差于参考数据/);
  const markdown = renderMarkdown(text);
  assert.match(markdown, /\| Chunk \| Estimated \| Verdict \|/);
  assert.match(markdown, /\| 16 Jan 2026 \| [\d,]+ \\?\[[\d,]+, [\d,]+\\?\] \| ✓ as in reference \|/);
  assert.match(markdown, /\| 17 Jan 2026 \| [\d,]+ \\?\[[\d,]+, [\d,]+\\?\] \| ▲ worse than in reference \|/);
});

test('limits of the whole are as wide as days of the reference differ: what some days do is no drop, in both languages', async () => {
  const perDay = 200;
  const joined = (easy: readonly number[], seed: number): Columns => {
    const days = easy.map((share, day) => cars(perDay, seed + day, { easy: share }));
    return Object.fromEntries(Object.keys(days[0]!).map((name) => [name, days.flatMap((day) => day[name]!)]));
  };
  const restless = Array.from({ length: 16 }, (_, day) => (day % 2 === 0 ? 0.2 : 0.8));
  const reference = daily(joined(restless, 100), '2026-01-01', perDay);
  const current = daily(withoutLabels(joined([0.2, 0.8, 0.2, 0.8, 0.2, 0.2, 0.2], 200)), '2026-01-17', perDay);
  const kinds = { y_true: 'number' } as const;
  const spec = { chunk: { by: 'none' } } as const;
  const byDay = await evaluated(current, reference, regression, { kinds, spec });
  const byRow = await evaluated(current, reference, regression, {
    kinds,
    spec: { ...spec, columns: { timestamp: null, ignore: ['day'] } },
  });
  const width = ({ wholeLimits }: ReturnType<typeof mae>) => wholeLimits!.high - wholeLimits!.low;
  assert.ok(
    width(mae(byDay.evaluation)) > 1.5 * width(mae(byRow.evaluation)),
    `${width(mae(byDay.evaluation))} ${width(mae(byRow.evaluation))}`,
  );
  assert.deepEqual([mae(byDay.evaluation).whole.standing, mae(byRow.evaluation).whole.standing], ['as_reference', 'worse']);
  assert.match(
    plainText(sayDocument(byDay.report, english, 'en').evaluation!.estimate!),
    /^MAE is estimated at [\d,]+ \[[\d,]+, [\d,]+\], as in reference \([\d,]+\)\./,
  );
  assert.match(
    plainText(sayDocument(byDay.report, chinese, 'zh-cn').evaluation!.estimate!),
    /^MAE 估计为 [\d,]+ \[[\d,]+, [\d,]+\]，与参考数据(?:一致|相同|相当)/,
  );
  assert.match(plainText(sayDocument(byRow.report, chinese, 'zh-cn').evaluation!.estimate!), /^MAE 估计为 .*，差于参考数据/);
});
