import { commands, l10n } from 'vscode';
import type { Log } from '../window/log.ts';
import { tellError } from '../window/tell.ts';

/** Tells that a run failed, and does what is answered: again, the log, or more memory where there was too little. Ends with the answer. */
export async function tellFailedRun(error: unknown, detail: string, log: Log, again: () => void): Promise<void> {
  const [retry, show, limit] = [l10n.t('Try Again'), l10n.t('Show Log'), l10n.t('Change Memory Limit')];
  const more = (error as { code?: unknown }).code === 'out_of_memory' ? [limit] : [];
  const answer = await tellError(detail, ...more, retry, show);
  if (answer === show) log.show();
  if (answer === limit) void commands.executeCommand('workbench.action.openSettings', 'driftbook.memoryLimitMb');
  if (answer === retry) again();
}
