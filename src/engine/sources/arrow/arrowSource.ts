import { DataError } from '../../../core/data/dataError.ts';
import { readTail, type Signature } from '../../files/signature.ts';
import type { FileHead, Source } from '../source.ts';
import { verified } from '../verified.ts';

/** Arrow IPC files and streams, Feather V2. What reads them is loaded when it is needed: few datasets are such files. */
export const arrowSource: Source = {
  format: 'arrow',
  spelledNulls: false,
  tables: null,
  hiveKeys: false,
  fromFiles: () => false,
  looksWide: async () => false,
  verify,
  namesAhead: async (file, _, __, context) => {
    await verified(file, arrowSource);
    const { arrowNames } = await import('./loadArrow.ts');
    return { names: await arrowNames(file.path, context.memoryLimitMb), dialect: null };
  },
  open: async (files, about, context) => {
    for (const file of files.files) await verified(file, arrowSource);
    const { loadArrow } = await import('./loadArrow.ts');
    return loadArrow(files, about, context);
  },
};

async function verify({ path, bytes, found }: FileHead): Promise<Signature | null> {
  if (found === 'feather-v1') throw new DataError('unsupported_format', { file: path, found: 'Feather V1' });
  if (found === 'arrow-stream') return found;
  if (found !== 'arrow') return null;
  if ((await readTail(path, bytes, 6)) !== 'ARROW1') throw new DataError('corrupt_file', { file: path, found: 'no Arrow footer' });
  return found;
}
