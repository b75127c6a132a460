import type { RowSelection } from '../data/rowsPage.ts';
import type { PageLabelKey } from '../sections/pageLabelKeys.ts';

/** A Vega-Lite specification as plain JSON. */
export type ChartSpec = Readonly<Record<string, unknown>>;

/** The same numbers as the picture, written out. */
export interface ChartTable {
  readonly head: readonly string[];
  /** Which cells stand to the right, as figures do. */
  readonly numeric: readonly boolean[];
  readonly rows: readonly (readonly string[])[];
}

/** A key under a chart: what a colour or a line stands for. */
export interface ChartKey {
  readonly mark: 'reference' | 'current' | 'alert' | 'watch' | 'band' | 'identity' | 'limit' | 'diamond' | 'ring' | 'hollow' | 'note';
  readonly text: string;
}

/** A bin or category of a picture and the rows behind it; null: they are not to be had. */
export interface ChartPick {
  readonly name: string;
  readonly selection: RowSelection | null;
}

/** A picture with everything that belongs to it. */
export interface Chart {
  readonly spec: ChartSpec;
  /** For people who hear the page: what is drawn and the numbers that matter. */
  readonly description: string;
  readonly table: ChartTable;
  readonly keys: readonly ChartKey[];
  /** Whether more is seen of it on a logarithmic scale, which its builder can draw. */
  readonly logScale?: boolean;
  /** Rows behind the marks: a mark says by the field `k` of its datum which of these it is. */
  readonly picks?: readonly ChartPick[];
}

/** Words and number formats of a chart: they stay outside the builders. */
export interface ChartWords {
  readonly locale: string;
  readonly labels: Readonly<Record<PageLabelKey, string>>;
}

/** The part of current a chart shows: the whole (`chunk` null) or one chunk, with its name in words. */
export interface ChartWindow {
  readonly chunk: number | null;
  readonly name: string;
  /** First and last of the chunks that are looked at together; absent or null: all of them. */
  readonly range?: readonly [number, number] | null;
}
