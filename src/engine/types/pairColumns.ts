import type { OpenContext } from '../openContext.ts';
import type { Pair, Paired, Tables } from './columnPair.ts';
import { asRead } from './convert.ts';
import { readableShare } from './inferReading.ts';
import { pairDigits } from './pairDigits.ts';
import { pairPrecision } from './pairPrecision.ts';
import { readText } from './reading.ts';
import { zonesOf } from './zonesOf.ts';

/** Tables with more columns are not looked at: planning the questions would take longer than reading the rows. */
const mostColumns = 1000;

const boolean = { kind: 'boolean' } as const;

/**
 * Brings together what the two sides write in different ways and mean alike: digits that lost their leading zeros, yes and no against true and false,
 * numbers of single precision against the ones they were copied from. Tells it, and of times that say their zone on one side only.
 */
export async function pairColumns(pairs: readonly Pair[], tables: Tables, context: OpenContext): Promise<Paired> {
  const paired: Paired = { reference: new Map(), current: new Map() };
  if (tables.reference.columns.length > mostColumns || tables.current.columns.length > mostColumns) return paired;
  await pairDigits(pairs, tables, context, paired);
  await pairBooleans(pairs, tables, context, paired);
  await pairPrecision(pairs, tables, context, paired);
  await tellZones(pairs, tables, context);
  return paired;
}

/** Texts such as yes and no where the other side has flags. */
async function pairBooleans(
  pairs: readonly Pair[],
  { reference: table }: Tables,
  { database, signal }: OpenContext,
  paired: Paired,
): Promise<void> {
  for (const { reference, current } of pairs) {
    if (reference.column.kind !== 'text' || current.column.kind !== 'boolean' || paired.reference.has(reference.column.name)) continue;
    const { sql } = reference.raw;
    const [row] = await database.rows(
      `SELECT count(${sql})::DOUBLE AS n, count(${readText(sql, boolean)})::DOUBLE AS b FROM ${table.relation}`,
      signal,
    );
    if (Number(row?.n) > 0 && Number(row?.b) >= readableShare * Number(row?.n))
      paired.reference.set(reference.column.name, asRead(reference.raw, boolean));
  }
}

/** Times that say their zone on one side and not on the other, where they are taken as UTC. */
async function tellZones(pairs: readonly Pair[], tables: Tables, context: OpenContext): Promise<void> {
  const times = pairs.filter(({ reference, current }) => reference.column.kind === 'timestamp' && current.column.kind === 'timestamp');
  if (times.length === 0) return;
  const [before, now] = await Promise.all(
    (['reference', 'current'] as const).map((side) =>
      zonesOf(
        tables[side].relation,
        times.map((pair) => pair[side].raw),
        context,
      ),
    ),
  );
  times.forEach(({ reference }, i) => {
    const [past, present] = [before?.[i] ?? null, now?.[i] ?? null];
    if (past === null || present === null || past === present) return;
    const side = past ? 'current' : 'reference';
    context.note({ code: 'zones_differ', level: 'watch', side, column: reference.column.name, values: {} });
  });
}
