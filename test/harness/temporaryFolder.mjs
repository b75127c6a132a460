import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of one run, and the way to remove it. Names are short: sockets below it must stay under 100 characters. */
export async function temporaryFolder(name) {
  const path = await mkdtemp(join(tmpdir(), `driftbook-${name}-`));
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) };
}
