import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnsOf, driftOf } from '../../../src/core/report/sectionOf.ts';
import { sayReport } from '../../../src/core/sections/sayReport.ts';
import { plainText } from '../../../src/core/words/plainText.ts';
import { english } from '../words/translators.ts';
import { binaryRows, type Columns, evaluated } from './tables.ts';

const rows = 12_000;
/** Rows in six chunks of 2,000; labels of a chunk only where `labelled` says so, by chunk and place in it. */
function upTo(columns: Columns, labelled: (chunk: number, place: number) => boolean): Columns {
  return { ...columns, churned: columns.churned!.map((label, i) => (labelled(Math.floor(i / 2000), i % 2000) ? label : null)) };
}
const spec = { spec: { chunk: { count: 6 } } } as const;

test('estimates stand beside the truth for the chunks that have labels; the others wait', async () => {
  const worse = binaryRows(rows, 31);
  // In the third chunk the labels say the opposite for three rows in ten.
  const flipped = { ...worse, churned: worse.churned!.map((y, i) => (i >= 4000 && i < 6000 && i % 10 < 3 ? 1 - Number(y) : y)) };
  // All labels of two chunks, every fourth of the third, a handful of the fourth, none of the others.
  const current = upTo(flipped, (chunk, place) => chunk < 2 || (chunk === 2 && place % 4 === 0) || (chunk === 3 && place < 12));
  const { evaluation, report } = await evaluated(current, binaryRows(rows, 32), { target: 'churned' }, spec);
  const { ledger, rows: measures } = evaluation.estimate!;
  assert.deepEqual(
    ledger!.rows.map(({ chunk, inside, labelled }) => [chunk, inside, labelled]),
    [
      [0, true, 2000],
      [1, true, 2000],
      [2, false, 500],
    ],
  );
  assert.deepEqual([ledger!.compared, ledger!.inside, ledger!.waiting], [3, 2, 3]);
  // The estimate of a chunk with few labels is made on those rows, so its band is wider than that of the whole chunk.
  const [, , graded] = ledger!.rows;
  const whole = measures[0]!.chunks[2]!;
  assert.ok(graded!.high - graded!.low > 1.5 * (whole.high! - whole.low!));
  assert.equal(measures[0]!.chunks[5]!.realised, null);
  const text = sayReport(report, english, 'en');
  const said = plainText(text.evaluation!.estimate!);
  assert.match(said, /In 2 of 3 chunks with labels the true value lay within the band\. The labels of 3 chunks are still out\./);
  assert.match(said, /On the 4,512 labelled rows it is 0\.\d+\./);
  assert.doesNotMatch(said, /below the band/, 'the labels of some rows do not judge the estimate of all');
  assert.deepEqual(
    text.evaluation!.ledger.map(({ glyph, word }) => `${glyph} ${word}`),
    ['✓ within the band', '✓ within the band', '◐ outside the band'],
  );
});

test('labels that are not in yet are no drift of the target', async () => {
  const current = upTo(binaryRows(rows, 33), (chunk) => chunk < 2);
  const { report } = await evaluated(current, binaryRows(rows, 34), { target: 'churned' });
  const target = columnsOf(report).find(({ name }) => name === 'churned')!;
  assert.ok(target.missing.current.share > 0.6);
  assert.equal(target.verdict, 'ok');
  assert.equal(driftOf(report).summary.alert, 0);
  assert.ok(!report.findings.some(({ column, code }) => column === 'churned' && !code.startsWith('performance/')));
  // Labels missing from a column that is no target still alert.
  const city = { ...current, city: current.city!.map((name, i) => (i % 3 === 0 ? null : name)) };
  const other = await evaluated(city, binaryRows(rows, 34), { target: 'churned' });
  assert.equal(columnsOf(other.report).find(({ name }) => name === 'city')!.verdict, 'alert');
});
