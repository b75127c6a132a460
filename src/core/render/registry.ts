import { columnsCsvFormat, renderColumnsCsv } from './columnsCsv.ts';
import { htmlContent, htmlFormat } from './html.ts';
import { jsonContent, jsonFormat } from './json.ts';
import { markdownContent, markdownFormat } from './markdown.ts';
import { measuresContent, measuresFormat } from './measuresCsv.ts';
import type { FileContent, ReportFormat } from './reportFormat.ts';

/**
 * Every file that a report can be written to, in the order of help: options, the page's requests and suffixes come from it. Facts only: what reads this
 * list alone bundles nothing that makes a file.
 */
export const reportFormats = {
  html: htmlFormat,
  markdown: markdownFormat,
  csv: columnsCsvFormat,
  measures: measuresFormat,
  json: jsonFormat,
} as const satisfies Readonly<Record<string, ReportFormat>>;

/** Formats of files that a report can be written to: `csv` is the table of columns, `measures` that of measures of predictions. */
export type ReportFileFormat = keyof typeof reportFormats;

/** What each holds: one that has no line does not compile. */
export const reportContents: Readonly<Record<ReportFileFormat, FileContent>> = {
  html: htmlContent,
  markdown: markdownContent,
  csv: renderColumnsCsv,
  measures: measuresContent,
  json: jsonContent,
};

/** Formats that the page of a report offers. */
export type SavedFormat = {
  [Format in ReportFileFormat]: (typeof reportFormats)[Format]['saved'] extends true ? Format : never;
}[ReportFileFormat];

/** Formats that the page of a report offers, as its messages may name them. */
export const savedFormats = /* @__PURE__ */ (Object.keys(reportFormats) as ReportFileFormat[]).filter(
  (format): format is SavedFormat => reportFormats[format].saved,
);
