import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ChartWords } from '../../src/core/charts/chart.ts';
import { fill } from '../../src/core/format/fill.ts';
import type { Report } from '../../src/core/report/report.ts';
import type { ColumnText, ReportText } from '../../src/core/report/reportText.ts';
import { type PageLabelKey, pageLabelKeys, pageLabelsEnglish } from '../../src/core/sections/pageLabelKeys.ts';
import type { HostMethods, PageState, RowsRequest } from '../../src/shared/webviewProtocol.ts';

import type { RowsAsked } from '../column/rowsAsked.ts';

/** Asks something of the host; a failure goes to its log. */
export type AskHost = <K extends keyof HostMethods & string>(method: K, params: HostMethods[K]['params']) => void;

/** A page of rows, or why there is none. */
export type AskRows = (request: RowsRequest) => Promise<HostMethods['rows']['result']>;

/** What every part of the report page needs: the report, its words, the state, and ways to change it. */
export interface Page {
  readonly report: Report;
  readonly text: ReportText;
  readonly words: ChartWords;
  /** Files that changed on disk since. */
  readonly stale: readonly ('reference' | 'current')[];
  readonly state: PageState;
  /** Whether there is a host to ask; a report saved as a file shows only what it carries. */
  readonly hosted: boolean;
  readonly printing: boolean;
  readonly ask: AskHost;
  readonly rows: AskRows;
  /** The rows that were asked for last. */
  readonly rowsAsked: RowsAsked | null;
  /** Opens the rows behind a bin or category. */
  readonly showRows: (asked: RowsAsked) => void;
  readonly update: (change: Partial<PageState>) => void;
  /** Opens the drill-down of a column; with `reveal` it is also brought into view. */
  readonly select: (column: string, chunk: number | null, reveal?: boolean) => void;
  /** Whether it is shown how the numbers came about. */
  readonly computedOpen: boolean;
  readonly toggleComputed: () => void;
  /** Opens a collapsed section and goes there. */
  readonly showComputed: () => void;
}

/** The parts of the page that never change while a report is shown: what is drawn from them alone need not be drawn again. */
export type Spoken = Pick<Page, 'report' | 'text' | 'words'>;

export const PageContext = createContext<Page | null>(null);

/** The page around a component. */
export function usePage(): Page {
  const page = useContext(PageContext);
  if (page === null) throw new Error('A part of the report stands outside of it.');
  return page;
}

/** A label of the page with its places filled in. */
export function label(page: Pick<Page, 'words'>, key: PageLabelKey, ...values: readonly string[]): string {
  return fill(page.words.labels[key], ...values);
}

/** Words for charts and controls: English stands in for a label the text does not bring. */
export function chartWords(text: ReportText): ChartWords {
  const labels = Object.fromEntries(pageLabelKeys.map((key) => [key, text.labels[key] ?? pageLabelsEnglish[key]]));
  return { locale: text.locale, labels: labels as Record<PageLabelKey, string> };
}

const nothingSaid: ColumnText = {
  headline: [],
  status: '',
  place: '',
  kind: '',
  typical: '–',
  moved: '–',
  missing: '–',
  q: '–',
  role: '',
  spoken: '',
};

/** What is said of a column. */
export function columnText(text: ReportText, name: string): ColumnText {
  return Object.hasOwn(text.columns, name) ? text.columns[name]! : nothingSaid;
}

/** Name of a window in words: a chunk, or the whole of current. */
export function windowName(page: Spoken, chunk: number | null): string {
  if (chunk === null) return label(page, 'wholeName');
  return page.text.chunkNames[chunk] ?? page.report.time?.chunks[chunk]?.name ?? String(chunk + 1);
}
