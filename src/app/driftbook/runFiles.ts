import { stat } from 'node:fs/promises';
import type { RunFile } from '../../core/driftbook/driftbookRun.ts';
import type { Report } from '../../core/report/report.ts';

/** The files that reports were made of, each once, as they are now. */
export async function runFiles(reports: readonly Report[]): Promise<RunFile[]> {
  const paths = reports.flatMap(({ datasets }) =>
    [datasets.reference, datasets.current].flatMap((dataset) => dataset?.files.map(({ path }) => path) ?? []),
  );
  return Promise.all(
    [...new Set(paths)].map(async (path) => {
      const about = await stat(path).catch(() => null);
      return { path, size: about?.size ?? null, modified: about === null ? null : Math.round(about.mtimeMs) };
    }),
  );
}
