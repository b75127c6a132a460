import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { evaluationOf } from '../../src/core/report/evaluationOf.ts';
import type { Report } from '../../src/core/report/report.ts';
import { columnsOf } from '../../src/core/report/sectionOf.ts';
import { cliPath, runCli } from './runCli.ts';

let cwd = '';
const run = (...args: string[]) => runCli(args, { cwd });

/** Scores, labels drawn with the chance `sharpness` makes of them, and predictions cut at 0.5; seeded: the same rows every time. */
function predictions(n: number, seed: number, sharpness: number, labelled = true): string {
  let state = seed;
  const random = (): number => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
  const lines = Array.from({ length: n }, () => {
    const score = random();
    const chance = 0.5 + (score - 0.5) * sharpness;
    const label = random() < chance ? 'yes' : 'no';
    return `${score.toFixed(4)},${score >= 0.5 ? 'yes' : 'no'},${labelled ? label : ''},${random() < 0.5 ? 'a' : 'b'}`;
  });
  return `p_churn,y_pred,churned,plan\n${lines.join('\n')}\n`;
}

before(() => {
  assert.ok(existsSync(cliPath), 'the program is built: npm run build');
  cwd = mkdtempSync(join(tmpdir(), 'driftbook-cli-'));
  const write = (name: string, text: string): void => writeFileSync(join(cwd, name), text);
  write('past.csv', predictions(4000, 1, 1));
  write('same.csv', predictions(4000, 2, 1));
  write('worse.csv', predictions(4000, 3, 0.5));
  write('unlabelled.csv', predictions(4000, 4, 1, false));
});
after(() => rmSync(cwd, { recursive: true, force: true }));

const named = ['--target', 'churned', '--prediction', 'y_pred', '--score', 'p_churn', '--positive', 'yes'] as const;

test('a model that got worse exits 1 and says which measure fell from what to what', async () => {
  const { code, stdout, stderr } = await run('evaluate', 'worse.csv', '--reference', 'past.csv', ...named);
  assert.equal(stderr, '');
  assert.equal(code, 1);
  assert.match(stdout, /^The model got worse: ROC AUC 0\.8\d+ → 0\.6\d+, −0\.\d+ \[−0\.\d+, −0\.\d+\], larger\s+than the 0\.02 allowed/);
  assert.match(stdout, /y_pred predicts churned\./);
  assert.match(stdout, /\n {2}Measure +Reference +Current +Change +Verdict\n {2}ROC AUC +0\.8\d+ .*▲ worse\n/);
  assert.match(stdout, /\n {2}Recall .*▲ worse\n/);
});

test('a model that holds exits 0; a limit of its own is heeded', async () => {
  const held = await run('evaluate', 'same.csv', '--reference', 'past.csv', ...named);
  assert.equal(held.code, 0, held.stdout);
  assert.match(held.stdout, /^(No measure|Cannot tell)/);
  const asked = await run('evaluate', 'same.csv', '--reference', 'past.csv', ...named, '--require', 'roc_auc>=0.99');
  assert.equal(asked.code, 1);
  assert.match(asked.stdout, /^The model misses its limit: ROC AUC is 0\.8\d+ \[0\.8\d+, 0\.8\d+\], below the 0\.99 you ask for\./);
});

