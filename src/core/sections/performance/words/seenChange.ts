import { dropId } from '../../../check/checkIds.ts';
import type { Report } from '../../../report/report.ts';
import { checkOf } from '../../../report/sectionOf.ts';
import type { MeasureRow } from '../result.ts';

/** The smallest change to the worse that would have been seen of a measure, as its check says; null where that is not known. */
export function seenChange({ current }: Pick<MeasureRow, 'current'>, report: Pick<Report, 'sections'>): number | null {
  return checkOf(report, 'performance', dropId(current))?.verdict.visible ?? null;
}
