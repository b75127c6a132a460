import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { columnsOf, withColumns } from '../../src/core/report/sectionOf.ts';
import { type Bench, startBench } from './browser.ts';
import { complaints } from './complaints.ts';
import { openSample } from './openSample.ts';
import { sampleReport } from './sampleReport.ts';

let bench: Bench;
before(async () => {
  bench = await startBench();
});
after(() => bench.close());

test('a distribution that one bin dominates can be seen on a logarithmic scale; the choice lasts from column to column', async () => {
  const report = sampleReport();
  // One bin of 100,000 rows, others of 1 to 20, every fifth one empty.
  const steep = (counts: readonly number[]): number[] => counts.map((_, i) => (i === 0 ? 100_000 : i % 5 === 0 ? 0 : i % 20 || 20));
  const columns = columnsOf(report).map((column) => {
    const { name, histogram } = column;
    if (histogram === null || (name !== 'car_value' && name !== 'driver_tenure')) return column;
    return { ...column, histogram: { ...histogram, reference: steep(histogram.reference), current: steep(histogram.current) } };
  });
  const { page, trouble, close } = await openSample(bench, {
    report: withColumns(report, columns),
    select: { column: 'car_value', chunk: null },
  });
  const bars = (): Promise<number> => page.locator('.chart-plot .mark-rect').first().locator('path[d]').count();
  const tall = (): Promise<number> =>
    page.evaluate(() => {
      const [marks] = document.querySelectorAll('.chart-plot .mark-rect');
      return [...(marks?.querySelectorAll('path') ?? [])].filter((path) => path.getBoundingClientRect().height > 8).length;
    });
  assert.ok((await bars()) > 20);
  assert.equal(await tall(), 1, 'on a linear scale only one bar is seen');
  await page.getByRole('button', { name: 'log scale' }).press('Enter');
  await page.getByRole('button', { name: 'linear scale' }).waitFor();
  await page.locator('.chart-plot svg text', { hasText: 'share of rows, log scale' }).waitFor();
  assert.ok((await tall()) > 15, 'on a logarithmic one the others are');
  assert.deepEqual(await complaints(page), []);

  const choose = (column: string): Promise<unknown> =>
    page.evaluate(
      (name) =>
        (window as unknown as { hostRequest(m: string, p: unknown): Promise<null> }).hostRequest('select', { column: name, chunk: null }),
      column,
    );
  await choose('debt_to_income_ratio');
  await page.getByRole('button', { name: 'linear scale' }).waitFor({ state: 'detached' });
  assert.equal(await page.getByRole('button', { name: 'log scale' }).count(), 0, 'where it would show no more it is not offered');
  await page.locator('.chart-plot[data-drawn] svg').first().waitFor();
  assert.equal(await page.locator('.chart-plot svg text', { hasText: 'log scale' }).count(), 0);
  await choose('driver_tenure');
  await page.getByRole('button', { name: 'linear scale' }).waitFor();
  await page.locator('.chart-plot svg text', { hasText: 'share of rows, log scale' }).waitFor();
  assert.deepEqual(trouble, []);
  await close();
});
