import { addressOf } from '../core/spec/addressOf.ts';
import type { ComparisonSpec } from '../core/spec/spec.ts';

/** The files of a comparison as they were asked for, reference first. */
export function filesOf({ reference, current }: ComparisonSpec): string[] {
  return (reference === null ? [current] : [reference, current]).map(addressOf);
}
