import type { CodedColumn } from '../../data/codedColumn.ts';
import type { ColumnProfile } from '../../data/columnProfile.ts';
import type { EvaluationColumns } from '../../report/evaluationColumns.ts';
import { inferRole } from '../../roles/inferRole.ts';
import { partsOf } from '../../roles/partsOf.ts';
import { resourceColumns } from '../../roles/resourceColumns.ts';
import { categoriesBeyondSeen, numbersBeyondSeen } from '../../stats/groups/beyondSeen.ts';
import type { SegmentPair } from '../../stats/groups/segmentColumn.ts';
import { bytesOf } from '../columnBudget.ts';
import type { ColumnReader } from '../columnReader.ts';
import type { ColumnReaders } from '../columnReaders.ts';
import type { EvaluationInput } from '../evaluationInput.ts';
import { codedSegment } from './codedSegment.ts';
import { numericSegment } from './numericSegment.ts';

/** Columns that are searched for slices unless they are named. */
const mostColumns = 30;
/** Columns held at a time, where the budget allows as many: numbers take eight bytes a row and side, codes two. */
const numbersAtOnce = 6;
const codesAtOnce = 8;
const mostValues = 500;

/** Names of the columns whose slices are looked at: those of the spec, else features and segments, those that moved first. */
export function segmentNames({ spec, profiles, columns }: EvaluationInput, parts: EvaluationColumns): string[] {
  const inReference = profiles.reference === null ? null : new Map(profiles.reference.map((p) => [p.name, p.kind]));
  const fits = (p: ColumnProfile): boolean =>
    ['number', 'boolean', 'text'].includes(p.kind) && (inReference === null || inReference.get(p.name) === p.kind);
  const named = [...(spec.evaluate?.segments ?? []), ...(spec.evaluate?.groups ?? [])];
  if (spec.evaluate?.segments !== undefined) {
    return [...new Set(named)].filter((name) => profiles.current.some((p) => p.name === name && fits(p)));
  }
  const played = new Set(partsOf(parts).keys());
  const resources = resourceColumns(spec, profiles.current, played).map(({ column }) => column);
  const taken = new Set([...played, ...resources, ...(spec.columns?.ignore ?? [])]);
  const effect = new Map(columns.map((c) => [c.name, c.effect ?? 0]));
  const role = (p: ColumnProfile): string => spec.columns?.roles?.[p.name] ?? inferRole(null, p).role;
  return profiles.current
    .filter((p) => fits(p) && !taken.has(p.name) && p.distinct > 1 && (['feature', 'segment'].includes(role(p)) || named.includes(p.name)))
    .map((p) => p.name)
    .sort((a, b) => (effect.get(b) ?? 0) - (effect.get(a) ?? 0))
    .slice(0, mostColumns);
}

/** Reads columns as groups with the same meaning on both sides: 2 bytes a row and column are held. A column that cannot be read is left out. */
export async function readSegments(
  { readers, profiles, run: { budget } }: EvaluationInput,
  names: readonly string[],
): Promise<SegmentPair[]> {
  const kind = new Map(profiles.current.map((p) => [p.name, p.kind]));
  const segments = new Map<string, SegmentPair>();
  const keep = (name: string, segment: SegmentPair): void => {
    budget.hold(bytesOf([segment.reference.codes, segment.current.codes, segment.beyond?.rows ?? null]));
    segments.set(name, segment);
  };
  const numbers = names.filter((name) => kind.get(name) === 'number');
  for (const group of groupsWithin(readers, numbers, Float64Array.BYTES_PER_ELEMENT, numbersAtOnce)) {
    const read = (reader: ColumnReader) => reader.numbers(group);
    await lendBoth(
      readers,
      read,
      (column) => column,
      (reference, current) => {
        for (const [i, name] of group.entries())
          keep(name, {
            ...numericSegment(name, reference?.[i] ?? [], current[i]!),
            beyond: reference === null ? null : numbersBeyondSeen(reference[i]!, current[i]!),
          });
      },
    );
  }
  const others = names.filter((name) => kind.get(name) !== 'number');
  for (const group of groupsWithin(readers, others, Int16Array.BYTES_PER_ELEMENT, codesAtOnce)) {
    const read = (reader: ColumnReader) => reader.codes(group, mostValues);
    await lendBoth(
      readers,
      read,
      ({ codes }) => codes,
      (reference, current) => {
        for (const [i, name] of group.entries())
          keep(name, {
            ...codedSegment(reference?.[i] ?? null, current[i]!),
            beyond: reference === null ? null : categoriesBeyondSeen(knownValues(reference[i]!), current[i]!),
          });
      },
    );
  }
  return names.flatMap((name) => segments.get(name) ?? []);
}

/** Columns by as many as fit the budget at a time, each time anew: what was made of those before takes room too. */
function* groupsWithin(
  { reference, current }: ColumnReaders,
  names: readonly string[],
  bytes: number,
  most: number,
): Generator<readonly string[]> {
  const rows = current.info.rows + (reference?.info.rows ?? 0);
  const { budget } = current;
  for (let from = 0, size = 0; from < names.length; from += size) {
    const free = Math.min(budget.bytes / 2, budget.alone - budget.held);
    size = Math.max(1, Math.min(most, Math.floor(free / (bytes * rows))));
    yield names.slice(from, from + size);
  }
}

/** Columns of both sides for as long as they are used. */
async function lendBoth<T>(
  { reference, current }: ColumnReaders,
  read: (reader: ColumnReader) => Promise<readonly T[]>,
  bufferOf: (column: T) => ArrayBufferView,
  use: (reference: readonly T[] | null, current: readonly T[]) => void,
): Promise<void> {
  const lent: T[] = [];
  try {
    const past = reference === null ? null : await read(reference);
    lent.push(...(past ?? []));
    const now = await read(current);
    lent.push(...now);
    use(past, now);
  } finally {
    current.budget.release(bytesOf(lent.map(bufferOf)));
  }
}

/** Values of reference; they are not all there where more are than are told apart. */
function knownValues({ values }: CodedColumn): { readonly values: readonly string[]; readonly complete: boolean } {
  return { values, complete: values.length < mostValues };
}
