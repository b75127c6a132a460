import { env } from 'vscode';
import type { Preview } from '../shared/workerProtocol.ts';
import type { ReportPanel } from './reportPanel.ts';
import { translate } from './translate.ts';

/** Making words and drawing may take this part of a run at most. */
const mostShare = 0.05;

/**
 * Takes the reports of a run under way and shows them in a panel. One at a time: what comes while the page still draws the last one, or so
 * soon after that drawing would take more than its part of the run, is left out; the next holds it as well.
 */
export function previews(panel: ReportPanel, signal: AbortSignal): (preview: Preview) => void {
  let due = 0;
  return ({ preview: report, done, total }) => {
    const begun = performance.now();
    if (begun < due || signal.aborted) return;
    due = Number.POSITIVE_INFINITY;
    const show = async (): Promise<void> => {
      const { reportText } = await import('../core/words/reportText.ts');
      if (signal.aborted) return;
      await panel.showPreview({ report, text: reportText(report, translate, env.language), done, total });
    };
    void show().finally(() => {
      const ended = performance.now();
      due = ended + (ended - begun) / mostShare;
    });
  };
}
