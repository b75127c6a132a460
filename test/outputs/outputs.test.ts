import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { migrate } from '../../src/core/report/migrate.ts';
import type { Report } from '../../src/core/report/report.ts';
import { resultOf } from '../../src/core/report/sectionOf.ts';
import { cliPath } from '../cli/runCli.ts';
import { launchBrowser } from '../page/browser.ts';
import { claims, met } from './claims.ts';
import { contradictions } from './contradictions.ts';
import { fromMarkdown } from './fromMarkdown.ts';
import { asVersion2, asVersion3, seenByVersion2 } from './olderVersions.ts';
import { missingFor, type Pair, pairs } from './pairs.ts';
import { printedNumbers } from './printed.ts';
import { languages, type Outputs, runPair } from './runPair.ts';
import { fixtureOf, kept, lastingSummary, sentenceFolders, statedBy, toldTwice, wrongStatement } from './sentenceFixtures.ts';

let browser: Browser;
let folder = '';
before(async () => {
  assert.ok(existsSync(cliPath), 'the program is built: npm run build');
  browser = await launchBrowser();
  folder = await mkdtemp(join(tmpdir(), 'driftbook-outputs-'));
});
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

const done = new Map<Pair, Promise<readonly Outputs[]>>();

/** The outputs of a pair in every language; each is run once. */
function outputsOf(pair: Pair): Promise<readonly Outputs[]> {
  const running = done.get(pair) ?? runAll(pair);
  done.set(pair, running);
  return running;
}

async function runAll(pair: Pair): Promise<readonly Outputs[]> {
  const place = join(folder, String(pairs.indexOf(pair)));
  await mkdir(place, { recursive: true });
  await pair.make?.(place);
  const runs: Outputs[] = [];
  for (const language of languages) runs.push(await runPair(pair, language, place));
  return runs;
}

/** A report without what differs from run to run. */
function lasting({ run: _, ...report }: Report): unknown {
  return report;
}

/** Numbers of the tables, which are the same in every language. */
function tableNumbers({ markdown, language }: Outputs): Record<string, number[]> {
  const { columns, measures } = fromMarkdown(markdown, language);
  const numbers = (cells: readonly (string | null)[]): number[] =>
    cells.flatMap((cell) => printedNumbers(cell ?? '').map(({ low, high }) => Number(((low + high) / 2).toPrecision(3))));
  return {
    ...Object.fromEntries(
      // Beside a share of rows moved may stand the month that has it, written as the language does.
      columns.map((row) => [`column ${row.name}`, numbers([row.moved.split(/:\s|：/).at(-1)!, row.typical, row.missing, row.q])]),
    ),
    ...Object.fromEntries(measures.map((row, i) => [`measure ${i}`, numbers([row.reference, row.current, row.change])])),
  };
}

for (const pair of pairs) {
  const skip = missingFor(pair) ?? false;
  test(`${pair.name}: text, JSON, HTML, Markdown, CSV and exit code say the same, in both languages`, { skip }, async () => {
    const runs = await outputsOf(pair);
    const found = [];
    for (const run of runs) found.push(...(await contradictions(run, browser)).map((one) => `${run.language}, ${one}`));
    assert.deepEqual(found, []);
    const [first, second] = runs as [Outputs, Outputs];
    assert.deepEqual(lasting(second.report), lasting(first.report), 'the language changes no number');
    assert.equal(second.code, first.code);
    assert.deepEqual(tableNumbers(second), tableNumbers(first));
  });
  test(`${pair.name}: kept by an older version and brought up, it is the report of today on every number`, { skip }, async () => {
    const [{ report }] = (await outputsOf(pair)) as [Outputs, Outputs];
    assert.deepEqual(migrate(asVersion3(report)), report);
    if (resultOf(report, 'drift') === null) return;
    const brought = migrate(JSON.parse(JSON.stringify(asVersion2(report))));
    assert.ok(brought !== null);
    assert.deepEqual(seenByVersion2(brought), JSON.parse(JSON.stringify(seenByVersion2(report))));
  });
  if (pair.name in sentenceFolders) {
    test(`${pair.name}: every number of its sentences is what another program says; in both languages`, { skip }, async () => {
      const { claims: known, origin } = kept(pair.name);
      assert.ok(origin.pandas !== undefined && known.length > 20, 'the numbers come from elsewhere');
      const facts = new Map(known.map(({ fact, is }) => [fact, is]));
      const found: string[] = [];
      for (const run of await outputsOf(pair)) {
        const { language } = run;
        const statements = statedBy(run);
        found.push(...statements.flatMap((one) => wrongStatement(one, facts.get(one.fact), language) ?? []), ...toldTwice(statements));
        // Both languages state the same, and what is kept is all that is stated.
        const names = (of: readonly { readonly fact: string }[]): string[] => [...new Set(of.map(({ fact }) => fact))].sort();
        assert.deepEqual(names(statements), names(known), `${language}: other statements than those kept: npm run sentences`);
        assert.equal(
          lastingSummary(run.markdown),
          readFileSync(fixtureOf(pair.name, `${language}.md`), 'utf8'),
          `${language}: other sentences than those kept: npm run sentences`,
        );
      }
      assert.deepEqual(found, []);
    });
  }
}

test('every claim that is checked is one the product makes: it was met with, or a test of words holds it', (t) => {
  const never = claims.filter(({ message }) => !met.has(message)).map(({ message }) => message);
  for (const message of never) t.diagnostic(`not met with: ${message}`);
  assert.ok(never.length <= claims.length / 2, never.join('\n'));
});
