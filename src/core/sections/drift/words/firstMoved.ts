import { beganAt, whenMoved } from '../../../words/whenMoved.ts';
import type { ColumnReport } from '../result.ts';

/** Which of the alert columns moved first, as far as the chunks tell. */
export type FirstMoved =
  | { readonly kind: 'unknown' }
  /** All moved from, or in, the same chunk, in the same way. */
  | { readonly kind: 'together'; readonly column: ColumnReport }
  | { readonly kind: 'one'; readonly column: ColumnReport }
  | { readonly kind: 'several'; readonly columns: readonly ColumnReport[] };

/** Finds the column that moved first and stayed (or moved once); `unknown` when no chunk tells. */
export function firstMoved(columns: readonly ColumnReport[]): FirstMoved {
  const whens = columns.map((column) => ({ column, when: whenMoved(column) }));
  // Scattered alerts are no beginning: a stray day must not lead.
  const known = whens.flatMap(({ column, when }) => {
    const first = beganAt(when);
    return first === null ? [] : [{ column, first, kind: when.kind, alone: when.kind !== 'since' || when.before === 0 }];
  });
  const head = known[0];
  if (head === undefined) return { kind: 'unknown' };
  if (
    known.length === whens.length &&
    known.every((one) => one.first === head.first && one.kind === head.kind && one.kind !== 'mostly' && one.alone)
  ) {
    return { kind: 'together', column: head.column };
  }
  const earliest = Math.min(...known.map((one) => one.first));
  const first = known.filter((one) => one.first === earliest).map((one) => one.column);
  return first.length === 1 ? { kind: 'one', column: first[0]! } : { kind: 'several', columns: first };
}
