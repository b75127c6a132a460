import { copyFile, link, mkdir, symlink } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Has a file that is kept under another name (its digest) appear under one that says its format: a symbolic link, where the system lets a user
 * make none a second name, on another disk a copy. The content itself is not touched, nor when the new name is removed.
 */
export async function layFile(content: string, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  for (const lay of [symlink, link, copyFile]) {
    try {
      await lay(content, target);
      return;
    } catch (error) {
      if (lay === copyFile) throw error;
    }
  }
}
