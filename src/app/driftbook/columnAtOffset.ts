import type { Path } from '../../core/spec/problem.ts';
import { namesColumns } from './namesColumns.ts';
import { parseYaml } from './parseYaml.ts';

/** The column of the data that is named at an offset of a driftbook; null where none is. */
export function columnAtOffset(text: string, offset: number): string | null {
  for (const [written, { key, value }] of parseYaml(text).places) {
    const path = JSON.parse(written) as Path;
    if (!namesColumns(path)) continue;
    const range = key !== null && typeof path.at(-1) === 'string' && path.length === 3 ? key : value;
    if (offset < range.start || offset > range.end) continue;
    if (range === key) return String(path.at(-1));
    const source = parseYaml(text.slice(range.start, range.end)).value;
    if (typeof source === 'string') return source;
  }
  return null;
}
