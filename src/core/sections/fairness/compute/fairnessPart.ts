import { gapBreached, gapLimit } from '../../../check/gapVerdict.ts';
import type { Predictions } from '../../../read/predictions.ts';
import { conditionOf } from '../../../read/segments/conditionOf.ts';
import type { SegmentColumn } from '../../../stats/groups/segmentColumn.ts';
import type { Fairness } from '../result.ts';
import { type AdjustedGap, type FairnessOptions, fairness } from './fairness.ts';
import { groupCounts } from './groupCounts.ts';
import type { Rate } from './groupRates.ts';

const level = 0.95;

/** Rates of the groups of one column of current and the gaps between them, by days where rows of a day go together; null where nothing is predicted. */
export function fairnessPart(column: SegmentColumn, p: Predictions, positive: number, options: FairnessOptions = {}): Fairness | null {
  if (p.predicted === null) return null;
  const binary = (codes: Int32Array): Float64Array =>
    Float64Array.from(codes, (code) => (code < 0 ? Number.NaN : code === positive ? 1 : 0));
  const none = new Float64Array(p.rows).fill(Number.NaN);
  const counts = groupCounts(column, p.actual === null ? none : binary(p.actual), binary(p.predicted), p.blockOf);
  const found = fairness(counts, options);
  const rate = (of: Rate | null) =>
    of === null
      ? null
      : { value: of.value, low: of.low, high: of.high, level, method: of.byBlock ? ('by_block' as const) : ('wilson' as const) };
  const odds = [found.gaps.tpr, found.gaps.fpr].reduce<AdjustedGap | null>(
    (most, gap) => (gap !== null && (most === null || gap.difference > most.difference) ? gap : most),
    null,
  );
  const judged = (
    code: Fairness['gaps'][number]['code'],
    { value, low, high }: { readonly value: number | null; readonly low: number | null; readonly high: number | null },
    adjusted: number | null,
  ): Fairness['gaps'][number] => ({ code, value, low, high, limit: gapLimit(code), breached: gapBreached({ code, value }, adjusted) });
  const difference = (code: Fairness['gaps'][number]['code'], gap: AdjustedGap | null): Fairness['gaps'][number] =>
    judged(code, { value: gap?.difference ?? null, low: gap?.low ?? null, high: gap?.high ?? null }, gap?.adjusted ?? null);
  const ratio = { value: found.demographicParityRatio, low: null, high: null };
  return {
    column: column.name,
    groups: found.groups.map(({ n, rates, excluded }, group) => ({
      condition: conditionOf(column, group),
      n,
      selection: rate(rates.selectionRate) ?? { value: null, low: 0, high: 1, level, method: 'wilson' },
      tpr: rate(rates.tpr),
      fpr: rate(rates.fpr),
      accuracy: rate(rates.accuracy),
      excluded: excluded.selectionRate ?? excluded.tpr ?? excluded.fpr ?? null,
    })),
    gaps: [
      difference('demographic_parity_difference', found.gaps.selectionRate),
      judged('demographic_parity_ratio', ratio, found.gaps.selectionRate?.adjusted ?? null),
      difference('equal_opportunity_difference', found.gaps.tpr),
      difference('equalised_odds_difference', odds),
    ],
    p: found.gaps.selectionRate?.p ?? null,
  };
}
