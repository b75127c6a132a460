import { formatCount } from '../format/count.ts';
import { formatRoundedCount } from '../format/roundedCount.ts';
import { formatShare } from '../format/share.ts';
import type { ColumnReport, Report } from '../report/report.ts';
import type { RichText } from '../report/richText.ts';
import { shareChangeText } from './changeText.ts';
import { isSeasonal } from './isSeasonal.ts';
import { listText } from './listText.ts';
import { moverSentence } from './moverSentence.ts';
import { nameText } from './nameText.ts';
import { reasonText } from './reasonText.ts';
import { type RichPart, rich } from './rich.ts';
import { sentences } from './sentences.ts';
import { type Tally, tally } from './tally.ts';
import { togetherText } from './togetherText.ts';
import type { Translate } from './translate.ts';

const told = 3;

/** What moved, how much and since when; then what may have moved, what moved less, what is clear and what nobody can tell. */
export function driftSentence(report: Report, t: Translate, locale: string): RichText {
  const columns = tally(report);
  return sentences(locale, [
    ...columns.alert.slice(0, told).map((column) => moverSentence(column, report, t, locale)),
    furtherAlerts(columns.alert.slice(told), t, locale),
    ...togetherText([...columns.alert, ...columns.watch], report.time, t, locale),
    watches(columns.watch, report, t, locale),
    below(columns.below, t, locale),
    clear(columns, t, locale),
    cannotTell(columns.cannot_tell, report, t, locale),
    notTested(columns.not_tested, t, locale),
  ]);
}

function names(columns: readonly ColumnReport[], t: Translate, locale: string): RichText {
  return listText(
    columns.map((column) => nameText(column.name)),
    t,
    locale,
  );
}

function furtherAlerts(columns: readonly ColumnReport[], t: Translate, locale: string): RichText {
  if (columns.length === 0) return [];
  const list = names(columns, t, locale);
  return columns.length === 1
    ? rich(t, '1 more column moved enough to matter: {0}.', list)
    : rich(t, '{0} more columns moved enough to matter: {1}.', formatCount(columns.length, locale), list);
}

function watches(columns: readonly ColumnReport[], report: Report, t: Translate, locale: string): RichText {
  const missing = columns.filter((column) => column.cause === 'missing');
  const seasonal = columns.filter(isSeasonal);
  const values = columns.filter((column) => column.cause !== 'missing' && !isSeasonal(column));
  const out: RichText[] = [];
  const cells = formatCount(report.family.cells, locale);
  const whole = values.filter((column) => column.cause !== 'chunk');
  const single = values.filter((column) => column.cause === 'chunk');
  if (whole.length === 1)
    out.push(rich(t, 'To watch: {0} may have moved, but among {1} tests that can be chance.', names(whole, t, locale), cells));
  if (whole.length > 1) {
    const list = names(whole, t, locale);
    out.push(
      rich(
        t,
        'To watch: {0} columns may have moved, but among {1} tests that can be chance: {2}.',
        formatCount(whole.length, locale),
        cells,
        list,
      ),
    );
  }
  if (single.length === 1) {
    out.push(
      rich(t, 'To watch: {0} may have moved in single chunks, but among {1} tests that can be chance.', names(single, t, locale), cells),
    );
  }
  if (single.length > 1) {
    const list = names(single, t, locale);
    const count = formatCount(single.length, locale);
    out.push(
      rich(t, 'To watch: {0} columns may have moved in single chunks, but among {1} tests that can be chance: {2}.', count, cells, list),
    );
  }
  if (seasonal.length === 1) {
    out.push(
      rich(t, '{0} moved in single chunks, but no further than chunks of reference do: this may be season.', names(seasonal, t, locale)),
    );
  }
  if (seasonal.length > 1) {
    const list = names(seasonal, t, locale);
    out.push(
      rich(
        t,
        '{0} columns moved in single chunks, but no further than chunks of reference do: this may be season ({1}).',
        formatCount(seasonal.length, locale),
        list,
      ),
    );
  }
  if (missing.length > 0) {
    const items = missing.map(
      (column): RichPart =>
        rich(t, '{0} ({1})', nameText(column.name), shareChangeText(column.missing.reference.share, column.missing.current.share, locale)),
    );
    out.push(rich(t, 'Missing values changed, but under the limit: {0}.', listText(items, t, locale, 4)));
  }
  return sentences(locale, out);
}

