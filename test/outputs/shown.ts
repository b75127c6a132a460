import type { Report } from '../../src/core/report/report.ts';
import { columnsOf } from '../../src/core/report/sectionOf.ts';
import type { ColumnReport } from '../../src/core/sections/drift/result.ts';
import { dataText } from '../../src/core/words/dataText.ts';

/** A row of the table of columns, as an output shows it. */
export interface ShownColumn {
  readonly name: string;
  /** Glyph and words: "▲ alert · since April 2019". */
  readonly status: string;
  readonly moved: string;
  readonly typical: string;
  readonly missing: string;
  readonly q: string;
}

/** A row of the table of measures. */
export interface ShownMeasure {
  readonly name: string;
  /** Null where there is nothing to compare with. */
  readonly reference: string | null;
  readonly current: string;
  readonly change: string | null;
  readonly status: string;
}

/** What an output shows, in words, without its markup. */
export interface Shown {
  readonly title: string;
  /** Paragraphs and items of lists by the heading they stand under; '' before the first one. */
  readonly prose: Readonly<Record<string, readonly string[]>>;
  readonly columns: readonly ShownColumn[];
  readonly measures: readonly ShownMeasure[];
}

/** A text without its spaces: lines are broken differently in every output. */
export function squeezed(text: string): string {
  return text.replace(/[\s\u00a0\u202f\u200b]+/gu, '');
}

/** The column a row names: signs that cannot be seen are written out in a row, and long names are cut. */
export function columnNamed(report: Report, name: string): ColumnReport | undefined {
  return columnsOf(report).find((column) => column.name === name) ?? columnsOf(report).find((column) => dataText(column.name) === name);
}
