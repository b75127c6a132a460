import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { build } from 'esbuild';
import { unpacked as unpackedJson } from '../../../src/core/format/packed.ts';
import { base64 } from '../../../src/core/render/base64.ts';
import { compactReport, mostDetail } from '../../../src/core/render/compactReport.ts';
import { type HtmlPage, renderHtml } from '../../../src/core/render/html.ts';
import { pageNotice } from '../../../src/core/render/pageNotice.ts';
import { roundTogether } from '../../../src/core/render/roundTogether.ts';
import { utf8Bytes } from '../../../src/core/render/utf8Bytes.ts';
import type { Report } from '../../../src/core/report/report.ts';
import { columnsOf, driftOf } from '../../../src/core/report/sectionOf.ts';
import { sayDocument } from '../../../src/core/sections/sayDocument.ts';
import type { PageContent } from '../../../src/shared/webviewProtocol.ts';
import { cells, column, months, moved, note, report } from '../words/makeReport.ts';
import { chinese, english, root } from '../words/translators.ts';
import { wideReport } from './wideReport.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');
const stand: HtmlPage = { script: 'document.title += "\u2028</script><!-- 漂移";', style: 'body::after { content: "</style>" }\r\n' };

function html(of: Report, page = stand, t = english, language = 'en'): string {
  return renderHtml(of, sayDocument(of, t, language), page, (bytes) => deflateRawSync(bytes, { level: 9 }), sha256);
}

/** Elements with raw text, as a parser finds them: up to the first end tag. */
function blocks(page: string, tag: 'script' | 'style' | 'title'): { readonly attributes: string; readonly text: string }[] {
  return [...page.matchAll(new RegExp(`<${tag}([^>]*)>(.*?)</${tag}`, 'gis'))].map(([, attributes = '', text = '']) => ({
    attributes,
    text,
  }));
}

function unpacked(page: string, id: string): string {
  const block = blocks(page, 'script').find(({ attributes }) => attributes.includes(`id="${id}"`));
  return inflateRawSync(Buffer.from(block?.text ?? '', 'base64')).toString('utf8');
}

const content = (page: string): Extract<PageContent, { kind: 'report' }> =>
  unpackedJson(JSON.parse(unpacked(page, 'driftbook-content-deflate'))) as Extract<PageContent, { kind: 'report' }>;

const hostile = `"><img src=x onerror=alert(1)></script><script>alert(2)</script></noscript></title><!--'\u2028\u202e`;
const nasty = report([moved(hostile, { chunks: cells('..AA'), since: 2 }), column('plain')], {
  time: months(4),
  notes: [note('type_changed', { reference: hostile, current: hostile }, { column: hostile })],
});

test('the file carries the page and its content, and its policy knows both by their hashes', () => {
  const page = html(nasty);
  assert.equal(unpacked(page, 'driftbook-page'), stand.script);
  const shown = content(page);
  assert.deepEqual(
    { kind: shown.kind, id: shown.reportId, select: shown.select, stale: shown.stale },
    { kind: 'report', id: '', select: null, stale: [] },
  );
  assert.equal(columnsOf(shown.report)[0]?.name, hostile);
  assert.equal(shown.text.plainTitle, sayDocument(nasty, english, 'en').plainTitle);
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
  assert.match(
    policy,
    /^default-src 'none'; script-src 'sha256-[^']+' 'sha256-[^']+'; style-src 'sha256-[^']+' 'sha256-[^']+'; img-src data:; /,
  );
  assert.match(policy, /; base-uri 'none'; form-action 'none'$/);
  assert.doesNotMatch(policy, /unsafe|https?:/);
  const [style] = blocks(page, 'style');
  assert.ok(policy.includes(`style-src 'sha256-${sha256(style?.text ?? '')}'`));
  assert.doesNotMatch(style?.text ?? '', /\r/);
  const starter = blocks(page, 'script').find(({ attributes }) => attributes === '');
  assert.ok(policy.includes(`'sha256-${sha256(starter?.text ?? '')}' 'sha256-${sha256(stand.script)}'`));
});

test('nothing in the data becomes markup', () => {
  const page = html(nasty);
  assert.deepEqual(
    blocks(page, 'script').map(({ attributes }) => attributes.trim().split(' ')[1] ?? ''),
    ['id="driftbook-page"', 'id="driftbook-content-deflate"', ''],
  );
  assert.equal(blocks(page, 'style').length, 1);
  assert.equal(blocks(page, 'title').length, 1);
  assert.doesNotMatch(page, /<img|onerror=alert\(1\)>/);
  assert.deepEqual(
    page.match(/<!--.*?-->/gs)?.map((comment) => comment.slice(5, -4)),
    [pageNotice],
  );
  assert.equal(page.match(/<!--/g)?.length, 1);
  const tags = [...page.replace(/<(script|style)[^>]*>.*?<\/\1>/gis, '').matchAll(/<\/?([a-z0-9]+)/gi)].map(([, tag]) => tag);
  const known = ['html', 'head', 'meta', 'title', 'body', 'noscript', 'h1', 'h2', 'p', 'br', 'ul', 'li', 'code', 'strong', 'div'];
  known.push('table', 'thead', 'tbody', 'tr', 'th', 'td');
  assert.deepEqual([...new Set(tags)].sort(), known.sort());
});

