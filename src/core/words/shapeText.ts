import type { Asked } from '../spec/asked.ts';
import type { AnyShape } from '../spec/shape.ts';
import type { Translate } from './translate.ts';

/** What a field or a value means, in a line or two; null where nothing is said of it. */
export function shapeText(shape: AnyShape, { about, help }: Pick<Asked, 'about' | 'help'>, t: Translate): string | null {
  const said = about ?? shape.about;
  if (said !== undefined) return t(said);
  return help === undefined ? null : help(t);
}
