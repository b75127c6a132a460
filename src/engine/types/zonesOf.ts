import type { OpenContext } from '../openContext.ts';
import type { RawColumn } from '../rawTable.ts';

/** Times a zone is looked for in. */
const probeRows = 200;

/** An offset or Z at the end of a time. */
const zoned = /(?:Z|[+-]\d\d(?::?\d\d)?)$/;
const clock = /\d:\d\d/;

/** Whether texts of times say their zone: by most of them; null where they have no time of day, so that a zone does not matter. */
export function textsHaveZone(texts: readonly string[]): boolean | null {
  const times = texts.filter((text) => text.length < 100 && clock.test(text));
  return times.length === 0 ? null : times.filter((text) => zoned.test(text.trim())).length > times.length / 2;
}

/** Whether the times of columns say their zone, column by column; null where that cannot be told. */
export async function zonesOf(
  relation: string,
  columns: readonly RawColumn[],
  { database, signal }: OpenContext,
): Promise<readonly (boolean | null)[]> {
  const texts = columns.flatMap((raw, i) => (raw.kind === 'text' && raw.readable ? [{ raw, i }] : []));
  const rows =
    texts.length === 0
      ? []
      : await database.rows(
          `SELECT ${texts.map(({ raw, i }) => `left(${raw.sql}, 100) AS t${i}`).join(', ')} FROM ${relation} LIMIT ${probeRows}`,
          signal,
        );
  return columns.map((raw, i) => {
    if (raw.zoned !== undefined) return raw.zoned;
    if (raw.kind === 'text') return textsHaveZone(rows.map((row) => row[`t${i}`]).filter((text) => typeof text === 'string'));
    if (raw.type.startsWith('TIMESTAMP')) return raw.type.startsWith('TIMESTAMP WITH TIME ZONE');
    return null;
  });
}
