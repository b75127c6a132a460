import { packed } from '../format/packed.ts';
import type { Report } from '../report/report.ts';
import type { DocumentText, ReportText } from '../report/reportText.ts';
import type { Translate } from '../words/translate.ts';
import { base64 } from './base64.ts';
import { compactReport, mostDetail } from './compactReport.ts';
import { escapeHtml } from './escapeHtml.ts';
import { htmlSummary } from './htmlSummary.ts';
import { pageNotice } from './pageNotice.ts';
import type { FileMakers } from './reportFormat.ts';
import { utf8Bytes } from './utf8Bytes.ts';

/** The report page as it was built: its program and its style. */
export interface HtmlPage {
  readonly script: string;
  readonly style: string;
}

/** The file it is written to. */
export const htmlFormat = {
  suffix: 'html',
  saved: true,
  help: (t: Translate) => t('Write the report as one page that opens offline, to read and to share'),
} as const;

/** A file should not be larger than this, well below what a chat or a mail takes: a report that would be is drawn with fewer points. */
const wantedBytes = 1_700_000;

/** Unpacks the page's program and runs it; the policy knows the program by its hash. */
const starter = `(async () => {
  const packed = atob(document.getElementById('driftbook-page').textContent);
  const bytes = new Uint8Array(packed.length);
  for (let i = 0; i < packed.length; i++) bytes[i] = packed.charCodeAt(i);
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const script = document.createElement('script');
  script.textContent = await new Response(unpacked).text();
  document.body.append(script);
})().catch((error) => document.getElementById('root').append(String(error)));`;

/**
 * A report as one HTML file that opens without a network: the report page itself with its content, both deflated. `compress` is deflate-raw
 * of bytes, `sha256Base64` the hash of a text in UTF-8. Nothing in the data is ever markup or program: it is unpacked as JSON by the page, and
 * the policy allows the page's own program and style only, and no request at all.
 */
export function renderHtml(
  report: Report,
  { blocks, ...text }: DocumentText,
  page: HtmlPage,
  compress: (bytes: Uint8Array) => Uint8Array,
  sha256Base64: (text: string) => string,
): string {
  // As an HTML parser will hand it on: line ends are one character there, and a hash is of what stands between the tags.
  const style = withoutMap(page.style)
    .replace(/\r\n?/g, '\n')
    .replace(/<\/(style)/gi, '<\\/$1');
  const script = withoutMap(page.script);
  const hash = (block: string): string => `'sha256-${sha256Base64(block)}'`;
  const policy = [
    "default-src 'none'",
    `script-src ${hash(starter)} ${hash(script)}`,
    // The charts add a style sheet that is empty as written.
    `style-src ${hash(style)} ${hash('')}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const head = `<!DOCTYPE html>
<html lang="${escapeHtml(text.locale)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(text.plainTitle)}</title>
<!-- ${pageNotice} -->
<style>${style}</style>
</head>
<body>
<noscript>
${htmlSummary({ ...text, blocks })}
</noscript>
<div id="root"></div>
<script type="application/octet-stream;base64" id="driftbook-page">${base64(compress(utf8Bytes(script)))}</script>
<script type="application/octet-stream;base64" id="driftbook-content-deflate">`;
  const tail = `</script>
<script>${starter}</script>
</body>
</html>
`;
  const room = wantedBytes - utf8Bytes(head).length - tail.length;
  let content = '';
  for (let detail = mostDetail; detail >= 0; detail--) {
    content = base64(compress(utf8Bytes(contentJson(compactReport(report, detail), text))));
    if (content.length <= room) break;
  }
  return head + content + tail;
}

/** Without the remark where the source is: it would be asked for. */
function withoutMap(source: string): string {
  const at = Math.max(source.lastIndexOf('//# sourceMappingURL='), source.lastIndexOf('/*# sourceMappingURL='));
  const last = at >= 0 && /^\S+ \S+(?: \*\/)?$/.test(source.slice(at).trim());
  return last ? `${source.slice(0, at).trimEnd()}\n` : source;
}

/** What the page is shown (PageContent): a report without a host, packed. */
function contentJson(report: Report, text: ReportText): string {
  return JSON.stringify(packed({ kind: 'report', reportId: '', report, text, select: null, stale: [] }));
}

/** The page, as whoever writes it has its bundles at hand. */
export async function htmlContent(report: Report, { say, page, compress, sha256Base64 }: FileMakers): Promise<string> {
  return renderHtml(report, say(), await page(), compress, sha256Base64);
}
