import { formatDuration } from '../format/duration.ts';
import { evaluationOf } from '../report/evaluationOf.ts';
import type { Report } from '../report/report.ts';
import type { ReportText } from '../report/reportText.ts';
import { columnsOf, notesOf, resultOf } from '../report/sectionOf.ts';
import { chunkingText } from '../words/chunkingText.ts';
import { chunkName } from '../words/chunkName.ts';
import { datasetText } from '../words/datasetText.ts';
import { languageOf } from '../words/languageOf.ts';
import { noteText } from '../words/noteText.ts';
import { plainText } from '../words/plainText.ts';
import { profileText } from '../words/profileText.ts';
import { sayPlain } from '../words/sayPlain.ts';
import type { Translate } from '../words/translate.ts';
import { verdictTexts } from '../words/verdictText.ts';
import { computedText } from './computedText.ts';
import { columnsIntro } from './drift/words/columnsIntro.ts';
import { columnText } from './drift/words/columnText.ts';
import { driftMeasureTexts } from './drift/words/driftMeasureTexts.ts';
import { driftSentence } from './drift/words/driftSentence.ts';
import { pageLabels } from './pageLabels.ts';
import { schemaSentence } from './quality/words/schemaSentence.ts';
import { sayEvaluation } from './sayEvaluation.ts';
import { title } from './title.ts';

/** Makes every sentence of a report in one language. `language` is the one `t` translates to: it decides how numbers and dates look. */
export function sayReport(report: Report, t: Translate, language: string): ReportText {
  const locale = languageOf(language);
  const finding = title(report, t, locale);
  const evaluation = evaluationOf(report);
  const compared = resultOf(report, 'drift') !== null;
  return {
    locale,
    title: finding,
    plainTitle: plainText(finding),
    reference: datasetText(report.datasets.reference, t, locale),
    current: datasetText(report.datasets.current, t, locale),
    chunking: chunkingText(report, t, locale),
    profile: profileText(report.spec.profile ?? 'default', t),
    duration: sayPlain(t, 'computed in {0}', formatDuration(report.run.durationMs, locale)),
    schema: schemaSentence(report, t, locale),
    drift: compared ? driftSentence(report, t, locale) : [],
    columnsIntro: compared ? columnsIntro(report, t, locale) : [],
    notes: notesOf(report).map((note) => noteText(note, report, t, locale)),
    columns: Object.fromEntries(columnsOf(report).map((column) => [column.name, columnText(column, report, t, locale)])),
    chunkNames: (report.time?.chunks ?? []).map((_, index) => chunkName(report.time!, index, t, locale)),
    computed: computedText(report, t, locale),
    evaluation: evaluation === null ? null : sayEvaluation(report, evaluation, t, locale),
    verdicts: verdictTexts(t),
    driftMeasures: driftMeasureTexts(t),
    labels: pageLabels(t),
  };
}
