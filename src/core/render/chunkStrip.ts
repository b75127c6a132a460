import type { StripsBlock, Tone } from '../report/block.ts';
import { style } from './style.ts';

type StripCell = StripsBlock['rows'][number]['cells'][number];

const levels = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;
const order: Readonly<Record<Tone, number>> = { alert: 0, watch: 1, ok: 2, quiet: 3, plain: 3 };

/** One mark a chunk: its height is the share of rows moved (full at `full`). Where there are too many chunks, the worst of several stands for them. */
export function chunkStrip(cells: readonly StripCell[], full: number, width: number, color: boolean): string {
  const size = Math.max(1, Math.ceil(cells.length / width));
  let out = '';
  for (let start = 0; start < cells.length; start += size) {
    const cell = worst(cells.slice(start, start + size));
    out += style(mark(cell, full), cell.tone === 'alert' || cell.tone === 'watch' ? cell.tone : 'quiet', color);
  }
  return out;
}

function worst(cells: readonly StripCell[]): StripCell {
  return [...cells].sort((a, b) => order[a.tone] - order[b.tone] || (b.share ?? 0) - (a.share ?? 0))[0]!;
}

function mark({ share }: StripCell, full: number): string {
  if (share === null) return '·';
  return levels[Math.max(0, Math.min(levels.length - 1, Math.ceil((share / full) * levels.length) - 1))]!;
}
