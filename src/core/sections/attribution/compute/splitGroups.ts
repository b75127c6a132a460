import { meanOf, type Sums } from '../../../stats/groups/sums.ts';

/** What a change of the mean loss is split into. */
export type ChangePart = 'mix' | 'rate' | 'turnover';

/** What one group contributes to the change. */
export interface GroupEffect {
  /** Index into the column's groups. */
  readonly group: number;
  readonly rows: { readonly reference: number; readonly current: number };
  readonly share: { readonly reference: number; readonly current: number };
  /** Mean loss; null without rows. */
  readonly mean: { readonly reference: number | null; readonly current: number | null };
  /** `both`: mix and rate; a new group has no reference rate, a vanished one no current rate, so all of their contribution is `turnover`. */
  readonly kind: 'both' | 'new' | 'vanished';
  readonly mix: number;
  readonly rate: number;
  readonly turnover: number;
}

/** Sums of a loss over all rows of a side and by group. */
export interface GroupedSums {
  readonly all: Sums;
  readonly groups: readonly Sums[];
}

/** Coefficients of a linear form in the shares and means of one side, by group. */
export interface Gradient {
  readonly share: number[];
  readonly mean: number[];
}

export interface SplitGroups {
  readonly totals: Readonly<Record<ChangePart, number>>;
  /** Of each part, by side: reference, current. */
  readonly gradients: Readonly<Record<ChangePart, readonly [Gradient, Gradient]>>;
  /** Groups with rows on either side. */
  readonly effects: readonly GroupEffect[];
}

/** What each group contributes to every part, and how the parts depend on its shares and means. @param shift level that was taken off the loss. */
export function splitGroups(past: GroupedSums, now: GroupedSums, shift: number): SplitGroups {
  const zeros = () => ({ share: past.groups.map(() => 0), mean: past.groups.map(() => 0) });
  const gradients: SplitGroups['gradients'] = { mix: [zeros(), zeros()], rate: [zeros(), zeros()], turnover: [zeros(), zeros()] };
  const totals = { mix: 0, rate: 0, turnover: 0 };
  const centre = (meanOf(past.all) + meanOf(now.all)) / 2;
  const effects: GroupEffect[] = [];
  past.groups.forEach((s0, g) => {
    const s1 = now.groups[g]!;
    if (s0.n + s1.n === 0) return;
    const of: GroupOfSides = { share: [s0.n / past.all.n, s1.n / now.all.n], mean: [meanOf(s0), meanOf(s1)], centre };
    const both = s0.n > 0 && s1.n > 0;
    const parts = both ? partsOfBoth(of, g, gradients) : partsOfOne(of, s0.n > 0 ? 0 : 1, g, gradients);
    totals.mix += parts.mix;
    totals.rate += parts.rate;
    totals.turnover += parts.turnover;
    effects.push({
      group: g,
      rows: { reference: s0.n, current: s1.n },
      share: { reference: of.share[0], current: of.share[1] },
      mean: { reference: s0.n > 0 ? of.mean[0] + shift : null, current: s1.n > 0 ? of.mean[1] + shift : null },
      kind: both ? 'both' : s1.n > 0 ? 'new' : 'vanished',
      ...parts,
    });
  });
  return { totals, gradients, effects };
}

/** Share and mean loss of a group, reference and current, and the level halfway between both overall means. */
interface GroupOfSides {
  readonly share: readonly [number, number];
  readonly mean: readonly [number, number];
  readonly centre: number;
}

type GroupParts = Pick<GroupEffect, ChangePart>;

/** A group with rows on both sides: mix and rate. Its coefficients are written into `gradients`. */
function partsOfBoth(
  { share: [w0, w1], mean: [m0, m1], centre }: GroupOfSides,
  g: number,
  gradients: SplitGroups['gradients'],
): GroupParts {
  const level = (m0 + m1) / 2 - centre;
  for (const [side, sign] of [-1, 1].entries()) {
    gradients.mix[side]!.share[g] = sign * level;
    gradients.mix[side]!.mean[g] = (w1 - w0) / 2;
    gradients.rate[side]!.share[g] = (m1 - m0) / 2;
    gradients.rate[side]!.mean[g] = (sign * (w0 + w1)) / 2;
  }
  return { mix: (w1 - w0) * level, rate: ((m1 - m0) * (w0 + w1)) / 2, turnover: 0 };
}

/** A new or vanished group: turnover. Its coefficients are written into `gradients`. @param side the one that has it. */
function partsOfOne({ share, mean, centre }: GroupOfSides, side: 0 | 1, g: number, gradients: SplitGroups['gradients']): GroupParts {
  const sign = side === 0 ? -1 : 1;
  gradients.turnover[side].share[g] = sign * (mean[side] - centre);
  gradients.turnover[side].mean[g] = sign * share[side];
  return { mix: 0, rate: 0, turnover: sign * share[side] * (mean[side] - centre) };
}

/** Coefficients of a sum of linear forms. */
export function addedUp(gradients: readonly Gradient[]): Gradient {
  const added = (what: keyof Gradient) => gradients[0]![what].map((_, g) => gradients.reduce((t, gradient) => t + gradient[what][g]!, 0));
  return { share: added('share'), mean: added('mean') };
}
