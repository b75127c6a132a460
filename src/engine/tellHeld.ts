import type { OpenContext } from './openContext.ts';

/** Tells of texts that were missing when the side was opened first and are values now; returns the columns where that is so. */
export function tellHeld(
  held: OpenContext['held'],
  before: readonly ReadonlyMap<string, number>[],
  now: readonly ReadonlyMap<string, number>[],
  { note }: Pick<OpenContext, 'note'>,
): OpenContext['held'] {
  const changed = new Map<string, readonly string[]>();
  for (const [name, texts] of held) {
    (['reference', 'current'] as const).forEach((side, i) => {
      const rows = (before[i]?.get(name) ?? 0) - (now[i]?.get(name) ?? 0);
      if (rows <= 0) return;
      changed.set(name, texts);
      note({ code: 'missing_held', level: 'watch', side, column: name, values: { texts: texts.join(', '), rows } });
    });
  }
  return changed;
}
