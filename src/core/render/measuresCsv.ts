import { csvText } from '../format/csvField.ts';
import { type Evaluation, evaluationOf } from '../report/evaluationOf.ts';
import type { Report, TimeAxis } from '../report/report.ts';
import { resourceCode } from '../report/resourceCode.ts';
import type { MeasureRow } from '../sections/performance/result.ts';
import type { Translate } from '../words/translate.ts';

type Value = string | number | boolean | null;

/** The file it is written to. */
export const measuresFormat = {
  suffix: 'csv',
  saved: false,
  only: 'evaluate',
  help: (t: Translate) => t('Also write the measures as CSV, a row each (--csv writes the columns compared)'),
} as const;

/** Heads and cells: numbers unrounded, texts as codes, for programs. */
const fields: readonly (readonly [string, (row: MeasureRow, time: TimeAxis | null) => Value])[] = [
  ['measure', ({ current }) => current.name],
  ['at', ({ current }) => current.at],
  ['unit', ({ current }) => current.unit],
  ['direction', ({ current }) => current.direction],
  ['shown', ({ shown }) => shown],
  ['verdict', ({ verdict }) => verdict],
  ['since', ({ since }, time) => (since === null ? null : (time?.chunks[since]?.name ?? null))],
  ['reference', ({ reference }) => reference?.value ?? null],
  ['reference_low', ({ reference }) => reference?.interval?.low ?? null],
  ['reference_high', ({ reference }) => reference?.interval?.high ?? null],
  ['reference_n', ({ reference }) => reference?.n ?? null],
  ['current', ({ current }) => current.value],
  ['current_low', ({ current }) => current.interval?.low ?? null],
  ['current_high', ({ current }) => current.interval?.high ?? null],
  ['current_n', ({ current }) => current.n],
  ['undefined_reason', ({ current }) => current.reason],
  ['change', ({ change }) => change?.difference ?? null],
  ['change_low', ({ change }) => change?.interval?.low ?? null],
  ['change_high', ({ change }) => change?.interval?.high ?? null],
  ['level', () => 0.95],
  ['p', ({ change }) => change?.p ?? null],
  ['adjusted_p', ({ change }) => change?.adjustedP ?? null],
  ['measure_p', ({ p }) => p],
  ['measure_adjusted_p', ({ adjustedP }) => adjustedP],
  ['excuse', ({ excuse }) => excuse?.code ?? null],
  ['allowed', ({ change }) => change?.allowed ?? null],
  ['rows_needed', ({ change }) => change?.rowsNeeded ?? null],
  ['min', ({ floor }) => floor?.min ?? null],
  ['max', ({ floor }) => floor?.max ?? null],
];

/** The measures of an evaluation as CSV (RFC 4180), in the order of the report; texts that a spreadsheet would take for formulas are defused. */
export function renderMeasuresCsv(evaluation: Evaluation, time: TimeAxis | null): string {
  const rows = evaluation.measures.map((row) => fields.map(([, value]) => cell(value(row, time))).join(','));
  return [fields.map(([head]) => head).join(','), ...rows, ...resourceLines(evaluation)].map((line) => `${line}\r\n`).join('');
}

/** Figures of the resources as lines of the same heads: `p95(latency_ms)`. */
function resourceLines({ resources }: Evaluation): string[] {
  return resources.flatMap(({ column, n, figures }) =>
    figures.map(({ of, reference, current, difference, floor }) => {
      const values: Readonly<Record<string, Value>> = {
        measure: resourceCode(of, column),
        unit: 'resource',
        direction: 'neither',
        shown: true,
        verdict: floor?.verdict ?? null,
        reference: reference?.value ?? null,
        reference_low: reference?.low ?? null,
        reference_high: reference?.high ?? null,
        reference_n: n.reference,
        current: current.value,
        current_low: current.low,
        current_high: current.high,
        current_n: n.current,
        change: difference?.value ?? null,
        change_low: difference?.low ?? null,
        change_high: difference?.high ?? null,
        min: floor?.min ?? null,
        max: floor?.max ?? null,
      };
      return fields.map(([head]) => cell(values[head] ?? null)).join(',');
    }),
  );
}

function cell(value: Value): string {
  if (value === null) return '';
  return typeof value === 'string' ? csvText(value) : String(value);
}

/** The table, empty where nothing was evaluated. */
export function measuresContent(report: Report): string {
  const evaluation = evaluationOf(report);
  return evaluation === null ? '' : renderMeasuresCsv(evaluation, report.time);
}
