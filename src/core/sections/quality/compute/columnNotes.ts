import { noteLevelOf } from '../../../check/findingSeverity.ts';
import type { Note } from '../../../report/note.ts';
import type { ColumnAnalysis } from '../../columnAnalysis.ts';
import type { ColumnReport } from '../../drift/result.ts';

const freshShare = 0.001;
const freshRows = 5;
const vanishedShare = 0.01;
/** Values outside the reference's range beyond chance: this many standard deviations of a count. */
const rangeSigmas = 4;

/** Remarks on one column for the schema and quality section: what changed in its schema, what was left out and why, and what its values do. */
export function columnNotes(column: ColumnReport, outOfRange: ColumnAnalysis['outOfRange'], minRows: number): Note[] {
  const notes: Note[] = [];
  const add = (code: Note['code'], level: Note['level'], side: Note['side'], values: Note['values'] = {}) =>
    notes.push({ code, level, side, column: column.name, values });
  const { reference, current } = column.missing;
  switch (column.reason) {
    case 'only_in_reference':
      add('column_only_in_reference', noteLevelOf('column_gone'), 'reference');
      break;
    case 'only_in_current':
      add('column_only_in_current', 'watch', 'current');
      break;
    case 'type_changed':
      add('type_changed', noteLevelOf('column_retyped'), 'current', { reference: column.types.reference, current: column.types.current });
      break;
    case 'identifier':
      add('identifier', 'info', 'both');
      break;
    case 'constant':
      add('constant', 'info', 'both', { value: column.evidence.find((e) => e.code === 'constant')?.value ?? null });
      break;
    case 'free_text':
      add('free_text', 'info', 'both');
      break;
    case 'nested':
      add('nested_skipped', 'info', 'both', { type: column.types.reference ?? column.types.current });
      break;
    case 'too_many_categories':
      add('too_many_categories', 'watch', 'both', {
        distinct: Math.max(column.categories?.distinctReference ?? 0, column.categories?.distinctCurrent ?? 0),
      });
      break;
    case 'too_few_rows':
      if (!entirelyMissing(reference) && !entirelyMissing(current))
        add('too_few_rows', 'watch', 'both', { reference: column.n.reference, current: column.n.current, minimum: minRows });
      break;
    case 'failed':
      add('column_failed', noteLevelOf('column_failed'), null, { message: column.error });
      break;
    default:
  }
  if (entirelyMissing(current) && !entirelyMissing(reference)) add('all_null', noteLevelOf('column_empty'), 'current');
  else if (entirelyMissing(reference) && !entirelyMissing(current)) add('all_null', 'watch', 'reference');
  else if (entirelyMissing(reference) && entirelyMissing(current)) add('all_null', 'info', 'both');
  else if (column.missing.verdict === 'alert' || column.missing.verdict === 'watch') {
    add('missing_share_changed', column.missing.verdict, 'current', {
      reference: reference.share,
      current: current.share,
      q: column.missing.q,
    });
  }
  for (const [side, counts] of [['reference', reference] as const, ['current', current] as const]) {
    if (counts.unreadable > 0) add('values_unreadable', 'watch', side, { count: counts.unreadable, type: column.types.reference });
    if (counts.infinities > 0) add('infinite_values', 'watch', side, { count: counts.infinities });
  }
  categoryNotes(column, add);
  rangeNote(column, outOfRange, add);
  return notes;
}

type Add = (code: Note['code'], level: Note['level'], side: Note['side'], values?: Note['values']) => void;

function entirelyMissing(counts: { readonly rows: number; readonly share: number }): boolean {
  return counts.rows > 0 && counts.share >= 1;
}

function categoryNotes(column: ColumnReport, add: Add): void {
  const { categories } = column;
  if (categories === null || column.reason !== null || column.n.current === 0 || column.n.reference === 0) return;
  const examples = (of: readonly { readonly value: string }[]) =>
    of
      .slice(0, 3)
      .map((c) => c.value)
      .join(', ');
  const { fresh, vanished } = categories;
  if (fresh.rows >= freshRows && fresh.rows / column.n.current >= freshShare) {
    add('new_categories', 'watch', 'current', {
      categories: fresh.categories,
      rows: fresh.rows,
      share: fresh.rows / column.n.current,
      examples: examples(fresh.values),
    });
  }
  const expectedInCurrent = (vanished.rows / column.n.reference) * column.n.current;
  if (vanished.rows / column.n.reference >= vanishedShare && expectedInCurrent >= freshRows) {
    add('vanished_categories', 'watch', 'reference', {
      categories: vanished.categories,
      share: vanished.rows / column.n.reference,
      examples: examples(vanished.values),
    });
  }
  if (categories.distinctCurrent === 1 && categories.distinctReference > 1)
    add('constant_now', 'watch', 'current', { value: categories.values.find((c) => c.current > 0)?.value ?? null });
}

function rangeNote(column: ColumnReport, outOfRange: ColumnAnalysis['outOfRange'], add: Add): void {
  if (outOfRange === null || column.n.current === 0) return;
  const count = outOfRange.below + outOfRange.above;
  if (count <= outOfRange.expected + rangeSigmas * Math.sqrt(outOfRange.expected) + 1) return;
  add('out_of_range', 'watch', 'current', {
    count,
    share: count / column.n.current,
    below: outOfRange.below,
    above: outOfRange.above,
    min: outOfRange.min,
    max: outOfRange.max,
    expected: outOfRange.expected,
  });
}
