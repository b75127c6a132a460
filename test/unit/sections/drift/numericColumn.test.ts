import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decisionRule } from '../../../../src/core/check/decisionRule.ts';
import { blocksOfSorted } from '../../../../src/core/read/blockTables.ts';
import { searchSorted } from '../../../../src/core/read/searchSorted.ts';
import { type ColumnLayout, SortSpace, sortSide } from '../../../../src/core/read/sortedSide.ts';
import { numericColumn } from '../../../../src/core/sections/drift/compute/numericColumn.ts';
import { normalQuantile } from '../../../../src/core/stats/distributions/normal.ts';
import { mulberry32 } from '../../../../src/core/stats/samples/mulberry32.ts';
import { quantileEdges } from '../../../../src/core/stats/samples/quantileBins.ts';
import { chunkOfRow, plainBlocks, plainSummary, plainValues, plainWindow } from './plainColumn.ts';

const random = mulberry32(20261122);
const normal = () => normalQuantile(random() * 0.999_998 + 0.000_001);
const shapes: Readonly<Record<string, () => number>> = {
  normal,
  lognormal: () => Math.exp(2 * normal()),
  cauchy: () => normal() / normal(),
  'two decimals': () => Math.round(random() * 3000) / 100,
  'pairs of ties': () => Math.floor(random() * 400),
  'mostly zero, of either sign': () => (random() < 0.7 ? (random() < 0.5 ? 0 : -0) : normal()),
  'nulls and infinities': () =>
    random() < 0.2 ? Number.NaN : random() < 0.02 ? Number.POSITIVE_INFINITY : random() < 0.02 ? -1 / 0 : normal(),
  'a sentinel': () => (random() < 0.05 ? -999_999 : normal()),
  'large whole numbers': () => 1.7e12 + Math.floor(random() * 1e6),
  constant: () => 5,
  'two values': () => (random() < 0.1 ? 1 : 0),
  'nothing at all': () => Number.NaN,
};

/** Rows in parts in no order; every fourth part is in no chunk, two parts make a block. */
function layout(rows: number, parts: number): ColumnLayout {
  const chunkOfPart = Int16Array.from({ length: parts }, (_, part) => (part % 4 === 3 ? -1 : Math.floor(part / 4)));
  const partOf = Int32Array.from({ length: rows }, () => Math.floor(random() * parts));
  const chunks = Math.max(0, ...chunkOfPart) + 1;
  const rowsPerChunk = new Float64Array(chunks);
  for (const part of partOf) if (chunkOfPart[part]! >= 0) rowsPerChunk[chunkOfPart[part]!]!++;
  const blockOfPart = Int32Array.from({ length: parts }, (_, part) => part >> 1);
  const blockCount = ((parts - 1) >> 1) + 1;
  return {
    rows,
    partOf,
    likeOfPart: null,
    likeCells: 0,
    chunkOfPart,
    blockOfPart,
    blockCount,
    chunkOfBlock: Int16Array.from({ length: blockCount }, (_, block) => chunkOfPart[2 * block]!),
    wholeOfBlock: Int32Array.from({ length: blockCount }, (_, block) => block),
    wholeUnits: Float64Array.from({ length: blockCount }, (_, block) => block),
    rowsPerBlock: Float64Array.from({ length: blockCount }, (_, block) => partOf.filter((part) => blockOfPart[part] === block).length),
    rowsPerChunk,
    rowsWithoutTime: 0,
    buckets: [],
  };
}

const near = (actual: number | null | undefined, expected: number | null, relative: number, what: string) => {
  if (expected === null || actual === null || actual === undefined) assert.equal(actual ?? null, expected, what);
  else assert.ok(Math.abs(actual - expected) <= relative * Math.max(Math.abs(expected), 1e-300), `${what}: ${actual} is not ${expected}`);
};

// The expected numbers are those of the plain path: one walk per statistic and window over values sorted by the language.
for (const [shape, value] of Object.entries(shapes)) {
  test(`a column sorted once says what the plain path says: ${shape}`, () => {
    const rule = decisionRule('default');
    const use = { by: 'blocks', ordered: true, phases: null, single: true, minRows: rule.minRows } as const;
    const space = new SortSpace();
    for (let round = 0; round < 12; round++) {
      const rows = [Math.floor(1 + random() * 3000), Math.floor(1 + random() * 3000)] as const;
      const shift = round % 2 === 0 ? 0 : Math.round(random() * 2);
      const reference = Float64Array.from({ length: rows[0] }, value);
      const current = Float64Array.from({ length: rows[1] }, () => value() + shift);
      const [referenceLayout, currentLayout] = [layout(rows[0], 13), layout(rows[1], 17)];
      const all = plainValues(reference, () => true);
      const analysis = numericColumn(
        { reference: reference.slice(), current: current.slice(), referenceLayout, currentLayout },
        rule,
        use,
        space,
      );
      const windows = [
        { take: () => true, found: analysis.measures, summary: null, whole: true },
        ...analysis.chunks.map((chunk, c) => ({
          take: (row: number) => chunkOfRow(currentLayout, row) === c,
          found: chunk.measures,
          summary: chunk.summary,
          whole: false,
        })),
      ];
      for (const { take, found, summary, whole } of windows) {
        const plain = plainWindow(all, current, take);
        near(found.ks?.d, plain.ks?.d ?? null, 1e-12, 'KS');
        near(found.wasserstein?.raw, plain.wasserstein, whole ? 0 : 1e-9, 'Wasserstein');
        if (found.andersonDarling !== null) near(found.andersonDarling.a2, plain.a2, whole ? 0 : 1e-10, 'Anderson-Darling');
        if (summary === null) continue;
        near(summary.missingShare, plain.rows === 0 ? 0 : plain.missing / plain.rows, 0, 'missing');
        if (summary.quartiles !== null || analysis.treatedAs === 'number') assert.deepEqual(summary.quartiles, plain.quartiles);
      }
      if (analysis.ecdf !== null) assert.equal(analysis.ecdf.at, plainWindow(all, current, () => true).ks?.at);
      for (const [side, values] of [
        ['reference', all],
        ['current', plainValues(current, () => true)],
      ] as const) {
        const { n, mean, sd } = analysis.numeric![side];
        const plain = plainSummary(values);
        assert.equal(n, plain.n);
        // Sums of another order: some units of the last digit.
        if (mean === null || plain.mean === null) assert.equal(mean, plain.mean);
        else assert.ok(Math.abs(mean - plain.mean) <= 1e-14 * Math.max(Math.abs(mean), sd ?? 0), `${mean} is not ${plain.mean}`);
        near(sd, plain.sd, 1e-13, 'sd');
      }
      analysis.referenceChunks.forEach((chunk, c) => {
        const plain = plainWindow(all, reference, (row) => chunkOfRow(referenceLayout, row) === c);
        assert.equal(chunk.missingShare, plain.rows === 0 ? 0 : plain.missing / plain.rows);
        if (analysis.treatedAs === 'number') assert.deepEqual(chunk.quartiles, plain.quartiles);
      });
      const edges = quantileEdges(all, rule.effectBins);
      space.reserve(referenceLayout, currentLayout);
      const side = sortSide(current.slice(), currentLayout, space, 1);
      const ends = [...Array.from(edges, (edge) => searchSorted(side.sorted, edge, 'right')), side.sorted.length];
      const { counts, bins } = blocksOfSorted(side, ends);
      assert.deepEqual([...counts], plainBlocks(current, currentLayout, edges).flat(), `${bins} bins per block`);
    }
  });
}
