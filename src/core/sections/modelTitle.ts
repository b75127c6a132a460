import { type MeasureStatus, statusOf } from '../check/statusOf.ts';
import { formatCount } from '../format/count.ts';
import type { Evaluation } from '../report/evaluationOf.ts';
import type { Report } from '../report/report.ts';
import type { RichText } from '../report/richText.ts';
import { measureName } from '../words/measures/measureName.ts';
import { rich } from '../words/rich.ts';
import { sentences } from '../words/sentences.ts';
import type { Translate } from '../words/translate.ts';
import { estimateSentence } from './estimate/words/estimateText.ts';
import { refusalText } from './estimate/words/refusalText.ts';
import type { MeasureRow } from './performance/result.ts';
import { aloneTitle } from './performance/words/aloneTitle.ts';
import { excuseSentence } from './performance/words/excuseSentence.ts';
import { failedMeasureTitle } from './performance/words/failedMeasureTitle.ts';
import { figuresOf } from './performance/words/figures.ts';
import { heldTitle, tooFewText } from './performance/words/heldTitle.ts';
import { mixedTitle } from './performance/words/mixedTitle.ts';
import { likeForLikeText } from './performance/words/seasonText.ts';
import { trainingGapTitle } from './performance/words/trainingGap.ts';
import { tooFewTitle, unsureTitle } from './performance/words/unsureTitle.ts';

/** The measures of an evaluation as its title needs them. */
interface Told {
  readonly evaluation: Evaluation;
  readonly report: Report;
  /** Measures that are shown, those of them that failed, and how many of them were judged together. */
  readonly rows: readonly MeasureRow[];
  readonly failed: number;
  readonly judged: number;
  readonly t: Translate;
  readonly locale: string;
  of(status: MeasureStatus): readonly MeasureRow[];
  /** The measure in front, and the one that is held against it: they are there where the verdict speaks of them. */
  primary(): MeasureRow;
  against(): MeasureRow;
}

type Kind = Evaluation['verdict']['kind'];

/** What is said of the model by the kind of its verdict: one without a sentence does not compile. */
const titles: Readonly<Record<Kind, (told: Told) => RichText>> = {
  beyond: (told) => sentences(told.locale, [failedMeasureTitle(told.against(), told.report, told.t, told.locale), moreText(told)]),
  worse: worseTitle,
  mixed: ({ primary, against, ...told }) =>
    sentences(told.locale, [
      mixedTitle(primary(), against(), told.report, told.t, told.locale),
      moreText(told),
      likeForLikeText(told.evaluation, told.t, told.locale),
    ]),
  better: betterTitle,
  no_labels: ({ evaluation, report, t, locale }) => withoutLabels(evaluation, report, t, locale),
  none: ({ t }) => rich(t, 'No measure could be computed.'),
  alone: ({ rows, report, t, locale }) => aloneTitle(rows, report, t, locale),
  cannot_tell: cannotTellTitle,
  held: ({ rows, of, evaluation, report, t, locale }) =>
    sentences(locale, [
      heldTitle({ rows, few: of('too_few') }, report, t, locale),
      excuseText(rows, t, locale),
      likeForLikeText(evaluation, t, locale),
    ]),
};

/** What became of the model, by its measures. */
export function modelTitle(evaluation: Evaluation, report: Report, t: Translate, locale: string): RichText {
  const { verdict, measures } = evaluation;
  const rows = measures.filter((row) => row.shown);
  return titles[verdict.kind]({
    evaluation,
    report,
    rows,
    failed: rows.filter((row) => row.verdict === 'fail').length,
    judged: rows.filter((row) => row.change !== null && row.excuse === null).length,
    t,
    locale,
    of: (status) => rows.filter((row) => statusOf(row) === status),
    primary: () => measures[verdict.primary!]!,
    against: () => measures[verdict.against!]!,
  });
}

function worseTitle(told: Told): RichText {
  const { report, t, locale } = told;
  const primary = told.primary();
  const gap = trainingGapTitle(primary, report, t, locale);
  return sentences(locale, [gap ?? failedMeasureTitle(primary, report, t, locale), moreText(told)]);
}

function betterTitle({ rows, of, primary, evaluation, t, locale }: Told): RichText {
  const { current } = primary();
  return sentences(locale, [
    rich(t, 'The model is better: {0} {1}.', measureName(current.name, current.at, t, locale), figuresOf(primary(), locale).line),
    tooFewText(of('too_few'), t, locale),
    excuseText(rows, t, locale),
    likeForLikeText(evaluation, t, locale),
  ]);
}

function cannotTellTitle({ of, judged, report, t, locale }: Told): RichText {
  const may = of('may_be_worse');
  const [unsure] = may;
  if (unsure === undefined) return tooFewTitle(of('too_few'), t, locale);
  const othersHold = judged > may.length && of('held').length > 0;
  return trainingGapTitle(unsure, report, t, locale) ?? unsureTitle(unsure, othersHold, t, locale);
}

/** Measures whose change says nothing of the model, in a sentence each. */
function excuseText(rows: readonly MeasureRow[], t: Translate, locale: string): RichText {
  return sentences(
    locale,
    rows.filter((row) => row.excuse?.code === 'mix').map((row) => excuseSentence(row, t, locale)),
  );
}

/** How many measures fail besides the one told. */
function moreText({ failed, t, locale }: Pick<Told, 'failed' | 't' | 'locale'>): RichText {
  const n = failed - 1;
  if (n === 0) return [];
  return n === 1 ? rich(t, '1 more measure fails.') : rich(t, '{0} more measures fail.', formatCount(n, locale));
}

/** Without labels only an estimate can be told, or why there is none. */
function withoutLabels(evaluation: Evaluation, report: Report, t: Translate, locale: string): RichText {
  const { estimate } = evaluation;
  if (report.datasets.reference === null) return rich(t, 'No labels and no reference: only what the predictions look like can be shown.');
  if (estimate === null) return rich(t, 'No labels: how well the model does cannot be measured.');
  if (estimate.refused !== null)
    return rich(t, 'No labels, and performance cannot be estimated: {0}.', refusalText(estimate.refused.code, t));
  const alarmed = estimate.rows.find((row) => row.whole.alert) ?? estimate.rows[0];
  return alarmed === undefined
    ? rich(t, 'No labels: how well the model does cannot be measured.')
    : rich(t, 'No labels. {0}', estimateSentence(alarmed, t, locale));
}
