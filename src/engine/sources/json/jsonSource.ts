import { plainTexts } from '../plainTexts.ts';
import type { Source } from '../source.ts';
import { verifyText } from '../verifyText.ts';
import { loadJson } from './loadJson.ts';

/** JSON: an array of objects, objects one after another, or one per line. */
export const jsonSource: Source = {
  format: 'json',
  spelledNulls: false,
  tables: null,
  hiveKeys: false,
  fromFiles: () => false,
  looksWide: async () => false,
  verify: async (file) => verifyText(file),
  // Only the rows tell the columns.
  namesAhead: async () => null,
  open: async (files, about, context) => loadJson(await plainTexts(files, jsonSource, context), about, context),
};
