import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser';
import { temporaryFolder } from '../../harness/temporaryFolder.mjs';

const repo = fileURLToPath(new URL('../../../', import.meta.url));
const config = createRequire(import.meta.url)(join(repo, '.dependency-cruiser.cjs')) as {
  forbidden: IFlattenedRuleSet['forbidden'];
  options: object;
};

/** One import across each wall that the tool guards, in a house that holds nothing else: rule, who imports, what. */
const planted: readonly (readonly [rule: string, from: string, to: string])[] = [
  ['no-circular', 'src/core/words/circle.ts', 'src/core/words/round.ts'],
  ['core-is-pure', 'src/core/words/a.ts', 'src/engine/x.ts'],
  ['core-is-pure', 'src/core/words/b.ts', 'node:fs'],
  ['shared-is-pure', 'src/shared/a.ts', 'src/engine/x.ts'],
  ['shared-takes-types-of-core', 'src/shared/b.ts', 'src/core/words/x.ts'],
  ['duckdb-and-arrow-only-in-engine', 'src/worker/a.ts', 'apache-arrow'],
  ['duckdb-and-arrow-only-in-engine', 'src/app/tables.ts', '@sqlite.org/sqlite-wasm'],
  ['engine-knows-core-and-shared', 'src/engine/a.ts', 'src/worker/x.ts'],
  ['worker-knows-engine-and-core', 'src/worker/b.ts', 'src/cli/x.ts'],
  ['cli-and-host-are-ends', 'src/cli/a.ts', 'src/engine/x.ts'],
  ['host-loads-outputs-late', 'src/host/b.ts', 'src/app/outputs.ts'],
  ['host-loads-outputs-late', 'src/host/late.ts', 'src/app/driftbookFiles.ts'],
  ['host-loads-outputs-late', 'src/host/later.ts', 'src/app/driftbook/x.ts'],
  ['cli-and-host-do-not-meet', 'src/cli/b.ts', 'src/host/x.ts'],
  ['host-and-cli-do-not-meet', 'src/host/a.ts', 'src/cli/x.ts'],
  ['webview-is-a-page', 'webview/a.ts', 'src/core/words/x.ts'],
  ['webview-takes-types-of-data-and-spec', 'webview/b.ts', 'src/core/data/x.ts'],
  ['app-is-what-both-ends-share', 'src/app/a.ts', 'src/host/x.ts'],
  ['app-is-what-both-ends-share', 'src/app/b.ts', 'src/engine/x.ts'],
  ['product-does-not-import-tests', 'src/core/words/c.ts', 'test/x.ts'],
  ['sections-do-not-meet', 'src/core/sections/drift/a.ts', 'src/core/sections/slices/x.ts'],
  ['sections-do-not-meet', 'src/core/sections/drift/compute/a.ts', 'src/core/sections/slices/compute/x.ts'],
  ['columns-are-read-in-read', 'src/core/sections/drift/compute/f.ts', 'src/core/data/table.ts'],
  ['columns-are-read-in-read', 'src/core/pipeline/d.ts', 'src/core/data/table.ts'],
  ['columns-are-read-in-read', 'src/core/roles/d.ts', 'src/core/data/table.ts'],
  ['core/data/', 'src/core/data/a.ts', 'src/core/check/x.ts'],
  ['core/format/', 'src/core/format/a.ts', 'src/core/report/x.ts'],
  ['core/format/: types only', 'src/core/format/b.ts', 'src/core/data/x.ts'],
  ['core/stats/', 'src/core/stats/tests/a.ts', 'src/core/report/x.ts'],
  ['core/spec/', 'src/core/spec/a.ts', 'src/core/report/x.ts'],
  ['core/driftbook/', 'src/core/driftbook/a.ts', 'src/core/words/x.ts'],
  ['core/driftbook/: types only', 'src/core/driftbook/b.ts', 'src/core/report/x.ts'],
  ['core/report/(?!migrate\\.ts)', 'src/core/report/a.ts', 'src/core/check/x.ts'],
  ['core/report/migrate\\.ts', 'src/core/report/migrate.ts', 'src/core/check/x.ts'],
  ['core/report/(?!migrate\\.ts): types only', 'src/core/report/b.ts', 'src/core/spec/x.ts'],
  ['core/roles/', 'src/core/roles/a.ts', 'src/core/read/x.ts'],
  ['core/read/', 'src/core/read/a.ts', 'src/core/measures/x.ts'],
  ['core/measures/', 'src/core/measures/a.ts', 'src/core/sections/x.ts'],
  ['core/measures/: types only', 'src/core/measures/b.ts', 'src/core/check/x.ts'],
  ['core/check/', 'src/core/check/a.ts', 'src/core/sections/x.ts'],
  ['core/check/', 'src/core/check/b.ts', 'src/core/words/x.ts'],
  ['core/sections/[^/]+/compute/', 'src/core/sections/drift/compute/b.ts', 'src/core/words/x.ts'],
  ['core/sections/[^/]+/compute/', 'src/core/sections/drift/compute/c.ts', 'src/core/sections/drift/words/x.ts'],
  ['core/sections/[^/]+/words/', 'src/core/sections/drift/words/a.ts', 'src/core/sections/drift/compute/x.ts'],
  ['core/sections/[^/]+/words/', 'src/core/sections/drift/words/b.ts', 'src/core/stats/x.ts'],
  ['core/sections/[^/]+/words/', 'src/core/sections/drift/words/f.ts', 'src/core/check/x.ts'],
  ['ends-decide-nothing', 'src/cli/c.ts', 'src/core/check/x.ts'],
  ['ends-decide-nothing', 'src/host/c.ts', 'src/core/check/x.ts'],
  ['ends-decide-nothing', 'webview/e.ts', 'src/core/check/x.ts'],
  ['core/sections/[^/]+/charts/', 'src/core/sections/drift/charts/a.ts', 'src/core/check/x.ts'],
  ['core/sections/[^/]+/charts/', 'src/core/sections/drift/charts/b.ts', 'src/core/words/x.ts'],
  ['core/sections/[^/]+/(?!result)[^/]+\\.ts', 'src/core/sections/drift/b.ts', 'src/core/check/x.ts'],
  ['core/sections/[^/]+\\.ts', 'src/core/sections/a.ts', 'src/core/measures/x.ts'],
  ['core/sections/[^/]+/result\\.ts', 'src/core/sections/drift/result.ts', 'src/core/stats/x.ts'],
  ['core/sections/[^/]+/result\\.ts: types only', 'src/core/sections/slices/result.ts', 'src/core/report/x.ts'],
  ['core/sections/[^/]+/(?!result)[^/]+\\.ts: types only', 'src/core/sections/drift/e.ts', 'src/core/check/verdict.ts'],
  ['core/render/: types only', 'src/core/render/c.ts', 'src/core/check/verdict.ts'],
  ['core/words/', 'src/core/words/d.ts', 'src/core/check/x.ts'],
  ['core/words/: types only', 'src/core/words/e.ts', 'src/core/measures/x.ts'],
  ['core/charts/', 'src/core/charts/a.ts', 'src/core/words/x.ts'],
  ['core/spec/: types only', 'src/core/spec/b.ts', 'src/core/words/translate.ts'],
  ['core/roles/: types only', 'src/core/roles/b.ts', 'src/core/report/x.ts'],
  ['core/read/: types only', 'src/core/read/b.ts', 'src/core/report/x.ts'],
  ['core/check/: types only', 'src/core/check/c.ts', 'src/core/spec/x.ts'],
  ['core/sections/[^/]+/compute/: types only', 'src/core/sections/drift/compute/d.ts', 'src/core/spec/x.ts'],
  ['core/sections/[^/]+/words/: types only', 'src/core/sections/drift/words/c.ts', 'src/core/spec/x.ts'],
  ['core/sections/[^/]+/charts/: types only', 'src/core/sections/drift/charts/c.ts', 'src/core/data/x.ts'],
  ['core/sections/[^/]+\\.ts: types only', 'src/core/sections/b.ts', 'src/core/stats/x.ts'],
  ['core/charts/: types only', 'src/core/charts/b.ts', 'src/core/report/x.ts'],
  ['core/pipeline/: types only', 'src/core/pipeline/b.ts', 'src/core/spec/x.ts'],
  ['core/render/', 'src/core/render/a.ts', 'src/core/check/x.ts'],
  ['core/render/', 'src/core/render/d.ts', 'src/core/measures/classification/x.ts'],
  ['core/render/', 'src/core/render/b.ts', 'src/core/sections/drift/words/x.ts'],
  ['core/pipeline/', 'src/core/pipeline/a.ts', 'src/core/words/x.ts'],
  ['webview-is-a-page', 'webview/c.ts', 'src/core/sections/drift/compute/x.ts'],
  ['webview-is-a-page', 'webview/d.ts', 'src/core/check/x.ts'],
];

