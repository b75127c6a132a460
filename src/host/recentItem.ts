import { env, l10n, ThemeColor, ThemeIcon, TreeItem } from 'vscode';
import type { Report } from '../core/report/report.ts';
import { fileName } from './fileName.ts';

/** What the list of recent comparisons says of a kept report; the report itself is let go. */
export interface RecentReport {
  readonly id: string;
  readonly reference: string;
  readonly current: string;
  readonly createdAt: number;
  readonly alerts: number;
  readonly watches: number;
}

export function recentReport(id: string, { spec, createdAt, summary }: Report): RecentReport {
  return {
    id,
    reference: spec.reference.path,
    current: spec.current.path,
    createdAt: Date.parse(createdAt),
    alerts: summary.alert,
    watches: summary.watch,
  };
}

function alertWords(count: number): string {
  if (count === 0) return l10n.t('no alerts');
  return count === 1 ? l10n.t('1 alert') : l10n.t('{0} alerts', count);
}

function icon({ alerts, watches }: RecentReport): ThemeIcon {
  if (alerts > 0) return new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
  return new ThemeIcon(watches > 0 ? 'eye' : 'pass');
}

/** A row of the list: which files, how many alerts, when; a click opens the report. */
export function recentItem(report: RecentReport): TreeItem {
  const time = (dateStyle?: 'short' | 'full'): string =>
    new Intl.DateTimeFormat(env.language, { timeStyle: 'short', ...(dateStyle ? { dateStyle } : {}) }).format(report.createdAt);
  const today = new Date(report.createdAt).toDateString() === new Date().toDateString();
  const title = l10n.t('{0} → {1}', fileName(report.reference), fileName(report.current));
  const alerts = alertWords(report.alerts);
  const item = new TreeItem(title);
  item.id = report.id;
  item.description = `${alerts} · ${today ? time() : time('short')}`;
  item.tooltip = l10n.t('Reference: {0}\nCurrent: {1}\nCompared: {2}', report.reference, report.current, time('full'));
  item.iconPath = icon(report);
  item.contextValue = 'report';
  item.accessibilityInformation = { label: l10n.t('Report {0}, {1}, {2}', title, alerts, time('full')) };
  item.command = { command: 'driftbook.openRecent', title, arguments: [report] };
  return item;
}
