import { formatDate } from '../format/date.ts';
import type { TimeAxis } from '../report/report.ts';
import { chunkName } from './chunkName.ts';
import { sayPlain } from './sayPlain.ts';
import type { Translate } from './translate.ts';

/** When, as an adverbial: "in June 2019", "on 3 Jun 2019", "in the week of 3 Jun 2019". */
export function inChunk(time: TimeAxis, index: number, t: Translate, locale: string): string {
  const name = chunkName(time, index, t, locale);
  const from = time.chunks[index]?.from ?? Number.NaN;
  switch (time.unit) {
    case 'day':
      return sayPlain(t, 'on {0}', name);
    case 'week':
      return sayPlain(t, 'in the week of {0}', formatDate(from, 'day', locale));
    case 'hour':
      return sayPlain(t, 'in the hour from {0}', name);
    case 'rows':
    case 'month':
      return sayPlain(t, 'in {0}', name);
  }
}
