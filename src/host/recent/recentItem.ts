import { env, l10n, ThemeColor, ThemeIcon } from 'vscode';
import { outcome } from '../../core/check/outcome.ts';
import type { Report } from '../../core/report/report.ts';
import { isEvaluation, resultOf } from '../../core/report/sectionOf.ts';
import { addressOf } from '../../core/spec/addressOf.ts';
import { fileName } from '../fileName.ts';
import { isPerformance } from '../problems/findingDiagnostic.ts';
import { type Row, treeRow } from '../window/treeRow.ts';

/** What the list of recent comparisons says of a kept report; the report itself is let go. */
export interface RecentReport {
  readonly id: string;
  readonly reference: string | null;
  readonly current: string;
  readonly createdAt: number;
  readonly alerts: number;
  readonly watches: number;
  /** Findings on how good the predictions are; null where none were evaluated. */
  readonly evaluation: { readonly findings: number } | null;
}

export function recentReport(id: string, report: Report): RecentReport {
  const { spec, run } = report;
  const { alarms } = outcome(report);
  return {
    id,
    reference: spec.reference && addressOf(spec.reference),
    current: addressOf(spec.current),
    createdAt: Date.parse(run.createdAt),
    alerts: alarms.length,
    watches: resultOf(report, 'drift')?.summary.watch ?? 0,
    evaluation: isEvaluation(report) ? { findings: alarms.filter(isPerformance).length } : null,
  };
}

function alertWords(count: number): string {
  if (count === 0) return l10n.t('no alerts');
  return count === 1 ? l10n.t('1 alert') : l10n.t('{0} alerts', count);
}

function findingWords(count: number): string {
  if (count === 0) return l10n.t('no findings');
  return count === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', count);
}

function icon({ alerts, watches, evaluation }: RecentReport): ThemeIcon {
  const warning = new ThemeColor('list.warningForeground');
  if (evaluation) return evaluation.findings > 0 ? new ThemeIcon('graph-line', warning) : new ThemeIcon('graph-line');
  if (alerts > 0) return new ThemeIcon('warning', warning);
  return new ThemeIcon(watches > 0 ? 'eye' : 'pass');
}

function titleOf({ reference, current, evaluation }: RecentReport): string {
  if (evaluation) return l10n.t('Evaluation of {0}', fileName(current));
  return l10n.t('{0} → {1}', fileName(reference ?? ''), fileName(current));
}

function tooltipOf({ reference, current, evaluation }: RecentReport, time: string): string {
  if (!evaluation) return l10n.t('Reference: {0}\nCurrent: {1}\nCompared: {2}', reference ?? '', current, time);
  if (reference === null) return l10n.t('Predictions: {0}\nEvaluated: {1}', current, time);
  return l10n.t('Predictions: {0}\nReference: {1}\nEvaluated: {2}', current, reference, time);
}

/** A row of the list: which files, how many alerts or findings, when; a click opens the report. */
export function recentItem(report: RecentReport): Row {
  const time = (dateStyle?: 'short' | 'full'): string =>
    new Intl.DateTimeFormat(env.language, { timeStyle: 'short', ...(dateStyle ? { dateStyle } : {}) }).format(report.createdAt);
  const today = new Date(report.createdAt).toDateString() === new Date().toDateString();
  const title = titleOf(report);
  const found = report.evaluation ? findingWords(report.evaluation.findings) : alertWords(report.alerts);
  return treeRow({
    id: report.id,
    title,
    description: `${found} · ${today ? time() : time('short')}`,
    tooltip: tooltipOf(report, time('full')),
    icon: icon(report),
    spoken: l10n.t('Report {0}, {1}, {2}', title, found, time('full')),
    context: 'report',
    command: { command: 'driftbook.openRecent', arguments: [report] },
  });
}
