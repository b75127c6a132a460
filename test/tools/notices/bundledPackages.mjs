import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { bundles } from '../../../esbuild.config.mjs';
import { repo } from '../../harness/repo.mjs';

const manifest = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

/** Folder of a package as node finds it from another package's folder: beside it, else further up. */
function installedFolder(name, from) {
  for (let at = from; at !== dirname(at); at = dirname(at)) {
    const folder = join(at, 'node_modules', name);
    if (existsSync(join(folder, 'package.json'))) return folder;
  }
  throw new Error(`${name}, which ${from} contains, is not installed: its licence cannot be read`);
}

/**
 * The package a source belongs to; null when it is none. A package that was itself built with another one inside shows it in its source map as a
 * folder that is not there: `version` then says inside which.
 */
function packageOf(source) {
  const found = /^(.*)\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source.replaceAll('\\', '/'));
  if (found === null) return null;
  const [folder, around, name] = found;
  if (existsSync(join(folder, 'package.json'))) return { ...manifest(folder), folder };
  const real = installedFolder(name, around);
  return { ...manifest(real), version: `(inside ${manifest(around).name})`, folder: real };
}

/**
 * The packages whose code is in the bundles as they are shipped: bundles are built in memory, and a package counts when a byte of it reaches an
 * output, or a source of it stands in an output's source map. Sorted by name, then version.
 * @returns {Promise<{name: string, version: string, licence: string, folder: string, bundles: string[]}[]>} folder: absolute; bundles: paths of outputs
 */
export async function bundledPackages() {
  const packages = new Map();
  const add = (output, source) => {
    const found = packageOf(source);
    if (found === null) return;
    const { name, version, license, folder } = found;
    const known = packages.get(`${name} ${version}`) ?? { name, version, licence: license, folder, bundles: [] };
    if (!known.bundles.includes(output)) known.bundles.push(output);
    packages.set(`${name} ${version}`, known);
  };
  for (const options of bundles) {
    const { metafile, outputFiles } = await build({
      ...options,
      absWorkingDir: repo,
      minify: true,
      sourcemap: 'external',
      metafile: true,
      write: false,
    });
    for (const [output, { inputs }] of Object.entries(metafile.outputs))
      for (const [input, { bytesInOutput }] of Object.entries(inputs)) if (bytesInOutput > 0) add(output, resolve(repo, input));
    for (const { path, text } of outputFiles.filter((file) => file.path.endsWith('.map')))
      for (const source of JSON.parse(text).sources) add(path.replace(/\.map$/, ''), resolve(dirname(path), source));
  }
  return [...packages.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, found]) => found);
}
