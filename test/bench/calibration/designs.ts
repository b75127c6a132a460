import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Report } from '../../../src/core/report/report.ts';
import { columnsOf } from '../../../src/core/report/sectionOf.ts';
import type { ChunkSpec, ComparisonSpec } from '../../../src/core/spec/spec.ts';
import { mulberry32 } from '../../../src/core/stats/samples/mulberry32.ts';
import { blockColumns, type HiddenColumn } from './blockColumns.ts';
import { evaluationDesigns } from './evaluationDesigns.ts';
import { coversNoChange, type DayQuality, MeasuredDays } from './measureDays.ts';
import type { Change, DayEffects } from './process.ts';
import { Series } from './series.ts';
import { type Files, writeDays } from './writeDays.ts';

/** How a lane compares files. */
export interface Ask {
  readonly folder: string;
  /** Folder of public data. */
  readonly data: string;
  compare(reference: string, current: string, spec?: Partial<ComparisonSpec>): Promise<Report>;
}

/** A figure with its limit. */
export interface Measured {
  readonly what: string;
  readonly measured: number;
  readonly limit: number;
  readonly at: 'most' | 'least';
  readonly unit: 'share' | 'number';
  /** The same with rows taken as independent, where that was run beside. */
  readonly before?: number;
}

export interface Design {
  readonly name: string;
  readonly reports: number;
  /** Files of the data folder without which it cannot run. */
  readonly needs?: readonly string[];
  start(): { report(i: number, ask: Ask): Promise<void>; measured(): readonly Measured[] };
}

const most = (what: string, measured: number, limit: number, unit: Measured['unit'] = 'share'): Measured => ({
  what,
  measured,
  limit,
  at: 'most',
  unit,
});
const least = (what: string, measured: number, limit: number): Measured => ({ what, measured, limit, at: 'least', unit: 'share' });
const none: Change = { kind: 'none' };
const chunked = (chunk: ChunkSpec | undefined): Partial<ComparisonSpec> => (chunk === undefined ? {} : { chunk });

interface Days {
  readonly days: readonly [reference: number, current: number];
  readonly rows: number;
  readonly effects: DayEffects;
  readonly chunk?: ChunkSpec;
  readonly columns?: readonly HiddenColumn[];
  readonly timed?: boolean;
  readonly seed: number;
}

const write = (folder: string, of: Days, i: number, change: (column: number) => Change): Promise<Files> =>
  writeDays(folder, {
    columns: of.columns ?? blockColumns(),
    referenceDays: of.days[0],
    currentDays: of.days[1],
    rowsPerDay: of.rows,
    effects: of.effects,
    change,
    seed: of.seed * 100_003 + i,
    timed: of.timed ?? true,
  });

/** The model stays as it is: how often the 95 % interval of the change of its accuracy holds 0. */
function covered(name: string, pairs: number, days: readonly [number, number], quality: DayQuality, seed: number, at: number): Design {
  return {
    name: `interval of the accuracy, ${name}`,
    reports: pairs,
    start: () => {
      let held = 0;
      let told = 0;
      return {
        report: async (i) => {
          const process = new MeasuredDays(mulberry32(seed * 100_003 + i), quality);
          told++;
          if (coversNoChange(process.next(days[0], 100), process.next(days[1], 100))) held++;
        },
        measured: () => [least('covers no change', held / told, at)],
      };
    },
  };
}

/** Nothing drifts. */
function calm(
  name: string,
  reports: number,
  of: Days,
  limits: { readonly any: number; readonly columns?: number; readonly watches?: number },
  besides: Partial<ComparisonSpec> | null = null,
): Design {
  return {
    name: `A/A ${name}`,
    reports,
    start: () => {
      const series = new Series();
      const before = new Series();
      return {
        report: async (i, ask) => {
          const { reference, current } = await write(ask.folder, of, i, () => none);
          series.add(await ask.compare(reference, current, chunked(of.chunk)), new Set());
          if (besides !== null) before.add(await ask.compare(reference, current, { ...chunked(of.chunk), ...besides }), new Set());
        },
        measured: () => {
          const { any, columns, watches } = series.found();
          return [
            { ...most('reports with an alert', any, limits.any), ...(besides === null ? {} : { before: before.found().any }) },
            ...(limits.columns === undefined ? [] : [most('columns that alert', columns, limits.columns)]),
            ...(limits.watches === undefined ? [] : [most('watches a report', watches, limits.watches, 'number')]),
          ];
        },
      };
    },
  };
}

