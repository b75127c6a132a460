import { valueText } from '../../../format/valueText.ts';
import type { Report } from '../../../report/report.ts';
import type { RichText } from '../../../report/richText.ts';
import { rich } from '../../../words/rich.ts';
import { cellsText } from '../../../words/seasonCells.ts';
import type { Translate } from '../../../words/translate.ts';
import { valueChange } from '../../../words/valueChange.ts';
import type { ColumnReport } from '../result.ts';
import { movementText } from './movementText.ts';

/** The column as its direction is told: like for like where that is known. Missing values are never compared so. */
export function likeColumn(column: ColumnReport): ColumnReport {
  const { kind } = column.movement;
  if (column.like === null || kind === 'more_missing' || kind === 'less_missing') return column;
  // Summaries of the whole belong to another comparison.
  return { ...column, movement: column.like.movement, numeric: null };
}

/** Whether the direction of a column is told like for like. */
export function isToldLike(column: ColumnReport, { season }: Report): boolean {
  const told = likeColumn(column);
  return season !== null && told !== column && told.movement.kind !== 'none';
}

/**
 * In which way a column moved; like for like, and said so, where the calendars of both sides differ. `monthsTold`: the paragraph has said before
 * which part of the calendar that is.
 */
export function directionText(column: ColumnReport, report: Report, t: Translate, locale: string, monthsTold = false): RichText {
  const told = likeColumn(column);
  const text = movementText(told, t, locale);
  if (told === column || text.length === 0 || report.season === null) return text;
  const { by, common } = report.season;
  return monthsTold
    ? rich(t, 'Like for like, {0}', withinSentence(text))
    : rich(t, 'Like for like, over {0}, {1}', cellsText(by, common, t, locale), withinSentence(text));
}

/** A sentence that goes on from another: without its large letter, where it begins with a word of ours and not with a name. */
function withinSentence([first, ...rest]: RichText): RichText {
  if (first === undefined) return [];
  return typeof first === 'string' ? [`${first.charAt(0).toLowerCase()}${first.slice(1)}`, ...rest] : [first, ...rest];
}

/** The medians of a calm column like for like, where they are not one number; else empty. */
export function likeMedians(column: ColumnReport, report: Report, t: Translate, locale: string): RichText {
  const medians = column.like?.medians ?? null;
  if (medians === null || valueText(column, medians[0], locale) === valueText(column, medians[1], locale)) return [];
  const text = rich(t, 'median {0}.', valueChange(column, ...medians, locale));
  const { season } = report;
  return season === null ? text : rich(t, 'Like for like, over {0}, {1}', cellsText(season.by, season.common, t, locale), text);
}
