import { formatCount } from '../format/count.ts';
import { formatDate } from '../format/date.ts';
import type { TimeAxis } from '../report/report.ts';
import { chunkName } from './chunkName.ts';
import { inChunk } from './inChunk.ts';
import { sayPlain } from './sayPlain.ts';
import type { Translate } from './translate.ts';
import type { WhenMoved } from './whenMoved.ts';

/** When a column moved, as an adverbial that can end a sentence; null when the chunks say nothing of it. */
export function whenText(when: WhenMoved, time: TimeAxis | null, t: Translate, locale: string): string | null {
  if (time === null) return null;
  const place = 'earliest' in when ? inChunk(time, when.earliest, t, locale) : '';
  switch (when.kind) {
    case 'none':
      return null;
    case 'throughout':
      return allChunks(when.tested, time.unit, t, locale);
    case 'since': {
      const since = sinceChunkText(time, when.start, t, locale);
      if (when.before === 0) return since;
      return when.before === 1
        ? sayPlain(t, '{0}, and once before', since)
        : sayPlain(t, '{0}, and {1} times before', since, formatCount(when.before, locale));
    }
    case 'latest':
      return place;
    case 'only':
      return sayPlain(t, '{0} only', place);
    case 'mostly':
      return sayPlain(t, '{0}, {1}', sinceChunkText(time, when.start, t, locale), someChunks(when.alerts, when.of, time.unit, t, locale));
    case 'nearly_all':
      return someChunks(when.alerts, when.of, time.unit, t, locale);
    case 'some':
      return sayPlain(t, '{0}, first {1}', someChunks(when.alerts, when.of, time.unit, t, locale), place);
  }
}

/** "since August 2018", "since the week of 3 Jun 2019", "from row 5,001 on". */
export function sinceChunkText(time: TimeAxis, index: number, t: Translate, locale: string): string {
  if (time.unit === 'rows') return sayPlain(t, 'from row {0} on', formatCount((time.chunks[index]?.from ?? Number.NaN) + 1, locale));
  if (time.unit !== 'week') return sayPlain(t, 'since {0}', chunkName(time, index, t, locale));
  return sayPlain(t, 'since the week of {0}', formatDate(time.chunks[index]?.from ?? Number.NaN, 'day', locale));
}

function allChunks(n: number, unit: TimeAxis['unit'], t: Translate, locale: string): string {
  const count = formatCount(n, locale);
  switch (unit) {
    case 'hour':
      return sayPlain(t, 'in all {0} hours', count);
    case 'day':
      return sayPlain(t, 'on all {0} days', count);
    case 'week':
      return sayPlain(t, 'in all {0} weeks', count);
    case 'month':
      return sayPlain(t, 'in all {0} months', count);
    case 'rows':
      return sayPlain(t, 'in all {0} parts', count);
  }
}

function someChunks(n: number, of: number, unit: TimeAxis['unit'], t: Translate, locale: string): string {
  const some = formatCount(n, locale);
  const all = formatCount(of, locale);
  switch (unit) {
    case 'hour':
      return sayPlain(t, 'in {0} of {1} hours', some, all);
    case 'day':
      return sayPlain(t, 'on {0} of {1} days', some, all);
    case 'week':
      return sayPlain(t, 'in {0} of {1} weeks', some, all);
    case 'month':
      return sayPlain(t, 'in {0} of {1} months', some, all);
    case 'rows':
      return sayPlain(t, 'in {0} of {1} parts', some, all);
  }
}
