import type { BrokenBlock } from '../check/verdict.ts';
import { formatDate } from '../format/date.ts';
import { formatShare } from '../format/share.ts';
import type { Report } from '../report/report.ts';
import type { RichText } from '../report/richText.ts';
import { driftOf } from '../report/sectionOf.ts';
import type { ColumnReport } from '../sections/drift/result.ts';
import { rich } from './rich.ts';
import { sayPlain } from './sayPlain.ts';
import { significance } from './significance.ts';
import type { Translate } from './translate.ts';

/** What a single broken day or hour of a column's values says; empty where there is none. */
export function blockText(column: ColumnReport, report: Report, t: Translate, locale: string): RichText {
  const { block } = column;
  if (block === null) return [];
  return rich(
    t,
    'Broken {0}: {1} of its rows moved ({2}).',
    { strong: onBlock(block, report, t, locale) },
    { strong: formatShare(block.effect, locale) },
    significance('q', block.q, locale),
  );
}

/** When a single block was, as an adverbial: "on 4 Mar 2019", "in the hour from 4 Mar 14:00". */
export function onBlock({ at }: BrokenBlock, report: Report, t: Translate, locale: string): string {
  return driftOf(report).blocks?.by === 'hour'
    ? sayPlain(t, 'in the hour from {0}', formatDate(at, 'hour', locale))
    : sayPlain(t, 'on {0}', formatDate(at, 'day', locale));
}
