import { formatPair } from '../../../format/numberPair.ts';
import { valuePair } from '../../../format/valueText.ts';
import type { Report } from '../../../report/report.ts';
import { categoryText } from '../../../words/categoryText.ts';
import { shareChangeText } from '../../../words/changeText.ts';
import { sayPlain } from '../../../words/sayPlain.ts';
import { cellsText } from '../../../words/seasonCells.ts';
import type { Translate } from '../../../words/translate.ts';
import type { ColumnReport } from '../result.ts';
import { likeColumn } from './likeText.ts';

/** The movement in a few words, for a line that has said the rest: "median 22,300 → 27,900"; null when there is nothing to add. */
export function movementDetail(column: ColumnReport, report: Report, t: Translate, locale: string): string | null {
  const detail = detailOf(likeColumn(column), t, locale);
  const { season } = report;
  if (detail === null || column.like === null || season === null || column.cause === 'missing') return detail;
  return sayPlain(t, '{0} like for like ({1})', detail, cellsText(season.by, season.common, t, locale));
}

function detailOf(column: ColumnReport, t: Translate, locale: string): string | null {
  const { kind, category, from, to } = column.movement;
  if (from === null || to === null) return null;
  const moved = kind === 'higher' || kind === 'lower';
  const values = (moved ? valuePair(column, from, to, locale) : formatPair(from, to, locale)).join(' → ');
  const shares = shareChangeText(from, to, locale);
  switch (kind) {
    case 'higher':
    case 'lower':
      return sayPlain(t, 'median {0}', values);
    case 'more_spread':
      return sayPlain(t, 'more spread out, {0}', values);
    case 'less_spread':
      return sayPlain(t, 'less spread out, {0}', values);
    case 'new_category':
    case 'vanished_category':
    case 'category_up':
    case 'category_down':
    case 'categories':
      return category === null ? null : `${categoryText(category, column.kind)} ${shares}`;
    case 'more_missing':
    case 'less_missing':
      return sayPlain(t, 'missing values {0}', shares);
    case 'shape':
    case 'none':
      return null;
  }
}
