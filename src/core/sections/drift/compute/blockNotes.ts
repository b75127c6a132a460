import type { Family } from '../../../check/verdict.ts';
import type { Note } from '../../../report/note.ts';
import type { Blocks } from '../result.ts';
import type { Outcome } from './columnAnalyses.ts';

/** From this correlation of neighbours on the reference itself wanders. */
const wandering = { shared: 0.8, longest: 0.7 };
/** From so many blocks on a column alone can tell how long disturbances last. */
const longReference = 90;
const fewestColumns = 3;

/** Remarks on the blocks of a reference: too few of them, a reference that wanders, or one that cannot show how long disturbances last. */
export function blockNotes(blocks: Blocks | null, { correlation }: Family, outcomes: readonly Outcome[]): Note[] {
  if (blocks === null) return [];
  const note = (code: Note['code'], level: Note['level'], values: Note['values']): Note => ({
    code,
    level,
    side: 'reference',
    column: blocks.column,
    values,
  });
  const size = { by: blocks.by, blocks: blocks.reference };
  if (!blocks.enough) return [note('too_few_blocks', 'watch', size)];
  const columns = outcomes.flatMap((outcome) => ('analysis' in outcome ? [outcome.analysis.values] : []));
  const longest = columns.flatMap(({ whole }) => {
    const last = whole.blocks?.reference.at(-1);
    return last === undefined || last.run === 1 ? [] : [last.r];
  });
  const far = longest.filter((r) => r >= wandering.longest).length;
  if (Math.max(correlation.plain, correlation.season) >= wandering.shared || (longest.length > 0 && far > longest.length / 2))
    return [note('reference_wanders', 'watch', size)];
  const differing = columns.filter(({ correlation: own }) => own.plain !== null).length;
  if (blocks.by !== 'group' && blocks.reference < longReference && differing > 0 && differing < fewestColumns)
    return [note('short_reference', 'info', size)];
  return [];
}
