import type { ColumnProfile } from '../../data/columnProfile.ts';
import { noBucket, type RowKey } from '../../data/rowKey.ts';
import type { ChunkSpec, ComparisonSpec } from '../../spec/spec.ts';
import { type CalendarUnit, dayMs, hourMs, nextStart, startsBetween } from './calendar.ts';
import { calendarName } from './calendarName.ts';
import { chooseUnit, mostChunks } from './chooseUnit.ts';

export interface PlannedChunk {
  readonly name: string;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

export interface SidePlan {
  readonly key: RowKey;
  readonly chunks: readonly PlannedChunk[];
  /** Chunk of a bucket; -1 when in none. */
  chunkOf(bucket: number): number;
  readonly span: { readonly from: number; readonly to: number } | null;
}

/** How both datasets are cut into chunks, and what a block of rows that belong together is. */
export interface ChunkPlan {
  readonly column: string | null;
  readonly unit: CalendarUnit | 'rows' | null;
  readonly chosen: 'auto' | 'given';
  readonly blockBy: 'hour' | 'day' | 'group' | null;
  readonly blockColumn: string | null;
  /** Number of the block that a bucket and group belong to; null when there are no blocks or the row has no time. */
  blockOf(bucket: number, group: number): number | null;
  readonly reference: SidePlan;
  readonly current: SidePlan;
}

/** Distinct groups are folded into this many blocks: a block is then several whole groups, which stays valid. */
const groupBlocks = 256;
/** A reference of fewer days is cut into hours, if it holds enough of those. */
const fewestDays = 4;
const fewestHours = 8;

/** Chunks that were asked for, whatever by: of more there are none, for each takes memory in every column. */
const mostAskedFor = mostChunks * 10;

/**
 * Plans chunks and blocks from the time column (null: none), its span on both sides and the chunk spec.
 * Blocks are groups when the spec names a group column; else days; hours when chunks are hours or the reference has too few days; none without time.
 * Chunks by row keep them: rows of one day belong together wherever the file is cut.
 */
export function chunkPlan(
  spec: ComparisonSpec,
  time: string | null,
  reference: { readonly profiles: readonly ColumnProfile[]; readonly rows: number },
  current: { readonly profiles: readonly ColumnProfile[]; readonly rows: number },
): ChunkPlan {
  const chunk: ChunkSpec = spec.chunk ?? { by: 'auto' };
  const referenceSpan = spanOf(reference.profiles, time);
  const currentSpan = spanOf(current.profiles, time);
  const group = spec.columns?.group;
  const groupKey = group === undefined ? undefined : { column: group, buckets: groupBlocks };
  if ('rows' in chunk || 'count' in chunk) {
    const by = group !== undefined || time === null ? null : blockUnitOf(referenceSpan, null);
    const side = (rows: number, span: SidePlan['span']) =>
      rowSide(rows, chunk, by === null ? undefined : { column: time!, unitMs: by === 'hour' ? hourMs : dayMs }, groupKey, span);
    return {
      column: time,
      unit: 'rows',
      chosen: 'given',
      ...blocksOf(group, by === null ? null : { by, column: time! }),
      // Beside buckets of rows the time stands where groups do.
      ...(by === null ? {} : { blockOf: (_bucket: number, day: number) => (day === noBucket ? null : day) }),
      reference: side(reference.rows, referenceSpan),
      current: side(current.rows, currentSpan),
    };
  }
  const unit =
    time === null || currentSpan === null || chunk.by === 'none'
      ? null
      : chunk.by === 'auto'
        ? chooseUnit(currentSpan.from, currentSpan.to, current.rows)
        : chunk.by;
  const blockUnit = group !== undefined || time === null ? null : blockUnitOf(referenceSpan, unit);
  const unitMs = unit === 'hour' || blockUnit === 'hour' ? hourMs : dayMs;
  const timed = unit !== null || blockUnit !== null;
  const side = (span: SidePlan['span']): SidePlan =>
    timeSide(span, timed && time !== null ? { column: time, unitMs } : undefined, groupKey, unit);
  return {
    column: time,
    unit,
    chosen: chunk.by === 'auto' ? 'auto' : 'given',
    ...blocksOf(group, blockUnit === null ? null : { by: blockUnit, column: time! }),
    reference: side(referenceSpan),
    current: side(currentSpan),
  };
}

function blocksOf(
  group: string | undefined,
  time: { by: 'hour' | 'day'; column: string } | null,
): Pick<ChunkPlan, 'blockBy' | 'blockColumn' | 'blockOf'> {
  if (group !== undefined) return { blockBy: 'group', blockColumn: group, blockOf: (_bucket, g) => (g < 0 ? null : g) };
  if (time === null) return { blockBy: null, blockColumn: null, blockOf: () => null };
  return {
    blockBy: time.by,
    blockColumn: time.column,
    blockOf: (bucket) => (bucket === noBucket ? null : bucket),
  };
}

function spanOf(profiles: readonly ColumnProfile[], time: string | null): { from: number; to: number } | null {
  const profile = time === null ? undefined : profiles.find((p) => p.name === time && p.kind === 'timestamp');
  return profile && profile.min !== null && profile.max !== null ? { from: profile.min, to: profile.max } : null;
}

/** What belongs together along time. The true number of occupied blocks is only known once rows are read. */
function blockUnitOf(reference: SidePlan['span'], chunk: CalendarUnit | null): 'hour' | 'day' {
  if (chunk === 'hour') return 'hour';
  if (reference === null) return 'day';
  const count = (ms: number): number => Math.floor(reference.to / ms) - Math.floor(reference.from / ms) + 1;
  return count(dayMs) < fewestDays && count(hourMs) >= fewestHours ? 'hour' : 'day';
}

function timeSide(span: SidePlan['span'], time: RowKey['time'], group: RowKey['group'], unit: CalendarUnit | null): SidePlan {
  const key: RowKey = { ...(time && span ? { time } : {}), ...(group ? { group } : {}) };
  const none = { key, chunks: [], chunkOf: () => -1, span };
  if (span === null || unit === null || time === undefined) return none;
  const starts = startsBetween(span.from, span.to, unit, mostAskedFor);
  if (starts === null) return none;
  const chunks = starts.map((from) => ({ name: calendarName(from, unit), from, to: nextStart(from, unit) }));
  return { key, chunks, chunkOf: (bucket) => lastAtOrBefore(starts, bucket * time.unitMs), span };
}

function rowSide(
  rows: number,
  chunk: { readonly rows: number } | { readonly count: number },
  time: RowKey['time'],
  group: RowKey['group'],
  span: SidePlan['span'],
): SidePlan {
  const size = 'rows' in chunk ? chunk.rows : Math.max(1, Math.ceil(rows / chunk.count));
  const count = Math.ceil(rows / size);
  if (count > mostAskedFor) return { key: group ? { group } : {}, chunks: [], chunkOf: () => -1, span };
  const chunks = Array.from({ length: count }, (_, i) => ({
    name: `${i * size + 1}–${Math.min(rows, (i + 1) * size)}`,
    from: i * size,
    to: Math.min(rows, (i + 1) * size),
  }));
  const key: RowKey = { rows: { size }, ...(time && span ? { time } : {}), ...(group ? { group } : {}) };
  return { key, chunks, chunkOf: (bucket) => (bucket < count ? bucket : -1), span };
}

/** Index of the last start ≤ x; -1 when x lies before all. */
function lastAtOrBefore(starts: readonly number[], x: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= x) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** How long the time buckets of a plan are, and what a block is; null when rows are not read by time. */
export function calendarOf({
  current,
  reference,
  blockBy,
}: ChunkPlan): { readonly unitMs: number; readonly by: ChunkPlan['blockBy'] } | null {
  const unitMs = current.key.time?.unitMs ?? reference.key.time?.unitMs ?? null;
  return unitMs === null ? null : { unitMs, by: blockBy };
}
