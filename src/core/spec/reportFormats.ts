import type { Asked } from './asked.ts';

/** What is known of a file that a report can be written to, before anything that makes one is loaded. */
export interface ReportFormat {
  readonly suffix: string;
  /** Offered by the page of a report: what of it a person may want as a file. */
  readonly saved: boolean;
  /** Of an evaluation only. */
  readonly only?: 'evaluate';
  readonly help: NonNullable<Asked['help']>;
}

/** Every file that a report can be written to, in the order of help. What makes each stands in `app/reportFile.ts`: this list is read where nothing may be slow. */
export const reportFormats = {
  html: { suffix: 'html', saved: true, help: (t) => t('Write the report as one page that opens offline, to read and to share') },
  markdown: { suffix: 'md', saved: true, help: (t) => t('Write a summary for a pull request or a chat') },
  csv: { suffix: 'csv', saved: true, help: (t) => t('Write the table of columns') },
  measures: {
    suffix: 'csv',
    saved: false,
    only: 'evaluate',
    help: (t) => t('Also write the measures as CSV, a row each (--csv writes the columns compared)'),
  },
  json: { suffix: 'json', saved: true, help: (t) => t('Write the whole report, for programs') },
} as const satisfies Readonly<Record<string, ReportFormat>>;

/** Formats of files that a report can be written to: `csv` is the table of columns, `measures` that of measures of predictions. */
export type ReportFileFormat = keyof typeof reportFormats;

/** Formats that the page of a report offers. */
export type SavedFormat = {
  [Format in ReportFileFormat]: (typeof reportFormats)[Format]['saved'] extends true ? Format : never;
}[ReportFileFormat];

/** Formats that the page of a report offers, as its messages may name them. */
export const savedFormats = (Object.keys(reportFormats) as ReportFileFormat[]).filter(
  (format): format is SavedFormat => reportFormats[format].saved,
);
