import { type Tally, tally } from '../../../check/tally.ts';
import { formatCount } from '../../../format/count.ts';
import { formatRoundedCount } from '../../../format/roundedCount.ts';
import { formatShare } from '../../../format/share.ts';
import type { Report } from '../../../report/report.ts';
import type { RichText } from '../../../report/richText.ts';
import { driftOf, notesOf } from '../../../report/sectionOf.ts';
import { withinUnit } from '../../../report/withinUnit.ts';
import { shareChangeText } from '../../../words/changeText.ts';
import { listText } from '../../../words/listText.ts';
import { nameText } from '../../../words/nameText.ts';
import { noteText } from '../../../words/noteText.ts';
import { type RichPart, rich } from '../../../words/rich.ts';
import { sentences } from '../../../words/sentences.ts';
import type { Translate } from '../../../words/translate.ts';
import { withinOf } from '../../../words/withinText.ts';
import type { ColumnReport } from '../result.ts';
import { boundText } from './boundText.ts';
import { moverSentences } from './moverSentence.ts';
import { reasonText } from './reasonText.ts';
import { togetherText } from './togetherText.ts';

const told = 3;

/** What moved, how much and since when; then what may have moved, what moved less, what is clear and what nobody can tell. */
export function driftSentence(report: Report, t: Translate, locale: string): RichText {
  const columns = tally(report);
  return sentences(locale, [
    unknownBlocks(report, t, locale),
    ...moverSentences(columns.alert.slice(0, told), report, t, locale),
    furtherAlerts(columns.alert.slice(told), t, locale),
    ...togetherText([...columns.alert, ...columns.watch], report.time, t, locale),
    watches(columns.watch, report, t, locale),
    below(columns.below, t, locale),
    clear(columns, t, locale),
    within(columns, report, t, locale),
    cannotTell(columns.cannot_tell, report, t, locale),
    notTested(columns.not_tested, t, locale),
  ]);
}

/** Said before anything else: how days differ cannot be known. */
function unknownBlocks(report: Report, t: Translate, locale: string): RichText {
  const note = notesOf(report).find(({ code }) => code === 'too_few_blocks');
  return note === undefined ? [] : noteText(note, report, t, locale).text;
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
  const whole = columns.filter((column) => column.cause === 'whole');
  const single = columns.filter((column) => column.cause === 'chunk');
  const out: RichText[] = [];
  const tested = formatCount(driftOf(report).family.columns, locale);
  if (whole.length === 1)
    out.push(rich(t, 'To watch: {0} may have moved, but among {1} columns that can be chance.', names(whole, t, locale), tested));
  if (whole.length > 1) {
    const list = names(whole, t, locale);
    const count = formatCount(whole.length, locale);
    out.push(rich(t, 'To watch: {0} columns may have moved, but among {1} columns that can be chance: {2}.', count, tested, list));
  }
  if (single.length === 1) {
    const list = names(single, t, locale);
    out.push(rich(t, 'To watch: {0} may have moved in single chunks, but among {1} columns that can be chance.', list, tested));
  }
  if (single.length > 1) {
    const list = names(single, t, locale);
    const count = formatCount(single.length, locale);
    out.push(
      rich(t, 'To watch: {0} columns may have moved in single chunks, but among {1} columns that can be chance: {2}.', count, tested, list),
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

/** Columns that did move, but by no more than the reference's own days do. */
function within({ clear: seen, cannot_tell }: Tally, report: Report, t: Translate, locale: string): RichText {
  const columns = [...seen, ...cannot_tell].filter(({ cause, whole }) => cause === null && whole.within === 'blocks');
  const unit = columns[0] === undefined ? null : withinUnit(columns[0].whole, report);
  const items = columns.sort((a, b) => (b.whole.tvd ?? 0) - (a.whole.tvd ?? 0)).map((column): RichPart => nameText(column.name));
  return unit === null ? [] : withinOf(listText(items, t, locale, 4), unit, t);
}

/** Said of each column by itself: what would have been seen differs from one to the next. */
function cannotTell(columns: readonly ColumnReport[], report: Report, t: Translate, locale: string): RichText {
  const few = columns.filter((column) => column.reason === 'too_few_rows');
  const unfit = columns.filter((column) => column.reason !== null && column.reason !== 'too_few_rows');
  const unseen = columns.filter((column) => column.reason === null).sort((a, b) => (a.visible ?? 1) - (b.visible ?? 1));
  const out: RichText[] = [];
  if (unseen.length > 0) {
    const items = unseen.map(
      (column): RichPart => rich(t, '{0} (below {1})', nameText(column.name), formatShare(column.visible ?? 1, locale)),
    );
    out.push(rich(t, 'Cannot tell for {0}: smaller moves would not have been seen.', listText(items, t, locale, 4)));
    out.push(whatItTakes(unseen, report, t, locale));
  }
  if (few.length > 0) {
    const least = formatCount(driftOf(report).rule.minRows, locale);
    out.push(rich(t, 'Cannot tell for {0}: too few rows (at least {1} on each side are needed).', names(few, t, locale), least));
  }
  if (unfit.length > 0) {
    const items = unfit.map((column): RichPart => rich(t, '{0} ({1})', nameText(column.name), reasonText(column.reason, t)));
    out.push(rich(t, 'Cannot tell for {0}.', listText(items, t, locale, 4)));
  }
  return sentences(locale, out);
}

/** Rows that would do for all of these columns, or that the reference is the bound. */
function whatItTakes(columns: readonly ColumnReport[], report: Report, t: Translate, locale: string): RichText {
  const needed = columns.map((column) => column.rowsNeeded);
  if (needed.every((one) => one !== null && one.reference === null)) {
    const rows = Math.max(...needed.map((one) => one?.current ?? 0));
    return columns.length === 1
      ? rich(t, 'About {0} rows of current would do.', formatRoundedCount(rows, locale))
      : rich(t, 'About {0} rows of current would do for all of them.', formatRoundedCount(rows, locale));
  }
  if (columns.length === 1) return [];
  const bound = needed.filter((one) => one === null || one.reference !== null).length;
  if (bound < columns.length) return [];
  return boundText(report, t);
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
