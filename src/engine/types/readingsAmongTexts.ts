import type { OpenContext } from '../openContext.ts';
import type { RawColumn, RawTable } from '../rawTable.ts';
import { inferReadings, readableShare } from './inferReading.ts';
import { noteDates } from './noteDates.ts';
import { type Reading, readText } from './reading.ts';

const sampleRows = 20_000;
const columnsPerQuery = 200;

/** Which of the columns hold times, or numbers as people write them, as text: found on the first rows, verified on all. */
export async function readingsAmongTexts(
  table: RawTable,
  columns: readonly RawColumn[],
  context: OpenContext,
): Promise<Map<string, Reading>> {
  const { database, signal, dateOrder } = context;
  const found = new Map<string, Reading>();
  if (columns.length === 0) return found;
  const sample = `(SELECT ${columns.map(({ sql }, i) => `${sql} AS s${i}`).join(', ')} FROM ${table.relation} LIMIT ${sampleRows})`;
  const names = columns.map((_, i) => `s${i}`);
  const inferred = await inferReadings(database, sample, names, { untyped: false, comma: false, dateOrder }, signal);
  columns.forEach(({ name }, i) => {
    noteDates(name, inferred[i]?.dates ?? null, context);
  });
  const candidates = columns.flatMap((raw, i) => {
    const reading = inferred[i]?.reading;
    return reading === undefined || reading.kind === 'text' ? [] : [{ raw, reading }];
  });
  for (let start = 0; start < candidates.length; start += columnsPerQuery) {
    const part = candidates.slice(start, start + columnsPerQuery);
    const counts = part.flatMap(({ raw, reading }, i) => [
      `count(${raw.sql})::DOUBLE AS n${i}`,
      `count(${readText(raw.sql, reading)})::DOUBLE AS r${i}`,
    ]);
    const [row] = await database.rows(`SELECT ${counts.join(', ')} FROM ${table.relation}`, signal);
    part.forEach(({ raw, reading }, i) => {
      if (Number(row?.[`r${i}`]) >= readableShare * Number(row?.[`n${i}`])) found.set(raw.name, reading);
    });
  }
  return found;
}
