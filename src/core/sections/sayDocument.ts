import type { Report } from '../report/report.ts';
import type { DocumentText } from '../report/reportText.ts';
import type { Translate } from '../words/translate.ts';
import { reportBlocks } from './registry.ts';
import { sayReport } from './sayReport.ts';

/** Makes all that a document says of a report, in the language that `t` translates to: every sentence, and the blocks they stand in. */
export function sayDocument(report: Report, t: Translate, language: string): DocumentText {
  const text = sayReport(report, t, language);
  return { ...text, blocks: reportBlocks(report, text, t) };
}
