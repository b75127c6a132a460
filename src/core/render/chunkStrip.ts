import type { ChunkCell, ColumnReport, Verdict } from '../report/report.ts';
import { style } from './style.ts';

const levels = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;
const order: Readonly<Record<Verdict, number>> = { alert: 0, watch: 1, ok: 2, cannot_tell: 3, not_tested: 3 };

/** One mark a chunk: its height is the share of rows moved (full at twice the limit, or at the largest move). Where there are too many chunks, the worst of several stands for them. */
export function chunkStrip(column: ColumnReport, width: number, color: boolean): string {
  const most = Math.max(2 * column.limit, ...column.chunks.map((cell) => cell.effect ?? 0));
  const size = Math.max(1, Math.ceil(column.chunks.length / width));
  let out = '';
  for (let start = 0; start < column.chunks.length; start += size) {
    const cell = worst(column.chunks.slice(start, start + size));
    out += style(mark(cell, most), cell.verdict === 'alert' ? 'alert' : cell.verdict === 'watch' ? 'watch' : 'quiet', color);
  }
  return out;
}

function worst(cells: readonly ChunkCell[]): ChunkCell {
  return [...cells].sort((a, b) => order[a.verdict] - order[b.verdict] || (b.effect ?? 0) - (a.effect ?? 0))[0]!;
}

function mark(cell: ChunkCell, most: number): string {
  if (cell.effect === null) return '·';
  return levels[Math.max(0, Math.min(levels.length - 1, Math.ceil((cell.effect / most) * levels.length) - 1))]!;
}
