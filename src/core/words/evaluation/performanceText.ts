import type { Evaluation, MeasureRow } from '../../report/evaluation.ts';
import type { Report } from '../../report/report.ts';
import type { RichText } from '../../report/richText.ts';
import { listText } from '../listText.ts';
import { rich } from '../rich.ts';
import { sentences } from '../sentences.ts';
import type { Translate } from '../translate.ts';
import { measureName } from './measureName.ts';
import { measureSentence } from './measureSentence.ts';
import { type MeasureStanding, standingOf } from './standingOf.ts';

const worst: readonly MeasureStanding[] = ['beyond', 'worse', 'worse_lately', 'may_be_worse', 'may_be_beyond'];

/** Prose on the measures: the bad ones one by one, the others by name. */
export function performanceText(evaluation: Evaluation, report: Report, t: Translate, locale: string): RichText {
  const rows = evaluation.measures.filter((row) => row.shown);
  if (rows.length === 0)
    return evaluation.rows.current.labelled === 0
      ? rich(t, 'Without labels no measure can be computed.')
      : rich(t, 'No measure could be computed.');
  const judged = rows.filter((row) => row.change !== null).length;
  const bad = worst.flatMap((standing) => rows.filter((row) => standingOf(row) === standing));
  const of = (...standings: string[]): MeasureRow[] => rows.filter((row) => standings.includes(standingOf(row)));
  const parts: RichText[] = bad.slice(0, 3).map((row) => measureSentence(row, report, judged, t, locale));
  const list = (these: readonly MeasureRow[]): RichText =>
    listText(
      these.map(({ current }) => ({ strong: measureName(current.name, current.at, t, locale) })),
      t,
      locale,
      10,
    );
  if (bad.length > 3) parts.push(rich(t, 'Not fine either: {0}.', list(bad.slice(3))));
  const better = of('improved');
  if (better.length > 0) parts.push(rich(t, 'Improved: {0}.', list(better)));
  const little = of('little_worse');
  if (little.length > 0) parts.push(rich(t, 'Certainly worse, but by less than is allowed: {0}.', list(little)));
  const held = of('held');
  if (held.length > 0) parts.push(rich(t, 'Not significantly worse: {0}.', list(held)));
  const few = of('too_few');
  if (few.length > 0) parts.push(rich(t, 'Too few labelled rows to tell: {0}.', list(few)));
  const kept = of('kept');
  if (kept.length > 0) parts.push(rich(t, 'As you ask for: {0}.', list(kept)));
  const undefinedOnes = of('undefined');
  if (undefinedOnes.length > 0) parts.push(rich(t, 'Not defined: {0}.', list(undefinedOnes)));
  if (judged === 0) {
    parts.push(
      report.reference === null
        ? rich(t, 'There is no reference to compare with; intervals say how sure each number is.')
        : rich(t, 'Reference has no labels to compare with; intervals say how sure each number is.'),
    );
  }
  return sentences(locale, parts);
}
