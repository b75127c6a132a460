import { behaviourOf, compareBehaviour } from '../../../src/core/sections/predictions/compute/chunkBehaviour.ts';
import type { Confidence } from '../../../src/core/sections/predictions/compute/confidence.ts';
import { dynamicThreshold } from '../../oracles/dynamicThreshold.ts';
import { type Adapter, value } from '../golden.ts';
import { finite } from '../input.ts';
import { byClass } from './estimate.ts';

function side({ meanEntropy, meanEntropyNormalised, meanConfidence, lowConfidenceShare, meanMargin, classCounts }: Confidence) {
  return {
    mean_entropy: meanEntropy,
    mean_entropy_norm: meanEntropyNormalised,
    mean_confidence: meanConfidence,
    low_conf_share_0_6: lowConfidenceShare,
    mean_margin: meanMargin,
    class_counts: classCounts,
  };
}

const behaviour: Adapter = ({ input }) => {
  const reference = behaviourOf(byClass(input.ref));
  const current = behaviourOf(byClass(input.cur));
  const change = compareBehaviour(reference, current);
  return value({
    ref: side(reference.confidence),
    cur: side(current.confidence),
    class_share_kl_smoothed_cur_ref: change.shares.klCurrentReference,
    class_share_tvd: change.shares.tvd,
    top1_share_cur: current.topShare,
    confidence_shift: change.confidence?.shift,
  });
};

const threshold: Adapter = ({ input, params }) => {
  const { window, min_points: fewest, q } = params as Record<string, number>;
  const { thresholds, isBreach } = dynamicThreshold(finite(input.values), { window, fewest, quantile: q });
  return value({ thresholds, breaches: isBreach.flatMap((breach, i) => (breach ? [i] : [])) });
};

/** Families of prediction behaviour. */
export const behaviourAdapters: Readonly<Record<string, Adapter>> = { prediction_behaviour: behaviour, dynamic_threshold: threshold };
