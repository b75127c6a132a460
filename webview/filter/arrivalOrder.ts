import { useMemo, useRef } from 'preact/hooks';
import type { Report } from '../../src/core/report/report.ts';
import { columnsOf, withColumns } from '../../src/core/report/sectionOf.ts';
import { orderColumns } from './columnOrder.ts';

/**
 * The report of a run with its columns in the order in which they came: one that is there keeps its place, new ones follow it, and those still
 * to come are last. With `wanted` false the report as it is.
 */
export function useArrivalOrder(report: Report, wanted: boolean): Report {
  const arrived = useRef(new Set<string>());
  const ordered = useMemo(() => {
    for (const { name, reason } of orderColumns(columnsOf(report), 'worst', report)) if (reason !== 'pending') arrived.current.add(name);
    const place = new Map([...arrived.current].map((name, index) => [name, index]));
    const at = (name: string): number => place.get(name) ?? place.size;
    return withColumns(
      report,
      [...columnsOf(report)].sort((a, b) => at(a.name) - at(b.name)),
    );
  }, [report]);
  return wanted ? ordered : report;
}
