import { dataText } from './dataText.ts';
import { sayPlain } from './sayPlain.ts';
import type { Translate } from './translate.ts';

/** What a running comparison does just now: "column 12 of 50: car_value". */
export function progressText(
  progress: {
    readonly stage: 'opening' | 'profiling' | 'columns' | 'deciding' | 'evaluating';
    readonly done: number;
    readonly total: number;
    readonly item: string | null;
  },
  t: Translate,
): string {
  const item = progress.item === null ? null : dataText(progress.item);
  switch (progress.stage) {
    case 'opening':
      return item === null ? t('opening the files') : sayPlain(t, 'opening {0}', item);
    case 'profiling':
      return item === null ? t('looking through the columns') : sayPlain(t, 'looking through the columns of {0}', item);
    case 'columns':
      return item === null
        ? sayPlain(t, 'column {0} of {1}', Math.min(progress.done + 1, progress.total), progress.total)
        : sayPlain(t, 'column {0} of {1}: {2}', Math.min(progress.done + 1, progress.total), progress.total, item);
    case 'deciding':
      return t('deciding');
    case 'evaluating':
      return t('evaluating the predictions');
  }
}
