import type { ReportSeason } from '../../report/report.ts';
import { calendarCell, type OccupiedTime, seasonCells } from './calendarCells.ts';
import type { RowLayout } from './rowLayout.ts';

/** Cells that both hold are compared by themselves from this share of current's rows on. */
export const leastLike = 0.3;

/**
 * What the calendars of both sides differ in: the first of months, weekdays and hours that current has and the reference lacks; else months of the
 * reference that current lacks, for then, too, they are not alike. Null where they are. O(rows).
 */
export function seasonOf(reference: RowLayout, current: RowLayout, unitMs: number | null): ReportSeason | null {
  if (unitMs === null) return null;
  const occupied = ({ buckets }: RowLayout): OccupiedTime => ({ buckets, unitMs });
  const found = (['month', 'weekday', 'hour'] as const).map((by) => ({
    by,
    cells: seasonCells(by, occupied(reference), occupied(current)),
  }));
  const lacking = found.find(({ cells }) => cells !== null && cells.missing.length > 0);
  const { by, cells } = lacking ??
    found.find((one) => one.by === 'month' && one.cells?.more === true) ?? { by: 'month' as const, cells: null };
  if (cells === null) return null;
  const { missing, common } = cells;
  const rows = rowsOfParts(current);
  const counted = { all: 0, common: 0 };
  // Rows of each chunk of current, and those of them in cells that the reference lacks.
  const inChunk = current.rowsPerChunk.map(() => 0);
  current.bucketOfPart.forEach((bucket, part) => {
    const cell = calendarCell(by, bucket, unitMs);
    counted.all += rows[part]!;
    if (common.includes(cell)) counted.common += rows[part]!;
    if (missing.includes(cell) && current.chunkOfPart[part]! >= 0) inChunk[current.chunkOfPart[part]!]! += rows[part]!;
  });
  return {
    by,
    missing,
    common,
    share: counted.common / Math.max(1, counted.all),
    unmatched: Array.from(inChunk.keys()).filter((chunk) => inChunk[chunk]! > 0 && inChunk[chunk] === current.rowsPerChunk[chunk]),
  };
}

function rowsOfParts({ partOf, chunkOfPart }: RowLayout): Float64Array {
  const rows = new Float64Array(chunkOfPart.length);
  for (const part of partOf ?? []) rows[part]!++;
  return rows;
}

/** A layout that knows the cell of each part among those that both hold; as it is, where too few rows of current lie in them. O(parts). */
export function withLikeParts(layout: RowLayout, season: ReportSeason | null, unitMs: number | null): RowLayout {
  if (season === null || unitMs === null || season.share < leastLike) return layout;
  const likeOfPart = Int8Array.from(layout.bucketOfPart, (bucket) => season.common.indexOf(calendarCell(season.by, bucket, unitMs)));
  return { ...layout, likeOfPart, likeCells: season.common.length };
}
