import { DataError } from '../../../core/data/dataError.ts';
import { readTail } from '../../files/signature.ts';
import type { FileHead, Source } from '../source.ts';
import { verified } from '../verified.ts';
import { boundSchema } from './boundSchema.ts';
import { describeReader, openParquet, partReader } from './openParquet.ts';

/** Parquet, read in place. */
export const parquetSource: Source = {
  format: 'parquet',
  spelledNulls: false,
  tables: null,
  hiveKeys: true,
  fromFiles: () => true,
  looksWide: async () => false,
  verify,
  namesAhead: async (file, _, __, context) => {
    await verified(file, parquetSource);
    // Before the reader sees it: too deep a schema ends the process.
    await boundSchema(file.path, file.bytes, context.signal);
    const columns = await describeReader(partReader(file.path), file.path, context);
    return { names: columns.map(({ name }) => name), dialect: null };
  },
  open: async (files, about, context) => {
    for (const file of files.files) await verified(file, parquetSource);
    for (const { path, bytes } of files.files) await boundSchema(path, bytes, context.signal);
    return openParquet(files, about, context);
  },
};

async function verify({ path, bytes, found }: FileHead): Promise<'parquet' | null> {
  if (found === 'parquet-encrypted') throw new DataError('unsupported_format', { file: path, found: 'encrypted Parquet' });
  if (found !== 'parquet') return null;
  const tail = await readTail(path, bytes, 4);
  if (tail === 'PARE') throw new DataError('unsupported_format', { file: path, found: 'encrypted Parquet' });
  // The footer is at the end: a cut file starts well and ends anywhere.
  if (bytes < 12 || tail !== 'PAR1') throw new DataError('corrupt_file', { file: path, found: 'no Parquet footer' });
  return found;
}
