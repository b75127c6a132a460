import { type Tally, tally } from '../check/tally.ts';
import { formatCount } from '../format/count.ts';
import { formatRoundedCount } from '../format/roundedCount.ts';
import { formatShare } from '../format/share.ts';
import { evaluationOf } from '../report/evaluationOf.ts';
import type { Report } from '../report/report.ts';
import type { RichText } from '../report/richText.ts';
import type { SeasonBy } from '../report/season.ts';
import { blocksOf, columnsOf, driftOf, notesOf, resultOf } from '../report/sectionOf.ts';
import { onBlock } from '../words/blockText.ts';
import { shareChangeText } from '../words/changeText.ts';
import { dataText } from '../words/dataText.ts';
import { inChunk } from '../words/inChunk.ts';
import { listText } from '../words/listText.ts';
import { rich } from '../words/rich.ts';
import { lackingText, unmatchedWord } from '../words/seasonCells.ts';
import { sentences } from '../words/sentences.ts';
import type { Translate } from '../words/translate.ts';
import { beganAt, whenMoved } from '../words/whenMoved.ts';
import { whenText } from '../words/whenText.ts';
import type { ColumnReport } from './drift/result.ts';
import { firstMoved } from './drift/words/firstMoved.ts';
import { evaluationTitle } from './evaluationTitle.ts';

/** The finding of a report in one sentence, or two when columns are missing or retyped besides; of a run under way, what is found so far. What an evaluation found comes first. */
export function title(report: Report, t: Translate, locale: string): RichText {
  const evaluation = evaluationOf(report);
  if (evaluation === null) return driftTitle(report, t, locale);
  const performance = evaluationTitle(evaluation, report, t, locale);
  // Without a reference no column was compared.
  return columnsOf(report).length === 0 ? performance : sentences(locale, [performance, driftTitle(report, t, locale)]);
}

function driftTitle(report: Report, t: Translate, locale: string): RichText {
  const codes = new Set(notesOf(report).map((note) => note.code));
  if (codes.has('same_file')) return rich(t, 'Reference and current are the same file: no column can have moved.');
  if (codes.has('same_content')) return rich(t, 'Reference and current hold the same content: no column moved.');
  const columns = tally(report);
  const unfinished = columnsOf(report).some((column) => column.reason === 'pending');
  const said = unfinished && columns.judged === 0 ? rich(t, 'No column is tested yet.') : finding(report, columns, t, locale);
  // An evaluation has told it before its measures.
  const lacking = report.season === null || resultOf(report, 'performance')?.season != null ? [] : lackingText(report.season, t, locale);
  return sentences(locale, [
    unfinished && columns.judged > 0 ? rich(t, 'So far: {0}', said) : said,
    lacking,
    schemaFinding(report, t, locale),
  ]);
}

function finding(report: Report, columns: Tally, t: Translate, locale: string): RichText {
  if (columns.alert.length > 0) return alerts(report, columns, t, locale);
  if (columns.watch.length > 0) return watches(columns, t, locale);
  if (columns.cannot_tell.length > 0) return cannotTell(report, columns, t, locale);
  if (columns.judged > 0) return clear(columns, t, locale);
  const n = columnsOf(report).length;
  return n === 1
    ? rich(t, 'The only column could not be tested.')
    : rich(t, 'None of the {0} columns could be tested.', formatCount(n, locale));
}

function alerts(report: Report, columns: Tally, t: Translate, locale: string): RichText {
  const n = columns.alert.length;
  const [one] = columns.alert;
  if (n === 1) return oneAlert(one!, report, columns.judged, t, locale);
  const seasonal = columns.alert.filter(({ unmatched }) => unmatched);
  if (seasonal.length > 0 && report.season !== null) return seasonalAlerts(report, columns, seasonal, report.season.by, t, locale);
  const some = formatCount(n, locale);
  const all = formatCount(columns.judged, locale);
  if (columns.alert.every((column) => column.cause === 'missing')) {
    return rich(t, '{0} of {1} columns changed their share of missing values enough to matter, most of all {2}.', some, all, name(one!));
  }
  const first = firstMoved(columns.alert);
  const chunksOnly = columns.alert.every((column) => column.cause === 'chunk');
  if (report.time === null || first.kind === 'unknown') {
    return rich(t, '{0} of {1} columns moved enough to matter, most of all {2}.', some, all, name(one!));
  }
  const place = (column: ColumnReport): string => {
    return inChunk(report.time!, beganAt(whenMoved(column)) ?? 0, t, locale);
  };
  if (first.kind === 'together') {
    const when = whenText(whenMoved(first.column), report.time, t, locale) ?? '';
    return chunksOnly
      ? rich(t, '{0} of {1} columns moved enough to matter in a part of current, all of them {2}.', some, all, when)
      : rich(t, '{0} of {1} columns moved enough to matter, all of them {2}.', some, all, when);
  }
  if (first.kind === 'one') {
    return chunksOnly
      ? rich(
          t,
          '{0} of {1} columns moved enough to matter in a part of current; the first, {2}, {3}.',
          some,
          all,
          name(first.column),
          place(first.column),
        )
      : rich(t, '{0} of {1} columns moved enough to matter; the first, {2}, {3}.', some, all, name(first.column), place(first.column));
  }
  const list = listText(first.columns.map(name), t, locale, 3);
  return chunksOnly
    ? rich(
        t,
        '{0} of {1} columns moved enough to matter in a part of current; the first, {2}: {3}.',
        some,
        all,
        place(first.columns[0]!),
        list,
      )
    : rich(t, '{0} of {1} columns moved enough to matter; the first, {2}: {3}.', some, all, place(first.columns[0]!), list);
}

