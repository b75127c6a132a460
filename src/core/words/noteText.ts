import { formatCount } from '../format/count.ts';
import { formatDate } from '../format/date.ts';
import { formatNumber } from '../format/number.ts';
import { formatShare } from '../format/share.ts';
import { formatSpan } from '../format/span.ts';
import { valueText } from '../format/valueText.ts';
import { columnNamed } from '../report/columnNamed.ts';
import type { Note } from '../report/note.ts';
import type { Report } from '../report/report.ts';
import type { NoteText } from '../report/reportText.ts';
import type { RichText } from '../report/richText.ts';
import type { ColumnReport } from '../sections/drift/result.ts';
import { categoryText } from './categoryText.ts';
import { shareChangeText } from './changeText.ts';
import { dataText } from './dataText.ts';
import { listText } from './listText.ts';
import { nameText } from './nameText.ts';
import { type RichPart, rich } from './rich.ts';
import { evidenceText, reasonsText } from './roleText.ts';
import { significance } from './significance.ts';
import type { Translate } from './translate.ts';

const glyphs = { alert: '▲', watch: '◐', info: '–' } as const;

/** A remark on schema or quality in words. */
export function noteText(note: Note, report: Report, t: Translate, locale: string): NoteText {
  return { code: note.code, glyph: glyphs[note.level], level: note.level, text: sentence(note, report, t, locale) };
}

