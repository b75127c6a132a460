import type { OpenContext } from '../openContext.ts';
import type { RawColumn } from '../rawTable.ts';
import { columnsPerQuery, type Pair, type Paired, probeRows, type Tables } from './columnPair.ts';
import { asIs, asRead } from './convert.ts';

const number = { kind: 'number', comma: false, whole: false } as const;

/** Codes with leading zeros on one side, the same without them on the other: both are read as numbers. */
export async function pairDigits(pairs: readonly Pair[], tables: Tables, context: OpenContext, paired: Paired): Promise<void> {
  const texts = pairs.filter(
    ({ reference, current }) => reference.column.kind === 'text' && ['text', 'number'].includes(current.column.kind),
  );
  const digits = async (side: 'reference' | 'current', some: readonly Pair[], rows: number | null): Promise<readonly Digits[]> =>
    countDigits(
      tables[side].relation,
      some.map((pair) => pair[side].raw),
      rows,
      context,
    );
  const probed = await digits('reference', texts, probeRows);
  const open = texts.filter((_, i) => probed[i]?.all === true);
  const [before, now] = [await digits('reference', open, null), await digits('current', open, null)];
  open.forEach(({ reference, current }, i) => {
    const [past, present] = [before[i] as Digits, now[i] as Digits];
    if (!past.all || !present.all || past.zeros === present.zeros) return;
    const { name } = reference.column;
    paired.reference.set(name, asRead(reference.raw, number));
    paired.current.set(name, current.raw.kind === 'text' ? asRead(current.raw, number) : asIs(current.raw));
    context.note({ code: 'leading_zeros_lost', level: 'watch', side: past.zeros ? 'current' : 'reference', column: name, values: {} });
  });
}

interface Digits {
  /** There are values, and all are digits. */
  readonly all: boolean;
  /** Some have a leading zero. */
  readonly zeros: boolean;
}

async function countDigits(
  relation: string,
  columns: readonly RawColumn[],
  rows: number | null,
  { database, signal }: OpenContext,
): Promise<readonly Digits[]> {
  const found: Digits[] = [];
  for (let start = 0; start < columns.length; start += columnsPerQuery) {
    const part = columns.slice(start, start + columnsPerQuery);
    const from = `(SELECT ${part.map(({ sql, kind }, i) => `${kind === 'text' ? sql : wholeText(sql)} AS t${i}, ${sql} IS NOT NULL AS h${i}`).join(', ')} FROM ${relation}${rows === null ? '' : ` LIMIT ${rows}`})`;
    const counts = part.flatMap((_, i) => [
      `count_if(h${i})::DOUBLE AS n${i}`,
      `count_if(regexp_full_match(t${i}, '\\d{1,15}'))::DOUBLE AS d${i}`,
      `count_if(regexp_full_match(t${i}, '0\\d+'))::DOUBLE AS z${i}`,
    ]);
    const [row] = await database.rows(`SELECT ${counts.join(', ')} FROM ${from}`, signal);
    part.forEach((_, i) => {
      const n = Number(row?.[`n${i}`]);
      found.push({ all: n > 0 && Number(row?.[`d${i}`]) === n, zeros: Number(row?.[`z${i}`]) > 0 });
    });
  }
  return found;
}

/** A whole number as its digits, any other as null. */
function wholeText(sql: string): string {
  const x = `CAST(${sql} AS DOUBLE)`;
  return `CASE WHEN ${x} BETWEEN 0 AND 9e15 AND ${x} = floor(${x}) THEN CAST(CAST(${x} AS BIGINT) AS VARCHAR) END`;
}
