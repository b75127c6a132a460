import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chunkPlan } from '../../../../src/core/read/chunks/chunkPlan.ts';
import { readRowLayout } from '../../../../src/core/read/chunks/rowLayout.ts';
import { ColumnBudget } from '../../../../src/core/read/columnBudget.ts';
import { ColumnReader } from '../../../../src/core/read/columnReader.ts';
import { columnsOf, driftOf } from '../../../../src/core/report/sectionOf.ts';
import { normalQuantile } from '../../../../src/core/stats/distributions/normal.ts';
import { mulberry32 } from '../../../../src/core/stats/samples/mulberry32.ts';
import { MemoryTable } from '../../memoryTable.ts';
import { type Columns, evaluated } from '../../pipeline/tables.ts';

const dayMs = 86_400_000;
const start = Date.UTC(2026, 0, 1);
const calm = new AbortController().signal;

/** Days of rows whose amounts, scores and errors differ by day (SD 0.3), the model being the same. */
function days(count: number, perDay: number, first: number, seed: number): Columns {
  const random = mulberry32(seed);
  const normal = (): number => normalQuantile(random() + 2 ** -33);
  const rows = Array.from({ length: count }, (_, day) => {
    const [ofAmount, ofScore, ofRight] = [0.3 * normal(), 0.3 * normal(), 0.3 * normal()];
    return Array.from({ length: perDay }, (_, i) => {
      const margin = normal() + ofScore;
      return {
        day: new Date(start + (first + day) * dayMs + i * 1000),
        amount: normal() + ofAmount,
        score: 1 / (1 + Math.exp(-margin)),
        truth: normal() < margin + Math.sign(margin) * ofRight ? 1 : 0,
      };
    });
  }).flat();
  return {
    day: rows.map(({ day }) => day),
    amount: rows.map(({ amount }) => amount),
    y_pred_proba: rows.map(({ score }) => score),
    y_pred: rows.map(({ score }) => (score >= 0.5 ? 1 : 0)),
    y_true: rows.map(({ truth }) => truth),
  };
}

test('chunks by rows keep days as blocks: a day that two chunks share is one block of the whole', async () => {
  const times = Array.from({ length: 100 }, (_, i) => (i % 25 === 24 ? null : new Date(start + Math.floor(i / 20) * dayMs)));
  const table = new MemoryTable('rows.csv', { day: times, x: times.map((_, i) => i) });
  const profiles = await table.profile(calm);
  const plan = chunkPlan(
    { reference: { path: 'a' }, current: { path: 'b' }, chunk: { rows: 50 } },
    'day',
    { profiles, rows: 100 },
    { profiles, rows: 100 },
  );
  assert.deepEqual([plan.unit, plan.blockBy, plan.blockColumn], ['rows', 'day', 'day']);
  const layout = await readRowLayout(new ColumnReader(table, calm, new ColumnBudget(1e6)), plan, plan.current);
  assert.deepEqual([...layout.rowsPerChunk], [50, 50]);
  assert.deepEqual(
    [...layout.wholeUnits],
    Array.from({ length: 5 }, (_, i) => start / dayMs + i),
  );
  // Rows 40 to 59 are one day: its first half lies in one chunk, the other in the next; each has one row less without a time.
  assert.deepEqual([...layout.rowsPerBlock], [20, 19, 9, 10, 19, 19]);
  assert.deepEqual([...layout.chunkOfBlock], [0, 0, 0, 1, 1, 1]);
  assert.equal(layout.rowsWithoutTime, 4);
  const key = plan.current.key;
  const counts = await table.countValues('x', key, 1000);
  for (let i = 0; i < counts.count.length; i++)
    assert.equal(layout.partIndex(counts.bucket[i]!, counts.group[i]!), layout.partOf![Number(counts.values[counts.value[i]!])]);
});

test('a group is the block where one is named; without a time chunks by rows have none', () => {
  const of = (columns: object, time: string | null) =>
    chunkPlan(
      { reference: { path: 'a' }, current: { path: 'b' }, chunk: { count: 4 }, columns },
      time,
      { profiles: [], rows: 100 },
      { profiles: [], rows: 100 },
    );
  assert.deepEqual([of({ group: 'user' }, 'day').blockBy, of({}, null).blockBy], ['group', null]);
});

test('a report and an evaluation by chunks of rows take rows of a day together where there is a time', async () => {
  const alarms = { day: 0, rows: 0 };
  for (let run = 0; run < 8; run++) {
    const [reference, current] = [days(28, 60, 0, 1000 * run + 1), days(14, 60, 28, 1000 * run + 500)];
    for (const by of ['day', 'rows'] as const) {
      const spec = { chunk: { rows: 200 }, ...(by === 'day' ? {} : { columns: { timestamp: null, ignore: ['day'] } }) };
      const { report, evaluation } = await evaluated(current, reference, {}, { spec });
      assert.equal(driftOf(report).blocks?.by ?? null, by === 'day' ? 'day' : null);
      assert.equal(evaluation.clusters, by === 'day' ? 'day' : null);
      const amount = columnsOf(report).find(({ name }) => name === 'amount')!;
      if (amount.verdict === 'alert' || amount.verdict === 'watch') alarms[by]++;
      if (by === 'day') {
        assert.equal(report.time?.unit, 'rows');
        assert.equal(evaluation.measures.find((m) => m.current.name === 'accuracy')?.current.interval?.method, 'by_block');
        assert.ok(evaluation.measures[0]!.chunks.length === 5);
      }
    }
  }
  console.log(JSON.stringify(alarms));
  assert.ok(alarms.day <= 1, `${alarms.day} of 8 by day`);
  assert.ok(alarms.rows >= 4, `${alarms.rows} of 8 row by row`);
});
