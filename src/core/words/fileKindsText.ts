import { fileKinds } from '../data/dataFormats.ts';
import type { Translate } from './translate.ts';

/** "CSV, TSV, … or Feather": the kinds of files that are read. */
export function fileKindsText(t: Translate): string {
  return t('{0} or {1}', fileKinds.slice(0, -1).join(t(', ')), fileKinds.at(-1)!);
}
