import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { repo } from './repo.mjs';

/** The `*.test.ts` and `*.test.mjs` files of a folder of the repository, sorted. Throws when there are none. */
export function testFiles(folder) {
  const files = existsSync(join(repo, folder))
    ? readdirSync(join(repo, folder), { recursive: true })
        .filter((name) => /\.test\.(ts|mts|mjs)$/.test(name))
        .sort()
        .map((name) => join(folder, name))
    : [];
  if (files.length === 0) throw new Error(`no test files in ${folder}`);
  return files;
}