/** Alerts of which some lie only where the reference holds nothing of the calendar. */
function seasonalAlerts(
  report: Report,
  columns: Tally,
  seasonal: readonly ColumnReport[],
  by: SeasonBy,
  t: Translate,
  locale: string,
): RichText {
  const all = formatCount(columns.judged, locale);
  const where = unmatchedWord(by, t);
  const some = formatCount(seasonal.length, locale);
  if (seasonal.length === columns.alert.length)
    return rich(
      t,
      '{0} of {1} columns differ from the reference, all of them only in {2}; most of all {3}.',
      some,
      all,
      where,
      name(seasonal[0]!),
    );
  const moved = alerts(report, { ...columns, alert: columns.alert.filter(({ unmatched }) => !unmatched) }, t, locale);
  const list = listText(seasonal.map(name), t, locale, 3);
  const besides =
    seasonal.length === 1
      ? rich(t, '{0} differs only in {1}.', list, where)
      : rich(t, '{0} more differ only in {1}: {2}.', some, where, list);
  return sentences(locale, [moved, besides]);
}

function oneAlert(column: ColumnReport, report: Report, judged: number, t: Translate, locale: string): RichText {
  const all = formatCount(judged, locale);
  const who = name(column);
  if (column.cause === 'missing') {
    const change = shareChangeText(column.missing.reference.share, column.missing.at, locale);
    return judged === 1
      ? rich(t, '{0} changed its share of missing values enough to matter: {1}.', who, change)
      : rich(t, '1 of {0} columns changed enough to matter: {1}, missing values {2}.', all, who, change);
  }
  if (column.cause === 'block' && column.block !== null) {
    const day = onBlock(column.block, report, t, locale);
    return judged === 1
      ? rich(t, '{0} broke {1}.', who, day)
      : rich(t, '1 of {0} columns moved enough to matter: {1} broke {2}.', all, who, day);
  }
  const when = whenText(whenMoved(column), report.time, t, locale);
  if (column.unmatched && report.season !== null) {
    const where = unmatchedWord(report.season.by, t);
    if (when === null)
      return judged === 1
        ? rich(t, '{0} differs from the reference only in {1}.', who, where)
        : rich(t, '1 of {0} columns differs from the reference, only in {1}: {2}.', all, where, who);
    return judged === 1
      ? rich(t, '{0} differs from the reference only in {1}: {2}.', who, where, when)
      : rich(t, '1 of {0} columns differs from the reference, only in {1}: {2}, {3}.', all, where, who, when);
  }
  if (when === null)
    return judged === 1 ? rich(t, '{0} moved enough to matter.', who) : rich(t, '1 of {0} columns moved enough to matter: {1}.', all, who);
  if (column.cause === 'chunk') {
    return judged === 1
      ? rich(t, '{0} moved enough to matter in a part of current: {1}.', who, when)
      : rich(t, '1 of {0} columns moved enough to matter in a part of current: {1}, {2}.', all, who, when);
  }
  return judged === 1
    ? rich(t, '{0} moved enough to matter, {1}.', who, when)
    : rich(t, '1 of {0} columns moved enough to matter: {1}, {2}.', all, who, when);
}

function watches(columns: Tally, t: Translate, locale: string): RichText {
  const all = formatCount(columns.judged, locale);
  const list = listText(columns.watch.map(name), t, locale, 3);
  const untold = columns.cannot_tell.length;
  if (columns.judged === 1) return rich(t, 'No alert, but one to watch: {0}.', list);
  if (untold === 0) {
    return columns.watch.length === 1
      ? rich(t, 'No alert in {0} columns; 1 to watch: {1}.', all, list)
      : rich(t, 'No alert in {0} columns; {1} to watch: {2}.', all, formatCount(columns.watch.length, locale), list);
  }
  return columns.watch.length === 1
    ? rich(t, 'No alert in {0} columns; 1 to watch: {1}. For {2} there are too few rows to tell.', all, list, formatCount(untold, locale))
    : rich(
        t,
        'No alert in {0} columns; {1} to watch: {2}. For {3} there are too few rows to tell.',
        all,
        formatCount(columns.watch.length, locale),
        list,
        formatCount(untold, locale),
      );
}

