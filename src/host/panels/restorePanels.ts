import type { WebviewPanelSerializer } from 'vscode';
import type { PageState } from '../../shared/webviewProtocol.ts';
import type { Comparisons } from '../runs/comparisons.ts';
import type { ReportPanels } from './reportPanels.ts';

/** Brings report panels back after a reload of the window. The page remembers which report it showed, the store has it. */
export function restorePanels(panels: ReportPanels, comparisons: Comparisons): WebviewPanelSerializer<PageState | undefined> {
  return {
    async deserializeWebviewPanel(panel, state) {
      const id = typeof state?.reportId === 'string' ? state.reportId : null;
      await comparisons.restore((pair, content) => panels.adopt(panel, pair, content, comparisons), id);
    },
  };
}
