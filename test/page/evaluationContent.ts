import { fill } from '../../src/core/format/fill.ts';
import type { Report } from '../../src/core/report/report.ts';
import { sayReport } from '../../src/core/sections/sayReport.ts';
import type { PageContent } from '../../src/shared/webviewProtocol.ts';

/** Content of the page for a report, in the product's own English. */
export function evaluationContent(report: Report): PageContent {
  const text = sayReport(report, (message, ...values) => fill(message, ...values.map(String)), 'en');
  return { kind: 'report', reportId: 'sample', report, text, select: null, stale: [] };
}
