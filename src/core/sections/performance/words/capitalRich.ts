import type { RichText } from '../../../report/richText.ts';
import { capital } from '../../../words/measures/measureName.ts';

/** The first letter large where a sentence begins with a name. */
export function capitalRich(text: RichText): RichText {
  const [first, ...rest] = text;
  if (first === undefined) return text;
  if (typeof first === 'string') return [capital(first), ...rest];
  return 'code' in first ? [{ code: capital(first.code) }, ...rest] : [{ strong: capital(first.strong) }, ...rest];
}
