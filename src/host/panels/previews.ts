import { env } from 'vscode';
import { previewPace } from '../../core/sections/drift/compute/previewPace.ts';
import type { Preview } from '../../shared/workerProtocol.ts';
import { translate } from '../editorTranslate.ts';
import type { ReportPanel } from './reportPanel.ts';

/**
 * Takes the reports of a run under way and shows them in a panel. One at a time: what comes while the page still draws the last one, or so
 * soon after that making words and drawing would take more than their part of the run, is left out; the next holds it as well.
 */
export function previews(panel: ReportPanel, signal: AbortSignal): (preview: Preview) => void {
  // The engine sends no more than it has time to make.
  const pace = previewPace(() => performance.now(), 0, 0);
  return ({ preview: report, done, total }) => {
    if (signal.aborted) return;
    pace(async () => {
      const { sayReport } = await import('../../app/outputs.ts');
      if (signal.aborted) return;
      await panel.showPreview({ report, text: sayReport(report, translate, env.language), done, total });
    });
  };
}