test('without a reference: values with intervals, measures as CSV, nothing of drift', async () => {
  const { code, stdout } = await run('evaluate', 'same.csv', ...named, '--measures', 'measures.csv', '--markdown', 'out.md');
  assert.equal(code, 0);
  assert.match(stdout, /^ROC AUC 0\.8\d+ \[.*no reference to\s+compare\s+with\./);
  assert.doesNotMatch(stdout, /What moved/);
  const lines = readFileSync(join(cwd, 'measures.csv'), 'utf8').split('\r\n');
  assert.match(lines[0]!, /^measure,at,unit,direction,/);
  assert.ok(lines.some((line) => line.startsWith('roc_auc,')));
  assert.match(readFileSync(join(cwd, 'out.md'), 'utf8'), /\| ROC AUC \| 0\.8\d+ \\\[/);
});

test('without labels the performance is estimated from reference', async () => {
  const { code, stdout } = await run('evaluate', 'unlabelled.csv', '--reference', 'past.csv', ...named, '--json', 'out.json');
  const report = JSON.parse(readFileSync(join(cwd, 'out.json'), 'utf8')) as Report;
  const estimated = evaluationOf(report)?.estimate?.rows[0]?.whole;
  assert.ok(estimated?.value != null && estimated.value > 0.75 && estimated.value < 0.9);
  assert.match(stdout, /^No labels\. ROC AUC is estimated at 0\.8\d+ \[0\.\d+, 0\.\d+\]/);
  assert.equal(code, 0, 'nothing can fail without labels');
});

test('speaks Chinese', async () => {
  const { stdout } = await run('evaluate', 'worse.csv', '--reference', 'past.csv', ...named, '--lang', 'zh-cn');
  assert.match(stdout, /^模型变差：ROC AUC 0\.8\d+ → 0\.6\d+，/);
  assert.match(stdout, /召回率/);
});

test('what cannot be evaluated is told in words, with exit 3', async () => {
  const { code, stderr, stdout } = await run('evaluate', 'same.csv', '--target', 'p_churn', '--prediction', 'p_churn');
  assert.equal(code, 3);
  assert.equal(stdout, '');
  assert.match(stderr, /column p_churn cannot be both the target and the prediction/);
  const unknown = await run('evaluate', 'same.csv', ...named, '--require', 'rocauc>=0.5');
  assert.equal(unknown.code, 3);
  assert.match(unknown.stderr, /--require rocauc: there is no such measure\. Did you mean roc_auc\?/);
});

test('a ranking: columns found by name, every measure as pytrec_eval has it, users without a relevant item told', async () => {
  const sample = (name: string): string => fileURLToPath(new URL(`../fixtures/ranking/${name}`, import.meta.url));
  // Origin: pytrec-eval-terrier 0.5.11; see test/fixtures/ranking/SOURCE.md.
  const expected = JSON.parse(readFileSync(sample('expected.json'), 'utf8')) as Record<'past' | 'recommendations', Record<string, number>>;
  const { code, stdout, stderr } = await run(
    ...['evaluate', sample('recommendations.csv'), '--reference', sample('past.csv'), '--k', '5', '--json', 'ranking.json'],
  );
  assert.equal(stderr, '');
  assert.equal(code, 1);
  assert.match(stdout, /^The model got worse: NDCG@5 0\.943 → 0\.704, −0\.239 \[−0\.319, −0\.159\]/);
  assert.match(stdout, /11 of 60 users of current have no relevant item/);
  assert.match(stdout, /\n {2}Hit rate@5 +1\.000 +0\.959 \[0\.863, 0\.989\]/);
  const ranking = JSON.parse(readFileSync(join(cwd, 'ranking.json'), 'utf8')) as Report;
  const evaluation = evaluationOf(ranking);
  const columns = columnsOf(ranking);
  const { user, item, score, target } = evaluation!.columns;
  assert.deepEqual(
    [user, item, score, target].map((pick) => pick.column),
    ['user_id', 'item_id', 'score', 'relevance'],
  );
  const names = evaluation!.measures.map(({ current, reference }) => {
    assert.ok(Math.abs(current.value! - expected.recommendations[current.name]!) < 1e-12, current.name);
    assert.ok(Math.abs(reference!.value! - expected.past[current.name]!) < 1e-12, current.name);
    const { interval } = current;
    assert.ok(interval === null ? /coverage|personalisation/.test(current.name) : interval.low >= 0 && interval.high <= 1, current.name);
    return current.name;
  });
  assert.equal(names.length, 10);
  // Users and items come and go: no drift of the columns that name them.
  assert.deepEqual(
    columns.filter(({ verdict }) => verdict === 'not_tested').map(({ name }) => name),
    ['user_id', 'item_id'],
  );
});

test('a ranking without a reference; whatever is watched is relevant', async () => {
  const rows = Array.from({ length: 120 }, (_, i) => `${i % 12},${(i * 5) % 31},${(i * 37) % 101},${1 + (i % 5)}`);
  writeFileSync(join(cwd, 'ratings.csv'), `userId,movieId,prediction,rating\n${rows.join('\n')}\n`);
  const { code, stdout } = await run('evaluate', 'ratings.csv');
  assert.equal(code, 0);
  assert.match(stdout, /^NDCG@10 0\.\d+ \[0\.\d+, 0\.\d+\] and MAP@10/);
  assert.match(stdout, /Every item counts as relevant \(rating is above 0 in all\s+rows\)/);
});

test('training data as reference: gaps; what was spent stands beside, and breaks the limit that is set', async () => {
  const spent = (text: string, each: number): string =>
    text
      .trimEnd()
      .split('\n')
      .map((line, i) => (i === 0 ? `${line},latency_ms` : `${line},${each + (i % 10)}`))
      .join('\n');
  writeFileSync(join(cwd, 'train.csv'), spent(predictions(4000, 1, 1), 5));
  writeFileSync(join(cwd, 'holdout.csv'), spent(predictions(4000, 3, 0.5), 10));
  const gap = await run('evaluate', 'holdout.csv', '--reference', 'train.csv', ...named, '--measures', 'spent.csv');
  assert.equal(gap.code, 1);
  assert.match(
    gap.stdout,
    /^The model does worse than on its training data: ROC AUC 0\.8\d+ → 0\.6\d+, −0\.\d+ \[−0\.\d+, −0\.\d+\], a\s+gap/,
  );
  assert.match(gap.stdout, /\n {2}Measure +Training +Current +Gap to training +Verdict\n/);
  // By hand: 5 to 14 and 10 to 19, each as often.
  assert.match(gap.stdout, /\n {2}latency_ms, mean +9\.5\d* +14\.5\d* \[14\.\d+, 14\.\d+\] +\+5\.0\d* \[.*– not judged\n/);
  assert.match(readFileSync(join(cwd, 'spent.csv'), 'utf8'), /\r\np95\(latency_ms\),,resource,neither,true,,,14,/);
  const past = await run('evaluate', 'holdout.csv', '--reference', 'train.csv', ...named, '--reference-is', 'past');
  assert.match(past.stdout, /^The model got worse: ROC AUC/);
  const broken = await run('evaluate', 'train.csv', ...named, '--require', 'p95(latency_ms)<=10');
  assert.equal(broken.code, 1);
  assert.match(broken.stdout, /^A limit is broken: latency_ms, 95 % quantile is 14\.0, above the 10\.0 you allow\./);
  assert.equal((await run('evaluate', 'train.csv', ...named)).code, 0, 'never an alarm without a limit');
  const none = await run('evaluate', 'train.csv', ...named, '--resource', 'none');
  assert.doesNotMatch(none.stdout, /latency_ms/);
});
