import { called, choice, fields, list, measure, number, optional, type Shape, text, whole, written } from '../spec/shape.ts';
import { checkRule } from './checkRule.ts';
import { limitBasePattern } from './limitBase.ts';

/** How bad people may call a breach, from the least on. */
export const breachSizes = ['info', 'warning', 'critical'] as const;

/** Parts of the data that a check can look at one by one. */
export type CheckPart = 'columns' | 'slices' | 'chunks' | 'by';

/** What can be checked in a cell. */
export interface Checkable {
  readonly measures: readonly string[];
  /** Measures that are named by the data as well, such as `p95(latency_ms)`. */
  readonly or?: RegExp;
  /** Those of the measures that each column has. */
  readonly ofColumns?: readonly string[];
  readonly parts: readonly CheckPart[];
}

const name = text(1_000_000, 1);
const amount = number({ percent: true });
const change = number({ least: 0, percent: true });
const day = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** Silence for a while, with why: whoever reads the file later has to know. */
const mute = called('Mute', fields({ until: written(day, '2026-12-31'), reason: text(1000, 1) }), 'No alarm until that day, and why.');

/** The shape of the checks of a kind of cells. */
export function checkShape(name_: string, { measures, or, ofColumns = [], parts }: Checkable) {
  return called(
    name_,
    fields(
      {
        measure: or === undefined && measures.length === 0 ? name : measure(measures, or),
        columns: optional(list(name), { about: 'The columns that are looked at, each by itself; absent: all.' }),
        slices: optional(list(name), {
          about: 'Slices that are looked at, each by itself: `country` for all of a column, `country=NL` for one.',
        }),
        chunks: optional(choice(['whole', 'each', 'last']), {
          about: 'Which parts of current are looked at: all of it as one (the default), each chunk, or the last chunk.',
        }),
        by: optional(name, { about: 'Column of the result whose values are looked at one by one.' }),
        min: optional(amount, { about: 'The least that is allowed; `2%` stands for 0.02.' }),
        max: optional(amount, { about: 'The most that is allowed.' }),
        equals: optional(amount, { about: 'The one value that is allowed.' }),
        max_drop: optional(change, { about: 'How far it may fall below what `to` names, in its own unit.' }),
        max_rise: optional(change, { about: 'How far it may rise above what `to` names, in its own unit.' }),
        max_ratio: optional(number({ above: 0 }), { about: 'How many times what `to` names it may be.' }),
        to: optional(written(limitBasePattern, 'reference, previous, p95(30 runs), mean±3sd(30 runs)'), {
          about: 'What it is held against: `reference` (the default), `previous`, `p95(30 runs)` or `mean±3sd(30 runs)`.',
        }),
        severity: optional(choice(breachSizes), { about: 'How bad a breach is; warning unless said.' }),
        min_rows: optional(whole(1), { about: 'Parts with fewer rows are not looked at.' }),
        uncertain: optional(choice(['pass', 'fail']), { about: 'What counts when there are too few rows to tell; pass unless said.' }),
        mute: optional(mute),
      },
      checkRule(ofColumns.length === 0 ? null : new Set(ofColumns), parts),
    ),
  );
}

/** A predicate on a measure. */
export type DriftbookCheck = ReturnType<typeof checkShape> extends Shape<infer T> ? T : never;
