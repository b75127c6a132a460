import type { Decision } from '../../../src/core/check/verdict.ts';
import type { Measures } from '../../../src/core/measures/drift/registry.ts';
import { windowMeasures } from '../../../src/core/measures/drift/windowMeasures.ts';
import type { Report } from '../../../src/core/report/report.ts';
import type { ChunkCell, ColumnReport, NumericSummary } from '../../../src/core/sections/drift/result.ts';
import { mulberry32 } from '../../../src/core/stats/samples/mulberry32.ts';
import { cells, column, months, report } from '../words/makeReport.ts';

/**
 * A report of many columns in which every number has all its digits, as continuous data have: the hardest to pack. A fifth of the columns moved.
 * Sizes of pictures as the analysis makes them.
 */
export function wideReport(columns: number, chunks: number): Report {
  const random = mulberry32(7);
  const sorted = (n: number, scale: number): number[] => Array.from({ length: n }, () => random() * scale).sort((a, b) => a - b);
  const counts = (n: number): number[] => Array.from({ length: n }, () => Math.floor(random() * 400));
  const measures = (): Measures => ({
    ...windowMeasures(null),
    ks: { d: random(), p: random() },
    wasserstein: { raw: random() * 100, robustSd: random() },
    psi: random(),
    jensenShannon: random(),
    andersonDarling: { a2: random() * 100, p: random() },
    chiSquare: null,
  });
  const numeric = (scale: number): NumericSummary => {
    const quantiles = sorted(9, scale);
    return { n: 100_000, mean: random() * scale, sd: random() * scale, min: quantiles[0] ?? 0, max: quantiles[8] ?? 0, quantiles };
  };
  const one = (i: number): ColumnReport => {
    const scale = 10 ** (i % 7);
    const alert = i % 5 === 0;
    const x = sorted(103, scale);
    const decided = (): Pick<Decision, 'p' | 'effect' | 'statistic' | 'tvd' | 'designEffect'> => ({
      p: random(),
      effect: random() / 5,
      statistic: random() * 50,
      tvd: random(),
      designEffect: 1 + random(),
    });
    const part = (chunk: number) => ({ chunk, rows: 8000 + chunk, missingShare: random() / 10, quartiles: quartiles(), shares: null });
    const quartiles = (): [number, number, number] => {
      const [low = 0, middle = 0, high = 0] = sorted(3, scale);
      return [low, middle, high];
    };
    return column(`measured_quantity_number_${i}`, {
      ...(alert ? { verdict: 'alert', cause: 'whole', since: chunks >> 1 } : {}),
      p: random(),
      q: random(),
      effect: random() / 5,
      whole: { ...column('whole').whole, ...decided() },
      measures: measures(),
      numeric: { reference: numeric(scale), current: numeric(scale) },
      histogram: {
        edges: sorted(21, scale),
        reference: counts(20),
        current: counts(20),
        clipped: { belowReference: 12, belowCurrent: 3, aboveReference: 40, aboveCurrent: 77 },
        discrete: false,
      },
      // Half of the points are quantiles of the one side, half of the other: there a share is a round number.
      ecdf: {
        x,
        reference: sorted(103, 1)
          .map((share, k) => (k % 2 === 0 ? 0.005 + (0.99 * k) / 102 : share))
          .sort((a, b) => a - b),
        current: sorted(103, 1)
          .map((share, k) => (k % 2 === 1 ? 0.005 + (0.99 * k) / 102 : share))
          .sort((a, b) => a - b),
        at: x[50] ?? 0,
      },
      quantileShift: {
        probabilities: Array.from({ length: 51 }, (_, k) => k / 50),
        reference: sorted(51, scale),
        current: sorted(51, scale),
      },
      chunks: cells((alert ? 'A' : '.').repeat(chunks)).map(
        (cell, chunk): ChunkCell => ({
          ...cell,
          ...decided(),
          ...part(chunk),
          missingP: random(),
          measures: measures(),
          counts: counts(20),
        }),
      ),
      referenceChunks: Array.from({ length: chunks }, (_, chunk) => part(chunk)),
    });
  };
  return report(
    Array.from({ length: columns }, (_, i) => one(i)),
    { time: months(chunks) },
  );
}
