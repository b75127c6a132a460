/** Formats of files that a report can be written to: `csv` is the table of columns, `measures` that of measures of predictions. */
export const fileFormats = ['json', 'html', 'csv', 'measures', 'markdown'] as const;

export type ReportFileFormat = (typeof fileFormats)[number];
