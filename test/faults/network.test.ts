import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Report } from '../../src/core/report/report.ts';
import { columnsOf } from '../../src/core/report/sectionOf.ts';
import { cliPath, runCli } from '../cli/runCli.ts';
import { repo } from '../harness/repo.mjs';
import { makePlace, type Place } from './place.ts';

let place: Place;
before(async () => {
  place = await makePlace();
  await place.table('then.parquet');
  await place.table('now.csv');
});
after(() => place.remove());

const outputs = (): string[] => ['html', 'json', 'csv', 'markdown'].flatMap((kind) => [`--${kind}`, place.path(`out.${kind}`)]);

test('a whole run with all outputs asks for no network and starts nothing but its own engine, which does neither', async () => {
  const attempts = place.path('attempts');
  const guard = `--import=${pathToFileURL(join(repo, 'test/faults/noNetwork.mjs')).href}`;
  const engine = join(dirname(cliPath), 'worker.cjs');
  const env = { NODE_OPTIONS: guard, DRIFTBOOK_ATTEMPTS: attempts, DRIFTBOOK_ENGINE: engine };
  const { code, stderr } = await runCli(['compare', 'then.parquet', 'now.csv', ...outputs()], { cwd: place.folder, env });
  assert.equal(code, 0, stderr);
  assert.equal(readFileSync(attempts, 'utf8'), 'engine\nits process watched\nits thread watched\n');
  // The guard itself works, for modules as for scripts and for what is started from the engine's path alone.
  const asked = {
    fetch: "fetch('https://example.invalid')",
    'execFile ': "import('node:child_process').then(({ execFile }) => execFile('true'))",
    fork: `require('node:child_process').fork(${JSON.stringify(engine)}, ['1'], { execPath: '/bin/true' })`,
    'fork ': `require('node:child_process').fork(${JSON.stringify(cliPath)}, [], {})`,
  };
  for (const [name, script] of Object.entries(asked)) {
    rmSync(attempts);
    assert.throws(() => execFileSync(process.execPath, ['-e', script], { env: { ...process.env, ...env }, stdio: 'ignore' }));
    assert.equal(readFileSync(attempts, 'utf8'), `${name.trim()}\n`);
  }
});

const namespaces = (): string | false => {
  try {
    execFileSync('unshare', ['-n', 'true'], { stdio: 'ignore' });
    return false;
  } catch {
    return 'needs Linux and the right to make a network namespace (root)';
  }
};

test('it works where there is no network at all, native code included', { skip: namespaces() }, () => {
  const args = ['-n', process.execPath, cliPath, 'compare', 'then.parquet', 'now.csv', '--format', 'json', ...outputs()];
  const report = JSON.parse(execFileSync('unshare', args, { cwd: place.folder, encoding: 'utf8' })) as Report;
  assert.equal(columnsOf(report).length, 3);
});

test('addresses are refused as paths, whatever their scheme', async () => {
  for (const address of [
    'https://example.com/a.csv',
    'http://127.0.0.1/a.parquet',
    's3://bucket/a.parquet',
    'hf://datasets/x/a.csv',
    'gcs://b/a.csv',
    'azure://c/a.parquet',
    'file:///etc/passwd.csv',
  ]) {
    const { code, stderr } = await runCli(['compare', 'then.parquet', address], { cwd: place.folder });
    assert.equal(code, 3);
    assert.match(stderr, /is an address on a network/, address);
  }
});

/** Modules of Node that reach a network or start a program. */
const forbidden = /^(?:node:)?(?:net|http|https|http2|dns|dns\/promises|tls|dgram|child_process|cluster|inspector|vm|repl)$/;
/** The two files that may: one starts the engine's own bundle, and takes `fork` alone for it; the other the user's git, and takes `spawn`. */
const starter = 'src/worker/startEngineProcess.ts';
const gitStarter = 'src/app/revisions/startGit.ts';
const both = [gitStarter, starter].map((file) => `node:child_process from ${file}`);

for (const [entry, format, starts] of [
  ['src/extension.ts', 'cjs', both],
  ['src/worker/main.ts', 'cjs', []],
  ['src/cli/main.ts', 'esm', both],
] as const) {
  test(`${entry}: no module in the bundle can reach a network, and ${starts.length === 0 ? 'none' : 'two alone'} can start a program`, async () => {
    const { metafile } = await build({
      absWorkingDir: repo,
      entryPoints: [entry],
      bundle: true,
      write: false,
      metafile: true,
      platform: 'node',
      target: 'node20',
      format,
      outdir: 'out/none',
      external: ['vscode', '@duckdb/node-bindings', '@duckdb/node-bindings-*'],
      logLevel: 'error',
    });
    const imports = Object.entries(metafile.inputs).flatMap(([from, input]) =>
      input.imports.filter(({ external }) => external).map(({ path }) => `${path} from ${from}`),
    );
    assert.ok(
      imports.some((line) => line.startsWith('node:')),
      'imports are seen',
    );
    assert.deepEqual(imports.filter((line) => forbidden.test(line.split(' ')[0]!)).sort(), starts);
  });
}

test('what may start a process takes fork alone, once, for the path it is given; both callers give their own bundle', () => {
  const source = (path: string): string => readFileSync(join(repo, path), 'utf8');
  const text = source(starter);
  assert.match(text, /^import \{ type ChildProcess, fork \} from 'node:child_process';$/m);
  assert.equal(text.match(/\bfork\(/g)?.length, 1);
  assert.match(text, /return fork\(path, \[String\(keepMs\)\], \{/);
  assert.doesNotMatch(text, /execPath|shell/);
  assert.match(source('src/cli/main.ts'), /new WorkerClient\(fileURLToPath\(beside\('\.\/worker\.cjs'\)\), \{/);
  assert.match(source('src/host/runs/reportRuns.ts'), /new EngineClient\(context\.asAbsolutePath\('dist\/worker\.cjs'\)\)/);
});

test('what may start git takes spawn alone, once, for git by its whole path, without a shell', () => {
  const text = readFileSync(join(repo, gitStarter), 'utf8');
  assert.match(text, /^import \{ type ChildProcess, spawn \} from 'node:child_process';$/m);
  assert.equal(text.match(/\bspawn\(/g)?.length, 1);
  assert.match(text, /return spawn\(gitPath\(\), \[/);
  assert.doesNotMatch(text, /shell:/);
  // Who calls it: the one file that waits for its answer; what it is called with is never one text.
  const callers = readdirSync(join(repo, 'src'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && /\bstartGit\(/.test(readFileSync(join(repo, 'src', file), 'utf8')),
  );
  assert.deepEqual(callers.sort(), ['app/revisions/git.ts', 'app/revisions/startGit.ts']);
});

test('the manifest says what holds in workspaces that are not trusted: everything but git, which alone is run in them', () => {
  const manifest = JSON.parse(readFileSync(join(repo, 'package.json'), 'utf8')) as {
    capabilities: { untrustedWorkspaces: { supported: string } };
    contributes: { configuration: { properties: Record<string, { type: string }> } };
  };
  assert.equal(manifest.capabilities.untrustedWorkspaces.supported, 'limited');
  const client = readFileSync(join(repo, 'src/host/runs/engineClient.ts'), 'utf8');
  assert.match(client, /mayRunGit: \(\) => workspace\.isTrusted \}/);
  // No setting is a path, a command or an address.
  const texts = Object.entries(manifest.contributes.configuration.properties).filter(([, { type }]) => type === 'string');
  assert.deepEqual(
    texts.map(([name]) => name),
    ['driftbook.profile', 'driftbook.dateOrder', 'driftbook.colours'],
  );
});
