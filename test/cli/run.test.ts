import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { runCli } from './runCli.ts';

let cwd = '';
const run = (...args: string[]) => runCli(args, { cwd });
const book = (limit: number): string => `version: 1
datasets:
  reference: {path: churn-reference.csv}
  current: {path: churn-current.csv}
columns: {target: churned, scores: {yes: p_churn}, prediction: y_pred, timestamp: seen_at}
cells:
  - markdown: "# Weekly"
  - quality:
    checks: [{measure: missing_share, columns: [monthly_fe], max: 2%}]
  - performance:
    checks:
      - {measure: roc_auc, min: ${limit}, severity: critical}
      - {measure: roc_auc, max_drop: 0.1, to: previous}
  - sql: {name: rejects, query: select 1}
`;

before(() => {
  cwd = mkdtempSync(join(tmpdir(), 'driftbook-run-'));
  cpSync(fileURLToPath(new URL('../../media/sample/', import.meta.url)), cwd, { recursive: true });
  writeFileSync(join(cwd, 'bad.driftbook.yaml'), book(0.95));
  writeFileSync(join(cwd, 'good.driftbook.yaml'), book(0.5));
});
after(() => rmSync(cwd, { recursive: true, force: true }));

test('a breach exits 1 and is told with what was expected; what cannot run is told and is no pass; the run is kept', async () => {
  const { code, stdout, stderr } = await run('run', 'bad.driftbook.yaml');
  assert.deepEqual([code, stderr], [1, '']);
  assert.match(stdout, /▲ alert +3 performance +2 checks, 1 broken, 1 cannot be told/);
  assert.match(stdout, /▲ roc_auc: 0\.\d+ \[0\.\d+, 0\.\d+\] \(≥ 0\.95\) · critical/);
  assert.match(stdout, /– missing_share monthly_fe: .*Did you mean monthly_fee\?/);
  assert.match(stdout, /– does not apply +4 sql rejects +Cells of the kind sql cannot be run yet: nothing was checked\./);
  const again = await run('run', 'bad.driftbook.yaml', '--fail-on', 'never');
  assert.equal(again.code, 0);
  assert.doesNotMatch(again.stdout, /no run before/, 'the run before is looked at');
  assert.equal(readdirSync(join(cwd, '.driftbook/runs/bad')).length, 4);
  const trend = await run('runs', 'bad.driftbook.yaml', '--trend', 'roc_auc');
  assert.equal(trend.stdout.split('\n').length, 4, 'a name and two runs');
  assert.equal((await run('runs', 'bad.driftbook.yaml')).stdout.split('\n').filter((line) => line.includes('alert')).length, 2);
});

test('no breach exits 0; nothing is kept with --no-history; wrong files and options exit 3', async () => {
  assert.equal((await run('run', 'good.driftbook.yaml', '--no-history', '--quiet')).code, 0);
  assert.deepEqual(readdirSync(join(cwd, '.driftbook/runs')), ['bad']);
  writeFileSync(join(cwd, 'wrong.driftbook.yaml'), 'version: 1\ncell: []\n');
  const { code, stderr } = await run('run', 'wrong.driftbook.yaml');
  assert.equal(code, 3);
  assert.match(stderr, /^wrong\.driftbook\.yaml:1:1: error: datasets is missing\.$/m);
  assert.equal((await run('run', 'good.driftbook.yaml', '--chunk', 'day')).code, 3);
  assert.equal((await run('compare', 'a.csv', 'b.csv', '--cells', 'drift')).code, 3);
});

test('SARIF keeps its schema and points at the line of the check; JUnit counts its cases', async () => {
  const { stdout } = await run('run', 'bad.driftbook.yaml', '--format', 'sarif', '--no-history');
  // npm @microsoft/jest-sarif 1.0.0-beta.0 (MIT), lib/schemas: draft-04, of which it uses nothing that later drafts changed but its name.
  const {
    $schema: _,
    id: __,
    ...schema
  } = JSON.parse(readFileSync(new URL('../fixtures/sarif/sarif-2.1.0-rtm.5.json', import.meta.url), 'utf8'));
  const valid = new Ajv({ strict: false, unicodeRegExp: false, validateFormats: false }).compile(schema);
  const log = JSON.parse(stdout);
  const isValid: (value: unknown) => boolean = (value) => valid(value) === true;
  assert.ok(isValid(log), JSON.stringify(valid.errors));
  const { results } = log.runs[0];
  assert.deepEqual(
    results.map((result: { level: string }) => result.level),
    ['error'],
  );
  const { region, artifactLocation } = results[0].locations[0].physicalLocation;
  assert.deepEqual([artifactLocation.uri, region.startLine], ['bad.driftbook.yaml', 12]);
  assert.equal(isValid({ ...log, runs: [{ ...log.runs[0], results: [{ ...results[0], level: 'bad' }] }] }), false, 'the schema refuses');
  const junit = await run('run', 'bad.driftbook.yaml', '--format', 'junit', '--out', 'results', '--no-history');
  assert.equal(junit.code, 1);
  const xml = readFileSync(join(cwd, 'results/bad.driftbook.junit.xml'), 'utf8');
  assert.match(xml, /<testsuite name="bad\.driftbook\.yaml" tests="4" failures="1" errors="0" skipped="3" /);
  assert.equal(xml.match(/<testcase /g)!.length, 4);
});
