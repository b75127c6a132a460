import type { Decision } from '../check/verdict.ts';
import type { Report } from './report.ts';
import { blocksOf } from './sectionOf.ts';

/** What a move is no larger than. */
export type WithinUnit = 'hour' | 'day' | 'group' | 'chance';

/** What a window's move is no larger than, where nothing is left of it once that is taken out; else null. */
export function withinUnit({ within }: Pick<Decision, 'within'>, report: Pick<Report, 'sections'>): WithinUnit | null {
  return within === 'blocks' ? (blocksOf(report)?.by ?? 'chance') : within;
}
