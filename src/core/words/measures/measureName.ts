import { formatShare } from '../../format/share.ts';
import { catalogue, isMeasureName } from '../../measures/registry.ts';
import { dataText } from '../dataText.ts';
import type { Translate } from '../translate.ts';

/** The name of a measure inside a sentence: "ROC AUC", "recall", "NDCG@10". A code that is not known stands as it is. */
export function measureName(code: string, at: number | null, t: Translate, locale: string): string {
  if (!isMeasureName(code)) return dataText(code);
  const { cutOff, name } = catalogue[code];
  if (at === null) return name(t, null);
  return name(t, cutOff === 'share' ? formatShare(at, locale) : cutOff === 'length' ? `@${at}` : String(at));
}

/** A text as the beginning of a sentence or of a table's row. */
export function capital(text: string): string {
  // Names that are written so: sMAPE.
  return text.startsWith('sMAPE') ? text : text.charAt(0).toUpperCase() + text.slice(1);
}
