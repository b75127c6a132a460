import { basename } from 'node:path';
import { addressOf } from '../core/spec/addressOf.ts';
import type { AskedDataset } from '../core/spec/layers.ts';

/** Short name of a dataset for titles and messages: of a revision with it. */
export function fileName(dataset: AskedDataset): string {
  if (typeof dataset === 'string') return basename(dataset) || dataset;
  return 'rev' in dataset ? `${fileName(dataset.path)} @ ${dataset.rev}` : fileName(addressOf(dataset));
}
