import { chunkLabels } from '../format/chunkLabels.ts';
import type { ChunkCell, ChunkSummary, ColumnReport, TimeAxis, Verdict } from '../report/report.ts';
import type { ChartWindow } from './chart.ts';

/** One chunk's place on a time picture: reference first, a small gap, then current. */
export interface TimeSlot {
  readonly x: number;
  readonly side: 'reference' | 'current';
  readonly name: string;
  readonly summary: ChunkSummary;
  readonly verdict: Verdict | null;
  readonly chosen: boolean;
}

export interface TimeSlots {
  readonly slots: readonly TimeSlot[];
  /** Short names under the plot, thinned so that they do not meet. */
  readonly ticks: readonly { readonly x: number; readonly t: string }[];
  readonly domain: readonly [number, number];
  /** Between reference and current; null when only one of them is there. */
  readonly border: number | null;
  /** From where to where the chunks lie that are looked at together; null: all are. */
  readonly range: readonly [number, number] | null;
}

const gap = 0.6;
const mostTicks = 8;

/** Lays a column's chunks out along time. `names` are the chunks' full names in words. */
export function timeSlots(time: TimeAxis, column: ColumnReport, window: ChartWindow, names: readonly string[], locale: string): TimeSlots {
  const before = time.referenceChunks.length;
  const shift = before === 0 ? 0 : before - 1 + 1 + gap;
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
  const last = shift + time.chunks.length - 1;
  const every = Math.max(1, Math.ceil((before + time.chunks.length) / mostTicks));
  return {
    slots: [...reference, ...current],
    ticks: [
      ...ticks(time, 'referenceChunks', 0, every, locale, before - every * 0.7),
      ...ticks(time, 'chunks', shift, every, locale, Number.POSITIVE_INFINITY),
    ],
    domain: [-0.5, last + 0.5],
    range: window.range ? [window.range[0] + shift - 0.5, window.range[1] + shift + 0.5] : null,
    border: before > 0 && time.chunks.length > 0 ? before - 1 + (1 + gap) / 2 : null,
  };
}

function ticks(
  time: TimeAxis,
  side: 'chunks' | 'referenceChunks',
  shift: number,
  every: number,
  locale: string,
  until: number,
): { x: number; t: string }[] {
  const kept = time[side]
    .map((chunk, index) => ({ chunk, index }))
    .filter(({ index }) => index % every === 0 && (index === 0 || index < until));
  const starts = kept.map(({ chunk }) => chunk.from);
  // Row chunks are numbered by where they stand, not by which of them are named.
  const labels = time.unit === 'rows' ? kept.map(({ index }) => String(index + 1)) : chunkLabels(starts, time.unit, locale);
  return kept.map(({ index }, i) => ({ x: index + shift, t: labels[i]! }));
}
