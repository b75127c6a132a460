import type { Progress } from '../../core/data/progress.ts';
import type { Translate } from '../../core/words/translate.ts';
import { translate } from '../editorTranslate.ts';
import { fileName } from '../fileName.ts';
import type { ReportPanel } from '../panels/reportPanel.ts';

/** Where the progress of a run is shown. */
interface Shown {
  readonly status: { progress(progress: Progress): void };
  /** Of a notification: what is done, and by how many per cent it is further on. */
  readonly advance: (message: string, percent: number) => void;
  readonly panel: ReportPanel;
  readonly signal: AbortSignal;
}

/** Takes the progress of a run and shows it in status bar, notification and page, in words; the share that is done never goes back. */
export function shownProgress(
  { status, advance, panel, signal }: Shown,
  progressText: (progress: Progress, t: Translate) => string,
): (progress: Progress) => void {
  let share = 0;
  return (progress) => {
    const item = progress.stage === 'opening' && progress.item !== null ? fileName(progress.item) : progress.item;
    const message = progressText({ ...progress, item }, translate);
    const now = progress.total > 0 ? progress.done / progress.total : share;
    status.progress(progress);
    advance(message, Math.max(0, now - share) * 100);
    share = Math.max(share, now);
    if (!signal.aborted) panel.proceed(message, progress.total > 0 ? share : null);
  };
}
