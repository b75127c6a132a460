import { stat } from 'node:fs/promises';
import type { Report } from '../../core/report/report.ts';

export type Side = 'reference' | 'current';

/** Milliseconds by which a file's clock may be ahead of ours and still be taken for older. */
const slack = 20;

/** Whether a file is no longer the one that was read: gone, of another size, or written since. */
async function changed(path: string, bytes: number, since: number): Promise<boolean> {
  try {
    const now = await stat(path);
    return now.size !== bytes || now.mtimeMs > since + slack;
  } catch {
    return true;
  }
}

/** When the run of a report began, by its own account. */
export function begunAt(report: Report): number {
  return Date.parse(report.run.createdAt) - report.run.durationMs;
}

/** The sides of a report whose files have changed on disk since `begun` (epoch milliseconds). */
export async function staleSides(report: Report, begun = begunAt(report)): Promise<Side[]> {
  const sides: readonly Side[] = ['reference', 'current'];
  const stale = await Promise.all(
    sides.map(async (side) => {
      // A revision lies in no file that could change.
      const dataset = report.spec[side];
      if (dataset !== null && 'rev' in dataset) return false;
      const all = await Promise.all((report.datasets[side]?.files ?? []).map(({ path, bytes }) => changed(path, bytes, begun)));
      return all.includes(true);
    }),
  );
  return sides.filter((_, i) => stale[i]);
}
