import { resolve } from 'node:path';

/** Root of the checkout. */
export const repo = resolve(import.meta.dirname, '../..');
