import type { Measurement } from '../check/measurement.ts';
import { measurementsOf } from '../check/measurementsOf.ts';
import type { DriftbookRun } from '../driftbook/driftbookRun.ts';
import { subjectText } from '../report/subjectText.ts';

/**
 * What is kept of a run for the limits and trends of later ones: every number of the whole of current once, chunks left out. First what is most asked for:
 * what checks looked at, then what is of no column or slice; `first`: how many these are.
 */
export function runMeasurements({ cells, reports }: Pick<DriftbookRun, 'cells' | 'reports'>): {
  readonly measurements: readonly Measurement[];
  readonly first: number;
} {
  const found = new Map<string, Measurement>();
  const add = (one: Measurement): void => {
    const key = `${one.measure}@${one.at}:${one.subject.kind}:${subjectText(one.subject)}`;
    if (one.subject.chunk === null && !found.has(key)) found.set(key, one);
  };
  const all = reports.flatMap(measurementsOf);
  for (const { checks } of cells)
    for (const { asked, measurement } of checks) if (asked !== null && measurement.value !== null) add(measurement);
  for (const one of all) if (one.subject.column === null && one.subject.slice.length === 0) add(one);
  const first = found.size;
  for (const one of all) add(one);
  return { measurements: [...found.values()], first };
}
