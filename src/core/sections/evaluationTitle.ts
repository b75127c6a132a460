import { outcome } from '../check/outcome.ts';
import type { Evaluation } from '../report/evaluationOf.ts';
import type { Report } from '../report/report.ts';
import type { RichText } from '../report/richText.ts';
import { inChunk } from '../words/inChunk.ts';
import { rich } from '../words/rich.ts';
import { sentences } from '../words/sentences.ts';
import type { Translate } from '../words/translate.ts';
import { fairnessText } from './fairness/words/fairnessText.ts';
import { modelTitle } from './modelTitle.ts';
import { seasonText } from './performance/words/seasonText.ts';
import { targetTaken } from './predictions/words/targetTaken.ts';
import { brokenResourceText } from './resources/words/resourceText.ts';

/** The finding of an evaluation in one sentence: the model got worse, did not, or that cannot be told. */
export function evaluationTitle(evaluation: Evaluation, report: Report, t: Translate, locale: string): RichText {
  return sentences(locale, [
    targetTaken(evaluation, t, locale),
    beforeText(evaluation, report, t, locale),
    brokenResourceText(evaluation, t, locale),
    modelTitle(evaluation, report, t, locale),
    alarmText(evaluation, report, t, locale),
  ]);
}

/** Alarms that the measures do not tell: unfair gaps. */
function alarmText({ fairness }: Evaluation, report: Report, t: Translate, locale: string): RichText {
  const alarms = outcome(report).alarms.filter(({ code }) => code === 'performance/fairness');
  return sentences(
    locale,
    alarms.slice(0, 1).flatMap(({ values }) => {
      const found = fairness[Number(values?.fairness ?? -1)];
      return found === undefined ? [] : [fairnessText(found, report, t, locale).sentence];
    }),
  );
}

/** What is said before the measures: what the calendar lacks, and where the labels end. */
function beforeText(evaluation: Evaluation, report: Report, t: Translate, locale: string): RichText {
  const { labelsEnd } = evaluation;
  const ended =
    labelsEnd === null || report.time === null
      ? []
      : rich(t, 'Labels end {0}: what came after is not measured.', inChunk(report.time, labelsEnd, t, locale));
  return sentences(locale, [seasonText(evaluation, t, locale), ended]);
}
