import type { Report } from '../report/report.ts';
import type { DocumentText } from '../report/reportText.ts';
import type { Translate } from '../words/translate.ts';
import type { HtmlPage } from './html.ts';

/** What is known of a file that a report can be written to, before anything that makes one is loaded. */
export interface ReportFormat {
  readonly suffix: string;
  /** Offered by the page of a report: what of it a person may want as a file. */
  readonly saved: boolean;
  /** Of an evaluation only. */
  readonly only?: 'evaluate';
  readonly help: (t: Translate) => string;
}

/** What whoever writes a file has at hand. */
export interface FileMakers {
  /** Everything said of the report, in the reader's language. */
  readonly say: () => DocumentText;
  /** The bundles of the page. */
  readonly page: () => Promise<HtmlPage>;
  /** Deflate-raw of bytes. */
  readonly compress: (bytes: Uint8Array) => Uint8Array;
  /** SHA-256 of a text in UTF-8, in base64. */
  readonly sha256Base64: (text: string) => string;
}

/** A report as the content of a file. */
export type FileContent = (report: Report, surroundings: FileMakers) => string | Promise<string>;
