import { type AbnormalPredictions, abnormalChange, abnormalProbabilities } from './abnormalPredictions.ts';
import { type ClassShareChange, classShareChange, topShare } from './classShares.ts';
import { type Confidence, type ConfidenceShift, confidenceOf, confidenceShift } from './confidence.ts';
import type { ClassProbabilities } from './probabilities.ts';

export interface BehaviourOptions {
  /** A row is unsure when its largest probability is below this; default 0.6. */
  readonly lowBelow?: number;
  /** Classes counted by `topShare`; default 1. */
  readonly top?: number;
}

/** What a model's probabilities say by themselves, over a dataset or a chunk. */
export interface ChunkBehaviour {
  readonly confidence: Confidence;
  /** Share of rows in the classes predicted most; null without rows. */
  readonly topShare: number | null;
  readonly abnormal: AbnormalPredictions;
}

/** A chunk's behaviour against the reference's. */
export interface BehaviourChange {
  readonly shares: ClassShareChange;
  /** Null when a side has no usable rows. */
  readonly confidence: ConfidenceShift | null;
  /** Changes of the means, current − reference; null when a side has no usable rows. */
  readonly entropy: number | null;
  readonly margin: number | null;
  readonly lowConfidence: number | null;
  readonly abnormal: { readonly change: number; readonly p: number };
}

/** Behaviour over rows. O(rows · classes). */
export function behaviourOf(probabilities: ClassProbabilities, { lowBelow = 0.6, top = 1 }: BehaviourOptions = {}): ChunkBehaviour {
  const confidence = confidenceOf(probabilities, lowBelow);
  return { confidence, topShare: topShare(confidence.classCounts, top), abnormal: abnormalProbabilities(probabilities) };
}

function difference(reference: number | null, current: number | null): number | null {
  return reference === null || current === null ? null : current - reference;
}

/** Compares two behaviours over the same classes. O(classes). */
export function compareBehaviour(reference: ChunkBehaviour, current: ChunkBehaviour): BehaviourChange {
  const [before, after] = [reference.confidence, current.confidence];
  return {
    shares: classShareChange(before.classCounts, after.classCounts),
    confidence: confidenceShift(before, after),
    entropy: difference(before.meanEntropyNormalised, after.meanEntropyNormalised),
    margin: difference(before.meanMargin, after.meanMargin),
    lowConfidence: difference(before.lowConfidenceShare, after.lowConfidenceShare),
    abnormal: abnormalChange(reference.abnormal, current.abnormal),
  };
}
