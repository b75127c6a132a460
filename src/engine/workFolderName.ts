import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Whose a work folder is: the place its process id counts in, and that id. */
export interface WorkFolderOwner {
  /** See `place`. */
  readonly place: string;
  readonly pid: number;
}

/** The owner that a folder's name tells; null for what is no work folder. */
export function workFolderOwner(name: string): WorkFolderOwner | null {
  const [, place, pid] = /^driftbook-([0-9a-f]{10})-(\d{1,10})-[0-9a-f]{12}$/.exec(name) ?? [];
  return place === undefined ? null : { place, pid: Number(pid) };
}

/** The beginning of the names of work folders of one process of this place. */
export function workFolderPrefix(pid: number): string {
  return `driftbook-${place()}-${pid}-`;
}

let here: string | undefined;

/**
 * Where process ids mean what they mean to this process, in ten digits: this start of this machine, and in it the namespace of process ids.
 * Containers and machines that share a folder differ in it. Where the system has no such namespaces the machine's name must do.
 */
export function place(): string {
  here ??= createHash('sha256')
    .update(
      JSON.stringify([
        hostname(),
        told(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')),
        told(() => readlinkSync('/proc/self/ns/pid')),
      ]),
    )
    .digest('hex')
    .slice(0, 10);
  return here;
}

function told(read: () => string): string | null {
  try {
    return read();
  } catch {
    return null;
  }
}
