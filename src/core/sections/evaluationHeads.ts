import type { Translate } from '../words/translate.ts';

/** Headings and heads of tables of an evaluation, for outputs that are not the page. `training`: the reference is training data. */
export function evaluationHeads(training: boolean, t: Translate) {
  return {
    predictions: t('Predictions and target'),
    performance: t('Performance'),
    resources: t('Time and resources'),
    estimate: t('Estimated without labels'),
    slices: t('Where the model is weak'),
    fallen: t('Where it got worse'),
    fairness: t('Groups compared'),
    attribution: t('What the drift did to the metric'),
    notes: t('Remarks'),
    measure: t('Measure'),
    reference: training ? t('Training') : t('Reference'),
    current: t('Current'),
    change: training ? t('Gap to training') : t('Change'),
    verdict: t('Verdict'),
    chunk: t('Chunk'),
    estimated: t('Estimated'),
    realised: t('By the labels'),
    gap: t('Gap'),
    value: t('Value'),
    limit: t('Limit'),
    target: t('Target'),
    prediction: t('Prediction'),
    score: t('Score'),
    user: t('User'),
    item: t('Item'),
  } as const;
}
