import { formatCount } from '../format/count.ts';
import { formatDate } from '../format/date.ts';
import type { TimeAxis } from '../report/report.ts';
import { sayPlain } from './sayPlain.ts';
import type { Translate } from './translate.ts';

/** The name of a chunk of current as it stands alone: "June 2019", "week of 3 Jun 2019", "rows 1–5,000". */
export function chunkName(time: TimeAxis, index: number, t: Translate, locale: string): string {
  const chunk = time.chunks[index];
  if (chunk === undefined) return '–';
  if (time.unit !== 'rows') return formatDate(chunk.from, time.unit, locale);
  return sayPlain(t, 'rows {0}–{1}', formatCount(chunk.from + 1, locale), formatCount(chunk.to, locale));
}
