import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type BlockUse, type CountedColumn, columnEvidence } from '../../../src/core/check/columnEvidence.ts';
import { decideReport } from '../../../src/core/check/decideReport.ts';
import { rowsToTell } from '../../../src/core/check/rowsToTell.ts';
import { testWindow } from '../../../src/core/check/testWindow.ts';
import { visibleShare } from '../../../src/core/check/visible.ts';
import type { BlockTable } from '../../../src/core/stats/blocks/blockTable.ts';
import { blockRows, sumBlocks } from '../../../src/core/stats/blocks/blockTable.ts';
import { normalCdf, normalQuantile } from '../../../src/core/stats/distributions/normal.ts';
import { mulberry32 } from '../../../src/core/stats/samples/mulberry32.ts';

const use: BlockUse = { by: 'blocks', ordered: true, phases: null, single: true, minRows: 30 };
const levels = { q: 0.05, watchP: 0.05, blockQ: 0.01, blockEffect: 0.5 };
const none = { plain: 0, season: 0 };

/** Days of 100 rows in ten bins, each day shifted by its own normal number of this size; one of them by `broken`. */
function days(count: number, sd: number, seed: number, broken: { readonly day: number; readonly shift: number } | null = null): BlockTable {
  const next = mulberry32(seed);
  const normal = () => normalQuantile(next() + 2 ** -33);
  const counts = new Float64Array(10 * count);
  for (let day = 0; day < count; day++) {
    const shift = sd * normal() + (broken?.day === day ? broken.shift : 0);
    for (let row = 0; row < 100; row++) counts[day * 10 + Math.min(9, Math.floor(10 * normalCdf(shift + normal())))]!++;
  }
  return { bins: 10, counts };
}

function counted(reference: BlockTable, current: BlockTable, outside: Float64Array | null = null): CountedColumn {
  const side = (blocks: BlockTable) => ({ counts: sumBlocks(blocks), folded: sumBlocks(blocks), blocks });
  const now = side(current);
  const all = outside === null ? now.counts : now.counts.map((count, bin) => count + outside[bin]!);
  return { kind: 'number', reference: side(reference), current: { ...now, counts: all, folded: all, row: null, reason: null }, chunks: [] };
}

const p = (column: CountedColumn, of: BlockUse = use): number | null => testWindow(columnEvidence(column, of).whole, none).p;

test('what is kept of a column does not grow with its days', () => {
  const size = (count: number): number =>
    JSON.stringify(columnEvidence(counted(days(count, 0.1, 1), days(count, 0.1, 2)), use), (_, value) =>
      ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value,
    ).length;
  assert.ok(size(2000) < 1.5 * size(50), `${size(2000)} against ${size(50)}`);
});

test('days that differ weaken what rows by themselves would say; days that are alike do not', () => {
  const moved = days(20, 0.05, 9);
  for (let block = 0; block < 20; block++) {
    // Six rows of a hundred go from the lowest bin to the highest.
    const taken = Math.min(6, moved.counts[block * 10]!);
    moved.counts[block * 10]! -= taken;
    moved.counts[block * 10 + 9]! += taken;
  }
  const calm = p(counted(days(60, 0, 3), moved))!;
  const restless = p(counted(days(60, 0.4, 3), moved))!;
  assert.ok(calm < 1e-6 && restless > 0.001, `${calm}, ${restless}`);
});

test('rows without a block count as blocks of the usual size', () => {
  const reference = days(40, 0.2, 5);
  const current = days(10, 0.2, 6);
  const outside = new Float64Array(10);
  outside[9] = 500;
  const alone = p(counted(reference, current))!;
  const beside = p(counted(reference, current, outside))!;
  assert.ok(alone > 0.01 && beside < 1e-4, `${alone}, ${beside}`);
});

test('fewer than four days say nothing of how days differ; with all rows in one group neither', () => {
  assert.equal(columnEvidence(counted(days(3, 0, 1), days(9, 0, 2)), use).whole.reason, 'too_few_blocks');
  const groups = days(20, 0, 7);
  for (let bin = 0; bin < 10; bin++) groups.counts[bin]! *= 30;
  const unordered = { ...use, ordered: false, single: false };
  assert.equal(columnEvidence(counted(groups, days(20, 0, 8)), unordered).whole.reason, 'one_group_dominates');
  assert.equal(
    columnEvidence(counted(days(4, 0, 7), days(20, 0, 8)), unordered).whole.reason,
    null,
    'four alike groups hold a quarter each',
  );
});

test('a broken day is found; a day as far off as the reference has had is none', () => {
  const broken = { day: 5, shift: 3 };
  const decide = (reference: BlockTable, current: BlockTable) => {
    const evidence = columnEvidence(counted(reference, current), use);
    const missing = { values: evidence, missing: null, limit: 0.05 };
    return decideReport([missing], levels).values[0]!.block;
  };
  assert.equal(decide(days(60, 0.1, 1), days(20, 0.1, 2, broken))?.block, 5);
  assert.equal(decide(days(60, 0.1, 1), days(20, 0.1, 2)), null);
  // Heavy tails: the reference had such a day, too.
  assert.equal(decide(days(60, 0.1, 1, { day: 30, shift: 3 }), days(20, 0.1, 2, broken)), null);
});

test('what would have been seen falls with rows of both sides; the reference’s days can be the bound', () => {
  const evidence = columnEvidence(counted(days(28, 0.1, 1), days(7, 0.1, 2)), use);
  const result = testWindow(evidence.whole, none);
  const question = { evidence, result, shape: { kind: 'number' }, limit: 0.05, alpha: 0.002 } as const;
  const seen = (window: number, reference: number): number => visibleShare(question, { window, reference })!;
  assert.ok(seen(1, 1) > seen(4, 1) && seen(4, 1) > seen(4, 4) && seen(1e6, 1e6) < 0.06, `${seen(1, 1)} ${seen(4, 1)} ${seen(4, 4)}`);
  assert.ok(seen(1e6, 1) > 0.07, 'however much current holds, 28 days differ');
  const needed = rowsToTell(question, 0.07)!;
  assert.ok(needed.reference !== null);
  const factor = needed.current / evidence.whole.rows;
  assert.ok(Math.abs(seen(factor, factor) - 0.07) < 0.002, 'with so many rows it would be seen');
  assert.equal(rowsToTell(question, 0.04), null, 'a move of the limit itself is seen in half of the cases only');
});

test('blocks of the table without rows are left out', () => {
  const holes = days(30, 0.1, 1);
  holes.counts.fill(0, 0, 50);
  assert.equal(blockRows(holes).filter((rows) => rows > 0).length, 25);
  assert.equal(columnEvidence(counted(holes, days(9, 0.1, 2)), use).whole.reason, null);
});
