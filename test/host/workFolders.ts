import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

const data = (): string => join(process.env.DRIFTBOOK_HOST_RESULT ?? '/', '..', 'd/data');

/** Work folders in the folder where the engine puts them. */
export function workFolders(): Promise<string[]> {
  return readdir(join(data(), 'User/globalStorage/driftbook.driftbook/temp')).catch(() => []);
}

/** Logs that the extension wrote in this run of the editor. */
export async function logFiles(): Promise<string[]> {
  const names = await readdir(join(data(), 'logs'), { recursive: true });
  return names.filter((name) => name.endsWith('Driftbook.log')).map((name) => join(data(), 'logs', name));
}
