import type { Tone } from '../report/block.ts';

const tones: Readonly<Record<string, Tone>> = { '▲': 'alert', '◐': 'watch', '✓': 'ok' };

/** The tone of a glyph of a verdict: what is not told (?, –, ·) is quiet. */
export function toneOf(glyph: string): Tone {
  return tones[glyph] ?? 'quiet';
}
