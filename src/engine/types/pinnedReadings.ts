import type { OpenContext, Pins } from '../openContext.ts';
import type { RawTable } from '../rawTable.ts';
import { emptyColumns } from './emptyColumns.ts';
import type { Reading } from './reading.ts';
import type { Settled } from './settle.ts';

/** How current's texts are to be read. A column of texts without a single value pins nothing. */
export async function pinnedReadings(raw: RawTable, settled: readonly Settled[], context: OpenContext): Promise<Pins['readings']> {
  const texts = settled.filter(({ column }) => column.kind === 'text').map((one) => one.raw);
  const empty = await emptyColumns(raw, texts, context);
  const readings = new Map<string, Reading>();
  for (const {
    raw: { kind: own },
    column,
    reading,
    numberTime,
  } of settled) {
    const { kind, name } = column;
    // Numbers that are times: current's are most likely written so, too.
    if (numberTime !== null) readings.set(name, own === reading?.kind ? reading : { kind: 'number', comma: false, whole: false });
    else if (reading?.kind === kind && kind !== 'text') readings.set(name, reading);
    else if (kind === 'number') readings.set(name, { kind, comma: false, whole: false });
    else if (kind === 'timestamp') readings.set(name, { kind, formats: null });
    else if (kind === 'boolean' || (kind === 'text' && !empty.has(name))) readings.set(name, { kind });
  }
  return readings;
}
