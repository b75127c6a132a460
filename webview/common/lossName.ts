import type { Slices } from '../../src/core/sections/slices/result.ts';
import { label, type Page } from '../report/pageContext.ts';

/** Name of the error that slices and attribution are made of. */
export function lossName(page: Page, measure: Slices['measure']): string {
  if (measure === 'error_rate') return label(page, 'evErrorRate');
  return label(page, measure === 'absolute_error' ? 'evMeanAbsoluteError' : 'evLogLoss');
}
