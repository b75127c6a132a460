import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findRevision, type RevisionFiles, type RevisionLimits, resolveRevision } from '../../../src/app/revisions/resolveRevision.ts';
import { DataError } from '../../../src/core/data/dataError.ts';
import { calm } from '../workplace.ts';

let made = 0;

/** A revision of a path, read: who keeps it, and its text; of a folder the texts by their path in it. */
export async function resolved(
  folder: string,
  path: string,
  rev: string,
  limits?: RevisionLimits,
): Promise<RevisionFiles & { readonly content: string | Readonly<Record<string, string>> }> {
  const target = join(folder, `revision-${++made}`);
  mkdirSync(target, { recursive: true });
  const files = await resolveRevision(await findRevision(path, rev, calm), target, calm, limits);
  if (!statSync(files.path).isDirectory()) return { ...files, content: readFileSync(files.path, 'utf8') };
  const names = (readdirSync(files.path, { recursive: true, encoding: 'utf8' }) as string[]).filter((name) =>
    statSync(join(files.path, name)).isFile(),
  );
  const texts = names.sort().map((name) => [name, readFileSync(join(files.path, name), 'utf8')]);
  return { ...files, content: Object.fromEntries(texts) };
}

/** The code and details of the DataError that reading a revision rejects with. */
export async function refusal(
  folder: string,
  path: string,
  rev: string,
  limits?: RevisionLimits,
): Promise<Pick<DataError, 'code' | 'details'>> {
  const error = await resolved(folder, path, rev, limits).then(
    () => null,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof DataError, `a DataError was expected, got ${String(error)}`);
  return { code: error.code, details: error.details };
}
