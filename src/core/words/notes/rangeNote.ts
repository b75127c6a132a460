import { formatCount } from '../../format/count.ts';
import { formatNumber } from '../../format/number.ts';
import { valueText } from '../../format/valueText.ts';
import type { RichText } from '../../report/richText.ts';
import { type RichPart, rich } from '../rich.ts';
import type { NoteParts } from './noteParts.ts';

/** A note's counts of what lies outside of the reference's range, and the bounds as they are written. */
interface Outside {
  readonly n: RichPart;
  readonly one: boolean;
  readonly min: string;
  readonly max: string;
  readonly expected: string;
  /** Whether chance alone would give as many. */
  readonly chance: boolean;
}

/** How many values lie above, below or outside of the reference's range, and what chance would give. */
export function rangeNote(parts: NoteParts): RichText {
  const { column, locale } = parts;
  const value = (key: string): number => numberAt(parts, key);
  const found: Outside = {
    n: { strong: formatCount(value('count'), locale) },
    one: value('count') === 1,
    min: valueText(column, value('min'), locale),
    max: valueText(column, value('max'), locale),
    expected: formatNumber(value('expected'), locale),
    // The same bound as in core/quality: four standard deviations of a count.
    chance: value('count') <= value('expected') + 4 * Math.sqrt(value('expected')) + 1,
  };
  if (value('below') === 0) return above(parts, found);
  return value('above') === 0 ? below(parts, found) : outside(parts, found);
}

function numberAt({ note }: NoteParts, key: string): number {
  const value = note.values[key];
  return typeof value === 'number' ? value : 0;
}

function above({ t, who }: NoteParts, { n, one, max, expected, chance }: Outside): RichText {
  if (!chance) return rich(t, '{0}: {1} values above the reference maximum ({2}); chance would give about {3}.', who, n, max, expected);
  return one
    ? rich(t, '{0}: 1 value above the reference maximum ({1}); not more than chance would give.', who, max)
    : rich(t, '{0}: {1} values above the reference maximum ({2}); not more than chance would give.', who, n, max);
}

function below({ t, who }: NoteParts, { n, one, min, expected, chance }: Outside): RichText {
  if (!chance) return rich(t, '{0}: {1} values below the reference minimum ({2}); chance would give about {3}.', who, n, min, expected);
  return one
    ? rich(t, '{0}: 1 value below the reference minimum ({1}); not more than chance would give.', who, min)
    : rich(t, '{0}: {1} values below the reference minimum ({2}); not more than chance would give.', who, n, min);
}

function outside({ t, who }: NoteParts, { n, min, max, expected, chance }: Outside): RichText {
  return chance
    ? rich(t, '{0}: {1} values outside the reference range ({2} to {3}); not more than chance would give.', who, n, min, max)
    : rich(t, '{0}: {1} values outside the reference range ({2} to {3}); chance would give about {4}.', who, n, min, max, expected);
}
