import type { DataErrorCode } from '../../data/dataError.ts';
import { sayPlain } from '../sayPlain.ts';
import { type ErrorParts, type ErrorSentence, unknown } from './errorParts.ts';

/** Sentences on what there is not enough of: memory, disk, room for one batch. */
export const memoryErrors = {
  out_of_memory: outOfMemory,
  batch_too_large: ({ t, file, found, expected }) =>
    sayPlain(
      t,
      '{0}: one batch of rows takes {1}, and the memory limit leaves {2} for it. Raise the memory limit, or write the file in smaller batches.',
      file,
      found ?? unknown,
      expected ?? unknown,
    ),
  metadata_too_large: ({ t, file, found, expected }) =>
    sayPlain(
      t,
      '{0}: the description of its columns and row groups takes {1}, of at most {2}. Write it with fewer columns or larger row groups.',
      file,
      found ?? unknown,
      expected ?? unknown,
    ),
  no_disk_space: ({ t, file, found }) =>
    sayPlain(
      t,
      '{0}: the disk is nearly full, and what is left is kept free: there is no room for a temporary copy in {1}. Make room there, or compare fewer rows.',
      file,
      found ?? unknown,
    ),
} satisfies Partial<Record<DataErrorCode, ErrorSentence>>;

function outOfMemory({ t, details, expected }: ErrorParts): string {
  switch (details.found) {
    case 'ENOSPC':
      return t('The disk is full: there is no room for temporary files. Make room, or compare fewer columns.');
    case 'temporary_data':
      return t(
        'The comparison needs more temporary data on disk than it may write (16 times the memory limit, or what the disk can spare). Raise the memory limit, make room on the disk, or compare fewer columns.',
      );
    case 'address_space':
      return t(
        'The address space is limited (ulimit -v): each WebAssembly memory takes 10 GB of it, though it uses little. Raise that limit, or start Node with --disable-wasm-trap-handler.',
      );
    default:
      return expected === null
        ? t('The comparison needs more memory than it may use. Raise the memory limit, or compare fewer columns.')
        : sayPlain(
            t,
            'The comparison needs more memory than it may use ({0}). Raise the memory limit, or compare fewer columns.',
            expected,
          );
  }
}
