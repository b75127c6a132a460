import type { RowSelection, RowsPage } from '../core/data/rowsPage.ts';
import type { SavedFormat } from '../core/render/registry.ts';
import type { Report } from '../core/report/report.ts';
import type { ReportText } from '../core/report/reportText.ts';
import type { ChoiceChanges } from '../core/spec/choices.ts';

/** What the page keeps over a reload of the window: navigation only, never data. */
export interface PageState {
  readonly reportId: string;
  readonly column: string | null;
  /** Index of the chosen chunk; null: the whole. */
  readonly chunk: number | null;
  readonly tab: string;
  readonly filter: string;
  readonly sort: string;
  /** What the cells of the heatmap show; absent (also in states kept by older versions): the share of rows moved. */
  readonly measure?: string;
  /** First and last of the chunks looked at; null or absent: the whole period. */
  readonly range?: readonly [number, number] | null;
  /** Where the reader is in the sections on predictions; absent: nowhere yet. */
  readonly evaluation?: EvaluationState;
}

/** Navigation in the sections on predictions; what is absent is as the report opens. */
export interface EvaluationState {
  /** Tab of the section on predictions, and what of them is drawn over time. */
  readonly behaviour?: string;
  readonly series?: string;
  /** Key of the chosen measure, and the tab beside the measures. */
  readonly measure?: string;
  readonly view?: string;
  readonly estimate?: string;
  readonly segment?: string;
  readonly rates?: string;
  /** Where the slider of the threshold stands, 0 to 1, and what wrong decisions cost there. */
  readonly threshold?: number;
  readonly falsePositive?: number;
  readonly falseNegative?: number;
}

/** A place in a report: a column and chunk of it, or with a section, that section of the evaluation and a measure in it. */
export interface ReportPlace {
  readonly column: string;
  readonly chunk: number | null;
  /** Where the finding is told: performance (section 6); absent: the column's own drill-down. */
  readonly section?: 'performance';
  /** Code and cut-off of a measure; absent, or none of the report: the section as a whole. */
  readonly measure?: { readonly name: string; readonly at: number | null };
}

/** The page shows either a report, or work under way, or an error, each a complete snapshot. */
export type PageContent =
  | {
      readonly kind: 'report';
      readonly reportId: string;
      readonly report: Report;
      readonly text: ReportText;
      readonly select: ReportPlace | null;
      /** Files that changed on disk since the report was made. */
      readonly stale: readonly ('reference' | 'current')[];
    }
  | {
      readonly kind: 'working';
      readonly title: string;
      readonly detail: string;
      readonly share: number | null;
      readonly cancelLabel: string;
      /** What is known so far; null: nothing to show yet. */
      readonly preview: Preview | null;
    }
  | {
      readonly kind: 'failed';
      readonly title: string;
      readonly detail: string;
      readonly actions: readonly { readonly id: 'retry' | 'close'; readonly label: string }[];
    };

/** A report of a run under way: columns still to come are `pending`, verdicts are provisional. */
export interface Preview {
  readonly report: Report;
  readonly text: ReportText;
  /** Columns that are tested, and that will be in all. */
  readonly done: number;
  readonly total: number;
}

/** Requests the host makes of the page. */
export interface PageMethods {
  show: { params: PageContent; result: null; progress: never };
  /** Work under way is further on; what is shown of it else stays. */
  proceed: { params: { readonly detail: string; readonly share: number | null }; result: null; progress: never };
  /** Moves the selection and the focus to a column and chunk, or to a section. */
  select: { params: ReportPlace; result: null; progress: never };
}

export interface RowsRequest {
  readonly side: 'reference' | 'current';
  readonly column: string;
  readonly selection: RowSelection;
  readonly chunk: number | null;
  readonly offset: number;
  readonly limit: number;
}

/** Requests the page makes of the host. */
export interface HostMethods {
  /** The page is ready to be shown something; answers with the first content. */
  ready: { params: { readonly state: PageState | null }; result: PageContent; progress: never };
  swap: { params: null; result: null; progress: never };
  /** Changes choices for this pair (absent: as before) and runs again; the choices are remembered in the workspace. */
  rerun: { params: ChoiceChanges; result: null; progress: never };
  /** A page of the rows behind a bin or category; `chunk` is an index into `Report.time.chunks`. */
  rows: { params: RowsRequest; result: RowsPage; progress: never };
  cancel: { params: null; result: null; progress: never };
  retry: { params: null; result: null; progress: never };
  /** Opens the reference or current file. */
  open: { params: { readonly side: 'reference' | 'current' }; result: null; progress: never };
  /** Asks where to and writes the report or its column table there. */
  save: { params: { readonly format: SavedFormat }; result: null; progress: never };
  /** Asks where to and writes a picture: the text of an SVG, or a PNG in base64. */
  saveChart: { params: { readonly format: 'svg' | 'png'; readonly name: string; readonly data: string }; result: null; progress: never };
  /** A content security policy violation or an uncaught error of the page, for the log. */
  trouble: { params: { readonly what: 'csp' | 'error'; readonly detail: string }; result: null; progress: never };
}
