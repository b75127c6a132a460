import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** Writes a file so that readers see the old one or the whole new one, never a part. The part is gone when the program ends amid it, too. */
export async function writeFileWhole(path: string, content: string): Promise<void> {
  const target = resolve(path);
  const temporary = join(dirname(target), `.driftbook-${randomBytes(6).toString('hex')}.tmp`);
  const giveUp = (): void => rmSync(temporary, { force: true });
  process.once('exit', giveUp);
  try {
    const file = await open(temporary, 'wx');
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
