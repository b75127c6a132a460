import { DataError } from '../../../core/data/dataError.ts';
import { keptInFiles } from '../../database/rowStore.ts';
import type { Source } from '../source.ts';
import { verified } from '../verified.ts';
import { verifyText } from '../verifyText.ts';
import { csvPart } from './csvPart.ts';
import { looksWide } from './looksWide.ts';
import { openCsv } from './openCsv.ts';

/** Delimited text. */
export const csvSource: Source = {
  format: 'csv',
  spelledNulls: true,
  tables: null,
  hiveKeys: false,
  fromFiles: keptInFiles,
  looksWide,
  verify: async (file) => {
    const { path, head, found } = file;
    if (found === 'text' && looksLikeJson(head)) throw new DataError('not_this_format', { file: path, expected: 'csv', found: 'json' });
    return verifyText(file);
  },
  namesAhead: async (file, _, preferred, context) => {
    const { path, bytes, packing } = file;
    if (packing !== 'none' || (await verified(file, csvSource)) !== 'text') return null;
    const { names, shape } = await csvPart({ path, original: path, encoding: null, bytes, digitSeparators: false }, preferred, context);
    // Bytes that are no UTF-8 may spell a name once it is known what they are; a single record may be the only row.
    const plain = shape.header && !names.some((name) => name.includes('\ufffd') || name.includes('\0'));
    return plain ? { names, dialect: shape.dialect } : null;
  },
  open: (files, about, context) => openCsv(files, csvSource, about, context),
};

/** Whether an object, or an array of objects, begins here: no header of a CSV file does. */
function looksLikeJson(head: Uint8Array): boolean {
  return /^(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*"/.test(Buffer.from(head).toString('latin1'));
}
