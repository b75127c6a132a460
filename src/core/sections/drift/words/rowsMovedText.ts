import { formatShare } from '../../../format/share.ts';
import type { RichText } from '../../../report/richText.ts';
import { rich } from '../../../words/rich.ts';
import type { Translate } from '../../../words/translate.ts';

/** A share of rows within a sentence: "about 16 % of rows". A share that is written "> 99 %" or "< 1 %" cannot stand after "about". */
export function rowsMovedText(share: number, t: Translate, locale: string): RichText {
  if (share > 0.99) return [{ strong: t('nearly all rows') }];
  if (share < 0.01) return rich(t, 'less than {0} of rows', { strong: formatShare(0.01, locale) });
  return rich(t, 'about {0} of rows', { strong: formatShare(share, locale) });
}
