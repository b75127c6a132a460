import type { CellTest } from '../../../src/core/drift/cellTest.ts';
import { decide } from '../../../src/core/drift/decide.ts';
import { decisionRule } from '../../../src/core/drift/decisionRule.ts';
import { testBlocks } from '../../../src/core/drift/testBlocks.ts';
import { testCategories } from '../../../src/core/drift/testCategories.ts';
import { testNumbers } from '../../../src/core/drift/testNumbers.ts';
import { mulberry32 } from '../../../src/core/stats/mulberry32.ts';
import { normalQuantile } from '../../../src/core/stats/normal.ts';
import { countInBins, quantileEdges } from '../../../src/core/stats/quantileBins.ts';
import type { SimulatedColumn } from './columns.ts';

/** What a series of simulated reports found. */
export interface Series {
  readonly reports: number;
  /** Share of reports with an alert on a column that did not move. */
  readonly falseReports: number;
  /** Share of columns that did not move and were alerted. */
  readonly falseColumns: number;
  /** Share of moved columns that were alerted; NaN when none moved. */
  readonly power: number;
}

const rule = decisionRule('default');

class Tally {
  #reports = 0;
  #falseReports = 0;
  #still = 0;
  #falseColumns = 0;
  #moved = 0;
  #found = 0;

  add(tests: readonly CellTest[], moved: ReadonlySet<number>): void {
    const verdicts = decide(
      tests,
      tests.map(() => rule.effect),
      rule,
    );
    let wrong = 0;
    verdicts.forEach(({ verdict }, i) => {
      if (moved.has(i)) this.#found += verdict === 'alert' ? 1 : 0;
      else if (verdict === 'alert') wrong++;
    });
    this.#reports++;
    this.#falseReports += wrong > 0 ? 1 : 0;
    this.#falseColumns += wrong;
    this.#moved += moved.size;
    this.#still += tests.length - moved.size;
  }

  series(): Series {
    return {
      reports: this.#reports,
      falseReports: this.#falseReports / this.#reports,
      falseColumns: this.#falseColumns / this.#still,
      power: this.#found / this.#moved,
    };
  }
}

function counts(values: Float64Array, categories: number): Float64Array {
  const of = new Float64Array(categories);
  for (const v of values) of[v]!++;
  return of;
}

function testColumn(column: SimulatedColumn, next: () => number, n: number, m: number, shift: number): CellTest {
  const reference = column.draw(next, n, 0);
  const current = column.draw(next, m, shift);
  if (column.kind === 'number') return testNumbers(reference.sort(), current.sort(), rule);
  return testCategories(counts(reference, column.categories), counts(current, column.categories), rule);
}

/** Reports of independent rows in which `moving` columns, chosen anew each time, are shifted and the others are not. */
export function simulateRows(
  columns: readonly SimulatedColumn[],
  options: {
    readonly reports: number;
    readonly n: number;
    readonly m: number;
    readonly shift: number;
    readonly moving: number;
    readonly seed: number;
  },
): Series {
  const next = mulberry32(options.seed);
  const tally = new Tally();
  for (let r = 0; r < options.reports; r++) {
    const moved = new Set<number>();
    while (moved.size < options.moving) moved.add(Math.floor(next() * columns.length));
    const tests = columns.map((column, i) => testColumn(column, next, options.n, options.m, moved.has(i) ? options.shift : 0));
    tally.add(tests, moved);
  }
  return tally.series();
}

const referenceDays = 28;
const currentDays = 7;
const rowsPerDay = 300;

function sorted(days: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(days.length * rowsPerDay);
  days.forEach((day, i) => {
    all.set(day, i * rowsPerDay);
  });
  return all.sort();
}

/**
 * Reports of 30 normal columns over 28 + 7 days of 300 rows, in which every day of a column has a mean of its own, N(0, tau²): nothing drifts, but
 * rows of a day go together. Decided once by days (block permutation) and once as if rows were independent.
 */
export function simulateDays(options: { readonly reports: number; readonly tau: number; readonly seed: number }): {
  byDay: Series;
  byRow: Series;
} {
  const next = mulberry32(options.seed);
  const normal = () => normalQuantile(next() + 2 ** -33);
  const byDay = new Tally();
  const byRow = new Tally();
  const columns = 30;
  for (let r = 0; r < options.reports; r++) {
    const rows: CellTest[] = [];
    const days: CellTest[] = [];
    for (let c = 0; c < columns; c++) {
      const side = (length: number) =>
        Array.from({ length }, () => {
          const mean = options.tau * normal();
          return Float64Array.from({ length: rowsPerDay }, () => mean + normal()).sort();
        });
      const reference = side(referenceDays);
      const current = side(currentDays);
      const all = sorted(reference);
      const test = testNumbers(all, sorted(current), rule);
      const edges = quantileEdges(all, rule.blockBins);
      const histograms = (of: readonly Float64Array[]) => of.map((day) => countInBins(day, edges));
      rows.push(test);
      days.push(testBlocks(test, histograms(reference), histograms(current), rule, Math.ceil(columns / rule.q)).test);
    }
    byRow.add(rows, new Set());
    byDay.add(days, new Set());
  }
  return { byDay: byDay.series(), byRow: byRow.series() };
}
