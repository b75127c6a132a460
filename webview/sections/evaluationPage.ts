import type { EvaluationText } from '../../src/core/report/evaluationText.ts';
import { resultOf } from '../../src/core/report/sectionOf.ts';
import type { EvaluationState } from '../../src/shared/webviewProtocol.ts';
import type { Page, Spoken } from '../report/pageContext.ts';

/** Words of the evaluation; null where none is shown: predictions are, with how good they are, or not at all. */
export function evaluationTextOf({ report, text }: Pick<Spoken, 'report' | 'text'>): EvaluationText | null {
  const evaluated = resultOf(report, 'predictions') !== null && resultOf(report, 'performance') !== null;
  // Reports kept by versions that did not evaluate have no words of it either.
  return evaluated ? (text.evaluation ?? null) : null;
}

/** Where the reader is in these sections. */
export function navigation(page: Page): EvaluationState {
  return page.state.evaluation ?? {};
}

/** Goes somewhere else in these sections. */
export function go(page: Page, change: Partial<EvaluationState>): void {
  page.update({ evaluation: { ...page.state.evaluation, ...change } });
}
