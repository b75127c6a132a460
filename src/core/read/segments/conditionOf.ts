import type { SliceCondition } from '../../check/subject.ts';
import type { SegmentColumn } from '../../stats/groups/segmentColumn.ts';

/** A condition in the report's own terms. */
export function conditionOf(column: SegmentColumn, group: number): SliceCondition {
  return { column: column.name, group: column.groups[group]! };
}