test('where the sources are is left out', () => {
  const page = html(nasty, {
    script: 'run();\n//# sourceMappingURL=report.js.map\n',
    style: 'a{}\n/*# sourceMappingURL=report.css.map */\n',
  });
  assert.equal(unpacked(page, 'driftbook-page'), 'run();\n');
  assert.equal(blocks(page, 'style')[0]?.text, 'a{}\n');
});

test('no address is asked: no link, source or import', () => {
  const page = html(nasty);
  assert.ok(!/https?:\/\//.test(page));
  assert.ok(!/<[^>]*\s(src|href|action)\s*=/i.test(page));
});

test('readers without scripts get the finding, in the language of the report', () => {
  const page = html(nasty, stand, chinese, 'zh-cn');
  assert.match(page, /^<!DOCTYPE html>\n<html lang="zh/);
  const summary = /<noscript>(.*?)<\/noscript>/s.exec(page)?.[1] ?? '';
  assert.match(summary, /<h1>.+<\/h1>/);
  assert.match(summary, /<td><code>.*<\/code> .*<td>▲ /);
  assert.match(summary, /<h2>/);
  assert.doesNotMatch(summary, /\n\n/);
});

test('rounding keeps order, equal numbers, and narrow bins far from zero', () => {
  assert.deepEqual(roundTogether([0, 1 / 3, 2 / 3]), [0, 0.333333, 0.666667]);
  const far = Array.from({ length: 21 }, (_, i) => 1_767_225_600_000 + i * 0.5);
  assert.deepEqual(roundTogether(far), far);
  assert.deepEqual(roundTogether([5, 5]), [5, 5]);
  assert.deepEqual(roundTogether([1e-9, 1e9]), [1e-9, 1e9]);
  assert.deepEqual(roundTogether([-1234567.89, 1234567.89]), [-1234570, 1234570]);
});

test('what decides is exact at every level; curves keep their ends and the point of the distance', () => {
  const of = wideReport(4, 6);
  for (let level = 0; level <= mostDetail; level++) {
    const compact = compactReport(of, level);
    assert.deepEqual(driftOf(compact).summary, driftOf(of).summary);
    columnsOf(compact).forEach((found, i) => {
      const exact = columnsOf(of)[i]!;
      for (const key of ['name', 'verdict', 'p', 'q', 'effect', 'limit', 'whole', 'n', 'missing', 'movement'] as const)
        assert.deepEqual(found[key], exact[key], key);
      assert.deepEqual(found.histogram?.reference, exact.histogram?.reference);
      found.chunks.forEach((cell, k) => {
        for (const key of [
          'verdict',
          'limit',
          'rows',
          'counts',
          ...(level >= mostDetail - 1 ? (['p', 'effect', 'missingP'] as const) : []),
        ] as const)
          assert.deepEqual(cell[key], exact.chunks[k]?.[key], key);
      });
      const { x, reference, current, at } = found.ecdf!;
      assert.ok(x.includes(at));
      assert.deepEqual([reference.length, current.length], [x.length, x.length]);
      assert.deepEqual(
        [...x],
        [...x].sort((a, b) => a - b),
      );
      assert.deepEqual(
        [
          found.quantileShift?.probabilities[0],
          found.quantileShift?.probabilities.includes(0.5),
          found.quantileShift?.probabilities.at(-1),
        ],
        [0, true, 1],
      );
    });
  }
  assert.ok(JSON.stringify(compactReport(of)).length < 0.8 * JSON.stringify(of).length);
});

test('500 columns × 12 chunks are at most 2 MB with the production page', async (context) => {
  const { outputFiles } = await build({
    entryPoints: { report: `${root}/webview/report/main.tsx` },
    outdir: `${root}/out/page`,
    write: false,
    bundle: true,
    minify: true,
    legalComments: 'none',
    logLevel: 'silent',
    target: 'chrome120',
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  const built = (suffix: string): string => outputFiles.find(({ path }) => path.endsWith(suffix))?.text ?? '';
  const page = { script: built('.js'), style: built('.css') };
  const bytes = Buffer.byteLength(html(wideReport(500, 12), page));
  const small = Buffer.byteLength(html(nasty, page));
  context.diagnostic(`500 columns × 12 chunks: ${bytes} bytes; 2 columns: ${small} bytes`);
  assert.ok(bytes <= 2_000_000, `${bytes} bytes`);
  assert.ok(small <= 700_000, `${small} bytes`);
});

test('bytes and base64 are those of the platform', () => {
  for (const text of ['', 'a', 'ab', 'abc', 'é漂移😀\u0000', '\ud800x', '\udc00', 'x'.repeat(20_000)]) {
    assert.deepEqual(Buffer.from(utf8Bytes(text)), Buffer.from(text));
    assert.equal(base64(utf8Bytes(text)), Buffer.from(text).toString('base64'));
  }
});
