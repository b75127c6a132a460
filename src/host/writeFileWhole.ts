import { randomBytes } from 'node:crypto';
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A file that only its user may read, in a folder only its user may enter; absent: as the user's own settings are. */
export interface WriteOptions {
  readonly private?: boolean;
}

/** Writes a file so that it is there whole or as it was before: under a temporary name beside it, then renamed. */
export async function writeFileWhole(
  path: string,
  content: string | Uint8Array,
  { private: own = false }: WriteOptions = {},
): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, ...(own ? { mode: 0o700 } : {}) });
  // It may be there from a version that left it open to others.
  if (own) await chmod(folder, 0o700).catch(() => {});
  try {
    await writeFile(temporary, content, { encoding: 'utf8', ...(own ? { mode: 0o600 } : {}) });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
