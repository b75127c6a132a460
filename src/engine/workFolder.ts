import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';

const prefix = 'driftbook-';
let folders = 0;

/** Makes a folder of our own below `parent` for spilled data and unpacked copies, and clears away what dead processes of ours left there. */
export async function makeWorkFolder(parent: string): Promise<string> {
  await mkdir(parent, { recursive: true, mode: 0o700 });
  for (const name of await readdir(parent)) {
    const pid = /^driftbook-(\d+)-\d+$/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) await rm(join(parent, name), { recursive: true, force: true });
  }
  const folder = resolve(parent, `${prefix}${process.pid}-${Date.now()}${folders++}`);
  await mkdir(folder, { mode: 0o700 });
  return folder;
}

/** Removes the folder with all that is in it; a file still held open elsewhere is tried again for a second. */
export async function removeWorkFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
