import { lstat, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Removes the temporary folders of earlier runs of this user that were killed: they hold nothing but work folders of processes that are gone. */
export async function removeLeftovers(parent: string): Promise<void> {
  for (const name of await readdir(parent).catch(() => [])) {
    if (!/^driftbook-[A-Za-z0-9]{6}$/.test(name)) continue;
    const folder = join(parent, name);
    if (await isLeftover(folder).catch(() => false)) await rm(folder, { recursive: true, force: true }).catch(() => {});
  }
}

async function isLeftover(folder: string): Promise<boolean> {
  const about = await lstat(folder);
  if (!about.isDirectory() || (process.getuid !== undefined && about.uid !== process.getuid())) return false;
  const owners = (await readdir(folder)).map((name) => /^driftbook-(\d+)-\d+$/.exec(name)?.[1]);
  return owners.length > 0 && owners.every((pid) => pid !== undefined && !isAlive(Number(pid)));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
