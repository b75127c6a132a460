import type { MeasureRow } from '../../src/core/report/evaluation.ts';

/** What tells a measure from the others of a report: its name and cut-off. */
export function measureKey({ current }: MeasureRow): string {
  return current.at === null ? current.name : `${current.name}@${current.at}`;
}
