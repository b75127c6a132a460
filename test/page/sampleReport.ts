import { withChecks } from '../../src/core/check/withChecks.ts';
import { formatDate } from '../../src/core/format/date.ts';
import type { Chunk, DatasetSummary, Report, TimeAxis } from '../../src/core/report/report.ts';
import type { ColumnReport } from '../../src/core/sections/drift/result.ts';
import { column, type Recipe, rowsPerSide, untested } from './sampleColumns.ts';

const month = (year: number, index: number): number => Date.UTC(year, index, 1);

function months(year: number, from: number, count: number): Chunk[] {
  return Array.from({ length: count }, (_, i) => ({
    name: formatDate(month(year, from + i), 'month', 'en'),
    from: month(year, from + i),
    to: month(year, from + i + 1),
    rows: rowsPerSide / count,
  }));
}

export const sampleTime: TimeAxis = {
  column: 'timestamp',
  unit: 'month',
  chosen: 'auto',
  chunks: months(2018, 10, 10),
  referenceChunks: months(2018, 0, 10),
};

const recipes: readonly Recipe[] = [
  { name: 'repaid_loan_on_prev_car', verdict: 'alert', effect: 0.14, since: 7, categories: ['true', 'false'] },
  { name: 'car_value', verdict: 'alert', effect: 0.18, since: 7 },
  { name: 'debt_to_income_ratio', verdict: 'alert', effect: 0.09, since: 7, scale: 1 / 40_000 },
  { name: 'employer_region', verdict: 'watch', effect: 0.034, since: 6, missing: [0.012, 0.034], categories: regions() },
  { name: 'salary_range', verdict: 'ok', effect: 0.006, since: null, categories: ['40K - 60K €', '20K - 40K €', '60K+ €', '0 - 20K €'] },
  { name: 'loan_length', verdict: 'ok', effect: 0.004, since: null, discrete: true },
  { name: 'driver_tenure', verdict: 'ok', effect: 0.003, since: null, scale: 1 / 5000 },
  { name: 'size_of_downpayment', verdict: 'ok', effect: 0.002, since: null, categories: ['10%', '20%', '30%', '0%', '40%', '50%', '100%'] },
  { name: 'y_pred_proba', role: 'score', verdict: 'ok', effect: 0.007, since: null, scale: 1 / 60_000 },
  { name: 'y_pred', role: 'prediction', verdict: 'ok', effect: 0.004, since: null, categories: ['1', '0'] },
];

function regions(): string[] {
  return [
    'Île-de-France',
    'Auvergne-Rhône-Alpes',
    'Nouvelle-Aquitaine',
    'Occitanie',
    'Hauts-de-France',
    'Grand Est',
    'Bretagne',
    'Normandie',
    'Corse',
    'Pays de la Loire',
    'Centre-Val de Loire',
    'Bourgogne',
  ];
}

const dataset = (label: string, from: number, to: number): DatasetSummary => ({
  label,
  path: `/data/${label}`,
  format: 'parquet',
  files: [],
  rows: rowsPerSide,
  columns: 12,
  span: { from, to },
  duplicates: 0,
});

/** A time axis of many weeks, for wide heatmaps. */
function weeklyTime(count: number): TimeAxis {
  const week = 7 * 86_400_000;
  const start = Date.UTC(2018, 0, 1);
  const chunks = Array.from({ length: count }, (_, i) => ({
    name: formatDate(start + i * week, 'week', 'en'),
    from: start + i * week,
    to: start + (i + 1) * week,
    rows: 900,
  }));
  return { column: 'timestamp', unit: 'week', chosen: 'given', chunks, referenceChunks: chunks.slice(0, 10) };
}

/** A comparison of twelve columns over ten months, in the shape the engine gives. */
export function sampleReport(
  options: { readonly time?: boolean; readonly extra?: readonly Recipe[]; readonly weeks?: number } = {},
): Report {
  const time = options.time === false ? null : options.weeks === undefined ? sampleTime : weeklyTime(options.weeks);
  const chunks = time?.chunks ?? [];
  const referenceChunks = time?.referenceChunks ?? [];
  const tested = [...(options.extra ?? []), ...recipes].map((recipe, i) => column(recipe, chunks, referenceChunks, i + 1));
  const columns: ColumnReport[] = [untested('id', 'id', 'identifier'), untested('timestamp', 'timestamp', 'timestamp'), ...tested];
  const suspects = tested
    .filter((entry) => entry.verdict === 'alert' || entry.verdict === 'watch')
    .map((entry) => ({ column: entry.name, rank: (entry.effect ?? 0) / entry.limit + (entry.verdict === 'alert' ? 100 : 0) }))
    .sort((a, b) => b.rank - a.rank);
  const count = (verdict: string): number => tested.filter((entry) => entry.verdict === verdict).length;
  return {
    schema: 'driftbook.report',
    version: 4,
    run: { createdAt: '2026-01-05T10:00:00Z', durationMs: 912, tool: { name: 'driftbook', version: '0.1.0' } },
    datasets: {
      reference: dataset('reference.parquet', month(2018, 0), month(2018, 9)),
      current: dataset('monitoring.parquet', month(2018, 10), month(2019, 7)),
    },
    sections: withChecks([
      { kind: 'quality', result: {}, notes: [], failed: null },
      {
        kind: 'drift',
        result: {
          rule: {
            profile: 'default',
            minRows: 30,
            q: 0.01,
            effect: 0.05,
            watchP: 0.01,
            maxDistinctAsCategory: 20,
            effectBins: 30,
            blockQ: 0.01,
            blockEffect: 0.5,
            slack: 0.02,
          },
          blocks: null,
          family: { columns: 10, drifted: 3, criticalP: 0.004, correlation: { plain: 0, season: 0 } },
          summary: {
            tested: tested.length,
            alert: count('alert'),
            watch: count('watch'),
            ok: count('ok'),
            cannotTell: count('cannot_tell'),
            notTested: 2,
            score: 0.21,
            largestEffect: 0.18,
            since: 7,
            suspects,
          },
          columns: columns,
        },
        notes: [],
        failed: null,
      },
    ]),
    spec: { reference: { path: 'reference.parquet' }, current: { path: 'monitoring.parquet' } },
    time,
    season: null,
    findings: [],
  };
}