function cannotTell(report: Report, columns: Tally, t: Translate, locale: string): RichText {
  const n = columns.cannot_tell.length;
  const some = formatCount(n, locale);
  const all = formatCount(columns.judged, locale);
  const only = columns.judged === 1;
  const who = name(columns.cannot_tell[0]!);
  const say = (one: RichText, any: RichText, several: RichText): RichText => (only ? one : n === columns.judged ? any : several);
  const needed = rowsThatWouldDo(columns.cannot_tell);
  if (needed !== null) {
    const rows = formatRoundedCount(needed, locale);
    return say(
      rich(t, 'Cannot tell for {0}: too few rows (about {1} rows of current would do).', who, rows),
      rich(t, 'Cannot tell for any of the {0} columns: too few rows (about {1} rows of current would do).', all, rows),
      rich(t, 'Cannot tell for {0} of {1} columns: too few rows (about {2} rows of current would do).', some, all, rows),
    );
  }
  const least = formatCount(driftOf(report).rule.minRows, locale);
  if (columns.cannot_tell.every((column) => column.reason === 'too_few_rows')) {
    return say(
      rich(t, 'Cannot tell for {0}: too few rows (at least {1} on each side are needed).', who, least),
      rich(t, 'Cannot tell for any of the {0} columns: too few rows (at least {1} on each side are needed).', all, least),
      rich(t, 'Cannot tell for {0} of {1} columns: too few rows (at least {2} on each side are needed).', some, all, least),
    );
  }
  const blocks = blocksOf(report);
  if (blocks !== null && blocks.by !== 'group') {
    return say(
      rich(t, 'Cannot tell for {0}: too few rows, or too few days that are alike.', who),
      rich(t, 'Cannot tell for any of the {0} columns: too few rows, or too few days that are alike.', all),
      rich(t, 'Cannot tell for {0} of {1} columns: too few rows, or too few days that are alike.', some, all),
    );
  }
  return say(
    rich(t, 'Cannot tell for {0}: too few rows.', who),
    rich(t, 'Cannot tell for any of the {0} columns: too few rows.', all),
    rich(t, 'Cannot tell for {0} of {1} columns: too few rows.', some, all),
  );
}

/** Rows of current that would do for all of these columns; null when for one of them that is not known, or would not be enough. */
function rowsThatWouldDo(columns: readonly ColumnReport[]): number | null {
  let most = 0;
  for (const { rowsNeeded } of columns) {
    if (rowsNeeded === null || rowsNeeded.reference !== null) return null;
    most = Math.max(most, rowsNeeded.current);
  }
  return most;
}

function clear(columns: Tally, t: Translate, locale: string): RichText {
  const all = formatCount(columns.judged, locale);
  const judged = [...columns.below, ...columns.clear];
  const seen = judged.every((column) => column.visible !== null) ? Math.max(...judged.map((column) => column.visible ?? 0)) : null;
  if (columns.judged === 1) {
    return seen === null
      ? rich(t, '{0} did not move beyond its limit.', name(judged[0]!))
      : rich(
          t,
          '{0} did not move beyond its limit: a move of {1} of rows would have been seen.',
          name(judged[0]!),
          formatShare(seen, locale),
        );
  }
  return seen === null
    ? rich(t, 'None of {0} columns moved beyond its limit.', all)
    : rich(t, 'No column moved beyond its limit: a move of {0} of rows would have been seen in all {1}.', formatShare(seen, locale), all);
}

/** Columns that are gone or retyped matter as much as a move: the title must not pass them over. */
function schemaFinding(report: Report, t: Translate, locale: string): RichText {
  // What alerts has been told.
  const alerting = new Set(
    columnsOf(report)
      .filter((column) => column.verdict === 'alert')
      .map((column) => column.name),
  );
  const of = (code: string) =>
    notesOf(report)
      .filter((note) => note.code === code && note.level === 'alert' && note.column !== null && !alerting.has(note.column))
      .map((note) => ({ code: dataText(note.column!) }));
  const gone = of('column_only_in_reference');
  const retyped = of('type_changed');
  const empty = of('all_null');
  const out: RichText[] = [];
  if (gone.length === 1) out.push(rich(t, '{0} is missing in current.', gone[0]!));
  if (gone.length > 1)
    out.push(rich(t, '{0} columns are missing in current: {1}.', formatCount(gone.length, locale), listText(gone, t, locale, 3)));
  if (retyped.length === 1) out.push(rich(t, '{0} changed its type.', retyped[0]!));
  if (retyped.length > 1)
    out.push(rich(t, '{0} columns changed their type: {1}.', formatCount(retyped.length, locale), listText(retyped, t, locale, 3)));
  if (empty.length === 1) out.push(rich(t, '{0} holds no value any more.', empty[0]!));
  if (empty.length > 1)
    out.push(rich(t, '{0} columns hold no value any more: {1}.', formatCount(empty.length, locale), listText(empty, t, locale, 3)));
  return sentences(locale, out);
}

function name(column: ColumnReport): RichText[number] {
  return { code: dataText(column.name) };
}
