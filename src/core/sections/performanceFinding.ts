import type { Finding, FindingCode } from '../check/finding.ts';
import { type Evaluation, evaluationOf } from '../report/evaluationOf.ts';
import type { Report } from '../report/report.ts';
import { dataText } from '../words/dataText.ts';
import { capital, measureName } from '../words/measures/measureName.ts';
import { percentText } from '../words/percentText.ts';
import { plainText } from '../words/plainText.ts';
import { sayPlain } from '../words/sayPlain.ts';
import type { Translate } from '../words/translate.ts';
import { estimateSentence } from './estimate/words/estimateText.ts';
import { fairnessText } from './fairness/words/fairnessText.ts';
import type { MeasureRow } from './performance/result.ts';
import { measureSentence } from './performance/words/measureSentence.ts';
import { worstText } from './slices/words/sliceText.ts';

/** A finding of an evaluation in one line. It is told from the evaluation; without the part it is about, from its own numbers. */
export function performanceFinding(
  finding: Finding & { readonly code: Extract<FindingCode, `performance/${string}`> },
  report: Report,
  t: Translate,
  locale: string,
): string {
  const evaluation = evaluationOf(report);
  const code = String(finding.values?.measure ?? '');
  const at = cutOff(finding);
  const name = code === '' ? dataText(finding.column) : capital(measureName(code, at, t, locale));
  const number = (x: number | null): string =>
    x === null ? '–' : new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 }).format(x);
  const value = number(finding.value);
  const limit = number(finding.limit);
  switch (finding.code) {
    case 'performance/limit':
    case 'performance/drop':
    case 'performance/calibration': {
      const row = measureRow(evaluation, code, at);
      if (row !== undefined && row.verdict === 'fail') return plainText(measureSentence(row, report, t, locale));
      if (finding.code === 'performance/limit') return sayPlain(t, '{0} is {1}, beyond the limit {2}.', name, value, limit);
      if (finding.code === 'performance/calibration' && (row === undefined || row.change === null)) {
        return sayPlain(
          t,
          'Scores are off by {0} on average from what was observed ({1} or more is told).',
          percentText(finding.value, locale),
          percentText(finding.limit, locale),
        );
      }
      return sayPlain(t, '{0} is {1}, worse than in reference by more than the {2} allowed.', name, value, limit);
    }
    case 'performance/estimate': {
      const row = evaluation?.estimate?.rows.find((one) => one.name === code);
      return row === undefined
        ? sayPlain(t, '{0} is estimated at {1}, worse than in reference.', name, value)
        : plainText(estimateSentence(row, t, locale));
    }
    case 'performance/slice': {
      const slice = evaluation?.slices?.worst[Number(finding.values?.slice ?? 0)];
      return slice === undefined
        ? sayPlain(t, 'The model is worse in a slice of {0}: {1} against {2} elsewhere.', dataText(finding.column), value, limit)
        : plainText(worstText(slice, evaluation!.slices!, t, locale).sentence);
    }
    case 'performance/fairness': {
      const fairness = evaluation?.fairness[Number(finding.values?.fairness ?? 0)];
      return fairness === undefined
        ? sayPlain(t, 'Groups of {0} are treated differently: {1} (limit {2}).', dataText(finding.column), value, limit)
        : plainText(fairnessText(fairness, report, t, locale).sentence);
    }
  }
}

/** The cut-off of the measure a finding is about; null: it has none. */
function cutOff({ values }: Finding): number | null {
  const at = values?.at;
  return typeof at === 'number' ? at : null;
}

function measureRow(evaluation: Evaluation | null, code: string, at: number | null): MeasureRow | undefined {
  return evaluation?.measures.find(({ current }) => current.name === code && current.at === at);
}

/** The measure a finding is about as the report calls it, to stand by itself; null when it is about none. */
export function measureOfFinding(finding: Finding, t: Translate, locale: string): string | null {
  const code = finding.values?.measure;
  return typeof code === 'string' ? capital(measureName(code, cutOff(finding), t, locale)) : null;
}
