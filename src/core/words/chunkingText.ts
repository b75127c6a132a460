import { formatCount } from '../format/count.ts';
import type { Report } from '../report/report.ts';
import { sayPlain } from './sayPlain.ts';
import type { Translate } from './translate.ts';

/** How current was cut: "by month", "by 5,000 rows", "no chunks". */
export function chunkingText(report: Report, t: Translate, locale: string): string {
  const { time } = report;
  const chunking = report.spec.chunk ?? { by: 'auto' };
  if (time === null) {
    const wanted = !('by' in chunking) || (chunking.by !== 'auto' && chunking.by !== 'none');
    return wanted ? t('no chunks, though asked for') : t('no chunks');
  }
  switch (time.unit) {
    case 'hour':
      return t('by hour');
    case 'day':
      return t('by day');
    case 'week':
      return t('by week');
    case 'month':
      return t('by month');
    case 'rows':
      if ('rows' in chunking) return sayPlain(t, 'by {0} rows', formatCount(chunking.rows, locale));
      return sayPlain(t, 'in {0} parts by file order', formatCount(time.chunks.length, locale));
  }
}