/** Some columns, drawn anew each time, drift. `choose`: those that can. */
function drifting(
  name: string,
  reports: number,
  of: Days,
  moving: {
    readonly count: number;
    readonly change: (random: () => number) => Change;
    readonly choose?: (column: HiddenColumn) => boolean;
  },
  limits: { readonly power: number; readonly falseShare?: number },
): Design {
  return {
    name,
    reports,
    start: () => {
      const series = new Series();
      const columns = of.columns ?? blockColumns();
      const open = columns.map((_, c) => c).filter((c) => moving.choose?.(columns[c]!) ?? true);
      return {
        report: async (i, ask) => {
          const random = mulberry32(of.seed * 7919 + i);
          const moved = new Set<number>();
          while (moved.size < moving.count) moved.add(open[Math.floor(random() * open.length)]!);
          const change = moving.change(random);
          const { reference, current } = await write(ask.folder, of, i, (c) => (moved.has(c) ? change : none));
          series.add(await ask.compare(reference, current, chunked(of.chunk)), new Set([...moved].map((c) => columns[c]!.name)));
        },
        measured: () => {
          const { power, falseShare } = series.found();
          return [
            least('drifted columns found', power, limits.power),
            ...(limits.falseShare === undefined ? [] : [most('false among the columns called', falseShare, limits.falseShare)]),
          ];
        },
      };
    },
  };
}

/** A move as large as a report of the same process said that it would have seen. */
function planted(name: string, reports: number, of: Days, kind: 'number' | 'two values'): Design {
  return {
    name: `planted at what would have been seen, ${name}, ${kind}`,
    reports,
    start: () => {
      const columns = of.columns ?? blockColumns();
      const at = kind === 'number' ? 2 : columns.findIndex(({ name: column }) => column === 'half1');
      let planted = 0;
      let found = 0;
      return {
        report: async (i, ask) => {
          const still = await write(ask.folder, of, 2 * i, () => none);
          const said = await ask.compare(still.reference, still.current, chunked(of.chunk));
          const visible = columnsOf(said).find((column) => column.name === columns[at]!.name)?.visible ?? 1;
          if (visible >= 0.45) return;
          // The same reference, current drawn anew.
          const { reference, current } = await write(ask.folder, of, 2 * i, (c) =>
            c === at ? { kind: 'shift', share: visible, from: 'start' } : none,
          );
          const report = await ask.compare(reference, current, chunked(of.chunk));
          planted++;
          if (columnsOf(report).find((column) => column.name === columns[at]!.name)?.verdict === 'alert') found++;
        },
        measured: () => [least(`found of ${planted}`, found / planted, 0.75)],
      };
    },
  };
}

const hotel = ['reference_hotel_booking.parquet', 'monitoring_hotel_booking.parquet'];

/** Rows of hotel bookings dealt to two sides at random. `rows`: of each side; null: all of them. */
function hotelHalves(name: string, reports: number, rows: number | null, mostAlarms: number, chunk?: ChunkSpec): Design {
  return {
    name: `random halves of hotel bookings, ${name}`,
    reports,
    needs: hotel,
    start: () => {
      const series = new Series();
      return {
        report: async (i, ask) => {
          const [reference, current] = [join(ask.folder, 'reference.parquet'), join(ask.folder, 'current.parquet')];
          const all = hotel.map((file) => `SELECT * EXCLUDE ("Index") FROM '${join(ask.data, file)}'`).join(' UNION ALL BY NAME ');
          const dealt = `SELECT * EXCLUDE (row), row_number() OVER (ORDER BY hash(row, ${i}), row) AS place FROM (SELECT *, row_number() OVER () AS row FROM (${all}))`;
          const part = (from: string, to: string, file: string) =>
            `COPY (SELECT * EXCLUDE (place) FROM (${dealt}) WHERE place > ${from} AND place <= ${to}) TO '${file}' (FORMAT parquet)`;
          const total = `(SELECT count(*) FROM (${all}))`;
          const half = rows === null ? `${total} // 2` : String(rows);
          const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
          const connection = await instance.connect();
          await connection.run(part('0', half, reference));
          await connection.run(part(half, rows === null ? total : String(2 * rows), current));
          connection.closeSync();
          instance.closeSync();
          series.add(await ask.compare(reference, current, chunked(chunk)), new Set());
        },
        measured: () => {
          const { any, watches } = series.found();
          return [most('reports with an alert', any, mostAlarms), most('watches a report', watches, 1, 'number')];
        },
      };
    },
  };
}

