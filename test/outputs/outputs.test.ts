import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Report } from '../../src/core/report/report.ts';
import { launchBrowser } from '../page/browser.ts';
import { met } from './claims.ts';
import { contradictions } from './contradictions.ts';
import { fromMarkdown } from './fromMarkdown.ts';
import { missingFor, pairs } from './pairs.ts';
import { printedNumbers } from './printed.ts';
import { languages, type Outputs, runPair } from './runPair.ts';

let browser: Browser;
let folder = '';
before(async () => {
  browser = await launchBrowser();
  folder = await mkdtemp(join(tmpdir(), 'driftbook-outputs-'));
});
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

/** A report without what differs from run to run. */
function lasting({ createdAt: _, durationMs: __, ...report }: Report): unknown {
  return report;
}

/** Numbers of the tables, which are the same in every language. */
function tableNumbers({ markdown, language }: Outputs): Record<string, number[]> {
  const { columns, measures } = fromMarkdown(markdown, language);
  const numbers = (cells: readonly (string | null)[]): number[] =>
    cells.flatMap((cell) => printedNumbers(cell ?? '').map(({ low }) => low));
  return {
    ...Object.fromEntries(
      // Beside a share of rows moved may stand the month that has it, written as the language does.
      columns.map((row) => [`column ${row.name}`, numbers([row.moved.split(/:\s|：/).at(-1)!, row.typical, row.missing, row.q])]),
    ),
    ...Object.fromEntries(measures.map((row, i) => [`measure ${i}`, numbers([row.reference, row.current, row.change])])),
  };
}

for (const [index, pair] of pairs.entries()) {
  test(`${pair.name}: text, JSON, HTML, Markdown, CSV and exit code say the same, in both languages`, {
    skip: missingFor(pair) ?? false,
  }, async () => {
    const place = join(folder, String(index));
    await mkdir(place, { recursive: true });
    await pair.make?.(place);
    const runs: Outputs[] = [];
    for (const language of languages) {
      runs.push(await runPair(pair, language, place));
    }
    const found = [];
    for (const run of runs) found.push(...(await contradictions(run, browser)).map((one) => `${run.language}, ${one}`));
    assert.deepEqual(found, []);
    const [first, second] = runs as [Outputs, Outputs];
    assert.deepEqual(lasting(second.report), lasting(first.report), 'the language changes no number');
    assert.equal(second.code, first.code);
    assert.deepEqual(tableNumbers(second), tableNumbers(first));
  });
}

test('every claim that is checked was met with', () => {
  assert.ok(met.size >= 10, [...met.keys()].join('\n'));
});
