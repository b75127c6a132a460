import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureDifference } from '../../../src/core/measures/measureDifference.ts';
import type { Predictions } from '../../../src/core/read/predictions.ts';
import { mulberry32 } from '../../../src/core/stats/samples/mulberry32.ts';
import { accuracyOf, coversNoChange, MeasuredDays } from '../../bench/calibration/measureDays.ts';

/** Days of rows whose predictions are right with a chance that differs by day. */
const days = (count: number, perDay: number, sd: number, random: () => number): Predictions =>
  new MeasuredDays(random, { sd, rho: 0 }).next(count, perDay);

test('where days differ the 95 % interval of a change covers as often as it says (calibration study, sections 8 and 13)', () => {
  const random = mulberry32(20261130);
  let covered = 0;
  let byRows = 0;
  const runs = 400;
  for (let run = 0; run < runs; run++) {
    const reference = days(28, 100, 0.2, random);
    const current = days(30, 100, 0.2, random);
    if (coversNoChange(reference, current)) covered++;
    const plain = (p: Predictions) => accuracyOf({ ...p, blockOf: null }, null).measure;
    const rows = measureDifference(plain(reference), plain(current))!.interval!;
    if (rows.low <= 0 && 0 <= rows.high) byRows++;
  }
  // 0.93 to 0.98 of 1,000 in the study; 400 runs have a standard error of 1.1 points.
  assert.ok(covered / runs >= 0.92 && covered / runs <= 0.99, `by day ${covered / runs}`);
  assert.ok(byRows / runs < 0.88, `by rows ${byRows / runs}`);
});

test('so it does where days follow each other: what they differ by is worth fewer independent days', () => {
  const random = mulberry32(20261201);
  const runs = 150;
  let covered = 0;
  let asIfNot = 0;
  for (let run = 0; run < runs; run++) {
    const process = new MeasuredDays(random, { sd: 0.2, rho: 0.8 });
    const [reference, current] = [process.next(90, 50), process.next(30, 50)];
    if (coversNoChange(reference, current)) covered++;
    if (coversNoChange(reference, current, null)) asIfNot++;
  }
  assert.ok(covered / runs >= 0.92, `with their correlation ${covered / runs}`);
  assert.ok(asIfNot / runs < 0.75, `without ${asIfNot / runs}`);
});

test('days that do not follow each other widen no interval beyond the small doubt about that', () => {
  const random = mulberry32(5);
  const wide = (p: Predictions, neighbours: number | null): number => {
    const { interval } = accuracyOf(p, null, neighbours).measure;
    return interval!.high - interval!.low;
  };
  const ratios = Array.from({ length: 60 }, () => days(90, 50, 0.2, random)).map((p) => wide(p, 0) / wide(p, null));
  assert.ok(ratios.filter((ratio) => ratio === 1).length >= 30, 'most are as they were');
  assert.ok(ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length < 1.15, 'on average');
});

test('a reference of few days takes how alike neighbours are from the columns of the run; groups are no neighbours', () => {
  const process = new MeasuredDays(mulberry32(9), { sd: 0.6, rho: 0.3 });
  const past = process.next(6, 100);
  const wide = (neighbours: number | null): number => {
    const { interval } = accuracyOf(past, null, neighbours).measure;
    return interval!.high - interval!.low;
  };
  assert.ok(wide(0.8) > 1.5 * wide(0));
  assert.equal(wide(0), wide(null));
});

test('a window of few days takes how days differ from the reference; without days rows are independent', () => {
  const random = mulberry32(7);
  const past = accuracyOf(days(60, 100, 0.3, random), null);
  const window = days(3, 100, 0.3, random);
  const found = accuracyOf(window, past.spread).measure;
  assert.equal(found.interval?.method, 'by_block');
  const rows = accuracyOf({ ...window, blockOf: null }, past.spread).measure;
  assert.equal(rows.interval?.method, 'wilson');
  assert.ok(found.interval!.high - found.interval!.low > 1.3 * (rows.interval!.high - rows.interval!.low));
  assert.equal(accuracyOf(days(3, 100, 0.3, random), null).measure.interval?.method, 'wilson', 'three days of a reference say nothing');
});
