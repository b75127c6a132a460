import type { Report } from '../report/report.ts';
import { columnsOf, withColumns } from '../report/sectionOf.ts';
import type { ChunkCell, ChunkSummary, ColumnReport, Ecdf, NumericSummary } from '../sections/drift/result.ts';
import { roundNumber, roundTogether } from './roundTogether.ts';

/** How much is kept of what is only drawn. */
interface Detail {
  /** Digits of what is drawn, of their spread. */
  readonly drawn: number;
  /** Digits of the measures of single chunks. */
  readonly chunk: number;
  /** Digits of p, q, effect and the share of missing values of single chunks; null: all. Their verdicts stand beside them. */
  readonly decided: number | null;
  /** Every so many points of curves are kept. */
  readonly every: number;
}

/** From least to most; a picture is some hundred pixels wide and high. */
const details: readonly Detail[] = [
  { drawn: 3, chunk: 2, decided: 3, every: 8 },
  { drawn: 3, chunk: 3, decided: 4, every: 6 },
  { drawn: 4, chunk: 3, decided: 6, every: 2 },
  { drawn: 4, chunk: 4, decided: null, every: 1 },
  { drawn: 6, chunk: 6, decided: null, every: 1 },
];

/** The level at which nothing is left out. */
export const mostDetail = details.length - 1;

/**
 * A report for a page that stands alone: what is only drawn or listed beside the verdict is rounded, and at lower levels curves have fewer
 * points, so that the file stays small. Verdicts and counts stay as they are everywhere, and so do the numbers that decide about a column.
 */
export function compactReport(report: Report, level = mostDetail): Report {
  const detail = details[Math.min(mostDetail, Math.max(0, level))] as Detail;
  return withColumns(
    report,
    columnsOf(report).map((column) => compactColumn(column, detail)),
  );
}

function compactColumn(column: ColumnReport, detail: Detail): ColumnReport {
  const { histogram, ecdf, quantileShift, numeric, measures } = column;
  return {
    ...column,
    measures: measures === null ? null : compactMeasures(measures, 6),
    numeric: numeric === null ? null : { reference: compactSummary(numeric.reference), current: compactSummary(numeric.current) },
    histogram: histogram === null ? null : { ...histogram, edges: roundTogether(histogram.edges) },
    // Of numbers of few values every point is a step.
    ecdf: ecdf === null ? null : compactEcdf(ecdf, column.categories === null ? detail : { ...detail, every: 1 }),
    quantileShift: quantileShift === null ? null : compactShift(quantileShift, detail),
    chunks: column.chunks.map((cell) => compactCell(cell, detail)),
    referenceChunks: column.referenceChunks.map((chunk) => ({ ...chunk, ...compactChunk(chunk, detail) })),
  };
}

function compactCell(cell: ChunkCell, detail: Detail): ChunkCell {
  const decided = (value: number | null): number | null =>
    value === null || detail.decided === null ? value : roundNumber(value, detail.decided);
  const beside = (value: number | null): number | null => (value === null ? null : roundNumber(value, Math.min(6, detail.chunk)));
  return {
    ...cell,
    ...compactChunk(cell, detail),
    p: decided(cell.p),
    missingP: decided(cell.missingP),
    designEffect: beside(cell.designEffect),
    effect: decided(cell.effect),
    missingShare: roundNumber(cell.missingShare, Math.max(detail.decided ?? 0, digitsFor(cell.rows))),
    statistic: beside(cell.statistic),
    tvd: beside(cell.tvd),
    measures: compactMeasures(cell.measures, detail.chunk),
  };
}

/** Digits of a share that still tell how many of so many rows it is. */
function digitsFor(rows: number): number {
  return String(Math.max(1, rows)).length + 1;
}

/** The ends and the point where the distance is reached always stay; that point is rounded with the others, so that it stays one of them. */
function compactEcdf({ x, reference, current, at }: Ecdf, { drawn, every }: Detail): Ecdf {
  const kept = x.flatMap((value, i) => (i % every === 0 || i === x.length - 1 || value === at ? [i] : []));
  const points = roundTogether([...kept.map((i) => x[i] ?? 0), at], drawn);
  const shares = (side: readonly number[]): number[] => kept.map((i) => Number((side[i] ?? 0).toFixed(drawn)));
  return { x: points.slice(0, -1), reference: shares(reference), current: shares(current), at: points[points.length - 1] ?? at };
}

type Shift = NonNullable<ColumnReport['quantileShift']>;

/** The grid keeps its ends and its middle: its steps divide by what is left out. */
function compactShift({ probabilities, reference, current }: Shift, { drawn, every }: Detail): Shift {
  const last = probabilities.length - 1;
  const kept = probabilities.flatMap((_, i) => (i % every === 0 || i === last || 2 * i === last ? [i] : []));
  const part = (values: readonly number[]): number[] =>
    roundTogether(
      kept.map((i) => values[i] ?? 0),
      drawn,
    );
  return { probabilities: kept.map((i) => probabilities[i] ?? 0), reference: part(reference), current: part(current) };
}

function compactChunk({ quartiles, shares }: ChunkSummary, { drawn }: Detail): Pick<ChunkSummary, 'quartiles' | 'shares'> {
  const rounded = quartiles === null ? null : roundTogether(quartiles, drawn);
  return {
    quartiles: rounded === null ? null : [rounded[0] ?? 0, rounded[1] ?? 0, rounded[2] ?? 0],
    shares: shares === null ? null : shares.map((share) => Number(share.toFixed(drawn))),
  };
}

function compactSummary(summary: NumericSummary): NumericSummary {
  const { mean, sd } = summary;
  return {
    ...summary,
    mean: mean === null ? null : roundNumber(mean),
    sd: sd === null ? null : roundNumber(sd),
    quantiles: roundTogether(summary.quantiles),
  };
}

/** All numbers of all methods, at any depth. */
function compactMeasures(measures: ChunkCell['measures'], digits: number): ChunkCell['measures'] {
  return rounded(measures, digits) as ChunkCell['measures'];
}

function rounded(value: unknown, digits: number): unknown {
  if (typeof value === 'number') return roundNumber(value, digits);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rounded(inner, digits)]));
}
