import type { Decision, Report } from './report.ts';

/** What a move is no larger than. */
export type WithinUnit = 'hour' | 'day' | 'group' | 'chance';

/** What a window's move is no larger than, where nothing is left of it once that is taken out; else null. */
export function withinUnit({ within }: Pick<Decision, 'within'>, { blocks }: Pick<Report, 'blocks'>): WithinUnit | null {
  return within === 'blocks' ? (blocks?.by ?? 'chance') : within;
}
