import { l10n } from 'vscode';
import type { Pair } from '../../app/filePair.ts';
import type { PageContent } from '../../shared/webviewProtocol.ts';
import { runTitle } from '../runs/pairText.ts';

/** The page of a run that has just been asked for. */
export function workingContent(pair: Pair): PageContent {
  return {
    kind: 'working',
    title: runTitle(pair),
    detail: l10n.t('Starting …'),
    share: null,
    cancelLabel: l10n.t('Cancel'),
    preview: null,
  };
}

/** The page of a run without a report; `again`: whether another try can help. */
export function failedContent(title: string, detail: string, again: boolean): PageContent {
  const close = { id: 'close', label: l10n.t('Close') } as const;
  const retry = { id: 'retry', label: l10n.t('Try Again') } as const;
  return { kind: 'failed', title, detail, actions: again ? [retry, close] : [close] };
}
