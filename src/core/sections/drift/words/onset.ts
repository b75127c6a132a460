import type { ColumnReport } from '../result.ts';

/** How a move that stands to the end began. `chunks`: from the first chunk at a quarter of its later size to the first at three quarters. */
export type Onset = { readonly kind: 'at_once' } | { readonly kind: 'crept'; readonly chunks: number };

const begun = 0.25;
const there = 0.75;
const fewestCreeping = 3;

/**
 * Reads off the chunks whether a move came at once (from under a third to over three quarters of its later size between two chunks that follow each
 * other) or crept up over 3 or more chunks; null when neither can be said. `start` is the first chunk from which alerts stand.
 */
export function onset(column: ColumnReport, start: number): Onset | null {
  const tested = column.chunks.filter((cell) => cell.effect !== null);
  const later = tested.filter((cell) => cell.chunk >= start).map((cell) => cell.effect ?? 0);
  if (later.length < 2) return null;
  const level = [...later].sort((a, b) => a - b)[later.length >> 1]!;
  const share = tested.map((cell) => (cell.effect ?? 0) / level);
  const arrived = share.findIndex((s, i) => s >= there && tested[i]!.chunk >= start - fewestCreeping);
  if (arrived <= 0) return null;
  if (share[arrived - 1]! <= 1 / 3) return { kind: 'at_once' };
  let first = arrived;
  while (first > 0 && share[first - 1]! >= begun && share[first - 1]! <= share[first]! + 0.1) first--;
  return arrived - first + 1 >= fewestCreeping ? { kind: 'crept', chunks: arrived - first + 1 } : null;
}
