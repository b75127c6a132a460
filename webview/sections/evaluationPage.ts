import type { Evaluation } from '../../src/core/report/evaluationOf.ts';
import type { EvaluationText } from '../../src/core/report/evaluationText.ts';
import type { EvaluationState } from '../../src/shared/webviewProtocol.ts';
import type { Page } from '../report/pageContext.ts';

/** What the three sections on predictions are made of. */
export interface EvaluationProps {
  readonly evaluation: Evaluation;
  readonly said: EvaluationText;
}

/** Where the reader is in these sections. */
export function navigation(page: Page): EvaluationState {
  return page.state.evaluation ?? {};
}

/** Goes somewhere else in these sections. */
export function go(page: Page, change: Partial<EvaluationState>): void {
  page.update({ evaluation: { ...page.state.evaluation, ...change } });
}