const day = (sd: number): DayEffects => ({ kind: 'day', sd });
const iid: DayEffects = { kind: 'iid' };
const weeks: ChunkSpec = { by: 'week' };
const months: ChunkSpec = { by: 'month' };
const wide = Array.from({ length: 4 }, (_, i) => blockColumns().map((column) => ({ ...column, name: `${column.name}_${i}` }))).flat();
const shift = (share: number) => (): Change => ({ kind: 'shift', share, from: 'middle' });
const numeric = (column: HiddenColumn): boolean => column.kind === 'number';

const everywhere = (share: number) => (): Change => ({ kind: 'shift', share, from: 'start' });
const rowsOnly = (rows: number, seed: number): Days => ({ days: [1, 1], rows, effects: iid, timed: false, seed });

/** The designs of the calibration study with their limits. Chunks that are not named are those chosen by default. */
export const designs: readonly Design[] = [
  calm('28+7 days × 300, iid', 100, { days: [28, 7], rows: 300, effects: iid, seed: 1 }, { any: 0.08, watches: 1 }),
  calm(
    '28+7 days × 300, day effects 0.1',
    200,
    { days: [28, 7], rows: 300, effects: day(0.1), seed: 2 },
    { any: 0.11, columns: 0.005, watches: 1.5 },
  ),
  calm(
    '28+7 days × 300, day effects 0.3',
    200,
    { days: [28, 7], rows: 300, effects: day(0.3), seed: 3 },
    { any: 0.11, columns: 0.005, watches: 1.5 },
  ),
  calm('28+7 days × 300, AR 0.3', 100, { days: [28, 7], rows: 300, effects: { kind: 'ar', sd: 0.3 }, seed: 4 }, { any: 0.17 }),
  calm(
    '28+28 days × 300, weeks, day 0.1',
    100,
    { days: [28, 28], rows: 300, effects: day(0.1), chunk: weeks, seed: 5 },
    { any: 0.08, watches: 1 },
  ),
  calm(
    '90+30 days × 100, weeks, day 0.3',
    100,
    { days: [90, 30], rows: 100, effects: day(0.3), chunk: weeks, seed: 6 },
    { any: 0.08, watches: 1 },
  ),
  calm(
    '90+30 days × 100, weeks, AR 0.3',
    100,
    { days: [90, 30], rows: 100, effects: { kind: 'ar', sd: 0.3 }, chunk: weeks, seed: 7 },
    { any: 0.08, watches: 1 },
  ),
  calm(
    '90+30 days × 100, weeks, weekdays 0.3',
    100,
    { days: [90, 30], rows: 100, effects: { kind: 'week', sd: 0.3 }, chunk: weeks, seed: 8 },
    { any: 0.08, watches: 1 },
  ),
  calm('150+330 days × 100, months, day 0.3', 40, { days: [150, 330], rows: 100, effects: day(0.3), seed: 9 }, { any: 0.08 }),
  calm(
    '28+28 days × 300, chunks of 1,000 rows, day 0.1',
    100,
    { days: [28, 28], rows: 300, effects: day(0.1), chunk: { rows: 1000 }, seed: 22 },
    { any: 0.08, watches: 1 },
    { columns: { timestamp: null, ignore: ['event_time'] } },
  ),
  calm('500/500 rows, no time', 400, rowsOnly(500, 10), { any: 0.09, columns: 0.005 }),
  calm('5,000/5,000 rows, no time', 200, rowsOnly(5000, 18), { any: 0.03 }),
  drifting(
    '3 of 30 numbers, 500/500 rows, no time, 10 %',
    100,
    rowsOnly(500, 19),
    { count: 3, change: everywhere(0.1), choose: numeric },
    { power: 0.7 },
  ),
  drifting(
    '3 of 30 numbers, 500/500 rows, no time, 20 %',
    100,
    rowsOnly(500, 20),
    { count: 3, change: everywhere(0.2), choose: numeric },
    { power: 0.99 },
  ),
  drifting(
    '3 of 30 numbers, 5,000/5,000 rows, no time, 10 %',
    60,
    rowsOnly(5000, 21),
    { count: 3, change: everywhere(0.1), choose: numeric },
    { power: 0.98 },
  ),
  hotelHalves('all rows', 60, null, 4 / 60),
  hotelHalves('2,000 rows, weeks', 60, 2000, 0.09, weeks),
  drifting(
    '12 of 120, 150+150 days × 27, months, day 0.1, 20 %',
    40,
    { days: [150, 150], rows: 27, effects: day(0.1), chunk: months, columns: wide, seed: 11 },
    { count: 12, change: everywhere(0.2) },
    { power: 0.9, falseShare: 0.05 },
  ),
  drifting(
    '3 of 30, 28+7 days × 300, day 0.1, 20 %',
    60,
    { days: [28, 7], rows: 300, effects: day(0.1), seed: 12 },
    { count: 3, change: shift(0.2) },
    { power: 0.75, falseShare: 0.08 },
  ),
  drifting(
    '3 of 30, 90+30 days × 300, weeks, iid, 10 %',
    60,
    { days: [90, 30], rows: 300, effects: iid, chunk: weeks, seed: 13 },
    { count: 3, change: shift(0.1) },
    { power: 0.72 },
  ),
  drifting(
    '3 of 30, 28+7 days × 300, day 0.1, one day × 1000',
    30,
    { days: [28, 7], rows: 300, effects: day(0.1), seed: 14 },
    { count: 3, change: (random) => ({ kind: 'broken_day', day: Math.floor(random() * 7) }), choose: numeric },
    { power: 0.95 },
  ),
  drifting(
    '3 of 30, 365+90 days × 100, months, day 0.1, one day × 1000',
    20,
    { days: [365, 90], rows: 100, effects: day(0.1), chunk: months, seed: 15 },
    { count: 3, change: (random) => ({ kind: 'broken_day', day: Math.floor(random() * 90) }), choose: numeric },
    { power: 0.95 },
  ),
  planted('28+7 days × 300, day 0.1', 200, { days: [28, 7], rows: 300, effects: day(0.1), seed: 16 }, 'number'),
  planted('28+7 days × 300, day 0.1', 200, { days: [28, 7], rows: 300, effects: day(0.1), seed: 17 }, 'two values'),
  ...evaluationDesigns,
  covered('28+30 days × 100, rows independent', 400, [28, 30], { sd: 0, rho: 0 }, 21, 0.93),
  covered('28+30 days × 100, day effects 0.2', 400, [28, 30], { sd: 0.2, rho: 0 }, 22, 0.93),
  covered('28+30 days × 100, days follow each other, 0.2, ρ 0.8', 400, [28, 30], { sd: 0.2, rho: 0.8 }, 23, 0.85),
  covered('90+30 days × 100, days follow each other, 0.2, ρ 0.8', 400, [90, 30], { sd: 0.2, rho: 0.8 }, 24, 0.93),
  covered('153+330 days × 100, days follow each other, 0.2, ρ 0.8', 200, [153, 330], { sd: 0.2, rho: 0.8 }, 25, 0.93),
  covered('28+7 days × 100, days follow each other, 0.2, ρ 0.8', 400, [28, 7], { sd: 0.2, rho: 0.8 }, 26, 0.85),
];
