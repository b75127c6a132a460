import { type Report, reportVersion } from './report.ts';

/** A report of this version, made now: `started` is when its work began, by the same clock. */
export function newReport(
  made: Omit<Report, 'schema' | 'version' | 'run'>,
  { now, version }: { readonly now: () => number; readonly version: string },
  started: number,
): Report {
  const at = now();
  const tool = { name: 'driftbook', version } as const;
  return {
    schema: 'driftbook.report',
    version: reportVersion,
    run: { createdAt: new Date(at).toISOString(), durationMs: at - started, tool },
    ...made,
  };
}
