import { cp, mkdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repo } from '../harness/repo.mjs';
import { runTool } from '../harness/runTool.mjs';
import { packageBinding } from './packageBinding.mjs';
import { packageReadme } from './packageReadme.mjs';
import { packageTargets } from './packageTargets.mjs';

/**
 * `npm run package [-- TARGET …]`: builds the extension and writes out/driftbook-TARGET.vsix for each platform (all eight by default), with the
 * native binding of that platform only. A platform whose binding cannot be had is named; the others are made all the same.
 */
const say = (line) => console.log(line);

/** What the extension's manifest keeps: no scripts, no development packages, and the binding as its only dependency. */
async function writeManifest(folder, binding, version) {
  const manifest = JSON.parse(await readFile(join(repo, 'package.json'), 'utf8'));
  delete manifest.scripts;
  delete manifest.devDependencies;
  delete manifest.type;
  manifest.dependencies = { '@duckdb/node-bindings': version, [binding]: version };
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

const aside = join(repo, 'out/package/build');

/** Builds the bundles as they are shipped, minified and without maps, beside the ones in use: an open window or a test goes on undisturbed. */
async function buildAside() {
  await rm(aside, { recursive: true, force: true });
  await mkdir(aside, { recursive: true });
  for (const folder of ['src', 'webview']) await symlink(join(repo, folder), join(aside, folder), 'junction');
  await cp(join(repo, 'l10n'), join(aside, 'l10n'), { recursive: true });
  await runTool(process.execPath, [join(repo, 'esbuild.config.mjs'), '--production'], { cwd: aside });
}

async function makePackage(target) {
  const binding = packageTargets[target];
  const stage = join(repo, 'out/package', target);
  await rm(stage, { recursive: true, force: true });
  await mkdir(stage, { recursive: true });
  const version = await packageBinding(binding, join(stage, 'node_modules'));
  for (const name of ['package.nls.json', 'package.nls.zh-cn.json', 'LICENSE', 'CHANGELOG.md', '.vscodeignore', 'l10n', 'media'])
    await cp(join(repo, name), join(stage, name), { recursive: true });
  await writeFile(join(stage, 'README.md'), packageReadme(await readFile(join(repo, 'README.md'), 'utf8')));
  await cp(join(aside, 'dist'), join(stage, 'dist'), { recursive: true });
  await writeManifest(stage, binding, version);
  const file = join(repo, `out/driftbook-${target}.vsix`);
  await rm(file, { force: true });
  const vsce = join(repo, 'node_modules/@vscode/vsce/vsce');
  await runTool(
    process.execPath,
    [vsce, 'package', '--target', target, '--allow-missing-repository', '--no-rewrite-relative-links', '--out', file],
    { cwd: stage },
  );
  await rm(stage, { recursive: true, force: true });
  return (await stat(file)).size;
}

const asked = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const unknown = asked.filter((target) => !(target in packageTargets));
if (unknown.length > 0) throw new Error(`unknown platform: ${unknown.join(', ')}; there are ${Object.keys(packageTargets).join(', ')}`);
await buildAside();
for (const target of asked.length > 0 ? asked : Object.keys(packageTargets)) {
  try {
    const bytes = await makePackage(target);
    say(`${target.padEnd(13)} ${(bytes / 2 ** 20).toFixed(1).padStart(6)} MB  out/driftbook-${target}.vsix`);
  } catch (error) {
    process.exitCode = 1;
    say(`${target.padEnd(13)} cannot be made: ${error.message.split('\n').slice(-3).join(' ')}`);
  }
}
