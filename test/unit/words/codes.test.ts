import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FindingCode } from '../../../src/core/check/finding.ts';
import type { NotTestedReason } from '../../../src/core/check/verdict.ts';
import type { DataErrorCode, DataErrorDetails } from '../../../src/core/data/dataError.ts';
import type { Note, NoteCode } from '../../../src/core/report/note.ts';
import { reasonSentence } from '../../../src/core/sections/drift/words/reasonSentence.ts';
import { reasonText } from '../../../src/core/sections/drift/words/reasonText.ts';
import { findingText } from '../../../src/core/sections/findingText.ts';
import { errorText } from '../../../src/core/words/errorText.ts';
import { noteText } from '../../../src/core/words/noteText.ts';
import { plainText } from '../../../src/core/words/plainText.ts';
import { column, note, report, untested } from './makeReport.ts';
import { chinese, english } from './translators.ts';

const chineseCharacters = /[\u4e00-\u9fff]/;
const unfilled = /\{\d\}|undefined|NaN|null|\[object|[\uFDD0\uFDD1]/;

/** Every note code with the values the analysis gives it. */
const noteValues: Readonly<Record<NoteCode, Note['values']>> = {
  same_file: {},
  same_content: {},
  column_only_in_reference: {},
  column_only_in_current: {},
  type_changed: { reference: 'BIGINT', current: 'VARCHAR' },
  values_unreadable: { count: 37, type: 'DOUBLE' },
  all_null: {},
  missing_share_changed: { reference: 0.02, current: 0.14, q: 0.001 },
  new_categories: { categories: 12, rows: 340, share: 0.034, examples: 'a, b, c' },
  vanished_categories: { categories: 1, share: 0.02, examples: 'a' },
  out_of_range: { count: 370, share: 0.037, below: 0, above: 370, min: 1, max: 58_431, expected: 1 },
  constant_now: { value: 'x' },
  infinite_values: { count: 3 },
  duplicates: { reference: 0, current: 0.12 },
  duplicate_column_name: { name: 'a', line: 1 },
  name_trimmed: { name: 'a', line: 1 },
  row_names: { file: '/data/current.csv' },
  numbers_as_times: { form: 'yyyymmdd' },
  date_order_unknown: {},
  date_spellings: { ways: 3, spellings: '2024-01-31, 31/01/2024, 31.01.2024' },
  leading_zeros_lost: {},
  missing_held: { texts: 'NA', rows: 12 },
  single_precision: {},
  zones_differ: {},
  rows_rejected: { rows: 3, line: 17, expected: '4', found: '5', file: '/data/current.csv' },
  encoding_assumed: { encoding: 'GB18030' },
  identifier: {},
  constant: {},
  free_text: {},
  nested_skipped: { type: 'STRUCT(a INTEGER)' },
  too_few_rows: { reference: 400, current: 12, minimum: 30 },
  too_many_categories: { distinct: 12_345 },
  current_before_reference: { from: Date.UTC(2019, 5, 1), to: Date.UTC(2019, 0, 1) },
  time_overlap: { from: Date.UTC(2019, 0, 1), to: Date.UTC(2019, 5, 1) },
  time_gap: { from: Date.UTC(2019, 0, 1), to: Date.UTC(2019, 0, 4), hours: 72 },
  rows_without_time: { rows: 3, share: 0.0003 },
  numbers_sampled: { reference: 10_000_000, referenceRows: 30_000_000, current: 9_000_000, currentRows: 27_000_000 },
  too_few_blocks: { by: 'day', blocks: 2 },
  reference_wanders: { by: 'day', blocks: 90 },
  short_reference: { by: 'hour', blocks: 28 },
  column_failed: { message: 'x is not a number' },
};

test('every note code has words in both languages', () => {
  for (const [code, values] of Object.entries(noteValues)) {
    const one = note(code as NoteCode, values, { column: 'car_value' });
    const of = report([column('car_value')], { notes: [one] });
    const english1 = plainText(noteText(one, of, english, 'en').text);
    const chinese1 = plainText(noteText(one, of, chinese, 'zh-cn').text);
    assert.match(english1, /\S/, code);
    assert.doesNotMatch(english1, unfilled, code);
    assert.doesNotMatch(chinese1, unfilled, code);
    assert.match(chinese1, chineseCharacters, code);
  }
});

test('what notes say', () => {
  const say = (code: NoteCode, changes: Partial<Note> = {}): string => {
    const one = note(code, noteValues[code], { column: 'car_value', ...changes });
    return plainText(noteText(one, report([column('car_value')]), english, 'en').text);
  };
  assert.equal(say('out_of_range'), 'car_value: 370 values above the reference maximum (58,400); chance would give about 1.');
  assert.equal(
    say('out_of_range', { values: { count: 2, below: 2, above: 0, min: 1, max: 9, expected: 1 } }),
    'car_value: 2 values below the reference minimum (1); not more than chance would give.',
  );
  assert.equal(say('type_changed'), 'car_value: BIGINT in reference, VARCHAR in current.');
  assert.equal(say('rows_rejected'), 'current.csv: 3 rows were left out, the first in line 17: 5 fields where the header has 4.');
  assert.equal(say('duplicates'), 'Rows that repeat an earlier row: 0\u202f% in reference, 12\u202f% in current.');
  assert.equal(
    say('values_unreadable', { side: 'reference' }),
    'car_value: 37 values of reference cannot be read as DOUBLE; they count as missing.',
  );
});

const errors: Readonly<Record<DataErrorCode, DataErrorDetails>> = {
  target_open: { file: 'current.csv', found: 'canceled (0.82), repeated (0.80)', expected: 'roc_auc' },
  labels_differ: { file: 'current.csv', column: 'target', found: 'no, yes', expected: 'y_pred: a, b' },
  file_not_found: { file: 'current.csv' },
  file_not_readable: { file: 'current.csv', found: 'EACCES' },
  no_files_match: { file: 'prod/*.csv' },
  too_many_columns: { file: 'wide.csv', found: '60000', expected: '20000' },
  too_many_files: { file: 'prod', expected: '100000' },
  unsupported_format: { file: 'a.xlsx', found: 'XLSX' },
  empty_file: { file: 'current.csv' },
  header_only: { file: 'current.csv' },
  no_rows: { file: 'current.parquet' },
  not_objects: { file: 'current.json' },
  wrong_encoding: { file: 'current.csv', found: 'GB18030' },
  corrupt_file: { file: 'a.parquet', found: 'no magic bytes' },
  not_this_format: { file: 'a.parquet', expected: 'Parquet', found: 'CSV' },
  header_short: { file: 'current.csv', line: 1, expected: '5', found: '4' },
  no_tables: { file: 'a.db' },
  several_tables: { file: 'a.db', found: 'train, today' },
  unknown_table: { file: 'a.db', expected: 'Train', found: 'train, today' },
  view_endless: { file: 'a.db', found: 'all_days' },
  view_fails: { file: 'a.db', expected: 'all_days', found: 'no such table: days' },
  database_in_use: { file: 'a.db' },
  ragged_rows: { file: 'current.csv', line: 17, found: '5', expected: '4' },
  unclosed_quote: { file: 'current.csv', line: 17 },
  schema_differs_between_parts: { file: 'part-2.parquet', column: 'a', found: 'VARCHAR', expected: 'BIGINT' },
  no_common_column: {},
  unknown_column: { file: 'current.csv', column: 'Price' },
  not_a_timestamp: { file: 'current.csv', column: 'price', found: 'DOUBLE' },
  no_prediction_column: { file: 'current.csv', found: 'a, b' },
  target_is_prediction: { file: 'current.csv', column: 'y' },
  unknown_measure: { found: 'rocauc' },
  out_of_memory: { expected: '1024 MB' },
  line_too_long: { file: 'current.csv', line: 2 },
  too_deep: { file: 'current.parquet', found: '20000', expected: '100' },
  batch_too_large: { file: 'current.arrow', found: '9.4 GB', expected: '256 MB' },
  metadata_too_large: { file: 'current.parquet', found: '900 MB', expected: '128 MB' },
  no_disk_space: { file: 'current.csv.gz', found: '/tmp' },
  file_changed: { file: 'current.csv' },
  read_failed: { file: 'current.csv', found: 'disk on fire' },
  reader_ended: { files: ['reference.csv', 'current.csv'], found: 'SIGSEGV' },
  git_missing: {},
  git_failed: { file: 'data.csv@v1', found: 'bad object' },
  revisions_off: { file: 'data.csv@v1' },
  no_repository: { file: 'data.csv' },
  bad_revision: { file: 'data.csv@-x', found: '-x' },
  unknown_revision: { file: 'data.csv@mian', found: 'mian', expected: 'main' },
  revision_cut_off: { file: 'data.csv@v1', found: 'v1' },
  not_in_revision: { file: 'data.csv', found: 'v1', expected: '3f2a1b7' },
  named_otherwise: { file: 'Data.csv', found: 'v1', expected: 'data.csv' },
  in_submodule: { file: 'sub/data.csv', found: 'sub' },
  link_outside: { file: 'data.csv', found: '/etc/passwd' },
  content_missing: { file: 'data.csv', found: 'DVC', expected: 'dvc fetch' },
  content_differs: { file: 'data.csv', found: 'Git LFS', expected: 'git lfs fetch origin v1' },
  bad_dvc_file: { file: 'data.csv.dvc', found: 'a mapping was expected' },
  too_large: { file: 'data.csv', found: '70.0 GiB', expected: '64.0 GiB' },
};

test('every data error has words in both languages, with and without details, and names its file', () => {
  for (const [code, details] of Object.entries(errors)) {
    for (const some of [details, {}]) {
      const error = { code: code as DataErrorCode, details: some };
      const english1 = errorText(error, english);
      assert.doesNotMatch(english1, unfilled, code);
      assert.doesNotMatch(errorText(error, chinese), unfilled, code);
      assert.match(errorText(error, chinese), chineseCharacters, code);
      for (const file of [some.file ?? [], some.files ?? []].flat()) assert.ok(english1.includes(file), code);
    }
  }
});

test('an error says what, where and the way out', () => {
  assert.equal(
    errorText({ code: 'ragged_rows', details: errors.ragged_rows }, english),
    'current.csv, line 17: 5 fields where the header has 4. Mend or remove that line, or quote the field that holds a comma.',
  );
  assert.equal(
    errorText({ code: 'ragged_rows', details: errors.ragged_rows }, chinese),
    'current.csv 第 17 行：该行有 5 个字段，而表头有 4 个。请修正或删除该行，或给含逗号的字段加上引号。',
  );
  assert.equal(
    errorText({ code: 'unknown_column', details: errors.unknown_column }, english),
    'current.csv has no column Price. Check its spelling; capitals count.',
  );
});

test('every reason and every finding has words in both languages', () => {
  const reasons: readonly NotTestedReason[] = [
    'too_few_rows',
    'all_null',
    'only_in_reference',
    'only_in_current',
    'type_changed',
    'constant',
    'identifier',
    'free_text',
    'timestamp',
    'nested',
    'unsupported_type',
    'too_many_categories',
    'ignored',
    'not_included',
    'weight',
    'failed',
    'pending',
  ];
  for (const reason of reasons) {
    const one = untested('x', reason);
    for (const [t, locale] of [
      [english, 'en'],
      [chinese, 'zh-cn'],
    ] as const) {
      assert.doesNotMatch(reasonText(reason, t) + plainText(reasonSentence(one, report([one]), t, locale)), unfilled, reason);
    }
    assert.match(reasonText(reason, chinese), chineseCharacters, reason);
  }
  const codes: readonly FindingCode[] = [
    'drift/distribution',
    'drift/chunk',
    'drift/missing',
    'quality/missing-column',
    'quality/type-changed',
    'quality/not-tested',
    'quality/new-categories',
    'performance/limit',
    'performance/drop',
    'performance/calibration',
    'performance/slice',
    'performance/estimate',
    'performance/fairness',
  ];
  for (const code of codes) {
    const finding = { code, severity: 'warning', column: 'x', chunk: null, value: 0.1, limit: 0.05, q: 0.01 } as const;
    for (const columns of [[column('x')], []]) {
      assert.doesNotMatch(findingText(finding, report(columns), english, 'en'), unfilled, code);
      assert.match(findingText(finding, report(columns), chinese, 'zh-cn'), chineseCharacters, code);
    }
  }
});
