import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { repo } from '../harness/repo.mjs';
import { runTool } from '../harness/runTool.mjs';
import { checkIntegrity } from './packageIntegrity.mjs';
import { thinMachO } from './packageThin.mjs';

/** What the lock file says of a package. */
function locked(name) {
  return JSON.parse(readFileSync(join(repo, 'package-lock.json'), 'utf8')).packages[`node_modules/${name}`] ?? {};
}

/**
 * Folder of a binding's package: what npm installed, else what the registry has, fetched once into `cache` and unpacked anew each time, when it has the
 * integrity of the lock file. Rejects when it cannot be had or is something else.
 */
async function unpackedBinding(name, cache) {
  const installed = join(repo, 'node_modules', name);
  const { version } = locked('@duckdb/node-bindings');
  if (existsSync(join(installed, 'package.json')) && JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')).version === version)
    return installed;
  const base = `${name.replace('@', '').replace('/', '-')}-${version}`;
  await mkdir(cache, { recursive: true });
  const tarball = join(cache, `${base}.tgz`);
  if (!existsSync(tarball)) await runTool('npm', ['pack', `${name}@${version}`, '--silent', '--pack-destination', cache], { cwd: cache });
  checkIntegrity(await readFile(tarball), locked(name).integrity, relative(repo, tarball));
  const folder = join(cache, base);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await runTool('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1']);
  return folder;
}

/**
 * Puts the native binding of one platform below `modules`, with a loader that knows no other: the original one asks a helper which C library
 * the system has, and each package is for one. Universal libraries of macOS are cut down to the architecture.
 * @param {string} name package of the binding
 * @param {string} modules a node_modules folder
 * @param {string} [cache] where packages that were fetched are kept
 */
export async function packageBinding(name, modules, cache = join(repo, 'out/cache')) {
  const from = await unpackedBinding(name, cache);
  const to = join(modules, name);
  await mkdir(to, { recursive: true });
  const arch = name.includes('arm64') ? 'arm64' : 'x64';
  for (const file of await readdir(from)) {
    if (!/^(?:package\.json|LICENSE.*|.*\.(?:node|so|dylib|dll))$/.test(file)) continue;
    if (!name.includes('darwin') || !/\.(?:node|dylib)$/.test(file)) await cp(join(from, file), join(to, file));
    else await writeFile(join(to, file), thinMachO(await readFile(join(from, file)), arch));
  }
  const loader = join(modules, '@duckdb/node-bindings');
  const { version, license } = JSON.parse(await readFile(join(from, 'package.json'), 'utf8'));
  await mkdir(loader, { recursive: true });
  await writeFile(join(loader, 'duckdb.js'), `module.exports = require('${name}/duckdb.node');\n`);
  await writeFile(
    join(loader, 'package.json'),
    `${JSON.stringify({ name: '@duckdb/node-bindings', version, license, main: './duckdb.js' })}\n`,
  );
  await cp(join(from, 'LICENSE'), join(loader, 'LICENSE'));
  return version;
}
