/**
 * Writes test/fixtures/sentences anew: `npm run sentences [-- PAIR …]`. Runs the built program on every pair, keeps its summaries in both languages, has
 * every number they state computed by test/tools/sentenceFacts.py, and says which are not true. The Python is the one of DRIFTBOOK_PYTHON, else python3;
 * it needs pandas, pyarrow, scipy and scikit-learn.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { askedOf } from '../outputs/askedOf.ts';
import { missingFor, pairs } from '../outputs/pairs.ts';
import { languages, runPair } from '../outputs/runPair.ts';
import {
  type Claim,
  type Fact,
  fixtureOf,
  lastingSummary,
  sentenceFolders,
  statedBy,
  toldTwice,
  wrongStatement,
} from '../outputs/sentenceFixtures.ts';

const python = process.env.DRIFTBOOK_PYTHON ?? 'python3';
const script = fileURLToPath(new URL('sentenceFacts.py', import.meta.url));
const asked = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), 'driftbook-sentences-'));
let wrong = 0;

/** What the script says of the data of a pair. */
function factsOf(question: unknown): { origin: Record<string, string>; facts: Record<string, Fact> } {
  const { status, stdout, stderr } = spawnSync(python, [script], { input: JSON.stringify(question), encoding: 'utf8', maxBuffer: 1e9 });
  if (status !== 0) throw new Error(`${python} ${script}: ${stderr}`);
  return JSON.parse(stdout) as ReturnType<typeof factsOf>;
}

for (const pair of pairs.filter(({ name }) => name in sentenceFolders && (asked.length === 0 || asked.includes(name)))) {
  const missing = missingFor(pair);
  if (missing !== null) {
    console.log(`– ${pair.name}: ${missing}`);
    continue;
  }
  const place = join(folder, sentenceFolders[pair.name]!);
  mkdirSync(place, { recursive: true });
  await pair.make?.(place);
  const claims: Claim[] = [];
  let answer: ReturnType<typeof factsOf> | null = null;
  for (const language of languages) {
    const run = await runPair(pair, language, place);
    answer ??= factsOf(askedOf(run.report));
    const file = fixtureOf(pair.name, `${language}.md`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, lastingSummary(run.markdown));
    const statements = statedBy(run);
    for (const twice of toldTwice(statements)) {
      wrong++;
      console.log(`  ✗ ${pair.name}, ${language}: told in two ways: ${twice}`);
    }
    for (const one of statements) {
      const is = answer.facts[one.fact];
      const fault = wrongStatement(one, is, language);
      if (fault !== null) {
        wrong++;
        console.log(`  ✗ ${pair.name}, ${fault}`);
      }
      if (language === 'en' && is !== undefined) claims.push({ says: one.says, printed: one.printed, fact: one.fact, is });
    }
  }
  writeFileSync(fixtureOf(pair.name, 'claims.json'), `${JSON.stringify({ origin: answer!.origin, claims }, null, 1)}\n`);
  console.log(`${pair.name}: ${claims.length} claims`);
}
await rm(folder, { recursive: true, force: true });
process.exitCode = wrong > 0 ? 1 : 0;