function below(columns: readonly ColumnReport[], t: Translate, locale: string): RichText {
  if (columns.length === 0) return [];
  const items = columns.map(
    (column): RichPart =>
      rich(
        t,
        '{0} ({1} of rows, limit {2})',
        nameText(column.name),
        formatShare(column.effect ?? 0, locale),
        formatShare(column.limit, locale),
      ),
  );
  const list = listText(items, t, locale, 4);
  return columns.length === 1
    ? rich(t, 'One column moved, but under its limit: {0}.', list)
    : rich(t, '{0} columns moved, but under their limit: {1}.', formatCount(columns.length, locale), list);
}

function clear(columns: Tally, t: Translate, locale: string): RichText {
  const n = columns.clear.length;
  if (n === 0) return [];
  const count = formatCount(n, locale);
  const known = columns.clear.every((column) => column.visible !== null);
  const seen = { strong: formatShare(Math.max(...columns.clear.map((column) => column.visible ?? 0)), locale) };
  if (n === columns.judged) {
    if (!known)
      return n === 1
        ? rich(t, 'No move is seen in {0}.', names(columns.clear, t, locale))
        : rich(t, 'No move is seen in any of the {0} columns.', count);
    return n === 1
      ? rich(t, 'No move is seen in {0}; a move of {1} of rows would have been.', names(columns.clear, t, locale), seen)
      : rich(t, 'No move is seen in any of the {0} columns; a move of {1} of rows would have been.', count, seen);
  }
  if (!known)
    return n === 1
      ? rich(t, 'In {0} no move is seen.', names(columns.clear, t, locale))
      : rich(t, 'In {0} other columns no move is seen.', count);
  return n === 1
    ? rich(t, 'In {0} no move is seen; a move of {1} of rows would have been.', names(columns.clear, t, locale), seen)
    : rich(t, 'In {0} other columns no move is seen; a move of {1} of rows would have been.', count, seen);
}

function cannotTell(columns: readonly ColumnReport[], report: Report, t: Translate, locale: string): RichText {
  if (columns.length === 0) return [];
  const list = names(columns, t, locale);
  const untested = columns.every((column) => column.p === null);
  if (untested)
    return rich(
      t,
      'Cannot tell for {0}: too few rows (at least {1} on each side are needed).',
      list,
      formatCount(report.rule.minRows, locale),
    );
  const seen = Math.max(...columns.map((column) => column.visible ?? 0));
  const needed = columns.every((column) => column.rowsNeeded !== null || column.p === null)
    ? Math.max(...columns.map((column) => column.rowsNeeded ?? 0))
    : null;
  const share = { strong: formatShare(seen, locale) };
  if (needed === null) return rich(t, 'Cannot tell for {0}: only moves of {1} of rows or more would have been seen.', list, share);
  return rich(
    t,
    'Cannot tell for {0}: only moves of {1} of rows or more would have been seen; about {2} rows of current would do.',
    list,
    share,
    formatRoundedCount(needed, locale),
  );
}

function notTested(columns: readonly ColumnReport[], t: Translate, locale: string): RichText {
  // Columns of one side are named in the section on the schema.
  const both = columns.filter((column) => column.reason !== 'only_in_reference' && column.reason !== 'only_in_current');
  if (both.length === 0) return [];
  const list = listText(
    both.map((column): RichPart => rich(t, '{0} ({1})', nameText(column.name), reasonText(column.reason, t))),
    t,
    locale,
  );
  return rich(t, 'Not tested: {0}.', list);
}
