import { formatCount } from '../format/count.ts';
import { formatShare } from '../format/share.ts';
import type { ColumnReport, Report } from '../report/report.ts';
import type { RichText } from '../report/richText.ts';
import { alertText } from './alertText.ts';
import { chunkAlertText, worstChunk } from './chunkAlertText.ts';
import { isSeasonal } from './isSeasonal.ts';
import { missingText } from './missingText.ts';
import { movementText } from './movementText.ts';
import { onset } from './onset.ts';
import { reasonSentence } from './reasonSentence.ts';
import { rich } from './rich.ts';
import { sentences } from './sentences.ts';
import type { Translate } from './translate.ts';
import { valuesVerdict } from './valuesVerdict.ts';
import { visibleText, visibleWholeText } from './visibleText.ts';
import { whenMoved } from './whenMoved.ts';
import { whenText } from './whenText.ts';

/** What is said of one column above its pictures: in which way it moved, how much, against which limit, or why that cannot be said. */
export function headline(column: ColumnReport, report: Report, t: Translate, locale: string): RichText {
  const missing = missingText(column, report.rule, t, locale);
  const verdict = valuesVerdict(column, report.rule);
  if (verdict === 'not_tested') {
    return sentences(locale, [missing, ...chunkPart(column, report, t, locale), reasonSentence(column, report, t, locale)]);
  }
  const values: RichText[] = [];
  if (verdict === 'alert' || verdict === 'watch') {
    values.push(movementText(ofValues(column), t, locale), alertText({ ...column, verdict }, report, t, locale));
    const moved = whenMoved(column);
    const when = verdict === 'alert' ? whenText(moved, report.time, t, locale) : null;
    if (when !== null) values.push(rich(t, 'Over the limit {0}.', { strong: when }));
    if (when !== null && moved.kind === 'since') values.push(onsetPart(column, moved.start, t, locale));
  } else {
    values.push(...chunkPart(column, report, t, locale));
    const certain = column.movement.kind !== 'none' && column.q !== null && column.q <= report.rule.q;
    if (values.length > 0) values.push(visibleWholeText(column, report.rule, t, locale));
    else values.push(certain ? movementText(ofValues(column), t, locale) : [], visibleText(column, report.rule, t, locale));
  }
  return sentences(locale, column.cause === 'missing' ? [missing, ...values] : [...values, missing]);
}

/** Whether the move came at once or crept up; empty when neither can be said. */
function onsetPart(column: ColumnReport, start: number, t: Translate, locale: string): RichText {
  const began = onset(column, start);
  if (began === null) return [];
  return began.kind === 'at_once'
    ? rich(t, 'It came at once.')
    : rich(t, 'It crept up over {0} chunks.', formatCount(began.chunks, locale));
}

/** Missing values have a sentence of their own: their movement is not told twice. */
function ofValues(column: ColumnReport): ColumnReport {
  const { kind } = column.movement;
  return kind === 'more_missing' || kind === 'less_missing'
    ? { ...column, movement: { kind: 'none', category: null, from: null, to: null } }
    : column;
}

/** Alerts or watches of chunks that the whole does not show. */
function chunkPart(column: ColumnReport, report: Report, t: Translate, locale: string): RichText[] {
  if (column.cause !== 'chunk') return [];
  if (isSeasonal(column)) {
    const most = { strong: formatShare(worstChunk(column)?.effect ?? 0, locale) };
    const own = formatShare(column.ownChunkEffect ?? 0, locale);
    return [
      rich(
        t,
        'In single chunks up to {0} of rows moved, but chunks of reference lie as far from the whole of it (up to {1}): this may be season.',
        most,
        own,
      ),
    ];
  }
  const when = whenText(whenMoved(column), report.time, t, locale);
  const watches = column.chunks.filter((cell) => cell.verdict === 'watch').length;
  const head =
    when !== null
      ? rich(t, 'Moved {0}.', { strong: when })
      : watches === 1
        ? rich(t, 'May have moved in one chunk.')
        : rich(t, 'May have moved in {0} chunks.', formatCount(watches, locale));
  return [head, chunkAlertText(column, report, t, locale)];
}