function sentence(note: Note, report: Report, t: Translate, locale: string): RichText {
  const who = nameText(note.column ?? '');
  const number = (key: string): number => (note.values[key] == null ? Number.NaN : Number(note.values[key]));
  const text = (key: string): string => dataText(String(note.values[key] ?? '–'));
  const count = (key: string): string => formatCount(number(key), locale);
  const share = (key: string): string => formatShare(number(key), locale);
  const one = (key: string): boolean => number(key) === 1;
  const column = note.column === null ? undefined : columnNamed(report, note.column);
  const side = (reference: () => RichText, current: () => RichText): RichText => (note.side === 'reference' ? reference() : current());

  switch (note.code) {
    case 'same_file':
      return rich(t, 'Reference and current are the same file. Choose another file for one of them.');
    case 'same_content':
      return rich(t, 'Reference and current hold the same rows in the same order. Check that the right files were chosen.');
    case 'column_only_in_reference':
      return rich(t, '{0} is missing in current.', who);
    case 'column_only_in_current':
      return rich(t, '{0} is new in current; there is nothing to compare it with.', who);
    case 'type_changed':
      return rich(t, '{0}: {1} in reference, {2} in current.', who, { strong: text('reference') }, { strong: text('current') });
    case 'values_unreadable':
      if (note.side === 'reference') {
        return one('count')
          ? rich(t, '{0}: 1 value of reference cannot be read as {1}; it counts as missing.', who, text('type'))
          : rich(
              t,
              '{0}: {1} values of reference cannot be read as {2}; they count as missing.',
              who,
              { strong: count('count') },
              text('type'),
            );
      }
      return one('count')
        ? rich(t, '{0}: 1 value of current cannot be read as {1}; it counts as missing.', who, text('type'))
        : rich(
            t,
            '{0}: {1} values of current cannot be read as {2}; they count as missing.',
            who,
            { strong: count('count') },
            text('type'),
          );
    case 'all_null':
      if (note.side === 'both') return rich(t, '{0} holds no value on either side.', who);
      return side(
        () => rich(t, '{0} holds no value in reference.', who),
        () => rich(t, '{0} holds no value in current.', who),
      );
    case 'missing_share_changed': {
      const change = { strong: shareChangeText(number('reference'), number('current'), locale) };
      const q = note.values.q;
      return typeof q === 'number'
        ? rich(t, '{0}: missing values {1} of rows ({2}).', who, change, significance('q', q, locale))
        : rich(t, '{0}: missing values {1} of rows.', who, change);
    }
    case 'new_categories': {
      const examples = exampleList(note, column, 'fresh', t, locale);
      if (column?.categories?.ordered === true)
        return one('categories')
          ? rich(
              t,
              '{0}: 1 value that reference does not have, in {1} rows ({2} of all): {3}.',
              who,
              count('rows'),
              share('share'),
              examples,
            )
          : rich(
              t,
              '{0}: {1} values that reference does not have, in {2} rows ({3} of all): {4}.',
              who,
              count('categories'),
              count('rows'),
              share('share'),
              examples,
            );
      return one('categories')
        ? rich(
            t,
            '{0}: 1 category that reference does not have, in {1} rows ({2} of values): {3}.',
            who,
            count('rows'),
            share('share'),
            examples,
          )
        : rich(
            t,
            '{0}: {1} categories that reference does not have, in {2} rows ({3} of values): {4}.',
            who,
            count('categories'),
            count('rows'),
            share('share'),
            examples,
          );
    }
    case 'vanished_categories': {
      const examples = exampleList(note, column, 'vanished', t, locale);
      if (column?.categories?.ordered === true)
        return one('categories')
          ? rich(t, '{0}: 1 value of reference is gone ({1} of its rows): {2}.', who, share('share'), examples)
          : rich(t, '{0}: {1} values of reference are gone ({2} of its rows): {3}.', who, count('categories'), share('share'), examples);
      return one('categories')
        ? rich(t, '{0}: 1 category of reference is gone ({1} of its values): {2}.', who, share('share'), examples)
        : rich(
            t,
            '{0}: {1} categories of reference are gone ({2} of its values): {3}.',
            who,
            count('categories'),
            share('share'),
            examples,
          );
    }
    case 'out_of_range':
      return outOfRange(note, who, column, t, locale);
    case 'constant_now':
      return rich(t, '{0} is the same in every row of current: {1}.', who, {
        strong: categoryText(String(note.values.value ?? '–'), column?.kind ?? 'text'),
      });
    case 'infinite_values':
      if (one('count')) {
        return side(
          () => rich(t, '{0}: 1 infinite value in reference; it is left out of the comparison.', who),
          () => rich(t, '{0}: 1 infinite value in current; it is left out of the comparison.', who),
        );
      }
      return side(
        () => rich(t, '{0}: {1} infinite values in reference; they are left out of the comparison.', who, count('count')),
        () => rich(t, '{0}: {1} infinite values in current; they are left out of the comparison.', who, count('count')),
      );
    case 'duplicates':
      return rich(t, 'Rows that repeat an earlier row: {0} in reference, {1} in current.', share('reference'), share('current'));
    case 'duplicate_column_name':
      return side(
        () =>
          rich(t, 'Reference: the column name {0} stands more than once in the header; the later ones have a number behind it here.', {
            strong: text('name'),
          }),
        () =>
          rich(t, 'Current: the column name {0} stands more than once in the header; the later ones have a number behind it here.', {
            strong: text('name'),
          }),
      );
    case 'name_trimmed':
      return side(
        () => rich(t, '{0} has blanks around its name in the header of reference; they were left out.', who),
        () => rich(t, '{0} has blanks around its name in the header of current; they were left out.', who),
      );
    case 'row_names':
      return rich(
        t,
        '{0}: rows have one field more than the header has names. The first was taken for names of rows, as R writes them, and left out; if it is a column, add its name to the header.',
        text('file').split(/[\\/]/).at(-1) ?? '–',
      );
    case 'numbers_as_times':
      switch (note.values.form) {
        case 'yyyymmdd':
          return rich(t, '{0}: numbers such as 20240131 are read as days.', who);
        case 'yyyymm':
          return rich(t, '{0}: numbers such as 202401 are read as months.', who);
        case 's':
          return rich(t, '{0}: numbers are read as seconds since 1970.', who);
        case 'ms':
          return rich(t, '{0}: numbers are read as milliseconds since 1970.', who);
        case 'us':
          return rich(t, '{0}: numbers are read as microseconds since 1970.', who);
        default:
          return rich(t, '{0}: numbers are read as nanoseconds since 1970.', who);
      }
    case 'date_order_unknown':
      return side(
        () =>
          rich(
            t,
            '{0}: nothing tells days from months in the dates of reference, so they stay text. Say which comes first: --date-order dmy or mdy, in the editor the setting driftbook.dateOrder.',
            who,
          ),
        () =>
          rich(
            t,
            '{0}: nothing tells days from months in the dates of current, so they stay text. Say which comes first: --date-order dmy or mdy, in the editor the setting driftbook.dateOrder.',
            who,
          ),
      );
    case 'date_spellings':
      return side(
        () =>
          rich(
            t,
            '{0}: dates of reference are written in {1} ways ({2}), so they stay text. Write them in one way.',
            who,
            count('ways'),
            text('spellings'),
          ),
        () =>
          rich(
            t,
            '{0}: dates of current are written in {1} ways ({2}), so they stay text. Write them in one way.',
            who,
            count('ways'),
            text('spellings'),
          ),
      );
    case 'leading_zeros_lost':
      return side(
        () => rich(t, '{0}: reference lost the leading zeros that current has; both are compared as numbers.', who),
        () => rich(t, '{0}: current lost the leading zeros that reference has; both are compared as numbers.', who),
      );
    case 'missing_held':
      return side(
        () =>
          rich(
            t,
            '{0}: current holds {1} as a value, which is usually read as missing in text files; it was read as a value in {2} rows of reference, too.',
            who,
            text('texts'),
            count('rows'),
          ),
        () =>
          rich(
            t,
            '{0}: reference holds {1} as a value, which is usually read as missing in text files; it was read as a value in {2} rows of current, too.',
            who,
            text('texts'),
            count('rows'),
          ),
      );
    case 'single_precision':
      return side(
        () => rich(t, '{0}: reference holds numbers of single precision; both sides are compared in it.', who),
        () => rich(t, '{0}: current holds numbers of single precision; both sides are compared in it.', who),
      );
    case 'zones_differ':
      return side(
        () =>
          rich(
            t,
            '{0}: times of current say their zone, those of reference do not and were taken as UTC. Where that is wrong, the two are some hours apart.',
            who,
          ),
        () =>
          rich(
            t,
            '{0}: times of reference say their zone, those of current do not and were taken as UTC. Where that is wrong, the two are some hours apart.',
            who,
          ),
      );
    case 'rows_rejected':
      return one('rows')
        ? rich(
            t,
            '{0}: 1 row was left out, line {1}: {2} fields where the header has {3}.',
            fileName(note, t),
            count('line'),
            count('found'),
            count('expected'),
          )
        : rich(
            t,
            '{0}: {1} rows were left out, the first in line {2}: {3} fields where the header has {4}.',
            fileName(note, t),
            count('rows'),
            count('line'),
            count('found'),
            count('expected'),
          );
    case 'encoding_assumed':
      return side(
        () => rich(t, 'Reference is not UTF-8; it was read as {0}.', text('encoding')),
        () => rich(t, 'Current is not UTF-8; it was read as {0}.', text('encoding')),
      );
    case 'identifier': {
      const why = (column?.evidence ?? []).map((evidence) => evidenceText(evidence, t, locale));
      return why.length === 0
        ? rich(t, '{0} is an identifier and was not tested.', who)
        : rich(t, '{0} is an identifier and was not tested: {1}.', who, reasonsText(why, locale));
    }
    case 'constant':
      return rich(t, '{0} has the same single value on both sides and was not tested.', who);
    case 'free_text':
      return rich(t, '{0} is free text and was not tested.', who);
    case 'nested_skipped':
      return rich(t, '{0} holds nested values ({1}) and was not tested.', who, text('type'));
    case 'too_few_rows':
      return note.column === null
        ? rich(
            t,
            'Too few rows: {0} in reference, {1} in current; at least {2} on each side are needed.',
            count('reference'),
            count('current'),
            count('minimum'),
          )
        : rich(
            t,
            '{0} has too few values: {1} in reference, {2} in current; at least {3} on each side are needed.',
            who,
            count('reference'),
            count('current'),
            count('minimum'),
          );
    case 'too_many_categories':
      return rich(t, '{0} has {1} different values, too many to compare their shares.', who, count('distinct'));
    case 'time_overlap':
      return rich(
        t,
        'Reference and current overlap in time: {0}. Rows that stand in both make drift harder to see.',
        formatSpan(number('from'), number('to'), locale),
      );
    case 'current_before_reference':
      return rich(
        t,
        'Current ends ({0}) before reference begins ({1}). Check that the two were not swapped.',
        formatDate(number('to'), 'day', locale),
        formatDate(number('from'), 'day', locale),
      );
    case 'time_gap':
      return rich(
        t,
        'No rows for {0} hours, from {1} to {2}.',
        { strong: formatNumber(number('hours'), locale) },
        formatDate(number('from'), 'hour', locale),
        formatDate(number('to'), 'hour', locale),
      );
    case 'rows_without_time':
      return one('rows')
        ? rich(t, '1 row has no time ({0}) and stands in no chunk.', share('share'))
        : rich(t, '{0} rows have no time ({1}) and stand in no chunk.', count('rows'), share('share'));
    case 'numbers_sampled':
      return rich(
        t,
        'Numbers are compared on {0} of {1} reference rows and {2} of {3} current rows, drawn evenly over the files: all of them do not fit the memory limit. Raise it to use every row.',
        count('reference'),
        count('referenceRows'),
        count('current'),
        count('currentRows'),
      );
    case 'too_few_blocks':
      switch (note.values.by) {
        case 'hour':
          return one('blocks')
            ? rich(
                t,
                'The reference holds 1 hour only: how hours differ cannot be known, so rows are taken as independent; single chunks are not judged.',
              )
            : rich(
                t,
                'The reference holds {0} hours only: how hours differ cannot be known, so rows are taken as independent; single chunks are not judged.',
                { strong: count('blocks') },
              );
        case 'group':
          return one('blocks')
            ? rich(
                t,
                'The reference holds 1 group only: how groups differ cannot be known, so rows are taken as independent; single chunks are not judged.',
              )
            : rich(
                t,
                'The reference holds {0} groups only: how groups differ cannot be known, so rows are taken as independent; single chunks are not judged.',
                { strong: count('blocks') },
              );
        default:
          return one('blocks')
            ? rich(
                t,
                'The reference holds 1 day only: how days differ cannot be known, so rows are taken as independent; single chunks are not judged.',
              )
            : rich(
                t,
                'The reference holds {0} days only: how days differ cannot be known, so rows are taken as independent; single chunks are not judged.',
                { strong: count('blocks') },
              );
      }
    case 'reference_wanders':
      return note.values.by === 'hour'
        ? rich(
            t,
            'The reference itself wanders: its hours follow the hours before them, so only moves larger than its own wandering are told.',
          )
        : rich(
            t,
            'The reference itself wanders: its days follow the days before them, so only moves larger than its own wandering are told.',
          );
    case 'short_reference':
      return note.values.by === 'hour'
        ? rich(
            t,
            '{0} hours of reference cannot show how long a disturbance lasts; with 90 of them alerts would be surer.',
            count('blocks'),
          )
        : rich(
            t,
            '{0} days of reference cannot show how long a disturbance lasts; with 90 of them alerts would be surer.',
            count('blocks'),
          );
    case 'column_failed':
      return rich(t, '{0} could not be analysed: {1}', who, dataText(String(note.values.message ?? ''), 200));
  }
}

