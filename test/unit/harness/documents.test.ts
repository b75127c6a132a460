import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const repo = fileURLToPath(new URL('../../../', import.meta.url));
const docs = readdirSync(join(repo, 'media/docs'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md'))
  .map((file) => join('media/docs', file));
const pages = ['README.md', 'CONTRIBUTING.md', ...docs];

for (const page of pages) {
  const text = readFileSync(join(repo, page), 'utf8');

  test(`${page}: its links lead somewhere`, () => {
    const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map((match) => match[1]!).filter((link) => !/^\w+:/.test(link));
    assert.deepEqual(
      links.filter((link) => !existsSync(join(repo, dirname(page), link))),
      [],
    );
  });

  test(`${page}: the files it names are there`, () => {
    const named = [...text.matchAll(/`((?:src|webview|test|media|l10n)\/[\w./-]+)`/g)].map((match) => match[1]!);
    assert.deepEqual(
      named.filter((file) => !existsSync(join(repo, file))),
      [],
    );
  });
}

test('each folder of the product has a page that says what always holds in it', () => {
  const folders = [
    ...readdirSync(join(repo, 'src/core'), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [`src/core/${entry.name}`] : [],
    ),
    ...readdirSync(join(repo, 'src'), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() && entry.name !== 'core' ? [`src/${entry.name}`] : [],
    ),
    'webview',
  ];
  const told = docs
    .filter((page) => page.startsWith('media/docs/wings/'))
    .map((page) => readFileSync(join(repo, page), 'utf8'))
    .filter((text) => text.includes('**Always holds**'));
  assert.deepEqual(
    folders.filter((folder) => !told.some((text) => text.includes(`\n\n\`${folder}\``))),
    [],
  );
});
