import type { ColumnMark } from '../check/verdict.ts';
import type { TimeAxis } from '../report/report.ts';
import type { ChunkCell, ChunkSummary, ColumnReport } from '../sections/drift/result.ts';
import type { ChartWindow } from './chart.ts';
import { type TimePlan, timePlan } from './timePlan.ts';

/** One chunk's place on a time picture: reference first, a small gap, then current. */
export interface TimeSlot {
  readonly x: number;
  readonly side: 'reference' | 'current';
  readonly name: string;
  readonly summary: ChunkSummary;
  readonly verdict: ColumnMark | null;
  readonly chosen: boolean;
}

export interface TimeSlots extends TimePlan {
  readonly slots: readonly TimeSlot[];
  /** From where to where the chunks lie that are looked at together; null: all are. */
  readonly range: readonly [number, number] | null;
}

/** Lays a column's chunks out along time. `names` are the chunks' full names in words. */
export function timeSlots(time: TimeAxis, column: ColumnReport, window: ChartWindow, names: readonly string[], locale: string): TimeSlots {
  const plan = timePlan(time, locale);
  const { shift } = plan;
  const reference: TimeSlot[] = column.referenceChunks.map((summary) => ({
    x: summary.chunk,
    side: 'reference',
    name: time.referenceChunks[summary.chunk]?.name ?? '',
    summary,
    verdict: null,
    chosen: false,
  }));
  const current: TimeSlot[] = column.chunks.map((cell: ChunkCell) => ({
    x: cell.chunk + shift,
    side: 'current',
    name: names[cell.chunk] ?? cell.name,
    summary: cell,
    verdict: cell.verdict,
    chosen: cell.chunk === window.chunk,
  }));
  return {
    ...plan,
    slots: [...reference, ...current],
    range: window.range ? [window.range[0] + shift - 0.5, window.range[1] + shift + 0.5] : null,
  };
}
