import type { PageContent, Preview } from '../../src/shared/webviewProtocol.ts';

type Working = Extract<PageContent, { kind: 'working' }>;

/** A report, or the preview of one. */
export type Shown = Omit<Extract<PageContent, { kind: 'report' }>, 'kind' | 'reportId'> & {
  /** Null: a preview. */
  readonly reportId: string | null;
  /** The work that the preview is of; null: a report. */
  readonly working: (Working & { readonly preview: Preview }) | null;
};
