import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repo } from '../../harness/repo.mjs';

/**
 * What DuckDB itself is compiled from, each with its licence: npm's package of the binding holds DuckDB's own licence only, so these were read from
 * the source archive of the version the file names. Throws when the lock file asks for another version.
 * @returns {{name: string, text: string}[]}
 */
export function duckdbParts() {
  const lock = JSON.parse(readFileSync(join(repo, 'package-lock.json'), 'utf8'));
  const wanted = lock.packages['node_modules/@duckdb/node-bindings'].version.split('-')[0];
  const file = readFileSync(join(repo, 'test/tools/notices/texts/duckdb.txt'), 'utf8');
  const version = /^What DuckDB (\S+) is/.exec(file)?.[1];
  if (version !== wanted)
    throw new Error(
      `test/tools/notices/texts/duckdb.txt holds the licences of DuckDB ${version}, the binding is ${wanted}: read them again from its source archive`,
    );
  const [, ...parts] = file.split(/^={80}\n(.+)\n={80}\n/m);
  return parts.flatMap((name, i) => (i % 2 === 0 ? [{ name, text: parts[i + 1].trim() }] : []));
}
