import { l10n } from 'vscode';
import type { ReportStore } from '../../app/runs/reportStore.ts';
import type { Comparisons } from '../runs/comparisons.ts';
import { tellInformation } from '../window/tell.ts';

/** Shows the newest kept report; when there is none, offers to make one. */
export async function showLastReport(comparisons: Comparisons, store: ReportStore, compare: () => Promise<void>): Promise<void> {
  for (const id of await store.ids()) if (await comparisons.showReport(id, null)) return;
  const action = l10n.t('Compare Datasets…');
  const answer = await tellInformation(l10n.t('There is no drift report in this workspace yet.'), action);
  if (answer === action) await compare();
}
