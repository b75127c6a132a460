import type { Direction } from '../../measures/definition.ts';
import { catalogue, isMeasureName } from '../../measures/registry.ts';
import type { Translate } from '../translate.ts';

/** What a measure is, and which way is better. */
export function measureAbout(code: string, direction: Direction, t: Translate): string {
  const way =
    direction === 'higher' ? t('Higher is better.') : direction === 'lower' ? t('Lower is better.') : t('Neither way is better by itself.');
  return isMeasureName(code) ? t('{0}. {1}', catalogue[code].about(t), way) : way;
}
