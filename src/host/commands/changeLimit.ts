import { l10n } from 'vscode';
import { columnsOf } from '../../core/report/sectionOf.ts';
import type { FindingPlace } from '../problems/findingDiagnostic.ts';
import { percentOf, shareOf } from '../questions/percentInput.ts';
import type { Comparisons } from '../runs/comparisons.ts';
import { askText } from '../window/askText.ts';
import { changeMeasureLimit } from './changeMeasureLimit.ts';
import { tellReportGone } from './goneReport.ts';

/** Asks for the limit of the column or measure of a finding, remembers it for the pair of files and compares them again. */
export async function changeLimit(comparisons: Comparisons, { reportId, column, measure, at, bound }: FindingPlace): Promise<void> {
  if (measure && bound) return changeMeasureLimit(comparisons, reportId, { measure, at: at ?? null, bound });
  const report = await comparisons.report(reportId);
  const found = report ? columnsOf(report).find(({ name }) => name === column) : undefined;
  if (!found) {
    tellReportGone();
    return;
  }
  const text = await askText({
    title: l10n.t('Limit of {0}', column),
    prompt: l10n.t('Per cent of rows that may move before this column alerts. Leave empty for the limit of the profile.'),
    value: percentOf(found.limit),
    wrong: (typed) => (shareOf(typed) === undefined ? l10n.t('Give a number above 0 and up to 100, such as 7.5.') : null),
  });
  const limit = text === undefined ? undefined : shareOf(text);
  if (limit === undefined) return;
  if (!(await comparisons.rerunReport(reportId, { columns: { [column]: { limit } } }))) tellReportGone();
}
