import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { chmod, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

export interface WriteOptions {
  /** A file that only its user may read, in a folder only its user may enter, which is made; absent: as the user's own settings are. */
  readonly private?: boolean;
  /** Whether the folder is made where it lacks. */
  readonly makeFolder?: boolean;
}

/**
 * Writes a file so that readers see the old one or the whole new one, never a part: under a temporary name beside it, synced, then renamed. The
 * part is gone when the program ends amid it, too. Rejects with what the system says.
 */
export async function writeFileWhole(
  path: string,
  content: string | Uint8Array,
  { private: own = false, makeFolder = own }: WriteOptions = {},
): Promise<void> {
  const target = resolve(path);
  const folder = dirname(target);
  if (makeFolder) await mkdir(folder, { recursive: true, ...(own ? { mode: 0o700 } : {}) });
  // It may be there from a version that left it open to others.
  if (own) await chmod(folder, 0o700).catch(() => {});
  const temporary = join(folder, `.driftbook-${randomBytes(6).toString('hex')}.tmp`);
  const giveUp = (): void => rmSync(temporary, { force: true });
  process.once('exit', giveUp);
  try {
    const file = await open(temporary, 'wx', own ? 0o600 : 0o666);
    try {
      await file.writeFile(content, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  } finally {
    process.off('exit', giveUp);
  }
}
