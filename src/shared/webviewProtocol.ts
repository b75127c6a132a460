import type { Report } from '../core/report/report.ts';
import type { ReportText } from '../core/report/reportText.ts';
import type { ChunkSpec, ProfileName } from '../core/report/spec.ts';

/** What the page keeps over a reload of the window: navigation only, never data. */
export interface PageState {
  readonly reportId: string;
  readonly column: string | null;
  /** Index of the chosen chunk; null: the whole. */
  readonly chunk: number | null;
  readonly tab: string;
  readonly filter: string;
  readonly sort: string;
}

/** The page shows either a report, or work under way, or an error, each a complete snapshot. */
export type PageContent =
  | {
      readonly kind: 'report';
      readonly reportId: string;
      readonly report: Report;
      readonly text: ReportText;
      readonly select: { readonly column: string; readonly chunk: number | null } | null;
    }
  | {
      readonly kind: 'working';
      readonly title: string;
      readonly detail: string;
      readonly share: number | null;
      readonly cancelLabel: string;
    }
  | {
      readonly kind: 'failed';
      readonly title: string;
      readonly detail: string;
      readonly actions: readonly { readonly id: 'retry' | 'close'; readonly label: string }[];
    };

/** Requests the host makes of the page. */
export interface PageMethods {
  show: { params: PageContent; result: null; progress: never };
  /** Moves the selection and the focus to a column and chunk. */
  select: { params: { readonly column: string; readonly chunk: number | null }; result: null; progress: never };
}

/** Requests the page makes of the host. */
export interface HostMethods {
  /** The page is ready to be shown something; answers with the first content. */
  ready: { params: { readonly state: PageState | null }; result: PageContent; progress: never };
  swap: { params: null; result: null; progress: never };
  rerun: { params: { readonly chunk?: ChunkSpec; readonly profile?: ProfileName }; result: null; progress: never };
  cancel: { params: null; result: null; progress: never };
  retry: { params: null; result: null; progress: never };
  /** Opens the reference or current file. */
  open: { params: { readonly side: 'reference' | 'current' }; result: null; progress: never };
  /** Asks where to and writes the report or its column table there. */
  save: { params: { readonly format: 'json' | 'markdown' | 'csv' }; result: null; progress: never };
  /** A content security policy violation or an uncaught error of the page, for the log. */
  trouble: { params: { readonly what: 'csp' | 'error'; readonly detail: string }; result: null; progress: never };
}
