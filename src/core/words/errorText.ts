import type { DataErrorCode, DataErrorDetails } from '../data/dataError.ts';
import { formatFacts, formatNames } from '../data/dataFormats.ts';
import { dataText } from './dataText.ts';
import { fileKindsText } from './fileKindsText.ts';
import { sayPlain } from './sayPlain.ts';
import type { Translate } from './translate.ts';

/** What is wrong with the data, where, and the way out. */
export function errorText(error: { readonly code: DataErrorCode; readonly details: DataErrorDetails }, t: Translate): string {
  const { details } = error;
  const file =
    details.file !== undefined
      ? dataText(details.file, 120)
      : details.side === 'current'
        ? t('current')
        : details.side === 'reference'
          ? t('reference')
          : t('the data');
  const line = details.line ?? null;
  const place = line === null ? file : sayPlain(t, '{0}, line {1}', file, line);
  const column = details.column === '' ? '""' : dataText(details.column ?? '–');
  const found = details.found === undefined ? null : contentWord(details.found, t);
  // Names of tables, which may be called as a kind of file is.
  const table = dataText(details.expected ?? '–', 120);
  const said = dataText(details.found ?? '–', 300);
  const expected = details.expected === undefined ? null : contentWord(details.expected, t);

  switch (error.code) {
    case 'file_not_found':
      if (/^[a-z][a-z0-9+.-]*:\/\//i.test(details.file ?? ''))
        return sayPlain(t, '{0} is an address on a network. Only files are read: download it first.', file);
      if (details.found === 'link') return sayPlain(t, '{0} is a link that leads to no file. Check where it points.', file);
      return sayPlain(t, '{0} does not exist. Check the path.', file);
    case 'file_not_readable':
      return found === null
        ? sayPlain(t, '{0} cannot be opened. Check its permissions, and that no other program keeps it locked.', file)
        : sayPlain(t, '{0} cannot be opened ({1}). Check its permissions, and that no other program keeps it locked.', file, found);
    case 'no_files_match':
      return sayPlain(t, 'No file matches {0}. Check the folder and the pattern.', file);
    case 'too_many_files':
      return sayPlain(
        t,
        '{0} leads to more than {1} files and folders. Choose a folder that holds the parts alone.',
        file,
        expected ?? '–',
      );
    case 'too_many_columns':
      return sayPlain(
        t,
        '{0} has {1} columns, and at most {2} are read. Write a file with those to be compared.',
        file,
        found ?? '–',
        expected ?? '–',
      );
    case 'unsupported_format':
      return found === null
        ? sayPlain(t, '{0} is of a kind that cannot be read. Files may be {1}.', file, fileKindsText(t))
        : sayPlain(t, '{0} is of a kind that cannot be read ({1}). Files may be {2}.', file, found, fileKindsText(t));
    case 'empty_file':
      return sayPlain(t, '{0} is empty (0 bytes). Choose a file that holds data.', file);
    case 'header_only':
      return sayPlain(t, '{0} has a header but no rows. Choose a file that holds data.', file);
    case 'no_rows':
      return sayPlain(t, '{0} holds no rows. Choose a file that holds data.', file);
    case 'not_objects':
      return sayPlain(t, '{0} holds no table: JSON must be an array of objects, or one object per line.', file);
    case 'wrong_encoding':
      return found === null
        ? sayPlain(t, '{0}: the text is not UTF-8. Save the file as UTF-8.', place)
        : sayPlain(t, '{0}: the text is not UTF-8 but looks like {1}. Save the file as UTF-8.', place, found);
    case 'corrupt_file':
      return found === null
        ? sayPlain(t, '{0} is damaged or cut short. Write or copy it again.', place)
        : sayPlain(t, '{0} is damaged or cut short ({1}). Write or copy it again.', place, found);
    case 'not_this_format':
      if (details.found === 'git-lfs')
        return sayPlain(t, '{0} is a pointer of Git LFS, not the data. Fetch the file with git lfs pull.', file);
      if (found !== null && expected !== null)
        return sayPlain(t, '{0} is named like {1} but holds {2}. Give it the ending that fits its content.', file, expected, found);
      return expected !== null
        ? sayPlain(t, '{0} is named like {1} but holds something else. Give it the ending that fits its content.', file, expected)
        : sayPlain(t, '{0} does not hold what its name says. Give it the ending that fits its content.', file);
    case 'no_tables':
      return sayPlain(t, '{0} holds no tables. Choose a database that does; of other files leave out # and the name behind it.', file);
    case 'several_tables':
      return sayPlain(t, '{0} holds several tables: {1}. Name one, as in {2}.', file, said, 'FILE.db#TABLE');
    case 'unknown_table':
      return sayPlain(t, '{0} has no table {1}. It has {2}.', file, table, said);
    case 'view_endless':
      return sayPlain(t, '{0}: the view {1} does not come to an end. Choose a table, or write the rows of the view into one.', file, said);
    case 'view_fails':
      return sayPlain(t, '{0}: {1} cannot be read: {2}', file, table, said);
    case 'database_in_use':
      return sayPlain(
        t,
        '{0} is in the middle of a change: another program is writing it, or broke off. Let that program finish, or open the file once with it, and compare again.',
        file,
      );
    case 'ragged_rows':
      return found !== null && expected !== null
        ? sayPlain(
            t,
            '{0}: {1} fields where the header has {2}. Mend or remove that line, or quote the field that holds a comma.',
            place,
            found,
            expected,
          )
        : sayPlain(t, '{0}: not as many fields as the header has. Mend or remove that line, or quote the field that holds a comma.', place);
    case 'header_short':
      return sayPlain(
        t,
        '{0}: the header has {1} names, the rows have {2} fields. Add the missing name to the header, or take the surplus field out of the rows.',
        place,
        found ?? '–',
        expected ?? '–',
      );
    case 'unclosed_quote':
      return sayPlain(t, '{0}: a quotation mark opens here and never closes. Close it, or double it if it belongs to the text.', place);
    case 'schema_differs_between_parts':
      if (details.column === undefined)
        return sayPlain(
          t,
          '{0} does not go with the other parts: its columns or its format differ. Take it out of the folder or pattern, or write it again.',
          file,
        );
      return found !== null && expected !== null
        ? sayPlain(
            t,
            '{0}: column {1} is {2} here and {3} in the other parts. Write the parts with one type, or leave this one out.',
            file,
            column,
            found,
            expected,
          )
        : sayPlain(
            t,
            '{0}: column {1} is not the same as in the other parts. Write the parts with one type, or leave this one out.',
            file,
            column,
          );
    case 'no_common_column':
      if (found !== null && expected !== null) {
        return sayPlain(
          t,
          'Reference and current have no column in common: reference has {0}, current has {1}. Check that the right files were chosen, and that both have a header.',
          expected,
          found,
        );
      }
      return t('Reference and current have no column in common. Check that the right files were chosen, and that both have a header.');
    case 'unknown_column':
      if (details.file === undefined && details.side === undefined)
        return sayPlain(t, 'There is no column {0}. Check its spelling; capitals count.', column);
      return sayPlain(t, '{0} has no column {1}. Check its spelling; capitals count.', file, column);
    case 'not_a_timestamp':
      if (details.column === undefined) return sayPlain(t, 'There is no column of times to cut {0} by. Name one, or cut by rows.', file);
      return found === null
        ? sayPlain(t, '{0}: column {1} does not hold times. Choose another time column, or none.', file, column)
        : sayPlain(t, '{0}: column {1} does not hold times (its type is {2}). Choose another time column, or none.', file, column, found);
    case 'no_prediction_column':
      return found === null
        ? sayPlain(t, '{0}: no column was found that holds predictions or scores. Name the column of the prediction or of the score.', file)
        : sayPlain(
            t,
            '{0}: no column was found that holds predictions or scores among {1}. Name the column of the prediction or of the score.',
            file,
            found,
          );
    case 'target_is_prediction':
      return sayPlain(
        t,
        '{0}: column {1} cannot be both the target and the prediction. Choose another column for one of them.',
        file,
        column,
      );
    case 'target_open':
      return sayPlain(
        t,
        '{0}: which column is the target? These fit nearly alike, by the {1}: {2}. Name it (--target COLUMN on the command line).',
        file,
        details.expected === 'r2' ? 'R²' : details.expected === 'kappa' ? t('Cohen’s kappa') : t('ROC AUC of the score'),
        found ?? '–',
      );
    case 'labels_differ':
      return sayPlain(
        t,
        '{0}: no label of {1} ({2}) is one of the prediction {3}. Write both alike, name other columns (--target, --prediction), or judge the score alone (--prediction none).',
        file,
        column,
        found ?? '–',
        expected ?? '–',
      );
    case 'unknown_measure':
      return sayPlain(t, 'There is no measure {0}.', found ?? '–');
    case 'out_of_memory':
      if (details.found === 'ENOSPC')
        return t('The disk is full: there is no room for temporary files. Make room, or compare fewer columns.');
      if (details.found === 'temporary_data')
        return t(
          'The comparison needs more temporary data on disk than it may write (16 times the memory limit, or what the disk can spare). Raise the memory limit, make room on the disk, or compare fewer columns.',
        );
      if (details.found === 'address_space')
        return t(
          'The address space is limited (ulimit -v): each WebAssembly memory takes 10 GB of it, though it uses little. Raise that limit, or start Node with --disable-wasm-trap-handler.',
        );
      return expected === null
        ? t('The comparison needs more memory than it may use. Raise the memory limit, or compare fewer columns.')
        : sayPlain(
            t,
            'The comparison needs more memory than it may use ({0}). Raise the memory limit, or compare fewer columns.',
            expected,
          );
    case 'line_too_long':
      return expected === null
        ? sayPlain(t, '{0}: the line is too long to be read. Check for a missing line break or an unclosed quotation mark.', place)
        : sayPlain(t, '{0}: the line is longer than {1}. Check for a missing line break or an unclosed quotation mark.', place, expected);
    case 'too_deep':
      return found === null
        ? sayPlain(
            t,
            '{0}: values are nested more than {1} levels deep. Write plain values: one object per row, one column per value.',
            place,
            expected ?? '–',
          )
        : sayPlain(
            t,
            '{0}: columns are nested {1} levels deep, of at most {2}. Write plain columns: one per value.',
            place,
            found,
            expected ?? '–',
          );
    case 'batch_too_large':
      return sayPlain(
        t,
        '{0}: one batch of rows takes {1}, and the memory limit leaves {2} for it. Raise the memory limit, or write the file in smaller batches.',
        file,
        found ?? '–',
        expected ?? '–',
      );
    case 'metadata_too_large':
      return sayPlain(
        t,
        '{0}: the description of its columns and row groups takes {1}, of at most {2}. Write it with fewer columns or larger row groups.',
        file,
        found ?? '–',
        expected ?? '–',
      );
    case 'no_disk_space':
      return sayPlain(
        t,
        '{0}: the disk is nearly full, and what is left is kept free: there is no room for a temporary copy in {1}. Make room there, or compare fewer rows.',
        file,
        found ?? '–',
      );
    case 'file_changed':
      return sayPlain(t, '{0} changed while it was being read. Compare again when it is complete.', file);
    case 'read_failed':
      if (found !== null && expected !== null)
        return sayPlain(t, '{0} could not be read whole: {1} of {2} rows came. Compare again.', place, found, expected);
      return found === null ? sayPlain(t, '{0} could not be read.', place) : sayPlain(t, '{0} could not be read: {1}', place, found);
    case 'reader_ended':
      return readerEnded(details, t);
  }
}

/** The process that reads the data is gone; `found`: the signal it ended by, or its exit code. */
function readerEnded({ files = [], found = '–' }: DataErrorDetails, t: Translate): string {
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

/** Formats as they write their own names. */
const ownNames: Readonly<Record<string, string>> = {
  ...Object.fromEntries(formatNames.map((format) => [format, formatFacts(format).name])),
  hdf5: 'HDF5',
  avro: 'Avro',
  orc: 'ORC',
  duckdb: 'DuckDB',
};

/** What a file turned out to be, as people call it; anything else as it stands. */
function contentWord(found: string, t: Translate): string {
  switch (found) {
    case 'pipe':
      return t('a named pipe');
    case 'device':
      return t('a device');
    case 'text':
      return t('plain text');
    case 'binary':
      return t('binary data');
    case 'zip':
      return t('a ZIP archive (an Excel workbook is one)');
    case 'html':
      return t('a web page');
    default:
      return ownNames[found] ?? dataText(found, 200);
  }
}
