import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BlockUse } from '../../../src/core/check/columnEvidence.ts';
import { decisionRule } from '../../../src/core/check/decisionRule.ts';
import type { NumberStatistics, StatisticsPlan } from '../../../src/core/data/columnSource.ts';
import { chunkPlan, type SidePlan } from '../../../src/core/read/chunks/chunkPlan.ts';
import { type RowLayout, readRowLayout } from '../../../src/core/read/chunks/rowLayout.ts';
import { ColumnBudget } from '../../../src/core/read/columnBudget.ts';
import { ColumnReader } from '../../../src/core/read/columnReader.ts';
import { LocalSource } from '../../../src/core/read/localSource.ts';
import { SortSpace } from '../../../src/core/read/sortedSide.ts';
import { missingEvidence } from '../../../src/core/sections/drift/compute/missingEvidence.ts';
import { numericColumn } from '../../../src/core/sections/drift/compute/numericColumn.ts';
import { type SideTable, tableEvidence } from '../../../src/core/sections/drift/compute/tableEvidence.ts';
import { mulberry32 } from '../../../src/core/stats/samples/mulberry32.ts';
import { MemoryTable, type MemoryValue } from '../memoryTable.ts';

const { signal } = new AbortController();
const day = 86_400_000;
const start = Date.UTC(2024, 0, 1);

/** A column over some days, some of it missing, infinite or −0, and some rows without a time. */
function days(count: number, shift: number, seed: number): MemoryTable {
  const random = mulberry32(seed);
  const rows = Array.from({ length: count * 40 }, (_, i) => i);
  const x = rows.map((i): MemoryValue => {
    if (i % 17 === 0) return null;
    if (i % 101 === 0) return Number.POSITIVE_INFINITY;
    return i % 53 === 0 ? -0 : Math.round(1000 * (random() + shift * (i / rows.length))) / 10;
  });
  return new MemoryTable('t.csv', {
    day: rows.map((i) => (i % 97 === 0 ? null : new Date(start + Math.floor(i / 40) * day))),
    x,
    city: rows.map((i) => (i % 29 === 0 ? null : `c${Math.floor(6 * random())}`)),
  });
}

const tables = { reference: days(60, 0, 1), current: days(30, 0.3, 2) };

async function ask(table: MemoryTable, plan: StatisticsPlan): Promise<{ found: NumberStatistics; budget: ColumnBudget }> {
  const budget = new ColumnBudget(1e7);
  const answers: NumberStatistics[] = [];
  for await (const answer of new LocalSource(table, budget).statistics(plan, signal)) if (answer.kind === 'number') answers.push(answer);
  assert.equal(answers.length, 1);
  return { found: answers[0]!, budget };
}

/** What the drift section would make its evidence of, from the answer alone: parts are put together to the blocks of the layout. */
function tableOf({ parts, counts, edges }: NumberStatistics, layout: RowLayout): SideTable {
  const bins = edges.length + 1;
  const blocks = new Float64Array(layout.blockCount * bins);
  const all = new Float64Array(bins);
  parts.rows.forEach((_, i) => {
    const block = layout.blockOfPart[layout.partIndex(parts.bucket[i]!, parts.group[i]!)]!;
    for (let bin = 0; bin < bins; bin++) {
      all[bin]! += counts[i * bins + bin]!;
      if (block >= 0) blocks[block * bins + bin]! += counts[i * bins + bin]!;
    }
  });
  return { counts: all, folded: all, blocks: { bins, counts: blocks }, layout };
}

function missingOf({ parts, missing }: NumberStatistics, layout: RowLayout) {
  const missingPerBlock = new Float64Array(layout.blockCount);
  const missingPerChunk = new Float64Array(layout.rowsPerChunk.length);
  parts.rows.forEach((_, i) => {
    const part = layout.partIndex(parts.bucket[i]!, parts.group[i]!);
    if (layout.blockOfPart[part]! >= 0) missingPerBlock[layout.blockOfPart[part]!]! += missing[i]!;
    if (layout.chunkOfPart[part]! >= 0) missingPerChunk[layout.chunkOfPart[part]!]! += missing[i]!;
  });
  return { missing: missing.reduce((sum, n) => sum + n, 0), missingPerBlock, missingPerChunk };
}