let remove: () => Promise<void>;
let found: ReadonlySet<string>;
before(async () => {
  const folder = await temporaryFolder('walls');
  const house = folder.path;
  remove = folder.remove;
  symlinkSync(join(repo, 'node_modules'), join(house, 'node_modules'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  };
  for (const [, from, to] of planted) {
    const up = from
      .split('/')
      .slice(1)
      .map(() => '..')
      .join('/');
    const own = to.includes('/') && !to.startsWith('@');
    if (own) write(to, 'export const x = 1;\n');
    write(from, `import { x } from '${own ? `${up}/${to}` : to}';\nexport const y = x;\n`);
  }
  write('src/core/words/round.ts', "import { y } from './circle.ts';\nexport const x = y;\n");
  const ruleSet = { forbidden: config.forbidden };
  const { output } = await cruise(['src', 'webview', 'test'], { ...config.options, baseDir: house, validate: true, ruleSet } as never);
  found = new Set((output as ICruiseResult).summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`));
});
after(() => remove());

for (const [rule, from, to] of planted) {
  test(`${rule}: ${from} may not import ${to}`, () => {
    assert.ok(
      [...found].some((line) => line.startsWith(`${rule}: ${from} → `)),
      [...found].filter((line) => line.includes(from)).join('\n') || 'nothing was told',
    );
  });
}

test('every wall that parts folders is tried', () => {
  const tried = new Set(planted.map(([rule]) => rule));
  // These look at packages and at the platform, not at a folder of the house.
  const others = ['vscode-only-in-host', 'webview-has-no-node', 'toolkit-behind-one-file', 'no-unresolved'];
  assert.deepEqual(
    (config.forbidden ?? []).map(({ name }) => name ?? '').filter((name) => !tried.has(name) && !others.includes(name)),
    [],
  );
});