/** The file a note is about, without its folder; else its side. */
function fileName(note: Note, t: Translate): RichText[number] {
  const file = note.values.file;
  if (typeof file === 'string' && file !== '') return { strong: dataText(file.split(/[\\/]/).pop() ?? file) };
  return { strong: note.side === 'reference' ? t('reference') : t('current') };
}

/** The largest examples, from the counts of the column where they are known (the note holds them as one text); numbers in their order. */
function exampleList(note: Note, column: ColumnReport | undefined, which: 'fresh' | 'vanished', t: Translate, locale: string): RichText {
  const values = column?.categories?.[which].values ?? [];
  if (column === undefined || values.length === 0) return [{ strong: dataText(String(note.values.examples ?? '–'), 120) }];
  const all = typeof note.values.categories === 'number' ? note.values.categories : values.length;
  const largest = values.slice(0, 3);
  if (column.categories?.ordered === true) largest.sort((a, b) => Number(a.value) - Number(b.value));
  const items = largest.map((one): RichPart => ({ strong: categoryText(one.value, column.kind) }));
  if (all > items.length) items.push(rich(t, '{0} more', formatCount(all - items.length, locale)));
  return listText(items, t, locale);
}

function outOfRange(note: Note, who: RichPart, column: ColumnReport | undefined, t: Translate, locale: string): RichText {
  const value = (key: string): number => (typeof note.values[key] === 'number' ? (note.values[key] as number) : 0);
  const n = { strong: formatCount(value('count'), locale) };
  const one = value('count') === 1;
  const min = valueText(column, value('min'), locale);
  const max = valueText(column, value('max'), locale);
  // The same bound as in core/quality: four standard deviations of a count.
  const chance = value('count') <= value('expected') + 4 * Math.sqrt(value('expected')) + 1;
  if (value('below') === 0) {
    if (chance)
      return one
        ? rich(t, '{0}: 1 value above the reference maximum ({1}); not more than chance would give.', who, max)
        : rich(t, '{0}: {1} values above the reference maximum ({2}); not more than chance would give.', who, n, max);
    return rich(
      t,
      '{0}: {1} values above the reference maximum ({2}); chance would give about {3}.',
      who,
      n,
      max,
      formatNumber(value('expected'), locale),
    );
  }
  if (value('above') === 0) {
    if (chance)
      return one
        ? rich(t, '{0}: 1 value below the reference minimum ({1}); not more than chance would give.', who, min)
        : rich(t, '{0}: {1} values below the reference minimum ({2}); not more than chance would give.', who, n, min);
    return rich(
      t,
      '{0}: {1} values below the reference minimum ({2}); chance would give about {3}.',
      who,
      n,
      min,
      formatNumber(value('expected'), locale),
    );
  }
  if (chance)
    return rich(t, '{0}: {1} values outside the reference range ({2} to {3}); not more than chance would give.', who, n, min, max);
  return rich(
    t,
    '{0}: {1} values outside the reference range ({2} to {3}); chance would give about {4}.',
    who,
    n,
    min,
    max,
    formatNumber(value('expected'), locale),
  );
}
