import type { MeasureUnit } from '../../../measures/definition.ts';
import { catalogue } from '../../../measures/registry.ts';

/** Unit of an estimated measure; a code that is not known has none. */
export function estimateUnit(name: string): MeasureUnit {
  return Object.hasOwn(catalogue, name) ? catalogue[name as keyof typeof catalogue].unit : 'index';
}
