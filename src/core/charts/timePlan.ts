import { chunkLabels } from '../format/chunkLabels.ts';
import type { TimeAxis } from '../report/report.ts';

/** Where the chunks of both sides stand on a picture over time: reference first, a small gap, then current. */
export interface TimePlan {
  /** What is added to the index of a chunk of current; a chunk of reference stands at its index. */
  readonly shift: number;
  /** Short names under the plot, thinned so that they do not meet. */
  readonly ticks: readonly { readonly x: number; readonly t: string }[];
  readonly domain: readonly [number, number];
  /** Between reference and current; null when only one of them is there. */
  readonly border: number | null;
}

const gap = 0.6;
const mostTicks = 8;

/** Lays the chunks of a report out along time. */
export function timePlan(time: TimeAxis, locale: string): TimePlan {
  const before = time.referenceChunks.length;
  const shift = before === 0 ? 0 : before - 1 + 1 + gap;
  const last = shift + time.chunks.length - 1;
  const every = Math.max(1, Math.ceil((before + time.chunks.length) / mostTicks));
  return {
    shift,
    ticks: [
      ...ticks(time, locale, { side: 'referenceChunks', shift: 0, every, until: before - every * 0.7 }),
      ...ticks(time, locale, { side: 'chunks', shift, every, until: Number.POSITIVE_INFINITY }),
    ],
    domain: [-0.5, last + 0.5],
    border: before > 0 && time.chunks.length > 0 ? before - 1 + (1 + gap) / 2 : null,
  };
}

interface TicksWish {
  readonly side: 'chunks' | 'referenceChunks';
  readonly shift: number;
  /** One of so many chunks is named; none from `until` on, where the names of the other side begin. */
  readonly every: number;
  readonly until: number;
}

function ticks(time: TimeAxis, locale: string, { side, shift, every, until }: TicksWish): { x: number; t: string }[] {
  const kept = time[side]
    .map((chunk, index) => ({ chunk, index }))
    .filter(({ index }) => index % every === 0 && (index === 0 || index < until));
  const starts = kept.map(({ chunk }) => chunk.from);
  // Row chunks are numbered by where they stand, not by which of them are named.
  const labels = time.unit === 'rows' ? kept.map(({ index }) => String(index + 1)) : chunkLabels(starts, time.unit, locale);
  return kept.map(({ index }, i) => ({ x: index + shift, t: labels[i]! }));
}
