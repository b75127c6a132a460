import type { DataError } from '../core/data/dataError.ts';
import { noCommonColumn } from '../core/data/noCommonColumn.ts';
import type { SourceFiles } from './files/resolveFiles.ts';
import { namesAhead } from './namesAhead.ts';
import type { OpenContext } from './openContext.ts';

/**
 * Refuses two datasets without a common column by their headers, before the rows of thousands of columns are read for nothing. Where the first
 * files have none in common the others are looked at too.
 */
export async function checkCommonColumn(
  reference: SourceFiles,
  current: SourceFiles,
  shared: Omit<OpenContext, 'side' | 'pins' | 'held'>,
): Promise<void> {
  let refusal: DataError | null = null;
  for (const which of ['first', 'all'] as const) {
    const one = await namesAhead(reference, which, null, { ...shared, side: 'reference', pins: null, held: new Map() });
    const other = one && (await namesAhead(current, which, one.dialect, { ...shared, side: 'current', pins: null, held: new Map() }));
    if (one === null || other === null) return;
    refusal = noCommonColumn(current.path, one.names, other.names);
    if (refusal === null) return;
  }
  if (refusal !== null) throw refusal;
}
