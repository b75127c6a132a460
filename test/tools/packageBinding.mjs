import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repo } from '../harness/repo.mjs';
import { runTool } from '../harness/runTool.mjs';
import { thinMachO } from './packageThin.mjs';

const cache = join(repo, 'out/cache');

/** Version of the native binding the lock file asks for. */
function bindingVersion() {
  return JSON.parse(readFileSync(join(repo, 'package-lock.json'), 'utf8')).packages['node_modules/@duckdb/node-bindings'].version;
}

/** Folder of a binding's package: what is installed, else what the registry has, fetched once into out/cache. Rejects when it cannot be had. */
async function unpackedBinding(name) {
  const installed = join(repo, 'node_modules', name);
  const version = bindingVersion();
  if (existsSync(join(installed, 'package.json')) && JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')).version === version)
    return installed;
  const base = `${name.replace('@', '').replace('/', '-')}-${version}`;
  const folder = join(cache, base);
  if (existsSync(join(folder, 'package.json'))) return folder;
  await mkdir(cache, { recursive: true });
  const tarball = join(cache, `${base}.tgz`);
  if (!existsSync(tarball)) await runTool('npm', ['pack', `${name}@${version}`, '--silent', '--pack-destination', cache], { cwd: cache });
  const unpacking = `${folder}.unpacking`;
  await rm(unpacking, { recursive: true, force: true });
  await mkdir(unpacking, { recursive: true });
  await runTool('tar', ['-xzf', tarball, '-C', unpacking, '--strip-components=1']);
  await rename(unpacking, folder);
  return folder;
}

/**
 * Puts the native binding of one platform below `modules`, with a loader that knows no other: the original one asks a helper which C library
 * the system has, and each package is for one. Universal libraries of macOS are cut down to the architecture.
 * @param {string} name package of the binding
 * @param {string} modules a node_modules folder
 */
export async function packageBinding(name, modules) {
  const from = await unpackedBinding(name);
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
