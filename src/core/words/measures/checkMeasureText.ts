import { driftMeasures } from '../../measures/drift/registry.ts';
import { catalogue, isMeasureName } from '../../measures/registry.ts';
import type { Translate } from '../translate.ts';

/** What measures are that come of a comparison as a whole, of counts and of shares. */
const others: Readonly<Record<string, (t: Translate) => string>> = {
  missing_share: (t) => t('Share of the rows whose value is missing'),
  missing_rows: (t) => t('Rows whose value is missing'),
  missing_change: (t) => t('How much more of the rows miss their value than in reference'),
  distinct_values: (t) => t('Values that differ from each other'),
  rows: (t) => t('Rows of the dataset'),
  columns: (t) => t('Columns of the dataset'),
  duplicate_rows: (t) => t('Rows that were there before, in all columns'),
  duplicate_share: (t) => t('Share of the rows that were there before, in all columns'),
  drifted_share: (t) => t('Share of the compared columns that drifted'),
  drifted_columns: (t) => t('Compared columns that drifted'),
  moved_share: (t) => t('Share of the rows that moved: the distance that verdicts are made of'),
  positive_share: (t) => t('Share of the rows that are predicted positive'),
  mean_score: (t) => t('Mean of the scores'),
  mean_prediction: (t) => t('Mean of the predictions'),
  drift_effect: (t) => t('What the drift of all columns did to the main measure of the model'),
  column_effect: (t) => t('What the drift of a column did to the main measure of the model'),
};

/** What a measure is that a check may name, without a stop; null where nothing is known of it. */
export function checkMeasureText(id: string, t: Translate): string | null {
  if (isMeasureName(id)) return catalogue[id].about(t);
  const drift = driftMeasures.find((measure) => measure.id === id);
  return drift?.about(t) ?? (Object.hasOwn(others, id) ? others[id]!(t) : null);
}
