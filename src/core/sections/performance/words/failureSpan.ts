import { formatCount } from '../../../format/count.ts';
import { formatDate } from '../../../format/date.ts';
import type { TimeAxis } from '../../../report/report.ts';
import type { RichText } from '../../../report/richText.ts';
import { chunkName } from '../../../words/chunkName.ts';
import { inChunk } from '../../../words/inChunk.ts';
import { measureName } from '../../../words/measures/measureName.ts';
import { rich } from '../../../words/rich.ts';
import { sayPlain } from '../../../words/sayPlain.ts';
import { sentences } from '../../../words/sentences.ts';
import type { Translate } from '../../../words/translate.ts';
import type { EndedFailure, MeasureRow } from '../result.ts';
import { capitalRich } from './capitalRich.ts';
import { figuresOf } from './figures.ts';

/** The failures of a measure that are over, one sentence each, the last three. Empty without one, or without a time axis. */
export function endedText(row: MeasureRow, time: TimeAxis | null, t: Translate, locale: string): RichText {
  if (time === null) return [];
  return sentences(
    locale,
    row.ended.slice(-3).map((failure) => rich(t, '{0}.', capitalRich(endedClause(failure, row, time, t, locale)))),
  );
}

/** A failure that is over as a clause: "accuracy failed in the 5 months … and recovered in April 2017". */
export function endedClause(failure: EndedFailure, row: MeasureRow, time: TimeAxis, t: Translate, locale: string): RichText {
  const { place, recovered, worst, where, reference } = figuresOfFailure(failure, row, time, t, locale);
  return rich(
    t,
    '{0} failed {1} ({2} {3} against {4} in reference) and recovered {5}',
    measureName(row.current.name, row.current.at, t, locale),
    place,
    { strong: worst },
    where,
    reference,
    recovered,
  );
}

function figuresOfFailure(failure: EndedFailure, row: MeasureRow, time: TimeAxis, t: Translate, locale: string) {
  const { format } = figuresOf(row, locale);
  const after = row.chunks.find((point) => point.chunk > failure.last && point.value !== null)?.chunk ?? failure.last + 1;
  return {
    place: spanText(failure, time, t, locale),
    recovered: inChunk(time, after, t, locale),
    worst: format.value(failure.worst.value),
    where: inChunk(time, failure.worst.chunk, t, locale),
    reference: format.value(row.reference?.value ?? null),
  };
}

/** "in January 2017", "in the 5 months November 2016 to March 2017". */
function spanText({ first, last, chunks }: EndedFailure, time: TimeAxis, t: Translate, locale: string): string {
  if (first === last) return inChunk(time, first, t, locale);
  const [n, from, to] = [formatCount(chunks, locale), chunkName(time, first, t, locale), chunkName(time, last, t, locale)];
  switch (time.unit) {
    case 'hour':
      return sayPlain(t, 'in the {0} hours {1} to {2}', n, from, to);
    case 'day':
      return sayPlain(t, 'on the {0} days {1} to {2}', n, from, to);
    case 'week': {
      const start = (chunk: number): string => formatDate(time.chunks[chunk]?.from ?? Number.NaN, 'day', locale);
      return sayPlain(t, 'in the {0} weeks from {1} to that of {2}', n, start(first), start(last));
    }
    case 'month':
      return sayPlain(t, 'in the {0} months {1} to {2}', n, from, to);
    case 'rows':
      return sayPlain(t, 'in the {0} parts {1} to {2}', n, from, to);
  }
}
