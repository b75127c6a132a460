import type { ReportSeason } from '../report/report.ts';
import type { ColumnReport } from '../sections/drift/result.ts';
import { reachesLimit } from './reachesLimit.ts';
import type { Decision } from './verdict.ts';

/** What of a column carries its verdict, and what is known of its season. */
export type MarkedColumn = Pick<ColumnReport, 'cause' | 'whole' | 'limit' | 'like'> & {
  readonly chunks: readonly Decision[];
  readonly season: ReportSeason | null;
};

/**
 * Whether all windows that carry the verdict on a column's values lie where the reference holds nothing of the calendar, so that the season can be the cause.
 * The whole lies there as far as the column stays under its limit over the cells that both hold. Where both hold none, as when three months follow three
 * others, that holds of everything and parts nothing: the report says once what is lacking, and marks are marks.
 */
export function unmatchedMarks({ cause, whole, chunks, limit, like, season }: MarkedColumn): boolean {
  if (season === null || season.missing.length === 0 || season.common.length === 0 || (cause !== 'whole' && cause !== 'chunk'))
    return false;
  const marked = ({ verdict }: Decision): boolean => verdict === 'alert' || verdict === 'watch';
  if (chunks.some((chunk, i) => marked(chunk) && !season.unmatched.includes(i))) return false;
  if (!marked(whole)) return true;
  return like !== null && !reachesLimit(like.effect, limit);
}
