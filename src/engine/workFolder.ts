import { randomBytes } from 'node:crypto';
import { lstat, mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { place, workFolderOwner, workFolderPrefix } from './workFolderName.ts';

/** A folder of another place is given up when nothing in it changed for so long: no comparison lasts a day. */
const foreignMs = 24 * 60 * 60_000;

/** Makes a folder of our own below `parent` for spilled data and unpacked copies, and clears away what dead processes of ours left there. */
export async function makeWorkFolder(parent: string): Promise<string> {
  await mkdir(parent, { recursive: true, mode: 0o700 });
  for (const name of await readdir(parent)) {
    // What cannot be looked at or removed is in nobody's way.
    if (await isLeftover(parent, name).catch(() => false)) await removeWorkFolder(join(parent, name)).catch(() => {});
  }
  const folder = resolve(parent, `${workFolderPrefix(process.pid)}${randomBytes(6).toString('hex')}`);
  await mkdir(folder, { mode: 0o700 });
  return folder;
}

/** Removes the folder with all that is in it; a file still held open elsewhere is tried again for a second. */
export async function removeWorkFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

/** Removes the work folders that process `pid` of this place has below `parent`: it has ended, or is about to. */
export async function removeWorkFoldersOf(pid: number, parent: string): Promise<void> {
  const names = await readdir(parent).catch(() => []);
  await Promise.all(names.filter((name) => name.startsWith(workFolderPrefix(pid))).map((name) => removeWorkFolder(join(parent, name))));
}

/** Whether it is a work folder of this user whose process is gone. An id of another place says nothing here: there only age does. */
async function isLeftover(parent: string, name: string): Promise<boolean> {
  const owner = workFolderOwner(name);
  if (owner === null) return false;
  const folder = join(parent, name);
  const about = await lstat(folder);
  if (!about.isDirectory() || (process.getuid !== undefined && about.uid !== process.getuid())) return false;
  if (owner.place === place()) return !isAlive(owner.pid);
  let changed = about.mtimeMs;
  for (const file of await readdir(folder)) changed = Math.max(changed, (await lstat(join(folder, file))).mtimeMs);
  return Date.now() - changed > foreignMs;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
