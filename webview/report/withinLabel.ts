import type { Decision } from '../../src/core/check/verdict.ts';
import { withinUnit } from '../../src/core/report/withinUnit.ts';
import { label, type Spoken } from './pageContext.ts';

/** What stands in place of a share of rows moved where a window's move is within the noise: "as days differ"; else null. */
export function withinLabel(page: Spoken, decision: Pick<Decision, 'within'>): string | null {
  const unit = withinUnit(decision, page.report);
  return unit === null ? null : label(page, `within_${unit}`);
}
