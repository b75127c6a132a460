import { chunkLabels } from './chunkLabels.ts';
import type { DateUnit } from './date.ts';

/**
 * `chunkLabels` of as many chunks as there is room for, when each chunk has room for `characters`: every second, third … is
 * named, the others are empty. The named ones read on among themselves: the year comes where it changes between them.
 */
export function thinnedLabels(starts: readonly number[], unit: DateUnit, locale: string, characters: number): string[] {
  for (let every = 1; every < starts.length; every += 1) {
    const kept = starts.filter((_, index) => index % every === 0);
    const labels = unit === 'rows' ? kept.map((_, index) => String(index * every + 1)) : chunkLabels(kept, unit, locale);
    // Neighbours share their room: a long name beside a short one still fits.
    const fits = labels.every((text, index) => (widthOf(text) + widthOf(labels[index + 1] ?? text)) / 2 + 0.6 <= characters * every);
    if (fits) return starts.map((_, index) => (index % every === 0 ? labels[index / every]! : ''));
  }
  return starts.map((_, index) => (index === 0 ? (chunkLabels(starts.slice(0, 1), unit, locale)[0] ?? '') : ''));
}

/** Width in characters: those of Chinese take the room of nearly two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character >= '\u2e80' ? 1.8 : 1), 0);
}
