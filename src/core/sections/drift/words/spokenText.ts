import { formatCount } from '../../../format/count.ts';
import { formatNumber } from '../../../format/number.ts';
import { formatShare } from '../../../format/share.ts';
import { dataText } from '../../../words/dataText.ts';
import { listText } from '../../../words/listText.ts';
import { plainText } from '../../../words/plainText.ts';
import { sayPlain } from '../../../words/sayPlain.ts';
import { sentences } from '../../../words/sentences.ts';
import type { Translate } from '../../../words/translate.ts';
import type { ColumnReport, NumericSummary } from '../result.ts';

/** What the pictures of a column show, for people who hear them. */
export function spokenText(column: ColumnReport, t: Translate, locale: string): string {
  const name = dataText(column.name);
  const { numeric, categories } = column;
  // A column of numbers is heard as numbers, also where few values are drawn one by one; the two of a flag are its shares.
  if (categories !== null && (numeric === null || column.ecdf === null)) {
    const shares = (side: 'reference' | 'current'): string =>
      plainText(
        listText(
          categories.values
            .slice(0, 3)
            .map((one) => `${dataText(one.value)} ${formatShare(one[side] / Math.max(1, column.n[side]), locale)}`),
          t,
          locale,
        ),
      );
    if (categories.values.length === 0) return sayPlain(t, '{0}: no values.', name);
    return sayPlain(t, 'Shares of the categories of {0}. Reference: {1}. Current: {2}.', name, shares('reference'), shares('current'));
  }
  if (numeric !== null) {
    return plainText(
      sentences(locale, [
        [sayPlain(t, 'Distribution of {0}.', name)],
        [sideText(numeric.reference, 'reference', t, locale)],
        [sideText(numeric.current, 'current', t, locale)],
      ]),
    );
  }
  return sayPlain(t, '{0}: not drawn.', name);
}

function sideText(summary: NumericSummary, side: 'reference' | 'current', t: Translate, locale: string): string {
  const [, , , low, median, high] = summary.quantiles;
  if (low === undefined || median === undefined || high === undefined)
    return side === 'reference' ? t('Reference: no values.') : t('Current: no values.');
  const parts = [formatNumber(median, locale), formatNumber(low, locale), formatNumber(high, locale), formatCount(summary.n, locale)];
  return side === 'reference'
    ? sayPlain(t, 'Reference: median {0}, middle half {1} to {2}, {3} values.', ...parts)
    : sayPlain(t, 'Current: median {0}, middle half {1} to {2}, {3} values.', ...parts);
}
