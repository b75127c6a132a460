import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repo } from '../../harness/repo.mjs';
import { duckdbParts } from './duckdbParts.mjs';
import { licenceWithNotices, tidy } from './licenceText.mjs';

const rule = '-'.repeat(80);

/** Text of what may be shipped without a bundler knowing of it. */
function beside(kernelSources) {
  const lock = JSON.parse(readFileSync(join(repo, 'package-lock.json'), 'utf8')).packages;
  const own = (name) => ({ name, version: lock[`node_modules/${name}`].version, licence: lock[`node_modules/${name}`].license });
  const bindings = own('@duckdb/node-bindings');
  const text = licenceWithNotices({ ...bindings, folder: join(repo, 'node_modules/@duckdb/node-bindings') });
  const parts = [
    { title: `${bindings.name} ${bindings.version}, with the native binding of one platform (DuckDB): MIT`, text },
    ...duckdbParts().map((part) => ({ title: `${part.name}, compiled into DuckDB`, text: part.text })),
    { title: 'Sample data in media/sample (NannyML): MIT', text: tidy(readFileSync(join(repo, 'media/sample/LICENSE.md'), 'utf8')) },
  ];
  const library = kernelSources.filter((source) => source.startsWith('~lib/'));
  if (library.length > 0) {
    const runtime = own('assemblyscript');
    parts.push({
      title: `${runtime.name} ${runtime.version}, its library, compiled into the kernel: ${runtime.licence}`,
      text: licenceWithNotices({ ...runtime, folder: join(repo, 'node_modules/assemblyscript') }),
    });
  }
  return parts;
}

/**
 * THIRD_PARTY_NOTICES: every package in the bundles, then what is shipped beside them. Equal texts stand once, after all the titles they hold for.
 * @param {Awaited<ReturnType<typeof import('./bundledPackages.mjs').bundledPackages>>} packages
 * @param {readonly string[]} kernelSources files the kernel is compiled from
 */
export function noticesText(packages, kernelSources) {
  const parts = [
    ...packages.map((found) => ({ title: `${found.name} ${found.version}: ${found.licence}`, text: licenceWithNotices(found) })),
    ...beside(kernelSources),
  ];
  const titles = new Map();
  for (const { title, text } of parts) titles.set(text, [...(titles.get(text) ?? []), title]);
  const head = `Third-party notices

Driftbook (MIT, see LICENSE) contains the software and data named below, under the licences that follow each.
Written by \`npm run notices\` from what the bundles contain; not edited by hand.
`;
  return `${head}\n${[...titles].map(([text, of]) => `${rule}\n${of.join('\n')}\n${rule}\n\n${text}\n`).join('\n')}`;
}
