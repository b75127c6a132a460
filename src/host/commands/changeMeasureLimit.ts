import { env, l10n } from 'vscode';
import { resultOf } from '../../core/report/sectionOf.ts';
import type { MeasureLimit } from '../../core/spec/spec.ts';
import { translate } from '../editorTranslate.ts';
import type { BoundSide } from '../problems/findingDiagnostic.ts';
import { numberOf } from '../questions/measureBoundInput.ts';
import type { Comparisons } from '../runs/comparisons.ts';
import { askText } from '../window/askText.ts';
import { tellReportGone } from './goneReport.ts';

function prompt(bound: BoundSide): string {
  switch (bound) {
    case 'min':
      return l10n.t('The least that is allowed. Leave empty for the limit of the settings.');
    case 'max':
      return l10n.t('The most that is allowed. Leave empty for the limit of the settings.');
    case 'maxDrop':
      return l10n.t('How much worse than in the reference it may be, in its own unit. Leave empty for the usual limit.');
  }
}

/** A measure by its code and cut-off, and which of its bounds. */
interface MeasureBoundOf {
  readonly measure: string;
  readonly at: number | null;
  readonly bound: BoundSide;
}

/** Asks for a bound of a measure, remembers it for the files and evaluates them again. */
export async function changeMeasureLimit(
  comparisons: Comparisons,
  reportId: string,
  { measure, at, bound }: MeasureBoundOf,
): Promise<void> {
  const report = await comparisons.report(reportId);
  const measures = report && resultOf(report, 'performance')?.measures;
  if (!report || !measures) {
    tellReportGone();
    return;
  }
  const { change } = measures.find(({ current }) => current.name === measure && current.at === at) ?? {};
  const now = report.spec.evaluate?.limits?.[measure]?.[bound] ?? (bound === 'maxDrop' ? change?.allowed : undefined);
  const negative = bound !== 'maxDrop';
  const wrong = negative ? l10n.t('Give a number, such as 0.78.') : l10n.t('Give a number from 0 on, such as 0.02.');
  const valid = (text: string): boolean => {
    const value = numberOf(text);
    return value !== undefined && (negative || value === null || value >= 0);
  };
  const { capital, measureName } = await import('../../app/outputs.ts');
  const text = await askText({
    title: l10n.t('Limit of {0}', capital(measureName(measure, at, translate, env.language))),
    prompt: prompt(bound),
    value: now === undefined ? '' : String(Number(now.toPrecision(6))),
    wrong: (typed) => (valid(typed) ? null : wrong),
  });
  if (text === undefined || !valid(text)) return;
  const { evaluate: chosen = {} } = await comparisons.choicesOf(reportId);
  const { [bound]: _, ...others }: MeasureLimit = chosen.limits?.[measure] ?? {};
  const value = numberOf(text);
  const limit: MeasureLimit = typeof value === 'number' ? { ...others, [bound]: value } : others;
  const evaluate = { ...chosen, limits: { ...chosen.limits, [measure]: limit } };
  if (!(await comparisons.rerunReport(reportId, { evaluate }))) tellReportGone();
}
