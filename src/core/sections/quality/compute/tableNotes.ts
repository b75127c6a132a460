import type { TableInfo } from '../../../data/tableInfo.ts';
import type { ChunkPlan } from '../../../read/chunks/chunkPlan.ts';
import type { RowLayout } from '../../../read/chunks/rowLayout.ts';
import type { Note } from '../../../report/note.ts';
import type { ColumnReport } from '../../drift/result.ts';

const duplicateShare = 0.01;
const hourMs = 3_600_000;
/** Zones are at most 14 hours from UTC. */
const widestOffset = 14 * hourMs;

/** Remarks on the datasets as wholes: same file, duplicates, times that overlap or leave gaps, rows without a time. */
export function tableNotes(input: {
  readonly reference: TableInfo;
  readonly current: TableInfo;
  readonly duplicates: { readonly reference: number | null; readonly current: number | null };
  readonly plan: ChunkPlan;
  readonly currentLayout: RowLayout;
  readonly columns: readonly ColumnReport[];
  /** The times of one side say their zone, those of the other do not: some hours of overlap may be none. */
  readonly zonesDiffer: boolean;
}): Note[] {
  const { reference, current, duplicates, plan, currentLayout } = input;
  const notes: Note[] = [];
  const add = (code: Note['code'], level: Note['level'], side: Note['side'], values: Note['values'], column: string | null = null) =>
    notes.push({ code, level, side, column, values });
  if (samePaths(reference, current)) add('same_file', 'watch', 'both', {});
  const share = (count: number | null, rows: number) => (count === null || rows === 0 ? 0 : count / rows);
  const before = share(duplicates.reference, reference.rows);
  const now = share(duplicates.current, current.rows);
  if (Math.max(before, now) >= duplicateShare)
    add('duplicates', now > 2 * before && now - before >= duplicateShare ? 'watch' : 'info', 'both', { reference: before, current: now });
  const past = plan.reference.span;
  const present = plan.current.span;
  const overlap = past && present ? Math.min(past.to, present.to) - Math.max(past.from, present.from) : -1;
  if (past && present && overlap >= (input.zonesDiffer ? widestOffset : 0) && !samePaths(reference, current)) {
    add('time_overlap', 'info', 'both', { from: Math.max(past.from, present.from), to: Math.min(past.to, present.to) }, plan.column);
  }
  if (past && present && present.to < past.from)
    add('current_before_reference', 'watch', 'both', { from: past.from, to: present.to }, plan.column);
  const gap = longestGap(currentLayout.buckets, plan.current.key.time?.unitMs ?? null);
  if (gap !== null) add('time_gap', 'watch', 'current', gap, plan.column);
  if (currentLayout.rowsWithoutTime > 0)
    add(
      'rows_without_time',
      'watch',
      'current',
      { rows: currentLayout.rowsWithoutTime, share: currentLayout.rowsWithoutTime / current.rows },
      plan.column,
    );
  return notes;
}

function samePaths(reference: TableInfo, current: TableInfo): boolean {
  return reference.files.length === current.files.length && reference.files.every((f, i) => f.path === current.files[i]!.path);
}

/** The longest run of empty buckets, when it is at least 3 buckets and longer than 5 % of the span. */
function longestGap(buckets: readonly number[], unitMs: number | null): { from: number; to: number; hours: number } | null {
  if (unitMs === null || buckets.length < 10) return null;
  let longest = 1;
  let after = -1;
  for (let i = 1; i < buckets.length; i++) {
    const step = buckets[i]! - buckets[i - 1]!;
    if (step > longest) {
      longest = step;
      after = i - 1;
    }
  }
  const span = buckets[buckets.length - 1]! - buckets[0]! + 1;
  if (after < 0 || longest - 1 < 3 || (longest - 1) / span < 0.05) return null;
  const from = (buckets[after]! + 1) * unitMs;
  const to = buckets[after + 1]! * unitMs;
  return { from, to, hours: (to - from) / hourMs };
}
