import { nameWords } from './nameHints.ts';

/** Words that say "of the prediction", "of the truth": what is left names the thing itself. */
const predicted = new Set(['pred', 'preds', 'predict', 'predicted', 'prediction', 'predictions', 'proba', 'prob', 'probability', 'score']);
const estimated = new Set(['scores', 'hat', 'est', 'estimate', 'estimated', 'forecast', 'model', 'output']);
const true_ = new Set(['true', 'truth', 'actual', 'actuals', 'real', 'observed', 'is', 'was', 'has', 'gt']);
/** Shorter words than this are not compared by their beginning. */
const stem = 4;

/** Whether two columns are named as prediction and truth of one thing: `y_pred` and `y_true`, `price_pred` and `price`, `churn_score` and `churned`. */
export function isKin(prediction: string, target: string): boolean {
  const thing = nameWords(prediction)
    .replace(/^yhat$/, 'y hat')
    .split(' ')
    .filter((word) => !predicted.has(word) && !estimated.has(word))
    .join(' ');
  const words = nameWords(target);
  const plain = words
    .split(' ')
    .filter((word) => !true_.has(word))
    .join(' ');
  if (thing === '') return false;
  return thing === words || thing === plain || (thing.length >= stem && plain.startsWith(thing));
}
