import { type AttributionNeeds, type CannotTell, scoresCannotTell } from '../../../check/attributionReason.ts';
import { type Evidence, evidenceOf } from '../../../check/evidenceOf.ts';
import { type Reading, readingOf } from '../../../check/readingOf.ts';
import { lossKind } from '../../../stats/groups/lossKind.ts';
import { holm } from '../../../stats/multiplicity/holm.ts';
import { type ConceptShift, conceptShift, type ScoredOutcomes } from './conceptShift.ts';
import { type LabelShift, labelShift } from './labelShift.ts';
import { scoreGivenLabelShift, scoreShift } from './scoreShift.ts';
import { scoreBins } from './scoreStrata.ts';

/** A score and its outcome on both sides: one for a binary model or a regression, one per class of a multi-class model. */
export interface Output {
  readonly reference: ScoredOutcomes;
  readonly current: ScoredOutcomes;
}

export interface DriftEvidence {
  /** Drifted columns as given, and the test of the scores; changed when there is either. */
  readonly covariate: Evidence & { readonly columns: readonly string[]; readonly effect: number };
  readonly label: Evidence & { readonly outputs: readonly (LabelShift | null)[] };
  readonly concept: Evidence & { readonly outputs: readonly (ConceptShift | null)[] };
  /** p of unchanged scores among rows of equal outcome; null for outcomes that are not 0/1. */
  readonly scoreGivenLabel: { readonly p: number } | null;
  readonly reading: Reading;
  /** Why it cannot be told; null when it can. */
  readonly reason: CannotTell | null;
}

export interface EvidenceOptions extends AttributionNeeds {
  readonly alpha?: number;
  /** Smallest changes that matter: share of rows of the scores and of the outcomes, mean difference of the outcome at equal scores. Default 0. */
  readonly limits?: { readonly score: number; readonly label: number; readonly concept: number };
}

function compared({ score, outcome }: ScoredOutcomes): number {
  return score.reduce((rows, s, i) => (Number.isFinite(s) && Number.isFinite(outcome[i]!) ? rows + 1 : rows), 0);
}

/** Smallest p of the outputs that were tested times their number; null where none was. */
function family(p: readonly (number | null | undefined)[]): number | null {
  const made = p.filter((one) => one !== null && one !== undefined);
  return made.length === 0 ? null : Math.min(1, ...made.map((one) => one * made.length));
}

/**
 * Tells covariate, label and concept drift apart by what can be tested: whether the scores (and, as given, columns) moved, whether outcomes did, and
 * whether outcomes at equal scores did. p-values of several classes are multiplied by their number, the three kinds adjusted by Holm, so
 * anything but `none` is read in at most alpha of the comparisons where nothing changed, `columns` being empty in them.
 *
 * A score sums the inputs up: a change between inputs and outcomes that leaves outcomes at equal scores as they were is not seen, and inputs
 * that matter to the outcome beyond the score look like a change of concept when they move.
 *
 * @param drifted names of the columns that drifted by their own verdict.
 */
export function driftEvidence(outputs: readonly Output[], drifted: readonly string[], options: EvidenceOptions = {}): DriftEvidence {
  const { alpha = 0.05 } = options;
  const binary = outputs.every(({ reference, current }) => lossKind(reference.outcome).binary && lossKind(current.outcome).binary);
  const bins = outputs.map(({ reference, current }) =>
    scoreBins(reference.score.filter(Number.isFinite), Math.min(compared(reference), compared(current))),
  );
  const scores = outputs.map(({ reference, current }, i) => scoreShift(reference, current, bins[i]!));
  const labels = outputs.map(({ reference, current }) =>
    labelShift(reference.outcome, current.outcome, alpha, { reference: reference.blockOf ?? null, current: current.blockOf ?? null }),
  );
  const concepts = outputs.map(({ reference, current }, i) => conceptShift(reference, current, bins[i]!, alpha));
  const given = binary ? outputs.map(({ reference, current }, i) => scoreGivenLabelShift(reference, current, bins[i]!).p) : null;
  const p = { score: family(scores.map((s) => s.p)), label: family(labels.map((l) => l?.p)), concept: family(concepts.map((c) => c?.p)) };
  const adjusted = holm([p.score, p.label, p.concept]);
  const largest = (sizes: readonly (number | undefined)[]): number => Math.max(0, ...sizes.map((size) => size ?? 0));
  const effect = largest(scores.map((s) => s.effect || 0));
  const covariate = evidenceOf(p.score, adjusted[0]!, effect, { alpha: options.alpha, limit: options.limits?.score });
  const label = evidenceOf(p.label, adjusted[1]!, largest(labels.map((l) => l?.size)), {
    alpha: options.alpha,
    limit: options.limits?.label,
  });
  const concept = evidenceOf(p.concept, adjusted[2]!, largest(concepts.map((c) => c?.size)), {
    alpha: options.alpha,
    limit: options.limits?.concept,
  });
  const moved = covariate.changed || drifted.length > 0;
  const sameGiven = given === null ? null : family(given);
  const known = labels.map((outcomes, i) => ({ outcomes, coverage: concepts[i]?.coverage ?? null }));
  const reason = scoresCannotTell(known, binary, options);
  const onlyRates = sameGiven !== null && p.score !== null && sameGiven > alpha && sameGiven > p.score;
  const reading = reason === null ? readingOf({ moved, label: label.changed, concept: concept.changed, onlyRates }) : 'cannot_tell';
  return {
    covariate: { ...covariate, changed: moved, columns: [...drifted], effect },
    label: { ...label, outputs: labels },
    concept: { ...concept, outputs: concepts },
    scoreGivenLabel: sameGiven === null ? null : { p: sameGiven },
    reading,
    reason,
  };
}
