/** Formats of files the report can be written to, beside what is printed. */
export const outputFormats = ['json', 'html', 'csv', 'measures', 'markdown'] as const;

/** A file the report is written to. */
export interface OutputFile {
  readonly format: (typeof outputFormats)[number];
  readonly path: string;
}
