import { keepsFourFifths } from '../../../src/core/check/gapVerdict.ts';
import { fairness } from '../../../src/core/sections/fairness/compute/fairness.ts';
import { type GroupConfusion, labelledCounts } from '../../../src/core/sections/fairness/compute/groupCounts.ts';
import type { Rate } from '../../../src/core/sections/fairness/compute/groupRates.ts';
import { type Adapter, value } from '../golden.ts';

const bounds = (rate: Rate | null) => rate && [rate.low, rate.high];

/** The goldens compare groups of any size, so no rows are asked for here. */
const fairnessGroups: Adapter = ({ input }) => {
  const given = Object.entries(input.groups as Record<string, GroupConfusion>);
  const of = fairness(
    given.map(([, counts]) => labelledCounts(counts)),
    { minRows: 0 },
  );
  return value({
    groups: Object.fromEntries(
      of.groups.map(({ n, rates }, g) => [
        given[g]![0],
        {
          n,
          selection_rate: rates.selectionRate?.value ?? null,
          tpr: rates.tpr?.value ?? null,
          fpr: rates.fpr?.value ?? null,
          accuracy: rates.accuracy?.value ?? null,
          selection_wilson: bounds(rates.selectionRate),
          accuracy_wilson: bounds(rates.accuracy),
        },
      ]),
    ),
    dp_difference: of.demographicParityDifference,
    dp_ratio: of.demographicParityRatio,
    tpr_difference: of.equalOpportunityDifference,
    fpr_difference: of.gaps.fpr?.difference ?? null,
    eo_difference: of.equalisedOddsDifference,
    four_fifths_ok: keepsFourFifths(of.demographicParityRatio),
  });
};

export const fairnessAdapters: Readonly<Record<string, Adapter>> = { fairness_groups: fairnessGroups };
