import type { DataErrorCode } from '../../data/dataError.ts';
import { dataText } from '../dataText.ts';
import { sayPlain } from '../sayPlain.ts';
import { type ErrorParts, type ErrorSentence, unknown } from './errorParts.ts';

/** Sentences on reading that broke off. */
export const readerErrors = {
  read_failed: readFailed,
  reader_ended: readerEnded,
} satisfies Partial<Record<DataErrorCode, ErrorSentence>>;

function readFailed({ t, place, found, expected }: ErrorParts): string {
  if (found === null) return sayPlain(t, '{0} could not be read.', place);
  return expected === null
    ? sayPlain(t, '{0} could not be read: {1}', place, found)
    : sayPlain(t, '{0} could not be read whole: {1} of {2} rows came. Compare again.', place, found, expected);
}

/** The process that reads the data is gone; `found`: the signal it ended by, or its exit code. */
function readerEnded({ t, details }: ErrorParts): string {
  const { files = [], found = unknown } = details;
  const [first, second] = files.map((file) => dataText(file, 120));
  const names = first === undefined ? t('the data') : second === undefined ? first : sayPlain(t, '{0} together with {1}', first, second);
  // Nothing in a process of ours sends this signal: a system short of memory does.
  if (found === 'SIGKILL')
    return sayPlain(
      t,
      'The process that was reading {0} was ended from outside ({1}), as a system does when memory runs short. Close other programs or lower the memory limit, and compare again.',
      names,
      found,
    );
  return sayPlain(
    t,
    'The process that was reading {0} broke down ({1}); nothing else was harmed. Compare again. If it breaks down again, one of the files makes the reader fail: write it anew, or in another format.',
    names,
    dataText(found, 60),
  );
}
