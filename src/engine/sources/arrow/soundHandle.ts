import type { FileHandle } from 'node:fs/promises';
import { DataError } from '../../../core/data/dataError.ts';

/**
 * A file as apache-arrow reads it, which tries a read that gives nothing again and again, without end: a damaged footer sends it beyond the file. Here
 * such a read fails. It asks a handle for `fd`, `stat`, `read` and `close` alone.
 */
export function soundHandle(file: FileHandle, path: string): FileHandle {
  const read = async (
    buffer: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ): Promise<{ bytesRead: number; buffer: Uint8Array }> => {
    const found = await file.read(buffer, offset, length, position);
    if (found.bytesRead === 0 && length > 0) throw new DataError('corrupt_file', { file: path });
    return found;
  };
  return { fd: file.fd, stat: () => file.stat(), read, close: () => file.close() } as unknown as FileHandle;
}
