import type { SliceCondition } from '../check/subject.ts';
import { formatNumber } from '../format/number.ts';
import { subjectText } from '../report/subjectText.ts';
import { dataText } from '../words/dataText.ts';

/** The course of one number over runs, oldest first. */
export interface Trend {
  readonly measure: string;
  readonly at: number | null;
  readonly column: string | null;
  readonly slice: readonly SliceCondition[];
  readonly points: readonly {
    readonly at: string;
    readonly value: number | null;
    readonly low: number | null;
    readonly high: number | null;
  }[];
}

/** Width of the bar of the largest value. */
const widest = 30;

/** A trend for the terminal: its name, then a line for each run with time, value, interval and a bar from 0. */
export function trendText({ measure, at, column, slice, points }: Trend, locale: string): string[] {
  const about = subjectText({ kind: 'dataset', column, slice, chunk: null });
  const largest = points.reduce((most, { value }) => Math.max(most, Math.abs(value ?? 0)), 0);
  return [
    dataText([`${measure}${at === null ? '' : `@${at}`}`, about].join(' ').trim(), 400),
    ...points.map(({ at: time, value, low, high }) => {
      const said = value === null ? '–' : formatNumber(value, locale);
      const bar = value === null || largest === 0 ? '' : '█'.repeat(Math.round((Math.abs(value) / largest) * widest));
      const interval = low === null || high === null ? '' : `[${formatNumber(low, locale)}, ${formatNumber(high, locale)}]`;
      return `  ${dataText(time.slice(0, 19).replace('T', ' '))}  ${said.padStart(10)}  ${bar.padEnd(widest)}  ${interval}`.trimEnd();
    }),
  ];
}
