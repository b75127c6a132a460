import type { ReferenceMark } from '../runs/referenceMark.ts';
import { tellNoReference } from './noReference.ts';

/** Forgets the reference of the next comparisons. */
export async function clearReference(mark: ReferenceMark): Promise<void> {
  if (mark.path === undefined) tellNoReference();
  else await mark.set(undefined);
}
