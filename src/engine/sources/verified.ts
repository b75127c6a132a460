import { DataError } from '../../core/data/dataError.ts';
import type { SourceFile } from '../files/resolveFiles.ts';
import { readHead, type Signature, signatureOf } from '../files/signature.ts';
import type { Source } from './source.ts';

/** Checks that a file is what its name says; rejects with not_this_format, empty_file, unsupported_format or corrupt_file. */
export async function verified({ path, bytes, packing }: SourceFile, source: Source): Promise<Signature> {
  const head = await readHead(path).catch((error: NodeJS.ErrnoException) => {
    throw new DataError(error.code === 'EISDIR' ? 'unsupported_format' : 'file_not_readable', { file: path });
  });
  if (head.length === 0) throw new DataError('empty_file', { file: path });
  const found = signatureOf(head);
  const whole = packing === 'none' ? await source.verify({ path, bytes, head, found }) : found === packing ? found : null;
  if (whole === null) throw new DataError('not_this_format', { file: path, expected: packing === 'none' ? source.format : packing, found });
  return whole;
}
