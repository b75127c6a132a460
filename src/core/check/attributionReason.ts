/** Why it cannot be told what kind of drift made a difference. */
export type CannotTell = 'few_labels' | 'few_of_a_class' | 'scores_do_not_overlap';

/** What the outcomes and scores must be for the kinds of drift to be told apart. */
export interface AttributionNeeds {
  /** Labelled rows each side needs. Default 100. */
  readonly minRows?: number;
  /** Rows of either of the two outcomes that the sides need together. Default 10. */
  readonly minOfClass?: number;
  /** Share of current's rows that must lie at scores the reference has. Default 0.5. */
  readonly minCoverage?: number;
}

/** Labelled rows and mean outcome of each side. */
interface Outcomes {
  readonly rows: { readonly reference: number; readonly current: number };
  readonly mean: { readonly reference: number; readonly current: number };
}

/** What is known of one score: its outcomes, and how much of current lies at scores of the reference. Null: no comparison could be made. */
export interface ScoreKnown {
  readonly outcomes: Outcomes | null;
  readonly coverage: number | null;
}

/** Why scores and outcomes do not tell the kinds of drift apart; null when they do. @param binary whether every outcome is 0 or 1. */
export function scoresCannotTell(scores: readonly ScoreKnown[], binary: boolean, needs: AttributionNeeds = {}): CannotTell | null {
  const { minRows = 100, minOfClass = 10, minCoverage = 0.5 } = needs;
  const few = ({ outcomes: of }: ScoreKnown) => of === null || Math.min(of.rows.reference, of.rows.current) < minRows;
  if (scores.length === 0 || scores.some(few)) return 'few_labels';
  // Of several classes a rare one only weakens its own comparison; a single outcome that hardly varies compares nothing.
  if (binary && scores.every(({ outcomes }) => rarest(outcomes!) < minOfClass)) return 'few_of_a_class';
  return scores.some(({ coverage }) => coverage === null || coverage < minCoverage) ? 'scores_do_not_overlap' : null;
}

/** Why labels alone do not tell the kinds of drift apart; null when they do. @param comparable whether a predicted class has rows on both sides. */
export function labelsCannotTell(
  rows: { readonly reference: number; readonly current: number },
  comparable: boolean,
  { minRows = 100 }: AttributionNeeds = {},
): CannotTell | null {
  if (Math.min(rows.reference, rows.current) < minRows) return 'few_labels';
  return comparable ? null : 'scores_do_not_overlap';
}

/** Rows of the rarer of two outcomes, both sides together. */
function rarest({ rows, mean }: Outcomes): number {
  const positives = rows.reference * mean.reference + rows.current * mean.current;
  return Math.min(positives, rows.reference + rows.current - positives);
}