test('the answers of a source are enough for the evidence of a numeric column, and it is the one that the drift section makes', async () => {
  const profiles = { reference: await tables.reference.profile(signal), current: await tables.current.profile(signal) };
  const plan = chunkPlan(
    { reference: { path: 'a' }, current: { path: 'b' }, chunk: { by: 'none' } },
    'day',
    { profiles: profiles.reference, rows: tables.reference.info.rows },
    { profiles: profiles.current, rows: tables.current.info.rows },
  );
  const rule = decisionRule('default');
  const read = async (side: 'reference' | 'current', of: SidePlan) => {
    const reader = new ColumnReader(tables[side], signal, new ColumnBudget(1e7));
    return { layout: await readRowLayout(reader, plan, of), values: (await reader.numbers(['x']))[0]! };
  };
  const [reference, current] = [await read('reference', plan.reference), await read('current', plan.current)];
  const use: BlockUse = { by: 'blocks', ordered: true, phases: null, single: false, minRows: rule.minRows };
  const drift = numericColumn(
    { reference: reference.values, current: current.values, referenceLayout: reference.layout, currentLayout: current.layout },
    rule,
    use,
    new SortSpace(),
  );
  const question = { key: plan.reference.key, categories: { names: [], limit: 0 }, numbers: [{ name: 'x', bins: rule.effectBins }] };
  const { found: past } = await ask(tables.reference, question);
  const { found: now } = await ask(tables.current, { ...question, key: plan.current.key, numbers: [{ name: 'x', bins: past.edges }] });
  // Enough to decide on: blocks of both sides, and a test of the whole, which needs the values themselves.
  const { row, rows, blocks } = drift.values.whole;
  assert.ok(row !== null && blocks !== null && rows > 1000 && drift.values.currentBlocks === 30);
  const sides = { reference: tableOf(past, reference.layout), current: tableOf(now, current.layout) };
  assert.deepEqual(tableEvidence({ kind: 'number', ...sides, outcome: { row, reason: null }, chunks: [] }, use), drift.values);
  assert.deepEqual(
    missingEvidence(missingOf(past, reference.layout), missingOf(now, current.layout), reference.layout, current.layout, use),
    drift.missing,
  );
  assert.equal(drift.numeric!.reference.n, past.moments.n);
  assert.ok(Math.abs(drift.numeric!.reference.mean! - past.moments.mean) < 1e-12 * Math.abs(past.moments.mean));
  assert.ok(Math.abs(drift.numeric!.current.sd! - now.moments.sd) < 1e-12 * now.moments.sd);
});

test('numbers are counted by part and bin, infinite ones in none of them, and nothing stays held', async () => {
  const { found, budget } = await ask(tables.current, {
    key: { time: { column: 'day', unitMs: day }, group: { column: 'city', buckets: 4 } },
    categories: { names: [], limit: 0 },
    numbers: [{ name: 'x', bins: Float64Array.of(0, 50) }],
  });
  assert.equal(budget.held, 0);
  const counted = new Map<string, number[]>();
  const values = (await new ColumnReader(tables.current, signal, budget).numbers(['x']))[0]!;
  const keys: string[] = [];
  await new ColumnReader(tables.current, signal, budget).eachKey(
    { time: { column: 'day', unitMs: day }, group: { column: 'city', buckets: 4 } },
    (bucket, group) => keys.push(`${bucket}/${group}`),
  );
  values.forEach((value, row) => {
    const counts = counted.get(keys[row]!) ?? [0, 0, 0, 0, 0];
    counts[0]!++;
    if (Number.isNaN(value)) counts[4]!++;
    else if (Number.isFinite(value)) counts[value <= 0 ? 1 : value <= 50 ? 2 : 3]!++;
    counted.set(keys[row]!, counts);
  });
  const { parts, counts, missing } = found;
  const answered = Array.from(parts.rows, (rows, i): [string, number[]] => [
    `${parts.bucket[i]}/${parts.group[i]}`,
    [rows, ...counts.subarray(3 * i, 3 * i + 3), missing[i]!],
  ]);
  assert.deepEqual(new Map(answered), counted);
  assert.ok(counted.size > 100);
});

test('categories come first, as the table counts them, and one that cannot be counted rejects', async () => {
  const plan: StatisticsPlan = {
    key: {},
    categories: { names: ['city'], limit: 3 },
    numbers: [{ name: 'x', bins: 4 }],
  };
  const kinds: string[] = [];
  for await (const answer of new LocalSource(tables.reference, new ColumnBudget(1e7)).statistics(plan, signal)) {
    kinds.push(answer.kind);
    if (answer.kind === 'category') assert.deepEqual(answer.counts, await tables.reference.countValues('city', {}, 3));
    else assert.equal(answer.edges.length, 3);
  }
  assert.deepEqual(kinds, ['category', 'number']);
  const broken = days(5, 0, 3);
  broken.broken.add('city');
  await assert.rejects(async () => {
    for await (const _ of new LocalSource(broken, new ColumnBudget(1e7)).statistics(plan, signal));
  });
});
