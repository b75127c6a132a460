import type { SliceCondition } from '../../src/core/check/subject.ts';
import { evaluationOf } from '../../src/core/report/evaluationOf.ts';
import type { Report } from '../../src/core/report/report.ts';
import { columnsOf, driftOf } from '../../src/core/report/sectionOf.ts';
import { addressOf } from '../../src/core/spec/addressOf.ts';

/** What is asked of another program: files, settings and conditions. No number of the report is among them. */
export interface Asked {
  readonly reference: string | null;
  readonly current: string;
  readonly time: { readonly column: string; readonly unit: string } | null;
  /** What of the calendar both hold: months, weekdays or hours. */
  readonly season: { readonly by: string; readonly common: readonly number[] } | null;
  readonly columns: readonly {
    readonly name: string;
    readonly kind: string;
    readonly treatedAs: string;
    readonly bins: number;
    readonly blocks: boolean;
    readonly limit: number;
    readonly minRows: number;
    /** Whether it is compared over the cells of the calendar that both hold. */
    readonly like: boolean;
  }[];
  readonly evaluation: {
    readonly task: string;
    readonly target: string | null;
    readonly prediction: string | null;
    readonly score: string | null;
    readonly positive: string | null;
    readonly threshold: number | null;
    readonly labels: readonly string[];
    readonly loss: string | null;
    /** Chunks from which measures are worse. */
    readonly since: readonly string[];
    /** What is compared over the months that both hold. */
    readonly like: { readonly measure: string; readonly months: readonly number[] } | null;
  } | null;
  /** Conditions of the slices that are told, by their key. */
  readonly slices: Readonly<Record<string, readonly SliceCondition[]>>;
}

/** The key of a slice among the facts. */
export function sliceKey(conditions: readonly SliceCondition[]): string {
  return conditions.map(({ column, group }) => `${column} ${Object.values(group).join(' ')}`).join(' and ');
}

/** How the facts call a chunk of current: by its month, else by its first day. */
export function chunkKey({ time }: Report, chunk: number): string {
  const from = time?.chunks[chunk]?.from;
  if (time === null || from === undefined || time.unit === 'rows') return `chunk ${chunk}`;
  return new Date(from).toISOString().slice(0, time.unit === 'month' ? 7 : 10);
}

/** What must be known of the data of a report to check what it says. */
export function askedOf(report: Report): Asked {
  const { time, spec } = report;
  const evaluation = evaluationOf(report);
  const told = [...(evaluation?.slices?.worst ?? []), ...(evaluation?.slices?.fallen ?? [])];
  return {
    reference: report.datasets.reference === null ? null : spec.reference && addressOf(spec.reference),
    current: addressOf(spec.current),
    time: time === null || time.column === null ? null : { column: time.column, unit: time.unit },
    season: report.season === null ? null : { by: report.season.by, common: report.season.common },
    columns: columnsOf(report)
      .filter((column) => column.verdict !== 'not_tested')
      .map((column) => ({
        name: column.name,
        kind: column.kind,
        treatedAs: column.treatedAs ?? 'category',
        bins: driftOf(report).rule.effectBins,
        blocks: driftOf(report).blocks !== null,
        limit: column.limit,
        minRows: driftOf(report).rule.minRows,
        like: column.like !== null,
      })),
    evaluation:
      evaluation === null
        ? null
        : {
            task: evaluation.columns.task,
            target: evaluation.columns.target.column,
            prediction: evaluation.columns.prediction.column,
            score: evaluation.columns.score.column,
            positive: evaluation.columns.positive,
            threshold: evaluation.threshold,
            labels: evaluation.classes.map((one) => (typeof one === 'string' ? one : String(one))),
            loss: evaluation.slices?.measure ?? null,
            since: evaluation.measures.flatMap(({ since }) => (since === null ? [] : [chunkKey(report, since)])),
            like: evaluation.season?.like ? { measure: evaluation.season.like.measure, months: evaluation.season.common } : null,
          },
    slices: Object.fromEntries(told.map(({ conditions }) => [sliceKey(conditions), conditions])),
  };
}
