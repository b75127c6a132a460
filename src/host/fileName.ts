import { basename } from 'node:path';

/** Short name of a dataset for titles and messages. */
export function fileName(path: string): string {
  return basename(path) || path;
}
