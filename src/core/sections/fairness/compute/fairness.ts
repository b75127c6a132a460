import { holm } from '../../../stats/multiplicity/holm.ts';
import type { GroupCounts } from './groupCounts.ts';
import { type FairnessRate, type GroupRates, groupRates, type Rate } from './groupRates.ts';
import { type RateGap, rateGap } from './rateGap.ts';

export interface FairnessOptions {
  /** Rows a group needs to be compared. Default 30. */
  readonly minRows?: number;
  readonly alpha?: number;
}

/** Why a group, or one of its rates, takes no part in the gaps. */
export type Exclusion = 'few_rows' | 'no_positives' | 'no_negatives' | 'no_selected' | 'no_labels';

export interface ComputedGroup {
  readonly n: number;
  readonly rates: GroupRates;
  /** By rate; absent: compared. */
  readonly excluded: Readonly<Partial<Record<FairnessRate, Exclusion>>>;
}

export interface AdjustedGap extends RateGap {
  /** p adjusted by Holm over the gaps tested here; the false negative rate is the true positive rate again and takes its value. */
  readonly adjusted: number | null;
}

export interface ComputedFairness {
  /** In the order given, excluded ones, too. */
  readonly groups: readonly ComputedGroup[];
  /** Null where no group has the rate. */
  readonly gaps: Readonly<Record<FairnessRate, AdjustedGap | null>>;
  /** Highest less lowest selection rate, and lowest over highest (null: no row selected anywhere). */
  readonly demographicParityDifference: number | null;
  readonly demographicParityRatio: number | null;
  /** Gap of the true positive rate. */
  readonly equalOpportunityDifference: number | null;
  /** The larger of the gaps of true and false positive rate. */
  readonly equalisedOddsDifference: number | null;
}

const names: readonly FairnessRate[] = ['selectionRate', 'tpr', 'fpr', 'fnr', 'precision', 'accuracy'];
const reasons: Readonly<Record<FairnessRate, Exclusion>> = {
  selectionRate: 'few_rows',
  tpr: 'no_positives',
  fnr: 'no_positives',
  fpr: 'no_negatives',
  precision: 'no_selected',
  accuracy: 'no_labels',
};

function exclusions(counts: GroupCounts, rates: GroupRates, minRows: number): Partial<Record<FairnessRate, Exclusion>> {
  const excluded: Partial<Record<FairnessRate, Exclusion>> = {};
  const labelled = counts.tp + counts.fp + counts.fn + counts.tn;
  for (const name of names) {
    const rows = name === 'selectionRate' ? counts.n : labelled;
    if (name !== 'selectionRate' && labelled === 0) excluded[name] = 'no_labels';
    else if (rates[name] === null) excluded[name] = reasons[name];
    else if (rows < minRows) excluded[name] = 'few_rows';
  }
  return excluded;
}

/**
 * Whether a classifier treats groups alike: rates per group with Wilson's intervals, and for each rate the gap between the extreme groups with
 * Newcombe's interval and a test across all groups.
 *
 * Groups with few rows and groups without the rate's denominator are shown and take no part in the gap, with the reason: the lowest of many
 * small groups is low by chance.
 *
 * Definitions of demographic parity, equal opportunity and equalised odds: M. Hardt, E. Price, N. Srebro, NeurIPS 2016; four-fifths rule: 29 CFR
 * 1607.4 D.
 */
export function fairness(counts: readonly GroupCounts[], options: FairnessOptions = {}): ComputedFairness {
  const { minRows = 30, alpha = 0.05 } = options;
  const groups = counts.map((of): ComputedGroup => {
    const rates = groupRates(of, alpha);
    return { n: of.n, rates, excluded: exclusions(of, rates, minRows) };
  });
  const gap = (name: FairnessRate) =>
    rateGap(
      groups.map(({ rates, excluded }): Rate | null => (name in excluded ? null : rates[name])),
      alpha,
    );
  const tested: readonly FairnessRate[] = ['selectionRate', 'tpr', 'fpr', 'precision', 'accuracy'];
  const found = Object.fromEntries(names.map((name) => [name, gap(name)])) as Record<FairnessRate, RateGap | null>;
  const adjusted = holm(tested.map((name) => found[name]?.p ?? null));
  const withP = (name: FairnessRate): AdjustedGap | null =>
    found[name] && { ...found[name], adjusted: adjusted[tested.indexOf(name === 'fnr' ? 'tpr' : name)] ?? null };
  const gaps = Object.fromEntries(names.map((name) => [name, withP(name)])) as Record<FairnessRate, AdjustedGap | null>;
  const odds = [gaps.tpr, gaps.fpr].flatMap((g) => (g ? [g.difference] : []));
  const ratio = gaps.selectionRate?.ratio ?? null;
  return {
    groups,
    gaps,
    demographicParityDifference: gaps.selectionRate?.difference ?? null,
    demographicParityRatio: ratio,
    equalOpportunityDifference: gaps.tpr?.difference ?? null,
    equalisedOddsDifference: odds.length > 0 ? Math.max(...odds) : null,
  };
}
