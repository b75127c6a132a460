import type { Report } from '../../src/core/report/report.ts';
import type { PageContent } from '../../src/shared/webviewProtocol.ts';
import type { Bench, OpenPage } from './browser.ts';
import { sampleReport } from './sampleReport.ts';
import { sampleText } from './sampleText.ts';
import type { Theme } from './themeVariables.ts';

/** How a test wants the sample on screen. */
export interface SampleWish {
  readonly theme?: Theme;
  readonly report?: Report;
  readonly saved?: unknown;
  readonly bodyClass?: string;
  readonly select?: { readonly column: string; readonly chunk: number | null } | null;
  readonly stale?: readonly ('reference' | 'current')[];
  readonly size?: { readonly width: number; readonly height: number };
}

/** Content of the page for a report. */
export function contentOf(report: Report, select: SampleWish['select'] = null, stale: SampleWish['stale'] = []): PageContent {
  return { kind: 'report', reportId: 'sample', report, text: sampleText(report), select, stale };
}

/** Opens the sample report and waits until its first chart, if any, is drawn. */
export async function openSample(bench: Bench, wish: SampleWish = {}): Promise<OpenPage> {
  const { theme = 'dark', report = sampleReport(), saved, bodyClass, select, stale, size } = wish;
  const open = await bench.open({ theme, content: contentOf(report, select, stale), saved, bodyClass }, size);
  if (bodyClass === undefined) await open.page.locator('.chart-plot[data-drawn] svg').first().waitFor();
  return open;
}
