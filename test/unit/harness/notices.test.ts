import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';
import { bundles } from '../../../esbuild.config.mjs';
import { pageNotice } from '../../../src/core/render/pageNotice.ts';
import { repo } from '../../harness/repo.mjs';
import { duckdbParts } from '../../tools/notices/duckdbParts.mjs';
import { licenceText } from '../../tools/notices/licenceText.mjs';
import { noticeTitles } from '../../tools/notices/noticeTitles.mjs';

const notices = readFileSync(join(repo, 'media/THIRD_PARTY_NOTICES.txt'), 'utf8');

/**
 * Name and version of every package in the bundles, by their source maps alone. A package that was built with another one inside names its
 * sources in folders that are not there: `(inside …)` then stands for the version.
 */
async function packagesInMaps(of: typeof bundles): Promise<string[]> {
  const found = new Set<string>();
  for (const options of of) {
    const { outputFiles } = await build({ ...options, absWorkingDir: repo, minify: true, sourcemap: 'external', write: false });
    for (const { path, text } of outputFiles!.filter((file) => file.path.endsWith('.map'))) {
      for (const source of (JSON.parse(text) as { sources: string[] }).sources) {
        const parts = resolve(dirname(path), source).replaceAll('\\', '/').split('/node_modules/');
        if (parts.length === 1) continue;
        const [name = ''] = /^(?:@[^/]+\/)?[^/]+/.exec(parts.at(-1)!) ?? [];
        const manifest = join(
          ...[...parts.slice(0, -1), name].flatMap((part, i) => (i === 0 ? [part || '/'] : ['node_modules', part])),
          'package.json',
        );
        found.add(
          existsSync(manifest)
            ? `${name} ${(JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version}`
            : `${name} (inside ${parts.at(-2)})`,
        );
      }
    }
  }
  return [...found].sort();
}

test('the notices name exactly the packages in the bundles, and beside them DuckDB with its parts, the sample data and the library of the kernel', async () => {
  const inBundles = await packagesInMaps(bundles);
  assert.ok(inBundles.length > 50, String(inBundles.length));
  assert.ok(inBundles.includes('semver (inside vega-embed)'));
  const beside = noticeTitles(notices).filter((title) => !inBundles.some((name) => title.startsWith(`${name}: `)));
  assert.deepEqual(
    noticeTitles(notices)
      .filter((title) => !beside.includes(title))
      .map((title) => title.slice(0, title.lastIndexOf(': ')))
      .sort(),
    inBundles,
  );
  assert.deepEqual(
    beside.filter((title) => !title.endsWith(', compiled into DuckDB')).map((title) => title.replace(/ \d\S*/, '')),
    [
      '@duckdb/node-bindings with the native binding of one platform (DuckDB): MIT',
      'Sample data in media/sample (NannyML): MIT',
      'assemblyscript its library, compiled into the kernel: Apache-2.0',
    ],
  );
  for (const part of ['icu', 'mbedtls', 're2', 'zstd', 'thrift']) assert.ok(beside.includes(`${part}, compiled into DuckDB`), part);
});

test('each notice stands with a text of its licence', () => {
  const [, ...sections] = notices.split(/^-{80}\n((?:[^\n]+\n)+)-{80}\n\n/m);
  assert.ok(sections.length > 100);
  sections.forEach((text, i) => {
    if (i % 2 === 1) assert.match(text, /permission|permitted|licen[cs]e|copyright/i, sections[i - 1]);
  });
  assert.match(notices, /Stichting DuckDB Foundation/);
  assert.match(notices, /UNICODE, INC\. LICENSE AGREEMENT|COPYRIGHT AND PERMISSION NOTICE \(ICU/);
  assert.equal(duckdbParts().length, 31);
});

test('the line in exported pages names exactly the packages in the page', async () => {
  const inPage = await packagesInMaps(bundles.filter((options) => JSON.stringify(options.entryPoints).includes('webview/')));
  const named = [...pageNotice.matchAll(/(?<=[ ,;])(@?[\w./-]+ (?:\d+\.\d+\.\d+|\(inside [^)]+\)))(?=[, ])/g)]
    .map(([, name]) => name)
    .sort();
  assert.deepEqual(named, inPage);
});

test('a package without a licence text, or with a licence nobody allowed, stops the notices', () => {
  assert.throws(() => licenceText({ name: 'left', licence: 'MIT', folder: join(repo, 'src') }), /left holds no text of its licence/);
  assert.throws(() => licenceText({ name: 'left', licence: 'GPL-3.0', folder: repo }), /left has the licence GPL-3\.0/);
});
