import { DataError, type DataErrorDetails } from '../../core/data/dataError.ts';

const lineOf = /\bline:?\s+(\d+)|"line"?\s*(\d+)|CSV Error on Line:\s*(\d+)/i;

/** First line of a reader's message without its class ("IO Error: …"): evidence in a DataError, never a sentence of ours. */
function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '')
    .replace(/^[\w ]*Error:\s*/i, '')
    .replace(/^(?:Failed to|Could not) (?:read|open)(?: from)? file "[^"]*":\s*/i, '')
    .replace(/ (?:in|from) file (?:'[^']*'|"[^"]*")/, '')
    .slice(0, 300);
}

/** What is wrong, without the advice behind it. */
function reasonOf(text: string): string {
  return text.split('Try ', 1).join('').trimEnd().replace(/\.$/, '').trim();
}

function lineNumber(message: string): number | undefined {
  const found = lineOf.exec(message);
  const digits = found?.[1] ?? found?.[2] ?? found?.[3];
  return digits === undefined ? undefined : Number(digits);
}

/** DuckDB's failure as a DataError: what kind of trouble, in which file and line as far as the message tells. Errors of ours pass unchanged. */
export function readerError(error: unknown, place: DataErrorDetails): Error {
  if (error instanceof DataError) return error;
  if (!(error instanceof Error)) return new DataError('read_failed', { ...place, found: String(error) });
  if (error.name === 'AbortError') return error;
  const { message } = error;
  const found = firstLine(message);
  if (/max_temp_directory_size/i.test(message)) return new DataError('out_of_memory', { ...place, found: 'temporary_data' });
  if (/no space left|ENOSPC|EDQUOT|disk quota|file too large|EFBIG|failed to offload/i.test(message))
    return new DataError('out_of_memory', { ...place, found: 'ENOSPC' });
  if (/out of memory|could not allocate|failed to (?:allocate|pin)/i.test(message)) {
    return new DataError('out_of_memory', place);
  }
  if (/permission denied|EACCES/i.test(message)) return new DataError('file_not_readable', { ...place, found });
  // A path that is gone is taken for a folder, and looked into.
  const lookedInto = /cannot access file "/i.test(message) && /[/\\]\*\*[/\\]\*\.\w+"/.test(message);
  if (lookedInto || /no files found|no such file|ENOENT/i.test(message)) return new DataError('file_not_found', place);
  if (/maximum line size|line size/i.test(message)) return new DataError('line_too_long', { ...place, line: lineNumber(message) });
  if (/invalid unicode|not utf-8|invalid utf|byte sequence mismatch/i.test(message)) {
    return new DataError('wrong_encoding', { ...place, line: lineNumber(message), found });
  }
  // The reader counts lines and bytes of the copy it was given: only the reason is of use.
  const withoutByte = found.replace(/, at byte \d+ in /, ', in ');
  const malformed = /^(?:malformed json|json transform error) in file .*?, in (?:line|record\/value) \d+: /is.exec(withoutByte);
  if (malformed !== null) return new DataError('corrupt_file', { ...place, found: reasonOf(withoutByte.slice(malformed[0].length)) });
  const invalidJson = /invalid input error/i.test(message) && /json/i.test(message);
  if (invalidJson || /malformed json|json transform|unexpected (?:end|character)/i.test(message)) {
    return new DataError('corrupt_file', { ...place, line: lineNumber(message), found });
  }
  // A name in the message says nothing about what is wrong.
  const said = message.replace(/"[^"]*"/g, '');
  if (
    /parquet|corrupt|could not read from file|out of buffer|don't know what type|thrift|invalid ttype|snappy|zstd|lz4|decompress|gzip|magic bytes|footer|find next power of 2|read[^\n]{0,200}bytes|tprotocol|serialization/i.test(
      said,
    )
  ) {
    return new DataError('corrupt_file', { ...place, found });
  }
  return new DataError('read_failed', { ...place, found });
}
